// JSON over any number of lines.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using JsonReaderTest = test::ArchiveTest;

TEST_F(JsonReaderTest, ArrayOfArticlesWithinAnObject) {
  const auto articles = read("a.json", R"({"status": "ok", "articles": [{"source": {"name": "Wire"}, "content": "One."},
    {"content": "<p>Two &amp; a half.</p><p>Three.</p>"}], "total": 2})");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.source, "Wire");
  EXPECT_EQ(articles[1].text, "Two & a half.\n\nThree.");
  EXPECT_TRUE(problems_.empty());
}

}  // namespace
}  // namespace actant
