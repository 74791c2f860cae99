// Speed of reading alone, on one thread, beside what bounds it in the same run: memcpy and zlib.
//
//   bench_read [--floor-warc MB/s] [--floor-html MB/s] ARCHIVE...
//
// WARC: a file without compression is read by the reader of records up to the HTTP body (pages are counted, not
// converted) and whole. HTML: every page of the archives is turned into text. Rates are in 1e6 bytes of the
// uncompressed input a second of processor time; the best of some rounds counts.
#include <time.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/archive/charset.h"
#include "extract/text/archive/gzip_source.h"
#include "extract/text/archive/input_stream.h"
#include "extract/text/format/http_message.h"
#include "extract/text/format/record_reader.h"
#include "extract/text/format/warc_reader.h"
#include "extract/text/html/html_converter.h"

namespace actant {
namespace {

constexpr int kRounds = 5;

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <typename Action>
double best_rate(size_t bytes, const Action& action) {
  double best = 1e30;
  for (int round = 0; round < kRounds; ++round) {
    const double begin = now();
    action();
    best = std::min(best, now() - begin);
  }
  return static_cast<double>(bytes) / best / 1e6;
}

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  size_t read(char* out, size_t size) override {
    const size_t count = std::min(size, bytes_.size() - at_);
    std::memcpy(out, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
};

// Bytes that have left the compiler's sight.
void keep(const void* data) { asm volatile("" : : "g"(data) : "memory"); }

std::string gunzip(const std::string& packed) {
  InputStream below(std::make_unique<MemorySource>(packed));
  InputStream stream(std::make_unique<GzipSource>(below));
  std::string bytes;
  stream.read_all(bytes, size_t{4} << 30);
  return bytes;
}

// Reads the records of a WARC as a user does, pages being passed over by their type, so that records alone are
// measured.
uint64_t read_records(InputStream& stream) {
  ReadOptions options;
  options.max_article_bytes = 0;  // every block is passed over
  ReaderContext context;
  context.options = &options;
  uint64_t records = 0;
  context.tell = [&](const ReadProblem&) { ++records; };
  WarcReader reader(context, stream);
  for (InputArticle article; reader.next(article);) ++records;
  return records;
}

// The same with the bodies of the responses unpacked.
uint64_t read_bodies(InputStream& stream, std::vector<std::string>* pages) {
  uint64_t count = 0;
  std::string line, block;
  bool too_long = false;
  while (stream.read_line(line, 1 << 16, too_long)) {
    if (!std::string_view(line).starts_with("WARC/")) {
      line.clear();
      continue;
    }
    uint64_t length = 0;
    bool response = false;
    for (line.clear(); stream.read_line(line, 1 << 16, too_long) && line != "\r"; line.clear()) {
      if (line.starts_with("Content-Length:")) length = std::strtoull(line.c_str() + 15, nullptr, 10);
      if (line.starts_with("WARC-Type: response")) response = true;
    }
    line.clear();
    block.clear();
    stream.read(block, length);
    HttpResponse message;
    if (!response || !parse_http_response(block, 64 << 20, message)) continue;
    ++count;
    if (pages != nullptr && message.status == 200 && message.headers.get("content-type").starts_with("text/html")) {
      pages->push_back(decode_with_hints(
          std::move(message.body),
          {media_parameter(message.headers.get("content-type"), "charset"), declared_html_charset(message.body)}));
    }
  }
  return count;
}

bool check(const char* what, double rate, double floor) {
  if (rate >= floor) return true;
  std::printf("BELOW THE FLOOR: %s %.1f < %.1f MB/s\n", what, rate, floor);
  return false;
}

int run(const std::vector<std::string>& paths, double warc_floor, double html_floor) {
  std::vector<std::string> pages;
  std::string warc, packed;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty()) {
      std::fprintf(stderr, "bench_read: cannot read %s\n", path.c_str());
      return 1;
    }
    packed += bytes;
    warc += bytes.starts_with("\x1f\x8b") ? gunzip(bytes) : bytes;
  }
  {
    InputStream stream(std::make_unique<MemorySource>(warc));
    read_bodies(stream, &pages);
  }
  size_t page_bytes = 0;
  for (const std::string& page : pages) page_bytes += page.size();
  std::printf("%.1f MB of WARC (%.1f MB packed), %zu pages of %.1f MB\n", static_cast<double>(warc.size()) / 1e6,
              static_cast<double>(packed.size()) / 1e6, pages.size(), static_cast<double>(page_bytes) / 1e6);

  std::string copy(warc.size(), '\0');
  const double memory = best_rate(warc.size(), [&] {
    std::memcpy(copy.data(), warc.data(), warc.size());
    keep(copy.data());
  });
  const double zlib = best_rate(warc.size(), [&] {
    const std::string bytes = gunzip(packed);
    keep(bytes.data());
  });
  std::printf("limits of this run: memcpy %.0f MB/s, zlib %.0f MB/s unpacked\n", memory, zlib);
  const double records = best_rate(warc.size(), [&] {
    InputStream stream(std::make_unique<MemorySource>(warc));
    read_records(stream);
  });
  const double bodies = best_rate(warc.size(), [&] {
    InputStream stream(std::make_unique<MemorySource>(warc));
    read_bodies(stream, nullptr);
  });
  const double whole = best_rate(warc.size(), [&] {
    InputStream below(std::make_unique<MemorySource>(packed));
    InputStream stream(std::make_unique<GzipSource>(below));
    read_bodies(stream, nullptr);
  });
  std::printf("WARC records alone: %.0f MB/s, %.0f %% of memcpy\n", records, 100 * records / memory);
  std::printf("WARC with HTTP bodies unpacked: %.0f MB/s, %.0f %% of memcpy\n", bodies, 100 * bodies / memory);
  std::printf("WARC from gzip members to HTTP bodies: %.1f MB/s, %.0f %% of zlib\n", whole, 100 * whole / zlib);
  HtmlConverter converter;
  HtmlArticle article;
  size_t text = 0;
  const double html = best_rate(page_bytes, [&] {
    text = 0;
    for (const std::string& page : pages) {
      converter.convert(page, {}, {}, article);
      text += article.text.size();
    }
  });
  std::printf("HTML to text: %.1f MB/s, %.1f %% of memcpy (%.2f MB of text)\n", html, 100 * html / memory,
              static_cast<double>(text) / 1e6);
  const bool fine = check("WARC", whole, warc_floor);
  return check("HTML", html, html_floor) && fine ? 0 : 1;
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  double warc = 0, html = 0;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--floor-warc" && i + 1 < argc) {
      warc = std::atof(argv[++i]);
    } else if (argument == "--floor-html" && i + 1 < argc) {
      html = std::atof(argv[++i]);
    } else {
      paths.emplace_back(argument);
    }
  }
  if (paths.empty()) {
    std::fputs("usage: bench_read [--floor-warc MB/s] [--floor-html MB/s] WARC...\n", stderr);
    return 2;
  }
  return actant::run(paths, warc, html);
}
