#include "extract/syntax/mst.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace actant {
namespace {

/// Number of tokens under the root, or 0 when the heads make no tree.
size_t roots_of_tree(const std::vector<uint32_t>& heads) {
  size_t roots = 0;
  for (size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0;
    size_t steps = 0;
    for (uint32_t node = static_cast<uint32_t>(i + 1); node != 0; node = heads[node - 1]) {
      if (++steps > heads.size()) return 0;
    }
  }
  return roots;
}

double score_of(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  double sum = 0;
  for (size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

std::vector<float> random_scores(size_t tokens, std::mt19937& generator) {
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> scores(tokens * (tokens + 1));
  for (float& score : scores) score = normal(generator);
  return scores;
}

TEST(TreeDecoderTest, FindsTheBestOfAllTreesWithOneRoot) {
  std::mt19937 generator(5);
  TreeDecoder decoder;
  for (int round = 0; round < 300; ++round) {
    const size_t tokens = 1 + round % 5;
    const std::vector<float> scores = random_scores(tokens, generator);
    std::vector<uint32_t> heads(tokens, 0), found(tokens);
    double best = -1e9;
    for (;;) {
      if (roots_of_tree(heads) == 1) best = std::max(best, score_of(scores, heads));
      size_t i = 0;
      while (i < tokens && ++heads[i] > tokens) heads[i++] = 0;
      if (i == tokens) break;
    }
    decoder.decode(scores.data(), tokens, tokens + 1, found.data());
    ASSERT_EQ(roots_of_tree(found), 1u);
    ASSERT_NEAR(score_of(scores, found), best, 1e-4) << tokens;
  }
}

TEST(TreeDecoderTest, MakesATreeOfALongSentenceFullOfCycles) {
  std::mt19937 generator(6);
  TreeDecoder decoder;
  const size_t tokens = 400;
  const std::vector<float> scores = random_scores(tokens, generator);
  std::vector<uint32_t> heads(tokens);
  decoder.decode(scores.data(), tokens, tokens + 1, heads.data());
  EXPECT_EQ(roots_of_tree(heads), 1u);
}

TEST(TreeDecoderTest, MakesATreeOfScoresThatAreNotNumbers) {
  TreeDecoder decoder;
  for (const float odd :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e30f, -1e30f}) {
    std::vector<float> scores(30, odd);
    scores[7] = 1;
    std::vector<uint32_t> heads(5);
    decoder.decode(scores.data(), 5, 6, heads.data());
    EXPECT_EQ(roots_of_tree(heads), 1u) << odd;
  }
}

}  // namespace
}  // namespace actant
