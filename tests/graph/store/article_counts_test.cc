// The kept number of articles of a hub is the counted one, whatever happens to the graph afterwards.
#include "graph/store/internal/article_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>

#include "graph/store/check_graph.h"
#include "graph/store/internal/coding.h"
#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

class ArticleCountsTest : public testing::Test {
 protected:
  // Abel Quist is in the articles 0 to 199, Zed Woo, who is the same man, in 100 to 249.
  void SetUp() override {
    std::string world;
    for (int i = 0; i < 250; ++i) {
      const std::string rest = " -accused-> Berta Rask @a" + std::to_string(i) + "\n";
      if (i < 200) world += "Abel Quist" + rest;
      if (i >= 100) world += "Zed Woo" + rest;
    }
    const auto store = Store::open(path_);
    store->add_all(test::small_world(world));
    store->decide({Decision::Kind::kSame, {{}, "person:Abel Quist"}, {{}, "person:Zed Woo"}, {}, {}});
    store->resolve();
    id_ = store->find("Abel Quist").at(0).id;
    ASSERT_EQ(store->find("Zed Woo").at(0).id, id_);
    store->flush();
  }

  std::string kept() const {
    const internal::Database database(path_, StoreOptions{}, true);
    return database.get(internal::Family::kJoins, internal::article_count_key(id_)).value_or("");
  }
  std::vector<std::string> problems() const {
    std::vector<std::string> result;
    check_graph(path_, [&](const std::string& line) { result.push_back(line); });
    return result;
  }

  test::TempDir dir_;
  const std::string path_ = dir_ / "g";
  NodeId id_;
};

TEST_F(ArticleCountsTest, AnArticleThatMentionsBothNamesCountsOnce) {
  EXPECT_EQ(internal::parse_article_count(kept()).articles, 250u);
  EXPECT_EQ(Store::open_read_only(path_)->node(id_)->articles, 250u);
  EXPECT_THAT(problems(), testing::IsEmpty());
}

TEST_F(ArticleCountsTest, AfterAnotherArticleTheKeptNumberIsNotUsed) {
  const auto store = Store::open(path_);
  store->add_all(test::small_world("Zed Woo -accused-> Berta Rask @a250"));
  EXPECT_EQ(store->node(id_)->articles, 251u);
  store->resolve();
  EXPECT_EQ(store->node(id_)->articles, 251u);
}

TEST_F(ArticleCountsTest, PartedNodesKeepNoNumber) {
  {
    const auto store = Store::open(path_);
    store->undecide({Decision::Kind::kSame, {{}, "person:Abel Quist"}, {{}, "person:Zed Woo"}, {}, {}});
    store->resolve();
    EXPECT_EQ(store->node(store->find("Abel Quist").at(0).id)->articles, 200u);
  }
  EXPECT_EQ(kept(), "");
}

TEST_F(ArticleCountsTest, CheckFindsAWrongNumber) {
  {
    internal::Database database(path_, StoreOptions{}, false);
    rocksdb::WriteBatch batch;
    std::string value;
    internal::put_varint(value, 2);
    internal::put_varint(value, 249);
    internal::check(batch.Put(database.handle(internal::Family::kJoins), internal::article_count_key(id_), value),
                    "cannot write");
    database.write(batch);
  }
  EXPECT_THAT(problems(), testing::ElementsAre(testing::HasSubstr("has 249 articles, counted 250")));
}

}  // namespace
}  // namespace actant
