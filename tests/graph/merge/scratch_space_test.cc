#include "graph/merge/scratch_space.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <numeric>
#include <thread>

#include "graph/merge/resolver.h"
#include "graph/model/error.h"

namespace actant {
namespace {

std::string folder() { return ::testing::TempDir(); }

TEST(ScratchSpaceTest, WhatLeftMemoryIsReadAgain) {
  ScratchSpace space(folder(), 1);  // nothing may stay
  ScratchVector<uint32_t> numbers(size_t{4} << 20, &space);
  std::iota(numbers.begin(), numbers.end(), 0u);
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  for (uint32_t i = 0; i < numbers.size(); i += 1000) ASSERT_EQ(numbers[i], i);
  EXPECT_EQ(space.most_bytes(), size_t{16} << 20);
}

TEST(ScratchSpaceTest, LeavesNoFiles) {
  const std::string place = folder() + "scratch_space_test";
  std::filesystem::create_directory(place);
  {
    ScratchSpace space(place, 1 << 20);
    ScratchVector<char> bytes(4 << 20, 'x', &space);
    EXPECT_TRUE(std::filesystem::is_empty(place));
  }
  EXPECT_TRUE(std::filesystem::is_empty(place));
  std::filesystem::remove(place);
}

TEST(ScratchSpaceTest, NoRoomIsAnErrorAtOnce) {
  ScratchSpace space(folder(), 1 << 20);
  EXPECT_THROW(space.allocate(size_t{1} << 60), IoError);
  ScratchSpace nowhere(folder() + "/not/there", 1 << 20);
  EXPECT_THROW(nowhere.allocate(1 << 20), IoError);
}

class NoContext : public ResolverContext {
 public:
  std::vector<NodeId> neighbors(NodeId) const override { return {}; }
  uint32_t together(NodeId, NodeId) const override { return 0; }
};

TEST(ScratchSpaceTest, ResolvingWithItDecidesTheSame) {
  const char* forenames[] = {"qasem", "qassim", "ghasem", "john", "jon", "mohammed", "muhammad"};
  // "kamani", "kamany", ...: every second pair of surnames is one in two spellings.
  const auto surname = [](uint32_t number) {
    std::string word;
    for (uint32_t left = number / 2 + 1; left > 0; left /= 12) word += std::string(1, "kmtrlnpfsbdg"[left % 12]) + "a";
    return word + (number % 2 == 0 ? "ni" : "ny");
  };
  const auto fill = [&](NodeTable& nodes) {
    for (uint32_t i = 0; i < 17000; ++i) {
      RawNode node;
      const std::string name = std::string(forenames[i % 7]) + " " + surname(i / 7);
      node.id = NodeId::make(EntityType::kPerson, i);
      node.names.push_back({name, 1, true, false});
      node.mentions = node.articles = 1;
      node.named = true;
      nodes.add(node);
    }
  };
  NodeTable plain;
  fill(plain);
  const auto expected = resolve_nodes(std::move(plain), NoContext());
  ScratchSpace space(folder(), 1);
  NodeTable nodes(&space);
  fill(nodes);
  const auto found = resolve_nodes(std::move(nodes), NoContext());
  EXPECT_EQ(found.representatives, expected.representatives);
  EXPECT_GT(found.representatives.size(), 10u);
  EXPECT_GE(space.most_bytes(), size_t{1} << 20);
}

}  // namespace
}  // namespace actant
