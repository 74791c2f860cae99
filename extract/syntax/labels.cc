#include "extract/syntax/labels.h"

#include <array>

namespace actant {
namespace {

#define ACTANT_NAME(name, text) std::string_view(text),
constexpr std::array kUposNames = {ACTANT_UPOS(ACTANT_NAME)};
constexpr std::array kXposNames = {ACTANT_XPOS(ACTANT_NAME)};
constexpr std::array kDeprelNames = {ACTANT_DEPREL(ACTANT_NAME)};
#undef ACTANT_NAME

template <typename Enum, size_t N>
Enum find(const std::array<std::string_view, N>& names, std::string_view name, Enum otherwise) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return otherwise;
}

}  // namespace

std::string_view upos_name(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }
std::string_view xpos_name(Xpos xpos) { return kXposNames[static_cast<size_t>(xpos)]; }
std::string_view deprel_name(Deprel deprel) { return kDeprelNames[static_cast<size_t>(deprel)]; }

Upos parse_upos(std::string_view name) { return find(kUposNames, name, Upos::kX); }
Xpos parse_xpos(std::string_view name) { return find(kXposNames, name, Xpos::kOther); }

Deprel parse_deprel(std::string_view name) {
  const std::string_view universal = name.substr(0, name.find(':'));
  return find(kDeprelNames, name, find(kDeprelNames, universal, Deprel::kDep));
}

}  // namespace actant
