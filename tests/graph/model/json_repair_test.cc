#include "graph/model/json_repair.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(JsonRepairTest, HalvesOfPairsAreReplaced) {
  EXPECT_EQ(replace_lone_surrogates(R"("a\ud83d b")"), R"("a\ufffd b")");
  EXPECT_EQ(replace_lone_surrogates(R"("\ude00")"), R"("\ufffd")");
  EXPECT_EQ(replace_lone_surrogates(R"("\ud83d\ud83d\ude00")"), R"("\ufffd\ud83d\ude00")");
}

TEST(JsonRepairTest, NothingElseIsTouched) {
  EXPECT_EQ(replace_lone_surrogates(R"("\ud83d\ude00 \u00e4 \n \\ud83d")"), "");
  EXPECT_EQ(replace_lone_surrogates("\"\\u12"), "");
  EXPECT_EQ(replace_lone_surrogates("\"\\"), "");
}

}  // namespace
}  // namespace actant
