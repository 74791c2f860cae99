#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/extract/relation/attributed_text.h"

namespace actant {
namespace {

using testing::attributed;

TEST(AttributionsTest, WhomOneLetsKnowIsTheSource) {
  EXPECT_EQ(attributed(R"(
Let let VERB VB 0 root
us we PRON PRP 1 obj
know know VERB VB 1 xcomp
what what PRON WP 3 obj
you you PRON PRP 6 nsubj
need need VERB VBP 4 acl:relcl SpaceAfter=No
. . PUNCT . 1 punct
)"),
            std::vector<std::string>{"us know: what you need"});
}

TEST(AttributionsTest, StancesHaveNounPhrasesAsContent) {
  EXPECT_EQ(attributed(R"(
Voters voter NOUN NNS 2 nsubj
support support VERB VBP 0 root
the the DET DT 4 det
plan plan NOUN NN 2 obj
of of ADP IN 6 case
Rice Rice PROPN NNP 4 nmod NER=B-PER SpaceAfter=No
. . PUNCT . 2 punct

They they PRON PRP 2 nsubj
agree agree VERB VBP 0 root
with with ADP IN 4 case
that that PRON DT 2 obl SpaceAfter=No
. . PUNCT . 2 punct
)"),
            (std::vector<std::string>{"Voters support: the plan of Rice", "They agree: with that"}));
}

TEST(AttributionsTest, WhomOneSupportsIsNoContentAndWhomOneMentionsIs) {
  EXPECT_EQ(attributed(R"(
Voters voter NOUN NNS 2 nsubj
support support VERB VBP 0 root
Rice Rice PROPN NNP 2 obj NER=B-PER SpaceAfter=No
. . PUNCT . 2 punct

They they PRON PRP 2 nsubj
mentioned mention VERB VBD 0 root
Rice Rice PROPN NNP 2 obj NER=B-PER SpaceAfter=No
. . PUNCT . 2 punct
)"),
            std::vector<std::string>{"They mentioned: Rice"});
}

TEST(AttributionsTest, AsidesHaveTheClauseAroundThemAndFillersDoNot) {
  EXPECT_EQ(attributed(R"(
I I PRON PRP 2 nsubj
guess guess VERB VBP 6 parataxis SpaceAfter=No
, , PUNCT , 2 punct
Basra Basra PROPN NNP 6 nsubj NER=B-LOC
is be AUX VBZ 6 cop
safe safe ADJ JJ 0 root SpaceAfter=No
. . PUNCT . 6 punct

You you PRON PRP 2 nsubj
know know VERB VBP 6 parataxis SpaceAfter=No
, , PUNCT , 2 punct
Basra Basra PROPN NNP 6 nsubj NER=B-LOC
is be AUX VBZ 6 cop
safe safe ADJ JJ 0 root SpaceAfter=No
. . PUNCT . 6 punct
)"),
            std::vector<std::string>{"I guess: Basra is safe"});
}

TEST(AttributionsTest, ParticiplesHaveTheirNounAsContent) {
  EXPECT_EQ(attributed(R"(
A a DET DT 2 det
plan plan NOUN NN 6 nsubj
proposed propose VERB VBN 2 acl
by by ADP IN 5 case
Rice Rice PROPN NNP 3 obl:agent NER=B-PER
failed fail VERB VBD 0 root SpaceAfter=No
. . PUNCT . 6 punct
)"),
            std::vector<std::string>{"Rice proposed: A plan"});
}

TEST(AttributionsTest, ExclamationsAreSaid) {
  EXPECT_EQ(attributed(R"(
" " PUNCT `` 2 punct SpaceAfter=No
No no INTJ UH 6 discourse SpaceAfter=No
, , PUNCT , 2 punct SpaceAfter=No
" " PUNCT '' 2 punct
he he PRON PRP 6 nsubj
shouts shout VERB VBZ 0 root SpaceAfter=No
. . PUNCT . 6 punct
)"),
            std::vector<std::string>{"he shouts: No"});
}

TEST(AttributionsTest, HearsayHasNoSource) {
  EXPECT_EQ(
      attributed(R"(
Ali Ali PROPN NNP 3 nsubj NER=B-PER
reportedly reportedly ADV RB 3 advmod
left leave VERB VBD 0 root
Basra Basra PROPN NNP 3 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 3 punct

He he PRON PRP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
believed believe VERB VBN 0 root
to to PART TO 5 mark
hide hide VERB VB 3 xcomp SpaceAfter=No
. . PUNCT . 3 punct
)"),
      (std::vector<std::string>{"- reportedly: Ali reportedly left Basra", "- believed: He is believed to hide"}));
}

TEST(AttributionsTest, ViewsAndSupportOfSomebody) {
  EXPECT_EQ(attributed(R"(
In in ADP IN 4 case
Rice Rice PROPN NNP 4 nmod:poss NER=B-PER SpaceAfter=No
's 's PART POS 2 case
view view NOUN NN 8 obl SpaceAfter=No
, , PUNCT , 4 punct
Basra Basra PROPN NNP 8 nsubj NER=B-LOC
is be AUX VBZ 8 cop
safe safe ADJ JJ 0 root SpaceAfter=No
. . PUNCT . 8 punct

Rice Rice PROPN NNP 3 nmod:poss NER=B-PER SpaceAfter=No
's 's PART POS 1 case
support support NOUN NN 7 nsubj
for for ADP IN 6 case
the the DET DT 6 det
deal deal NOUN NN 3 nmod
ended end VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct
)"),
            (std::vector<std::string>{"Rice 's view: Basra is safe", "Rice 's support: the deal"}));
}

TEST(AttributionsTest, PlansOfNobodyAreNone) {
  EXPECT_EQ(attributed(R"(
Plans plan NOUN NNS 4 nsubj
to to PART TO 3 mark
build build VERB VB 1 acl
failed fail VERB VBD 0 root SpaceAfter=No
. . PUNCT . 4 punct
)"),
            std::vector<std::string>{});
}

}  // namespace
}  // namespace actant
