#include "extract/syntax/eisner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace actant {
namespace {

bool is_tree_with_one_root(const std::vector<uint32_t>& heads) {
  if (std::ranges::count(heads, 0u) != 1) return false;
  for (size_t i = 0; i < heads.size(); ++i) {
    size_t steps = 0;
    for (uint32_t node = static_cast<uint32_t>(i + 1); node != 0; node = heads[node - 1]) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

double score_of(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  double sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

TEST(ProjectiveDecoderTest, FindsTheBestTreeWithoutCrossingArcs) {
  std::mt19937 generator(7);
  std::normal_distribution<float> normal(0, 3);
  ProjectiveDecoder decoder;
  for (int round = 0; round < 200; ++round) {
    const size_t tokens = 1 + round % 5;
    std::vector<float> scores(tokens * (tokens + 1));
    for (float& score : scores) score = normal(generator);
    std::vector<uint32_t> heads(tokens, 0), found(tokens);
    double best = -1e9;
    for (;;) {
      if (is_tree_with_one_root(heads) && !has_crossing_arcs(heads.data(), tokens)) {
        best = std::max(best, score_of(scores, heads));
      }
      size_t i = 0;
      while (i < tokens && ++heads[i] > tokens) heads[i++] = 0;
      if (i == tokens) break;
    }
    decoder.decode(scores.data(), tokens, tokens + 1, found.data());
    ASSERT_TRUE(is_tree_with_one_root(found));
    ASSERT_FALSE(has_crossing_arcs(found.data(), tokens));
    ASSERT_NEAR(score_of(scores, found), best, 1e-3) << tokens;
  }
}

TEST(ProjectiveDecoderTest, SeesCrossingArcs) {
  const std::vector<uint32_t> nested = {2, 0, 2, 3}, crossing = {3, 4, 0, 3};
  EXPECT_FALSE(has_crossing_arcs(nested.data(), nested.size()));
  EXPECT_TRUE(has_crossing_arcs(crossing.data(), crossing.size()));
}

}  // namespace
}  // namespace actant
