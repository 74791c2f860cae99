#include "extract/entity/description_match.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

constexpr std::string_view kCampaign = R"(
The      the      DET   DT  3 det
Trump    Trump    PROPN NNP 3 compound NER=B-PER
campaign campaign NOUN  NN  4 nsubj
sued     sue      VERB  VBD 0 root

)";

TEST(DescriptionMatchTest, HerCampaignIsNotThatNamedAfterAnother) {
  const Document document = read(std::string(kCampaign) + R"(
Hillary  Hillary  PROPN NNP 3 nsubj    NER=B-PER
Clinton  Clinton  PROPN NNP 1 flat     NER=I-PER
praised  praise   VERB  VBD 0 root
her      her      PRON  PRP$ 5 nmod:poss
campaign campaign NOUN  NN  3 obj
)");
  EXPECT_TRUE(same_entity(document, "Hillary Clinton", "her"));
  EXPECT_FALSE(same_entity(document, "Trump campaign", "campaign"));
}

TEST(DescriptionMatchTest, HisCampaignIsThatNamedAfterHim) {
  const Document document = read(std::string(kCampaign) + R"(
Donald   Donald   PROPN NNP 3 nsubj    NER=B-PER
Trump    Trump    PROPN NNP 1 flat     NER=I-PER
praised  praise   VERB  VBD 0 root
his      his      PRON  PRP$ 5 nmod:poss
campaign campaign NOUN  NN  3 obj
)");
  EXPECT_TRUE(same_entity(document, "Trump campaign", "campaign"));
}

}  // namespace
}  // namespace actant
