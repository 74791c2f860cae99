#include "extract/nn/bio_decoder.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <random>

#include "graph/model/error.h"

namespace actant {
namespace {

const std::vector<std::string> kLabels = {"O", "B-PER", "I-PER", "I-ORG", "B-ORG"};

bool legal(const std::vector<int>& path) {
  for (size_t t = 0; t < path.size(); ++t) {
    const int now = path[t], before = t == 0 ? 0 : path[t - 1];
    if (now == 2 && before != 1 && before != 2) return false;
    if (now == 3 && before != 3 && before != 4) return false;
  }
  return true;
}

using Names = std::map<std::array<int, 3>, double>;  // first, last, type

Names names_of(const std::vector<int>& path) {
  Names names;
  for (int t = 0; t < static_cast<int>(path.size());) {
    const int begin = t, label = path[t++];
    if (label == 0) continue;
    const int inside = label == 1 ? 2 : 3;
    while (t < static_cast<int>(path.size()) && path[t] == inside) ++t;
    names[{begin, t, label == 1 ? 0 : 1}] = 0;
  }
  return names;
}

TEST(BioDecoderTest, AgreesWithTheListOfAllLegalSequences) {
  std::mt19937 generator(3);
  std::normal_distribution<float> normal(0, 2);
  const BioDecoder decoder(kLabels);
  BioDecoder::Scratch scratch;
  for (int round = 0; round < 60; ++round) {
    const size_t tokens = 1 + round % 5;
    std::vector<float> logits(tokens * 6);  // a row is one float wider than the labels
    for (float& logit : logits) logit = normal(generator);
    double total = 0, best = -1;
    std::vector<int> best_path, path(tokens, 0);
    Names shares;
    for (;;) {
      if (legal(path)) {
        double p = 1;
        for (size_t t = 0; t < tokens; ++t) p *= std::exp(logits[t * 6 + path[t]]);
        total += p;
        for (const auto& [name, unused] : names_of(path)) shares[name] += p;
        if (p > best) best = p, best_path = path;
      }
      size_t t = 0;
      while (t < tokens && ++path[t] == 5) path[t++] = 0;
      if (t == tokens) break;
    }
    std::vector<NameSpan> names;
    decoder.decode(logits.data(), tokens, 6, 10, names, scratch);
    const Names expected = names_of(best_path);
    ASSERT_EQ(names.size(), expected.size());
    for (const NameSpan& name : names) {
      const std::array<int, 3> key = {static_cast<int>(name.first) - 10, static_cast<int>(name.last) - 10, name.type};
      ASSERT_TRUE(expected.count(key));
      ASSERT_NEAR(name.probability, shares[key] / total, 1e-4);
    }
  }
}

TEST(BioDecoderTest, RefusesOtherLabels) {
  EXPECT_THROW(BioDecoder({"O", "PER"}), CorruptData);
  EXPECT_THROW(BioDecoder({"B-PER", "I-PER"}), CorruptData);
}

}  // namespace
}  // namespace actant
