#include "export/text.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

namespace actant {
namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml_text(out, text);
  return out;
}

std::string json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

// Wherever in a text a character stands, and whatever stands around it.
TEST(TextTest, JsonStringsAreReadAsTheyWere) {
  for (int byte = 1; byte < 0x80; ++byte) {
    for (size_t place = 0; place < 19; ++place) {
      std::string text(19, 'a');
      text[place] = static_cast<char>(byte);
      EXPECT_EQ(nlohmann::json::parse(json(text)), text) << byte << " at " << place;
      text.resize(place + 1);
      EXPECT_EQ(nlohmann::json::parse(json("\xc3\xa9" + text)), "\xc3\xa9" + text) << byte << " at the end";
    }
  }
}

TEST(TextTest, CleanTextComposesToNfc) { EXPECT_EQ(clean_text("Zu\xcc\x88rich"), "Z\xc3\xbcrich"); }

TEST(TextTest, CleanTextDropsWhatXmlParsersStopAt) {
  EXPECT_EQ(clean_text(std::string("a\x01"
                                   "b\0c",
                                   5)),
            "abc");
  EXPECT_EQ(clean_text("a\xef\xbf\xbe"
                       "b"),
            "ab");  // U+FFFE
}

TEST(TextTest, CleanTextReplacesInvalidBytes) {
  EXPECT_EQ(clean_text("a\xff"
                       "b"),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(clean_text("\xed\xa0\x80").find("\xed\xa0"), std::string::npos);  // a lone surrogate
  EXPECT_EQ(clean_text("cut\xe2\x80").substr(0, 3), "cut");
}

TEST(TextTest, CleanNameCollapsesWhiteSpace) {
  EXPECT_EQ(clean_name("  a \n b\tc "), "a b c");
  // No-break space, line separator, ideographic space, next line; an em dash is none.
  EXPECT_EQ(clean_name("a\xc2\xa0\xe2\x80\xa8"
                       "b\xe3\x80\x80"
                       "c\xc2\x85"),
            "a b c");
  EXPECT_EQ(clean_name("a \xe2\x80\x94 b"), "a \xe2\x80\x94 b");
}

TEST(TextTest, ACleanNameHoldsPrintableAsciiWithSingleBlanksInside) {
  const auto expected = [](const std::string& name) {
    for (size_t i = 0; i < name.size(); ++i) {
      if (name[i] < ' ' || name[i] > '~') return false;  // char is signed or not
      if (name[i] == ' ' && (i == 0 || i + 1 == name.size() || name[i + 1] == ' ')) return false;
    }
    return true;
  };
  for (const std::string base :
       {"", "a", "a b", "abcdefg", "abcd fgh", "one two three four", "a b c d e f g h i j k l"}) {
    EXPECT_TRUE(is_clean_name(base)) << base;
    for (size_t at = 0; at < base.size(); ++at) {
      for (const char c : {'\0', '\x1f', '\n', ' ', '!', '~', '\x7f', '\x80', '\xc3', '\xff'}) {
        std::string name = base;
        name[at] = c;
        EXPECT_EQ(is_clean_name(name), expected(name)) << name << " at " << at;
      }
    }
  }
}

TEST(TextTest, ShortenCutsAtAWordAndCountsCodePoints) {
  EXPECT_EQ(shorten("one two three", 9), "one two\xe2\x80\xa6");
  EXPECT_EQ(shorten("one two", 7), "one two");
  EXPECT_EQ(shorten("\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4", 3), "\xc3\xa4\xc3\xb6\xe2\x80\xa6");
}

TEST(TextTest, XmlEscapesOnlyWhatItMust) {
  EXPECT_EQ(xml("A & B's \"C\" > d"), "A &amp; B's \"C\" > d");
  EXPECT_EQ(xml("x]]>y"), "x]]&gt;y");
}

TEST(TextTest, XmlUsesCdataWhereEscapesArePartedByBlanksOnly) {
  // Gephi's reader would drop the blank between two entities.
  EXPECT_EQ(xml("x < & y"), "<![CDATA[x < & y]]>");
  EXPECT_EQ(xml("<b> &"), "&lt;b> &amp;");
  EXPECT_EQ(xml("a]]> & b"), "<![CDATA[a]]]]><![CDATA[> & b]]>");
  EXPECT_EQ(xml("]]> x &"), "]]&gt; x &amp;");
}

TEST(TextTest, AttributesEscapeQuotes) {
  std::string out;
  append_xml_attribute(out, "a\"<\n");
  EXPECT_EQ(out, "a&quot;&lt; ");
}

TEST(TextTest, JsonEscapes) { EXPECT_EQ(json("a\"\\\n\x02"), "\"a\\\"\\\\\\n\\u0002\""); }

TEST(TextTest, IrisEncodeWhatTheRfcForbids) {
  std::string out;
  append_iri(out, "http://x/a b?q=<\"{}|\\^`>&z=%20");
  EXPECT_EQ(out, "http://x/a%20b?q=%3C%22%7B%7D%7C%5C%5E%60%3E&z=%20");
}

TEST(TextTest, NumbersAreWhatTheStandardLibraryWrites) {
  for (const double value :
       {0.0, 1.0, -1.0, 0.1, 0.00004, 0.00006, 0.99999, 123.4567, -0.25, 12345678.9012, 1e9, 3e13 + 0.5}) {
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%.4f", value);
    std::string expected = text.data();
    while (expected.back() == '0' && expected[expected.size() - 2] != '.') expected.pop_back();
    EXPECT_EQ(number(value), expected);
  }
  EXPECT_EQ(number(1e20), "100000000000000000000.0");
}

TEST(TextTest, NumbersAreShortAndAlwaysDoubles) {
  EXPECT_EQ(number(3), "3.0");
  EXPECT_EQ(number(0.90004), "0.9");
  EXPECT_EQ(number(1.0 / 3), "0.3333");
}

}  // namespace
}  // namespace actant
