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

// Bytes a second that memcpy moves in blocks of the exporter's buffer.
double memcpy_rate(uint64_t bytes) {
  std::string from(1 << 20, 'x'), to(1 << 20, 'y');
  const double begin = seconds();
  uint64_t sum = 0;
  for (uint64_t done = 0; done < bytes; done += from.size()) {
    from[done % from.size()] = static_cast<char>(done);
    std::memcpy(to.data(), from.data(), from.size());
    sum += static_cast<unsigned char>(to[done % to.size()]);
  }
  const double time = std::max(seconds() - begin, 1e-9);
  return sum == 0 ? 0 : static_cast<double>(bytes) / time;
}

// Seconds to read all edges with their evidence, which every export must do.
double scan_seconds(const actant::Store& store) {
  double best = 0;
  uint64_t edges = 0, pieces = 0;
  for (int run = 0; run < 2; ++run) {
    const double begin = seconds();
    edges = pieces = 0;
    store.for_each_edge([&](const actant::Edge& edge) {
      ++edges;
      store.for_each_evidence(edge.key, [&](const actant::Evidence&) { return ++pieces > 0; });
      return true;
    });
    best = run == 0 ? seconds() - begin : std::min(best, seconds() - begin);
  }
  std::fprintf(stderr, "%llu edges, %llu pieces of evidence; reading them: %.2f s of processor time\n",
               static_cast<unsigned long long>(edges), static_cast<unsigned long long>(pieces), best);
  return best;
}

// Exports in one format and prints its speed. \return whether it reaches the floor.
bool measure(const actant::Store& store, const std::string& name, double floor, double scan) {
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
  std::fprintf(stderr, "%-10s %8.1f MB in %6.2f s: %6.1f MB/s; %.2f of it is reading; memcpy is %.0f times as fast; peak memory %.0f MB\n",
               name.c_str(), megabytes, time, rate, scan / time, memcpy_rate(counts.bytes) / 1e6 / rate, memory_mb());
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
  const double scan = scan_seconds(*store);
  bool good = true;
  for (const std::string& format : formats) {
    const size_t equals = format.find('=');
    const double floor = equals == std::string::npos ? 0 : std::strtod(format.c_str() + equals + 1, nullptr);
    good = measure(*store, format.substr(0, equals), floor, scan) && good;
  }
  if (most_memory > 0 && memory_mb() > most_memory) {
    std::fprintf(stderr, "ABOVE THE LIMIT: %.0f > %.0f MB of memory\n", memory_mb(), most_memory);
    good = false;
  }
  return good ? 0 : 1;
}
