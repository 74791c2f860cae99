#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class QueryTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    load_wire();
  }
  /// Runs a query that must be fine, with nothing on standard error.
  std::string query(const std::string& arguments) const {
    const Outcome outcome = sh("actant query g " + arguments);
    EXPECT_EQ(outcome.code, 0) << arguments;
    EXPECT_EQ(outcome.err, "") << arguments;
    return outcome.out;
  }
  size_t count(const std::string& arguments) const { return json::parse(query(arguments + " --json")).size(); }
};

TEST_F(QueryTest, TableIsSortedBySupport) { expect_golden("query/all.txt", query("'?' '?' '?'")); }

TEST_F(QueryTest, JsonHasEveryField) { expect_golden("query/accused.json", query("Iran accused Israel --json")); }

TEST_F(QueryTest, CsvHasAHeader) { expect_golden("query/met-with.csv", query("'?' met-with '?' --csv")); }

TEST_F(QueryTest, SymmetricRelationsMatchFromBothEndsAndAreTurned) {
  const json edges = json::parse(query("'Badr Albusaidi' met-with --affirmed --modality actual --json"));
  ASSERT_EQ(edges.size(), 1U);
  EXPECT_EQ(edges[0]["subject"]["name"], "Badr Albusaidi");
  EXPECT_EQ(edges[0]["object"]["name"], "Abbas Araghchi");
  EXPECT_EQ(count("'?' met-with 'Badr Albusaidi'"), 2U);
}

TEST_F(QueryTest, NamesMatchByAliasCaseDiacriticsAndId) {
  EXPECT_EQ(count("araghchi"), 4U);
  EXPECT_EQ(count("'sigrun halldorsdottir' supports"), 1U);
  const json edges = json::parse(query("Araghchi holds-position --json"));
  EXPECT_EQ(count(edges[0]["subject"]["id"].get<std::string>()), 4U);
}

TEST_F(QueryTest, FiltersNarrowWhatAnEdgeIsWorth) {
  EXPECT_EQ(json::parse(query("Iran accused Israel --json"))[0]["articles"], 2);
  const json since = json::parse(query("Iran accused Israel --since 2025-06-10 --json"));
  ASSERT_EQ(since.size(), 1U);
  EXPECT_EQ(since[0]["articles"], 1);
  EXPECT_EQ(since[0]["first_date"], "2025-06-14");
  EXPECT_EQ(count("Iran accused Israel --since 2025-06 --min-articles 2"), 1U);
  EXPECT_EQ(count("Iran accused Israel --since 2025-06-10 --min-articles 2"), 0U);
  EXPECT_EQ(count("--until 2025-06"), 5U);
  EXPECT_EQ(count("--source 'gulf daily' '?' accused"), 2U);
  EXPECT_EQ(count("--type person"), 2U);
  EXPECT_EQ(count("--negated"), 1U);
  EXPECT_EQ(count("--modality planned"), 1U);
  EXPECT_EQ(count("--min-confidence 0.95"), 1U);
  EXPECT_EQ(count("'?' accused,supports"), 4U);
  EXPECT_EQ(count("--limit 3"), 3U);
}

TEST_F(QueryTest, NothingFoundIsNoError) {
  const Outcome outcome = sh("actant query g Oman attacked '?'");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "actant: no edge matches\n");
  EXPECT_EQ(query("Oman attacked --json"), "[]\n");
}

TEST_F(QueryTest, AmbiguousNamesListTheCandidates) {
  const Outcome outcome = sh("actant query g Khan");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, StartsWith("actant: 'Khan' may be any of 2 nodes"));
  EXPECT_THAT(outcome.err, HasSubstr("Imran Khan (person, p-"));
  EXPECT_THAT(outcome.err, HasSubstr("Sadiq Khan (person, p-"));
  EXPECT_EQ(count("Khan --all"), 2U);
}

TEST_F(QueryTest, UnknownNamesAreAnsweredWithTheNearest) {
  const Outcome outcome = sh("actant query g 'Abbas Araqchi'");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, StartsWith("actant: no node is called 'Abbas Araqchi'; the nearest name"));
  EXPECT_THAT(outcome.err, HasSubstr("'Abbas Araghchi'"));
  EXPECT_EQ(sh("actant query g p-000000000000000").err, "actant: the graph has no node 'p-000000000000000'\n");
}

TEST_F(QueryTest, WrongUsageExitsWith2) {
  EXPECT_EQ(sh("actant query").code, 2);
  EXPECT_EQ(sh("actant query g Iran acused").err,
            "actant query: RELATION: 'acused' is no relation (did you mean accused?); see 'actant query --help'\n");
  EXPECT_EQ(sh("actant qery g").err, "actant: unknown command 'qery' (did you mean query?); see 'actant help'\n");
  EXPECT_EQ(sh("actant").code, 2);
}

TEST_F(QueryTest, ADirectoryThatIsNoGraphIsOneLine) {
  for (const char* directory : {"missing", "."}) {
    const Outcome outcome = sh(std::string("actant query ") + directory);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_THAT(outcome.err, StartsWith("actant: "));
  }
}

TEST_F(QueryTest, AClosedPipeIsNoError) {
  const Outcome outcome = sh("set -o pipefail; actant query g --json | true");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(QueryTest, HelpAndVersionGoToStandardOutput) {
  expect_golden("query/help.txt", query("--help"));
  EXPECT_THAT(sh("actant --version").out, StartsWith("actant 0."));
  EXPECT_THAT(sh("actant --help").out, HasSubstr("Commands:"));
  EXPECT_EQ(sh("actant help query").out, query("--help"));
}

TEST_F(QueryTest, ColorsAreForTerminalsOnly) {
  EXPECT_EQ(query("Iran").find('\x1b'), std::string::npos);
  EXPECT_EQ(sh("actant why g Iran accused Israel").out.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace actant::test
