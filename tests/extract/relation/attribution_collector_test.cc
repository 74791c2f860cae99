#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/extract/relation/attributed_text.h"

namespace actant {
namespace {

using testing::attributed;
using Lines = std::vector<std::string>;

TEST(AttributionCollectorTest, OneInsideTheContentOfAnotherIsNested) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
voters voter NOUN NNS 4 nsubj
think think VERB VBP 2 ccomp
Basra Basra PROPN NNP 7 nsubj NER=B-LOC
is be AUX VBZ 7 cop
safe safe ADJ JJ 4 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (Lines{"Ali said: voters think Basra is safe", "(voters think: Basra is safe)"}));
}

TEST(AttributionCollectorTest, InsideAnotherOnlyVerbsIntroduceOne) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
he he PRON PRP 5 nsubj
was be AUX VBD 5 cop
confident confident ADJ JJ 2 ccomp
that that SCONJ IN 8 mark
Basra Basra PROPN NNP 8 nsubj NER=B-LOC
burns burn VERB VBZ 5 ccomp SpaceAfter=No
. . PUNCT . 2 punct

He he PRON PRP 3 nsubj
is be AUX VBZ 3 cop
confident confident ADJ JJ 0 root
that that SCONJ IN 6 mark
Basra Basra PROPN NNP 6 nsubj NER=B-LOC
burns burn VERB VBZ 3 ccomp SpaceAfter=No
. . PUNCT . 3 punct
)"),
            (Lines{"Ali said: he was confident that Basra burns", "He confident: Basra burns"}));
}

TEST(AttributionCollectorTest, AVerbOfTellingBesideTheContentIsTheTellersOwn) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
says say VERB VBZ 0 root
Basra Basra PROPN NNP 4 nsubj NER=B-LOC
burns burn VERB VBZ 2 ccomp
and and CCONJ CC 7 cc
has have AUX VBZ 7 aux
warned warn VERB VBN 4 conj
that that SCONJ IN 10 mark
it it PRON PRP 10 nsubj
spreads spread VERB VBZ 7 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (Lines{"Ali says: Basra burns", "Ali warned: it spreads"}));
}

TEST(AttributionCollectorTest, ChargesAndExpectationsOfNobodyNamed) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 3 nsubj:pass NER=B-PER
is be AUX VBZ 3 aux:pass
accused accuse VERB VBN 0 root
of of SCONJ IN 5 mark
lying lie VERB VBG 3 advcl SpaceAfter=No
. . PUNCT . 3 punct

He he PRON PRP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
seen see VERB VBN 0 root
as as ADP IN 6 case
a a DET DT 6 det
threat threat NOUN NN 3 obl SpaceAfter=No
. . PUNCT . 3 punct

Note note VERB VB 0 root
that that SCONJ IN 4 mark
he he PRON PRP 4 nsubj
lied lie VERB VBD 1 ccomp SpaceAfter=No
. . PUNCT . 1 punct
)"),
            (Lines{"- accused: of lying", "- seen: as a threat", "- Note: he lied"}));
}

TEST(AttributionCollectorTest, WhatOneIsBlamedForAndWhatOneConsidersDoing) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
blamed blame VERB VBD 0 root
the the DET DT 4 det
press press NOUN NN 2 obj
for for ADP IN 7 case
the the DET DT 7 det
leak leak NOUN NN 2 obl SpaceAfter=No
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
favors favor VERB VBZ 0 root
cutting cut VERB VBG 2 xcomp
taxes tax NOUN NNS 3 obj SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (Lines{"Ali blamed: for the leak", "He favors: cutting taxes"}));
}

TEST(AttributionCollectorTest, ComparisonsAndVerbsWithParticles) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
likened liken VERB VBD 0 root
the the DET DT 4 det
bill bill NOUN NN 2 obj
to to ADP IN 7 case
a a DET DT 7 det
tax tax NOUN NN 2 obl SpaceAfter=No
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
ruled rule VERB VBD 0 root
out out ADP RP 2 compound:prt
a a DET DT 5 det
run run NOUN NN 2 obj SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (Lines{"Ali likened: the bill to a tax", "He ruled: a run"}));
}

TEST(AttributionCollectorTest, PlansAndDoubtsThatSomebodyHas) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 3 nmod:poss NER=B-PER|SpaceAfter=No
's 's PART POS 1 case
plan plan NOUN NN 6 nsubj:outer
is be AUX VBZ 6 cop
to to PART TO 6 mark
run run VERB VB 0 root SpaceAfter=No
. . PUNCT . 6 punct

He he PRON PRP 2 nsubj
has have VERB VBZ 0 root
no no DET DT 4 det
doubt doubt NOUN NN 2 obj
that that SCONJ IN 7 mark
Basra Basra PROPN NNP 7 nsubj NER=B-LOC
burns burn VERB VBZ 4 acl SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (Lines{"Ali's plan: to run", "He doubt: Basra burns"}));
}

TEST(AttributionCollectorTest, TheSpeakerMayStandBehindTheVerb) {
  EXPECT_EQ(attributed(R"(
" " PUNCT `` 2 punct SpaceAfter=No
Go go VERB VB 5 ccomp SpaceAfter=No
! ! PUNCT . 2 punct SpaceAfter=No
" " PUNCT '' 2 punct
shouted shout VERB VBD 0 root
one one NUM CD 7 nummod
man man NOUN NN 5 obj SpaceAfter=No
. . PUNCT . 5 punct
)"),
            Lines{"one man shouted: Go!"});
}

TEST(AttributionCollectorTest, ALostSubjectStandsBehindTheQuotation) {
  EXPECT_EQ(attributed(R"(
" " PUNCT `` 2 punct SpaceAfter=No
Go go VERB VB 11 ccomp SpaceAfter=No
, , PUNCT , 2 punct SpaceAfter=No
" " PUNCT '' 2 punct
one one NUM CD 6 nummod
man man NOUN NN 2 parataxis SpaceAfter=No
, , PUNCT , 9 punct
who who PRON WP 9 nsubj
left leave VERB VBD 6 acl:relcl SpaceAfter=No
, , PUNCT , 2 punct
said say VERB VBD 0 root SpaceAfter=No
. . PUNCT . 11 punct
)"),
            Lines{"one man said: Go"});
}

TEST(AttributionCollectorTest, AQuestionMarkDoesNotPartAQuotationFromItsVerb) {
  EXPECT_EQ(attributed(R"(
" " PUNCT `` 5 punct SpaceAfter=No
What what PRON WP 5 obj
are be AUX VBP 5 aux
we we PRON PRP 5 nsubj
doing do VERB VBG 0 root SpaceAfter=No
? ? PUNCT . 5 punct SpaceAfter=No
" " PUNCT '' 5 punct

Ali Ali PROPN NNP 2 nsubj NER=B-PER
asked ask VERB VBD 0 root SpaceAfter=No
. . PUNCT . 2 punct
)"),
            Lines{"Ali asked: What are we doing?"});
}

TEST(AttributionCollectorTest, ParenthesesHaveTheClauseAroundThem) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
runs run VERB VBZ 0 root
because because SCONJ IN 10 mark SpaceAfter=No
, , PUNCT , 6 punct
he he PRON PRP 6 nsubj
says say VERB VBZ 10 advcl SpaceAfter=No
, , PUNCT , 6 punct
Basra Basra PROPN NNP 10 nsubj NER=B-LOC
is be AUX VBZ 10 cop
broken broken ADJ JJ 2 advcl SpaceAfter=No
. . PUNCT . 2 punct
)"),
            Lines{"he says: because, he says, Basra is broken"});
}

TEST(AttributionCollectorTest, QuotedWordsAreThoseOfWhomTheVerbIsSaidOf) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
scrapped scrap VERB VBD 0 root
the the DET DT 7 det
" " PUNCT `` 7 punct SpaceAfter=No
very very ADV RB 6 advmod
bad bad ADJ JJ 7 amod
deal deal NOUN NN 2 obj SpaceAfter=No
" " PUNCT '' 7 punct SpaceAfter=No
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
left leave VERB VBD 0 root
" " PUNCT `` 4 punct SpaceAfter=No
Good good PROPN NNP 2 obj
Morning morning PROPN NNP 4 flat SpaceAfter=No
" " PUNCT '' 4 punct SpaceAfter=No
. . PUNCT . 2 punct
)"),
            Lines{"Ali scrapped: very bad deal"});
}

TEST(AttributionCollectorTest, WhoIssuesATextSaysWhatItSays) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
issued issue VERB VBD 0 root
a a DET DT 4 det
statement statement NOUN NN 2 obj
saying say VERB VBG 4 acl
Basra Basra PROPN NNP 8 nsubj NER=B-LOC
is be AUX VBZ 8 cop
safe safe ADJ JJ 5 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)"),
            Lines{"Ali saying: Basra is safe"});
}

TEST(AttributionCollectorTest, TheRelativePronounBelongsToTheSource) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 7 nsubj NER=B-PER|SpaceAfter=No
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
opposes oppose VERB VBZ 1 acl:relcl
taxes tax NOUN NNS 4 obj SpaceAfter=No
, , PUNCT , 4 punct
left leave VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)"),
            Lines{"Ali, who opposes: taxes"});
}

TEST(AttributionCollectorTest, HeadlinesAndPostsNameTheirSpeaker) {
  EXPECT_EQ(attributed(R"(
# newpar
Rice Rice PROPN NNP 4 nsubj NER=B-PER|SpaceAfter=No
: : PUNCT : 1 punct
Basra Basra PROPN NNP 4 nsubj NER=B-LOC
burns burn VERB VBZ 0 root
today today NOUN NN 4 obl:tmod

# newpar
So so ADV RB 2 advmod
sad sad ADJ JJ 0 root SpaceAfter=No
! ! PUNCT . 2 punct

# newpar
— — PUNCT : 2 punct
Ali Ali PROPN NNP 0 root NER=B-PER
( ( PUNCT -LRB- 4 punct SpaceAfter=No
@ali @ali X ADD 2 appos SpaceAfter=No
) ) PUNCT -RRB- 4 punct
)"),
            (Lines{"Rice :: Basra burns today", "Ali —: So sad!"}));
}

TEST(AttributionCollectorTest, VerbsOfNoListTellWhereSomebodyHasAClause) {
  EXPECT_EQ(attributed(R"(
Ali Ali PROPN NNP 2 nsubj NER=B-PER
gloated gloat VERB VBD 0 root
that that SCONJ IN 5 mark
he he PRON PRP 5 nsubj
won win VERB VBD 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct

The the DET DT 2 det
rain rain NOUN NN 3 nsubj
meant mean VERB VBD 0 root
delays delay NOUN NNS 3 obj SpaceAfter=No
. . PUNCT . 3 punct
)"),
            Lines{"Ali gloated: he won"});
}

}  // namespace
}  // namespace actant
