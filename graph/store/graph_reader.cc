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

namespace {

constexpr uint64_t kSamplePlaces = 16;  // in each of the seven types: the hashes of ids are evenly spread
constexpr size_t kSampleKeys = 32;      // read at each place
constexpr int kTypes = 7;

/// Keys and different (node, relation) pairs of a sample, by relation.
struct SampleCounts {
  std::array<double, 256> keys{}, pairs{};
};

// Counts `weight` for each key read from `begin` on, as long as it is of the same type of node.
void sample_place(rocksdb::Iterator& it, const std::string& begin, double weight, SampleCounts& counts) {
  std::string pair;
  size_t left = kSampleKeys;
  for (it.Seek(internal::slice(begin)); it.Valid() && left > 0; it.Next(), --left) {
    const std::string_view key = internal::view(it.key());
    if (key.size() != internal::kEdgeKeySize || (key[0] >> 4 & 15) != (begin[0] >> 4 & 15)) break;
    const auto relation = static_cast<unsigned char>(key[8]);
    counts.keys[relation] += weight;
    if (key.substr(0, 9) == pair) continue;
    pair = key.substr(0, 9);
    counts.pairs[relation] += weight;
  }
}

SampleCounts sample_family(const internal::ReadView& view, Family family) {
  SampleCounts counts;
  const auto it = view.database.iterator(family, &view.snapshot);
  for (uint64_t type = 1; type <= kTypes; ++type) {
    std::string begin, end;
    internal::put_u64(begin, type << 60);
    internal::put_u64(end, (type + 1) << 60);
    const double share = view.database.estimate_entries(family, begin, end) + 1;
    SampleCounts of_type;
    double read = 0;
    for (uint64_t place = 0; place < kSamplePlaces; ++place) {
      std::string key;
      internal::put_u64(key, type << 60 | place << 56);
      sample_place(*it, key, 1, of_type);
    }
    for (const double keys : of_type.keys) read += keys;
    if (read == 0) continue;
    for (size_t i = 0; i < counts.keys.size(); ++i) {
      counts.keys[i] += of_type.keys[i] * share / read;
      counts.pairs[i] += of_type.pairs[i] * share / read;
    }
  }
  return counts;
}

}  // namespace

void GraphReader::Impl::sample(Statistics& result) const {
  const SampleCounts out = sample_family(view, Family::kEdgesOut), in = sample_family(view, Family::kEdgesIn);
  for (size_t i = 0; i < result.size(); ++i) {
    result[i].edges = out.keys[i];
    result[i].fan_out = out.pairs[i] > 0 ? out.keys[i] / out.pairs[i] : 1;
    result[i].fan_in = in.pairs[i] > 0 ? in.keys[i] / in.pairs[i] : 1;
  }
  // A symmetric edge may be met from either end.
  for (const RelationInfo& info : relations()) {
    RelationStatistics& of = result[static_cast<size_t>(info.type)];
    if (info.symmetric) of.fan_out = of.fan_in = of.fan_out + of.fan_in;
  }
}

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
  if (!impl_->statistics) impl_->sample(impl_->statistics.emplace());
  return (*impl_->statistics)[static_cast<size_t>(relation)];
}

}  // namespace actant
