// The test sets of tests/data/who: floors below what is reached, and results that do not depend on the order of
// articles.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>

#include "graph/store/merge_graphs.h"
#include "tests/support/temp_dir.h"
#include "tests/support/who_sets.h"

namespace actant {
namespace {

const std::string kFolder = std::string(ACTANT_SOURCE_DIR) + "/tests/data/who";

TEST(WhoIsWhoTest, PairsOfNamesOfAllRegionsReachTheirFloors) {
  const auto dev = test::score_pairs(kFolder, "dev"), held_back = test::score_pairs(kFolder, "test");
  EXPECT_GE(dev.pairs, 400u);
  EXPECT_GE(dev.counts.precision(), 0.985);
  EXPECT_GE(dev.counts.f1(), 0.975);
  EXPECT_GE(held_back.counts.precision(), 0.985);
  EXPECT_GE(held_back.counts.f1(), 0.945);
}

TEST(WhoIsWhoTest, StoriesOfHomonymsReachTheirFloors) {
  const test::TempDir dir;
  for (const char* part : {"dev", "test"}) {
    const auto score = test::score_stories(kFolder, part, dir / "graph");
    EXPECT_GE(score.mentions, 60) << part;
    EXPECT_GE(score.pairwise.f1(), 0.97) << part;
    EXPECT_GE(score.f1(), 0.98) << part;
  }
}

TEST(WhoIsWhoTest, TheOrderOfArticlesDoesNotMatter) {
  const test::TempDir dir;
  const auto store = Store::open(dir / "graph");
  std::mt19937 random(5);
  for (const auto& story : test::read_stories(kFolder, "dev")) {
    auto records = test::story_records(story);
    std::string expected;
    for (int round = 0; round < 4; ++round) {
      for (size_t i = 0; i < records.size(); ++i) {
        store->add(records[i]);
        if (round > 1 && i == records.size() / 2) store->resolve();  // nor does a resolution half-way
      }
      store->resolve();
      const std::string graph = test::dump(*store);
      if (expected.empty()) expected = graph;
      EXPECT_EQ(graph, expected) << story.name;
      test::remove_all(*store, records);
      std::shuffle(records.begin(), records.end(), random);
    }
  }
}

TEST(WhoIsWhoTest, AnySplitOverMachinesGivesTheSameNodes) {
  const test::TempDir dir;
  std::vector<Record> records;  // of all stories, which have to do with each other then
  for (const auto& story : test::read_stories(kFolder, "dev")) {
    for (Record& record : test::story_records(story)) {
      record.doc.id = story.name + "/" + record.doc.id;
      records.push_back(std::move(record));
    }
  }
  const auto whole = Store::open(dir / "whole");
  whole->add_all(records);
  whole->resolve();
  const std::string expected = test::dump(*whole);
  std::mt19937 random(3);
  for (const size_t machines : {2, 3, 5}) {
    std::vector<std::vector<Record>> parts(machines);
    for (const Record& record : records) parts[random() % machines].push_back(record);
    std::vector<std::string> graphs;
    for (const auto& part : parts) {
      graphs.push_back(dir / (std::to_string(machines) + "-" + std::to_string(graphs.size())));
      const auto store = Store::open(graphs.back());
      store->add_all(part);
      store->resolve();
    }
    const auto joined = Store::open(dir / ("joined-" + std::to_string(machines)));
    merge_graphs(*joined, graphs);
    joined->resolve();
    EXPECT_EQ(test::dump(*joined), expected) << machines << " machines";
  }
}

TEST(WhoIsWhoTest, AllRegionsHavePairs) {
  std::ifstream file(kFolder + "/pairs.tsv");
  std::map<std::string, size_t> regions;
  for (std::string line; std::getline(file, line);) {
    const auto fields = test::split_text(line, "\t");
    if (fields.size() == 6 && line[0] != '#') ++regions[fields[1]];
  }
  EXPECT_GE(regions.size(), 14u);
  for (const auto& [region, pairs] : regions) EXPECT_GE(pairs, 8u) << region;
}

}  // namespace
}  // namespace actant
