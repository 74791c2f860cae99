#include "graph/query/neighbor_lists.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace actant {
namespace {

constexpr size_t kFirstPiece = 64;
constexpr uint32_t kMostDoublings = 12;

const std::vector<RelationChoice>& linking_relations() {
  static const std::vector<RelationChoice> list = [] {
    std::vector<RelationChoice> result;
    for (const RelationInfo& info : relations()) {
      if (info.type != RelationType::kStated && info.type != RelationType::kAlsoKnownAs)
        result.push_back({info.type, 0});
    }
    result.push_back({RelationType::kOpen, 0});
    return result;
  }();
  return list;
}

}  // namespace

bool LinkFilter::accepts_key(const EdgeKey& key) const {
  if (key.negated && !negated) return false;
  if (key.modality != Modality::kActual && only_actual) return false;
  if (!relations.empty()) return true;  // the cursor was asked for them
  return key.relation != RelationType::kStated && key.relation != RelationType::kAlsoKnownAs;
}

bool LinkFilter::accepts_node(NodeId node) const {
  return types.empty() || std::find(types.begin(), types.end(), node.type()) != types.end() ||
         std::find(exempt.begin(), exempt.end(), node) != exempt.end();
}

std::vector<RelationChoice> LinkFilter::all_relations() const {
  return relations.empty() ? linking_relations() : relations;
}

std::optional<Edge> passing_edge(Edge edge, const LinkFilter& filter, EvidenceFilter& evidence) {
  if (edge.articles < filter.min_articles) return std::nullopt;
  auto narrowed = evidence.narrow(edge);
  if (!narrowed || narrowed->articles < filter.min_articles || narrowed->confidence < filter.min_confidence) {
    return std::nullopt;
  }
  return narrowed;
}

std::vector<Edge> links_between(const Store& store, const GraphReader& reader, NodeId a, NodeId b, bool both_ways,
                                const LinkFilter& filter) {
  EvidenceFilter evidence(store, filter.evidence);
  const auto cursor = reader.cursor();
  const auto relations = filter.all_relations();
  std::vector<Edge> edges;
  const auto add = [&](NodeId from, NodeId to, bool again) {
    for (cursor->seek_pair(from, to, relations); cursor->next();) {
      if (!filter.accepts_key(cursor->key())) continue;
      if (again && relation_info(cursor->key().relation).symmetric) continue;
      if (auto edge = passing_edge(cursor->edge(), filter, evidence)) edges.push_back(*std::move(edge));
    }
  };
  add(a, b, false);
  if (both_ways) add(b, a, true);
  std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
    return std::tuple(y.confidence, y.articles, x.key) < std::tuple(x.confidence, x.articles, y.key);
  });
  return edges;
}

NeighborLists::NeighborLists(const Store& store, const GraphReader& reader, const LinkFilter& filter, Cost cost)
    : reader_(reader),
      filter_(filter),
      cost_(cost),
      relations_(filter.relations),
      evidence_(store, filter.evidence),
      cursor_(reader.cursor()) {}

NeighborLists::~NeighborLists() = default;

double NeighborLists::least_cost() const { return cost_ == Cost::kOne ? 1 : -std::log(kHopFactor); }

float NeighborLists::read_cost(const EdgeKey& part) {
  const auto stored = reader_.edge_of_part(part);
  const auto edge = stored ? passing_edge(*stored, filter_, evidence_) : std::nullopt;
  return edge ? cost_of(*edge) : std::numeric_limits<float>::infinity();
}

float NeighborLists::cost(NodeId node, Direction direction, const Neighbor& neighbor) {
  if (!reads_edges()) return 1;
  Link& link = lists_.at(list_key(node, direction)).links[neighbor.place];
  if (link.cost == 0) link.cost = read_cost(link.part);
  return link.cost;
}

float NeighborLists::cost_of(const Edge& edge) const {
  if (cost_ == Cost::kOne) return 1;
  return static_cast<float>(-std::log(std::max(edge.confidence, 1e-6) * kHopFactor));
}

uint64_t NeighborLists::edges_in(uint32_t pieces) {
  uint64_t edges = 0;
  for (uint32_t piece = 0; piece < pieces; ++piece) edges += kFirstPiece << std::min(piece, kMostDoublings);
  return edges;
}

void NeighborLists::read_piece(List& list, NodeId node, Direction direction) {
  cursor_->seek_node(node, direction, relations_);
  if (!list.ends.empty()) cursor_->resume(list.place);
  size_t left = kFirstPiece << std::min<size_t>(list.ends.size(), kMostDoublings);
  bool more = true;
  for (; left > 0 && (more = cursor_->next()); --left) {
    ++edges_read_;
    if (!filter_.accepts_key(cursor_->key()) || !filter_.accepts_node(cursor_->other())) continue;
    list.neighbors.push_back({cursor_->other(), static_cast<uint32_t>(list.neighbors.size())});
    if (reads_edges()) list.links.push_back({cursor_->part(), 0});
  }
  list.complete = !more;
  if (more) list.place = cursor_->place();
  list.ends.push_back(static_cast<uint32_t>(list.neighbors.size()));
}

std::span<const Neighbor> NeighborLists::piece(NodeId node, Direction direction, uint32_t piece) {
  List& list = lists_[list_key(node, direction)];
  while (list.ends.size() <= piece && !list.complete) read_piece(list, node, direction);
  if (list.ends.size() <= piece) return {};
  const uint32_t begin = piece == 0 ? 0 : list.ends[piece - 1];
  return std::span(list.neighbors).subspan(begin, list.ends[piece] - begin);
}

bool NeighborLists::is_last(NodeId node, Direction direction, uint32_t piece) const {
  const auto it = lists_.find(list_key(node, direction));
  return it != lists_.end() && it->second.complete && it->second.ends.size() <= piece + 1;
}

}  // namespace actant
