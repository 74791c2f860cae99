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

TEST(CandidateTest, ArticleWithoutTokensHasNone) {
  Document document;
  document.index_children();
  EXPECT_TRUE(texts(document).empty());
}

}  // namespace
}  // namespace actant
