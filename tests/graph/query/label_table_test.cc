#include "graph/query/internal/label_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace actant::internal {
namespace {

NodeId node(uint64_t number) { return NodeId::make(EntityType::kPerson, number); }

TEST(LabelTableTest, KeepsWhatAMapKeepsWhileItGrows) {
  LabelTable table;
  std::mt19937_64 random(7);
  for (int search = 0; search < 20; ++search) {
    table.clear();
    std::map<uint64_t, double> model;
    for (int step = 0; step < 1000; ++step) {
      const uint64_t number = random() % 700;
      const double cost = static_cast<double>(random() % 100);
      table.at(node(number)) = {cost, node(number + 1), 3};
      model[number] = cost;
    }
    for (uint64_t number = 0; number < 700; ++number) {
      const PathLabel* label = table.find(node(number));
      ASSERT_EQ(label != nullptr, model.contains(number));
      if (!label) continue;
      EXPECT_EQ(label->cost, model[number]);
      EXPECT_EQ(label->previous, node(number + 1));
    }
  }
}

TEST(LabelTableTest, ANewLabelIsInfinite) {
  LabelTable table;
  EXPECT_EQ(table.find(node(1)), nullptr);
  EXPECT_EQ(table.at(node(1)).cost, std::numeric_limits<double>::infinity());
  EXPECT_NE(table.find(node(1)), nullptr);
  table.clear();
  EXPECT_EQ(table.find(node(1)), nullptr);
}

}  // namespace
}  // namespace actant::internal
