#ifndef ACTANT_GRAPH_QUERY_OPERATOR_H_
#define ACTANT_GRAPH_QUERY_OPERATOR_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "graph/query/match.h"

namespace actant {

/// What the planner expects of an operator before it runs.
struct OperatorEstimate {
  double rows = 0;  ///< matches that it gives
  double cost = 0;  ///< microseconds on a warm cache, its inputs included
};

// Costs that the estimates are made of, in microseconds: the lowest of five runs of tools/bench/bench_query (its last
// line) on 20,000 generated articles. Only how they compare matters.
inline constexpr double kSeekCost = 2.5;     ///< to point a cursor at another node
inline constexpr double kStepCost = 1.8;     ///< to the next edge
inline constexpr double kHashCost = 0.6;     ///< to put a match into a hash table or to find it there
inline constexpr double kLookUpCost = 4;     ///< to read an edge or a node
inline constexpr double kEvidenceCost = 26;  ///< to read the evidence of an edge

/// A step of a query. Matches are pulled through a tree of operators one by one, so that nothing is read that is not
/// asked for and memory holds what an operator says it keeps. Each knows its estimate, its inputs and how to tell what
/// it does.
class Operator {
 public:
  explicit Operator(OperatorEstimate estimate) : estimate_(estimate) {}
  virtual ~Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  /// Writes the next match over `match`; false when there is none.
  bool next(Match& match) {
    if (!advance(match)) return false;
    ++produced_;
    return true;
  }
  /// One line: `edges of Iran: accused ->`.
  virtual std::string describe() const = 0;

  const OperatorEstimate& estimate() const { return estimate_; }
  uint64_t produced() const { return produced_; }  ///< matches given so far
  const std::vector<std::unique_ptr<Operator>>& inputs() const { return inputs_; }

 protected:
  virtual bool advance(Match& match) = 0;
  void add_input(std::unique_ptr<Operator> input) { inputs_.push_back(std::move(input)); }
  Operator& input(size_t number = 0) { return *inputs_[number]; }

 private:
  OperatorEstimate estimate_;
  uint64_t produced_ = 0;
  std::vector<std::unique_ptr<Operator>> inputs_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATOR_H_
