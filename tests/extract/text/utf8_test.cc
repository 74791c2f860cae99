#include "extract/text/utf8.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/text/utf8_report.h"

namespace actant {
namespace {

TEST(Utf8Test, ValidTextHasNoBadByte) {
  for (const std::string text : {"", "plain ASCII, more than eight bytes", "Málaga – 北京 😀", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_EQ(find_invalid_utf8(text), text.size()) << text;
  }
}

TEST(Utf8Test, TellsTheFirstBadByte) {
  EXPECT_EQ(find_invalid_utf8("caf\xe9 noir"), 3u);       // Latin-1
  EXPECT_EQ(find_invalid_utf8("abcdefgh\x80"), 8u);       // a continuation alone, behind the fast path
  EXPECT_EQ(find_invalid_utf8("ok \xe2\x82"), 3u);        // cut short
  EXPECT_EQ(find_invalid_utf8("\xc0\xaf"), 0u);           // overlong
  EXPECT_EQ(find_invalid_utf8("a\xed\xa0\x80"), 1u);      // a surrogate
  EXPECT_EQ(find_invalid_utf8("a\xf4\x90\x80\x80"), 1u);  // above U+10FFFF
}

TEST(Utf8Test, ReportNamesByteAndWayOut) {
  EXPECT_EQ(describe_invalid_utf8("fine", "of the file"), "");
  const std::string western = describe_invalid_utf8("The caf\xe9 in the old town was closed.", "of the file");
  EXPECT_NE(western.find("byte 7 of the file is 0xE9"), std::string::npos) << western;
  EXPECT_NE(western.find("--encoding CP1252"), std::string::npos) << western;
  const std::string wide = describe_invalid_utf8(std::string("\xff\xfeT\0h\0", 6), "of the file");
  EXPECT_NE(wide.find("UTF-16"), std::string::npos) << wide;
}

TEST(CodePointIndexTest, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "é" : i % 7 == 0 ? "😀" : i % 5 == 0 ? "北" : "plain ";
  const CodePointIndex index(text);
  uint32_t count = 0;
  for (uint32_t at = 0; at < text.size(); at += decode_utf8(text, at).size) {
    ASSERT_EQ(index.code_points(at), count);
    ASSERT_EQ(index.bytes(count), at);
    ++count;
  }
  EXPECT_EQ(index.size(), count);
  EXPECT_EQ(index.code_points(static_cast<uint32_t>(text.size())), count);
  EXPECT_EQ(index.bytes(count), text.size());
  EXPECT_EQ(index.bytes(count + 10), text.size());
}

TEST(CodePointIndexTest, IsTheIdentityOnAscii) {
  const std::string text(1000, 'x');
  const CodePointIndex index(text);
  EXPECT_EQ(index.code_points(777), 777u);
  EXPECT_EQ(index.bytes(777), 777u);
  EXPECT_EQ(index.size(), 1000u);
}

}  // namespace
}  // namespace actant
