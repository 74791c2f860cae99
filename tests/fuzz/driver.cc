// Runs a fuzz target without libFuzzer, so that the sanitizer build works with every compiler: replays the seeds, then
// mutates them for a number of rounds with a fixed random seed.
//
//   fuzz_record SEED... [--rounds N]
//
// With clang, compile a target with -fsanitize=fuzzer instead of linking this file for coverage-guided fuzzing.

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

using Bytes = std::string;

void run(const Bytes& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size()); }

// Bytes that parsers treat specially.
constexpr std::string_view kTokens[] = {"\"",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        ":",
                                        ",",
                                        "\\u",
                                        "\\ud800",
                                        "null",
                                        "-1",
                                        "1e999",
                                        "\xff",
                                        "\xe2\x80",
                                        "\n",
                                        "\r\n",
                                        std::string_view("\0", 1),
                                        "4294967296",
                                        "\xef\xbb\xbf",
                                        "\x1f\x8b\x08",
                                        "title:",
                                        "<",
                                        "</",
                                        "<!--",
                                        "&#",
                                        "<p>",
                                        "WARC/1.0\r\n",
                                        "\r\n\r\n",
                                        "<item>",
                                        "]]>",
                                        "\xed\xa0\x80",
                                        ".",
                                        "'s",
                                        "\xe2\x80\x99"};

Bytes mutate(const std::vector<Bytes>& seeds, std::mt19937_64& random) {
  Bytes bytes = seeds[random() % seeds.size()];
  for (uint64_t change = 1 + random() % 6; change > 0; --change) {
    const size_t at = bytes.empty() ? 0 : random() % bytes.size();
    switch (random() % 6) {
      case 0:
        if (!bytes.empty()) bytes[at] = static_cast<char>(random());
        break;
      case 1: bytes.insert(at, kTokens[random() % std::size(kTokens)]); break;
      case 2: bytes.erase(at, 1 + random() % 16); break;
      case 3: bytes.resize(at); break;
      case 4: bytes.insert(at, bytes.substr(at, random() % 64)); break;
      default: {
        const Bytes& other = seeds[random() % seeds.size()];
        if (!other.empty()) bytes.replace(at, bytes.size() - at, other.substr(random() % other.size()));
      }
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Bytes> seeds;
  uint64_t rounds = 2000;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--rounds" && i + 1 < argc) {
      rounds = std::strtoull(argv[++i], nullptr, 10);
      continue;
    }
    const auto add = [&](const std::filesystem::path& path) {
      std::ifstream file(path, std::ios::binary);
      seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    };
    if (std::filesystem::is_directory(argv[i])) {
      for (const auto& entry : std::filesystem::directory_iterator(argv[i])) add(entry.path());
    } else {
      add(argv[i]);
    }
  }
  if (seeds.empty()) seeds.emplace_back();
  for (const Bytes& seed : seeds) run(seed);
  std::mt19937_64 random(1);
  for (uint64_t round = 0; round < rounds; ++round) run(mutate(seeds, random));
  std::cout << seeds.size() << " seeds, " << rounds << " mutations\n";
}
