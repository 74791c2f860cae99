# Writes OUTPUT, a C++ source with the page INPUT as a string: cmake -DINPUT=... -DOUTPUT=... -P embed.cmake
file(READ "${INPUT}" page HEX)
string(REGEX REPLACE "(................................)" "\\1\n" page "${page}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," page "${page}")
file(WRITE "${OUTPUT}" "// Made from export/viewer/dist/viewer.html by export/viewer/embed.cmake.
#include \"export/html.h\"

namespace actant {
namespace {

constexpr unsigned char kPage[] = {
${page}
};

}  // namespace

std::string_view viewer_page() { return {reinterpret_cast<const char*>(kPage), sizeof kPage}; }

}  // namespace actant
")
