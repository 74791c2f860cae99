// Speed, memory and size of the store on generated records (record_generator.h), beside RocksDB alone with the same
// bytes in the same run.
//
//   bench_store [ARTICLES] [PART...]     default 20000, all parts: add add_all bulk merge resolve keep=DIR
//
// add: BulkLoader in steps, from two threads, as `actant load`; add_all: Store::add_all() on two threads; bulk:
// BulkLoader beside SstFileWriter; merge: two graphs of half the articles each; resolve: names, near duplicates,
// reading all edges; keep: the graph of bulk and resolve is moved to DIR, for bench_query. A million articles are 20
// million mentions and 10 million triples. The making of the records is not counted. Processor time counts all threads
// and does not depend on what else the machine does. Files go to $TMPDIR. Exit status 1 when a floor is missed: 60,000
// triples/s with evidence on two cores (twice the rate per processor second), 40 % of SstFileWriter, 1.5 GB.
#include <rocksdb/sst_file_writer.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "graph/store/bulk_loader.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/merge_operator.h"
#include "graph/store/merge_graphs.h"
#include "graph/store/store.h"
#include "tools/bench/record_generator.h"

namespace actant::bench {
namespace {

constexpr double kAddFloor = 60000;      // triples/s on two cores
constexpr double kBulkFloor = 0.4;       // of SstFileWriter
constexpr double kMemoryLimit = 1500e6;  // bytes
constexpr size_t kGroup = 1000;          // records in one call of add_all()
constexpr uint64_t kBatch = 4000;        // records in memory at a time
constexpr uint64_t kTold = 100000;       // articles after which the rate is told

/// Sums of wall-clock and processor time over the parts of a run that count.
class Stopwatch {
 public:
  void start() {
    begin_ = std::chrono::steady_clock::now();
    cpu_begin_ = cpu_now(CLOCK_PROCESS_CPUTIME_ID);
  }
  void stop() {
    wall += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    cpu += cpu_now(CLOCK_PROCESS_CPUTIME_ID) - cpu_begin_;
  }
  /// Between start() and stop(): does what is not to count. What other threads do meanwhile in the background counts.
  template <typename Work>
  void leave_out(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    const double cpu_begin = cpu_now(CLOCK_THREAD_CPUTIME_ID);
    work();
    wall -= std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    cpu -= cpu_now(CLOCK_THREAD_CPUTIME_ID) - cpu_begin;
  }
  double wall = 0, cpu = 0;

 private:
  static double cpu_now(clockid_t clock) {
    std::timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  }
  std::chrono::steady_clock::time_point begin_;
  double cpu_begin_ = 0;
};

template <typename Work>
Stopwatch timed(const Work& work) {
  Stopwatch watch;
  watch.start();
  work();
  watch.stop();
  return watch;
}

double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
}

uint64_t directory_bytes(const std::string& path) {
  uint64_t sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && entry.path().extension() == ".sst") sum += entry.file_size();
  }
  return sum;
}

class Bench {
 public:
  Bench(uint64_t articles, std::string directory)
      : articles_(articles), directory_(std::move(directory)), generator_(articles / 10 + 100) {
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    std::printf("generated records: %llu articles, %.0f mentions, %.0f triples\n",
                static_cast<unsigned long long>(articles),
                triples() / RecordGenerator::kTriples * RecordGenerator::kMentions, triples());
  }
  ~Bench() { std::filesystem::remove_all(directory_); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  // A graph that grows step by step, as under `actant load`.
  void add() {
    Stopwatch watch;
    const auto store = Store::open(directory_ + "/add");
    BulkLoader loader(*store, BulkOptions::in_steps());
    for (uint64_t next = 0; next < articles_; next += kTold) {
      const uint64_t end = std::min(articles_, next + kTold);
      const double before = watch.cpu;
      watch.start();
      load(loader, next, end, watch);
      if (end == articles_) {
        loader.finish();
        store->flush();
      }
      watch.stop();
      if (articles_ > kTold) {
        std::printf(
            "    %8llu articles: %.0f triples/s since the line before, on two cores of its own, %.0f MB at most\n",
            static_cast<unsigned long long>(end),
            2 * static_cast<double>((end - next) * RecordGenerator::kTriples) / (watch.cpu - before),
            peak_memory() / 1e6);
        std::fflush(stdout);
      }
    }
    const double rate = 2 * triples() / watch.cpu;
    std::printf("add             %10.0f triples/s, on two cores of its own %.0f (floor %.0f: %.2f)\n",
                triples() / watch.wall, rate, kAddFloor, rate / kAddFloor);
    failed_ |= rate < kAddFloor;
    print_memory();
  }

  void add_all() {
    Stopwatch watch;
    const auto store = Store::open(directory_ + "/add_all");
    watch.start();
    feed(0, articles_, kGroup, watch, [&](std::span<const Record> records) { store->add_all(records); });
    store->flush();
    watch.stop();
    std::printf("add_all         %10.0f triples/s, on two cores of its own %.0f\n", triples() / watch.wall,
                2 * triples() / watch.cpu);
    print_memory();
  }

  void bulk() {
    Stopwatch watch;
    double entry_bytes = 0;
    {
      const auto store = Store::open(directory_ + "/bulk");
      BulkLoader loader(*store);
      watch.start();
      load(loader, 0, articles_, watch);
      loader.finish();
      watch.stop();
      entry_bytes = static_cast<double>(loader.bytes_written());
    }
    std::printf("bulk            %10.0f triples/s, on two cores of its own %.0f\n", triples() / watch.wall,
                2 * triples() / watch.cpu);
    const Stopwatch limit = table_writer_alone();
    const double ratio = limit.cpu / (watch.cpu / 2);
    std::printf(
        "                %.1f MB/s of entries; SstFileWriter alone %.1f MB/s: wall %.2f, on two cores of its own %.2f "
        "(floor %.2f)\n",
        entry_bytes / watch.wall / 1e6, entry_bytes / limit.wall / 1e6, limit.wall / watch.wall, ratio, kBulkFloor);
    failed_ |= ratio < kBulkFloor;
    const double bytes = static_cast<double>(directory_bytes(directory_ + "/bulk"));
    std::printf("size            %10.1f bytes a triple with evidence, %.2f of its entries\n", bytes / triples(),
                bytes / entry_bytes);
    print_memory();
  }

  void merge() {
    Stopwatch ignored;
    for (const int half : {0, 1}) {
      const auto store = Store::open(directory_ + "/half" + std::to_string(half));
      BulkLoader loader(*store);
      load(loader, half * articles_ / 2, (half + 1) * articles_ / 2, ignored);
      loader.finish();
    }
    const auto store = Store::open(directory_ + "/merged");
    const Stopwatch watch = timed([&] { merge_graphs(*store, {directory_ + "/half0", directory_ + "/half1"}); });
    std::printf("merge           %10.0f triples/s of two graphs\n", triples() / watch.wall);
    print_memory();
  }

  void resolve() {
    const std::string path = directory_ + "/bulk";
    {
      const auto store = Store::open(path);
      const Stopwatch watch = timed([&] { store->resolve(); });
      const auto counts = store->counts();
      std::printf("resolve         %10.2f s (%.2f s processor), %llu nodes, %llu edges\n", watch.wall, watch.cpu,
                  static_cast<unsigned long long>(counts.nodes), static_cast<unsigned long long>(counts.edges));
      store->flush();
    }
    for (const char* how : {"open, cold", "open, warm"}) {
      const Stopwatch watch = timed([&] { Store::open_read_only(path)->find("nobody"); });
      std::printf("%-15s %10.1f ms to the first answer\n", how, watch.wall * 1e3);
    }
    const auto store = Store::open_read_only(path);
    uint64_t edges = 0;
    const Stopwatch watch = timed([&] { store->for_each_edge([&](const Edge&) { return ++edges > 0; }); });
    std::printf("all edges       %10.0f edges/s\n", static_cast<double>(edges) / watch.wall);
    print_memory();
  }

  /// Moves the graph that bulk() and resolve() made.
  void keep(const std::string& path) { std::filesystem::rename(directory_ + "/bulk", path); }

  bool failed() const { return failed_; }

 private:
  double triples() const { return static_cast<double>(articles_) * RecordGenerator::kTriples; }

  void print_memory() {
    std::printf("memory          %10.0f MB at most so far (limit %.0f)\n", peak_memory() / 1e6, kMemoryLimit / 1e6);
    std::fflush(stdout);
    failed_ |= peak_memory() > kMemoryLimit;
  }

  // Calls `take` for groups of so many articles from two threads; the making of the records is left out of the running
  // `watch`.
  template <typename Take>
  void feed(uint64_t begin, uint64_t end, size_t group, Stopwatch& watch, const Take& take) {
    std::vector<Record> records;
    for (uint64_t next = begin; next < end;) {
      watch.leave_out([&] {
        records.clear();
        for (; next < end && records.size() < kBatch; ++next) records.push_back(generator_.article(next));
      });
      std::atomic<size_t> at{0};
      const auto work = [&] {
        for (size_t i = at.fetch_add(group); i < records.size(); i = at.fetch_add(group)) {
          take(std::span<const Record>(records).subspan(i, std::min(group, records.size() - i)));
        }
      };
      {
        const std::jthread other(work);
        work();
      }
    }
  }

  void load(BulkLoader& loader, uint64_t begin, uint64_t end, Stopwatch& watch) {
    feed(begin, end, 1, watch, [&](std::span<const Record> records) { loader.add(records.front()); });
  }

  // What SstFileWriter takes for the entries of the graph that bulk() made; reading them is not timed.
  Stopwatch table_writer_alone() {
    const internal::Database database(directory_ + "/bulk", StoreOptions{}, true);
    Stopwatch watch;
    for (size_t i = 0; i < internal::kFamilies; ++i) {
      const auto family = static_cast<internal::Family>(i);
      const auto it = database.iterator(family);
      it->SeekToFirst();
      if (!it->Valid()) continue;
      rocksdb::SstFileWriter writer(rocksdb::EnvOptions(), database.table_options(family));
      const std::string path = directory_ + "/alone.sst";
      internal::check(writer.Open(path), "open");
      std::vector<std::pair<std::string, std::string>> entries;
      while (it->Valid()) {
        entries.clear();
        for (size_t bytes = 0; it->Valid() && bytes < (size_t{16} << 20); it->Next()) {
          entries.emplace_back(it->key().ToString(), it->value().ToString());
          bytes += it->key().size() + it->value().size();
        }
        watch.start();
        for (const auto& [key, value] : entries) internal::check(writer.Put(key, value), "put");
        watch.stop();
      }
      watch.start();
      internal::check(writer.Finish(), "finish");
      watch.stop();
      std::filesystem::remove(path);
    }
    return watch;
  }

  uint64_t articles_;
  std::string directory_;
  RecordGenerator generator_;
  bool failed_ = false;
};

}  // namespace
}  // namespace actant::bench

int main(int argc, char** argv) {
  const uint64_t articles = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20000;
  const std::vector<std::string> parts(argv + std::min(argc, 2), argv + argc);
  const auto wanted = [&](const char* part) {
    return parts.empty() || std::find(parts.begin(), parts.end(), part) != parts.end();
  };
  actant::bench::Bench bench(articles, (std::filesystem::temp_directory_path() / "actant-bench-store").string());
  if (wanted("add")) bench.add();
  if (wanted("add_all")) bench.add_all();
  if (wanted("bulk")) bench.bulk();
  if (wanted("merge")) bench.merge();
  if (wanted("resolve")) bench.resolve();
  for (const std::string& part : parts) {
    if (part.starts_with("keep=")) bench.keep(part.substr(5));
  }
  return bench.failed() ? 1 : 0;
}
