// What opening meets: foreign directories, other versions, other processes, damage.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/db.h>

#include <filesystem>
#include <fstream>

#include "graph/model/error.h"
#include "graph/store/check_graph.h"
#include "graph/store/graph_reader.h"
#include "graph/store/internal/database.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::HasSubstr;

template <typename Exception>
std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Exception& error) {
    return error.what();
  }
  return "no exception";
}

void write_file(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

class StoreOpenTest : public testing::Test {
 protected:
  std::string graph() { return dir_ / "graph"; }
  void build() {
    auto store = Store::open(graph());
    test::add_world(*store, "Alice Smith -met-with-> Bob Jones @a1 2024-01-02");
    store->flush();
  }
  TempDir dir_;
};

TEST_F(StoreOpenTest, MakesAMissingDirectoryWithItsParents) {
  EXPECT_EQ(Store::open(dir_ / "a/b/c")->counts().articles, 0u);
  fs::create_directory(dir_ / "empty");
  EXPECT_FALSE(Store::open(dir_ / "empty")->uuid().empty());
}

TEST_F(StoreOpenTest, LeavesForeignDirectoriesAlone) {
  fs::create_directory(graph());
  write_file(dir_ / "graph/thesis.txt", "years of work");
  EXPECT_THAT(message_of<InvalidArgument>([&] { Store::open(graph()); }), HasSubstr("is no graph"));
  EXPECT_THAT(message_of<InvalidArgument>([&] { Store::open_read_only(graph()); }), HasSubstr("is no graph"));
  EXPECT_EQ(std::distance(fs::directory_iterator(graph()), {}), 1);
  write_file(dir_ / "file", "text");
  EXPECT_THAT(message_of<InvalidArgument>([&] { Store::open(dir_ / "file"); }), HasSubstr("is a file"));
}

TEST_F(StoreOpenTest, LeavesADatabaseOfAnotherProgramAlone) {
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, graph(), &db).ok());
  ASSERT_TRUE(db->Put(rocksdb::WriteOptions(), "key", "value").ok());
  delete db;
  EXPECT_THROW(Store::open(graph()), InvalidArgument);
  EXPECT_THROW(Store::open_read_only(graph()), InvalidArgument);
  std::vector<std::string> families;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(options, graph(), &families).ok());
  EXPECT_EQ(families.size(), 1u);
}

TEST_F(StoreOpenTest, ReadingNeedsAGraph) {
  EXPECT_THAT(message_of<InvalidArgument>([&] { Store::open_read_only(graph()); }), HasSubstr("does not exist"));
  fs::create_directory(graph());
  EXPECT_THAT(message_of<InvalidArgument>([&] { Store::open_read_only(graph()); }), HasSubstr("is empty"));
}

TEST_F(StoreOpenTest, ReadersSeeWhatAWriterWrote) {
  build();
  auto reader = Store::open_read_only(graph());
  EXPECT_EQ(reader->counts().edges, 1u);
  EXPECT_EQ(reader->find("Bob Jones").size(), 1u);
  EXPECT_THROW(reader->add(Record{}), InvalidArgument);
  EXPECT_THROW(reader->resolve(), InvalidArgument);
  auto writer = Store::open(graph());  // a reader holds no lock
  EXPECT_EQ(writer->uuid(), reader->uuid());
}

TEST_F(StoreOpenTest, StatisticsAreThoseOfTheStateThatAReaderSees) {
  {
    auto writer = Store::open(graph());
    test::add_world(*writer, "Alice Smith -accused-> Bob Jones @a1");
    EXPECT_EQ(writer->reader()->statistics(RelationType::kAccused).fan_out, 1);
    test::add_world(*writer, "Alice Smith -accused-> Carl Brown @a2");
    EXPECT_EQ(writer->reader()->statistics(RelationType::kAccused).fan_out, 2);
  }
  auto reading = Store::open_read_only(graph());
  for (int i = 0; i < 2; ++i) EXPECT_EQ(reading->reader()->statistics(RelationType::kAccused).fan_out, 2);
}

TEST_F(StoreOpenTest, AReaderKeepsItsStateWhileAnotherWrites) {
  build();
  auto reader = Store::open_read_only(graph());
  const std::string before = test::dump(*reader);
  StoreOptions options;
  options.bulk = true;  // flush() compacts: all tables that the reader knows are replaced
  auto writer = Store::open(graph(), options);
  test::add_world(*writer, "Carl Brown -accused-> Alice Smith @a2");
  writer->flush();
  EXPECT_EQ(test::dump(*reader), before);
  EXPECT_EQ(Store::open_read_only(graph())->counts().edges, 2u);
}

TEST_F(StoreOpenTest, ASecondWriterIsRefused) {
  build();
  auto first = Store::open(graph());
  EXPECT_THAT(message_of<IoError>([&] { Store::open(graph()); }), HasSubstr("being written by another process"));
}

TEST_F(StoreOpenTest, AnotherFormatVersionIsRefusedWithAdvice) {
  build();
  {
    std::vector<std::string> names;
    ASSERT_TRUE(rocksdb::DB::ListColumnFamilies(rocksdb::DBOptions(), graph(), &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const auto& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open(rocksdb::DBOptions(), graph(), families, &handles, &db).ok());
    ASSERT_TRUE(db->Put(rocksdb::WriteOptions(), "format", std::string("\0\0\0\x63", 4)).ok());
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
    delete db;
  }
  EXPECT_THAT(message_of<UnsupportedVersion>([&] { Store::open(graph()); }), HasSubstr("has format 99"));
  EXPECT_THAT(message_of<UnsupportedVersion>([&] { Store::open_read_only(graph()); }), HasSubstr("newer actant"));
}

// Version 2 had no sums in edges_in.
TEST_F(StoreOpenTest, AGraphOfVersionTwoIsReadAndBecomesOneOfThree) {
  build();
  const std::string before = test::dump(*Store::open_read_only(graph()));
  {
    internal::Database database(graph(), StoreOptions{}, false);
    database.scan(internal::Family::kEdgesIn, {}, [&](std::string_view key, std::string_view value) {
      EXPECT_FALSE(value.empty());
      return database.rocks().Put({}, database.handle(internal::Family::kEdgesIn), internal::slice(key), "").ok();
    });
    ASSERT_TRUE(database.rocks().Put({}, "format", std::string("\0\0\0\x02", 4)).ok());
  }
  const auto check = [&] { check_graph(graph(), [](const std::string& problem) { ADD_FAILURE() << problem; }); };
  EXPECT_EQ(test::dump(*Store::open_read_only(graph())), before);
  check();
  {
    auto store = Store::open(graph());
    EXPECT_EQ(test::dump(*store), before);
    test::add_world(
        *store, "Alice Smith -met-with-> Bob Jones @a2 2024-01-05\nAlice Smith -accused-> Bob Jones @a2 2024-01-05");
    const NodeId bob = store->find("Bob Jones").at(0).id;
    std::vector<std::string> edges;
    store->for_each_edge_of(bob, Direction::kIn, [&](const Edge& edge) {
      edges.push_back(std::string(relation_info(edge.key.relation).id) + std::to_string(edge.articles) +
                      edge.last_date);
      return true;
    });
    EXPECT_THAT(edges, testing::UnorderedElementsAre("met-with22024-01-05", "accused12024-01-05"));
    store->remove(ArticleId::of("a1"));
    store->resolve();
    store->flush();
  }
  check();
  internal::Database database(graph(), StoreOptions{}, true);
  EXPECT_EQ(database.get(internal::Family::kMeta, "format"), std::string("\0\0\0\x03", 4));
}

TEST_F(StoreOpenTest, ADamagedCurrentFileIsAnErrorNotACrash) {
  build();
  write_file(dir_ / "graph/CURRENT", "rubbish");
  EXPECT_THROW(Store::open(graph()), Error);
  EXPECT_THROW(Store::open_read_only(graph()), Error);
  fs::remove(dir_ / "graph/CURRENT");
  EXPECT_THROW(Store::open(graph()), InvalidArgument);
}

TEST_F(StoreOpenTest, DamagedTablesAreErrorsNotWrongAnswers) {
  build();
  int damaged = 0;
  for (const auto& entry : fs::directory_iterator(graph())) {
    if (entry.path().extension() != ".sst") continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.write("damage damage damage", 20);
    ++damaged;
  }
  ASSERT_GT(damaged, 0);
  EXPECT_THROW(
      {
        auto store = Store::open_read_only(graph());
        test::dump(*store);
      },
      Error);
}

TEST_F(StoreOpenTest, ACutTableIsAnError) {
  build();
  for (const auto& entry : fs::directory_iterator(graph())) {
    if (entry.path().extension() == ".sst") fs::resize_file(entry.path(), fs::file_size(entry.path()) / 2);
  }
  EXPECT_THROW(
      {
        auto store = Store::open_read_only(graph());
        test::dump(*store);
      },
      Error);
}

}  // namespace
}  // namespace actant
