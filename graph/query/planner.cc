#include "graph/query/planner.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "graph/query/operators/edge_condition.h"
#include "graph/query/operators/edge_scan.h"
#include "graph/query/operators/hash_join.h"
#include "graph/query/operators/neighbor_join.h"
#include "graph/query/operators/pair_join.h"
#include "graph/query/operators/seed.h"

namespace actant {
namespace {

constexpr double kMostHashedRows = 2e6;  // about 200 MB
// How much of what comes through is thought to pass.
constexpr double kConditionPasses = 0.5, kFilterPasses = 0.3, kPairExists = 0.1;

enum class JoinKind { kFromSubject, kFromObject, kPair, kScan, kHash };

/// A way to join one triple to what is planned so far.
struct Candidate {
  size_t step = 0;
  JoinKind kind = JoinKind::kScan;
  OperatorEstimate estimate;
};

class Planner {
 public:
  Planner(ResolvedQuery query, const Store& store, const GraphReader& reader, NodeCache& nodes)
      : query_(std::move(query)), store_(store), reader_(reader), nodes_(nodes), bound_(query_.choices.size()) {
    for (size_t slot = 0; slot < bound_.size(); ++slot) bound_[slot] = !query_.choices[slot].empty();
  }

  std::unique_ptr<Operator> run() {
    plan_ = std::make_unique<SeedOperator>(query_.choices, query_.steps.size());
    std::vector<bool> used(query_.steps.size());
    add_filters();
    for (size_t count = 0; count < query_.steps.size(); ++count) {
      Candidate best;
      bool any = false;
      for (size_t step = 0; step < query_.steps.size(); ++step) {
        if (used[step]) continue;
        for (const Candidate& candidate : candidates(step)) {
          if (!any || weight(candidate) < weight(best)) best = candidate;
          any = true;
        }
      }
      used[best.step] = true;
      add(best);
      add_filters();
    }
    return std::move(plan_);
  }

 private:
  // What comes out has to be joined further, at about a seek for each match.
  static double weight(const Candidate& candidate) {
    return candidate.estimate.cost + candidate.estimate.rows * kSeekCost;
  }

  bool is_name(size_t slot) const { return !query_.choices[slot].empty(); }

  double edges_at(const TripleStep& step, size_t slot, Direction direction) const {
    const auto [entry, is_new] = edges_at_.try_emplace({step.number, direction});
    if (is_new) entry->second = count_edges_at(step, slot, direction);
    return entry->second;
  }

  // Edges at one end of a triple: counted for a name, averaged for a variable.
  double count_edges_at(const TripleStep& step, size_t slot, Direction direction) const {
    if (is_name(slot)) {
      double sum = 0;
      for (const NodeId node : query_.choices[slot]) sum += reader_.estimate_edges(node, direction, step.relations);
      return sum / static_cast<double>(query_.choices[slot].size());
    }
    double sum = 0;
    for (const RelationChoice& relation : relations_of(step)) {
      const RelationStatistics statistics = reader_.statistics(relation.type);
      sum += direction == Direction::kOut ? statistics.fan_out : statistics.fan_in;
    }
    // Of many relations a node has only some.
    return step.relations.empty() ? std::max(2.0, sum / 4) : sum;
  }

  static std::vector<RelationChoice> relations_of(const TripleStep& step) {
    if (!step.relations.empty()) return step.relations;
    std::vector<RelationChoice> all;
    for (const RelationInfo& info : relations()) all.push_back({info.type, 0});
    return all;
  }

  double edges_of_graph(const TripleStep& step) const {
    if (step.relations.empty()) return reader_.estimate_all_edges();
    double sum = 0;
    for (const RelationChoice& relation : step.relations) sum += reader_.statistics(relation.type).edges;
    return std::max(sum, 1.0);
  }

  std::vector<Candidate> candidates(size_t number) const {
    const TripleStep& step = query_.steps[number];
    const OperatorEstimate so_far = plan_->estimate();
    const double rows = so_far.rows;
    const bool subject = bound_[step.subject], object = bound_[step.object];
    std::vector<Candidate> result;
    const auto add = [&](JoinKind kind, double out, double cost) {
      result.push_back({number, kind, {out, so_far.cost + cost}});
    };
    if (subject && object) {
      const double seeks = std::max<double>(1, static_cast<double>(relations_of(step).size()));
      const double exists = is_name(step.subject) && is_name(step.object) ? 1 : kPairExists;
      add(JoinKind::kPair, rows * exists, rows * seeks * kSeekCost);
    } else if (subject) {
      const double edges = edges_at(step, step.subject, Direction::kOut);
      add(JoinKind::kFromSubject, rows * edges, rows * (kSeekCost + edges * kStepCost));
    } else if (object) {
      const double edges = edges_at(step, step.object, Direction::kIn);
      add(JoinKind::kFromObject, rows * edges, rows * (kSeekCost + edges * kStepCost));
    } else {
      add(JoinKind::kScan, rows * edges_of_graph(step), rows * reader_.estimate_all_edges() * kStepCost);
    }
    if (rows > 1 && shares_variable(step)) add_hash(number, result);
    return result;
  }

  // The triple alone, then joined: worth it where seeks for each match would cost more.
  void add_hash(size_t number, std::vector<Candidate>& result) const {
    const TripleStep& step = query_.steps[number];
    const OperatorEstimate so_far = plan_->estimate();
    const auto [size, cost] = alone(step);
    if (size > kMostHashedRows) return;
    const double out = result.front().estimate.rows;  // joining in another way gives the same matches
    result.push_back({number, JoinKind::kHash, {out, so_far.cost + cost + (size + so_far.rows) * kHashCost}});
  }

  bool shares_variable(const TripleStep& step) const {
    return (bound_[step.subject] && !is_name(step.subject)) || (bound_[step.object] && !is_name(step.object));
  }

  OperatorEstimate alone(const TripleStep& step) const {
    if (is_name(step.subject)) {
      const double edges = edges_at(step, step.subject, Direction::kOut);
      return {edges, kSeekCost + edges * kStepCost};
    }
    if (is_name(step.object)) {
      const double edges = edges_at(step, step.object, Direction::kIn);
      return {edges, kSeekCost + edges * kStepCost};
    }
    return {edges_of_graph(step), reader_.estimate_all_edges() * kStepCost};
  }

  void add(const Candidate& candidate) {
    const TripleStep& step = query_.steps[candidate.step];
    switch (candidate.kind) {
      case JoinKind::kFromSubject:
      case JoinKind::kFromObject:
        plan_ = std::make_unique<NeighborJoinOperator>(
            std::move(plan_), step, candidate.kind == JoinKind::kFromSubject ? Direction::kOut : Direction::kIn,
            reader_, candidate.estimate);
        break;
      case JoinKind::kPair:
        plan_ = std::make_unique<PairJoinOperator>(std::move(plan_), step, reader_, candidate.estimate);
        break;
      case JoinKind::kScan:
        plan_ = std::make_unique<EdgeScanOperator>(std::move(plan_), step, reader_, candidate.estimate);
        break;
      case JoinKind::kHash: add_hash_join(step, candidate.estimate); break;
    }
    bound_[step.subject] = bound_[step.object] = true;
    if (step.relation_slot >= 0) bound_[static_cast<size_t>(step.relation_slot)] = true;
    if (step.condition.needs_edge()) add_condition(step);
  }

  void add_hash_join(const TripleStep& step, OperatorEstimate estimate) {
    std::unique_ptr<Operator> triple = std::make_unique<SeedOperator>(query_.choices, query_.steps.size());
    const OperatorEstimate own = alone(step);
    if (is_name(step.subject) && is_name(step.object)) {
      triple = std::make_unique<PairJoinOperator>(std::move(triple), step, reader_, own);
    } else if (is_name(step.subject)) {
      triple = std::make_unique<NeighborJoinOperator>(std::move(triple), step, Direction::kOut, reader_, own);
    } else if (is_name(step.object)) {
      triple = std::make_unique<NeighborJoinOperator>(std::move(triple), step, Direction::kIn, reader_, own);
    } else {
      triple = std::make_unique<EdgeScanOperator>(std::move(triple), step, reader_, own);
    }
    std::vector<size_t> shared;
    for (const size_t slot : {step.subject, step.object}) {
      if (bound_[slot]) shared.push_back(slot);  // names too: one may stand for several nodes
    }
    plan_ = std::make_unique<HashJoinOperator>(std::move(plan_), std::move(triple), step, std::move(shared), estimate);
  }

  void add_condition(const TripleStep& step) {
    const OperatorEstimate before = plan_->estimate();
    const double each = kLookUpCost + (step.condition.evidence.any() ? kEvidenceCost : 0);
    plan_ = std::make_unique<EdgeConditionOperator>(
        std::move(plan_), step, store_, reader_,
        OperatorEstimate{before.rows * kConditionPasses, before.cost + before.rows * each});
  }

  void add_filters() {
    for (auto filter = query_.filters.begin(); filter != query_.filters.end();) {
      const bool ready =
          std::all_of(filter->slots.begin(), filter->slots.end(), [&](size_t slot) { return bound_[slot]; });
      if (!ready) {
        ++filter;
        continue;
      }
      const OperatorEstimate before = plan_->estimate();
      const double each = filter->reads_nodes ? kLookUpCost : 0.02;
      plan_ = std::make_unique<NodeFilterOperator>(
          std::move(plan_), std::move(filter->condition), nodes_, filter->text,
          OperatorEstimate{before.rows * kFilterPasses, before.cost + before.rows * each});
      filter = query_.filters.erase(filter);
    }
  }

  ResolvedQuery query_;
  const Store& store_;
  const GraphReader& reader_;
  NodeCache& nodes_;
  std::vector<bool> bound_;                                          // [slots]
  mutable std::map<std::pair<size_t, Direction>, double> edges_at_;  // by triple
  std::unique_ptr<Operator> plan_;
};

}  // namespace

std::unique_ptr<Operator> plan_triples(ResolvedQuery query, const Store& store, const GraphReader& reader,
                                       NodeCache& nodes) {
  return Planner(std::move(query), store, reader, nodes).run();
}

}  // namespace actant
