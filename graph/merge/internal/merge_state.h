#ifndef ACTANT_GRAPH_MERGE_INTERNAL_MERGE_STATE_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_MERGE_STATE_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "graph/merge/internal/clusters.h"
#include "graph/merge/internal/name_order.h"
#include "graph/merge/resolver.h"

namespace actant::internal {

/// Reasons with their sum.
struct Scored {
  std::vector<MergeReason> reasons;
  double score = 0;

  void add(MergeReason::Code code, double weight, uint32_t count = 0, NodeId node = {}) {
    reasons.push_back({code, static_cast<float>(weight), count, node});
    score += weight;
  }
};

/// A node or cluster that another may be, with what their names say.
struct Candidate {
  uint32_t node = 0;
  MergeReason::Code code = MergeReason::Code::kSameName;
  double weight = 0;
};

/// The state of a resolution: the nodes, which of them are one so far, and what speaks for joining two clusters.
///
/// Nodes are in the order of their ids; behind the `real` ones stand the names of watch lists, which no article
/// mentions.
class MergeState {
 public:
  /// `take_step`: is told each join of real nodes at once, so that a million of them need no memory; empty:
  /// for_each_step() has them.
  MergeState(NodeTable nodes, uint32_t real, const ResolverContext& context, double threshold = kMergeThreshold,
             std::function<void(const MergeStep&)> take_step = {});

  static constexpr size_t kMostCandidates = 12;  ///< clusters whose evidence is weighed for one name

  double threshold() const { return threshold_; }

  NodeTable::Node node(uint32_t index) const { return nodes_[index]; }
  /// Of node(), without the rest.
  NodeId id(uint32_t index) const { return nodes_.id(index); }
  std::string_view key(uint32_t index) const { return nodes_.key(index); }
  uint32_t articles(uint32_t index) const { return nodes_.articles(index); }
  template <typename Visit>
  void for_each_alias(uint32_t index, const Visit& visit) const {
    nodes_.for_each_alias(index, visit);
  }
  uint32_t size() const { return nodes_.size(); }
  ResolverWork& work() const { return work_; }
  const NameOrder& order() const { return order_; }
  ScratchSpace* space() const { return nodes_.space(); }
  bool is_real(uint32_t index) const { return index < real_; }
  std::optional<uint32_t> index_of(NodeId id) const;
  const NodeClusters& clusters() const { return clusters_; }
  bool one(uint32_t a, uint32_t b) const { return clusters_.find(a) == clusters_.find(b); }

  void set_known(uint32_t node, uint32_t entity) { clusters_.set_known(node, entity); }
  void set_different(uint32_t a, uint32_t b);

  /// False where nothing may join them: a person's decision, two entities of watch lists, contradicting countries.
  bool may_join(uint32_t a, uint32_t b) const;
  /// Reads what is around these nodes in one walk, instead of what the last call read: for evidence that is weighed
  /// next. Sorts `nodes` and takes doubles out.
  void read_ahead(ScratchVector<uint32_t>& nodes) const;
  /// What speaks for and against, besides their names. Reads the context of both.
  void add_evidence(uint32_t a, uint32_t b, MergeReason::Code names, Scored& scored) const;

  /// A text says that somebody of one cluster is a relative of somebody of the other.
  bool are_relatives(uint32_t a, uint32_t b) const;
  /// Time and publisher, which take longest to read: where they may still decide, so close is the score.
  void add_nearness(uint32_t a, uint32_t b, Scored& scored) const;

  /// Joins when nothing forbids it and names and evidence reach kMergeThreshold.
  bool try_join(uint32_t a, uint32_t b, MergeReason::Code code, double weight);
  /// Joins whatever the evidence.
  bool join(uint32_t a, uint32_t b, std::vector<MergeReason> reasons);

  /// How far being the only candidate goes.
  enum class Trust {
    kAlone,         ///< it is enough
    kProminent,     ///< the candidate must be prominent or something must be shared
    kNeedsContext,  ///< something must be shared in any case
  };
  /// Joins `node` to the cluster it belongs to, among candidates that may be several things: the one that fits, when it
  /// fits clearly better than all others. Does nothing when that is not clear.
  bool choose_and_join(uint32_t node, std::vector<Candidate> candidates, Trust trust);

  /// What was joined, among real nodes, in the order of the joins, as far as `take_step` did not take it.
  void for_each_step(const std::function<void(MergeStep)>& visit) const;

 private:
  struct Shared {
    double weight = 0;
    uint32_t count = 0;
    NodeId best;
    bool related = false;    // an edge between the two
    bool both_many = false;  // both have to do with many nodes
  };
  Shared shared_neighbors(uint32_t a, uint32_t b) const;
  std::vector<NodeId> cluster_neighbors(uint32_t node) const;
  const std::vector<NodeId>& remembered_neighbors(uint32_t node) const;
  double telling(NodeId neighbor) const;
  uint32_t told_apart(uint32_t a, uint32_t b, MergeReason::Code names) const;
  uint32_t together(uint32_t a, uint32_t b) const;
  bool is_close(double score) const;
  std::optional<size_t> best_of(const std::vector<Scored>& scores) const;
  static void compare_offices(const ClusterFacts& a, const ClusterFacts& b, bool surname, Scored& scored);
  static void compare_years(const ClusterFacts& a, const ClusterFacts& b, Scored& scored);

  struct Step {
    uint32_t a = 0, b = 0;
    uint32_t end = 0;  // of its reasons
  };
  NodeTable nodes_;
  uint32_t real_;
  NodeClusters clusters_;
  NameOrder order_;
  const ResolverContext& context_;
  double threshold_;
  uint32_t joins_ = 0;
  // What remembered_neighbors() gave last: a name is weighed with one candidate after the other.
  struct Around {
    uint32_t root = 0, joins = 0;
    std::vector<NodeId> neighbors;
  };
  mutable std::optional<Around> around_;
  mutable ResolverWork work_;
  std::function<void(const MergeStep&)> take_step_;
  std::vector<Step> steps_;
  std::vector<MergeReason> reasons_;  // of all steps in order
};

/// Countries as reasons; false when they contradict each other.
bool compare_countries(const ClusterFacts& a, const ClusterFacts& b, Scored& scored);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_MERGE_STATE_H_
