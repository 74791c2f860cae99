#ifndef ACTANT_GRAPH_QUERY_EDGE_QUERY_H_
#define ACTANT_GRAPH_QUERY_EDGE_QUERY_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// A pattern of one triple: what is not given matches everything.
struct EdgeQuery {
  std::optional<NodeId> subject;  ///< any layer-1 node of it will do
  std::optional<NodeId> object;
  std::optional<RelationType> relation;
  std::string open_lemma;  ///< with relation kOpen: only this lemma
  std::optional<EntityType> subject_type;
  std::optional<EntityType> object_type;
  std::optional<bool> negated;
  std::optional<Modality> modality;
  std::optional<bool> attributed;  ///< true: some evidence is attributed to someone; false: none is
  uint32_t min_articles = 1;
  double min_confidence = 0;

  /// Only evidence of these days and publishers counts; an edge without any is no match. The bounds are ISO 8601, may
  /// be partial and are inclusive. The date of a piece of evidence is that of the event where it is known, else of the
  /// article. Empty: no bound.
  std::string since, until;
  std::vector<std::string> sources;  ///< names of publishers, compared without case

  /// True when evidence has to be read to answer.
  bool filters_evidence() const { return !since.empty() || !until.empty() || !sources.empty(); }
};

/// How match_edges() reads the graph.
enum class EdgePlan {
  kOne,  ///< subject, relation and object are known: a few look-ups
  kOut,  ///< the edges from the subject
  kIn,   ///< the edges to the object
  kAll,  ///< every edge
};

/// The plan for a query: one edge, else the side of the node with fewer articles, else all.
EdgePlan plan_edges(const Store& store, const EdgeQuery& query);

/// Calls `visit` for each edge that matches, in no particular order; false stops. With filters on evidence the edge's
/// counts, dates and confidence are those of the evidence that passes. A symmetric edge matches in either direction and
/// keeps its key. Cost: the edges that the plan reads; with filters on evidence also the evidence of those that match
/// otherwise.
void match_edges(const Store& store, const EdgeQuery& query, const std::function<bool(const Edge&)>& visit);

/// The matching edges with most support first (articles, then pieces of evidence, then confidence, then key), at most
/// `limit` of them (0: all). Keeps at most twice the limit in memory.
std::vector<Edge> strongest_edges(const Store& store, const EdgeQuery& query, size_t limit);

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_EDGE_QUERY_H_
