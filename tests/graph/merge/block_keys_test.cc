#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "graph/merge/internal/person_blocks.h"
#include "graph/merge/name_key.h"

namespace actant::internal {
namespace {

bool share_a_block(const char* a, const char* b) {
  const auto left = person_block_keys(name_key(EntityType::kPerson, a)),
             right = person_block_keys(name_key(EntityType::kPerson, b));
  return std::any_of(left.begin(), left.end(),
                     [&](uint64_t key) { return std::find(right.begin(), right.end(), key) != right.end(); });
}

TEST(BlockKeysTest, NamesOfOnePersonShareABlock) {
  const std::pair<const char*, const char*> kPairs[] = {
      // transliterations
      {"Abbas Araghchi", "Abbas Araqchi"},
      {"Abbas Araghchi", "Abbas Araghtchi"},
      {"Qasem Soleimani", "Qassim Suleymany"},
      {"Mohammed Rahimi", "Muhammad Rahimi"},
      {"Mohammed Rahimi", "Mohamed Raheemy"},
      {"Nikita Khrushchev", "Nikita Khruschev"},
      // particles, hyphens, diacritics
      {"Ahmed al-Sharaa", "Ahmad Sharaa"},
      {"Fernando de la Rua", "Fernando De La Rúa"},
      {"Khalid bin Walid", "Khaled ben Walid"},
      {"Jean-Marie Le Pen", "Jean Marie Le Pen"},
      {"Gerhard Schröder", "Gerhard Schroeder"},
      // order, borders of words
      {"Shinzo Abe", "Abe Shinzo"},
      {"Kim Min-jun", "Kim Minjun"},
      {"Park Min-jun", "Minjun Park"},
      // initials, nicknames, words left out
      {"J. Weissman", "Josef Weissman"},
      {"C. Weissman", "Charles Weissman"},
      {"Bill Clinton", "William Clinton"},
      {"Bill Clinton", "William Jefferson Clinton"},
      {"Gabriel García", "Gabriel García Márquez"},
  };
  for (const auto& [a, b] : kPairs) EXPECT_TRUE(share_a_block(a, b)) << a << " / " << b;
}

TEST(BlockKeysTest, OtherNamesMostlyShareNone) {
  EXPECT_FALSE(share_a_block("John Smith", "Mary Walker"));
  EXPECT_FALSE(share_a_block("Hugo Weiss", "Ada Klein"));
}

TEST(BlockKeysTest, SkeletonsThatDifferInOneConsonantHaveOneInCommon) {
  const auto share = [](const char* a, const char* b) {
    std::vector<uint32_t> left, right;
    append_near_skeletons(packed_skeleton(a), left);
    append_near_skeletons(packed_skeleton(b), right);
    return std::any_of(left.begin(), left.end(),
                       [&](uint32_t one) { return std::find(right.begin(), right.end(), one) != right.end(); });
  };
  EXPECT_TRUE(share("slmn", "slmn"));
  EXPECT_TRUE(share("slmn", "slm"));
  EXPECT_TRUE(share("slmn", "stmn"));
  EXPECT_TRUE(share("slmnkt", "slmnk"));
  EXPECT_FALSE(share("slmn", "stnn"));
  EXPECT_FALSE(share("sl", "st")) << "two consonants are too few to leave one out";
}

TEST(SmallBlocksTest, ListsTheBlocksOfAThingInOrder) {
  Blocks blocks;
  for (uint32_t i = 0; i < 5; ++i) blocks.add("all", i);
  blocks.add("two", 1), blocks.add("two", 3);
  blocks.add("other", 3), blocks.add("other", 4);
  blocks.add("alone", 0);
  blocks.finish();
  const SmallBlocks small(blocks, 4, 6, nullptr);
  EXPECT_TRUE(small.of(0).empty()) << "five are more than the limit, one is no block";
  EXPECT_EQ(small.of(1).size(), 1u);
  EXPECT_EQ(small.of(3).size(), 2u);
  EXPECT_LT(small.of(3)[0], small.of(3)[1]);
  EXPECT_EQ(small.of(4).size(), 1u);
  EXPECT_TRUE(small.of(5).empty());
}

}  // namespace
}  // namespace actant::internal
