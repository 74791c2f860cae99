#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PatternQueryTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    load_wire();
  }
  std::string query(const std::string& pattern, const std::string& flags = {}) const {
    const Outcome outcome = sh("actant query g '" + pattern + "' " + flags);
    EXPECT_EQ(outcome.code, 0) << pattern << outcome.err;
    EXPECT_EQ(outcome.err, "") << pattern;
    return outcome.out;
  }
};

TEST_F(PatternQueryTest, JoinsPrintAsTableJsonAndCsv) {
  const std::string pattern = "?x holds-position ?land . ?x met-with ?y";
  expect_golden("query/pattern.txt", query(pattern + " order by ?x, ?y"));
  expect_golden("query/pattern.csv", query(pattern + " order by ?x, ?y", "--csv"));
  const json rows = json::parse(query(pattern, "--json"));
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0]["?x"]["type"], "person");
  EXPECT_EQ(rows[0]["edges"].size(), 2U);
  EXPECT_EQ(rows[0]["edges"][0]["relation"], "holds-position");
}

TEST_F(PatternQueryTest, CountsAndLimits) {
  EXPECT_THAT(query("Iran accused ?x count"), StartsWith("count\n"));
  EXPECT_EQ(json::parse(query("?x accused ?y count by ?x", "--json"))[0]["?x"]["name"], "Iran");
  EXPECT_EQ(json::parse(query("?x any ?y", "--json --limit 1")).size(), 1U);
  EXPECT_EQ(json::parse(query("Iran accused Israel", "--json --since 2025-06-10"))[0]["articles"], 1);
  EXPECT_EQ(json::parse(query("Iran accused Israel", "--json"))[0]["articles"], 2);
}

TEST_F(PatternQueryTest, ThePlanSaysWhatWasExpectedAndFound) {
  EXPECT_THAT(query("?x met-with ?y . ?x holds-position Iran", "--explain"),
              HasSubstr("edges to the object: ?x holds-position \"Iran\"  (expected "));
}

TEST_F(PatternQueryTest, AMistakeNamesItsPlace) {
  const Outcome outcome = sh("actant query missing '?x met-with ?y . ?y holds-positon Iran'");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "actant query: PATTERN, column 21, at 'holds-positon Iran': 'holds-positon' is no relation (did you mean "
            "holds-position?); see 'actant query --help'\n");
  EXPECT_EQ(sh("actant query g '?x accused ?y' --negated").code, 2);
  EXPECT_EQ(sh("actant query g '?x accused ?y' --type person").code, 2);
  EXPECT_EQ(sh("actant query g Iran --explain").code, 2);
  const Outcome unknown = sh("actant query g '?x accused Nobody Atall'");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.err, StartsWith("actant: no node is called 'Nobody Atall'"));
  EXPECT_EQ(sh("actant query g 'Oman attacked ?x'").err, "actant: nothing matches\n");
}

TEST_F(PatternQueryTest, PathsHaveASentenceForEachStep) {
  const Outcome outcome = sh("actant path g 'Badr Albusaidi' Iran");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  expect_golden("path/two-hops.txt", outcome.out);
  const json result = json::parse(sh("actant path g 'Badr Albusaidi' Iran --json -k 2 --by strength").out);
  EXPECT_TRUE(result["complete"]);
  EXPECT_EQ(result["paths"][0]["edges"].size(), result["paths"][0]["hops"]);
  EXPECT_FALSE(result["paths"][0]["edges"][0]["evidence"]["text"].empty());
  const Outcome none = sh("actant path g 'Badr Albusaidi' Iran --relation attacked");
  EXPECT_EQ(none.code, 0);
  EXPECT_THAT(none.err, StartsWith("actant: no path of at most 6 hops between"));
  EXPECT_EQ(sh("actant path g Nobody Iran").code, 1);
  EXPECT_EQ(sh("actant path g Iran").code, 2);
  EXPECT_EQ(sh("actant path g Iran Oman --by luck").code, 2);
}

/// A sure way of two steps, a doubtful one of one step, and another name.
constexpr const char* kWays =
    R"({"doc": {"id": "a1", "date": "2024-01-02"}, "text": "Ada met Bea. Bea met Cleo. Ada accused Cleo.", "entities": [{"id": "e1", "type": "person", "name": "Ada Aal", "mentions": [{"start": 0, "end": 3}, {"start": 27, "end": 30}]}, {"id": "e2", "type": "person", "name": "Bea Bos", "mentions": [{"start": 8, "end": 11}, {"start": 13, "end": 16}]}, {"id": "e3", "type": "person", "name": "Cleo Cox", "mentions": [{"start": 21, "end": 25}, {"start": 39, "end": 43}]}], "relations": [{"subject": "e1", "relation": "met-with", "object": "e2", "confidence": 0.95, "evidence": [{"start": 0, "end": 12}]}, {"subject": "e2", "relation": "met-with", "object": "e3", "confidence": 0.95, "evidence": [{"start": 13, "end": 26}]}, {"subject": "e1", "relation": "accused", "object": "e3", "confidence": 0.5, "evidence": [{"start": 27, "end": 44}]}, {"subject": "e1", "relation": "also-known-as", "object": "Ada the Elk", "confidence": 0.9, "evidence": [{"start": 0, "end": 12}]}]}
{"doc": {"id": "a2", "date": "2025-03-04"}, "text": "Bea visited Cleo.", "entities": [{"id": "e2", "type": "person", "name": "Bea Bos", "mentions": [{"start": 0, "end": 3}]}, {"id": "e3", "type": "person", "name": "Cleo Cox", "mentions": [{"start": 12, "end": 16}]}], "relations": [{"subject": "e2", "relation": "visited", "object": "e3", "confidence": 0.6, "evidence": [{"start": 0, "end": 17}]}]}
)";

TEST_F(PatternQueryTest, PathsByStrengthTakeTheSurerWayAndKeepToTheFilters) {
  write_file(folder_ / "w.jsonl", kWays);
  ASSERT_EQ(sh("actant load w.jsonl --graph w").code, 0);
  const auto hops = [&](const std::string& options) {
    const json result = json::parse(sh("actant path w 'Ada Aal' 'Cleo Cox' --json " + options).out);
    return result["paths"].empty() ? 0 : result["paths"][0]["hops"].get<int>();
  };
  EXPECT_EQ(hops(""), 1);
  EXPECT_EQ(hops("--by strength"), 2);  // 0.95² · 0.9² is more than 0.5 · 0.9
  EXPECT_EQ(hops("--by strength --relation accused"), 1);
  EXPECT_EQ(hops("--relation met-with"), 2);
  EXPECT_EQ(hops("--since 2025"), 0);
  const json both = json::parse(sh("actant path w 'Ada Aal' 'Cleo Cox' --json --by strength -k 2").out);
  ASSERT_EQ(both["paths"].size(), 2U);
  EXPECT_EQ(both["paths"][1]["hops"], 1);
  for (const json& path : both["paths"]) {
    for (const json& edge : path["edges"]) EXPECT_FALSE(edge["evidence"]["text"].get<std::string>().empty());
  }
  EXPECT_EQ(json::parse(sh("actant timeline w 'Bea Bos' 'Cleo Cox' --json --since 2025").out).size(), 1U);
  EXPECT_EQ(json::parse(sh("actant timeline w 'Bea Bos' 'Cleo Cox' --json").out).size(), 2U);
}

TEST_F(PatternQueryTest, AnotherNameIsNoNeighbour) {
  write_file(folder_ / "w.jsonl", kWays);
  ASSERT_EQ(sh("actant load w.jsonl --graph w").code, 0);
  const Outcome ranked = sh("actant top w --json");
  EXPECT_THAT(ranked.out, Not(HasSubstr("Elk")));
  EXPECT_EQ(json::parse(ranked.out)[0]["degree"], 2);
  EXPECT_THAT(sh("actant top w --json --relation also-known-as").out, HasSubstr("Elk"));
}

TEST_F(PatternQueryTest, NeighborsAndTimelines) {
  const json near = json::parse(sh("actant neighbors g Iran --hops 2 --json").out);
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near[0]["hops"], 1);
  EXPECT_THAT(sh("actant neighbors g Iran --csv -n 1").out, StartsWith("hops,links,articles,node_id,node,"));
  EXPECT_THAT(sh("actant neighbors g Iran").out, HasSubstr("Israel"));
  expect_golden("timeline/pair.txt", sh("actant timeline g Iran Israel --sentences").out);
  const json events = json::parse(sh("actant timeline g Iran --json --reverse").out);
  ASSERT_GE(events.size(), 2U);
  EXPECT_GE(events[0]["date"], events[1]["date"]);
  EXPECT_THAT(sh("actant timeline g Iran --csv").out, StartsWith("date,event_articles,"));
}

TEST_F(PatternQueryTest, RankingsCommunitiesAndBridges) {
  for (const char* measure : {"degree", "strength", "pagerank", "betweenness", "coreness"}) {
    const Outcome outcome = sh(std::string("actant top g --json --by ") + measure);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const json rows = json::parse(outcome.out);
    ASSERT_FALSE(rows.empty()) << measure;
    EXPECT_GE(rows[0][measure].get<double>(), rows.back()[measure].get<double>());
  }
  EXPECT_THAT(sh("actant top g --json").out, Not(HasSubstr("\"type\":\"statement\"")));
  EXPECT_THAT(sh("actant top g --json --type statement,person,place").out, HasSubstr("\"type\":\"statement\""));
  EXPECT_THAT(sh("actant top g --csv").out, StartsWith("degree,node_id,node,node_type\n"));
  EXPECT_EQ(sh("actant top g --sample 5").code, 2);
  const json groups = json::parse(sh("actant communities g --json").out);
  ASSERT_FALSE(groups.empty());
  EXPECT_EQ(groups[0]["size"], groups[0]["nodes"].size());
  EXPECT_THAT(sh("actant communities g").out, HasSubstr("modularity"));
  EXPECT_THAT(sh("actant bridges g --csv").out, StartsWith("cut_off,inner_id,"));
  EXPECT_THAT(sh("actant bridges g --nodes --csv").out, StartsWith("cut_off,node_id,"));
  EXPECT_EQ(json::parse(sh("actant bridges g --json -n 1").out).size(), 1U);
}

}  // namespace
}  // namespace actant::test
