#include "graph/store/merge_graphs.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "graph/model/error.h"
#include "graph/store/internal/bulk_tables.h"
#include "graph/store/internal/derive.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/sorted_runs.h"
#include "graph/store/internal/store_impl.h"

namespace actant {

using internal::ArticleValue;
using internal::Database;
using internal::Family;

namespace {

const std::vector<Family> kMerged = {Family::kSentences, Family::kEvidence, Family::kAttributes, Family::kContributions,
                                     Family::kArticles,  Family::kMentions, Family::kEdgesOut,   Family::kNames,
                                     Family::kEdgesIn,   Family::kNodes,    Family::kStatements, Family::kOpenLemmas};

/// One of the other graphs.
struct Other {
  explicit Other(const std::string& directory, const StoreOptions& options) : database(directory, options, true) {}

  bool keeps(ArticleId article) const { return !std::binary_search(left_out.begin(), left_out.end(), article); }

  Database database;
  std::vector<ArticleId> left_out;  // articles that a graph before it has, by id
};

/// Counts what is written.
struct Counts {
  std::atomic<uint64_t> evidence{0}, mentions{0};
  void add(Family family, std::string_view value) {
    if (family == Family::kEvidence) ++evidence;
    if (family == Family::kMentions) mentions += internal::parse_value<internal::MentionValue>(value, "mentions").count;
  }
};

class Merge {
 public:
  Merge(Database& target, const std::vector<std::string>& directories, const StoreOptions& store_options,
        const BulkOptions& options)
      : target_(target), options_(options) {
    for (const std::string& directory : directories) {
      std::error_code error;
      if (std::filesystem::equivalent(directory, target.directory(), error)) {
        throw InvalidArgument("graph '" + directory + "' cannot be merged into itself");
      }
      others_.push_back(std::make_unique<Other>(directory, store_options));
    }
  }

  MergedGraphs run() {
    choose_articles();
    take_decisions();
    if (result_.added == 0) return result_;
    internal::BulkTables tables(target_);
    internal::SortedRuns derived(tables.folder(), options_.memory_bytes);
    for (const auto& other : others_) {
      if (other->left_out.empty()) continue;
      derive_entries(other->database, [&](ArticleId article) { return other->keeps(article); }, derived);
    }
    derived.finish();
    Counts counts;
    tables.write(
        kMerged, [&](Family family) { return source(family, derived); }, options_.threads,
        [&](Family family, std::string_view, std::string_view value) { counts.add(family, value); });
    tables.ingest({{internal::kArticlesCounter, result_.added},
                   {internal::kEvidenceCounter, counts.evidence},
                   {internal::kMentionsCounter, counts.mentions},
                   {internal::kGeneration, result_.added}});
    take_models();
    return result_;
  }

 private:
  // Walks over the articles of all graphs at once. The first graph that has an article gives it.
  void choose_articles() {
    std::vector<std::unique_ptr<internal::EntrySource>> sources;
    sources.push_back(make_family_source(target_, Family::kArticles, nullptr));
    for (const auto& other : others_)
      sources.push_back(make_family_source(other->database, Family::kArticles, nullptr));
    for (;;) {
      std::optional<std::string> least;
      for (const auto& source : sources) {
        if (source->valid() && (!least || source->key() < *least)) least = source->key();
      }
      if (!least) return;
      choose(*least, sources);
    }
  }

  void choose(const std::string& key, std::vector<std::unique_ptr<internal::EntrySource>>& sources) {
    std::optional<uint64_t> content;
    for (size_t i = 0; i < sources.size(); ++i) {
      if (!sources[i]->valid() || sources[i]->key() != key) continue;
      const uint64_t own = internal::parse_value<ArticleValue>(sources[i]->value(), "articles").content;
      if (!content) {
        result_.added += i > 0 ? 1 : 0;
        content = own;
      } else {
        ++(own == *content ? result_.unchanged : result_.differing);
        others_[i - 1]->left_out.push_back(internal::decode_article_key(key));
      }
      sources[i]->next();
    }
  }

  std::unique_ptr<internal::EntrySource> source(Family family, const internal::SortedRuns& derived) const {
    std::vector<std::unique_ptr<internal::EntrySource>> sources;
    for (const auto& other : others_) {
      const bool whole = other->left_out.empty();
      if (!whole && !internal::is_primary(family) && family != Family::kOpenLemmas) continue;  // among the derived ones
      std::function<bool(std::string_view)> keep;
      if (!whole && internal::is_primary(family)) {
        keep = [family, one = other.get()](std::string_view key) {
          return one->keeps(internal::article_of(family, key));
        };
      }
      sources.push_back(make_family_source(other->database, family, std::move(keep)));
    }
    sources.push_back(derived.source(family));
    return make_merged_source(family, std::move(sources));
  }

  // What persons decided and the entities of watch lists. Of two that contradict, that of the first graph stays.
  void take_decisions() {
    rocksdb::WriteBatch batch;
    internal::BatchSink sink(target_, batch);
    std::map<std::string, const Database*, std::less<>> taken;  // key -> where it came from
    for (const auto& other : others_) {
      other->database.scan(Family::kDecisions, {}, [&](std::string_view key, std::string_view value) {
        const auto it = taken.find(key);
        const Database& earlier = it == taken.end() ? target_ : *it->second;
        if (const auto kept = earlier.get(Family::kDecisions, key)) {
          if (*kept != value) compare_decisions(key, *kept, earlier, value, other->database);
          return true;
        }
        taken.emplace(key, &other->database);
        ++(key.starts_with('d') ? result_.decisions : result_.known);
        sink.put(Family::kDecisions, key, value);
        return true;
      });
    }
    if (taken.empty()) return;
    internal::count(sink, internal::kGeneration, 1);
    target_.write(batch);
  }

  // Another note on the same decision is no conflict.
  void compare_decisions(std::string_view key, std::string_view kept, const Database& earlier,
                         std::string_view left_out, const Database& later) {
    if (!key.starts_with('d')) {
      ++result_.known_differing;
      return;
    }
    Decision one = internal::parse_decision_entry(key, kept), other = internal::parse_decision_entry(key, left_out);
    if (one.kind == other.kind && one.text == other.text) return;
    result_.conflicts.push_back({std::move(one), std::move(other), earlier.directory(), later.directory()});
  }

  // The versions of extractors that the other graphs know.
  void take_models() {
    rocksdb::WriteBatch batch;
    internal::BatchSink sink(target_, batch);
    for (const auto& other : others_) {
      other->database.scan(Family::kMeta, internal::kModelPrefix, [&](std::string_view key, std::string_view value) {
        sink.put(Family::kMeta, key, value);
        return true;
      });
      const auto model = other->database.get(Family::kMeta, internal::kModel);
      if (model && !target_.get(Family::kMeta, internal::kModel)) sink.put(Family::kMeta, internal::kModel, *model);
    }
    target_.write(batch);
  }

  Database& target_;
  BulkOptions options_;
  std::vector<std::unique_ptr<Other>> others_;
  MergedGraphs result_;
};

}  // namespace

MergedGraphs merge_graphs(Store& store, const std::vector<std::string>& others, const BulkOptions& options) {
  Store::Impl& impl = Store::Impl::of(store);
  impl.check_writable();
  const MergedGraphs result = Merge(impl.database, others, impl.options, options).run();
  impl.writer.forget();
  return result;
}

}  // namespace actant
