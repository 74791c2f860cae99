// Bulk loading and merging make the graph that add() makes; check_graph() says what is wrong with a graph.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "graph/model/error.h"
#include "graph/store/backup.h"
#include "graph/store/bulk_loader.h"
#include "graph/store/check_graph.h"
#include "graph/store/internal/database.h"
#include "graph/store/merge_graphs.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using test::dump;
using test::TempDir;
using testing::HasSubstr;
using testing::IsEmpty;

/// Articles of few actors that meet again and again, some with open relations, statements and no date.
std::vector<Record> random_records(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const char* people[] = {"Abel Quist", "Berta Rask", "Cyrus Tonn", "Dalia Umber", "Edgar Voss", "Fay Wren/FRA"};
  const char* relations[] = {"accused", "met-with", "supports", "open:write_to", "!visited"};
  std::vector<Record> records;
  for (size_t i = 0; i < count; ++i) {
    std::string world;
    const std::string place = " @a" + std::to_string(seed) + "-" + std::to_string(i) +
                              (random() % 5 == 0 ? "" : " 20" + std::to_string(10 + random() % 15) + "-03-04") + "\n";
    for (size_t lines = 1 + random() % 4; lines > 0; --lines) {
      const size_t subject = random() % 6, object = (subject + 1 + random() % 5) % 6;
      world += std::string(people[subject]) + " -" + relations[random() % 5] + "-> " + people[object] + place;
    }
    if (random() % 3 == 0) world += std::string(people[random() % 6]) + " -stated-> we will see what comes" + place;
    records.push_back(test::small_world(world).at(0));
  }
  return records;
}

class BulkTest : public testing::Test {
 protected:
  std::string path(const std::string& name) { return dir_ / name; }

  // The dump of a graph that add() builds.
  std::string expected(const std::vector<Record>& records) {
    auto store = Store::open(path("expected" + std::to_string(++made_)));
    for (const Record& record : records) store->add(record);
    store->resolve();
    return dump(*store);
  }

  std::vector<std::string> problems(const std::string& name) {
    std::vector<std::string> result;
    check_graph(path(name), [&](const std::string& text) { result.push_back(text); });
    return result;
  }

  TempDir dir_;
  int made_ = 0;
};

TEST_F(BulkTest, LoadsWhatAddWouldMake) {
  const auto records = random_records(200, 1);
  for (const size_t memory : {size_t{16} << 10, size_t{64} << 20}) {  // many runs; one
    auto store = Store::open(path("bulk" + std::to_string(memory)));
    BulkOptions options;
    options.memory_bytes = memory;
    BulkLoader loader(*store, options);
    for (const Record& record : records) EXPECT_EQ(loader.add(record), AddResult::kAdded);
    EXPECT_EQ(loader.add(records[7]), AddResult::kUnchanged);
    EXPECT_EQ(store->counts().articles, 0u) << "nothing is there before finish()";
    loader.finish();
    store->resolve();
    EXPECT_EQ(dump(*store), expected(records)) << memory;
    store->flush();
    store.reset();
    EXPECT_THAT(problems("bulk" + std::to_string(memory)), IsEmpty());
  }
}

TEST_F(BulkTest, InStepsTheGraphGrowsWhileItIsLoadedAndIsTheSame) {
  auto records = random_records(200, 1);
  auto changed = random_records(200, 2);
  BulkOptions options;
  options.step_bytes = size_t{32} << 10;
  {
    auto store = Store::open(path("steps"));
    BulkLoader loader(*store, options);
    uint64_t steps = 0, seen = 0;
    for (size_t i = 0; i < records.size(); ++i) {
      EXPECT_EQ(loader.add(records[i]), AddResult::kAdded);
      if (i % 20 == 19) {  // another content of an article of an earlier step, and of this one
        for (const size_t other : {i - 19, i - 1}) {
          changed[other].doc.id = records[other].doc.id;
          EXPECT_EQ(loader.add(changed[other]), AddResult::kReplaced);
          records[other] = changed[other];
        }
      }
      const uint64_t stored = store->counts().articles;
      steps += stored > seen ? 1 : 0;
      seen = stored;
    }
    EXPECT_GT(steps, 3u);
    EXPECT_LT(seen, 200u);
    // What is not finished is forgotten, the steps before are not.
  }
  auto store = Store::open(path("steps"));
  const uint64_t kept = store->counts().articles;
  EXPECT_GT(kept, 50u);
  EXPECT_LT(kept, 200u);
  BulkLoader loader(*store, options);
  for (const Record& record : records) loader.add(record);
  loader.finish();
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
  store.reset();
  EXPECT_THAT(problems("steps"), IsEmpty());
}

TEST_F(BulkTest, AddAllMakesWhatAddWouldMake) {
  auto records = random_records(200, 1);
  auto store = Store::open(path("grouped"));
  store->add(records[3]);
  Record changed = random_records(10, 2)[9];
  changed.doc.id = records[9].doc.id;
  std::vector<Record> group(records.begin(), records.begin() + 100);
  group.push_back(records[7]);  // again
  group.push_back(changed);     // in place of one of the same group
  const auto results = store->add_all(group);
  ASSERT_EQ(results.size(), 102u);
  EXPECT_EQ(results[3], AddResult::kUnchanged);
  EXPECT_EQ(results[4], AddResult::kAdded);
  EXPECT_EQ(results[100], AddResult::kUnchanged);
  EXPECT_EQ(results[101], AddResult::kReplaced);
  records[9] = changed;
  EXPECT_EQ(store->counts().articles, 100u);
  Record broken;
  group.assign(records.begin() + 100, records.end());
  group.push_back(broken);
  EXPECT_THROW(store->add_all(group), InvalidArgument);
  EXPECT_EQ(store->counts().articles, 100u) << "none of them is added";
  group.pop_back();
  store->add_all(group);
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
  store.reset();
  EXPECT_THAT(problems("grouped"), IsEmpty());
}

TEST_F(BulkTest, CompactingDropsWhatWasReplacedInTablesOfABulkLoadToo) {
  const auto size_of = [&] {
    uint64_t sum = 0;
    for (const auto& file : std::filesystem::directory_iterator(path("bulk"))) {
      if (file.path().extension() == ".sst") sum += file.file_size();
    }
    return sum;
  };
  const auto records = random_records(300, 1);
  auto store = Store::open(path("bulk"));
  BulkLoader loader(*store);
  for (const Record& record : records) loader.add(record);
  loader.finish();
  store->compact();
  const uint64_t full = size_of();
  for (size_t i = 30; i < records.size(); ++i) store->remove(ArticleId::of(records[i].doc.id));
  store->resolve();
  store->compact();
  EXPECT_LT(size_of(), full / 2);
  store.reset();
  EXPECT_THAT(problems("bulk"), IsEmpty());
}

TEST_F(BulkTest, AddsToAGraphThatHasArticlesAndReplacesThem) {
  auto records = random_records(60, 1);
  auto store = Store::open(path("bulk"));
  for (size_t i = 0; i < 30; ++i) store->add(records[i]);
  store->resolve();
  // Articles 10 to 19 come with other content, 50 twice in one load.
  auto changed = random_records(60, 2);
  for (size_t i = 0; i < 60; ++i) changed[i].doc.id = records[i].doc.id;
  BulkLoader loader(*store);
  for (size_t i = 10; i < 60; ++i) {
    const bool replaces = i < 20;
    EXPECT_EQ(loader.add(replaces ? changed[i] : records[i]), replaces ? AddResult::kReplaced
                                                              : i < 30 ? AddResult::kUnchanged
                                                                       : AddResult::kAdded);
    if (replaces) records[i] = changed[i];
  }
  EXPECT_EQ(loader.add(changed[50]), AddResult::kReplaced);
  records[50] = changed[50];
  loader.finish();
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
  store.reset();
  EXPECT_THAT(problems("bulk"), IsEmpty());
}

TEST_F(BulkTest, AGraphIsAsItWasWhenALoadIsCutOff) {
  const auto records = random_records(40, 3);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto store = Store::open(path("bulk"));
    for (size_t i = 0; i < 10; ++i) store->add(records[i]);
    BulkOptions options;
    options.memory_bytes = 4096;
    BulkLoader loader(*store, options);
    for (size_t i = 10; i < 40; ++i) loader.add(records[i]);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(std::filesystem::exists(path("bulk/bulk.tmp")));
  auto store = Store::open(path("bulk"));
  EXPECT_FALSE(std::filesystem::exists(path("bulk/bulk.tmp")));
  EXPECT_EQ(store->counts().articles, 10u);
  BulkLoader loader(*store);
  for (const Record& record : records) loader.add(record);
  loader.finish();
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
}

class MergeGraphsTest : public BulkTest {
 protected:
  void build(const std::string& name, const std::vector<Record>& records) {
    auto store = Store::open(path(name));
    for (const Record& record : records) store->add(record);
    store->resolve();
    store->flush();
  }
};

TEST_F(MergeGraphsTest, GivesTheGraphOfOneBuild) {
  const auto records = random_records(90, 4);
  build("a", {records.begin(), records.begin() + 30});
  build("b", {records.begin() + 20, records.begin() + 70});  // ten articles in both
  build("c", {records.begin() + 70, records.end()});
  auto store = Store::open(path("merged"));
  const MergedGraphs merged = merge_graphs(*store, {path("a"), path("b"), path("c")});
  EXPECT_EQ(merged.added, 90u);
  EXPECT_EQ(merged.unchanged, 10u);
  EXPECT_EQ(merged.differing, 0u);
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
  EXPECT_EQ(merge_graphs(*store, {path("b")}).added, 0u);
  store.reset();
  EXPECT_THAT(problems("merged"), IsEmpty());
}

TEST_F(MergeGraphsTest, AddsToAGraphThatHasArticles) {
  const auto records = random_records(60, 5);
  build("a", {records.begin(), records.begin() + 40});
  build("b", {records.begin() + 20, records.end()});
  auto store = Store::open(path("a"));
  EXPECT_EQ(merge_graphs(*store, {path("b")}).added, 20u);
  store->resolve();
  EXPECT_EQ(dump(*store), expected(records));
  EXPECT_THROW(merge_graphs(*store, {path("a")}), InvalidArgument);
  EXPECT_THROW(merge_graphs(*store, {path("nowhere")}), InvalidArgument);
}

TEST_F(MergeGraphsTest, OfDifferingArticlesTheFirstGraphsCounts) {
  build("a", test::small_world("Abel Quist -accused-> Berta Rask @x"));
  build("b", test::small_world("Abel Quist -supports-> Berta Rask @x\nCyrus Tonn -supports-> Berta Rask @y"));
  auto store = Store::open(path("merged"));
  EXPECT_EQ(merge_graphs(*store, {path("a"), path("b")}).differing, 1u);
  store->resolve();
  EXPECT_THAT(test::edge_lines(*store), testing::UnorderedElementsAre("Abel Quist -accused-> Berta Rask x1",
                                                                      "Cyrus Tonn -supports-> Berta Rask x1"));
}

TEST_F(BulkTest, BackupsComeBack) {
  const auto records = random_records(20, 6);
  auto store = Store::open(path("g"));
  for (size_t i = 0; i < 10; ++i) store->add(records[i]);
  EXPECT_EQ(backup_graph(*store, path("backups")).backups, 1u);
  for (const Record& record : records) store->add(record);
  store->resolve();
  EXPECT_EQ(backup_graph(*store, path("backups")).backups, 2u);
  EXPECT_EQ(backup_graph(*store, path("backups"), 1).backups, 1u);
  const std::string before = dump(*store);
  EXPECT_THROW(restore_graph(path("backups"), path("g")), InvalidArgument) << "a graph is never overwritten";
  restore_graph(path("backups"), path("restored"));
  EXPECT_EQ(dump(*Store::open_read_only(path("restored"))), before);
  EXPECT_THROW(restore_graph(path("nowhere"), path("x")), InvalidArgument);
}

/// Opens a graph as a plain database and damages it.
class CheckGraphTest : public BulkTest {
 protected:
  void SetUp() override {
    {
      auto store = Store::open(path("g"));
      test::add_world(*store, R"(
        Abel Quist -accused-> Berta Rask @a1 2024-01-02
        Berta Rask -met-with-> Cyrus Tonn @a2 2024-01-03
        Cyrus Tonn -open:write_to-> Abel Quist @a2 2024-01-03
        Cyrus Tonn -stated-> it is over @a2 2024-01-03)");
      // A watch list entity, two spellings that a person says are one, and a story in two outlets.
      KnownEntity known;
      known.id = "Q1";
      known.type = EntityType::kPerson;
      known.names = {"Abel Quist"};
      store->add_known(known);
      for (const char* id : {"a3", "a4"}) {
        Record record =
            test::small_world("Berta Rask -accused-> Dalia Umber @" + std::string(id) + " 2024-01-04").at(0);
        record.text +=
            " The talks went on until late in the night behind closed doors of the old hotel by the lake. Neither side "
            "wanted to speak of a breakthrough when they left through the back entrance, and a spokeswoman for the "
            "mediators told reporters that a further round is planned for next month in another town.";
        store->add(record);
      }
      const auto node = [&](const char* name) { return store->find_members(name).at(0); };
      Decision decision;
      decision.kind = Decision::Kind::kSame;
      decision.a.id = node("Cyrus Tonn");
      decision.b.id = node("Dalia Umber");
      store->decide(decision);
      store->resolve();
      store->flush();
    }
    ASSERT_THAT(problems("g"), IsEmpty());
    std::filesystem::copy(path("g"), path("sound"), std::filesystem::copy_options::recursive);
  }

  void restore() {
    std::filesystem::remove_all(path("g"));
    std::filesystem::copy(path("sound"), path("g"), std::filesystem::copy_options::recursive);
  }

  void damage(internal::Family family, const std::function<void(rocksdb::DB&, rocksdb::ColumnFamilyHandle*)>& change) {
    internal::Database database(path("g"), StoreOptions{}, false);
    change(database.rocks(), database.handle(family));
  }

  void delete_first(internal::Family family) {
    damage(family, [&](rocksdb::DB& db, rocksdb::ColumnFamilyHandle* handle) {
      rocksdb::ReadOptions all;
      all.total_order_seek = true;
      const std::unique_ptr<rocksdb::Iterator> it(db.NewIterator(all, handle));
      it->SeekToFirst();
      ASSERT_TRUE(it->Valid()) << internal::Database::name(family);
      ASSERT_TRUE(db.Delete(rocksdb::WriteOptions(), handle, it->key()).ok());
    });
  }

  // Bytes that are no value of any family but the two without values.
  void overwrite_last(internal::Family family) {
    damage(family, [&](rocksdb::DB& db, rocksdb::ColumnFamilyHandle* handle) {
      rocksdb::ReadOptions all;
      all.total_order_seek = true;
      const std::unique_ptr<rocksdb::Iterator> it(db.NewIterator(all, handle));
      it->SeekToLast();
      ASSERT_TRUE(it->Valid()) << internal::Database::name(family);
      ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), handle, it->key(), "\xff\xff\xff").ok());
    });
  }
};

TEST_F(CheckGraphTest, MissesEveryEntryThatIsGone) {
  using internal::Family;
  // What is found, and under which name. Decisions and joins are not derived from what a check reads: see the next
  // test.
  const std::pair<Family, const char*> families[] = {
      {Family::kArticles, "articles: a contribution of article a-.*, which is not stored"},
      {Family::kContributions, "articles: article 'a.' has no contribution"},
      {Family::kNodes, "nodes: node p-.* is missing"},
      {Family::kAttributes, "attributes: attribute . '.*' of node .* is missing"},
      {Family::kMentions, "mentions: node .* in article a-.* is missing"},
      {Family::kNames, "names: name '.*' of node .* is missing"},
      {Family::kEdgesOut, "edges_out: edge r-.* is missing"},
      {Family::kEdgesIn, "edges_in: edge r-.* is missing"},
      {Family::kEvidence, "evidence: evidence for edge r-.* is missing"},
      {Family::kSentences, "sentences: article a-.* has . sentences, expected ."},
      {Family::kStatements, "statements: node s-.* in article a-.* is missing"},
      {Family::kResolution, "decisions: .* nodes are represented, .* are members"},
      {Family::kOpenLemmas, "sums: edge r-.*: its lemma is not stored"},
      {Family::kDuplicates, "duplicates: article a-.* prints the story of a-.* and is not linked to it"},
      {Family::kEdgesOnce, "edges_once: edge r-.* is missing"}};
  for (const auto& [family, expected] : families) {
    restore();
    delete_first(family);
    EXPECT_THAT(problems("g"), testing::Contains(testing::MatchesRegex(expected))) << internal::Database::name(family);
  }
}

TEST_F(CheckGraphTest, TellsValuesThatAreWrong) {
  using internal::Family;
  for (const Family family : {Family::kArticles, Family::kContributions, Family::kMentions, Family::kEvidence,
                              Family::kStatements, Family::kDecisions, Family::kJoins, Family::kDuplicates}) {
    restore();
    overwrite_last(family);
    EXPECT_FALSE(problems("g").empty()) << internal::Database::name(family);
  }
  // A sum that can be read and is another.
  restore();
  damage(Family::kAttributes, [](rocksdb::DB& db, rocksdb::ColumnFamilyHandle* handle) {
    const std::unique_ptr<rocksdb::Iterator> it(db.NewIterator(rocksdb::ReadOptions(), handle));
    it->SeekToFirst();
    ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), handle, it->key(), std::string("\0\0\0\0\0\0\0\x63", 8)).ok());
  });
  EXPECT_THAT(
      problems("g"),
      testing::ElementsAre(testing::MatchesRegex("attributes: .* is 0000000000000063, expected 0000000000000001")));
}

TEST_F(CheckGraphTest, NamesWhatIsWrong) {
  delete_first(internal::Family::kEdgesIn);
  const auto found = problems("g");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], testing::MatchesRegex("edges_in: edge r-.* is missing"));
}

TEST_F(CheckGraphTest, FindsAWrongCounterAndAnEntryTooMany) {
  damage(internal::Family::kMeta, [](rocksdb::DB& db, rocksdb::ColumnFamilyHandle* handle) {
    ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), handle, "count.articles", std::string("\0\0\0\0\0\0\0\x09", 8)).ok());
  });
  EXPECT_THAT(problems("g"), testing::ElementsAre("counters: count.articles is 9, counted 4"));
  damage(internal::Family::kEdgesIn, [](rocksdb::DB& db, rocksdb::ColumnFamilyHandle* handle) {
    ASSERT_TRUE(db.Put(rocksdb::WriteOptions(), handle, std::string(26, '\x51'), "").ok());
  });
  EXPECT_THAT(problems("g"), testing::Contains(HasSubstr("has no article behind it")));
}

TEST_F(CheckGraphTest, TellsDamagedBlocks) {
  for (const auto& entry : std::filesystem::directory_iterator(path("g"))) {
    if (entry.path().extension() != ".sst") continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(10);
    file.write("damage", 6);
  }
  EXPECT_THAT(problems("g"), testing::Contains(testing::StartsWith("checksums: ")));
}

/// The same story with another headline, cut at the end.
class DuplicatesTest : public BulkTest {
 protected:
  static Record story(const std::string& id, const std::string& date, const std::string& lead, size_t sentences) {
    static const char* kSentences[] = {
        "The talks went on until late in the night behind closed doors of the old hotel by the lake.",
        "Neither side wanted to speak of a breakthrough when they left through the back entrance.",
        "A spokeswoman for the mediators told reporters that a further round is planned for next month.",
        "Observers had expected more of the meeting, which had been prepared for half a year in secret.",
        "Protesters in front of the building demanded that the families of the missing be heard at last.",
        "The region has seen two wars in thirty years and a truce that nobody quite trusts any more."};
    Record record = test::small_world("Abel Quist -met-with-> Berta Rask @" + id + " " + date).at(0);
    for (size_t i = 0; i < sentences; ++i) record.text += std::string(kSentences[i]) + " ";
    record.text += lead;
    return record;
  }
};

TEST_F(DuplicatesTest, OneStoryInSeveralOutletsCountsOnce) {
  auto store = Store::open(path("g"));
  store->add(story("a", "2024-05-02", "", 6));
  store->add(story("b", "2024-05-03", "Copyright The Evening Example, all rights reserved.", 6));
  store->add(story("c", "2024-05-01", "", 5));
  store->add(test::small_world("Abel Quist -met-with-> Berta Rask @d 2024-06-01").at(0));
  store->resolve();
  const auto only_edge = [&] {
    std::vector<Edge> edges;
    store->for_each_edge([&](const Edge& edge) {
      edges.push_back(edge);
      return true;
    });
    return edges.at(0);
  };
  EXPECT_EQ(only_edge().articles, 2u);
  EXPECT_EQ(only_edge().first_date, "2024-05-01");
  EXPECT_NEAR(only_edge().confidence, 1 - 0.1 * 0.1, 1e-6);
  EXPECT_EQ(store->counts().near_duplicates, 2u);
  EXPECT_EQ(store->article(ArticleId::of("a"))->original, ArticleId::of("c"));
  EXPECT_EQ(store->article(ArticleId::of("d"))->original, ArticleId::of("d"));
  // The duplicates are shown all the same, and lead to their original.
  size_t pieces = 0;
  store->for_each_evidence(only_edge().key, [&](const Evidence& evidence) {
    EXPECT_EQ(evidence.original, ArticleId::of(++pieces == 4 ? "d" : "c"));
    return true;
  });
  EXPECT_EQ(pieces, 4u);
  store->count_duplicates(true);
  store->resolve();
  EXPECT_EQ(only_edge().articles, 4u);
  EXPECT_EQ(store->counts().near_duplicates, 2u) << "linked, whether they count or not";
  store->count_duplicates(false);
  store->resolve();
  EXPECT_EQ(only_edge().articles, 2u);
  // When the original goes, the next one takes its place.
  store->remove(ArticleId::of("c"));
  EXPECT_EQ(only_edge().articles, 2u) << "before it is resolved again";
  store->resolve();
  EXPECT_EQ(only_edge().articles, 2u);
  EXPECT_EQ(only_edge().first_date, "2024-05-02");
  EXPECT_EQ(store->counts().near_duplicates, 1u);
  store.reset();
  EXPECT_EQ(Store::open_read_only(path("g"))->counts().near_duplicates, 1u);
  EXPECT_THAT(problems("g"), IsEmpty());
}

TEST_F(DuplicatesTest, TheOrderOfArticlesDoesNotMatter) {
  std::vector<Record> records;
  for (int i = 0; i < 8; ++i)
    records.push_back(story("s" + std::to_string(i), "2024-05-0" + std::to_string(1 + i % 3), "", 3 + i % 4));
  const std::string first = expected(records);
  std::reverse(records.begin(), records.end());
  EXPECT_EQ(expected(records), first);
}

TEST_F(DuplicatesTest, StoriesYearsApartAndOthersAreKeptApart) {
  auto store = Store::open(path("g"));
  store->add(story("a", "2014-05-02", "", 6));
  store->add(story("b", "2024-05-03", "", 6));
  store->resolve();
  EXPECT_EQ(store->article(ArticleId::of("b"))->original, ArticleId::of("b"));
}

}  // namespace
}  // namespace actant
