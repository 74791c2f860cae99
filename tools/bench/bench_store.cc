// Speed and size of the store on generated records, beside RocksDB alone with the same bytes in the same run.
//
//   bench_store [ARTICLES] [ACTORS]     default 20000 5000
//
// Records: actors with Zipfian frequency, 6 triples an article over 8 entities, sentences of about 25 words, ten years
// of dates. The limit is what rocksdb::DB::Write takes for batches with as many entries and bytes in one family without
// merges.
#include <rocksdb/db.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "graph/store/store.h"

namespace {

using actant::Record;

/// Wall-clock and processor time since it was made; the latter counts RocksDB's own threads too and does not depend on
/// what else the machine does.
class Stopwatch {
 public:
  double wall() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
  double cpu() const { return static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC; }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::clock_t cpu_ = std::clock();
};

struct Time {
  double wall = 0, cpu = 0;
  explicit Time(const Stopwatch& watch) : wall(watch.wall()), cpu(watch.cpu()) {}
};

void print_rate(const char* what, double count, const char* unit, const Time& time) {
  std::printf("%-15s %10.0f %s/s, %.0f per processor second\n", what, count / time.wall, unit, count / time.cpu);
}

class Generator {
 public:
  explicit Generator(size_t actors) {
    double sum = 0;
    for (size_t i = 0; i < actors; ++i) cumulative_.push_back(sum += 1.0 / static_cast<double>(i + 1));
  }

  Record article(size_t number) {
    Record record;
    record.doc.id = "article-" + std::to_string(number);
    record.doc.title = "A headline of usual length about what happened on this day";
    record.doc.source = "Source " + std::to_string(random_() % 20);
    record.doc.date = date();
    std::vector<size_t> chosen;
    for (int i = 0; i < 6; ++i) {
      const size_t actor = draw();
      add_entity(record, actor, i);
    }
    for (int i = 0; i < 6; ++i) add_relation(record, i);
    return record;
  }

 private:
  std::string date() {
    char text[16];
    std::snprintf(text, sizeof text, "20%02d-%02d-%02d", static_cast<int>(15 + random_() % 10),
                  static_cast<int>(1 + random_() % 12), static_cast<int>(1 + random_() % 28));
    return text;
  }

  size_t draw() {
    const double x = std::uniform_real_distribution<>(0, cumulative_.back())(random_);
    return static_cast<size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), x) - cumulative_.begin());
  }

  // Two words of three syllables, spread over the whole range by Knuth's multiplicative hash.
  static std::string name(size_t actor) {
    std::string out;
    for (size_t part = 0, rest = actor * 2654435761u + 12345; part < 2; ++part) {
      out += part ? " " : "";
      for (int syllable = 0; syllable < 3; ++syllable, rest /= 70) {
        out += "bdfgklmnprstvz"[rest % 14];
        out += "aeiou"[rest / 14 % 5];
      }
    }
    for (const size_t first : {0, 7}) out[first] = static_cast<char>(out[first] - 'a' + 'A');
    return out;
  }

  void add_entity(Record& record, size_t actor, int index) {
    actant::RecordEntity entity;
    entity.id = "e" + std::to_string(index);
    entity.type = actor % 3 == 0 ? actant::EntityType::kOrganization : actant::EntityType::kPerson;
    entity.name = name(actor);
    const auto begin = static_cast<uint32_t>(record.text.size());
    record.text += entity.name;
    entity.mentions.push_back({{begin, static_cast<uint32_t>(record.text.size())}, actant::MentionKind::kName});
    record.text +=
        " said and did something of note in the city on that day, as officials told reporters who had asked them. ";
    record.entities.push_back(std::move(entity));
  }

  void add_relation(Record& record, int index) {
    actant::RecordRelation relation;
    relation.subject = "e" + std::to_string(index);
    relation.object = "e" + std::to_string((index + 1) % 6);
    relation.type = actant::relations()[1 + random_() % 20].type;
    relation.confidence = 0.5 + (random_() % 500) / 1000.0;
    const auto& mention = record.entities[static_cast<size_t>(index)].mentions[0].span;
    relation.evidence.push_back({mention.begin, mention.begin + 110});
    record.relations.push_back(std::move(relation));
  }

  std::mt19937 random_{42};
  std::vector<double> cumulative_;
};

uint64_t directory_bytes(const std::string& path) {
  uint64_t sum = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && entry.path().extension() == ".sst") sum += entry.file_size();
  }
  return sum;
}

// What RocksDB alone takes for batches of the same number of entries and bytes.
Time raw_time(const std::string& path, size_t batches, size_t entries, size_t bytes) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* opened = nullptr;
  if (!rocksdb::DB::Open(options, path, &opened).ok()) std::exit(1);
  const std::unique_ptr<rocksdb::DB> db(opened);
  std::mt19937_64 random(1);
  const std::string value(bytes / entries > 24 ? bytes / entries - 24 : 1, 'v');
  const Stopwatch watch;
  for (size_t i = 0; i < batches; ++i) {
    rocksdb::WriteBatch batch;
    for (size_t k = 0; k < entries; ++k) {
      const uint64_t key[3] = {random(), random(), random()};
      batch.Put(rocksdb::Slice(reinterpret_cast<const char*>(key), sizeof key), value).PermitUncheckedError();
    }
    db->Write(rocksdb::WriteOptions(), &batch).PermitUncheckedError();
  }
  return Time(watch);
}

}  // namespace

int main(int argc, char** argv) {
  const size_t articles = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20000;
  const size_t actors = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 5000;
  const std::string directory = (std::filesystem::temp_directory_path() / "actant-bench-store").string();
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  Generator generator(actors);
  std::vector<Record> records;
  for (size_t i = 0; i < articles; ++i) records.push_back(generator.article(i));
  const double triples = static_cast<double>(articles) * 6;
  std::printf("generated records: %zu articles, %zu actors, %.0f triples\n", articles, actors, triples);

  auto store = actant::Store::open(directory + "/graph");
  const Stopwatch add_watch;
  for (const Record& record : records) store->add(record);
  const Time add(add_watch);
  print_rate("add", triples, "triples", add);
  // About what an article writes: see the families of graph/store/format.md.
  const size_t entries = 2 + 6 * 6 + 6 * 3 + 6 + 4;
  const Time raw = raw_time(directory + "/raw", articles, entries, entries * 48);
  std::printf("                %.2f of the processor time of RocksDB's own writes of %zu entries an article\n",
              add.cpu / raw.cpu, entries);

  const Stopwatch flush_watch;
  store->flush();
  std::printf("flush           %10.3f s\n", flush_watch.wall());
  const Stopwatch resolve_watch;
  store->resolve();
  const Time resolve(resolve_watch);
  const auto counts = store->counts();
  std::printf("resolve         %10.3f s (%.3f s processor), %llu nodes, %llu edges\n", resolve.wall, resolve.cpu,
              static_cast<unsigned long long>(counts.nodes), static_cast<unsigned long long>(counts.edges));
  const Stopwatch scan_watch;
  size_t edges = 0;
  store->for_each_edge([&](const actant::Edge&) { return ++edges > 0; });
  print_rate("all edges", static_cast<double>(edges), "edges", Time(scan_watch));
  const Stopwatch again_watch;
  for (const Record& record : records) store->add(record);
  print_rate("add unchanged", static_cast<double>(articles), "articles", Time(again_watch));
  store->flush();
  const double bytes = static_cast<double>(directory_bytes(directory + "/graph"));
  store.reset();
  const Stopwatch open_watch;
  store = actant::Store::open(directory + "/graph");
  std::printf("open            %10.3f s\n", open_watch.wall());
  std::printf("size            %10.0f bytes a triple with evidence\n", bytes / triples);
  store.reset();
  std::filesystem::remove_all(directory);
  return 0;
}
