#include "extract/relation/topic_link.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/extract/relation/event_fixture.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using testing::events_of;
using testing::events_with_coreference;
using ::testing::IsSupersetOf;

TEST(TopicLinkTest, ADefinitePhraseThatAddsNothingIsTheTopicBefore) {
  EXPECT_THAT(events_of(R"(
    Iran      Iran     PROPN NNP 2 nsubj NER=B-LOC
    supports  support  VERB  VBZ 0 root
    a         a        DET   DT  5 det
    ceasefire ceasefire NOUN NN  5 compound
    plan      plan     NOUN  NN  2 obj

    Hamas     Hamas    PROPN NNP 2 nsubj NER=B-ORG
    rejected  reject   VERB  VBD 0 root
    the       the      DET   DT  4 det
    plan      plan     NOUN  NN  2 obj
  )"),
              ElementsAre("Iran supports ceasefire plan", "Hamas rejected ceasefire plan"));
}

TEST(TopicLinkTest, OtherWordsMakeAnotherTopic) {
  EXPECT_THAT(events_of(R"(
    Iran      Iran     PROPN NNP 2 nsubj NER=B-LOC
    supports  support  VERB  VBZ 0 root
    a         a        DET   DT  5 det
    ceasefire ceasefire NOUN NN  5 compound
    plan      plan     NOUN  NN  2 obj

    Hamas     Hamas    PROPN NNP 2 nsubj NER=B-ORG
    rejected  reject   VERB  VBD 0 root
    the       the      DET   DT  5 det
    budget    budget   NOUN  NN  5 compound
    plan      plan     NOUN  NN  2 obj
  )"),
              ElementsAre("Iran supports ceasefire plan", "Hamas rejected budget plan"));
}

TEST(TopicLinkTest, TheSameThingOfTheSameOwnerIsOneTopicWithMoreSaidOfIt) {
  const std::string_view text = R"(
    Iran       Iran       PROPN NNP 2 nsubj NER=B-LOC
    supports   support    VERB  VBZ 0 root
    the        the        DET   DT  4 det
    resistance resistance NOUN  NN  2 obj
    of         of         ADP   IN  6 case
    Hamas      Hamas      PROPN NNP 4 nmod NER=B-ORG

    Syria      Syria      PROPN NNP 2 nsubj NER=B-LOC
    supports   support    VERB  VBZ 0 root
    the        the        DET   DT  5 det
    lawful     lawful     ADJ   JJ  5 amod
    resistance resistance NOUN  NN  2 obj
    of         of         ADP   IN  7 case
    %s      Hamas      PROPN NNP 5 nmod NER=B-ORG
  )";
  std::string same(text), other(text);
  same.replace(same.find("%s"), 2, "Hamas");
  other.replace(other.find("%s"), 2, "Fatah");
  EXPECT_THAT(events_with_coreference(same),
              IsSupersetOf({"Iran supports resistance of Hamas", "Syria supports resistance of Hamas"}));
  EXPECT_THAT(events_with_coreference(other),
              IsSupersetOf({"Iran supports resistance of Hamas", "Syria supports lawful resistance of Fatah"}));
}

}  // namespace
}  // namespace actant
