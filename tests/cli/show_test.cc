// show, why and stats over the articles of tests/data/wire.jsonl.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class GraphReadTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    load_wire();
  }
  std::string fine(const std::string& line) const {
    const Outcome outcome = sh(line);
    EXPECT_EQ(outcome.code, 0) << line;
    EXPECT_EQ(outcome.err, "") << line;
    return outcome.out;
  }
};

class ShowTest : public GraphReadTest {};
class WhyTest : public GraphReadTest {};
class StatsTest : public GraphReadTest {};

TEST_F(ShowTest, TellsNamesPositionsRelationsAndDates) {
  expect_golden("show/person.txt", fine("actant show g araghchi"));
  expect_golden("show/place.txt", fine("actant show g place:Iran"));
}

TEST_F(ShowTest, JsonHoldsEveryEdgeOfTheNode) {
  const json profile = json::parse(fine("actant show g Iran --json"));
  EXPECT_EQ(profile["node"]["name"], "Iran");
  EXPECT_EQ(profile["node"]["articles"], 3);
  EXPECT_EQ(profile["held_by"][0]["title"], "foreign minister");
  EXPECT_EQ(profile["edges"].size(), 3U);
}

TEST_F(ShowTest, AmbiguousAndUnknownNamesExitWith1) {
  EXPECT_EQ(sh("actant show g Khan").code, 1);
  EXPECT_EQ(sh("actant show g Nobody").code, 1);
  EXPECT_EQ(sh("actant show g '?'").code, 2);
}

TEST_F(WhyTest, ShowsEachSentenceWithArticleDateAndSource) {
  expect_golden("why/accused.txt", fine("actant why g Iran accused Israel"));
}

TEST_F(WhyTest, TellsWhoClaimsIt) {
  EXPECT_THAT(fine("actant why g Israel threatened Iran"), HasSubstr("according to Abbas Araghchi"));
}

TEST_F(WhyTest, LimitKeepsTheSurestSentences) {
  const json edges = json::parse(fine("actant why g Iran accused Israel --limit 1 --json"));
  ASSERT_EQ(edges[0]["evidence"].size(), 1U);
  EXPECT_EQ(edges[0]["evidence"][0]["article"]["doc"], "w2");
}

TEST_F(WhyTest, FiltersLeaveOutSentences) {
  const json edges = json::parse(fine("actant why g Iran accused Israel --until 2025-06-10 --json"));
  ASSERT_EQ(edges[0]["evidence"].size(), 1U);
  EXPECT_EQ(edges[0]["evidence"][0]["article"]["doc"], "w1");
  EXPECT_EQ(edges[0]["evidence"][0]["text"], "Iran condemned Israel over the strikes.");
}

TEST_F(StatsTest, CountsAndRanks) { expect_golden("stats/wire.txt", fine("actant stats g --top 3")); }

TEST_F(StatsTest, JsonAgreesWithTheText) {
  const json stats = json::parse(fine("actant stats g --json --top 1"));
  EXPECT_EQ(stats["counts"]["articles"], 5);
  EXPECT_EQ(stats["counts"]["edges"], 10);
  EXPECT_EQ(stats["nodes_by_type"]["person"], 5);
  EXPECT_EQ(stats["top_by_degree"].size(), 1U);
  EXPECT_EQ(stats["first_date"], "2025-06-01");
}

}  // namespace
}  // namespace actant::test
