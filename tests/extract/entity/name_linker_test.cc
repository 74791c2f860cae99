#include "extract/entity/name_linker.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/extract/entity/entity_fixture.h"

namespace actant {
namespace {

using testing::read;
using testing::same_entity;

TEST(NameLinkerTest, AcronymsAreMadeOfInitials) {
  EXPECT_TRUE(is_acronym_of("EU", "European Union"));
  EXPECT_TRUE(is_acronym_of("U.N.", "United Nations"));
  EXPECT_TRUE(is_acronym_of("UAAR", "Union of Atheists and Agnostic Rationalists"));
  EXPECT_TRUE(is_acronym_of("SDF", "Syrian Democratic Forces"));
  EXPECT_FALSE(is_acronym_of("EU", "European Central Bank"));
  EXPECT_FALSE(is_acronym_of("Iran", "Iran"));
}

TEST(NameLinkerTest, ShortFormsKeepTheHeadOfTheName) {
  EXPECT_TRUE(is_short_form_of("Security Council", "United Nations Security Council"));
  EXPECT_TRUE(is_short_form_of("Brotherhood", "Muslim Brotherhood"));
  EXPECT_TRUE(is_short_form_of("Supreme Court", "Italian Supreme Court of Cassation"));
  EXPECT_TRUE(is_short_form_of("House", "House of Representatives"));
  EXPECT_TRUE(is_short_form_of("Labour", "Labour Party"));
  EXPECT_FALSE(is_short_form_of("United Nations", "United Nations Security Council"));
  EXPECT_FALSE(is_short_form_of("Livorno", "Municipality of Livorno"));
  EXPECT_TRUE(is_short_form_of("House", "U.S. House"));
  EXPECT_TRUE(is_short_form_of("Senate", "U.S. Senate"));
  EXPECT_FALSE(is_short_form_of("House", "White House"));
}

TEST(NameLinkerTest, TheHouseIsAChamberAndNotTheWhiteOne) {
  EXPECT_FALSE(is_short_form_of("House", "White House"));
  EXPECT_TRUE(is_short_form_of("House", "House of Representatives"));
}

TEST(NameLinkerTest, InitialsMakeAFullName) {
  const Document document = read(R"(
V.       V.       PROPN NNP 4 nsubj NER=B-PER
K.       K.       PROPN NNP 1 flat  NER=I-PER
Duggal   Duggal   PROPN NNP 1 flat  NER=I-PER
resigned resign   VERB  VBD 0 root

Duggal   Duggal   PROPN NNP 2 nsubj NER=B-PER
left     leave    VERB  VBD 0 root
)");
  EXPECT_TRUE(same_entity(document, "V. K. Duggal", "Duggal"));
}

TEST(NameLinkerTest, OtherInitialsAreAnotherPerson) {
  const Document document = read(R"(
V.       V.       PROPN NNP 4 nsubj NER=B-PER
K.       K.       PROPN NNP 1 flat  NER=I-PER
Duggal   Duggal   PROPN NNP 1 flat  NER=I-PER
met      meet     VERB  VBD 0 root
M.       M.       PROPN NNP 4 obj   NER=B-PER
Duggal   Duggal   PROPN NNP 5 flat  NER=I-PER

J.       J.       PROPN NNP 4 nsubj NER=B-PER
Howard   Howard   PROPN NNP 1 flat  NER=I-PER
Marshall Marshall PROPN NNP 1 flat  NER=I-PER
met      meet     VERB  VBD 0 root
E.       E.       PROPN NNP 4 obj   NER=B-PER
Howard   Howard   PROPN NNP 5 flat  NER=I-PER
Marshall Marshall PROPN NNP 5 flat  NER=I-PER
)");
  EXPECT_FALSE(same_entity(document, "V. K. Duggal", "M. Duggal"));
  EXPECT_FALSE(same_entity(document, "J. Howard Marshall", "E. Howard Marshall"));
}

constexpr std::string_view kSouthKorea = R"(
South South PROPN NNP 2 compound NER=B-LOC
Korea Korea PROPN NNP 3 nsubj    NER=I-LOC
voted vote  VERB  VBD 0 root

)";

TEST(NameLinkerTest, ACapitalJoinedToOneThatActsIsItsCountry) {
  EXPECT_TRUE(same_entity(read(std::string(kSouthKorea) + R"(
Washington Washington PROPN NNP 4 nsubj NER=B-LOC
and        and        CCONJ CC  3 cc
Seoul      Seoul      PROPN NNP 1 conj  NER=B-LOC
agree      agree      VERB  VBP 0 root
)"),
                          "South Korea", "Seoul"));
  EXPECT_FALSE(same_entity(read(std::string(kSouthKorea) + R"(
Rice       Rice       PROPN NNP 2 nsubj NER=B-PER
left       leave      VERB  VBD 0 root
Washington Washington PROPN NNP 2 obj   NER=B-LOC
and        and        CCONJ CC  5 cc
Seoul      Seoul      PROPN NNP 3 conj  NER=B-LOC
)"),
                           "South Korea", "Seoul"));
}

TEST(NameLinkerTest, ACapitalThatOneTalksWithOrThatAccusesIsItsCountry) {
  const auto with = [](const std::string& noun, const std::string& preposition) {
    return read(std::string(kSouthKorea) + noun + " " + noun + " NOUN NNS 4 nsubj\n" + preposition + " " + preposition +
                " ADP IN 3 case\n" + R"(Seoul      Seoul      PROPN NNP 1 nmod  NER=B-LOC
continued  continue   VERB  VBD 0 root
)");
  };
  EXPECT_TRUE(same_entity(with("talks", "with"), "South Korea", "Seoul"));
  EXPECT_TRUE(same_entity(with("accusations", "by"), "South Korea", "Seoul"));
  EXPECT_FALSE(same_entity(with("flights", "from"), "South Korea", "Seoul"));
}

}  // namespace
}  // namespace actant
