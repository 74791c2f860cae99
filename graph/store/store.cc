#include "graph/store/store.h"

#include "graph/model/error.h"
#include "graph/store/internal/cited_edges.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/edge_walk.h"
#include "graph/store/internal/graph_reader.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/name_reader.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"
#include "graph/store/internal/store_impl.h"
#include "graph/store/internal/values.h"

namespace actant {

using internal::Family;

Store::Impl::Impl(const std::string& directory, const StoreOptions& store_options, bool read_only)
    : options(store_options), database(directory, store_options, read_only), lemmas(database), writer(database) {
  if (read_only) sample = std::make_shared<internal::RelationSample>();
}

internal::ReadView Store::Impl::view() const {
  const std::lock_guard lock(mutex);
  if (!resolution) {
    // Before the decisions: should others be made in between, their generation is a later one, and these sums are not
    // used.
    sums_generation = counter(internal::kMergedSumsGeneration);
    resolution = database.read_only() ? internal::Resolution::open(database) : internal::Resolution::load(database);
    stories = database.get(Family::kMeta, internal::kStories).has_value();
  }
  return {database, lemmas, resolution, stories, sums_generation};
}

uint64_t Store::Impl::counter(const char* name) const {
  const auto bytes = database.get(Family::kMeta, name);
  return bytes ? internal::parse_counter(*bytes) : 0;
}

void Store::Impl::check_writable() const {
  if (database.read_only()) throw InvalidArgument("graph '" + database.directory() + "' was opened for reading only");
}

void Store::Impl::decisions_changed() {
  const std::lock_guard lock(mutex);
  resolution = nullptr;
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(const std::string& directory, const StoreOptions& options) {
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(directory, options, false)));
}

std::unique_ptr<Store> Store::open_read_only(const std::string& directory, const StoreOptions& options) {
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(directory, options, true)));
}

AddResult Store::add(const Record& record, uint64_t fingerprint, std::string_view model) {
  impl_->check_writable();
  return impl_->writer.add(record, fingerprint, model);
}

std::vector<AddResult> Store::add_all(std::span<const Record> records, std::string_view model,
                                      std::span<const uint64_t> fingerprints) {
  impl_->check_writable();
  if (!fingerprints.empty() && fingerprints.size() != records.size()) {
    throw InvalidArgument("expected a fingerprint for each record or none");
  }
  const uint64_t model_id = impl_->writer.model_id(model);
  std::vector<internal::Contribution> contributions;
  contributions.reserve(records.size());
  for (size_t i = 0; i < records.size(); ++i) {
    const uint64_t fingerprint = fingerprints.empty() ? 0 : fingerprints[i];
    contributions.push_back(internal::make_contribution(records[i], fingerprint, model_id));
  }
  return impl_->writer.add_all(contributions);
}

bool Store::remove(ArticleId article) {
  impl_->check_writable();
  return impl_->writer.remove(article);
}

bool Store::contains(ArticleId article, uint64_t fingerprint) const {
  const auto bytes = impl_->database.get(Family::kArticles, internal::article_key(article));
  if (!bytes) return false;
  return internal::parse_value<internal::ArticleValue>(*bytes, "articles").fingerprint == fingerprint;
}

std::vector<Decision> Store::resolve(const ResolveOptions& options) {
  impl_->check_writable();
  std::vector<Decision> contradictions;
  if (internal::resolve_graph(impl_->database, impl_->lemmas, contradictions, options)) impl_->decisions_changed();
  return contradictions;
}

void Store::count_duplicates(bool each) {
  impl_->check_writable();
  if (impl_->database.get(Family::kMeta, internal::kCountDuplicates).has_value() == each) return;
  rocksdb::WriteBatch batch;
  auto* meta = impl_->database.handle(Family::kMeta);
  internal::check(
      each ? batch.Put(meta, internal::kCountDuplicates, "1") : batch.Delete(meta, internal::kCountDuplicates),
      "cannot write");
  internal::BatchSink sink(impl_->database, batch);
  internal::count(sink, internal::kGeneration, 1);  // what was resolved is no longer so
  impl_->database.write(batch);
}

void Store::flush() {
  impl_->check_writable();
  impl_->database.flush(impl_->options.bulk);
}

void Store::compact() {
  impl_->check_writable();
  impl_->database.flush(true);
}

StoreCounts Store::counts() const {
  StoreCounts counts;
  counts.articles = impl_->counter(internal::kArticlesCounter);
  counts.evidence = impl_->counter(internal::kEvidenceCounter);
  counts.mentions = impl_->counter(internal::kMentionsCounter);
  if (!internal::read_resolved_counts(impl_->database, counts)) internal::count_resolved(impl_->view(), counts);
  return counts;
}

std::string Store::uuid() const { return impl_->database.get(Family::kMeta, "uuid").value_or(""); }

std::string Store::model() const { return impl_->database.get(Family::kMeta, internal::kModel).value_or(""); }

std::string Store::created() const { return impl_->database.get(Family::kMeta, "created").value_or(""); }

std::optional<Node> Store::node(NodeId id) const {
  const auto view = impl_->view();
  return internal::NodeReader(view).read(id);
}

std::optional<Edge> Store::edge(const EdgeKey& key) const {
  const auto view = impl_->view();
  return internal::EdgeReader(view).read(key);
}

std::optional<Article> Store::article(ArticleId id) const {
  const auto bytes = impl_->database.get(Family::kArticles, internal::article_key(id));
  if (!bytes) return std::nullopt;
  auto value = internal::parse_value<internal::ArticleValue>(*bytes, "articles");
  const ArticleId original = internal::original_of(impl_->view(), id);
  return Article{id, original, std::move(value.info), value.relations, value.author()};
}

std::vector<Node> Store::find(std::string_view name) const {
  const auto view = impl_->view();
  return internal::NameReader(view).find(name);
}

std::vector<Node> Store::nearest(std::string_view name, size_t limit) const {
  const auto view = impl_->view();
  return internal::NameReader(view).nearest(name, limit);
}

void Store::for_each_node(const std::function<bool(const Node&)>& visit) const {
  const auto view = impl_->view();
  internal::NodeReader(view).for_each(visit);
}

void Store::for_each_node_id(const std::function<bool(NodeId)>& visit) const {
  const auto view = impl_->view();
  view.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view) {
        const NodeId id = internal::decode_node_key(key);
        return view.representative(id) != id || visit(id);
      },
      &view.snapshot);
}

void Store::for_each_edge(const std::function<bool(const Edge&)>& visit) const {
  const auto view = impl_->view();
  internal::EdgeWalk(view).for_each(visit);
}

void Store::for_each_cited_edge(const CitationNeeds& needs, const std::function<bool(const Edge&)>& select,
                                const std::function<bool(const CitedEdge&)>& visit) const {
  const auto view = impl_->view();
  internal::CitedEdgeReader(view, needs).for_each(select, visit);
}

void Store::for_each_edge_of(NodeId node, Direction direction, const std::function<bool(const Edge&)>& visit) const {
  const auto view = impl_->view();
  internal::EdgeReader(view).for_each_of(node, direction, visit);
}

void Store::for_each_evidence(const EdgeKey& key, const std::function<bool(const Evidence&)>& visit) const {
  const auto view = impl_->view();
  internal::EdgeReader(view).for_each_evidence(key, visit);
}

void Store::for_each_article(const std::function<bool(const Article&)>& visit) const {
  const auto view = impl_->view();
  view.database.scan(
      Family::kArticles, {},
      [&](std::string_view key, std::string_view bytes) {
        auto value = internal::parse_value<internal::ArticleValue>(bytes, "articles");
        const ArticleId id = internal::decode_article_key(key);
        return visit(
            Article{id, internal::original_of(view, id), std::move(value.info), value.relations, value.author()});
      },
      &view.snapshot);
}

std::unique_ptr<GraphReader> Store::reader() const {
  auto sample = impl_->sample ? impl_->sample : std::make_shared<internal::RelationSample>();
  auto impl = std::make_unique<GraphReader::Impl>([this] { return impl_->view(); }, std::move(sample));
  return std::unique_ptr<GraphReader>(new GraphReader(std::move(impl)));
}

uint64_t article_fingerprint(std::string_view text, std::string_view extractor_version) {
  const uint64_t hash = stable_hash(text, stable_hash(extractor_version));
  return hash == 0 ? 1 : hash;  // 0 stands for no fingerprint
}

}  // namespace actant
