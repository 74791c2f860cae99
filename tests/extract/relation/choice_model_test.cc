#include "extract/relation/choice_model.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace actant {
namespace {

constexpr std::array<ChoiceWeight, 3> kWeights{{{"time:here", 1.5f}, {"time:sentence:1", -0.5f}, {"time", 0.25f}}};

TEST(ChoiceModelTest, TheWeightsOfAllFeaturesAddUpAndUnknownOnesCountNothing) {
  const ChoiceModel model(kWeights);
  ChoiceScore score(model);
  score.add({"time", "here"});
  score.add({"time", "sentence", "1"});
  score.add({"time"});
  score.add({"time", "sentence", "2"});
  EXPECT_FLOAT_EQ(score.value(), 1.25f);
}

TEST(ChoiceModelTest, TheNamesThatTrainAreThoseThatAreLookedUp) {
  const ChoiceModel model(kWeights);
  std::string names;
  ChoiceScore score(model, &names);
  score.add({"time", "sentence", "1"});
  score.add({"place"});
  EXPECT_EQ(names, "time:sentence:1 place");
}

TEST(ChoiceModelTest, AnEmptyTableGivesNothing) {
  const ChoiceModel model({});
  ChoiceScore score(model);
  score.add({"time", "here"});
  EXPECT_EQ(score.value(), 0);
}

}  // namespace
}  // namespace actant
