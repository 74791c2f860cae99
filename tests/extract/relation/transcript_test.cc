#include "extract/relation/transcript.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/relation/statements.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

Document analyze(std::string_view conllu) {
  Document document = testing::parse_conllu(conllu);
  EntityStage().process(document);
  StatementStage(true).process(document);
  return document;
}

// `speaker: content` of the statements.
std::vector<std::string> said(const Document& document) {
  std::vector<std::string> result;
  for (const Statement& statement : document.statements) {
    result.push_back(std::string(document.entities[statement.speaker].name) + ": " +
                     std::string(document.text_of(statement.span)));
  }
  return result;
}

// `label: words` of the turns, as attributions give them.
std::vector<std::string> turns(const Document& document) {
  std::vector<std::string> result;
  for (const Attribution& found : document.attributions) {
    if (std::string_view(found.rule) != kTurnSpeech) continue;
    result.push_back(std::string(document.tokens[found.source].form) + ": " +
                     std::string(document.text_of(found.content)));
  }
  return result;
}

constexpr std::string_view kBriefing = R"(
Remarks remark NOUN NNS 0 root
by by ADP IN 4 case
President President PROPN NNP 4 nmod:desc
Biden Biden PROPN NNP 1 nmod NER=B-PER

# newpar
MS. MS. PROPN NNP 2 nmod:desc
PSAKI PSAKI PROPN NNP 0 root NER=B-PER SpaceAfter=No
: : PUNCT : 2 punct
Hello hello INTJ UH 2 discourse SpaceAfter=No
. . PUNCT . 2 punct

I I PRON PRP 2 nsubj
met meet VERB VBD 0 root
the the DET DT 4 det
leaders leader NOUN NNS 2 obj
of of ADP IN 6 case
Iran Iran PROPN NNP 4 nmod NER=B-LOC
in in ADP IN 8 case
Basra Basra PROPN NNP 2 obl NER=B-LOC
today today NOUN NN 2 obl:unmarked SpaceAfter=No
. . PUNCT . 2 punct

# newpar
Q Q NOUN NN 3 discourse
Why why ADV WRB 3 advmod
Basra Basra PROPN NNP 0 root SpaceAfter=No|NER=B-LOC
? ? PUNCT . 3 punct

# newpar
THE the DET DT 2 det
PRESIDENT president NOUN NN 0 root SpaceAfter=No
: : PUNCT : 2 punct
It it PRON PRP 7 nsubj
was be AUX VBD 7 cop
the the DET DT 7 det
city city NOUN NN 2 parataxis
that that PRON WDT 10 obj
they they PRON PRP 10 nsubj
chose choose VERB VBD 7 acl:relcl
for for ADP IN 12 case
talks talk NOUN NNS 10 obl SpaceAfter=No
. . PUNCT . 2 punct
)";

TEST(TranscriptTest, TurnsAreTheWordOfWhoeverTheLabelNames) {
  const Document document = analyze(kBriefing);
  EXPECT_EQ(said(document), (std::vector<std::string>{"PSAKI: I met the leaders of Iran in Basra today",
                                                      "Biden: It was the city that they chose for talks"}));
  EXPECT_EQ(turns(document),
            (std::vector<std::string>{"PSAKI: Hello. I met the leaders of Iran in Basra today", "Q: Why Basra?",
                                      "PRESIDENT: It was the city that they chose for talks"}));
  uint32_t first_person = kNone;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].norm == "i") first_person = find_entity_by_head(document, t);
  }
  ASSERT_NE(first_person, kNone);
  EXPECT_EQ(document.entities[first_person].name, "PSAKI");
}

TEST(TranscriptTest, OneLineWithAColonIsNoTranscript) {
  Document document = testing::parse_conllu(R"(
FACT fact NOUN NN 2 compound
SHEET sheet NOUN NN 0 root SpaceAfter=No
: : PUNCT : 2 punct
Rice Rice PROPN NNP 2 appos NER=B-PER

# newpar
Rice Rice PROPN NNP 0 root NER=B-PER SpaceAfter=No
: : PUNCT : 1 punct
the the DET DT 4 det
deal deal NOUN NN 1 appos
)");
  EntityStage().process(document);
  EXPECT_TRUE(find_turns(document).empty());
}

TEST(TranscriptTest, ASignedQuotationIsTheSigners) {
  const Document document = analyze(R"(
Rice Rice PROPN NNP 2 nsubj NER=B-PER
said say VERB VBD 0 root
Iran Iran PROPN NNP 4 nsubj NER=B-LOC
left leave VERB VBD 2 ccomp SpaceAfter=No
. . PUNCT . 2 punct

# newpar
" " PUNCT `` 4 punct SpaceAfter=No
We we PRON PRP 4 nsubj
never never ADV RB 4 advmod
left leave VERB VBD 0 root
Basra Basra PROPN NNP 4 obj NER=B-LOC SpaceAfter=No
. . PUNCT . 4 punct SpaceAfter=No
" " PUNCT '' 4 punct
— — PUNCT : 9 punct
Ali Ali PROPN NNP 4 parataxis NER=B-PER
)");
  EXPECT_EQ(said(document), (std::vector<std::string>{"Rice: Iran left", "Ali: We never left Basra"}));
}

}  // namespace
}  // namespace actant
