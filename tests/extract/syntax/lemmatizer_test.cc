#include "extract/syntax/lemmatizer.h"

#include <gtest/gtest.h>

#include "graph/model/error.h"

namespace actant {
namespace {

std::string lemma(const std::string& rule, std::string_view form) {
  std::string result = "old";
  Lemmatizer({rule}).apply(0, form, result);
  return result;
}

TEST(LemmatizerTest, AppliesRules) {
  EXPECT_EQ(lemma("l|0|4|", "running"), "run");
  EXPECT_EQ(lemma("l|0|3|y", "Parties"), "party");
  EXPECT_EQ(lemma("k|0|0|", "President"), "President");
  EXPECT_EQ(lemma("l|1|0|", "-ish"), "ish");
  EXPECT_EQ(lemma("=be", "'s"), "be");
  EXPECT_EQ(lemma("l|0|2||", "axes"), "ax|");
}

TEST(LemmatizerTest, CountsCodePointsAndKnowsTheirLowerCase) {
  EXPECT_EQ(lemma("l|0|1|", "ÉTÉS"), "été");
  EXPECT_EQ(lemma("k|1|1|", "éaé"), "a");
}

TEST(LemmatizerTest, LeavesAFormThatIsTooShort) {
  EXPECT_EQ(lemma("l|0|3|y", "As"), "as");
  EXPECT_EQ(lemma("k|0|2|", "As"), "As");
  EXPECT_EQ(lemma("l|0|2|be", "As"), "be");
  EXPECT_EQ(lemma("l|0|1|", ""), "");
}

TEST(LemmatizerTest, RefusesOtherRules) {
  for (const char* rule : {"", "x|0|0|", "l|0|", "l|a|0|", "l|0|0", "=", "l|-1|0|"}) {
    EXPECT_THROW(Lemmatizer({rule}), CorruptData) << rule;
  }
}

TEST(LemmatizerTest, OnlyDoubledConsonantsGoWithTheEnding) {
  EXPECT_TRUE(loses_consonant("blamed", "bla"));
  EXPECT_FALSE(loses_consonant("blamed", "blame"));
  EXPECT_FALSE(loses_consonant("planned", "plan"));
  EXPECT_FALSE(loses_consonant("panicking", "panic"));
  EXPECT_FALSE(loses_consonant("seeing", "see"));
  EXPECT_FALSE(loses_consonant("went", "go"));
}

}  // namespace
}  // namespace actant
