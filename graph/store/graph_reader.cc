#include "graph/store/graph_reader.h"

#include <algorithm>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/edge_cursor.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/evidence_window.h"
#include "graph/store/internal/graph_reader.h"
#include "graph/store/internal/keys.h"
#include "graph/store/internal/node_evidence.h"
#include "graph/store/internal/node_reader.h"

namespace actant {

using internal::Family;

GraphReader::GraphReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GraphReader::~GraphReader() = default;

std::unique_ptr<EdgeCursor> GraphReader::cursor() const {
  return std::unique_ptr<EdgeCursor>(new EdgeCursor(std::make_unique<EdgeCursor::Impl>(impl_->view)));
}

NodeId GraphReader::representative(NodeId id) const { return impl_->view.representative(id); }

std::optional<Edge> GraphReader::edge(const EdgeKey& key) const { return internal::EdgeReader(impl_->view).read(key); }

std::optional<Edge> GraphReader::edge_of_part(const EdgeKey& part) const {
  return internal::EdgeReader(impl_->view).read_from(internal::merged_edge_key(impl_->view, part), part, nullptr);
}

bool GraphReader::for_each_evidence_of(
    NodeId node, std::span<const RelationChoice> relations,
    const std::function<bool(const EdgeKey& key, NodeId other)>& select,
    const std::function<bool(const EdgeKey& key, const EdgeKey& part, std::vector<Evidence>& evidence)>& visit,
    const EvidenceWindow& window) const {
  EdgeCursor::Impl parts(impl_->view);
  parts.every_part = true;
  const NodeId id = representative(node);
  parts.reset(id, {});
  for (const NodeId raw : impl_->view.resolution->members(id)) parts.add_node_ranges(raw, Direction::kBoth, relations);
  std::vector<internal::NodeEvidence::Part> selected;
  while (parts.next()) {
    if (!select(parts.key, parts.key.subject == id ? parts.key.object : parts.key.subject)) continue;
    const auto sums = parts.sums();
    selected.push_back({parts.key, parts.raw, sums ? sums->dates : internal::DateRange{}});
  }
  const bool all = internal::keep_window(window, selected);
  internal::NodeEvidence(impl_->view).for_each(std::move(selected), visit);
  return all;
}

std::string GraphReader::sentence(const Evidence& evidence) const {
  return internal::EdgeReader(impl_->view).sentence_text(evidence.article, evidence.sentence);
}

void GraphReader::for_each_sentence(ArticleId article,
                                    const std::function<bool(uint32_t begin, const std::string& text)>& visit) const {
  const std::string prefix = internal::article_key(article);
  impl_->view.database.scan(
      Family::kSentences, prefix,
      [&](std::string_view key, std::string_view text) {
        return visit(internal::Decoder(key.substr(prefix.size())).u32(), std::string(text));
      },
      &impl_->view.snapshot);
}

uint32_t GraphReader::articles(NodeId id) const { return internal::NodeReader(impl_->view).articles(id); }

std::string GraphReader::open_lemma(uint64_t id) const { return impl_->view.lemmas.lemma_of(id); }

double GraphReader::estimate_all_edges() const { return impl_->view.database.estimate_entries(Family::kEdgesOut); }

double GraphReader::estimate_edges(NodeId node, Direction direction, std::span<const RelationChoice> relations,
                                   size_t count_at_most) const {
  if (!impl_->counter) impl_->counter = cursor();
  EdgeCursor& counter = *impl_->counter;
  counter.seek_node(node, direction, relations);
  size_t counted = 0;
  while (counted < count_at_most && counter.next()) ++counted;
  if (counted < count_at_most) return static_cast<double>(counted);
  double sum = 0;
  for (const auto& range : counter.impl_->ranges) {
    std::string end = range.prefix;
    end.append(16, '\xff');
    sum += impl_->view.database.estimate_entries(range.in ? Family::kEdgesIn : Family::kEdgesOut, range.prefix, end);
  }
  return std::max(sum, static_cast<double>(counted));
}

RelationStatistics GraphReader::statistics(RelationType relation) const {
  return impl_->sample->of(relation, impl_->view);
}

}  // namespace actant
