#include "extract/relation/open_proposition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conllu.h"

namespace actant::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string text_of(const Document& document, const OpenWords& words) {
  std::string text;
  for (const uint32_t word : words) {
    if (!text.empty()) text += ' ';
    text += document.tokens[word].form;
  }
  return text;
}

/// The open triples of a small tree, each as `subject | predicate | object | lemma`.
std::vector<std::string> open_of(std::string_view tree) {
  Document document = parse_conllu(tree);
  document.mention_at.assign(document.tokens.size(), kNone);
  OpenClauseReader reader;
  reader.reset(document);
  OpenClause clause;
  std::vector<OpenProposition> found;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (reader.read(t, clause)) append_propositions(document, clause, found);
    append_nominal_propositions(document, t, found);
  }
  std::vector<std::string> lines;
  for (const OpenProposition& p : found) {
    lines.push_back(text_of(document, p.subject.words) + " | " + text_of(document, p.words) + " | " +
                    text_of(document, p.object.words) + " | " + p.lemma);
  }
  return lines;
}

TEST(OpenPropositionTest, EachArgumentOfAClauseMakesATripleWithItsPreposition) {
  EXPECT_THAT(open_of(R"(
Bradley Bradley PROPN NNP 2 nsubj
joined  join    VERB  VBD 0 root
the     the     DET   DT  4 det
company company NOUN  NN  2 obj
in      in      ADP   IN  6 case
1941    1941    NUM   CD  2 obl
.       .       PUNCT .   2 punct)"),
              ElementsAre("Bradley | joined | the company | join", "Bradley | joined in | 1941 | join_in"));
}

TEST(OpenPropositionTest, PassivesKeepTheirAuxiliaryAndAgent) {
  EXPECT_THAT(open_of(R"(
The     the     DET   DT  2 det
town    town    NOUN  NN  4 nsubj:pass
was     be      AUX   VBD 4 aux:pass
captured capture VERB VBN 0 root
by      by      ADP   IN  6 case
Israel  Israel  PROPN NNP 4 obl:agent)"),
              ElementsAre("The town | was captured by | Israel | capture_by"));
}

TEST(OpenPropositionTest, CoordinatedVerbsShareTheSubjectAndConjunctsAreToldApart) {
  EXPECT_THAT(
      open_of(R"(
It      it      PRON  PRP 2 nsubj
took    take    VERB  VBD 0 root
Cisterna Cisterna PROPN NNP 2 obj
and     and     CCONJ CC  5 cc
raced   race    VERB  VBD 2 conj
to      to      ADP   IN  7 case
Rome    Rome    PROPN NNP 5 obl
and     and     CCONJ CC  9 cc
Ostia   Ostia   PROPN NNP 7 conj)"),
      ElementsAre("It | took | Cisterna | take", "It | raced to | Rome | race_to", "It | raced to | Ostia | race_to"));
}

TEST(OpenPropositionTest, ARelativeClauseSaysSomethingOfItsNoun) {
  EXPECT_THAT(open_of(R"(
Police  police  NOUN  NNS 2 nsubj
freed   free    VERB  VBD 0 root
the     the     DET   DT  4 det
man     man     NOUN  NN  2 obj
who     who     PRON  WP  6 nsubj
robbed  rob     VERB  VBD 4 acl:relcl
a       a       DET   DT  8 det
bank    bank    NOUN  NN  6 obj)"),
              ElementsAre("Police | freed | the man | free", "the man | robbed | a bank | rob"));
}

TEST(OpenPropositionTest, InfinitivesJoinTheVerbAbove) {
  EXPECT_THAT(open_of(R"(
They    they    PRON  PRP 2 nsubj
failed  fail    VERB  VBD 0 root
to      to      PART  TO  4 mark
reach   reach   VERB  VB  2 xcomp
a       a       DET   DT  6 det
deal    deal    NOUN  NN  4 obj)"),
              ElementsAre("They | failed to reach | a deal | fail_reach"));
}

TEST(OpenPropositionTest, ContentLeavesItsConjunctionToThePredicate) {
  EXPECT_THAT(open_of(R"(
She     she     PRON  PRP 2 nsubj
said    say     VERB  VBD 0 root
that    that    SCONJ IN  5 mark
he      he      PRON  PRP 5 nsubj
left    leave   VERB  VBD 2 ccomp)"),
              ElementsAre("She | said that | he left | say"));
}

TEST(OpenPropositionTest, CopulasTakeTheirComplement) {
  EXPECT_THAT(open_of(R"(
He      he      PRON  PRP 4 nsubj
is      be      AUX   VBZ 4 cop
a       a       DET   DT  4 det
lawyer  lawyer  NOUN  NN  0 root)"),
              ElementsAre("He | is | a lawyer | be"));
}

TEST(OpenPropositionTest, AppositionsSayWhatTheTextLeavesOut) {
  EXPECT_THAT(open_of(R"(
Li      Li      PROPN NNP 8 nsubj
,       ,       PUNCT ,   3 punct
head    head    NOUN  NN  1 appos
of      of      ADP   IN  6 case
the     the     DET   DT  6 det
bank    bank    NOUN  NN  3 nmod
,       ,       PUNCT ,   3 punct
resigned resign VERB  VBD 0 root)"),
              ElementsAre("Li |  | head of the bank | be", "Li | head of | the bank | be_head_of"));
}

TEST(OpenPropositionTest, ExamplesAndVerbsWithoutArgumentsGiveNothing) {
  EXPECT_THAT(open_of("Prices price NOUN NNS 2 nsubj\nfell fall VERB VBD 0 root"), IsEmpty());
}

}  // namespace
}  // namespace actant::testing
