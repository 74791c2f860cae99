#include "extract/relation/pair_stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/relation/pair_features.h"
#include "tests/extract/relation/event_fixture.h"
#include "tests/extract/relation/pair_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::SmallPairModel;

constexpr const char* kVerbUnknownToTheRules = R"(
  Iran    Iran   PROPN NNP 4 nsubj NER=B-LOC
  did     do     AUX   VBD 4 aux
  n't     not    PART  RB  4 advmod
  frobbed frob   VERB  VBD 0 root
  Iraq    Iraq   PROPN NNP 4 obj   NER=B-LOC
)";

constexpr const char* kMeeting = R"(
  Iran    Iran   PROPN NNP 2 nsubj NER=B-LOC
  met     meet   VERB  VBD 0 root
  Iraq    Iraq   PROPN NNP 2 obj   NER=B-LOC
)";

Document read(std::string_view tree) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  EventStage().process(document);
  return document;
}

std::vector<std::string> triples_with(SmallPairModel& model, Document& document) {
  const auto pairs = model.load();  // before the other: both lie at the same path
  SmallJointModel joint;
  const ModelOnDisk disk(joint.writer.bytes());
  PairStage(JointNetwork::load(disk.path()), pairs).process(document);
  std::vector<std::string> lines;
  for (const Triple& triple : document.triples) {
    lines.push_back(std::string(document.entities[triple.subject].name) + " " +
                    std::string(relation_info(triple.relation).id) + " " +
                    std::string(document.entities[triple.object].name) + (triple.negated ? " not" : "") + " by " +
                    triple.rule);
  }
  return lines;
}

TEST(PairStageTest, AddsWhatNoRuleReadOnceForASymmetricRelation) {
  Document document = read(kVerbUnknownToTheRules);
  ASSERT_THAT(document.triples, IsEmpty());
  SmallPairModel model;
  model.out_bias = {2, -9};
  EXPECT_THAT(triples_with(model, document), ElementsAre("Iran met-with Iraq not by pair"));
  EXPECT_NEAR(document.triples[0].pair_probability, 0.8808, 1e-4);
  EXPECT_EQ(document.triples[0].evidence, std::vector<uint32_t>{0});
}

TEST(PairStageTest, AReadingThatItDoesNotBelieveIsTakenBack) {
  Document document = read(kMeeting);
  ASSERT_EQ(document.triples.size(), 1u);
  SmallPairModel model;
  model.out_bias = {-4, -9};
  model.least_to_keep = {0.05f, 0};
  EXPECT_THAT(triples_with(model, document), IsEmpty());
}

TEST(PairStageTest, AReadingThatStaysIsNotAddedAgainAndKnowsWhatTheClassifierSays) {
  Document document = read(kMeeting);
  SmallPairModel model;
  model.out_bias = {3, -9};
  const std::vector<std::string> lines = triples_with(model, document);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_FALSE(lines[0].ends_with("by pair"));
  EXPECT_NEAR(document.triples[0].pair_probability, 0.9526, 1e-4);
}

class PairFeaturesTest : public ::testing::Test {
 protected:
  std::vector<uint32_t> features(std::string_view tree, uint32_t subject, uint32_t object) {
    Document document = read(tree);
    document.triples.clear();
    PairFeatures features;
    features.reset(document);
    std::vector<uint32_t> result;
    const bool found = features.write(subject, object, result);
    EXPECT_EQ(found, !result.empty());
    std::ranges::sort(result);
    return result;
  }
};

TEST_F(PairFeaturesTest, TellTheDirectionAndNotTheNames) {
  const auto forward = features(kMeeting, 0, 1);
  EXPECT_NE(forward, features(kMeeting, 1, 0));
  EXPECT_EQ(forward, features(R"(
    Chad    Chad   PROPN NNP 2 nsubj NER=B-LOC
    met     meet   VERB  VBD 0 root
    Mali    Mali   PROPN NNP 2 obj   NER=B-LOC
  )",
                              0, 1));
}

TEST_F(PairFeaturesTest, AMentionIsNoPairWithItself) { EXPECT_THAT(features(kMeeting, 0, 0), IsEmpty()); }

// So that it is negated, dated and attributed there.
TEST(PairStageTest, WhatASpeakerSaysThatHeDidIsToldInWhatHeSays) {
  Document document = read(R"(
    Iran    Iran   PROPN NNP 2 nsubj NER=B-LOC
    said    say    VERB  VBD 0 root
    it      it     PRON  PRP 4 nsubj
    frobbed frob   VERB  VBD 2 ccomp
    Iraq    Iraq   PROPN NNP 4 obj   NER=B-LOC
  )");
  document.statements.push_back({{10, 25}, 0, 1, {}});
  SmallPairModel model;
  model.out_bias = {-9, 2};
  triples_with(model, document);
  ASSERT_FALSE(document.triples.empty());
  EXPECT_EQ(document.triples.front().predicate, 3u);
}

}  // namespace
}  // namespace actant
