// Versions of wire stories (tests/data/story_versions.txt): what the whole way through a graph links, bands and all.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "graph/store/store.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

TEST(StoryVersionsTest, VersionsOfOneStoryAreLinkedAndOtherReportsAreNot) {
  const test::TempDir dir;
  const auto store = Store::open(dir / "graph");
  std::ifstream file(std::string(ACTANT_SOURCE_DIR) + "/tests/data/story_versions.txt");
  std::vector<Record> records;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) {
      std::istringstream words(line.substr(3));
      std::string event, story, version;
      words >> event >> story >> version;
      records.emplace_back().doc.id = event + " " + story + " " + version;
      records.back().doc.date = "2025-03-0" + std::to_string(version.size());
    } else if (!line.starts_with("#")) {
      records.back().text += line + "\n";
    }
  }
  ASSERT_GE(records.size(), 50u);
  for (const Record& record : records) store->add(record);
  store->resolve();
  // Stories by their original, and what the ids say.
  std::map<ArticleId, std::set<std::string>> stories;
  std::map<std::string, std::set<ArticleId>> originals;
  for (const Record& record : records) {
    const ArticleId original = store->article(ArticleId::of(record.doc.id))->original;
    const std::string story = record.doc.id.substr(0, record.doc.id.rfind(' '));
    stories[original].insert(story);
    originals[story].insert(original);
  }
  for (const auto& [original, names] : stories) EXPECT_EQ(names.size(), 1u) << *names.begin();
  size_t apart = 0;
  for (const auto& [story, ids] : originals) apart += ids.size() - 1;
  EXPECT_LE(apart, 2u) << "versions that were not linked with their story";
}

TEST(StoryVersionsTest, ABriefOfAnyLengthIsEvidenceOnceForAllWhoPrintIt) {
  const test::TempDir dir;
  const auto store = Store::open(dir / "graph");
  const auto add = [&](const std::string& id, const std::string& text) {
    Record record;
    record.doc.id = id;
    record.doc.date = "2025-03-01";
    record.text = text;
    const auto length = static_cast<uint32_t>(text.size());
    record.entities = {{"e1", EntityType::kPlace, "France", {{{0, 6}}}, "", ""},
                       {"e2", EntityType::kPlace, "Germany", {{{15, 22}}}, "", ""}};
    record.relations.emplace_back();
    record.relations[0].subject = "e1";
    record.relations[0].type = RelationType::kSupports;
    record.relations[0].object = "e2";
    record.relations[0].evidence = {{0, length}};
    store->add(record);
  };
  const auto articles = [&] {
    store->resolve();
    uint32_t count = 0;
    store->for_each_edge([&](const Edge& edge) {
      count = edge.articles;
      return true;
    });
    return count;
  };
  add("a", "France praised Germany.");
  add("b", "FRANCE praised Germany");
  EXPECT_EQ(articles(), 1u);
  add("c", "France praised Germany anew.");
  EXPECT_EQ(articles(), 2u);
  store->count_duplicates(true);
  EXPECT_EQ(articles(), 3u);
}

}  // namespace
}  // namespace actant
