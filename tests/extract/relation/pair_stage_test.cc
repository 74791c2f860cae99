#include "extract/relation/pair_stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/relation/pair_features.h"
#include "tests/extract/relation/event_fixture.h"
#include "tests/extract/relation/pair_fixture.h"

namespace actant {
namespace {

using ::testing::Contains;
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
                    std::string(document.entities[triple.object].name) + (triple.negated ? " not" : "") +
                    (triple.modality == Modality::kActual ? "" : " " + std::string(modality_name(triple.modality))) +
                    " by " + triple.rule);
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

// What a classifier that believes in the one relation of facts everywhere adds to the tree.
std::vector<std::string> believed(const char* relation, std::string_view tree) {
  Document document = read(tree);
  document.triples.clear();
  SmallPairModel model;
  model.relations = {relation, "attacked"};
  model.out_bias = {2, -9};
  return triples_with(model, document);
}

TEST(PairStageTest, AFactOffANegatedCopulaIsNegated) {
  EXPECT_THAT(believed("member-of", R"(
    Serbia Serbia PROPN NNP 5 nsubj NER=B-LOC
    is     be     AUX   VBZ 5 cop
    not    not    PART  RB  5 advmod
    a      a      DET   DT  5 det
    member member NOUN  NN  0 root
    of     of     ADP   IN  7 case
    NATO   NATO   PROPN NNP 5 nmod  NER=B-ORG
  )"),
              Contains("Serbia member-of NATO not by pair"));
}

TEST(PairStageTest, AFactIsNotTakenOffAQuestion) {
  const std::string_view question = R"(
    Is     be     AUX   VBZ 4 cop
    Serbia Serbia PROPN NNP 4 nsubj NER=B-LOC
    a      a      DET   DT  4 det
    member member NOUN  NN  0 root
    of     of     ADP   IN  6 case
    NATO   NATO   PROPN NNP 4 nmod  NER=B-ORG
    ?      ?      PUNCT .   4 punct
  )";
  EXPECT_THAT(believed("member-of", question), IsEmpty());
  std::string statement(question);
  statement.replace(statement.rfind('?', statement.rfind('?') - 1), 1, ".");
  EXPECT_THAT(believed("member-of", statement), Contains("Serbia member-of NATO by pair"));
}

TEST(PairStageTest, MembersOfAListDoNotLieInEachOther) {
  EXPECT_THAT(believed("located-in", R"(
    Troops troop  NOUN  NNS 2 nsubj
    left   leave  VERB  VBD 0 root
    Basra  Basra  PROPN NNP 2 obj   NER=B-LOC
    ,      ,      PUNCT ,   5 punct
    Iraq   Iraq   PROPN NNP 3 conj  NER=B-LOC
    and    and    CCONJ CC  7 cc
    Iran   Iran   PROPN NNP 3 conj  NER=B-LOC
  )"),
              IsEmpty());
  EXPECT_THAT(believed("located-in", R"(
    Troops troop  NOUN  NNS 2 nsubj
    left   leave  VERB  VBD 0 root
    Basra  Basra  PROPN NNP 2 obj   NER=B-LOC
    of     of     ADP   IN  5 case
    Iraq   Iraq   PROPN NNP 3 nmod  NER=B-LOC
  )"),
              Contains("Basra located-in Iraq by pair"));
}

TEST(PairStageTest, WhatIsPlannedWithSomebodyIsPlanned) {
  const auto with_verb = [](const std::string& verb) {
    return believed("met-with", "Iran Iran PROPN NNP 2 nsubj NER=B-LOC\n" + verb + R"( VERB VBZ 0 root
    frobs frob  NOUN  NNS 2 obj
    with  with  ADP   IN  5 case
    Iraq  Iraq  PROPN NNP 2 obl  NER=B-LOC
  )");
  };
  EXPECT_THAT(with_verb("plans plan"), ElementsAre("Iran met-with Iraq planned by pair"));
  EXPECT_THAT(with_verb("begins begin"), ElementsAre("Iran met-with Iraq by pair"));
}

}  // namespace
}  // namespace actant
