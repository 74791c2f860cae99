#include "graph/algorithm/communities.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(CommunitiesTest, TwoCliquesJoinedByOneEdgeAreTwoCommunities) {
  std::vector<WeightedPair> edges;
  for (uint32_t i = 0; i < 4; ++i) {
    for (uint32_t k = i + 1; k < 4; ++k) edges.push_back({i, k, 1});
  }
  for (uint32_t i = 4; i < 9; ++i) {
    for (uint32_t k = i + 1; k < 9; ++k) edges.push_back({i, k, 1});
  }
  edges.push_back({3, 4, 1});
  const Communities found = find_communities(10, edges);
  EXPECT_EQ(found.of_vertex, (std::vector<uint32_t>{1, 1, 1, 1, 0, 0, 0, 0, 0, 2}));
  EXPECT_EQ(found.sizes, (std::vector<uint32_t>{5, 4, 1}));
}

TEST(CommunitiesTest, WeightsCountAndSeveralEdgesOfAPairAddUp) {
  // A square whose opposite sides are strong: one by its weight, one by many edges.
  std::vector<WeightedPair> edges = {{0, 1, 9}, {1, 2, 1}, {3, 0, 1}};
  for (int i = 0; i < 9; ++i) edges.push_back({2, 3, 1});
  EXPECT_EQ(find_communities(4, edges).of_vertex, (std::vector<uint32_t>{0, 0, 1, 1}));
}

TEST(CommunitiesTest, ALoopIsInsideItsCommunity) {
  const std::vector<WeightedPair> edges = {{0, 0, 1}, {0, 1, 1}};
  EXPECT_NEAR(find_communities(2, edges).modularity, 0, 1e-12);  // one community: all weight inside, as by chance
  EXPECT_EQ(find_communities(2, edges).sizes, std::vector<uint32_t>{2});
}

TEST(CommunitiesTest, AHigherResolutionGivesSmallerCommunities) {
  std::vector<WeightedPair> ring;  // of six triangles
  for (uint32_t i = 0; i < 18; i += 3) {
    ring.insert(ring.end(), {{i, i + 1, 1}, {i + 1, i + 2, 1}, {i, i + 2, 1}, {i + 2, (i + 3) % 18, 1}});
  }
  EXPECT_EQ(find_communities(18, ring).sizes.size(), 6u);
  EXPECT_LT(find_communities(18, ring, {.resolution = 0.1}).sizes.size(), 6u);
  EXPECT_GT(find_communities(18, ring, {.resolution = 20}).sizes.size(), 6u);
}

TEST(CommunitiesTest, AGraphWithoutEdgesHasSingleNodes) {
  EXPECT_TRUE(find_communities(0, {}).sizes.empty());
  EXPECT_EQ(find_communities(2, {}).of_vertex, (std::vector<uint32_t>{0, 1}));
}

}  // namespace
}  // namespace actant
