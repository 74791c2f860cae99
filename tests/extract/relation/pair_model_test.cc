#include "extract/relation/pair_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "graph/model/error.h"
#include "tests/extract/relation/pair_fixture.h"

namespace actant {
namespace {

using ::testing::HasSubstr;
using testing::SmallPairModel;
using ::testing::ThrowsMessage;

float logistic(float x) { return 1 / (1 + std::exp(-x)); }

TEST(PairModelTest, SumsTheRowsOfKnownFeaturesAndAppliesTheLayers) {
  SmallPairModel small;
  small.keys = {7, 70, 0xffffffff};
  small.rows = {1, -1, 0.5f, 0.25f, 2, 3};
  small.bias = {0.5f, 0.25f};
  small.out = {1, -2, 3, 4};  // unit 0 to both relations, unit 1 to both
  small.out_bias = {0.125f, -0.5f};
  const auto model = small.load();
  std::vector<float> sum(model->hidden(), 0.0f), probability;
  const std::vector<uint32_t> features = {70, 7, 8, 70};  // 8 is unknown
  model->add_features(features, sum.data());
  EXPECT_FLOAT_EQ(sum[0], 2.0f);
  EXPECT_FLOAT_EQ(sum[1], -0.5f);
  model->probabilities(sum.data(), probability);
  ASSERT_EQ(probability.size(), 2u);
  EXPECT_NEAR(probability[0], logistic(2.5f * 1 + 0.125f), 1e-6);  // the second unit is below zero: relu
  EXPECT_EQ(probability[1], 0);                                    // logistic(-5.5) is below 0.01
}

TEST(PairModelTest, ReadsItsRelationsAndThresholds) {
  SmallPairModel small;
  small.least_to_add = {0.25f, 0.5f};
  small.least_to_keep = {0.125f, 0};
  const auto model = small.load();
  EXPECT_EQ(model->relations()[0], RelationType::kMetWith);
  EXPECT_EQ(model->relations()[1], RelationType::kAttacked);
  EXPECT_FLOAT_EQ(model->least_to_add(0), 0.25f);
  EXPECT_FLOAT_EQ(model->least_to_keep(0), 0.125f);
}

TEST(PairModelTest, AFileThatDoesNotFitIsRefused) {
  SmallPairModel unknown;
  unknown.relations = {"met-with", "adores"};
  EXPECT_THAT([&] { unknown.load(); }, ThrowsMessage<CorruptData>(HasSubstr("adores")));
  SmallPairModel keys;
  keys.keys = {1, 2, 3};
  EXPECT_THAT([&] { keys.load(); }, ThrowsMessage<CorruptData>(HasSubstr("keys")));
  SmallPairModel words;
  const ModelOnDisk disk(words.bytes());
  EXPECT_THROW(PairModel::load(disk.path(), SmallJointModel::kEmbedding + 1), CorruptData);
}

}  // namespace
}  // namespace actant
