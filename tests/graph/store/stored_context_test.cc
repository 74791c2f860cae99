#include "graph/store/internal/stored_context.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "graph/merge/name_key.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant::internal {
namespace {

class StoredContextTest : public testing::Test {
 protected:
  void build(const std::string& world) {
    {
      const auto store = Store::open(dir_ / "graph");
      test::add_world(*store, world);
      store->for_each_node([&](const Node& node) {
        nodes_.push_back(node.id);
        return true;
      });
      store->flush();
    }
    std::sort(nodes_.begin(), nodes_.end());
    database_ = std::make_unique<Database>(dir_ / "graph", StoreOptions{}, true);
  }

  test::TempDir dir_;
  std::vector<NodeId> nodes_;
  std::unique_ptr<Database> database_;
};

TEST_F(StoredContextTest, ReadAheadSaysTheSame) {
  std::string world;
  for (int i = 0; i < 60; ++i) {
    const std::string a = "Ada " + std::string(1, static_cast<char>('A' + i % 7)) + "oster",
                      b = "Bo " + std::string(1, static_cast<char>('A' + i % 5)) + "ann";
    world += a + " -met-with-> " + b + " @a" + std::to_string(i) + "\n" + b + " -visited-> place:Iran @a" +
             std::to_string(i) + "\n";
  }
  build(world);
  ASSERT_GE(nodes_.size(), 8u);
  const StoredContext jumping(*database_), ahead(*database_);
  for (const size_t every : {1, 3}) {  // all, or some of those that are asked for
    std::vector<NodeId> read;
    for (size_t i = 0; i < nodes_.size(); i += every) read.push_back(nodes_[i]);
    ahead.read_ahead(read);
    for (const NodeId a : nodes_) {
      EXPECT_EQ(ahead.neighbors(a), jumping.neighbors(a));
      for (const NodeId b : nodes_) EXPECT_EQ(ahead.together(a, b), jumping.together(a, b));
    }
  }
}

TEST_F(StoredContextTest, KnowsRelativesDaysAndPublishers) {
  build(R"(
    Ada Foster -related-to-> Bo Foster @a1 2020-01-30 ^blade
    Cy Adler -met-with-> Di Brandt @a2 2020-02-02 ^courier
    Cy Adler -visited-> place:Iran @a3 ^blade)");
  const auto id = [&](const char* name) { return layer1_node({EntityType::kPerson, name, {}, true, {}, {}}); };
  const StoredContext context(*database_);
  EXPECT_EQ(context.relatives(id("Ada Foster")), std::vector<NodeId>{id("Bo Foster")});
  EXPECT_EQ(context.relatives(id("Bo Foster")), std::vector<NodeId>{id("Ada Foster")});
  EXPECT_TRUE(context.relatives(id("Cy Adler")).empty());
  EXPECT_EQ(context.nearness(id("Ada Foster"), id("Di Brandt")).days, 3u);
  EXPECT_FALSE(context.nearness(id("Ada Foster"), id("Di Brandt")).same_source);
  EXPECT_TRUE(context.nearness(id("Ada Foster"), id("Cy Adler")).same_source);
}

}  // namespace
}  // namespace actant::internal
