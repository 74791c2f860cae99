// Speed and memory of the exports of a graph, beside the scan of the store alone and memcpy of as many bytes in the same run.
//
//   bench_export GRAPH [FORMAT...]      default graphml nquads
//
// Make a large graph with the generator of the store's benchmark (see tools/bench). Run it with `> /dev/null`: exports go to standard output. The second
// of two runs counts, so the graph is warm. Processor time of this process, which does not depend on what else the machine does.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
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

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_export GRAPH [FORMAT...]\n", stderr);
    return 2;
  }
  std::vector<std::string> names(argv + 2, argv + argc);
  if (names.empty()) names = {"graphml", "nquads"};
  const auto store = actant::Store::open_read_only(argv[1]);
  double scan = 0;
  uint64_t edges = 0, pieces = 0;
  for (int run = 0; run < 2; ++run) {
    const double begin = seconds();
    edges = pieces = 0;
    store->for_each_edge([&](const actant::Edge& edge) {
      ++edges;
      store->for_each_evidence(edge.key, [&](const actant::Evidence&) { return ++pieces > 0; });
      return true;
    });
    scan = seconds() - begin;
  }
  std::fprintf(stderr, "%llu edges, %llu pieces of evidence; reading them: %.2f s of processor time\n",
              static_cast<unsigned long long>(edges), static_cast<unsigned long long>(pieces), scan);
  for (const std::string& name : names) {
    double time = 0;
    actant::ExportCounts counts;
    for (int run = 0; run < 2; ++run) {
      const auto writer = actant::make_writer(name, {});
      const double begin = seconds();
      // Standard output is the way past the temporary file; the shell sends it to /dev/null.
      counts = actant::export_graph(*store, {}, *writer, "-");
      time = seconds() - begin;
    }
    const double megabytes = static_cast<double>(counts.bytes) / 1e6;
    std::fprintf(stderr, "%-10s %8.1f MB in %6.2f s: %6.1f MB/s; %.2f of it is reading; memcpy is %.0f times as fast; peak memory %.0f MB\n",
                 name.c_str(), megabytes, time, megabytes / time, scan / time, memcpy_rate(counts.bytes) / 1e6 / (megabytes / time),
                 memory_mb());
  }
  return 0;
}
