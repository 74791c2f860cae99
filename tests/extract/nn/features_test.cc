#include "extract/nn/features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace actant {
namespace {

using testing::ElementsAre;

std::string norm(std::string_view form) {
  std::string out = "old content";
  normalize_form(form, out);
  return out;
}

std::vector<uint32_t> rows(std::string_view form) {
  std::vector<uint32_t> result(kMaxNgrams);
  result.resize(ngram_rows(norm(form), 32768, result.data()));
  return result;
}

TEST(FeaturesTest, NormalizesCaseDigitsQuotesAndDashes) {
  EXPECT_EQ(norm("2,000"), "0,000");
  EXPECT_EQ(norm("Iran’s"), "iran's");
  EXPECT_EQ(norm("“ÉCOLE”"), "\"école\"");
  EXPECT_EQ(norm("1998–2005"), "0000-0000");
  EXPECT_EQ(norm("İstanbul"), "istanbul");
  EXPECT_EQ(norm("東京"), "東京");
  EXPECT_EQ(norm(""), "");
  EXPECT_EQ(norm("a\xff\xc3"), "a\uFFFD\uFFFD");
}

TEST(FeaturesTest, GivesShapesByTheFirstRuleThatApplies) {
  const std::pair<const char*, int> cases[] = {
      {"...", 0},    {"—", 0},        {"1998", 1},    {"12/4", 2},     {"$5", 2},        {"B-52", 3},
      {"talks", 4},  {"東京", 4},     {"é", 4},       {"X", 5},        {"ǅ", 5},         {"Iran", 6},
      {"Iran’s", 6}, {"İstanbul", 6}, {"NATO", 7},    {"UNESCO", 8},   {"ÉCOLE", 8},     {"J.", 9},
      {"U.S.", 9},   {"E.U", 9},      {"McCain", 10}, {"O'Brien", 10}, {"al-Hayya", 11}, {"iPhone", 11}};
  for (const auto& [form, shape] : cases) EXPECT_EQ(word_shape(form), shape) << form;
}

// The expected rows were computed by the trainer's own implementation (tools/train/text_features.py).
TEST(FeaturesTest, HashesTheSameNgramsAsTheTrainer) {
  EXPECT_THAT(rows("Iran"), ElementsAre(6252, 24087, 1947, 4569, 6645, 21489, 23926, 344, 11048));
  EXPECT_THAT(rows("’n’"), ElementsAre(4494, 555, 14221, 9513, 32148));
  EXPECT_THAT(rows("Zürich"), ElementsAre(29956, 6018, 9297, 5936, 11323, 22920, 15635, 25936, 32296, 8213, 13415,
                                          29499, 20055, 15467, 15024));
  EXPECT_THAT(rows("1,000"), ElementsAre(1543, 3957, 29247, 21803, 7393, 30499, 15939, 7529, 23253, 30535, 667, 26185));
  EXPECT_THAT(rows("a"), ElementsAre());
}

TEST(FeaturesTest, BoundsTheNumberOfNgrams) { EXPECT_EQ(rows(std::string(1000, 'x')).size(), kMaxNgrams); }

TEST(FeaturesTest, TellsThePlaceInTheSentence) {
  EXPECT_EQ(place_id(0, 1, false), 3);
  EXPECT_EQ(place_id(0, 3, false), 1);
  EXPECT_EQ(place_id(1, 3, false), 0);
  EXPECT_EQ(place_id(2, 3, true), 6);
}

TEST(FeaturesTest, FindsLowerCaseLetters) {
  EXPECT_TRUE(has_lower_case("IrAn"));
  EXPECT_TRUE(has_lower_case("É-é"));
  EXPECT_FALSE(has_lower_case("NATO 1998 東京"));
}

}  // namespace
}  // namespace actant
