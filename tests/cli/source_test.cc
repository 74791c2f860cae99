// The way back from the graph to the archive: what `actant source` prints and when it refuses to.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using testing::HasSubstr;

constexpr const char* kPage =
    "<html><body><p>France praised Germany on Monday, and a spokesman of the ministry said that the talks would go on.</p></body></html>";

std::string crawl() {
  const std::string block = std::string("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n") + kPage;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://c.example/a\r\n"
         "Content-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block;
}

class SourceTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write_file(folder_ / "in" / "a.jsonl",
               "{\"id\": \"one\", \"text\": \"France praised Germany.\"}\n{\"text\": \"Norway thanked Iceland.\"}\n");
    write_file(folder_ / "in" / "c.warc", crawl() + "\r\n\r\n");
    const Outcome outcome = sh("actant build in --graph g");
    ASSERT_EQ(outcome.code, 0) << outcome.err;
  }
};

TEST_F(SourceTest, PrintsTheRecordByIdByAddressAndByPlace) {
  const std::string line = "{\"id\": \"one\", \"text\": \"France praised Germany.\"}\n";
  EXPECT_EQ(sh("actant source g one").out, line);
  EXPECT_EQ(sh("actant source g in/a.jsonl:1").out, line);
  EXPECT_EQ(sh("actant source g 'characters 0-23 of in/a.jsonl:1'").out, line);
  EXPECT_EQ(sh("actant source g one --text").out, "France praised Germany.");
  EXPECT_EQ(sh("actant source g https://c.example/a").out, crawl());
  EXPECT_EQ(sh("actant source g https://c.example/a --page").out, kPage);
  EXPECT_EQ(sh("actant source g in/a.jsonl:2").out, "{\"text\": \"Norway thanked Iceland.\"}\n");
}

TEST_F(SourceTest, LeadsFromEachSentenceToItsRecord) {
  const Outcome why = sh("actant why g Norway '?' Iceland");
  const size_t begin = why.out.find("characters");
  ASSERT_NE(begin, std::string::npos) << why.out;
  const std::string place = why.out.substr(begin, why.out.find(')', begin) - begin);
  EXPECT_EQ(sh("actant source g '" + place + "'").out, "{\"text\": \"Norway thanked Iceland.\"}\n");
}

TEST_F(SourceTest, WhatHasChangedIsNotPrintedUnlessAskedFor) {
  const std::string changed =
      "{\"id\": \"one\", \"text\": \"France praised Poland.\"}\n{\"text\": \"Norway thanked Finland.\"}\n";
  write_file(folder_ / "in" / "a.jsonl", changed);
  Outcome outcome = sh("actant source g one");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err,
              HasSubstr("in/a.jsonl:1: is not what was read: the sentence at character 0 of its text is another one"));
  EXPECT_EQ(sh("actant source g in/a.jsonl:2").code, 1);
  outcome = sh("actant source g one --force");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, changed.substr(0, changed.find('\n') + 1));
}

TEST_F(SourceTest, SaysWhatIsGoneAndWhereItMayBe) {
  Outcome outcome = sh("mv in elsewhere; actant source g one");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("in/a.jsonl:1: is not there any more; --archive says where it is now"));
  EXPECT_EQ(sh("actant source g one --archive elsewhere").code, 0);
  EXPECT_EQ(sh("actant source g two").err, "actant: no article 'two' in g\n");
  EXPECT_EQ(sh("actant source g one --text --page").code, 2);
  load_wire();
  outcome = sh("actant source g w1");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its record came without doc.origin"));
}

TEST_F(SourceTest, AFieldThatWasNamedForBuildIsNamedAgain) {
  write_file(folder_ / "b.csv", "Head,Copy\nTalks,Kenya thanked Uganda.\n");
  ASSERT_EQ(sh("actant build b.csv --graph g --field text=Copy --field title=Head").code, 0);
  EXPECT_EQ(sh("actant source g b.csv:2 --field text=Copy --field title=Head").out, "Talks,Kenya thanked Uganda.\n");
  EXPECT_THAT(sh("actant source g b.csv:2").err, HasSubstr("--field text=COLUMN"));
}

}  // namespace
}  // namespace actant::test
