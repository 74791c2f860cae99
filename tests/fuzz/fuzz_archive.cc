// Any bytes as a container (zip, tar, cpio) and as each kind of compression: members have clean names, damage is one
// exception, and what is unpacked is bounded.

#include "extract/text/archive/gzip_source.h"
#include "extract/text/archive/unpacker.h"
#include "tests/fuzz/read_records.h"

namespace {

using namespace actant;

void drain(ByteSource& source) {
  std::string block(4096, '\0');
  uint64_t total = 0;
  while (const size_t count = source.read(block.data(), block.size())) {
    fuzz::require(count <= block.size());
    if ((total += count) > (8u << 20)) return;  // enough for a fuzz target; ExpansionGuard has a test of its own
  }
}

template <typename Work>
void until_damage(const Work& work) {
  try {
    work();
  } catch (const IoError& error) {
    fuzz::require(error.what()[0] != '\0');
  }
}

void read_container(std::string_view bytes, bool seekable) {
  until_damage([&] {
    InputStream packed(std::make_unique<fuzz::BytesSource>(bytes, seekable ? 4096 : 100, seekable));
    Container container(packed);
    std::string name;
    for (int members = 0; members < 1000 && container.next(name); ++members) {
      fuzz::require_utf8(name);
      fuzz::require(!name.empty() && name[0] != '/' && ("/" + name + "/").find("/../") == std::string::npos);
      drain(*container.open());
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_container(bytes, false);
  read_container(bytes, true);
  until_damage([&] {
    InputStream packed(std::make_unique<fuzz::BytesSource>(bytes, 100));
    FilterSource source(packed);
    drain(source);
  });
  InputStream packed(std::make_unique<fuzz::BytesSource>(bytes, 100));
  GzipSource source(packed);
  for (int damages = 0; damages < 100; ++damages) {
    bool damaged = true;
    until_damage([&] {
      drain(source);
      damaged = false;
    });
    if (!damaged || !source.recover()) break;
  }
  std::string out;
  inflate_block(bytes, 1 << 20, out);
  fuzz::require(out.size() <= (1 << 20));
  return 0;
}
