#include "graph/model/big_endian.h"

#include <gtest/gtest.h>

#include <string>

namespace actant {
namespace {

TEST(BigEndianTest, NumbersComeBackFromTheirBytes) {
  for (const uint64_t value : {uint64_t{0}, uint64_t{0x61}, uint64_t{0xfedcba9876543210}, ~uint64_t{0}}) {
    std::string bytes = "before";
    append_big_endian(bytes, value);
    ASSERT_EQ(bytes.size(), 14U);
    EXPECT_EQ(big_endian(bytes.substr(6)), value);
  }
}

TEST(BigEndianTest, AWidthTakesTheLowestBytesHighestFirst) {
  std::string bytes;
  append_big_endian(bytes, 0x1122334455667788, 2);
  append_big_endian(bytes, 0x01020304, 4);
  EXPECT_EQ(bytes, std::string("\x77\x88\x01\x02\x03\x04"));
  EXPECT_EQ(big_endian(bytes, 2), 0x7788U);
  EXPECT_EQ(big_endian(bytes.substr(2), 3), 0x010203U);
}

TEST(BigEndianTest, ShortTextIsFilledUpAndSortsAsItDoes) {
  EXPECT_EQ(big_endian("ab", 4), 0x61620000U);
  EXPECT_EQ(big_endian("", 7), 0U);
  EXPECT_LT(big_endian("ab"), big_endian("ab\x01"));
  EXPECT_LT(big_endian("ab\x7f"), big_endian("ab\x80"));
}

}  // namespace
}  // namespace actant
