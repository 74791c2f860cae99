#include "extract/text/tokenizer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "extract/text/utf8.h"

namespace actant {
namespace {

// The words with blanks between tokens and `|` between the words of one multiword token.
std::string words(const std::string& text) {
  Document document;
  document.text = text;
  tokenize(document);
  std::string result;
  for (const Token& token : document.tokens) {
    if (!result.empty()) result += token.multiword_inside ? '|' : ' ';
    result += token.form;
  }
  return result;
}

TEST(TokenizerTest, PartsContractions) {
  EXPECT_EQ(words("They don't know it's Iran's."), "They do|n't know it|'s Iran|'s .");
  EXPECT_EQ(words("We’ll see; he can’t, I'm sure"), "We|’ll see ; he ca|n’t , I|'m sure");
  EXPECT_EQ(words("I cannot, wanna, gonna, dunno"), "I can|not , wan|na , gon|na , du|n|no");
  EXPECT_EQ(words("the states' rights"), "the states|' rights");
  EXPECT_EQ(words("the 'old states' and"), "the ' old states ' and");
  EXPECT_EQ(words("O'Brien and Qa'ida at 5 o'clock"), "O'Brien and Qa'ida at 5 o'clock");
  EXPECT_EQ(words("(BBC)'s \"Panorama\"'s"), "( BBC ) 's \" Panorama \" 's");
}

TEST(TokenizerTest, PartsCompoundsButNotPrefixes) {
  EXPECT_EQ(words("a 15-year, well-known U.S.-led plan"), "a 15 - year , well - known U.S. - led plan");
  EXPECT_EQ(words("anti-war co-founder, non-profit e-mail"), "anti-war co-founder , non-profit e-mail");
  EXPECT_EQ(words("al-Hayya of Al-Qaeda"), "al - Hayya of Al - Qaeda");
  EXPECT_EQ(words("2019-2020 and 555-1234 on 2025-08-03"), "2019 - 2020 and 555-1234 on 2025-08-03");
}

TEST(TokenizerTest, KeepsAbbreviationsAndInitials) {
  EXPECT_EQ(words("Mr. J. R. Smith Jr. of Acme Inc. left the U.S. on Sept. 3."),
            "Mr. J. R. Smith Jr. of Acme Inc. left the U.S. on Sept. 3 .");
  EXPECT_EQ(words("George W. Bush, Ph.D., at 5 p.m. today."), "George W. Bush , Ph.D. , at 5 p.m. today .");
  EXPECT_EQ(words("No. 5 said no. Vitamin C. The end."), "No. 5 said no . Vitamin C . The end .");
  EXPECT_EQ(words("It ended.The next day"), "It ended . The next day");
}

TEST(TokenizerTest, ReadsNumbersUnitsAndCurrencies) {
  EXPECT_EQ(words("$2.5bn, €1,000, 50% of 3km at 12:30pm"), "$ 2.5 bn , € 1,000 , 50 % of 3 km at 12:30 pm");
  EXPECT_EQ(words("the 3rd of the 1990s, 4G, 3/4, US$5, 20°C"), "the 3rd of the 1990s , 4G , 3/4 , US$ 5 , 20 ° C");
}

TEST(TokenizerTest, KeepsAddressesWhole) {
  EXPECT_EQ(words("See https://example.org/a?b=1&c=2. Mail a.b@c.org, follow @who #tag"),
            "See https://example.org/a?b=1&c=2 . Mail a.b@c.org , follow @who #tag");
  EXPECT_EQ(words("(www.example.com/x_(y)) on example.com's page"), "( www.example.com/x_(y) ) on example.com 's page");
}

TEST(TokenizerTest, PartsPunctuation) {
  EXPECT_EQ(words("“Why?!” he asked… well -- no—yes [sic]..."), "“ Why ?! ” he asked … well -- no — yes [ sic ] ...");
  EXPECT_EQ(words("and/or AT&T &amp; «x» „y“"), "and / or AT&T &amp; « x » „ y “");
  EXPECT_EQ(words("nice :-) 👍🏽 🇫🇷 ok"), "nice :-) 👍🏽 🇫🇷 ok");
}

TEST(TokenizerTest, LeavesInvisibleMarksOut) {
  EXPECT_EQ(words("\u200eIran\u200f, \u200bnew\u200bword\x01x"), "Iran , new word x");
  EXPECT_EQ(words("می\u200cروم به 北京 Москва"), "می\u200cروم به 北京 Москва");
  EXPECT_EQ(words(" \n\t\u00a0\u2003"), "");
}

TEST(TokenizerTest, TellsTheSpaceBehindATokenAndItsNorm) {
  Document document;
  document.text = "Iran’s 200\r\nmen\n\nleft, \n \n so";
  tokenize(document);
  std::string spaces;
  for (const Token& token : document.tokens) spaces += static_cast<char>('0' + token.space_after);
  EXPECT_EQ(spaces, "0123033");
  EXPECT_EQ(document.tokens[1].form, "’s");
  EXPECT_EQ(document.tokens[1].norm, "'s");
  EXPECT_EQ(document.tokens[2].norm, "000");
}

// Any text: tokens are in order, within the text, on code point boundaries, and cover every letter.
TEST(TokenizerTest, CoversRandomTextInOrder) {
  const char* const kPieces[] = {"a", "B", "7", ".",       ",",      "-",      "'", "’",   "\"", " ",   "\n", "@", "/",
                                 ":", "é", "ن", "😀",      "\u200d", "\u200b", "s", "n't", "$",  "%",   "(",  ")", "&",
                                 "#", "!", "?", "http://", "www.",   "…",      "—", "\r",  "_",  "com", "*",  "+"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    Document document;
    for (uint32_t i = 0, n = random() % 40; i < n; ++i) document.text += kPieces[random() % std::size(kPieces)];
    tokenize(document);
    uint32_t at = 0;
    for (const Token& token : document.tokens) {
      ASSERT_GE(token.span.begin, at) << document.text;
      ASSERT_GT(token.span.end, token.span.begin) << document.text;
      ASSERT_EQ(token.form, document.text_of(token.span));
      ASSERT_EQ(find_invalid_utf8(token.form), token.form.size()) << document.text;
      for (; at < token.span.begin; ++at)
        ASSERT_FALSE(std::isalnum(static_cast<unsigned char>(document.text[at]))) << document.text;
      at = token.span.end;
    }
    ASSERT_LE(at, document.text.size());
  }
}

}  // namespace
}  // namespace actant
