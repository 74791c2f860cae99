// Speed and memory of the exports of a graph, beside the scan of the store alone and memcpy of as many bytes in the
// same run.
//
//   bench_export GRAPH [FORMAT[=FLOOR]...|all] [--most-memory MB] [--runs N] [--folder DIR]      default graphml nquads
//
// FLOOR is in MB/s: below it, and above --most-memory, the exit status is 1. Make a large graph with
// `bench_store 1000000 bulk resolve keep=GRAPH`: 10 million triples. Formats of one file go to standard output, so run
// it with
// `> /dev/null`; those that are a folder go to a folder in --folder (default: the system's folder for temporary files)
// and are removed. The best of N runs counts (default 3), so the graph is warm. Processor time of this process, which
// does not depend on what else the machine does.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
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

// Bytes a second that memcpy moves from one block of the exporter's size to another. At least a GB, or the clock is too
// coarse.
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
double scan_seconds(const actant::Store& store, int runs) {
  double best = 0;
  uint64_t edges = 0;
  for (int run = 0; run < runs; ++run) {
    const double begin = seconds();
    edges = 0;
    store.for_each_cited_edge(
        {}, [](const actant::Edge&) { return true; }, [&](const actant::CitedEdge&) { return ++edges > 0; });
    best = run == 0 ? seconds() - begin : std::min(best, seconds() - begin);
  }
  std::fprintf(stderr, "%llu edges; reading them, each with one sentence: %.2f s of processor time\n",
               static_cast<unsigned long long>(edges), best);
  return best;
}

/// What to measure and how.
struct Plan {
  std::vector<std::pair<std::string, double>> formats;  ///< name and floor in MB/s
  double most_memory = 0;                               ///< MB; 0: any
  int runs = 3;
  std::string folder = std::filesystem::temp_directory_path().string();
};

// Where an export goes: for one file standard output, which is the way past the temporary file.
std::string target_of(const actant::Writer& writer, const Plan& plan) {
  return writer.files().empty() ? "-" : plan.folder + "/actant-bench-export-" + std::to_string(getpid());
}

// Exports in one format and prints its speed. \return whether it reaches the floor.
bool measure(const actant::Store& store, const std::string& name, double floor, double scan, double copying,
             const Plan& plan) {
  double time = 0;
  actant::ExportCounts counts;
  for (int run = 0; run < plan.runs; ++run) {
    // DOT refuses so many edges unless it is told that they are wanted.
    const auto writer = actant::make_writer(name, {.allow_large = true});
    const std::string target = target_of(*writer, plan);
    const double begin = seconds();
    counts = actant::export_graph(store, {}, *writer, target);
    time = run == 0 ? seconds() - begin : std::min(time, seconds() - begin);
    if (target != "-") std::filesystem::remove_all(target);
  }
  const double megabytes = static_cast<double>(counts.bytes) / 1e6, rate = megabytes / time;
  std::fprintf(
      stderr,
      "%-10s %8.1f MB in %6.2f s: %6.1f MB/s; reading edges takes %.2f of it; memcpy is %.0f times as fast; peak memory %.0f MB\n",
      name.c_str(), megabytes, time, rate, scan / time, copying / 1e6 / rate, memory_mb());
  if (rate < floor) std::fprintf(stderr, "BELOW THE FLOOR: %s %.1f < %.1f MB/s\n", name.c_str(), rate, floor);
  return rate >= floor;
}

// FORMAT, FORMAT=FLOOR, or all but `html`, a page for some thousand nodes, which takes minutes for the layout of many.
void add_format(const std::string& word, Plan& plan) {
  if (word == "all") {
    for (const actant::Format& format : actant::formats()) {
      if (format.name != "html") plan.formats.emplace_back(format.name, 0);
    }
    return;
  }
  const size_t equals = word.find('=');
  plan.formats.emplace_back(word.substr(0, equals),
                            equals == std::string::npos ? 0 : std::strtod(word.c_str() + equals + 1, nullptr));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_export GRAPH [FORMAT[=FLOOR]...|all] [--most-memory MB] [--runs N] [--folder DIR]\n",
               stderr);
    return 2;
  }
  Plan plan;
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--most-memory" && i + 1 < argc) {
      plan.most_memory = std::strtod(argv[++i], nullptr);
    } else if (word == "--runs" && i + 1 < argc) {
      plan.runs = std::max(1, std::atoi(argv[++i]));
    } else if (word == "--folder" && i + 1 < argc) {
      plan.folder = argv[++i];
    } else {
      add_format(argv[i], plan);
    }
  }
  if (plan.formats.empty()) plan.formats = {{"graphml", 0}, {"nquads", 0}};
  const auto store = actant::Store::open_read_only(argv[1]);
  const double scan = scan_seconds(*store, std::min(2, plan.runs)), copying = memcpy_rate();
  bool good = true;
  for (const auto& [name, floor] : plan.formats) good = measure(*store, name, floor, scan, copying, plan) && good;
  if (plan.most_memory > 0 && memory_mb() > plan.most_memory) {
    std::fprintf(stderr, "ABOVE THE LIMIT: %.0f > %.0f MB of memory\n", memory_mb(), plan.most_memory);
    good = false;
  }
  return good ? 0 : 1;
}
