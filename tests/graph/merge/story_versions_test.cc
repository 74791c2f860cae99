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

}  // namespace
}  // namespace actant
