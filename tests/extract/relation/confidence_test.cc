#include "extract/relation/confidence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/extract/relation/event_fixture.h"

namespace actant::testing {
namespace {

constexpr ConfidenceWeight kWeights[] = {{"bias", 0.5f}, {"far", -1.0f}, {"prior", 2.0f}};

TEST(ConfidenceModelTest, SumsTheWeightsOfKnownFeatures) {
  const ConfidenceModel model(kWeights);
  EXPECT_NEAR(model.probability(""), 1 / (1 + std::exp(-0.5)), 1e-6);
  EXPECT_NEAR(model.probability("prior=0.25 unknown far"), 0.5, 1e-6);
}

TEST(ConfidenceModelTest, ContributionsAddUpToTheLogOdds) {
  const ConfidenceModel model(kWeights);
  const auto parts = model.contributions("prior=-0.75 unknown far");
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].feature, "bias");
  double odds = 0;
  for (const ConfidenceWeight& part : parts) odds += static_cast<double>(part.weight);
  EXPECT_NEAR(model.probability("prior=-0.75 unknown far"), 1 / (1 + std::exp(-odds)), 1e-6);
}

TEST(ConfidenceStageTest, GivesEveryTripleAProbabilityAndItsFeatures) {
  Document document = parse_conllu(R"(
France  France  PROPN NNP 2 nsubj NER=B-LOC
accused accuse  VERB  VBD 0 root
Italy   Italy   PROPN NNP 2 obj NER=B-LOC)");
  make_entities(document);
  EventStage().process(document);
  ASSERT_EQ(document.triples.size(), 1U);
  ConfidenceStage().process(document);
  EXPECT_GT(document.triples[0].confidence, 0);
  EXPECT_LT(document.triples[0].confidence, 1);
  EXPECT_NE(document.triples[0].features.find("relation:accused"), std::string_view::npos);
  EXPECT_NE(document.triples[0].features.find("subject:name"), std::string_view::npos);
}

}  // namespace
}  // namespace actant::testing
