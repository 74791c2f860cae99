#include "graph/store/store.h"

#include <mutex>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/name_reader.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"
#include "graph/store/internal/values.h"
#include "graph/store/internal/writer.h"

namespace actant {

using internal::Database;
using internal::Family;

struct Store::Impl {
  Impl(const std::string& directory, const StoreOptions& store_options, bool read_only)
      : options(store_options),
        database(directory, store_options, read_only),
        lemmas(database),
        writer(database, lemmas) {}

  internal::ReadView view() const {
    const std::lock_guard lock(mutex);
    if (!resolution) resolution = internal::Resolution::load(database);
    return {database, lemmas, resolution};
  }

  uint64_t counter(const char* name) const {
    const auto bytes = database.get(Family::kMeta, name);
    return bytes ? internal::parse_counter(*bytes) : 0;
  }

  void check_writable() const {
    if (database.read_only()) throw InvalidArgument("graph '" + database.directory() + "' was opened for reading only");
  }

  StoreOptions options;
  Database database;
  internal::OpenLemmas lemmas;
  internal::Writer writer;
  mutable std::mutex mutex;  // guards resolution
  mutable std::shared_ptr<const internal::Resolution> resolution;
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(const std::string& directory, const StoreOptions& options) {
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(directory, options, false)));
}

std::unique_ptr<Store> Store::open_read_only(const std::string& directory, const StoreOptions& options) {
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(directory, options, true)));
}

AddResult Store::add(const Record& record, uint64_t fingerprint) {
  impl_->check_writable();
  return impl_->writer.add(record, fingerprint);
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

void Store::resolve() {
  impl_->check_writable();
  const std::lock_guard lock(impl_->mutex);
  if (auto resolution = internal::resolve_graph(impl_->database, impl_->lemmas))
    impl_->resolution = std::move(resolution);
}

void Store::flush() {
  impl_->check_writable();
  impl_->database.flush(impl_->options.bulk);
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
  return Article{id, std::move(value.info), value.relations};
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
  internal::EdgeReader(view).for_each(visit);
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
  impl_->database.scan(Family::kArticles, {}, [&](std::string_view key, std::string_view bytes) {
    auto value = internal::parse_value<internal::ArticleValue>(bytes, "articles");
    return visit(Article{internal::decode_article_key(key), std::move(value.info), value.relations});
  });
}

uint64_t article_fingerprint(std::string_view text, std::string_view extractor_version) {
  const uint64_t hash = stable_hash(text, stable_hash(extractor_version));
  return hash == 0 ? 1 : hash;  // 0 stands for no fingerprint
}

}  // namespace actant
