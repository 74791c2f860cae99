#include "graph/store/internal/resolution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "graph/store/internal/identity.h"
#include "tests/support/temp_dir.h"

namespace actant::internal {
namespace {

using testing::ElementsAre;

class ResolutionTest : public testing::Test {
 protected:
  void write(const Resolution::Pairs& decisions, size_t most_in_batch = 1000) {
    Database database(dir_ / "g", StoreOptions{}, false);
    rocksdb::WriteBatch batch;
    write_resolution(database, *Resolution::load(database), Resolution(decisions), has_members(database), batch,
                     most_in_batch);
    database.write(batch);
  }

  // 1, 3 and 4 are one, and 5 and 2.
  const Resolution::Pairs decisions_ = {{NodeId{1}, NodeId{3}}, {NodeId{4}, NodeId{3}}, {NodeId{5}, NodeId{2}}};
  test::TempDir dir_;
};

void expect_decisions(const Resolution& resolution) {
  EXPECT_EQ(resolution.representative(NodeId{1}), NodeId{3});
  EXPECT_EQ(resolution.representative(NodeId{3}), NodeId{3});
  EXPECT_EQ(resolution.representative(NodeId{5}), NodeId{2});
  EXPECT_EQ(resolution.representative(NodeId{9}), NodeId{9});
  EXPECT_THAT(resolution.members(NodeId{3}), ElementsAre(NodeId{1}, NodeId{3}, NodeId{4}));
  EXPECT_THAT(resolution.members(NodeId{2}), ElementsAre(NodeId{2}, NodeId{5}));
  EXPECT_THAT(resolution.members(NodeId{9}), ElementsAre(NodeId{9}));
  EXPECT_FALSE(resolution.place(NodeId{3}).alone);
  EXPECT_FALSE(resolution.place(NodeId{1}).alone) << "it is part of another";
  EXPECT_TRUE(resolution.place(NodeId{9}).alone);
}

TEST_F(ResolutionTest, LookingUpSingleNodesGivesWhatReadingAllGives) {
  write(decisions_);
  const Database database(dir_ / "g", StoreOptions{}, true);
  expect_decisions(*Resolution::load(database));
  const auto resolution = Resolution::open(database);
  for (int round = 0; round < 300; ++round) expect_decisions(*resolution);  // more look-ups than are made one by one
  EXPECT_EQ(resolution->decisions(), decisions_);
  expect_decisions(*resolution);
}

TEST_F(ResolutionTest, ChangedDecisionsChangeBothDirections) {
  write({{NodeId{1}, NodeId{2}}, {NodeId{3}, NodeId{2}}, {NodeId{4}, NodeId{2}}, {NodeId{7}, NodeId{6}}});
  write(decisions_);
  const Database database(dir_ / "g", StoreOptions{}, true);
  expect_decisions(*Resolution::open(database));
  EXPECT_THAT(Resolution::open(database)->members(NodeId{6}), ElementsAre(NodeId{6}));
}

TEST_F(ResolutionTest, ManyDecisionsAreWrittenAsTables) {
  write({{NodeId{1}, NodeId{2}}, {NodeId{3}, NodeId{2}}, {NodeId{4}, NodeId{2}}, {NodeId{7}, NodeId{6}}}, 0);
  write(decisions_, 0);
  EXPECT_FALSE(std::filesystem::exists(dir_ / "g/bulk.tmp"));
  const Database database(dir_ / "g", StoreOptions{}, true);
  expect_decisions(*Resolution::load(database));
  expect_decisions(*Resolution::open(database));
  EXPECT_THAT(Resolution::open(database)->members(NodeId{6}), ElementsAre(NodeId{6}));
}

TEST_F(ResolutionTest, LookUpsFindEveryPairOfManyNodes) {
  Resolution::Pairs decisions;
  for (uint64_t i = 1; i <= 5000; ++i) {  // of three types, as hashes
    const uint64_t hash = i * 0x9e3779b97f4a7c15ULL >> 4;
    decisions.emplace_back(NodeId{(1 + i % 3) << 60 | hash}, NodeId{(1 + i % 3) << 60 | (hash ^ 1) % 997});
  }
  const Resolution resolution(decisions);
  for (const auto& [raw, representative] : decisions) {
    ASSERT_EQ(resolution.representative(raw), representative);
    ASSERT_EQ(resolution.representative(NodeId{raw.value + 1}), NodeId{raw.value + 1});
    const auto members = resolution.members(representative);
    ASSERT_TRUE(std::binary_search(members.begin(), members.end(), raw));
    ASSERT_FALSE(resolution.is_alone(representative));
    ASSERT_TRUE(resolution.is_alone(raw));
  }
}

}  // namespace
}  // namespace actant::internal
