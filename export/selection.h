#ifndef ACTANT_EXPORT_SELECTION_H_
#define ACTANT_EXPORT_SELECTION_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "graph/query/evidence_filter.h"
#include "graph/store/store.h"

namespace actant {

/// Which part of the graph to export. The default is everything but statement nodes and open relations.
struct Selection {
  uint32_t min_articles = 1;   ///< edges supported by fewer articles are left out
  size_t top = 0;              ///< keep the N nodes with most supporting articles on their edges; 0: all
  std::vector<NodeId> around;  ///< keep what is within `hops` of these nodes; empty: everything
  int hops = 1;
  std::vector<RelationType> relations;  ///< empty: all
  std::vector<EntityType> types;        ///< both ends of an edge; empty: all
  EvidenceBounds evidence;              ///< only this evidence counts: edges without any are left out
  double min_confidence = 0;
  bool with_statements = false;  ///< statement nodes and `stated` edges
  bool with_open = false;        ///< open relations

  /// True when nothing is left out that the whole graph would show, so that no set of nodes has to be kept.
  bool everything() const;
};

/// The selected part of a store, streamed in the order of ids. Without filters it needs constant memory, with filters 8
/// bytes a selected node and the passes over the edges that the filters need (one; one more per hop and for `top`).
class SelectedGraph {
 public:
  /// `folder`: CitationNeeds::folder.
  SelectedGraph(const Store& store, const Selection& selection, std::string folder = {});

  /// `more`: nodes that are visited though they are not selected.
  void for_each_node(const std::function<bool(const Node&)>& visit,
                     const std::unordered_set<uint64_t>* more = nullptr) const;
  bool holds(NodeId node) const;
  void for_each_edge(const std::function<bool(const Edge&)>& visit) const;
  /// The selected edges with the evidence that the selection lets count (see Store::for_each_cited_edge). With bounds
  /// on evidence all evidence of the edges in question is read, and the article of each shown edge is a look-up.
  void for_each_cited_edge(CitationNeeds needs, const std::function<bool(const CitedEdge&)>& visit) const;
  const Store& store() const { return store_; }

 private:
  bool passes(const Edge& edge) const;
  std::optional<Edge> select(const Edge& edge) const;
  void for_each_narrowed(const CitationNeeds& needs,
                         const std::function<bool(const Edge&, std::vector<Evidence>&)>& visit) const;
  void for_each_selected(const std::function<bool(const Edge&)>& visit) const;
  void restrict_to_surroundings();
  void restrict_to_top();
  void collect_nodes();

  const Store& store_;
  Selection selection_;
  const std::string folder_;
  mutable EvidenceFilter filter_;
  bool restricted_ = false;  // nodes_ decides
  std::unordered_set<uint64_t> nodes_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_SELECTION_H_
