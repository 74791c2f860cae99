#include "graph/store/internal/writer.h"

#include <unordered_set>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/read_view.h"

namespace actant::internal {
namespace {

void ensure(const rocksdb::Status& status) { check(status, "cannot collect the writes of an article"); }

constexpr size_t kGroupBytes = size_t{8} << 20;  // of entries that are written together

// A new article in the counters of meta.
void count_article(const Contribution& contribution, EntrySink& sink) {
  count(sink, kArticlesCounter, 1);
  count(sink, kEvidenceCounter, contribution.evidence());
  count(sink, kMentionsCounter, contribution.mentions());
  count(sink, kGeneration, 1);
}

// What is stored of an article, as far as a retraction needs it.
Contribution stored_contribution(const Database& database, ArticleId article, ArticleValue value) {
  const auto bytes = database.get(Family::kContributions, article_key(article));
  if (!bytes) throw CorruptData("the contribution of article '" + value.info.id + "' is missing");
  Contribution old = parse_contribution(article, *bytes);
  old.value = std::move(value);
  return old;
}

}  // namespace

uint64_t Writer::model_id(std::string_view model) {
  if (model.empty()) return 0;
  const uint64_t id = stable_hash(model);
  const std::lock_guard lock(mutex_);
  if (last_model_ == model) return id;
  std::string key = kModelPrefix;
  put_u64(key, id);
  rocksdb::WriteBatch batch;
  ensure(batch.Put(database_.handle(Family::kMeta), key, slice(model)));
  ensure(batch.Put(database_.handle(Family::kMeta), kModel, slice(model)));
  database_.write(batch);
  last_model_ = model;
  return id;
}

// What was not written is not known to be written.
void Writer::write(rocksdb::WriteBatch& batch) {
  try {
    database_.write(batch);
  } catch (...) {
    written_names_.clear();
    throw;
  }
}

AddResult Writer::add(const Record& record, uint64_t fingerprint, std::string_view model) {
  // Most of the work needs no lock: threads meet only to write.
  return add(make_contribution(record, fingerprint, model_id(model)));
}

AddResult Writer::add(const Contribution& contribution) {
  const std::lock_guard lock(mutex_);
  return add_locked(contribution);
}

std::vector<AddResult> Writer::add_all(const std::vector<Contribution>& contributions) {
  const std::lock_guard lock(mutex_);
  std::vector<AddResult> results;
  EntryBuffer group;
  std::unordered_set<uint64_t> articles;
  for (const Contribution& contribution : contributions) {
    if (articles.contains(contribution.article.value) ||
        database_.get(Family::kArticles, article_key(contribution.article))) {
      write_group(group);  // what it is compared with, or takes the place of, has to be stored
      articles.clear();
      results.push_back(add_locked(contribution));
      continue;
    }
    articles.insert(contribution.article.value);
    write_entries(contribution, written_names_, group);
    count_article(contribution, group);
    results.push_back(AddResult::kAdded);
    if (group.used() < kGroupBytes) continue;
    write_group(group);
    articles.clear();
  }
  write_group(group);
  return results;
}

void Writer::write_group(EntryBuffer& group) {
  if (group.used() == 0) return;
  rocksdb::WriteBatch batch(group.used());
  BatchSink sink(database_, batch);
  for (size_t i = 0; i < kFamilies; ++i) {
    const auto family = static_cast<Family>(i);
    group.sorted(family, [&](std::string_view key, std::string_view value) {
      has_sums(family) ? sink.merge(family, key, value) : sink.put(family, key, value);
    });
  }
  group.clear();
  write(batch);
}

AddResult Writer::add_locked(const Contribution& contribution) {
  const std::string key = article_key(contribution.article);
  const ArticleValue& value = contribution.value;
  rocksdb::WriteBatch batch;
  BatchSink sink(database_, batch);
  AddResult result = AddResult::kAdded;
  uint64_t articles = 1, evidence = contribution.evidence(), mentions = contribution.mentions();
  if (const auto stored = database_.get(Family::kArticles, key)) {
    auto old = parse_value<ArticleValue>(*stored, "articles");
    if (value.fingerprint != 0 && old.fingerprint == value.fingerprint) return AddResult::kUnchanged;
    if (old.content == value.content) {
      if (value.fingerprint != 0) {  // another extractor read the same: contains() has to know
        sink.put(Family::kArticles, key, encode(value));
        database_.write(batch);
      }
      return AddResult::kUnchanged;
    }
    const auto removed =
        Retraction(database_, batch).retract(stored_contribution(database_, contribution.article, std::move(old)));
    written_names_.clear();
    articles = 0;
    evidence -= removed.evidence;  // modulo 2^64, as the counters add
    mentions -= removed.mentions;
    result = AddResult::kReplaced;
  }
  write_entries(contribution, written_names_, sink);
  count(sink, kArticlesCounter, articles);
  count(sink, kEvidenceCounter, evidence);
  count(sink, kMentionsCounter, mentions);
  count(sink, kGeneration, 1);
  write(batch);
  return result;
}

bool Writer::remove(ArticleId article) {
  const std::lock_guard lock(mutex_);
  const std::string key = article_key(article);
  const auto stored = database_.get(Family::kArticles, key);
  if (!stored) return false;
  rocksdb::WriteBatch batch;
  const auto removed =
      Retraction(database_, batch)
          .retract(stored_contribution(database_, article, parse_value<ArticleValue>(*stored, "articles")));
  written_names_.clear();
  ensure(batch.Delete(database_.handle(Family::kArticles), key));
  ensure(batch.Delete(database_.handle(Family::kContributions), key));
  BatchSink sink(database_, batch);
  count(sink, kArticlesCounter, uint64_t{0} - 1);
  count(sink, kEvidenceCounter, uint64_t{0} - removed.evidence);
  count(sink, kMentionsCounter, uint64_t{0} - removed.mentions);
  count(sink, kGeneration, 1);
  database_.write(batch);
  return true;
}

void Writer::forget() {
  const std::lock_guard lock(mutex_);
  written_names_.clear();
}

}  // namespace actant::internal
