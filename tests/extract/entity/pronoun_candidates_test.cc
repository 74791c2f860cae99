#include "extract/entity/pronoun_candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/entity/pronoun_features.h"
#include "extract/entity/pronoun_model.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What the last `he` or `she` may mean, in the order in which it is asked.
std::vector<std::string> antecedents(std::string_view conllu) {
  Document document = testing::parse_conllu(conllu);
  std::vector<std::string> texts;
  EntityStage().process(document, [&](const Clusters& clusters, uint32_t pronoun) {
    std::vector<uint32_t> found;
    find_antecedents(clusters, pronoun, found);
    texts.clear();
    for (const uint32_t m : found) texts.emplace_back(document.text_of(document.mentions[m].span));
  });
  return texts;
}

TEST(PronounCandidatesTest, ASubjectThatFollowsIsOne) {
  EXPECT_THAT(antecedents(R"(
In     in     ADP   IN  3 case
her    her    PRON  PRP$ 3 nmod:poss
speech speech NOUN  NN  5 obl
Merkel Merkel PROPN NNP 5 nsubj NER=B-PER
warned warn   VERB  VBD 0 root
Steele Steele PROPN NNP 5 obj NER=B-PER
)"),
              ElementsAre("Merkel", "Steele"));
}

TEST(PronounCandidatesTest, WhomThePronounOwnsIsNone) {
  EXPECT_THAT(antecedents(R"(
Anna   Anna   PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
her    her    PRON  PRP$ 4 nmod:poss
sister sister NOUN  NN  2 obj
Mary   Mary   PROPN NNP 4 appos NER=B-PER
)"),
              ElementsAre("Anna"));
}

TEST(PronounCandidatesTest, TwoArgumentsOfOneVerbAreTwo) {
  EXPECT_THAT(antecedents(R"(
Anna   Anna   PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
her    her    PRON  PRP 2 obj
)"),
              IsEmpty());
}

TEST(PronounCandidatesTest, APronounBeforeIsNoProofOfTheGender) {
  EXPECT_THAT(antecedents(R"(
Kelly  Kelly  PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
Smith  Smith  PROPN NNP 2 obj NER=B-PER

He     he     PRON  PRP 2 nsubj
left   leave  VERB  VBD 0 root

She    she    PRON  PRP 2 nsubj
stayed stay   VERB  VBD 0 root
)"),
              ElementsAre("He", "Smith", "Kelly"));
}

TEST(PronounFeaturesTest, AreNumbersThatTheModelKnows) {
  Document document = testing::parse_conllu(R"(
Anna   Anna   PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
Mary   Mary   PROPN NNP 2 obj NER=B-PER

She    she    PRON  PRP 2 nsubj
left   leave  VERB  VBD 0 root
)");
  size_t asked = 0;
  EntityStage().process(document, [&](const Clusters& clusters, uint32_t pronoun) {
    std::vector<uint32_t> found;
    find_antecedents(clusters, pronoun, found);
    PronounFeatures facts;
    facts.prepare(clusters, pronoun, found);
    std::vector<uint16_t> features;
    for (; asked < found.size(); ++asked) {
      facts.write(asked, features);
      for (const uint16_t feature : features) EXPECT_LT(feature, PronounFeatures::kCount);
    }
  });
  EXPECT_EQ(asked, 2u);
}

TEST(PronounLinkerTest, ASubjectTakesUpTheSubjectBefore) {
  Document document = testing::parse_conllu(R"(
Anna   Anna   PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
Mary   Mary   PROPN NNP 2 obj NER=B-PER

She    she    PRON  PRP 2 nsubj
left   leave  VERB  VBD 0 root
)");
  EntityStage().process(document);
  ASSERT_EQ(document.mentions.size(), 3u);
  EXPECT_EQ(document.mentions[2].entity, document.mentions[0].entity);
}

TEST(PronounLinkerTest, WhatAPredicateSaysOfHerIsNotHerName) {
  Document document = testing::parse_conllu(R"(
Anna   Anna   PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
Mary   Mary   PROPN NNP 2 obj NER=B-PER

She    she    PRON  PRP 4 nsubj
is     be     AUX   VBZ 4 cop
the    the    DET   DT  4 det
leader leader NOUN  NN  0 root
)");
  EntityStage().process(document);
  ASSERT_EQ(document.mentions.size(), 4u);
  EXPECT_EQ(document.mentions[2].entity, document.mentions[0].entity);
  EXPECT_EQ(document.mentions[3].entity, document.mentions[0].entity);
}

TEST(PronounLinkerTest, AForenameTellsWhoIsMeant) {
  Document document = testing::parse_conllu(R"(
Kevin  Kevin  PROPN NNP 2 nsubj NER=B-PER
called call   VERB  VBD 0 root
Linda  Linda  PROPN NNP 2 obj NER=B-PER

She    she    PRON  PRP 2 nsubj
left   leave  VERB  VBD 0 root
)");
  EntityStage().process(document);
  ASSERT_EQ(document.mentions.size(), 3u);
  EXPECT_EQ(document.mentions[2].entity, document.mentions[1].entity);
}

}  // namespace
}  // namespace actant
