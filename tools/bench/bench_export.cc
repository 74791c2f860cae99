// Speed and memory of the exports of a graph, beside the scan of the store alone and memcpy of as many bytes in the same run.
//
//   bench_export GRAPH [FORMAT[=FLOOR]...] [--most-memory MB]      default graphml nquads
//
// FLOOR is in MB/s: below it, and above --most-memory, the exit status is 1. Make a large graph with
// `generate_records 1000000 | actant load - --graph GRAPH`: 10 million edges. Run it with `> /dev/null`: exports go to standard
// output. The best of three runs counts, so the graph is warm. Processor time of this process, which does not depend on what else
// the machine does.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "export/exporter.h"
#include "export/registry.h"

namespace {

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Bytes a second that memcpy moves from one block of the exporter's size to another. At least a GB, or the clock is too coarse.
double memcpy_rate() {
  constexpr size_t kBlock = 1 << 20, kBlocks = 1024;
  std::string from(kBlock, 'x'), to(kBlock, 'y');
  const double begin = seconds();
  size_t sum = 0;
  for (size_t i = 0; i < kBlocks; ++i) {
    from[i] = static_cast<char>('a' + i % 26);  // no two copies are the same, so that none can be left out
    std::memcpy(to.data(), from.data(), kBlock);
    sum += static_cast<unsigned char>(to[i]);
  }
  const double time = std::max(seconds() - begin, 1e-9);
  return sum == 0 ? 0 : static_cast<double>(kBlock * kBlocks) / time;
}

// Seconds to read all edges with the surest piece of evidence of each, its sentence and its source.
double scan_seconds(const actant::Store& store) {
  double best = 0;
  uint64_t edges = 0;
  for (int run = 0; run < 2; ++run) {
    const double begin = seconds();
    edges = 0;
    store.for_each_cited_edge({}, [](const actant::Edge&) { return true; },
                              [&](const actant::CitedEdge&) { return ++edges > 0; });
    best = run == 0 ? seconds() - begin : std::min(best, seconds() - begin);
  }
  std::fprintf(stderr, "%llu edges; reading them, each with one sentence: %.2f s of processor time\n",
               static_cast<unsigned long long>(edges), best);
  return best;
}

// Exports in one format and prints its speed. \return whether it reaches the floor.
bool measure(const actant::Store& store, const std::string& name, double floor, double scan, double memcpy_rate) {
  double time = 0;
  actant::ExportCounts counts;
  for (int run = 0; run < 3; ++run) {
    const auto writer = actant::make_writer(name, {});
    const double begin = seconds();
    // Standard output is the way past the temporary file; the shell sends it to /dev/null.
    counts = actant::export_graph(store, {}, *writer, "-");
    time = run == 0 ? seconds() - begin : std::min(time, seconds() - begin);
  }
  const double megabytes = static_cast<double>(counts.bytes) / 1e6, rate = megabytes / time;
  std::fprintf(stderr, "%-10s %8.1f MB in %6.2f s: %6.1f MB/s; reading edges takes %.2f of it; memcpy is %.0f times as fast; peak memory %.0f MB\n",
               name.c_str(), megabytes, time, rate, scan / time, memcpy_rate / 1e6 / rate, memory_mb());
  if (rate < floor) std::fprintf(stderr, "BELOW THE FLOOR: %s %.1f < %.1f MB/s\n", name.c_str(), rate, floor);
  return rate >= floor;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_export GRAPH [FORMAT[=FLOOR]...] [--most-memory MB]\n", stderr);
    return 2;
  }
  double most_memory = 0;
  std::vector<std::string> formats;
  for (int i = 2; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--most-memory" && i + 1 < argc) {
      most_memory = std::strtod(argv[++i], nullptr);
    } else {
      formats.emplace_back(argv[i]);
    }
  }
  if (formats.empty()) formats = {"graphml", "nquads"};
  const auto store = actant::Store::open_read_only(argv[1]);
  const double scan = scan_seconds(*store), copying = memcpy_rate();
  bool good = true;
  for (const std::string& format : formats) {
    const size_t equals = format.find('=');
    const double floor = equals == std::string::npos ? 0 : std::strtod(format.c_str() + equals + 1, nullptr);
    good = measure(*store, format.substr(0, equals), floor, scan, copying) && good;
  }
  if (most_memory > 0 && memory_mb() > most_memory) {
    std::fprintf(stderr, "ABOVE THE LIMIT: %.0f > %.0f MB of memory\n", memory_mb(), most_memory);
    good = false;
  }
  return good ? 0 : 1;
}
