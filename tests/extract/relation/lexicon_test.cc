#include "extract/relation/lexicon.h"

#include <gtest/gtest.h>

#include "graph/model/error.h"

namespace actant {
namespace {

TEST(LexiconTest, EnglishTableParsesAndIsWide) { EXPECT_GE(Lexicon::english().senses(), 1000u); }

TEST(LexiconTest, ParticleMakesAWordOfItsOwn) {
  const Lexicon lexicon = Lexicon::parse(
      "verb back; supports; subj > obj\n"
      "verb back+down; yielded-to; subj > to\n");
  const WordId back = lexicon.id("back"), down = lexicon.id("down");
  ASSERT_NE(lexicon.phrase(back, down), 0);
  EXPECT_EQ(lexicon.verb(back)[0].relation, RelationType::kSupports);
  EXPECT_EQ(lexicon.verb(lexicon.phrase(back, down))[0].relation, RelationType::kYieldedTo);
}

TEST(LexiconTest, ListsAndOptionsAreRead) {
  const Lexicon lexicon = Lexicon::parse(
      "class money; dollar, euro\n"
      "verb give; aided; subj > to/iobj; obj=@money,loan p=0.8 type=place\n");
  const Sense& sense = lexicon.verb(lexicon.id("give"))[0];
  ASSERT_EQ(sense.conditions.size(), 1u);
  EXPECT_EQ(sense.conditions[0].words.size(), 3u);
  EXPECT_FLOAT_EQ(sense.prior, 0.8f);
  EXPECT_EQ(sense.types, type_bit(EntityType::kPlace));
  EXPECT_EQ(sense.object.size(), 2u);
  EXPECT_STREQ(sense.name, "verb:give");
}

TEST(LexiconTest, UnknownWordsAreZero) { EXPECT_EQ(Lexicon::english().id("xyzzy"), 0); }

TEST(LexiconTest, FormsLeadToTheirLemma) {
  const Lexicon& lexicon = Lexicon::english();
  EXPECT_EQ(lexicon.irregular("begun"), lexicon.id("begin"));
  EXPECT_EQ(lexicon.irregular("condemned"), 0);
  EXPECT_EQ(lexicon.inflected("condemned"), lexicon.id("condemn"));
  EXPECT_EQ(lexicon.inflected("allies"), lexicon.id("ally"));
  EXPECT_EQ(lexicon.inflected("kidnapped"), lexicon.id("kidnap"));
}

TEST(LexiconTest, MistakeNamesItsLine) {
  try {
    Lexicon::parse("verb meet; met-with; subj > obj\nverb meet; greets; subj > obj\n");
    FAIL() << "no exception";
  } catch (const ParseError& error) {
    EXPECT_EQ(error.line(), 2u);
    EXPECT_NE(std::string(error.what()).find("greets"), std::string::npos);
  }
  EXPECT_THROW(Lexicon::parse("verb meet; met-with\n"), ParseError);
  EXPECT_THROW(Lexicon::parse("verb give; aided; subj > to; obj=@nowhere\n"), ParseError);
  EXPECT_THROW(Lexicon::parse("verb give; aided; subj > to; p=7\n"), ParseError);
  EXPECT_THROW(Lexicon::parse("gerund give; aided\n"), ParseError);
}

}  // namespace
}  // namespace actant
