#ifndef ACTANT_GRAPH_ALGORITHM_WEIGHTED_PAIR_H_
#define ACTANT_GRAPH_ALGORITHM_WEIGHTED_PAIR_H_

#include <cstdint>

namespace actant {

/// An undirected edge between two nodes, by their numbers.
struct WeightedPair {
  uint32_t a = 0, b = 0;
  float weight = 1;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_ALGORITHM_WEIGHTED_PAIR_H_
