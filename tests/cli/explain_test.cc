// explain and --open with the trained model of extract/model.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class ExplainTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    write_file(folder_ / "in.jsonl",
               "{\"id\": \"x1\", \"text\": \"France accused Italy on Monday. It said nothing else.\"}\n"
               "{\"id\": \"x2\", \"text\": \"Spain praised Germany.\"}\n");
  }
  json relation(const json& record, const std::string& name) const {
    for (const json& r : record["relations"]) {
      if (r["relation"] == name) return r;
    }
    return {};
  }
};

TEST_F(ExplainTest, ShowsParseEntitiesAndTheRuleBehindEachTriple) {
  const Outcome outcome = sh("actant explain in.jsonl --id x1");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("# x1"));
  EXPECT_THAT(outcome.out, HasSubstr("place         France"));
  EXPECT_THAT(outcome.out, HasSubstr("[1] France accused Italy on Monday."));
  EXPECT_THAT(outcome.out, HasSubstr("nsubj  France"));
  EXPECT_THAT(outcome.out, HasSubstr("accused  Italy"));
  EXPECT_THAT(outcome.out, HasSubstr("by verb:accuse at ‘accused’ (word 2)"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("Spain")));
}

TEST_F(ExplainTest, OneSentenceWithAllItsTokens) {
  const Outcome outcome = sh("actant explain in.jsonl --id x1 --sentence 1 --tokens");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("1  France   France"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("[2]")));
}

TEST_F(ExplainTest, JsonIsTheRecordWithTokensRulesAndScores) {
  const Outcome outcome = sh("actant explain in.jsonl --json --id x1");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json record = json::parse(outcome.out);
  EXPECT_EQ(record["doc"]["id"], "x1");
  EXPECT_EQ(record["sentences"][0]["tokens"][1]["form"], "accused");
  EXPECT_EQ(record["sentences"][0]["tokens"][1]["head"], 0);
  const json accused = relation(record, "accused");
  EXPECT_EQ(accused["rule"], "verb:accuse");
  EXPECT_TRUE(accused["score"].contains("prior"));
  write_file(folder_ / "explained.jsonl", outcome.out);
  EXPECT_EQ(sh("actant load explained.jsonl --graph g").code, 0) << "it still is a record";
}

TEST_F(ExplainTest, AnUnknownIdIsToldAndExitsWith1) {
  const Outcome outcome = sh("actant explain in.jsonl --id x9");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, "actant: no article with the id x9\n");
}

TEST_F(ExplainTest, OpenRelationsAreWrittenOnlyWhenAskedForWithTheirWords) {
  EXPECT_THAT(sh("actant extract in.jsonl").out, Not(HasSubstr("open:")));
  const Outcome outcome = sh("actant extract in.jsonl --open");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json accuse = relation(json::parse(outcome.out.substr(0, outcome.out.find('\n'))), "open:accuse");
  EXPECT_EQ(accuse["open"]["subject"], json::parse("[[0,6]]"));
  EXPECT_EQ(accuse["open"]["predicate"], json::parse("[[7,14]]"));
  EXPECT_EQ(accuse["open"]["object"], json::parse("[[15,20]]"));
}

TEST_F(ExplainTest, BuildKeepsOpenRelationsThatTheOntologyLacks) {
  write_file(folder_ / "a.txt", "France outlived Italy. France accused Spain.\n");
  ASSERT_EQ(sh("actant build a.txt --open --graph g").code, 0);
  const std::string edges = sh("actant query g --csv").out;
  EXPECT_THAT(edges, HasSubstr("open:outlive"));
  EXPECT_THAT(edges, HasSubstr("accused"));
  EXPECT_THAT(edges, Not(HasSubstr("open:accuse")));
}

}  // namespace
}  // namespace actant::test
