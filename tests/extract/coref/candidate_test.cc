#include "extract/coref/candidate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/entity/noun_phrase.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kSentence = R"(
Iran      Iran     PROPN NNP 4 nmod:poss NER=B-LOC|SpaceAfter=No
's        's       PART  POS 1 case
foreign   foreign  ADJ   JJ  4 amod
minister  minister NOUN  NN  8 nsubj     SpaceAfter=No
,         ,        PUNCT ,   7 punct
who       who      PRON  WP  7 nsubj
resigned  resign   VERB  VBD 4 acl:relcl
denied    deny     VERB  VBD 0 root
it        it       PRON  PRP 8 obj
)";

std::vector<std::string> texts(const Document& document) {
  std::vector<Candidate> candidates;
  find_candidates(document, candidates);
  std::vector<std::string> result;
  for (const Candidate& c : candidates) result.emplace_back(document.text_of(span_of(document, {c.first, c.last})));
  return result;
}

TEST(CandidateTest, PhrasesKeepPossessiveMarkAndRelativeClause) {
  const Document document = testing::parse_conllu(kSentence);
  EXPECT_THAT(texts(document), ElementsAre("Iran's foreign minister, who resigned", "Iran's", "who", "it"));
}

TEST(CandidateTest, CoordinationIsOnePhraseAndItsMembersAreOthers) {
  const Document document = testing::parse_conllu(R"(
Anna  Anna  PROPN NNP 4 nsubj NER=B-PER
and   and   CCONJ CC  3 cc
Boris Boris PROPN NNP 1 conj  NER=B-PER
left  leave VERB  VBD 0 root
)");
  EXPECT_THAT(texts(document), ElementsAre("Anna and Boris", "Anna", "Boris"));
}

TEST(CandidateTest, WhatBearsOnThePhraseAsAWholeIsNoPartOfIt) {
  const Document document = testing::parse_conllu(R"(
Only  only  ADV   RB  2 advmod
Anna  Anna  PROPN NNP 8 nsubj      NER=B-PER
and   and   CCONJ CC  6 cc
both  both  CCONJ CC  6 cc:preconj
the   the   DET   DT  6 det
men   man   NOUN  NNS 2 conj
then  then  ADV   RB  8 advmod
left  leave VERB  VBD 0 root
)");
  EXPECT_THAT(texts(document), ElementsAre("Anna and both the men", "Anna", "the men"));
}

TEST(CandidateTest, QuotationMarksStandInPairs) {
  const Document document = testing::parse_conllu(R"(
the    the    DET   DT  4 det
“      “      PUNCT \`\` 4 punct SpaceAfter=No
Red    Red    PROPN NNP 4 compound
fan    fan    NOUN  NN  6 nsubj SpaceAfter=No
”      ”      PUNCT ''  6 punct
left   leave  VERB  VBD 0 root
)");
  EXPECT_THAT(texts(document), ElementsAre("the “Red fan”", "Red"));
}

TEST(CandidateTest, WhatFollowsANameAndAColonIsNoPartOfIt) {
  const Document document = testing::parse_conllu(R"(
Athens Athens PROPN NNP 0 root NER=B-LOC|SpaceAfter=No
:      :      PUNCT :   4 punct
a      a      DET   DT  4 det
guide  guide  NOUN  NN  1 appos
)");
  EXPECT_THAT(texts(document), ElementsAre("Athens", "a guide"));
}

TEST(CandidateTest, ArticleWithoutTokensHasNone) {
  Document document;
  document.index_children();
  EXPECT_TRUE(texts(document).empty());
}

}  // namespace
}  // namespace actant
