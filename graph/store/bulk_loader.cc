#include "graph/store/bulk_loader.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "graph/store/internal/bulk_tables.h"
#include "graph/store/internal/sorted_runs.h"
#include "graph/store/internal/store_impl.h"

namespace actant {

using internal::Contribution;
using internal::Family;

namespace {

constexpr size_t kMostArticles = size_t{4} << 20;  // between two steps; their ids take about 160 MB
constexpr size_t kMostAgain = 1000;

// The largest first, so that the threads end together.
const std::vector<Family> kWritten = {Family::kSentences,     Family::kEvidence,   Family::kAttributes,
                                      Family::kContributions, Family::kArticles,   Family::kMentions,
                                      Family::kEdgesOut,      Family::kNames,      Family::kEdgesIn,
                                      Family::kNodes,         Family::kStatements, Family::kOpenLemmas};

}  // namespace

struct BulkLoader::Impl {
  Impl(Store& target, const BulkOptions& bulk_options) : store(Store::Impl::of(target)), options(bulk_options) {
    store.check_writable();
    begin();
  }

  void begin() {
    tables.emplace(store.database);
    runs.emplace(tables->folder(), options.step_bytes == 0 ? options.memory_bytes : SIZE_MAX);
    empty = !store.database.has_entries(Family::kArticles);
  }

  AddResult add(const Contribution& contribution) {
    const std::lock_guard lock(mutex);
    const uint64_t id = contribution.article.value;
    if (!empty && store.database.get(Family::kArticles, internal::article_key(contribution.article))) {
      return store.writer.add(contribution);
    }
    const auto [known, is_new] = contents.emplace(id, contribution.value.content);
    if (!is_new) return add_again(contribution, known->second);
    internal::write_entries(contribution, names, *runs);
    evidence += contribution.evidence();
    mentions += contribution.mentions();
    if (contents.size() >= kMostArticles || is_step_full()) step(true);
    return AddResult::kAdded;
  }

  bool is_step_full() const { return options.step_bytes != 0 && runs->used() >= options.step_bytes; }

  // Another article of an id that is in the sorted runs already: put off until these are written.
  AddResult add_again(const Contribution& contribution, uint64_t& content) {
    if (content == contribution.value.content) return AddResult::kUnchanged;
    content = contribution.value.content;
    again.push_back(contribution);
    if (again.size() >= kMostAgain) step(true);
    return AddResult::kReplaced;
  }

  // Makes everything so far part of the graph.
  void step(bool go_on) {
    if (!contents.empty()) {
      runs->finish();
      tables->write(kWritten, [&](Family family) { return runs->source(family); }, options.threads);
      tables->ingest({{internal::kArticlesCounter, contents.size()},
                      {internal::kEvidenceCounter, evidence},
                      {internal::kMentionsCounter, mentions},
                      {internal::kGeneration, contents.size()}});
      bytes += tables->bytes();
    }
    runs.reset();
    tables.reset();
    contents.clear();
    names.clear();
    evidence = mentions = 0;
    store.writer.forget();
    for (const Contribution& contribution : again) store.writer.add(contribution);
    again.clear();
    if (go_on) begin();
  }

  Store::Impl& store;
  BulkOptions options;
  std::mutex mutex;
  std::optional<internal::BulkTables> tables;
  std::optional<internal::SortedRuns> runs;
  bool empty = true;                                // no article was stored at the beginning
  std::unordered_map<uint64_t, uint64_t> contents;  // of the articles in the sorted runs
  internal::WrittenNames names;
  std::vector<Contribution> again;
  uint64_t evidence = 0, mentions = 0, bytes = 0;
};

BulkLoader::BulkLoader(Store& store, const BulkOptions& options) : impl_(std::make_unique<Impl>(store, options)) {}
BulkLoader::~BulkLoader() = default;

AddResult BulkLoader::add(const Record& record, uint64_t fingerprint, std::string_view model) {
  return impl_->add(internal::make_contribution(record, fingerprint, impl_->store.writer.model_id(model)));
}

void BulkLoader::finish() {
  const std::lock_guard lock(impl_->mutex);
  impl_->step(false);
}

uint64_t BulkLoader::bytes_written() const { return impl_->bytes; }

}  // namespace actant
