#include "graph/merge/internal/name_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace actant::internal {
namespace {

// Syllables that give many near names, orders of words, initials and other borders of words.
std::string any_name(std::mt19937& random) {
  static const char* kWords[] = {
      "bill",        "william", "j",      "john",   "jon",     "kim",       "min",       "jun",     "minjun",
      "abe",         "apj",     "a",      "p",      "kalam",   "garcia",    "marquez",   "gabriel", "mueller",
      "muller",      "jr",      "qasem",  "qassim", "ghasem",  "soleimani", "suleymany", "ahmadi",  "nejad",
      "ahmadinejad", "mahmoud", "mahmud", "iii",    "yevgeny", "evgeny",    "lopez",     "obrador", "shevchenko",
      "shevtchenko", "smith",   "smyth",  "hsiao",  "xiao"};
  std::string name;
  for (size_t left = 1 + random() % 4; left > 0; --left)
    name += (name.empty() ? "" : " ") + std::string(kWords[random() % std::size(kWords)]);
  return name;
}

TEST(NameFilterTest, RulesNoPairOutThatIsOne) {
  std::mt19937 random(5);
  NameWords dictionary(nullptr);
  NameFilter filter(dictionary);
  size_t ones = 0, passed = 0;
  for (int i = 0; i < 60000; ++i) {
    const std::string left = any_name(random);
    // Half of them have all words but one in common.
    const size_t blank = left.rfind(' ');
    const std::string right = random() % 2 == 0 || blank == std::string::npos ? any_name(random)
                              : random() % 2 == 0 ? left.substr(0, blank + 1) + any_name(random)
                                                  : any_name(random) + left.substr(blank);
    const auto numbers = [&](const std::string& key) {
      std::vector<uint32_t> words;
      for (const std::string& word : person_words(key)) words.push_back(dictionary.add(word));
      return words;
    };
    const auto a = numbers(left), b = numbers(right);
    const PersonMatch match = compare_persons(left, right);
    const bool kept = NameFilter::may_fit(filter.brief(a), filter.brief(b)) && filter.may_be_one(a, b);
    passed += kept ? 1 : 0;
    if (match != PersonMatch::kSame && match != PersonMatch::kShorter) continue;
    if ((a.size() == 1) != (b.size() == 1)) continue;  // surnames have a step of their own
    ++ones;
    EXPECT_TRUE(kept) << left << " / " << right;
  }
  EXPECT_GT(ones, 400u);
  EXPECT_LT(passed, 20000u);
}

TEST(NameFilterTest, TheBagOfConsonantsIsALowerBound) {
  std::mt19937 random(9);
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  for (int i = 0; i < 100000; ++i) {
    std::string a, b;
    for (size_t left = random() % 9; left > 0; --left) a += letters[random() % letters.size()];
    b = a;
    for (size_t left = random() % 4; left > 0 && !b.empty(); --left)
      b[random() % b.size()] = letters[random() % letters.size()];
    if (random() % 3 == 0 && !b.empty()) b.erase(random() % b.size(), 1);
    EXPECT_LE(__builtin_popcount(consonant_bag(a) ^ consonant_bag(b)) / 2.0, spelling_distance(a, b))
        << a << " / " << b;
  }
}

}  // namespace
}  // namespace actant::internal
