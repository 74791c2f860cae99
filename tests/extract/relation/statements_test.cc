#include "extract/relation/statements.h"

#include <gtest/gtest.h>

#include "extract/entity/entity_stage.h"
#include "extract/relation/attribution.h"
#include "extract/relation/quotation.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/triple_builder.h"
#include "tests/extract/relation/event_fixture.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

Document analyze(std::string_view conllu) {
  Document document = testing::parse_conllu(conllu);
  EntityStage().process(document);
  StatementStage().process(document);
  AttributionStage().process(document);
  build_triples(document);
  return document;
}

// `speaker: content` of the statement triples, `!` for a denial.
std::vector<std::string> said(const Document& document) {
  std::vector<std::string> result;
  for (const Triple& triple : document.triples) {
    if (triple.relation != RelationType::kStated) continue;
    result.push_back(std::string(document.entities[triple.subject].name) + (triple.negated ? "! " : ": ") +
                     std::string(document.text_of(document.statements[triple.object].span)));
  }
  return result;
}

TEST(StatementStageTest, IndirectSpeechIsTheClauseWithoutThat) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
Sunday Sunday PROPN NNP 2 obl:unmarked
that that SCONJ IN 7 mark
Iran Iran PROPN NNP 7 nsubj NER=B-LOC
had have AUX VBD 7 aux
agreed agree VERB VBN 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: Iran had agreed"});
  ASSERT_EQ(document.statements.size(), 1u);
  ASSERT_EQ(document.statements[0].about.size(), 1u);
  EXPECT_EQ(document.entities[document.statements[0].about[0]].name, "Iran");
}

TEST(StatementStageTest, WhatIsToldAccordingToASourceEndsBeforeIt) {
  EXPECT_EQ(said(analyze(R"(
Hamas Hamas PROPN NNP 2 nsubj NER=B-ORG
left leave VERB VBD 0 root
Gaza Gaza PROPN NNP 2 obj NER=B-LOC SpaceAfter=No
, , PUNCT , 7 punct
according accord VERB VBG 7 case
to to ADP IN 5 fixed
Rice Rice PROPN NNP 2 obl NER=B-PER SpaceAfter=No
. . PUNCT . 2 punct
)")),
            std::vector<std::string>{"Rice: Hamas left Gaza"});
}

TEST(StatementStageTest, ADayInFrontIsNotWhatIsSaid) {
  EXPECT_TRUE(said(analyze(R"(
Wednesday Wednesday PROPN NNP 4 parataxis SpaceAfter=No
, , PUNCT , 4 punct
Rice Rice PROPN NNP 4 nsubj NER=B-PER
confirmed confirm VERB VBD 0 root
)"))
                  .empty());
}

TEST(StatementStageTest, QuotationGoesOnInTheNextSentenceWithItsSpeaker) {
  const Document document = analyze(R"(
" " PUNCT `` 3 punct SpaceAfter=No
We we PRON PRP 3 nsubj
won win VERB VBD 7 ccomp SpaceAfter=No
, , PUNCT , 7 punct SpaceAfter=No
" " PUNCT '' 3 punct
Rice Rice PROPN NNP 7 nsubj NER=B-PER
said say VERB VBD 0 root SpaceAfter=No
. . PUNCT . 7 punct

" " PUNCT `` 6 punct SpaceAfter=No
The the DET DT 3 det
people people NOUN NNS 6 nsubj
of of ADP IN 5 case
Iran Iran PROPN NNP 3 nmod NER=B-LOC
know know VERB VBP 0 root
this this PRON DT 6 obj
very very ADV RB 9 advmod
well well ADV RB 6 advmod
now now ADV RB 6 advmod SpaceAfter=No
. . PUNCT . 6 punct SpaceAfter=No
" " PUNCT '' 6 punct
)");
  EXPECT_EQ(said(document),
            (std::vector<std::string>{"Rice: We won", "Rice: The people of Iran know this very well now"}));
}

TEST(StatementStageTest, AccordingToTakesTheClauseAroundIt) {
  const Document document = analyze(R"(
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Reuters Reuters PROPN NNP 6 obl NER=B-ORG SpaceAfter=No
, , PUNCT , 6 punct
troops troops NOUN NNS 6 nsubj
left leave VERB VBD 0 root
Basra Basra PROPN NNP 6 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 6 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Reuters: troops left Basra"});
}

TEST(StatementStageTest, DenialIsNegatedAndRefusalToSayIsNone) {
  const Document document = analyze(R"(
Iran Iran PROPN NNP 2 nsubj NER=B-LOC
denied deny VERB VBD 0 root
that that SCONJ IN 5 mark
it it PRON PRP 5 nsubj
attacked attack VERB VBD 2 ccomp
Basra Basra PROPN NNP 5 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct

Rice Rice PROPN NNP 4 nsubj NER=B-PER
did do AUX VBD 4 aux
not not PART RB 4 advmod
say say VERB VB 0 root
that that SCONJ IN 7 mark
Iran Iran PROPN NNP 7 nsubj NER=B-LOC
attacked attack VERB VBD 4 ccomp
Basra Basra PROPN NNP 7 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 4 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Iran! it attacked Basra"});
}

TEST(StatementStageTest, ConjoinedSpeakersSayItEach) {
  const Document document = analyze(R"(
Trump Trump PROPN NNP 4 nsubj NER=B-PER
and and CCONJ CC 3 cc
Sanders Sanders PROPN NNP 1 conj NER=B-PER
argued argue VERB VBD 0 root
that that SCONJ IN 7 mark
workers worker NOUN NNS 7 nsubj
lost lose VERB VBD 4 ccomp SpaceAfter=No
. . PUNCT . 4 punct
)");
  EXPECT_EQ(said(document), (std::vector<std::string>{"Trump: workers lost", "Sanders: workers lost"}));
  EXPECT_EQ(document.statements.size(), 1u);
}

TEST(StatementStageTest, DemandIsTheNounPhraseBehindFor) {
  const Document document = analyze(R"(
Calderon Calderon PROPN NNP 2 nsubj NER=B-PER
called call VERB VBD 0 root
for for ADP IN 5 case
a a DET DT 5 det
boycott boycott NOUN NN 2 obl
of of ADP IN 8 case
the the DET DT 8 det
vote vote NOUN NN 5 nmod SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Calderon: a boycott of the vote"});
}

TEST(StatementStageTest, ClauseWithAPrepositionAndACopulaIsSaid) {
  const Document document = analyze(R"(
Iran Iran PROPN NNP 2 nsubj NER=B-LOC
says say VERB VBZ 0 root
its its PRON PRP$ 4 nmod:poss
program program NOUN NN 8 nsubj
is be AUX VBZ 8 cop
for for ADP IN 8 case
peaceful peaceful ADJ JJ 8 amod
purposes purpose NOUN NNS 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Iran: its program is for peaceful purposes"});
}

TEST(StatementStageTest, WhatStandsBeforeTheSpeakerAtTheEndIsSaidWhole) {
  // The parser hung `strikes` alone on the verb, and `In May` beside it.
  const Document document = analyze(R"(
In in ADP IN 2 case
May May PROPN NNP 11 obl SpaceAfter=No
, , PUNCT , 2 punct
four four NUM CD 5 nummod
strikes strike NOUN NNS 11 ccomp
hit hit VERB VBD 5 acl
targets target NOUN NNS 6 obj
today today NOUN NN 6 obl:unmarked SpaceAfter=No
, , PUNCT , 5 punct
Davis Davis PROPN NNP 11 nsubj NER=B-PER
said say VERB VBD 0 root SpaceAfter=No
. . PUNCT . 11 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Davis: In May, four strikes hit targets today"});
}

TEST(StatementStageTest, AddresseeWithoutThatIsNoPartOfTheStatement) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
told tell VERB VBD 0 root
Reuters Reuters PROPN NNP 6 nsubj NER=B-ORG
the the DET DT 5 det
troops troops NOUN NNS 6 nsubj
left leave VERB VBD 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: the troops left"});
}

TEST(StatementStageTest, CommentOnAnAccusationIsNotTheAccusers) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
accused accuse VERB VBD 0 root
Iran Iran PROPN NNP 2 obj NER=B-LOC
of of SCONJ IN 5 mark
building build VERB VBG 3 acl
bombs bomb NOUN NNS 5 obj SpaceAfter=No
, , PUNCT , 9 punct
a a DET DT 9 det
charge charge NOUN NN 6 appos
Tehran Tehran PROPN NNP 11 nsubj NER=B-LOC
denies deny VERB VBZ 9 acl:relcl SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: building bombs"});
}

TEST(StatementStageTest, DenialOfADeedAndOfAFavour) {
  const Document document = analyze(R"(
Iran Iran PROPN NNP 2 nsubj NER=B-LOC
denies deny VERB VBZ 0 root
attacking attack VERB VBG 2 xcomp
Basra Basra PROPN NNP 3 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct

Iran Iran PROPN NNP 2 nsubj NER=B-LOC
denied deny VERB VBD 0 root
visas visa NOUN NNS 2 obj
for for ADP IN 6 case
foreign foreign ADJ JJ 6 amod
workers worker NOUN NNS 3 nmod SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Iran! attacking Basra"});
}

TEST(StatementStageTest, WhoIsQuotedSpeaksNotWhoQuotes) {
  const Document document = analyze(R"(
Reuters Reuters PROPN NNP 2 nsubj NER=B-ORG
quoted quote VERB VBD 0 root
Rice Rice PROPN NNP 2 obj NER=B-PER
as as SCONJ IN 5 mark
saying say VERB VBG 2 advcl
Iran Iran PROPN NNP 7 nsubj NER=B-LOC
agreed agree VERB VBD 5 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: Iran agreed"});
}

TEST(StatementStageTest, PressReleaseGivesSpeechWithoutMarks) {
  const Document document = analyze(R"(
Johnson Johnson PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root SpaceAfter=No
: : PUNCT : 2 punct

# newpar
Aleppo Aleppo PROPN NNP 2 nsubj NER=B-LOC
suffers suffer VERB VBZ 0 root SpaceAfter=No
. . PUNCT . 2 punct

# newpar
We we PRON PRP 2 nsubj
agreed agree VERB VBD 0 root
this this PRON DT 2 obj SpaceAfter=No
. . PUNCT . 2 punct

# newpar
Johnson Johnson PROPN NNP 2 nsubj NER=B-PER
left leave VERB VBD 0 root
Paris Paris PROPN NNP 2 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), (std::vector<std::string>{"Johnson: Aleppo suffers", "Johnson: We agreed this"}));
}

TEST(StatementStageTest, FirstPersonOfAStatementIsWhomTheHeadlineNames) {
  const Document document = analyze(R"(
Statement statement NOUN NN 0 root
from from ADP IN 4 case
President President PROPN NNP 4 nmod:desc
Biden Biden PROPN NNP 1 nmod NER=B-PER
on on ADP IN 6 case
Trade Trade PROPN NNP 4 nmod

# newpar
I I PRON PRP 2 nsubj
believe believe VERB VBP 0 root
that that SCONJ IN 5 mark
Japan Japan PROPN NNP 5 nsubj NER=B-LOC
agreed agree VERB VBD 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Biden: Japan agreed"});
}

TEST(StatementStageTest, TheStatementIsOfTheAuthorNamedBefore) {
  const Document document = analyze(R"(
A a DET DT 3 det
Pentagon Pentagon PROPN NNP 3 compound NER=B-ORG
statement statement NOUN NN 4 nsubj
said say VERB VBD 0 root
troops troop NOUN NNS 6 nsubj
left leave VERB VBD 4 ccomp SpaceAfter=No
. . PUNCT . 4 punct

The the DET DT 2 det
statement statement NOUN NN 3 nsubj
said say VERB VBD 0 root
Kabul Kabul PROPN NNP 5 nsubj NER=B-LOC
agreed agree VERB VBD 3 ccomp SpaceAfter=No
. . PUNCT . 3 punct
)");
  EXPECT_EQ(said(document), (std::vector<std::string>{"Pentagon: troops left", "Pentagon: Kabul agreed"}));
}

TEST(StatementStageTest, MadeClearIsSaid) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
made make VERB VBD 0 root
it it PRON PRP 2 expl
clear clear ADJ JJ 2 xcomp
that that SCONJ IN 7 mark
Iran Iran PROPN NNP 7 nsubj NER=B-LOC
agreed agree VERB VBD 4 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: Iran agreed"});
}

TEST(StatementStageTest, AClauseWhoseVerbTheParserTookForANounIsSaidAllTheSame) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
says say VERB VBZ 0 root
initial initial ADJ JJ 4 amod
findings finding NOUN NNS 5 nsubj
point point NOUN NN 2 obj
to to ADP IN 8 case
human human ADJ JJ 8 amod
error error NOUN NN 5 nmod SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: initial findings point to human error"});
}

TEST(StatementStageTest, ARejectedClaimIsDenied) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
rejected reject VERB VBD 0 root
claims claim NOUN NNS 2 obj
that that SCONJ IN 6 mark
Iran Iran PROPN NNP 6 nsubj NER=B-LOC
agreed agree VERB VBD 3 acl SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice! Iran agreed"});
}

TEST(StatementStageTest, TheConditionBelongsToWhatIsSaid) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
says say VERB VBZ 0 root
if if SCONJ IN 5 mark
Iran Iran PROPN NNP 5 nsubj NER=B-LOC
agrees agree VERB VBZ 2 ccomp SpaceAfter=No
, , PUNCT , 5 punct
talks talk NOUN NNS 9 nsubj
will will AUX MD 9 aux
begin begin VERB VB 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: if Iran agrees, talks will begin"});
}

TEST(StatementStageTest, AgreeingOnADealSaysNothing) {
  const Document document = analyze(R"(
Iran Iran PROPN NNP 2 nsubj NER=B-LOC
agreed agree VERB VBD 0 root
on on ADP IN 5 case
a a DET DT 5 det
ceasefire ceasefire NOUN NN 2 obl SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_TRUE(said(document).empty());
}

TEST(StatementStageTest, CallingADealATrapIsSaidThoughTheParserSeesNoComplement) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
called call VERB VBD 0 root
the the DET DT 4 det
deal deal NOUN NN 2 obj
a a DET DT 6 det
trap trap NOUN NN 2 obl:unmarked SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: the deal a trap"});
}

TEST(StatementStageTest, CallingItSomethingIsSaidAndCallingOnThePhoneIsNot) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
called call VERB VBD 0 root
the the DET DT 4 det
raid raid NOUN NN 2 obj
a a DET DT 6 det
provocation provocation NOUN NN 2 xcomp SpaceAfter=No
. . PUNCT . 2 punct

Rice Rice PROPN NNP 2 nsubj NER=B-PER
called call VERB VBD 0 root
Blair Blair PROPN NNP 2 obj NER=B-PER
to to PART TO 5 mark
congratulate congratulate VERB VB 2 xcomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: the raid a provocation"});
}

TEST(StatementStageTest, QuotationBehindAColonIsAnother) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
Iran Iran PROPN NNP 5 nsubj NER=B-LOC
had have AUX VBD 5 aux
agreed agree VERB VBN 2 ccomp SpaceAfter=No
: : PUNCT : 9 punct
" " PUNCT `` 9 punct SpaceAfter=No
This this PRON DT 9 nsubj
helps help VERB VBZ 5 parataxis
us we PRON PRP 9 obj SpaceAfter=No
. . PUNCT . 9 punct SpaceAfter=No
" " PUNCT '' 9 punct
)");
  EXPECT_EQ(said(document), (std::vector<std::string>{"Rice: Iran had agreed", "Rice: This helps us"}));
}

TEST(StatementStageTest, PointedOutIsSaidAndPointedIsNot) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
pointed point VERB VBD 0 root
out out ADP RP 2 compound:prt
that that SCONJ IN 6 mark
Iran Iran PROPN NNP 6 nsubj NER=B-LOC
agreed agree VERB VBD 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct

Rice Rice PROPN NNP 2 nsubj NER=B-PER
pointed point VERB VBD 0 root
where where ADV WRB 5 advmod
Iran Iran PROPN NNP 5 nsubj NER=B-LOC
lies lie VERB VBZ 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: Iran agreed"});
}

TEST(StatementStageTest, WhoIsSomethingAndSaysSpeaks) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 4 nsubj NER=B-PER
is be AUX VBZ 4 cop
a a DET DT 4 det
critic critic NOUN NN 0 root
and and CCONJ CC 6 cc
says say VERB VBZ 4 conj
Iran Iran PROPN NNP 8 nsubj NER=B-LOC
agreed agree VERB VBD 6 ccomp SpaceAfter=No
. . PUNCT . 4 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: Iran agreed"});
}

TEST(StatementStageTest, TextsSayWhatTheyShow) {
  const Document document = analyze(R"(
A a DET DT 2 det
poll poll NOUN NN 5 nsubj
by by ADP IN 4 case
Gallup Gallup PROPN NNP 2 nmod NER=B-ORG
shows show VERB VBZ 0 root
that that SCONJ IN 9 mark
voters voter NOUN NNS 9 nsubj
are be AUX VBP 9 cop
tired tired ADJ JJ 5 ccomp SpaceAfter=No
. . PUNCT . 5 punct

Rice Rice PROPN NNP 2 nsubj NER=B-PER
shows show VERB VBZ 0 root
that that SCONJ IN 6 mark
voters voter NOUN NNS 6 nsubj
are be AUX VBP 6 cop
tired tired ADJ JJ 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Gallup: voters are tired"});
}

TEST(StatementStageTest, GerundsBeginWhatTheyAreTheSubjectOf) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
says say VERB VBZ 0 root
annexing annex VERB VBG 2 xcomp
Basra Basra PROPN NNP 3 obj NER=B-LOC
will will AUX MD 6 aux
bring bring VERB VB 2 ccomp
conflict conflict NOUN NN 6 obj SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Rice: annexing Basra will bring conflict"});
}

TEST(StatementStageTest, WhenItWasDeniedIsNotDenied) {
  const Document document = analyze(R"(
Iran Iran PROPN NNP 2 nsubj NER=B-LOC
denied deny VERB VBD 0 root
any any DET DT 4 det
rift rift NOUN NN 2 obj SpaceAfter=No
, , PUNCT , 9 punct
after after SCONJ IN 9 mark
its its PRON PRP$ 8 nmod:poss
envoys envoy NOUN NNS 9 nsubj
left leave VERB VBD 2 advcl SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{"Iran! any rift"});
}

TEST(StatementStageTest, AStatementAboutANameSaysNothing) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
made make VERB VBD 0 root
a a DET DT 4 det
statement statement NOUN NN 2 obj
about about ADP IN 6 case
Iran Iran PROPN NNP 4 nmod NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)");
  EXPECT_EQ(said(document), std::vector<std::string>{});
}

TEST(QuotationTest, ParagraphThatOpensWithAMarkCarriesOn) {
  Document document = testing::parse_conllu(R"(
" " PUNCT `` 2 punct SpaceAfter=No
One one NUM CD 0 root SpaceAfter=No
. . PUNCT . 2 punct

# newpar
" " PUNCT `` 2 punct SpaceAfter=No
Two two NUM CD 0 root SpaceAfter=No
. . PUNCT . 2 punct SpaceAfter=No
" " PUNCT '' 2 punct
)");
  std::vector<Quotation> quotations;
  find_quotations(document, quotations);
  ASSERT_EQ(quotations.size(), 2u);
  EXPECT_FALSE(quotations[0].closed);
  EXPECT_EQ(quotations[1].continues, 0u);
  EXPECT_TRUE(quotations[1].closed);
}

TEST(SpeechLexiconTest, KnowsFramesAndForgivesTheLemmatizer) {
  EXPECT_EQ(speech_verb("hop"), speech_verb("hope"));  // of `hoping`
  EXPECT_TRUE(speech_verb("say") & kSaysClause);
  EXPECT_TRUE(speech_verb("deny") & kSaysNot);
  EXPECT_EQ(speech_verb("adde"), speech_verb("add"));
  EXPECT_EQ(speech_verb("eat"), 0);
  EXPECT_TRUE(speech_noun("claim") & kSaysClause);
}

TEST(AttributionStageTest, EventsInsideAStatementAreTheSpeakers) {
  Document document = testing::parse_conllu(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
Iran Iran PROPN NNP 4 nsubj NER=B-LOC
attacked attack VERB VBD 2 ccomp
Basra Basra PROPN NNP 4 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)");
  EntityStage().process(document);
  Triple attack;
  attack.subject = find_entity_by_head(document, 2);
  attack.relation = RelationType::kAttacked;
  attack.object = find_entity_by_head(document, 4);
  attack.predicate = 3;
  attack.evidence = {0};
  document.triples.push_back(attack);
  StatementStage().process(document);
  AttributionStage().process(document);
  EXPECT_EQ(document.triples[0].attributed_to, find_entity_by_head(document, 0));
  EXPECT_EQ(document.triples[1].attributed_to, kNone);  // the statement itself is the publisher's report
}

TEST(AttributionStageTest, WhatIsPraisedIsThePraisersWord) {
  Document document = testing::parse_conllu(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
praised praise VERB VBD 0 root
Iran Iran PROPN NNP 5 nmod:poss NER=B-LOC SpaceAfter=No
's 's PART POS 3 case
support support NOUN NN 2 obj
for for ADP IN 7 case
Iraq Iraq PROPN NNP 5 nmod NER=B-LOC SpaceAfter=No
. . PUNCT . 2 punct
)");
  EntityStage().process(document);
  const auto add = [&](uint32_t subject, uint32_t object, uint32_t predicate) {
    Triple& triple = document.triples.emplace_back();
    triple.subject = find_entity_by_head(document, subject);
    triple.relation = RelationType::kSupports;
    triple.object = find_entity_by_head(document, object);
    triple.predicate = predicate;
    triple.evidence = {0};
  };
  add(0, 2, 1);
  add(2, 6, 4);
  StatementStage().process(document);
  AttributionStage().process(document);
  EXPECT_EQ(document.triples[0].attributed_to, kNone);
  EXPECT_EQ(document.triples[1].attributed_to, find_entity_by_head(document, 0));
}

// The source that the first event of the tree gets, "" for none.
std::string source_in(std::string_view tree) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  EventStage().process(document);
  AttributionStage().process(document);
  for (const Triple& triple : document.triples) {
    if (triple.relation == RelationType::kAttacked || triple.relation == RelationType::kSupports)
      return triple.attributed_to == kNone ? "" : std::string(document.entities[triple.attributed_to].name);
  }
  return "no triple";
}

TEST(AttributionStageTest, WhatSomebodyIsAccusedOfIsTheAccusersWord) {
  EXPECT_EQ(source_in(R"(
    Chad      Chad      PROPN NNP 2 nsubj NER=B-LOC
    accused   accuse    VERB  VBD 0 root
    Sudan     Sudan     PROPN NNP 2 obj   NER=B-LOC
    of        of        SCONJ IN  5 mark
    attacking attack    VERB  VBG 2 advcl
    Adre      Adre      PROPN NNP 5 obj   NER=B-LOC
  )"),
            "Chad");
}

TEST(AttributionStageTest, ADeedNamedUnderAVerbOfSpeechIsTheSpeakersWord) {
  EXPECT_EQ(source_in(R"(
    Rice        Rice       PROPN NNP 2 nsubj NER=B-PER
    reiterated  reiterate  VERB  VBD 0 root
    Japan       Japan      PROPN NNP 5 nmod:poss NER=B-LOC
    's          's         PART  POS 3 case
    support     support    NOUN  NN  2 obj
    for         for        ADP   IN  7 case
    Ukraine     Ukraine    PROPN NNP 5 nmod  NER=B-LOC
  )"),
            "Rice");
}

}  // namespace
}  // namespace actant
