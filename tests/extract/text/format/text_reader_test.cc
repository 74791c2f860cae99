// Markdown and plain text.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::http;
using TextReaderTest = test::ArchiveTest;

TEST_F(TextReaderTest, MarkdownLosesItsMarksAndKeepsItsFrontMatter) {
  const auto articles =
      read("a.md",
           "---\ntitle: 'Talks: the ''end'''\ndate: 2025-08-03\ntags:\n- x\n---\n\n## Head\n\nThe *two* "
           "[ministers](http://e.org)\nmet.\n\n- one\n- two\n\n```\ncode\n```\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "Talks: the 'end'");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].text, "Head\n\nThe two ministers met.\n\none\n\ntwo");
}

TEST_F(TextReaderTest, WideCharactersAreToldWithoutAMark) {
  const std::string text =
      "Title of it\n\nThe caf\xc3\xa9 in the old town was closed on Monday, said the police of the city.\n";
  for (const size_t bytes : {2u, 4u}) {
    for (const bool little : {true, false}) {
      std::string wide;
      for (size_t i = 0; i < text.size(); ++i) {
        const bool two = text[i] == '\xc3';
        std::string unit(bytes, '\0');
        unit[little ? 0 : bytes - 1] = two ? '\xe9' : text[i];
        wide += unit;
        i += two;
      }
      const auto articles = read("a" + std::to_string(bytes) + std::to_string(little) + ".txt", wide);
      ASSERT_EQ(articles.size(), 1u) << bytes << little;
      EXPECT_EQ(articles[0].text, text);
    }
  }
}

}  // namespace
}  // namespace actant
