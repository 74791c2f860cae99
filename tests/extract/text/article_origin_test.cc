// What makes an article one and the same: duplicates, ids, dates of files; and what every format gives.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::page;
using ::testing::HasSubstr;
using ArticleOriginTest = test::ArchiveTest;

TEST_F(ArticleOriginTest, AuthorsAreTakenFromWhereEachFormatHasThem) {
  EXPECT_EQ(read("a.jsonl", R"({"text": "One.", "authors": ["Ann Li", {"name": "Bo Ek"}]})")[0].author,
            "Ann Li, Bo Ek");
  EXPECT_EQ(read("a.csv", "title,text,byline\nA,Two.,By Ann  Li\n")[0].author, "Ann Li");
  EXPECT_EQ(read("a.html", page("<meta name=author content='Ann Li'>"))[0].author, "Ann Li");
  EXPECT_EQ(read("b.html", page("<meta property=article:author content='https://social.example/ann'>"))[0].author, "");
  EXPECT_EQ(
      read(
          "a.xml",
          "<rss><channel><item><dc:creator>Ann Li</dc:creator><description>Three.</description></item></channel></rss>")
          [0]
              .author,
      "Ann Li");
  EXPECT_EQ(read("b.xml", "<feed><entry><author><name>Ann Li</name></author><content>Four.</content></entry></feed>")[0]
                .author,
            "Ann Li");
  EXPECT_EQ(
      read(
          "c.xml",
          "<nitf><body><body.head><byline>By Ann Li</byline></body.head><body.content><p>Five.</p></body.content></body></nitf>")
          [0]
              .author,
      "Ann Li");
  EXPECT_EQ(read("a.md", "---\nauthor: Ann Li\ntitle: A\n---\n\nSix.\n")[0].author, "Ann Li");
}

TEST_F(ArticleOriginTest, ACharacterSetThatIsGivenAlsoHoldsForBytesFarFromTheBeginning) {
  const std::string far(100000, 'x');
  ReadOptions options;
  options.encoding = "macintosh";
  EXPECT_TRUE(read("a.txt", far + " It\xd5s").empty());
  EXPECT_THAT(problems_.at(0).reason, HasSubstr("it looks like Mac Roman, read it with --encoding macintosh"));
  EXPECT_THAT(read("a.txt", far + " It\xd5s", options).at(0).text, ::testing::EndsWith("x It\u2019s"));
  EXPECT_EQ(read("a.jsonl", "{\"text\": \"" + far + "\"}\n{\"text\": \"It\xd5s\"}\n", options).at(1).text, "It\u2019s");
  EXPECT_EQ(read("a.csv", "title,text\nA," + far + "\nB,It\xd5s\n", options).at(1).text, "It\u2019s");
  EXPECT_THAT(read("a.md", "# A\n\n" + far + " It\xd5s", options).at(0).text, ::testing::EndsWith("It\u2019s"));
}

TEST_F(ArticleOriginTest, DuplicatesAreSkippedAndNotLost) {
  const std::string lines = "{\"id\": 1, \"text\": \"One  two.\"}\n{\"id\": 2, \"text\": \"One two.\"}\n";
  EXPECT_EQ(read("a.jsonl", lines).size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_FALSE(problems_[0].lost);
  ReadOptions options;
  options.skip_duplicates = false;
  EXPECT_EQ(read("a.jsonl", lines, options).size(), 2u);
}

TEST_F(ArticleOriginTest, WhatAnotherOutletPrintsIsNoDuplicate) {
  const std::string first = R"({"url": "https://a.example/x", "text": "One two."})",
                    same = R"({"url": "http://www.A.example/x/?utm_source=f#top", "text": "One two."})",
                    other = R"({"url": "https://b.example/x?id=1", "text": "One two."})",
                    page = R"({"url": "https://b.example/x?id=2", "text": "One two."})",
                    source = R"({"source": "C", "text": "One two."})",
                    changed = R"({"url": "https://a.example/x", "text": "One two three."})";
  const auto articles = read("a.jsonl", first + "\n" + same + "\n" + other + "\n" + page + "\n" + source + "\n" +
                                            source + "\n" + changed + "\n");
  ASSERT_EQ(articles.size(), 5u);
  EXPECT_EQ(articles[1].info.url, "https://b.example/x?id=1");
  EXPECT_EQ(articles[3].info.source, "C");
  EXPECT_EQ(problems_.size(), 2u);
  EXPECT_EQ(read("b.jsonl", same + "\n")[0].info.id, articles[0].info.id)
      << "one article, in whichever archive it lies";
}

TEST_F(ArticleOriginTest, TheNameOfAFileGivesTheDate) {
  EXPECT_EQ(read("2025-08-03-talks.txt", "Some text.")[0].info.date, "2025-08-03");
  const auto articles = read("talks_20250804.md", "Some other text.");
  EXPECT_EQ(articles[0].info.date, "2025-08-04");
  EXPECT_EQ(articles[0].date_basis, DateBasis::kFileName);
  EXPECT_EQ(read("2025.08.05T120000.txt", "date: 2024\n\nA third text.")[0].info.date, "2024");
  for (const char* name :
       {"2025-13-03.txt", "12025-08-03.txt", "20250803123.txt", "2025-08_03.txt", "1825-08-03.txt"}) {
    EXPECT_EQ(read(name, "Text of " + std::string(name))[0].info.date, "") << name;
  }
}

}  // namespace
}  // namespace actant
