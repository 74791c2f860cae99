#include "extract/entity/entity_stage.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::entity_of;
using testing::has_mention;
using testing::read;
using testing::same_entity;

TEST(EntityStageTest, TitleStaysOutsideTheNameAndIsNoMention) {
  const Document document = read(R"(
Egyptian  egyptian ADJ   JJ  4 amod      NER=B-NORP
Foreign   foreign  ADJ   JJ  3 amod
Minister  minister PROPN NNP 4 nmod:desc NER=B-PER
Ahmed     Ahmed    PROPN NNP 6 nsubj     NER=I-PER
Gheit     Gheit    PROPN NNP 4 flat      NER=I-PER
left      leave    VERB  VBD 0 root
)");
  EXPECT_EQ(entity_of(document, "Ahmed Gheit").type, EntityType::kPerson);
  EXPECT_EQ(entity_of(document, "Ahmed Gheit").country, "EGY");
  EXPECT_EQ(entity_of(document, "Ahmed Gheit").sector, "GOV");
  EXPECT_EQ(entity_of(document, "Egyptian").name, "Egypt");
  EXPECT_FALSE(has_mention(document, "Egyptian Foreign Minister"));
}

TEST(EntityStageTest, AppositionJoinsDescriptionAndName) {
  const Document document = read(R"(
Abbas     Abbas    PROPN NNP 9 nsubj     NER=B-PER
Araghchi  Araghchi PROPN NNP 1 flat      NER=I-PER|SpaceAfter=No
,         ,        PUNCT ,   7 punct
Iran      Iran     PROPN NNP 7 nmod:poss NER=B-LOC|SpaceAfter=No
's        's       PART  POS 4 case
foreign   foreign  ADJ   JJ  7 amod
minister  minister NOUN  NN  1 appos     SpaceAfter=No
,         ,        PUNCT ,   7 punct
left      leave    VERB  VBD 0 root

He        he       PRON  PRP 2 nsubj
smiled    smile    VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "Abbas Araghchi", "Iran's foreign minister"));
  EXPECT_TRUE(same_entity(document, "Abbas Araghchi", "He"));
  EXPECT_FALSE(same_entity(document, "Abbas Araghchi", "Iran"));
  EXPECT_EQ(entity_of(document, "He").name, "Abbas Araghchi");
  EXPECT_EQ(entity_of(document, "He").country, "IRN");
}

TEST(EntityStageTest, LoneOfficeGoesToTheOnlyPersonWithoutOne) {
  const Document document = read(R"(
Iran      Iran     PROPN NNP 4 nmod:poss NER=B-LOC|SpaceAfter=No
's        's       PART  POS 1 case
foreign   foreign  ADJ   JJ  4 amod
minister  minister NOUN  NN  5 nsubj
praised   praise   VERB  VBD 0 root
them      they     PRON  PRP 5 obj

Khalil    Khalil   PROPN NNP 8 nsubj     NER=B-PER
Hayya     Hayya    PROPN NNP 1 flat      NER=I-PER|SpaceAfter=No
,         ,        PUNCT ,   4 punct
head      head     NOUN  NN  1 appos
of        of       ADP   IN  6 case
Hamas     Hamas    PROPN NNP 4 nmod      NER=B-ORG|SpaceAfter=No
,         ,        PUNCT ,   4 punct
met       meet     VERB  VBD 0 root
with      with     ADP   IN  10 case
Abbas     Abbas    PROPN NNP 8 obl       NER=B-PER
Araghchi  Araghchi PROPN NNP 10 flat     NER=I-PER

Araghchi  Araghchi PROPN NNP 2 nsubj     NER=B-PER
left      leave    VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "Iran's foreign minister", "Abbas Araghchi"));
  EXPECT_TRUE(same_entity(document, "Khalil Hayya", "head of Hamas"));
  EXPECT_FALSE(same_entity(document, "Khalil Hayya", "Abbas Araghchi"));
}

TEST(EntityStageTest, CapitalActingForItsGovernmentIsTheCountry) {
  const Document document = read(R"(
Tehran  Tehran PROPN NNP 2 nsubj NER=B-LOC
said    say    VERB  VBD 0 root
Iranian iranian ADJ  JJ  4 amod  NER=B-NORP
envoys  envoy  NOUN  NNS 6 nsubj
would   would  AUX   MD  6 aux
visit   visit  VERB  VB  2 ccomp
Moscow  Moscow PROPN NNP 6 obj   NER=B-LOC
)");
  EXPECT_EQ(entity_of(document, "Tehran").name, "Iran");
  EXPECT_TRUE(same_entity(document, "Tehran", "Iranian"));
  EXPECT_EQ(entity_of(document, "Moscow").name, "Moscow");
  EXPECT_EQ(entity_of(document, "Iranian envoys").type, EntityType::kGroup);
}

TEST(EntityStageTest, CountriesThatTheRecognizerMissedAreNames) {
  const Document document = read(R"(
Troops  troop   NOUN  NNS 2 nsubj
left    leave   VERB  VBD 0 root
South   South   PROPN NNP 4 compound
Sudan   Sudan   PROPN NNP 2 obj
)");
  EXPECT_EQ(entity_of(document, "South Sudan").country, "SSD");
  EXPECT_EQ(entity_of(document, "Troops").type, EntityType::kOrganization);
}

TEST(EntityStageTest, SameFamilyNameWithOtherForenameIsAnotherPerson) {
  const Document document = read(R"(
George  George PROPN NNP 3 nsubj NER=B-PER
Bush    Bush   PROPN NNP 1 flat  NER=I-PER
met     meet   VERB  VBD 0 root
Jeb     Jeb    PROPN NNP 3 obj   NER=B-PER
Bush    Bush   PROPN NNP 4 flat  NER=I-PER
)");
  EXPECT_FALSE(same_entity(document, "George Bush", "Jeb Bush"));
}

TEST(EntityStageTest, AcronymInParenthesisIsTheSameBody) {
  const Document document = read(R"(
The      the      DET   DT    3 det
Press    Press    PROPN NNP   3 compound NER=B-ORG
Agency   Agency   PROPN NNP   7 nsubj    NER=I-ORG
(        (        PUNCT -LRB- 5 punct    SpaceAfter=No
KCNA     KCNA     PROPN NNP   3 appos    NER=B-ORG|SpaceAfter=No
)        )        PUNCT -RRB- 5 punct
reported report   VERB  VBD   0 root
it       it       PRON  PRP   7 obj
)");
  EXPECT_TRUE(same_entity(document, "Press Agency", "KCNA"));
}

TEST(EntityStageTest, PronounsAgreeInGenderAndAreNotTheirOwnObject) {
  const Document document = read(R"(
Hillary Hillary PROPN NNP 3 nsubj NER=B-PER
Clinton Clinton PROPN NNP 1 flat  NER=I-PER
told    tell    VERB  VBD 0 root
Vladimir Vladimir PROPN NNP 3 obj NER=B-PER
Putin   Putin   PROPN NNP 4 flat  NER=I-PER

She     she     PRON  PRP 2 nsubj
warned  warn    VERB  VBD 0 root
him     he      PRON  PRP 2 obj
)");
  EXPECT_TRUE(same_entity(document, "She", "Hillary Clinton"));
  EXPECT_TRUE(same_entity(document, "him", "Vladimir Putin"));
}

TEST(EntityStageTest, FirstPersonPronounsWaitForTheirSpeaker) {
  const Document document = read(R"(
I      I      PRON PRP 2 nsubj
agree  agree  VERB VBP 0 root
)");
  ASSERT_EQ(document.mentions.size(), 1u);
  EXPECT_EQ(document.mentions[0].kind, MentionKind::kPronoun);
  EXPECT_EQ(document.mentions[0].entity, kNone);
}

TEST(EntityStageTest, ExpletiveIsNoMention) {
  const Document document = read(R"(
It     it    PRON PRP 2 expl
rained rain  VERB VBD 0 root
)");
  EXPECT_TRUE(document.mentions.empty());
}

TEST(EntityStageTest, RelativePronounIsItsAntecedent) {
  const Document document = read(R"(
The      the      DET  DT  2 det
rebels   rebel    NOUN NNS 5 nsubj
who      who      PRON WP  4 nsubj
fled     flee     VERB VBD 2 acl:relcl
returned return   VERB VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "rebels", "who"));
}

TEST(EntityStageTest, CountryOfAPossessorIsHis) {
  const Document document = read(R"(
German     german     ADJ   JJ  2 amod      NER=B-NORP
Chancellor chancellor PROPN NNP 3 nmod:desc
Gerhard    Gerhard    PROPN NNP 5 nsubj     NER=B-PER
Schroeder  Schroeder  PROPN NNP 3 flat      NER=I-PER
says       say        VERB  VBZ 0 root
China      China      PROPN NNP 7 nsubj     NER=B-LOC
backs      back       VERB  VBZ 5 ccomp
his        he         PRON  PRP$ 9 nmod:poss
country    country    NOUN  NN  7 obj
)");
  EXPECT_EQ(entity_of(document, "country").name, "Germany");
}

TEST(EntityStageTest, CountryInsideTheNameOfABodyIsANameOfItsOwn) {
  const Document document = read(R"(
The       the       DET   DT  3 det
Iranian   iranian   ADJ   JJ  3 amod  NER=B-ORG
Parliament Parliament PROPN NNP 4 nsubj NER=I-ORG
voted     vote      VERB  VBD 0 root
)");
  EXPECT_EQ(entity_of(document, "Iranian Parliament").type, EntityType::kOrganization);
  EXPECT_EQ(entity_of(document, "Iranian Parliament").country, "IRN");
  EXPECT_EQ(entity_of(document, "Iranian").name, "Iran");
}

TEST(EntityStageTest, EmptyDocumentIsFine) {
  Document document;
  document.index_children();
  EntityStage().process(document);
  EXPECT_TRUE(document.entities.empty());
}

TEST(EntityStageTest, WhatIsJoinedToANameIsANameOfTheSameKind) {
  const Document document = read(R"(
Fornost Fornost PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Gondor Gondor PROPN NNP 1 conj NER=B-LOC
welcomed welcome VERB VBD 0 root
ties tie NOUN NNS 4 obj
)");
  EXPECT_EQ(entity_of(document, "Fornost").type, EntityType::kPlace);
}

TEST(EntityStageTest, ACapitalizedSubjectIsAName) {
  const Document document = read(R"(
Arnor Arnor PROPN NNP 3 nsubj
will will AUX MD 3 aux
help help VERB VB 0 root
)");
  EXPECT_TRUE(has_mention(document, "Arnor"));
}

TEST(EntityStageTest, AGovernmentStandsForItsCountry) {
  const Document document = read(R"(
Iraq       Iraq       PROPN NNP 3 nmod:poss NER=B-LOC|SpaceAfter=No
's         's         PART  POS 1 case
government government NOUN  NN  4 nsubj
agreed     agree      VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "Iraq's government", "Iraq"));
  EXPECT_EQ(entity_of(document, "Iraq").type, EntityType::kPlace);
}

TEST(EntityStageTest, WhoIsThePersonNamedRightBefore) {
  const Document document = read(R"(
A         a         DET   DT  2 det
newspaper newspaper NOUN  NN  3 nsubj
printed   print     VERB  VBD 0 root
words     word      NOUN  NNS 3 obj
of        of        ADP   IN  6 case
Smith     Smith     PROPN NNP 4 nmod NER=B-PER
,         ,         PUNCT ,   9 punct
who       who       PRON  WP  9 nsubj
spoke     speak     VERB  VBD 2 acl:relcl
)");
  EXPECT_TRUE(same_entity(document, "who", "Smith"));
  EXPECT_EQ(document.tokens[8].head, 5u);
}

TEST(EntityStageTest, AnIndefiniteRoleOfTheFirstSentenceIsNamedByTheNext) {
  const Document document = read(R"(
Crowds     crowd      NOUN  NNS 2 nsubj
cheered    cheer      VERB  VBD 0 root
an         a          DET   DT  5 det
opposition opposition NOUN  NN  5 compound
leader     leader     NOUN  NN  2 obj

Party    party    NOUN  NN  2 compound
leader   leader   NOUN  NN  3 nmod:desc
Nour     Nour     PROPN NNP 4 nsubj NER=B-PER
smiled   smile    VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "opposition leader", "Nour"));
}

TEST(EntityStageTest, AnAppositionBelongsToTheLastOfASeries) {
  const Document document = read(R"(
Kurds    Kurd     PROPN NNPS 4 nsubj NER=B-NORP
and      and      CCONJ CC   3 cc
Yazidis  Yazidi   PROPN NNPS 1 conj NER=B-NORP|SpaceAfter=No
,        ,        PUNCT ,    6 punct
a        a        DET   DT   6 det
minority minority NOUN  NN   1 appos
)");
  EXPECT_FALSE(same_entity(document, "Kurds", "minority"));
}

TEST(EntityStageTest, HisSupportersAreTheSupportersNamedBefore) {
  const Document document = read(R"(
Supporters supporter NOUN  NNS 4 nsubj
of         of        ADP   IN  3 case
Nour       Nour      PROPN NNP 1 nmod NER=B-PER
marched    march     VERB  VBD 0 root

Nour       Nour      PROPN NNP 2 nsubj NER=B-PER
thanked    thank     VERB  VBD 0 root
his        his       PRON  PRP$ 4 nmod:poss
supporters supporter NOUN  NNS 2 obj
)");
  EXPECT_TRUE(same_entity(document, "Supporters of Nour", "supporters"));
}

TEST(EntityStageTest, SupportersOfAnotherAreOthers) {
  const Document document = read(R"(
Supporters supporter NOUN  NNS 4 nsubj
of         of        ADP   IN  3 case
Nour       Nour      PROPN NNP 1 nmod NER=B-PER
marched    march     VERB  VBD 0 root

Mubarak    Mubarak   PROPN NNP 2 nsubj NER=B-PER
thanked    thank     VERB  VBD 0 root
his        his       PRON  PRP$ 4 nmod:poss
supporters supporter NOUN  NNS 2 obj
)");
  EXPECT_FALSE(same_entity(document, "Supporters of Nour", "supporters"));
}

TEST(EntityStageTest, GovernmentAndPeopleUnderOneArticleAreOneBody) {
  const Document document = read(R"(
He         he         PRON  PRP 2 nsubj
thanked    thank      VERB  VBD 0 root
the        the        DET   DT  4 det
government government NOUN  NN  2 obj
and        and        CCONJ CC  6 cc
people     person     NOUN  NNS 4 conj
of         of         ADP   IN  8 case
Norway     Norway     PROPN NNP 6 nmod NER=B-LOC
)");
  EXPECT_EQ(entity_of(document, "government and people of Norway").type, EntityType::kGroup);
  EXPECT_FALSE(has_mention(document, "government"));
  EXPECT_FALSE(has_mention(document, "people of Norway"));
}

TEST(EntityStageTest, TwoArticlesAreTwoBodies) {
  const Document document = read(R"(
He         he         PRON  PRP 2 nsubj
thanked    thank      VERB  VBD 0 root
the        the        DET   DT  4 det
government government NOUN  NN  2 obj
and        and        CCONJ CC  7 cc
the        the        DET   DT  7 det
people     person     NOUN  NNS 4 conj
of         of         ADP   IN  9 case
Norway     Norway     PROPN NNP 7 nmod NER=B-LOC
)");
  EXPECT_TRUE(has_mention(document, "government"));
  EXPECT_TRUE(has_mention(document, "people of Norway"));
}

TEST(EntityStageTest, AnExampleIsNoOtherName) {
  const Document document = read(R"(
He         he         PRON  PRP 2 nsubj
thanked    thank      VERB  VBD 0 root
the        the        DET   DT  4 det
neighbours neighbour  NOUN  NNS 2 obj SpaceAfter=No
,          ,          PUNCT ,   8 punct
especially especially ADV   RB  8 advmod
the        the        DET   DT  8 det
farmers    farmer     NOUN  NNS 4 appos
)");
  EXPECT_FALSE(same_entity(document, "neighbours", "farmers"));
}

TEST(EntityStageTest, TwoRolesBeforeANameAreOnePerson) {
  const Document document = read(R"(
American  american ADJ   JJ  2 amod      NER=B-NORP
citizen   citizen  NOUN  NN  6 nsubj
and       and      CCONJ CC  4 cc
minister  minister NOUN  NN  5 nmod:desc
Gambaryan Gambaryan PROPN NNP 2 conj     NER=B-PER
left      leave    VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "American citizen", "Gambaryan"));
}

TEST(EntityStageTest, TheSubjectOfTheSentenceBeforeIsThePresidentMeant) {
  const Document document = read(R"(
President President PROPN NNP 2 nmod:desc
Biden     Biden     PROPN NNP 3 nsubj     NER=B-PER
called    call      VERB  VBD 0 root
President President PROPN NNP 5 nmod:desc
Sisi      Sisi      PROPN NNP 3 obj       NER=B-PER

The       the       DET   DT  2 det
president president NOUN  NN  3 nsubj
smiled    smile     VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "Biden", "president"));
}

TEST(EntityStageTest, TheCapitalOfACountryIsItsCityNamedElsewhere) {
  const Document document = read(R"(
Baghdad  Baghdad PROPN NNP 3 nsubj NER=B-LOC
was      be      AUX   VBD 3 cop
calm     calm    ADJ   JJ  0 root

Bombs    bomb    NOUN  NNS 2 nsubj
shook    shake   VERB  VBD 0 root
the      the     DET   DT  5 det
Iraqi    iraqi   ADJ   JJ  5 amod NER=B-NORP
capital  capital NOUN  NN  2 obj
)");
  EXPECT_TRUE(same_entity(document, "Baghdad", "Iraqi capital"));
}

TEST(EntityStageTest, WhatStandsBeforeDistrictIsItsName) {
  const Document document = read(R"(
They     they     PRON  PRP 2 nsubj
fled     flee     VERB  VBD 0 root
the      the      DET   DT  5 det
Bakwa    Bakwa    PROPN NNP 5 compound
district district NOUN  NN  2 obj
)");
  EXPECT_EQ(entity_of(document, "Bakwa").type, EntityType::kPlace);
  EXPECT_TRUE(same_entity(document, "Bakwa", "Bakwa district"));
}

TEST(EntityStageTest, ALongNameInBracketsBehindItsShortOneIsTheSame) {
  const Document document = read(R"(
FARC      FARC      PROPN NNP 8 nsubj NER=B-ORG
(         (         PUNCT (   5 punct
the       the       DET   DT  5 det
Armed     Armed     PROPN NNP 5 compound NER=B-ORG
Forces    Forces    PROPN NNPS 1 appos NER=I-ORG
)         )         PUNCT )   5 punct
has       have      AUX   VBZ 8 aux
left      leave     VERB  VBN 0 root
)");
  EXPECT_TRUE(same_entity(document, "FARC", "Armed Forces"));
}

TEST(EntityStageTest, AStormIsAnEventWithItsKind) {
  const Document document = read(R"(
Typhoon  Typhoon  PROPN NNP 2 compound
Yutu     Yutu     PROPN NNP 3 nsubj NER=B-PER
came     come     VERB  VBD 0 root
)");
  EXPECT_EQ(entity_of(document, "Typhoon Yutu").type, EntityType::kEvent);
}

TEST(EntityStageTest, WhatIsCalledANewspaperIsNobody) {
  const Document document = read(R"(
An        a         DET   DT  2 det
newspaper newspaper NOUN  NN  6 nsubj
,         ,         PUNCT ,   4 punct
Hamshahri Hamshahri PROPN NNP 2 appos NER=B-PER
,         ,         PUNCT ,   4 punct
asked     ask       VERB  VBD 0 root
)");
  EXPECT_EQ(entity_of(document, "Hamshahri").type, EntityType::kOrganization);
}

TEST(EntityStageTest, PoliceOfAnotherPlaceAreOthers) {
  const Document document = read(R"(
French  french  ADJ   JJ  2 amod NER=B-NORP
police  police  NOUN  NNS 3 nsubj
left    leave   VERB  VBD 0 root

Police  police  NOUN  NNS 4 nsubj
in      in      ADP   IN  3 case
Britain Britain PROPN NNP 1 nmod NER=B-LOC
stayed  stay    VERB  VBD 0 root
)");
  EXPECT_FALSE(same_entity(document, "French police", "Police"));
}

TEST(EntityStageTest, ADescriptionThatAlsoSaysWhoseIsTheOneBeforeItsOwnersName) {
  const std::string_view text = R"(
The       the       DET   DT  3 det
political political ADJ   JJ  3 amod
bureau    bureau    NOUN  NN  6 nsubj
of        of        ADP   IN  5 case
%s     Hamas     PROPN NNP 6 obl NER=B-ORG
met       meet      VERB  VBD 0 root

It        it        PRON  PRP 2 nsubj
rained    rain      VERB  VBD 0 root

It        it        PRON  PRP 2 nsubj
snowed    snow      VERB  VBD 0 root

Hamas     Hamas     PROPN NNP 4 nmod:poss NER=B-ORG
's        's        PART  POS 1 case
political political ADJ   JJ  4 amod
bureau    bureau    NOUN  NN  5 nsubj
left      leave     VERB  VBD 0 root
)";
  std::string near(text), far(text);
  near.replace(near.find("%s"), 2, "Hamas");
  far.replace(far.find("%s"), 2, "Fatah");
  EXPECT_TRUE(same_entity(read(near), "political bureau", "Hamas 's political bureau"));
  EXPECT_FALSE(same_entity(read(far), "political bureau", "Hamas 's political bureau"));
}

}  // namespace
}  // namespace actant
