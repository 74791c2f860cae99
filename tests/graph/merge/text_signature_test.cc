#include "graph/merge/text_signature.h"

#include <gtest/gtest.h>

#include <random>

namespace actant {
namespace {

std::string words(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::string out;
  for (; count > 0; --count) out += "word" + std::to_string(random() % 5000) + " ";
  return out;
}

TEST(TextSignatureTest, EstimatesTheSharedPartOfTheShingles) {
  const std::string text = words(400, 1);
  EXPECT_EQ(signature_similarity(text_signature(text), text_signature(text)), 1);
  EXPECT_LT(signature_similarity(text_signature(text), text_signature(words(400, 2))), 0.2);
  double sum = 0;  // a story cut by a third, many times: 0.67 on average
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::string whole = words(300, seed);
    size_t end = 0;
    for (int i = 0; i < 200; ++i) end = whole.find(' ', end) + 1;
    sum += signature_similarity(text_signature(whole), text_signature(whole.substr(0, end)));
  }
  EXPECT_NEAR(sum / 40, 2.0 / 3, 0.03);
}

TEST(TextSignatureTest, CaseAndPunctuationDoNotMatter) {
  const std::string text =
      "The Minister said on Monday that the talks would go on, as planned, in spite of the strike that closed the "
      "harbour "
      "and both of the bridges over the river.";
  std::string other;
  for (const char c : text) other += c == ',' ? ' ' : static_cast<char>(std::tolower(c));
  EXPECT_EQ(text_signature(text), text_signature(other));
  EXPECT_EQ(text_signature(text).size(), kSignatureBytes);
}

TEST(TextSignatureTest, BriefsAgreeOnlyWhenAllTheirWordsDo) {
  const std::string brief = text_signature("Stocks closed higher on Friday after a calm week.");
  EXPECT_EQ(brief.size(), kSignatureBytes);
  EXPECT_EQ(brief, text_signature("STOCKS closed higher on Friday, after a calm week"));
  for (const char* other : {"Stocks closed lower on Friday after a calm week.",
                            "Stocks closed higher on Friday after a calm week again."}) {
    EXPECT_LT(signature_similarity(brief, text_signature(other)), 0.1) << other;
    for (size_t band = 0; band < kSignatureBands; ++band) {
      EXPECT_NE(signature_band(brief, band), signature_band(text_signature(other), band));
    }
  }
}

TEST(TextSignatureTest, TextsOfFewWordsAgreeWithThemselvesAlone) {
  EXPECT_EQ(text_signature("France praised Germany."), text_signature("FRANCE praised Germany"));
  for (const char* other : {"Germany praised France.", "France praised.", "France praised Germany again.", "France"}) {
    EXPECT_LT(signature_similarity(text_signature("France praised Germany."), text_signature(other)), 0.1) << other;
  }
  EXPECT_EQ(text_signature(""), "");
  EXPECT_EQ(text_signature(" ... !"), "");
}

}  // namespace
}  // namespace actant
