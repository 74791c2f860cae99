#include "graph/algorithm/louvain.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(LouvainTest, TwoCliquesJoinedByOneEdgeAreTwoCommunities) {
  std::vector<WeightedPair> edges;
  for (uint32_t i = 0; i < 4; ++i) {
    for (uint32_t k = i + 1; k < 4; ++k) edges.push_back({i, k, 1});
  }
  for (uint32_t i = 4; i < 9; ++i) {
    for (uint32_t k = i + 1; k < 9; ++k) edges.push_back({i, k, 1});
  }
  edges.push_back({3, 4, 1});
  EXPECT_EQ(louvain(10, edges), (std::vector<uint32_t>{2, 2, 2, 2, 1, 1, 1, 1, 1, 0}));
}

TEST(LouvainTest, WeightsCount) {
  // A square whose opposite sides are strong.
  EXPECT_EQ(louvain(4, {{0, 1, 9}, {1, 2, 1}, {2, 3, 9}, {3, 0, 1}}), (std::vector<uint32_t>{1, 1, 2, 2}));
}

TEST(LouvainTest, EmptyGraph) {
  EXPECT_TRUE(louvain(0, {}).empty());
  EXPECT_EQ(louvain(2, {}), (std::vector<uint32_t>{0, 0}));
}

}  // namespace
}  // namespace actant
