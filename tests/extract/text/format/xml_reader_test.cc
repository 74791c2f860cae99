// Feeds and the formats of agencies.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using XmlReaderTest = test::ArchiveTest;

TEST_F(XmlReaderTest, FeedsGiveContentOrMarkedExcerpts) {
  const auto articles =
      read("feed", R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Wire</title>
    <image><title>Logo</title></image><language>en-us</language>
    <item><title>A &amp; B</title><link>https://w.example/1</link><pubDate>Sun, 03 Aug 2025 10:00:00 GMT</pubDate>
    <description>short</description><content:encoded><![CDATA[<p>Long&nbsp;text.</p>]]></content:encoded></item>
    <item><title>C</title><guid isPermaLink="false">g2</guid><description>It rained &hellip;</description></item>
    </channel></rss>)");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.title, "A & B");
  EXPECT_EQ(articles[0].text, "Long\u00a0text.");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].info.source, "Wire");
  EXPECT_FALSE(articles[0].excerpt);
  EXPECT_EQ(articles[1].text, "It rained …");
  EXPECT_TRUE(articles[1].excerpt);
  EXPECT_EQ(articles[1].info.id, "g2");
}

TEST_F(XmlReaderTest, AgencyFormats) {
  const auto nitf =
      read("n.xml", R"(<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20250803"/></docdata>
    <pubdata name="The Times"/></head><body><body.head><hedline><hl1>Cable</hl1></hedline></body.head><body.content>
    <block class="lead_paragraph"><p>One.</p></block><block class="full_text"><p>One.</p><p>Two.</p></block></body.content></body></nitf>)");
  ASSERT_EQ(nitf.size(), 1u);
  EXPECT_EQ(nitf[0].text, "One.\n\nTwo.");
  EXPECT_EQ(nitf[0].info.date, "2025-08-03");
  EXPECT_EQ(nitf[0].info.source, "The Times");
  const auto newsml = read("g2.xml", R"(<newsMessage><itemSet><newsItem guid="tag:1" xml:lang="en"><itemMeta>
    <provider qcode="nprov:AFP"/><versionCreated>2025-08-03T10:00:00Z</versionCreated></itemMeta><contentMeta>
    <headline>Cable</headline></contentMeta><contentSet><inlineXML><html><body><p>One.</p><p>Two.</p></body></html></inlineXML>
    </contentSet></newsItem><newsItem guid="tag:2"><contentSet><remoteContent/></contentSet></newsItem></itemSet></newsMessage>)");
  ASSERT_EQ(newsml.size(), 1u);
  EXPECT_EQ(newsml[0].info.id, "tag:1");
  EXPECT_EQ(newsml[0].info.source, "AFP");
  EXPECT_EQ(newsml[0].text, "One.\n\nTwo.");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_FALSE(problems_[0].lost);
  const auto sgml =
      read("r.sgm",
           "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"7\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
           "<TEXT>&#2;\n<TITLE>OIL</TITLE>\n<DATELINE>    LONDON, Feb 26 - </DATELINE><BODY>Oil rose\nby 5 "
           "dlrs.\n    It fell.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n");
  ASSERT_EQ(sgml.size(), 1u);
  EXPECT_EQ(sgml[0].info.date, "1987-02-26");
  EXPECT_EQ(sgml[0].text, "LONDON, Feb 26 - Oil rose by 5 dlrs.\n\nIt fell.");
}

TEST_F(XmlReaderTest, NoFileOutsideOfXmlIsOpenedAndEntitiesDoNotGrow) {
  const auto articles = read("x.xml", R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <rss><channel><item><title>A</title><description>before &x; behind</description></item></channel></rss>)");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, Not(HasSubstr("root")));
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"lol lol lol lol lol\">";
  for (int i = 1; i < 20; ++i) {
    const std::string below = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + below + below + below + below + "\">";
  }
  EXPECT_TRUE(
      read("b.xml", bomb + "]><rss><channel><item><description>&a19;</description></item></channel></rss>").empty());
  EXPECT_FALSE(problems_.empty());
}

}  // namespace
}  // namespace actant
