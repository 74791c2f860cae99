// Speed and size of the store on generated records, beside RocksDB alone with the same bytes in the same run.
//
//   bench_store [ARTICLES] [ACTORS]     default 20000 5000
//
// Records: actors with Zipfian frequency, 6 triples an article over 8 entities, sentences of about 25 words, ten years of
// dates. The limit is what rocksdb::DB::Write takes for batches with as many entries and bytes in one family without merges.
#include <rocksdb/db.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "graph/store/store.h"

namespace {

using actant::Record;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

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
    record.text += " said and did something of note in the city on that day, as officials told reporters who had asked them. ";
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

// Seconds that RocksDB takes for batches of the same number of entries and bytes.
double raw_seconds(const std::string& path, size_t batches, size_t entries, size_t bytes) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  if (!rocksdb::DB::Open(options, path, &db).ok()) return 0;
  std::mt19937_64 random(1);
  const std::string value(bytes / entries > 24 ? bytes / entries - 24 : 1, 'v');
  const auto begin = Clock::now();
  for (size_t i = 0; i < batches; ++i) {
    rocksdb::WriteBatch batch;
    for (size_t k = 0; k < entries; ++k) {
      uint64_t key[3] = {random(), random(), random()};
      batch.Put(rocksdb::Slice(reinterpret_cast<const char*>(key), sizeof key), value).PermitUncheckedError();
    }
    db->Write(rocksdb::WriteOptions(), &batch).PermitUncheckedError();
  }
  const double seconds = seconds_since(begin);
  delete db;
  return seconds;
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

  auto store = actant::Store::open(directory + "/graph");
  auto begin = Clock::now();
  for (const Record& record : records) store->add(record);
  const double add = seconds_since(begin);
  begin = Clock::now();
  store->flush();
  const double flush = seconds_since(begin);
  begin = Clock::now();
  store->resolve();
  const double resolve = seconds_since(begin);
  const auto counts = store->counts();
  begin = Clock::now();
  size_t edges = 0;
  store->for_each_edge([&](const actant::Edge&) { return ++edges > 0; });
  const double scan = seconds_since(begin);
  begin = Clock::now();
  size_t again = 0;
  for (const Record& record : records) again += store->add(record) == actant::AddResult::kUnchanged;
  const double unchanged = seconds_since(begin);
  store->flush();
  const double bytes = static_cast<double>(directory_bytes(directory + "/graph"));
  store.reset();
  begin = Clock::now();
  store = actant::Store::open(directory + "/graph");
  const double open = seconds_since(begin);

  // About what an article writes: see the family list of graph/store/format.md.
  const size_t entries = 2 + 6 * 4 + 6 * 3 + 6 + 4, batch_bytes = entries * 48;
  const double raw = raw_seconds(directory + "/raw", articles, entries, batch_bytes);

  std::printf("generated records: %zu articles, %zu actors, %.0f triples\n", articles, actors, triples);
  std::printf("add            %10.0f triples/s  (%.2f of RocksDB's own writes of %zu entries an article: %.0f triples/s)\n",
              triples / add, raw / add, entries, triples / raw);
  std::printf("add unchanged  %10.0f articles/s (%zu)\n", static_cast<double>(articles) / unchanged, again);
  std::printf("flush          %10.3f s\n", flush);
  std::printf("resolve        %10.3f s, %llu nodes, %llu edges\n", resolve, static_cast<unsigned long long>(counts.nodes),
              static_cast<unsigned long long>(counts.edges));
  std::printf("all edges      %10.0f edges/s (%zu)\n", static_cast<double>(edges) / scan, edges);
  std::printf("open           %10.3f s\n", open);
  std::printf("size           %10.0f bytes a triple with evidence\n", bytes / triples);
  store.reset();
  std::filesystem::remove_all(directory);
  return 0;
}
