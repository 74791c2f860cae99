#include "extract/text/sections.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/text/utf8.h"

namespace actant {
namespace {

std::string joined(const std::vector<std::string_view>& sections) {
  std::string text;
  for (const std::string_view section : sections) text += section;
  return text;
}

TEST(SectionsTest, AShortTextIsOneSection) {
  EXPECT_EQ(cut_sections("").size(), 1u);
  EXPECT_EQ(cut_sections("One. Two.", 9).size(), 1u);
}

TEST(SectionsTest, CutsAtTheStrongestBreakNearTheEnd) {
  const auto by_paragraph = cut_sections("aaaa bb. cc\n\ndd\nee. ffffff gggg", 20);
  EXPECT_EQ(by_paragraph.front(), "aaaa bb. cc\n\n");
  const auto by_sentence = cut_sections("aaaa bbbb cccc. dd eeeeeeee ffff", 20);
  EXPECT_EQ(by_sentence.front(), "aaaa bbbb cccc. ");
  const auto by_word = cut_sections("aaaa bbbb cccc dd eeeeeeee ffff", 20);
  EXPECT_EQ(by_word.front(), "aaaa bbbb cccc dd ");
}

TEST(SectionsTest, KeepsEveryByteAndEveryCodePoint) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\xf0\x9f\x98\x80\xc3\xa9";
  for (size_t most = 8; most < 40; ++most) {
    const auto sections = cut_sections(text, most);
    EXPECT_EQ(joined(sections), text);
    for (const std::string_view section : sections) {
      EXPECT_LE(section.size(), most);
      EXPECT_GE(find_invalid_utf8(section), section.size()) << most;
    }
  }
}

TEST(SectionsTest, BrokenBytesEndToo) {
  const std::string text(1000, '\x80');
  EXPECT_EQ(joined(cut_sections(text, 64)), text);
}

}  // namespace
}  // namespace actant
