#include "extract/entity/mention_info.h"

#include <gtest/gtest.h>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::entity_of;
using testing::read;

TEST(MentionInfoTest, GeorgiaAmongStatesOfTheUnitedStatesIsOne) {
  const Document document = read(R"(
Trump    Trump    PROPN NNP 2 nsubj    NER=B-PER
won      win      VERB  VBD 0 root
Georgia  Georgia  PROPN NNP 2 obj      NER=B-LOC
and      and      CCONJ CC  6 cc
North    North    PROPN NNP 6 compound NER=B-LOC
Carolina Carolina PROPN NNP 3 conj     NER=I-LOC
)");
  EXPECT_EQ(entity_of(document, "Georgia").country, "USA");
}

TEST(MentionInfoTest, GeorgiaWithItsCapitalIsTheCountry) {
  const Document document = read(R"(
Trump    Trump    PROPN NNP 2 nsubj    NER=B-PER
left     leave    VERB  VBD 0 root
North    North    PROPN NNP 4 compound NER=B-LOC
Carolina Carolina PROPN NNP 2 obj      NER=I-LOC
for      for      ADP   IN  6 case
Tbilisi  Tbilisi  PROPN NNP 2 obl      NER=B-LOC
in       in       ADP   IN  8 case
Georgia  Georgia  PROPN NNP 6 nmod     NER=B-LOC
)");
  EXPECT_EQ(entity_of(document, "Georgia").country, "GEO");
}

}  // namespace
}  // namespace actant
