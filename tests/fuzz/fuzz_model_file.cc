// A model file with any header is opened or refused with an error; nothing outside the file is read. The prefix is made
// valid here, since the checksum would keep every mutation from the header parser.

#include <unistd.h>
#include <xxhash.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/coref/coref_ranker.h"
#include "extract/nn/model_file.h"
#include "graph/model/error.h"

namespace {

// The input is the header, then `\0`, then tensor bytes.
std::string with_prefix(std::string_view input) {
  const size_t header_bytes = std::min(input.find('\0'), input.size());
  std::string body(input.substr(0, header_bytes));
  while ((body.size() + 32) % 64 != 0) body += '\0';
  if (header_bytes < input.size()) body += input.substr(header_bytes + 1);
  std::string file("ACTANTM\n", 8);
  const auto append = [&](uint64_t value, size_t bytes) { file.append(reinterpret_cast<const char*>(&value), bytes); };
  append(1, 4);
  append(header_bytes, 4);
  append(32 + body.size(), 8);
  append(XXH64(body.data(), body.size(), 0), 8);
  return file + body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path =
      std::filesystem::temp_directory_path() / ("actant-fuzz-" + std::to_string(::getpid()) + ".actm");
  std::ofstream(path, std::ios::binary) << with_prefix({reinterpret_cast<const char*>(data), size});
  try {
    const auto file = actant::ModelFile::open(path);
    file->vocabulary();
    for (const char* name : {"word", "ngram", "a"}) {
      if (file->find_tensor(name)) file->floats(name);
    }
    actant::CorefRanker::Sum sum;
    actant::CorefRanker::load(path)->sum(std::vector<uint32_t>{1, 2, 3}, actant::CorefRole::kPair, sum);
  } catch (const actant::Error&) {
  }
  std::filesystem::remove(path);
  return 0;
}
