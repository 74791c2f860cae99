#ifndef ACTANT_GRAPH_QUERY_PLANNER_H_
#define ACTANT_GRAPH_QUERY_PLANNER_H_

#include <memory>
#include <vector>

#include "graph/query/operator.h"
#include "graph/query/operators/node_filter.h"

namespace actant {

/// A query whose variables are slots and whose names are nodes of the graph.
struct ResolvedQuery {
  std::vector<std::vector<NodeId>> choices;  ///< [slots] the nodes of a name; empty for variables
  std::vector<TripleStep> steps;
  /// A condition with the slots it needs and its text.
  struct Filter {
    NodeCondition condition;
    std::vector<size_t> slots;
    std::string text;
    bool reads_nodes = false;
  };
  std::vector<Filter> filters;
};

/// Finds the order of the triples and how each is joined, greedily by the smallest estimate: of edges at named nodes,
/// which are counted, or sampled averages (GraphReader::statistics()). Conditions and filters come as soon as what they
/// need is bound. Cost: a few seeks for each triple; the sample when a variable is joined.
std::unique_ptr<Operator> plan_triples(ResolvedQuery query, const Store& store, const GraphReader& reader,
                                       NodeCache& nodes);

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_PLANNER_H_
