// Crawls: records that are articles, those that are none, damage.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::gzip;
using test::http;
using test::page;
using test::warc_record;
using ::testing::ElementsAre;
using WarcReaderTest = test::ArchiveTest;

TEST_F(WarcReaderTest, CrawlGivesItsPagesAndCountsTheRest) {
  const std::string target =
      "WARC-Target-URI: <https://c.example/2025/07/30/cable>\r\nContent-Type: application/http; msgtype=response\r\n";
  const std::string chunked =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
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
  EXPECT_THAT(reasons, ElementsAre("no article: warcinfo record", "no article: request record",
                                   "no article: HTTP status 404", "no web page: image/png"));
}

TEST_F(WarcReaderTest, DateBehindTheCrawlIsWrongAndTheCrawlDateIsMarked) {
  const auto articles = read("a.warc", warc_record("response", http(page("<meta name=date content=2026-01-01>")),
                                                   "WARC-Target-URI: https://c.example/cable\r\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].date_basis, DateBasis::kCrawl);
}

TEST_F(WarcReaderTest, DamagedRecordOfACrawlCostsNoOther) {
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
  const auto plain =
      read("b.warc", "garbage\r\n" + warc_record("conversion", "T\ntext") + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" +
                         warc_record("conversion", "U\nmore text"));
  EXPECT_EQ(plain.size(), 1u);  // it does not begin as a crawl does: one text
  const auto crawl = read("c.warc", warc_record("conversion", "T\ntext") + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" +
                                        warc_record("conversion", "U\nmore text"));
  EXPECT_EQ(crawl.size(), 2u);
}

TEST_F(WarcReaderTest, WhatIsNotUtf8InHeadersIsRepaired) {
  const auto articles =
      read("a.warc", warc_record("conversion", "T\nSome text.", "WARC-Target-URI: https://c.example/caf\xe9\r\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.url, "https://c.example/caf\ufffd");
}

}  // namespace
}  // namespace actant
