#include "extract/entity/set_linker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

/// Names of those whom the last mention with that text stands for.
std::vector<std::string> members(std::string_view conllu, std::string_view text) {
  Document document = testing::parse_conllu(conllu);
  EntityStage().process(document);
  std::vector<std::string> names;
  for (auto mention = document.mentions.rbegin(); mention != document.mentions.rend(); ++mention) {
    if (document.text_of(mention->span) != text || mention->entity == kNone) continue;
    for (const uint32_t member : document.entities[mention->entity].members)
      names.emplace_back(document.entities[member].name);
    break;
  }
  return names;
}

constexpr std::string_view kMeeting = R"(
Biden  Biden  PROPN NNP 2 nsubj NER=B-PER
met    meet   VERB  VBD 0 root
with   with   ADP   IN  4 case
Widodo Widodo PROPN NNP 2 obl NER=B-PER
)";

const std::vector<std::string> kBoth = {"Biden", "Widodo"};

TEST(SetLinkerTest, TheyAreThePartiesOfAMeeting) {
  EXPECT_EQ(members(std::string(kMeeting) + R"(
They      they    PRON  PRP 2 nsubj
discussed discuss VERB  VBD 0 root
trade     trade   NOUN  NN  2 obj
)",
                    "They"),
            kBoth);
}

TEST(SetLinkerTest, TheTwoLeadersAreThoseNamedBefore) {
  EXPECT_EQ(members(std::string(kMeeting) + R"(
The     the    DET  DT  3 det
two     two    NUM  CD  3 nummod
leaders leader NOUN NNS 4 nsubj
agreed  agree  VERB VBD 0 root
)",
                    "leaders"),
            kBoth);
}

TEST(SetLinkerTest, ThreeLeadersAreNotTwo) {
  EXPECT_TRUE(members(std::string(kMeeting) + R"(
The     the    DET  DT  3 det
three   three  NUM  CD  3 nummod
leaders leader NOUN NNS 4 nsubj
agreed  agree  VERB VBD 0 root
)",
                      "leaders")
                  .empty());
}

TEST(SetLinkerTest, LeadersOfSomebodyAreOthers) {
  EXPECT_TRUE(members(std::string(kMeeting) + R"(
The     the    DET   DT  2 det
leaders leader NOUN  NNS 5 nsubj
of      of     ADP   IN  4 case
Hamas   Hamas  PROPN NNP 2 nmod NER=B-ORG
agreed  agree  VERB  VBD 0 root
)",
                      "leaders of Hamas")
                  .empty());
}

TEST(SetLinkerTest, SubjectsJoinedByAndAreTakenUpInTheSameSentence) {
  EXPECT_EQ(members(R"(
Iran   Iran  PROPN NNP 4 nsubj NER=B-LOC
and    and   CCONJ CC  3 cc
Russia Russia PROPN NNP 1 conj NER=B-LOC
said   say   VERB  VBD 0 root
they   they  PRON  PRP 7 nsubj
would  would AUX   MD  7 aux
trade  trade VERB  VB  4 ccomp
)",
                    "they"),
            (std::vector<std::string>{"Iran", "Russia"}));
}

TEST(SetLinkerTest, ABodyOfPeopleNamedLastIsMeantByThey) {
  EXPECT_TRUE(members(std::string(kMeeting) + R"(
Protesters protester NOUN NNS 2 nsubj
shouted    shout     VERB VBD 0 root
)" + R"(
They   they  PRON PRP 2 nsubj
sang   sing  VERB VBD 0 root
)",
                      "They")
                  .empty());
}

}  // namespace
}  // namespace actant
