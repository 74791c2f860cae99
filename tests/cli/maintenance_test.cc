// merge, remove, check, compact, backup, restore, and the flags of load that concern the whole graph.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class MaintenanceTest : public ProgramTest {};

TEST_F(MaintenanceTest, MergedGraphsAreTheGraphOfAll) {
  load_wire();
  ASSERT_EQ(sh("head -3 '" + data("wire.jsonl") + "' | actant load - -g a; tail -n +3 '" + data("wire.jsonl") +
               "' | actant load - -g b")
                .code,
            0);
  const Outcome merged = sh("actant merge all a b");
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_THAT(merged.out, StartsWith("merged 2 graphs: 5 articles added, 1 there already\n"));
  EXPECT_EQ(sh("actant query all --csv").out, sh("actant query g --csv").out);
  EXPECT_EQ(json::parse(sh("actant check all --json").out)["problems"], 0);
  EXPECT_THAT(sh("actant merge other a nowhere; ls other").err, HasSubstr("does not exist"));
}

// What persons decided in a graph goes with it; where two graphs decide otherwise the first wins and both sides are
// told.
TEST_F(MaintenanceTest, MergingTakesDecisionsAndWatchListsOver) {
  const auto record = [](const char* id, const char* name) {
    return std::string(R"({"doc": {"id": ")") + id + R"("}, "entities": [{"id": "e1", "type": "person", "name": ")" +
           name +
           R"("}, {"id": "e2", "type": "person", "name": "Ada Klein"}], "relations": [)"
           R"({"subject": "e1", "relation": "met-with", "object": "e2"}]})" +
           "\n";
  };
  write_file(folder_ / "a.jsonl", record("a1", "Mohammed Deif") + record("a2", "Diab Masri"));
  write_file(folder_ / "b.jsonl", record("b1", "Diab Masri") + record("b2", "Mohammed Deif"));
  write_file(folder_ / "list.tsv", "x7\tperson\tAda Klein\n");
  ASSERT_EQ(sh("actant load a.jsonl -g a && actant load b.jsonl -g b && actant resolve b --entities list.tsv").code, 0);
  ASSERT_EQ(sh("actant same b 'Mohammed Deif' 'Diab Masri' && actant rename b 'Ada Klein' 'Ada K.'").code, 0);
  const Outcome merged = sh("actant merge all a b");
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_THAT(merged.out, HasSubstr("taken over: 2 decisions, 1 entity of watch lists\n"));
  EXPECT_THAT(sh("actant why-same all 'Mohammed Deif' 'Diab Masri'").out, HasSubstr("decided by a person"));
  EXPECT_THAT(sh("actant show all 'Ada Klein'").out, HasSubstr("Ada K."));
  EXPECT_THAT(sh("actant export all --to nquads").out, HasSubstr("<urn:x-actant:entity:x7>"));
  ASSERT_EQ(sh("actant different a 'Mohammed Deif' 'Diab Masri' && actant rename a 'Ada Klein' Ada").code, 0);
  const Outcome torn = sh("actant merge torn a b");
  EXPECT_EQ(torn.code, 1);
  EXPECT_THAT(torn.err,
              HasSubstr("graph 'b' decides that 'Diab Masri' and 'Mohammed Deif' are the same, graph 'a' that"));
  EXPECT_THAT(torn.err, HasSubstr("'Ada Klein' is called 'Ada'; the latter was kept"));
  EXPECT_THAT(sh("actant why-same torn 'Mohammed Deif' 'Diab Masri'").out, HasSubstr("are two nodes"));
  EXPECT_EQ(sh("actant check torn").code, 0);
}

TEST_F(MaintenanceTest, BulkLoadingGivesTheSameGraph) {
  load_wire();
  const Outcome bulk = sh("actant load '" + data("wire.jsonl") + "' -g bulk --bulk");
  EXPECT_THAT(bulk.out, StartsWith("read 5 articles: 5 added")) << bulk.err;
  EXPECT_EQ(sh("actant query bulk --csv").out, sh("actant query g --csv").out);
  EXPECT_THAT(sh("actant load '" + data("wire.jsonl") + "' -g bulk --bulk").out, HasSubstr("nothing changed"));
}

TEST_F(MaintenanceTest, LoadingInStepsGivesTheSameGraph) {
  sh("python3 -c \"import json\nfor line in open('" + data("wire.jsonl") +
     "'):\n for i in range(400):\n  r = json.loads(line); "
     "r['doc']['id'] += str(i); print(json.dumps(r))\" > many.jsonl");
  ASSERT_EQ(sh("actant load many.jsonl -g one --bulk && actant load many.jsonl -g steps --step 1").code, 0);
  EXPECT_EQ(sh("actant query steps --csv").out, sh("actant query one --csv").out);
  EXPECT_THAT(sh("actant load many.jsonl -g steps --step 1").out, HasSubstr("nothing changed"));
  EXPECT_EQ(sh("actant check steps").code, 0);
  EXPECT_EQ(sh("actant load many.jsonl -g steps --step 1 --bulk").code, 2);
  EXPECT_EQ(sh("actant load many.jsonl -g steps --step 0").code, 2);
}

TEST_F(MaintenanceTest, RemovesByIdSourceAndDate) {
  load_wire();
  const json before = json::parse(sh("actant stats g --json").out);
  const std::string id = json::parse(sh("head -1 '" + data("wire.jsonl") + "'").out)["doc"]["id"];
  EXPECT_EQ(sh("actant remove g '" + id + "' --dry-run").out, "1 article would be removed\n");
  EXPECT_THAT(sh("actant remove g '" + id + "'").out, StartsWith("removed 1 article\ngraph g: 4 articles, "));
  const Outcome gone = sh("actant remove g '" + id + "'");
  EXPECT_EQ(gone.code, 1);
  EXPECT_EQ(gone.err, "actant: no article '" + id + "' in g\n");
  sh("head -1 '" + data("wire.jsonl") + "' | actant load - -g g");
  EXPECT_EQ(json::parse(sh("actant stats g --json").out), before);
  EXPECT_EQ(json::parse(sh("actant remove g --before 2100 --json").out)["edges"], 0);
  EXPECT_EQ(sh("actant remove g").code, 2);
  EXPECT_EQ(sh("actant check g").code, 0);
}

// Without the articles of one publisher, or those before a day, the graph is what it would be had they never been read.
TEST_F(MaintenanceTest, WhatOnlyRemovedArticlesSupportedIsGone) {
  const std::pair<std::string, std::string> cases[] = {{"--source 'Gulf Daily'", "\"source\": *\"Gulf Daily"},
                                                       {"--before 2025-07", "\"date\": *\"2025-06"}};
  for (const auto& [flag, lines] : cases) {
    sh("rm -rf g rest");
    load_wire();
    ASSERT_EQ(sh("grep -v '" + lines + "' '" + data("wire.jsonl") + "' | actant load - -g rest").code, 0);
    const std::string all = sh("actant query g --csv").out;
    EXPECT_EQ(sh("actant remove g " + flag).code, 0) << flag;
    EXPECT_NE(sh("actant query g --csv").out, all) << flag;
    EXPECT_EQ(sh("actant query g --csv").out, sh("actant query rest --csv").out) << flag;
    EXPECT_EQ(sh("actant stats g --json").out, sh("actant stats rest --json").out) << flag;
    EXPECT_EQ(sh("actant check g").code, 0);
  }
}

TEST_F(MaintenanceTest, BackupsComeBackAndCompactionChangesNothing) {
  load_wire();
  EXPECT_THAT(sh("actant backup g b").out, StartsWith("backed up g to b: "));
  EXPECT_EQ(sh("actant compact g").code, 0);
  EXPECT_EQ(sh("actant restore b r").code, 0);
  EXPECT_EQ(sh("actant query r --csv").out, sh("actant query g --csv").out);
  EXPECT_EQ(sh("actant restore b g").code, 1);
  EXPECT_THAT(sh("actant compact nowhere; ls").err, HasSubstr("does not exist"));
  EXPECT_EQ(sh("actant check r").out.substr(0, 18), "checked 5 articles");
}

TEST_F(MaintenanceTest, ADamagedGraphIsTold) {
  load_wire();
  const Outcome outcome =
      sh("for f in g/*.sst; do printf damage | dd of=$f bs=1 seek=20 conv=notrunc status=none; done; actant check g");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("actant: checksums: "));
}

}  // namespace
}  // namespace actant::test
