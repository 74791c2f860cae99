#include "extract/nn/row_memo.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace actant {
namespace {

using Row = std::vector<uint8_t>;

Row row_of(uint32_t number) {
  Row row(32, 7);
  for (size_t i = 0; i < 4; ++i) row[i * 5] = static_cast<uint8_t>(number >> 8 * i);
  return row;
}

TEST(RowMemoTest, TellsRowsByTheirBytesAndTheirScale) {
  RowMemo memo;
  memo.reset(32);
  memo.begin_block();
  const Row row = row_of(1);
  const RowMemo::Place first = memo.find_or_add(row.data(), {0.5f, 3});
  EXPECT_FALSE(first.known);
  EXPECT_TRUE(memo.find_or_add(row.data(), {0.5f, 3}).known);
  EXPECT_EQ(memo.find_or_add(row.data(), {0.5f, 3}).slot, first.slot);
  EXPECT_FALSE(memo.find_or_add(row.data(), {0.25f, 3}).known);
  EXPECT_FALSE(memo.find_or_add(row.data(), {0.5f, 4}).known);
  EXPECT_FALSE(memo.find_or_add(row_of(2).data(), {0.5f, 3}).known);
  memo.reset(32);
  memo.begin_block();
  EXPECT_FALSE(memo.find_or_add(row.data(), {0.5f, 3}).known);
}

TEST(RowMemoTest, ASlotBelongsToOneRowWithinABlockHoweverFullTheTableIs) {
  RowMemo memo;
  memo.reset(32);
  std::mt19937 generator(5);
  std::map<uint32_t, uint32_t> content;  // of the slots: what whoever uses the memo has written there
  size_t known = 0, homeless = 0;
  for (size_t block = 0; block < 40; ++block) {
    memo.begin_block();
    std::map<uint32_t, uint32_t> in_this_block;
    for (size_t i = 0; i < 1500; ++i) {
      const uint32_t number = generator() % 3000;
      const RowMemo::Place place = memo.find_or_add(row_of(number).data(), {1, 0});
      if (place.known) {
        ASSERT_EQ(content[place.slot], number);
      }
      content[place.slot] = number;
      const auto [at, is_new] = in_this_block.emplace(place.slot, number);
      ASSERT_EQ(at->second, number) << "the slot of another row of the block";
      known += place.known;
      homeless += place.slot >= RowMemo::kSlots;
    }
  }
  EXPECT_GT(known, 20000u);
  EXPECT_GT(homeless, 0u);
}

TEST(RowMemoTest, KeepsWhatIsUsedAgain) {
  RowMemo memo;
  memo.reset(32);
  for (uint32_t block = 0; block < 1000; ++block) {
    memo.begin_block();
    EXPECT_EQ(memo.find_or_add(row_of(1).data(), {1, 0}).known, block > 0);
    for (uint32_t i = 0; i < 20; ++i) memo.find_or_add(row_of(100 + block * 20 + i).data(), {1, 0});
  }
}

}  // namespace
}  // namespace actant
