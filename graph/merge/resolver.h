#ifndef ACTANT_GRAPH_MERGE_RESOLVER_H_
#define ACTANT_GRAPH_MERGE_RESOLVER_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/merge/decision.h"
#include "graph/merge/known_entity.h"
#include "graph/merge/merge_reason.h"
#include "graph/merge/node_table.h"
#include "graph/model/ids.h"

namespace actant {

// Who is who: which nodes of layer 1 are one thing. Knows nothing of the store, which includes this header to keep the
// decisions; so the order of articles cannot matter.

/// What else the graph knows of nodes; asked only where there is doubt.
class ResolverContext {
 public:
  virtual ~ResolverContext() = default;
  /// The layer-1 nodes that share an edge with a node, sorted.
  virtual std::vector<NodeId> neighbors(NodeId node) const = 0;
  /// Tells that these nodes, sorted, will be asked for, most of them more than once, and those of the last call no
  /// more: reading them in this order costs a fraction of jumping between them.
  virtual void read_ahead(std::span<const NodeId> nodes) const { static_cast<void>(nodes); }
  /// The persons that an edge says are relatives of this one.
  virtual std::vector<NodeId> relatives(NodeId node) const {
    static_cast<void>(node);
    return {};
  }
  /// How near the articles of two nodes are to each other; may look at some of them only, always the same ones.
  struct Nearness {
    bool same_source = false;      ///< one publisher has articles on both
    std::optional<uint32_t> days;  ///< between the two nearest
  };
  virtual Nearness nearness(NodeId a, NodeId b) const {
    static_cast<void>(a), static_cast<void>(b);
    return {};
  }
  /// How many articles mention both; may look at some of the articles only, always the same ones.
  virtual uint32_t together(NodeId a, NodeId b) const = 0;
};

/// What persons and lists say, which wins.
struct ResolverInput {
  std::vector<Decision> decisions;
  /// Calls its argument for each entity of the watch lists, in any order; may be empty.
  std::function<void(const std::function<void(KnownEntity)>&)> for_each_known;
  /// Takes what was joined to what and why as it is joined, instead of ResolverOutput::steps; may be empty.
  std::function<void(const MergeStep&)> take_step;
  /// The score from which nodes are one; others than the default are for measurements.
  double threshold = kMergeThreshold;
};

/// What a resolution took, whatever the machine.
struct ResolverWork {
  uint64_t looked = 0;    ///< pairs of names of one block
  uint64_t compared = 0;  ///< of these, pairs whose words were compared
  uint64_t weighed = 0;   ///< pairs of nodes for which it was read what else speaks for them
};

struct ResolverOutput {
  /// (node, representative) for each node that is not its own representative. The representative is the member with
  /// most mentions, among equals the smallest id.
  std::vector<std::pair<NodeId, NodeId>> representatives;
  /// What was joined to what and why, in the order of (a, b); each node is connected with its representative by these.
  std::vector<MergeStep> steps;
  /// (representative, id of the watch list's entity), sorted.
  std::vector<std::pair<NodeId, std::string>> known;
  /// Decisions of persons that contradict others (same and different) and could not be followed.
  std::vector<Decision> contradictions;
  ResolverWork work;
};

/// A pure function of its arguments: the order of `nodes` and of the watch list does not matter. Near-linear: nodes
/// that share no key are never compared (graph/merge/blocking.h), and what is compared inside one block is bounded.
/// Memory: see graph/merge/who_is_who.md.
ResolverOutput resolve_nodes(NodeTable nodes, const ResolverContext& context, const ResolverInput& input = {});
/// The same for a few nodes.
ResolverOutput resolve_nodes(const std::vector<RawNode>& nodes, const ResolverContext& context,
                             const ResolverInput& input = {});

/// What speaks for and against two nodes being one, whatever else the graph holds: the reasons that do not need the
/// other candidates.
MergeStep compare_nodes(const RawNode& a, const RawNode& b, const ResolverContext& context);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_RESOLVER_H_
