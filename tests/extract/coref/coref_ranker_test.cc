#include "extract/coref/coref_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "graph/model/error.h"
#include "tests/extract/coref/small_ranker.h"

namespace actant {
namespace {

using ::testing::HasSubstr;

TEST(CorefRankerTest, ScoreIsTheNetworkOfTheKnownFeatures) {
  const ModelOnDisk disk(small_ranker(-1).bytes());
  const auto ranker = CorefRanker::load(disk.path());
  CorefRanker::Sum none, scratch;
  ranker->sum(std::vector<uint32_t>{kKnownFeature}, CorefRole::kAnaphor, none);  // known as a pair only
  EXPECT_FLOAT_EQ(ranker->score_new(none), 0.5f);
  EXPECT_FLOAT_EQ(ranker->score_pair(none, none, std::vector<uint32_t>{kKnownFeature, 1234}, scratch),
                  3 * 2 - 1 + 0.25f);
}

TEST(CorefRankerTest, AFileOfAnotherClassIsNone) {
  ModelWriter writer = small_ranker(0);
  writer.header["class"] = "segmenter-conv-1";
  const ModelOnDisk disk(writer.bytes());
  EXPECT_THROW(CorefRanker::load(disk.path()), Error);
}

TEST(CorefRankerTest, NegativeHiddenUnitsCountNothing) {
  ModelWriter writer = small_ranker(0);
  const ModelOnDisk disk(writer.bytes());
  const auto ranker = CorefRanker::load(disk.path());
  CorefRanker::Sum low, none, scratch;
  low = {-5, 0};
  none = {0, 0};
  EXPECT_FLOAT_EQ(ranker->score_pair(low, none, std::vector<uint32_t>{kKnownFeature}, scratch), 0.25f);
}

TEST(CorefRankerTest, RowBehindTheEndIsCorruptData) {
  ModelWriter writer = small_ranker(0);
  writer.header["config"] = {{"hidden", 5}};
  const ModelOnDisk disk(writer.bytes());
  try {
    CorefRanker::load(disk.path());
    FAIL() << "loaded";
  } catch (const CorruptData& error) {
    EXPECT_THAT(error.what(), HasSubstr("rows"));
  }
}

}  // namespace
}  // namespace actant
