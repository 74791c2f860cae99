// Formats of archives, read through ArticleReader as a user's files are.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/text/archive/byte_source.h"
#include "extract/text/archive/unpacker.h"
#include "extract/text/article_reader.h"
#include "graph/model/error.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kParagraphs =
    "<p>The ministers of Norway and Iceland met in Bergen on Monday and agreed to share the costs of the new cable.</p>"
    "<p>A spokesman said that the talks, which had begun in March, would go on in Reykjavik later in the year.</p>";

std::string page(const std::string& head) {
  return "<!doctype html><html lang=\"en-GB\"><head>" + head +
         "</head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><div class=\"share-bar\">Share this with all your "
         "friends on the networks that you like best today.</div><article>" +
         std::string(kParagraphs) + "</article><footer>Copyright of the publisher, all rights reserved.</footer></body></html>";
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(bytes.size() + 256, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string warc_record(const std::string& type, const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nwarc-record-id: <urn:uuid:" + type + ">\r\nWARC-Date: 2025-08-03T10:00:00Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& headers = "Content-Type: text/html; charset=utf-8\r\n") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

class ArchiveFormatsTest : public ::testing::Test {
 protected:
  std::vector<InputArticle> read(const std::string& name, const std::string& bytes, ReadOptions options = {}) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    problems_.clear();
    ArticleReader reader({path.string()}, options, [&](const ReadProblem& problem) { problems_.push_back(problem); });
    std::vector<InputArticle> articles;
    for (InputArticle article; reader.next(article);) articles.push_back(article);
    return articles;
  }
  std::string place(const InputArticle& article) const {
    return article.info.origin.substr(article.info.origin.rfind('/') + 1);
  }

  test::TempDir temp_;
  const std::filesystem::path folder_ = temp_.path();
  std::vector<ReadProblem> problems_;
};

TEST_F(ArchiveFormatsTest, PageGivesItsRunningTextAndMetadata) {
  const auto articles = read("a.html", page(R"(<meta property="og:title" content="Cable agreed">
    <meta property="og:site_name" content="The Courier"><meta property="og:url" content="https://c.example/1">
    <meta property="article:published_time" content="2025-08-03T09:00:00Z">)"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, ::testing::StartsWith("The ministers of Norway"));
  EXPECT_THAT(articles[0].text, HasSubstr("cable.\n\nA spokesman said"));
  EXPECT_THAT(articles[0].text, Not(HasSubstr("Share")));
  EXPECT_EQ(articles[0].info.title, "Cable agreed");
  EXPECT_EQ(articles[0].info.source, "The Courier");
  EXPECT_EQ(articles[0].info.url, "https://c.example/1");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].info.language, "en");
}

TEST_F(ArchiveFormatsTest, LinkedDataGoesBeforeMetaTags) {
  const auto articles = read("a.html", page(R"(<meta property="og:title" content="Second">
    <meta name="pubdate" content="2024-01-01">
    <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"], "headline":
      "First &amp; best", "datePublished": "2025-08-02", "publisher": {"name": "Wire"}}]}</script>)"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "First & best");
  EXPECT_EQ(articles[0].info.date, "2025-08-02");
  EXPECT_EQ(articles[0].info.source, "Wire");
}

TEST_F(ArchiveFormatsTest, DatesAreTakenFromMicrodataAndRdfaBeforeMetaTagsAndModifiedOnesLast) {
  const auto date = [&](const std::string& head, const std::string& mark) {
    std::string html = page(head);
    html.insert(html.find("<article>"), mark);
    const auto articles = read(std::to_string(html.size()) + ".html", html);
    return articles.size() == 1 ? articles[0].info.date : "none";
  };
  const std::string meta = "<meta name=pubdate content=2024-01-01>", modified = "<meta property=article:modified_time content=2024-02-02>";
  EXPECT_EQ(date(meta, "<span content=\"2025-08-03T10:00\" itemprop=datePublished>Sunday</span>"), "2025-08-03");
  EXPECT_EQ(date(meta, "<span property=\"schema:datePublished\">3 August 2025</span>"), "2025-08-03");
  EXPECT_EQ(date(meta + modified, "<time datetime=2025-08-03>"), "2024-01-01");
  EXPECT_EQ(date(modified, "<time datetime=2025-08-03>"), "2025-08-03");
  EXPECT_EQ(date(modified, ""), "2024-02-02");
}

TEST_F(ArchiveFormatsTest, AuthorsAreTakenFromWhereEachFormatHasThem) {
  EXPECT_EQ(read("a.jsonl", R"({"text": "One.", "authors": ["Ann Li", {"name": "Bo Ek"}]})")[0].author, "Ann Li, Bo Ek");
  EXPECT_EQ(read("a.csv", "title,text,byline\nA,Two.,By Ann  Li\n")[0].author, "Ann Li");
  EXPECT_EQ(read("a.html", page("<meta name=author content='Ann Li'>"))[0].author, "Ann Li");
  EXPECT_EQ(read("b.html", page("<meta property=article:author content='https://social.example/ann'>"))[0].author, "");
  EXPECT_EQ(read("a.xml", "<rss><channel><item><dc:creator>Ann Li</dc:creator><description>Three.</description></item></channel></rss>")[0].author, "Ann Li");
  EXPECT_EQ(read("b.xml", "<feed><entry><author><name>Ann Li</name></author><content>Four.</content></entry></feed>")[0].author, "Ann Li");
  EXPECT_EQ(read("c.xml", "<nitf><body><body.head><byline>By Ann Li</byline></body.head><body.content><p>Five.</p></body.content></body></nitf>")[0].author, "Ann Li");
  EXPECT_EQ(read("a.md", "---\nauthor: Ann Li\ntitle: A\n---\n\nSix.\n")[0].author, "Ann Li");
}

TEST_F(ArchiveFormatsTest, WideCharactersAreToldWithoutAMark) {
  const std::string text = "Title of it\n\nThe caf\xc3\xa9 in the old town was closed on Monday, said the police of the city.\n";
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

TEST_F(ArchiveFormatsTest, ACharacterSetThatIsGivenAlsoHoldsForBytesFarFromTheBeginning) {
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

TEST_F(ArchiveFormatsTest, TablesOfGdeltAreRefusedWithTheWayOut) {
  std::string row = "20250803101500-1\t20250803101500\t1\tc.example\thttps://c.example/1";
  for (int i = 0; i < 22; ++i) row += "\tX";
  EXPECT_TRUE(read("20250803101500.gkg.csv", row + "\n" + row + "\n").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("a table of GDELT GKG holds addresses of articles, not their text"));
}

TEST_F(ArchiveFormatsTest, PagesInOtherCharacterSetsAreDecoded) {
  const auto articles = read("a.html", "<html><head><meta charset=windows-1252></head><body><p>The caf\xe9 in Orl\xe9" "ans was "
                                       "closed by the police on Monday, said \x93The Courier\x94 in its morning edition.</p></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, HasSubstr("café in Orléans"));
  EXPECT_THAT(articles[0].text, HasSubstr("“The Courier”"));
}

TEST_F(ArchiveFormatsTest, CrawlGivesItsPagesAndCountsTheRest) {
  const std::string target = "WARC-Target-URI: <https://c.example/2025/07/30/cable>\r\nContent-Type: application/http; msgtype=response\r\n";
  const std::string chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
  const std::string body = gzip(page("<title>Cable</title>"));
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", body.size());
  const std::string first = gzip(warc_record("warcinfo", "software: x\r\n"));
  const auto articles =
      read("a.warc.gz", first + gzip(warc_record("response", chunked + size + body + "\r\n0\r\n\r\n", target)) +
                            gzip(warc_record("request", "GET / HTTP/1.1\r\n\r\n", target)) +
                            gzip(warc_record("response", "HTTP/1.1 404 Not Found\r\n\r\nno", target)) +
                            gzip(warc_record("response", http("\x89PNG", "Content-Type: image/png\r\n"), target)));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.date, "2025-07-30");
  EXPECT_EQ(articles[0].date_basis, DateBasis::kAddress);
  EXPECT_EQ(articles[0].info.title, "Cable");
  EXPECT_EQ(place(articles[0]), "a.warc.gz@" + std::to_string(first.size()) + "#urn:uuid:response");
  std::vector<std::string> reasons;
  for (const ReadProblem& problem : problems_) {
    EXPECT_FALSE(problem.lost) << problem.reason;
    reasons.push_back(problem.reason);
  }
  EXPECT_THAT(reasons, ElementsAre("no article: warcinfo record", "no article: request record", "no article: HTTP status 404",
                                   "no web page: image/png"));
}

TEST_F(ArchiveFormatsTest, DateBehindTheCrawlIsWrongAndTheCrawlDateIsMarked) {
  const auto articles = read("a.warc", warc_record("response", http(page("<meta name=date content=2026-01-01>")),
                                                   "WARC-Target-URI: https://c.example/cable\r\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].date_basis, DateBasis::kCrawl);
}

TEST_F(ArchiveFormatsTest, DamagedRecordOfACrawlCostsNoOther) {
  const std::string good = gzip(warc_record("conversion", "A title\nSome text of a page that was converted.\n"));
  std::string noise;
  for (uint32_t i = 0, x = 1; i < 20000; ++i) noise += static_cast<char>('a' + (x = x * 1664525 + 1013904223) % 26);
  std::string bad = gzip(warc_record("conversion", noise));
  bad[bad.size() / 2] ^= 0x55;
  bad[bad.size() / 2 + 1] ^= 0x55;
  const auto articles = read("a.wet.gz", gzip(warc_record("conversion", "First\nThe first text.\n")) + bad + good);
  ASSERT_EQ(articles.size(), 2u) << (problems_.empty() ? "" : problems_.front().reason);
  EXPECT_EQ(articles[1].info.title, "A title");
  EXPECT_FALSE(problems_.empty());
  const auto plain = read("b.warc", "garbage\r\n" + warc_record("conversion", "T\ntext") + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" +
                                        warc_record("conversion", "U\nmore text"));
  EXPECT_EQ(plain.size(), 1u);  // it does not begin as a crawl does: one text
  const auto crawl = read("c.warc", warc_record("conversion", "T\ntext") + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" +
                                        warc_record("conversion", "U\nmore text"));
  EXPECT_EQ(crawl.size(), 2u);
}

TEST_F(ArchiveFormatsTest, TableHasItsColumnsByNameAndItsRowsOverLines) {
  const auto articles = read("a.txt",
                             "id,Title,date,body\r\n1,\"A, \"\"B\"\"\",2025-08-03,\"One\nline.\"\r\n2,C,x\r\n3,D,2025-08-04,Two.\r\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.title, "A, \"B\"");
  EXPECT_EQ(articles[0].text, "One\nline.");
  EXPECT_EQ(articles[1].info.id, "3");
  EXPECT_EQ(place(articles[1]), "a.txt:5");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("3 cells, expected 4"));
}

TEST_F(ArchiveFormatsTest, DayAndMonthAreToldByTheOtherDatesOfTheFile) {
  const auto articles = read("a.csv", "date;text\n03/04/2025;One caf\xe9.\n25/12/2025;Two.\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.date, "2025-04-03");
  EXPECT_EQ(articles[0].text, "One café.");
  EXPECT_TRUE(problems_.empty());
  EXPECT_EQ(read("b.csv", "date,text\n03/04/2025,One.\n")[0].info.date, "");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].path, HasSubstr("b.csv:2"));
  ReadOptions options;
  options.day_month_order = DayMonthOrder::kMonthFirst;
  EXPECT_EQ(read("c.csv", "date,text\n03/04/2025,One.\n", options)[0].info.date, "2025-03-04");
}

TEST_F(ArchiveFormatsTest, TableWithoutTextSaysWhatItHas) {
  EXPECT_TRUE(read("a.csv", "Headline,Date,Copy\nA,2025-08-03,Words.\n").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("--field text=COLUMN; the columns are Headline, Date, Copy"));
  ReadOptions options;
  options.text_field = "Copy";
  EXPECT_EQ(read("b.csv", "Headline,Date,Copy\nA,2025-08-03,Words.\n", options).size(), 1u);
}

TEST_F(ArchiveFormatsTest, ArrayOfArticlesWithinAnObject) {
  const auto articles = read("a.json", R"({"status": "ok", "articles": [{"source": {"name": "Wire"}, "content": "One."},
    {"content": "<p>Two &amp; a half.</p><p>Three.</p>"}], "total": 2})");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.source, "Wire");
  EXPECT_EQ(articles[1].text, "Two & a half.\n\nThree.");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ArchiveFormatsTest, FeedsGiveContentOrMarkedExcerpts) {
  const auto articles = read("feed", R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Wire</title>
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

TEST_F(ArchiveFormatsTest, AgencyFormats) {
  const auto nitf = read("n.xml", R"(<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20250803"/></docdata>
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
  const auto sgml = read("r.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"7\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
                                  "<TEXT>&#2;\n<TITLE>OIL</TITLE>\n<DATELINE>    LONDON, Feb 26 - </DATELINE><BODY>Oil rose\nby 5 "
                                  "dlrs.\n    It fell.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n");
  ASSERT_EQ(sgml.size(), 1u);
  EXPECT_EQ(sgml[0].info.date, "1987-02-26");
  EXPECT_EQ(sgml[0].text, "LONDON, Feb 26 - Oil rose by 5 dlrs.\n\nIt fell.");
}

TEST_F(ArchiveFormatsTest, NoFileOutsideOfXmlIsOpenedAndEntitiesDoNotGrow) {
  const auto articles = read("x.xml", R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <rss><channel><item><title>A</title><description>before &x; behind</description></item></channel></rss>)");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, Not(HasSubstr("root")));
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"lol lol lol lol lol\">";
  for (int i = 1; i < 20; ++i) {
    const std::string below = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + below + below + below + below + "\">";
  }
  EXPECT_TRUE(read("b.xml", bomb + "]><rss><channel><item><description>&a19;</description></item></channel></rss>").empty());
  EXPECT_FALSE(problems_.empty());
}

TEST_F(ArchiveFormatsTest, MarkdownLosesItsMarksAndKeepsItsFrontMatter) {
  const auto articles = read("a.md", "---\ntitle: 'Talks: the ''end'''\ndate: 2025-08-03\ntags:\n- x\n---\n\n## Head\n\nThe *two* "
                                     "[ministers](http://e.org)\nmet.\n\n- one\n- two\n\n```\ncode\n```\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "Talks: the 'end'");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].text, "Head\n\nThe two ministers met.\n\none\n\ntwo");
}

TEST_F(ArchiveFormatsTest, MailGivesItsTextPart) {
  const std::string mail = "From: \"The Desk\" <desk@e.org>\nSubject: =?utf-8?Q?Caf=C3=A9?= closed\nDate: Sun, 3 Aug 2025 10:00:00 "
                           "+0000\nMessage-ID: <m1@e.org>\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: "
                           "text/html\n\n<p>no</p>\n--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                           "quoted-printable\n\nThe caf=E9 is clo=\nsed.\n>From there.\n--b--\n";
  const auto articles = read("a.eml", mail);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "Café closed");
  EXPECT_EQ(articles[0].info.source, "The Desk");
  EXPECT_EQ(articles[0].text, "The café is closed.\n>From there.");
  const std::string line = "From desk@e.org Sun Aug  3 10:00:00 2025\n";
  const auto both = read("box", line + mail + "\n" + line + "From: a@b.c\nSubject: Two\nMessage-ID: <m2>\n\nMore.\n");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[1].text, "More.\n");
  EXPECT_THAT(place(both[1]), ::testing::EndsWith("#m2"));
}

TEST_F(ArchiveFormatsTest, DuplicatesAreSkippedAndNotLost) {
  const std::string lines = "{\"id\": 1, \"text\": \"One  two.\"}\n{\"id\": 2, \"text\": \"One two.\"}\n";
  EXPECT_EQ(read("a.jsonl", lines).size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_FALSE(problems_[0].lost);
  ReadOptions options;
  options.skip_duplicates = false;
  EXPECT_EQ(read("a.jsonl", lines, options).size(), 2u);
}

TEST_F(ArchiveFormatsTest, WhatAnotherOutletPrintsIsNoDuplicate) {
  const std::string first = R"({"url": "https://a.example/x", "text": "One two."})", same = R"({"url": "http://www.A.example/x/?utm_source=f#top", "text": "One two."})",
                    other = R"({"url": "https://b.example/x?id=1", "text": "One two."})", page = R"({"url": "https://b.example/x?id=2", "text": "One two."})",
                    source = R"({"source": "C", "text": "One two."})", changed = R"({"url": "https://a.example/x", "text": "One two three."})";
  const auto articles = read("a.jsonl", first + "\n" + same + "\n" + other + "\n" + page + "\n" + source + "\n" + source + "\n" + changed + "\n");
  ASSERT_EQ(articles.size(), 5u);
  EXPECT_EQ(articles[1].info.url, "https://b.example/x?id=1");
  EXPECT_EQ(articles[3].info.source, "C");
  EXPECT_EQ(problems_.size(), 2u);
  EXPECT_EQ(read("b.jsonl", same + "\n")[0].info.id, articles[0].info.id) << "one article, in whichever archive it lies";
}

TEST_F(ArchiveFormatsTest, TheNameOfAFileGivesTheDate) {
  EXPECT_EQ(read("2025-08-03-talks.txt", "Some text.")[0].info.date, "2025-08-03");
  const auto articles = read("talks_20250804.md", "Some other text.");
  EXPECT_EQ(articles[0].info.date, "2025-08-04");
  EXPECT_EQ(articles[0].date_basis, DateBasis::kFileName);
  EXPECT_EQ(read("2025.08.05T120000.txt", "date: 2024\n\nA third text.")[0].info.date, "2024");
  for (const char* name : {"2025-13-03.txt", "12025-08-03.txt", "20250803123.txt", "2025-08_03.txt", "1825-08-03.txt"}) {
    EXPECT_EQ(read(name, "Text of " + std::string(name))[0].info.date, "") << name;
  }
}

TEST_F(ArchiveFormatsTest, WhatIsNotUtf8InHeadersIsRepaired) {
  const auto articles = read("a.warc", warc_record("conversion", "T\nSome text.", "WARC-Target-URI: https://c.example/caf\xe9\r\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.url, "https://c.example/caf\ufffd");
}

TEST_F(ArchiveFormatsTest, TextOfAPageStaysInItsPlaceWhateverItHolds) {
  // U+104000 and up stand for runs of text inside of the converter: what the page itself has of them goes.
  const std::string odd = "<p>The first paragraph &amp; its \U00104001 sign &#x104000; &#1064960; stand before an icon \U000F0142 and the rest of it.</p>"
                          "<p>A plain paragraph that is long enough to be kept as one run of text, with no reference in it at all.</p>"
                          "<table><tr>Foster text goes before its table, as browsers have it.<td>A cell of it that is long enough to stand in the text of the page for itself.</td></tr></table>"
                          "<p>Short &lt;b&gt; one with <i>parts</i> in<b>side</b> of words that are long enough to count as running text.</p>";
  const auto articles = read("a.html", "<html><body><article>" + odd + "</article></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text, "The first paragraph & its sign x104000; 1064960; stand before an icon \U000F0142 and the rest of it.\n\n"
                              "A plain paragraph that is long enough to be kept as one run of text, with no reference in it at all.\n\n"
                              "Foster text goes before its table, as browsers have it.\n\n"
                              "A cell of it that is long enough to stand in the text of the page for itself.\n\n"
                              "Short <b> one with parts inside of words that are long enough to count as running text.");
}

TEST_F(ArchiveFormatsTest, PackedWithinEachOther) {
  const auto run = [&](const std::string& command) {
    ASSERT_EQ(std::system(("cd '" + folder_.string() + "' && " + command).c_str()), 0) << command;
  };
  std::filesystem::create_directories(folder_ / "in/sub");
  std::ofstream(folder_ / "in/a.txt") << "Text A.";
  std::ofstream(folder_ / "in/sub/b.jsonl") << "{\"text\": \"Text B.\"}\n";
  std::ofstream(folder_ / "in/sub/picture.png") << "P";
  run("gzip -k in/sub/b.jsonl && rm in/sub/b.jsonl && tar cf in.tar in && xz -k in.tar && bzip2 -k in.tar && gzip -k in.tar");
  run("mkdir two && cp in.tar.xz two && tar cJf two.tar.xz two");
  for (const char* name : {"in.tar", "in.tar.xz", "in.tar.bz2", "in.tar.gz", "two.tar.xz"}) {
    std::vector<std::string> texts, problems;
    ArticleReader reader({(folder_ / name).string()}, {}, [&](const ReadProblem& problem) { problems.push_back(problem.reason); });
    InputArticle article;
    while (reader.next(article)) texts.push_back(article.text);
    EXPECT_THAT(texts, ::testing::UnorderedElementsAre("Text A.", "Text B.")) << name;
    EXPECT_THAT(problems, ElementsAre()) << name;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "in.tar.out"));
}

TEST(ContainerTest, NamesOfMembersAreLabels) {
  EXPECT_EQ(clean_member_name("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(clean_member_name("/a/./b\n.txt"), "a/b?.txt");
  EXPECT_EQ(clean_member_name("C:\\x\\y.txt"), "C:/x/y.txt");
  EXPECT_EQ(clean_member_name("caf\x82.txt"), "café.txt");
}

TEST(ExpansionGuardTest, BreaksOffWhatUnpacksToFarTooMuch) {
  EXPECT_NO_THROW(ExpansionGuard::check(1, ExpansionGuard::kFree));
  EXPECT_NO_THROW(ExpansionGuard::check(10 << 20, uint64_t{2000} << 20));
  EXPECT_THROW(ExpansionGuard::check(1 << 20, uint64_t{1000} << 20), IoError);
}

TEST_F(ArchiveFormatsTest, PagesMadeToHarmAreReadInLinearTime) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 300000; ++i) deep += "<div><b class=" + std::to_string(i) + "><p>";
  read("deep.html", deep + kParagraphs);
  std::string attributes = "<html><body><div ";
  for (int i = 0; i < 300000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  read("attributes.html", attributes + ">" + kParagraphs);
  std::string open = "<html><body>";
  for (int i = 0; i < 300000; ++i) open += "<svg><!--<script>";
  read("open.html", open);
  std::string tables = "<html><body>";
  for (int i = 0; i < 100000; ++i) tables += "<table><a><tr>x";
  read("tables.html", tables + kParagraphs);
}

}  // namespace
}  // namespace actant
