#include "tools/cli/ordered_pipeline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace actant {
namespace {

struct Item {
  int input = 0;
  int output = 0;
};
using Pipeline = OrderedPipeline<Item>;

bool never() { return false; }

Pipeline::Read numbers(int& next, int count) {
  return [&next, count](size_t& size) -> std::unique_ptr<Item> {
    if (next == count) return nullptr;
    size = 1;
    return std::make_unique<Item>(Item{next++, 0});
  };
}

TEST(OrderedPipelineTest, HandsResultsOverInTheOrderOfTheInput) {
  int next = 0;
  std::vector<int> taken;
  Pipeline::run(
      4, numbers(next, 500),
      [](Item& item, size_t) {
        // The later ones overtake the earlier ones.
        std::this_thread::sleep_for(std::chrono::microseconds((item.input % 7) * 100));
        item.output = item.input * 2;
      },
      [&](Item& item) { taken.push_back(item.output); }, never, {16, 1000});
  ASSERT_EQ(taken.size(), 500U);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(taken[static_cast<size_t>(i)], 2 * i);
}

TEST(OrderedPipelineTest, HoldsNoMoreThanItsLimits) {
  int next = 0;
  std::atomic<int> taken{0};
  int most = 0;
  Pipeline::run(
      2, numbers(next, 200), [](Item&, size_t) {},
      [&](Item& item) {
        std::this_thread::sleep_for(std::chrono::microseconds(50));
        most = std::max(most, next - item.input);
        ++taken;
      },
      never, {100, 4});
  EXPECT_EQ(taken, 200);
  EXPECT_LE(most, 8);  // four in the window, one at the reader, one at the taker
}

TEST(OrderedPipelineTest, LetsAnItemLargerThanTheWindowPassAlone) {
  int next = 0;
  int taken = 0;
  Pipeline::run(
      2,
      [&](size_t& size) {
        size = 1000;
        return next < 5 ? std::make_unique<Item>(Item{next++, 0}) : nullptr;
      },
      [](Item&, size_t) {}, [&](Item&) { ++taken; }, never, {4, 10});
  EXPECT_EQ(taken, 5);
}

TEST(OrderedPipelineTest, ThrowsWhatAWorkerThrewAfterTheResultsBeforeIt) {
  int next = 0;
  std::vector<int> taken;
  EXPECT_THROW(Pipeline::run(
                   3, numbers(next, 1000),
                   [](Item& item, size_t) {
                     if (item.input == 20) throw std::runtime_error("broken");
                   },
                   [&](Item& item) { taken.push_back(item.input); }, never),
               std::runtime_error);
  EXPECT_EQ(taken.size(), 20U);
}

TEST(OrderedPipelineTest, ThrowsWhatReaderAndTakerThrew) {
  EXPECT_THROW(Pipeline::run(
                   2, [](size_t&) -> std::unique_ptr<Item> { throw std::runtime_error("unreadable"); },
                   [](Item&, size_t) {}, [](Item&) {}, never),
               std::runtime_error);
  int next = 0;
  EXPECT_THROW(
      Pipeline::run(
          2, numbers(next, 1000), [](Item&, size_t) {}, [](Item&) { throw std::runtime_error("disk full"); }, never),
      std::runtime_error);
}

TEST(OrderedPipelineTest, TakesWhatWasBegunWhenItIsStopped) {
  int next = 0;
  std::atomic<bool> stop{false};
  std::atomic<int> begun{0};
  std::vector<int> taken;
  Pipeline::run(
      2, numbers(next, 100000),
      [&](Item& item, size_t) {
        ++begun;
        if (item.input == 50) stop = true;
        std::this_thread::sleep_for(std::chrono::microseconds(100));
      },
      [&](Item& item) { taken.push_back(item.input); }, [&] { return stop.load(); });
  EXPECT_GE(taken.size(), 51U);
  EXPECT_EQ(taken.size(), static_cast<size_t>(begun));
  EXPECT_LT(taken.size(), 200U);
}

}  // namespace
}  // namespace actant
