// Writes generated extraction records, one JSON object a line, to standard output.
//
//   generate_records ARTICLES [ACTORS] [FIRST]     default: a tenth of the articles as actors, from article 0
//
// See record_generator.h for what they are like. `generate_records 1000000` gives 20 million mentions and 10 million
// triples.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "graph/model/record_io.h"
#include "tools/bench/record_generator.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: generate_records ARTICLES [ACTORS] [FIRST]\n", stderr);
    return 2;
  }
  const uint64_t articles = std::strtoull(argv[1], nullptr, 10);
  const uint64_t actors = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : articles / 10 + 10;
  const uint64_t first = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 0;
  const actant::bench::RecordGenerator generator(actors);
  std::string out;
  for (uint64_t i = first; i < first + articles; ++i) {
    actant::append_record(generator.article(i), out);
    if (out.size() < (size_t{1} << 20) && i + 1 < first + articles) continue;
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
    out.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
