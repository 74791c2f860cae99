#include "extract/entity/name_types.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::entity_of;
using testing::read;
using testing::same_entity;

constexpr std::string_view kFord = R"(
Ford    Ford    PROPN NNP 3 compound NER=B-ORG
Motor   Motor   PROPN NNP 3 compound NER=I-ORG
Company Company PROPN NNP 4 nsubj    NER=I-ORG
cut     cut     VERB  VBD 0 root
jobs    job     NOUN  NNS 4 obj

Ford    Ford    PROPN NNP 2 nsubj    NER=B-PER
lost    lose    VERB  VBD 0 root
money   money   NOUN  NN  2 obj
)";

TEST(NameTypesTest, TheFirstWordOfAFirmsNameIsTheFirm) {
  const Document document = read(kFord);
  EXPECT_TRUE(same_entity(document, "Ford Motor Company", "Ford"));
  EXPECT_EQ(entity_of(document, "Ford").type, EntityType::kOrganization);
}

TEST(NameTypesTest, TheFirstWordOfAFirmsNameIsItsOwnerWhereHeIsNamed) {
  const Document document = read(std::string(kFord) + R"(
Mr.      Mr.    PROPN NNP 2 nmod:desc
Ford     Ford   PROPN NNP 3 nsubj    NER=B-PER
resigned resign VERB  VBD 0 root
)");
  EXPECT_FALSE(same_entity(document, "Ford Motor Company", "Ford"));
  EXPECT_EQ(entity_of(document, "Ford").type, EntityType::kPerson);
}

}  // namespace
}  // namespace actant
