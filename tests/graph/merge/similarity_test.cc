#include "graph/merge/similarity.h"

#include <gtest/gtest.h>

#include "graph/merge/blocking.h"
#include "graph/merge/conflict.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

TEST(SimilarityTest, EditDistanceCountsSwapsOnceAndStopsAtTheLimit) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 9), 3u);
  EXPECT_EQ(edit_distance("araghchi", "argahchi", 9), 1u);
  EXPECT_EQ(edit_distance("", "abc", 9), 3u);
  EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3u);  // limit + 1
  EXPECT_EQ(edit_distance("same", "same", 0), 0u);
}

TEST(SimilarityTest, TransliterationKeysAgreeOverSpellings) {
  EXPECT_EQ(transliteration_key("soleimani"), transliteration_key("suleymany"));
  EXPECT_EQ(transliteration_key("araghchi"), transliteration_key("araqchi"));
  EXPECT_EQ(transliteration_key("zelenskyy"), transliteration_key("zelenskiy"));
  EXPECT_EQ(transliteration_key("hezbollah"), transliteration_key("hizbullah"));
  EXPECT_NE(transliteration_key("martin"), transliteration_key("morton"));
  EXPECT_EQ(consonant_skeleton("qadhafi"), consonant_skeleton("gaddafi"));
  EXPECT_EQ(transliteration_key(""), "");
}

TEST(SimilarityTest, Acronyms) {
  EXPECT_TRUE(is_acronym_of("iaea", split_words("international atomic energy agency")));
  EXPECT_TRUE(is_acronym_of("opec", split_words("organization of the petroleum exporting countries")));
  EXPECT_FALSE(is_acronym_of("un", split_words("united kingdom")));
  EXPECT_FALSE(is_acronym_of("u", split_words("unicef")));
}

TEST(BlocksTest, PairsComeFromSharedKeysAndLargeBlocksCompareNeighboursOnly) {
  Blocks blocks;
  for (uint32_t i = 0; i < 3; ++i) blocks.add("small", i);
  for (uint32_t i = 10; i < 60; ++i) blocks.add("large", i);
  blocks.finish();
  int small = 0, large = 0;
  blocks.for_each_pair(
      10, 2, [](uint32_t a, uint32_t b) { return a > b; },
      [&](uint32_t a, uint32_t b) {
        EXPECT_LT(a, b);
        EXPECT_LE(b - a, 2u);
        ++(b < 10 ? small : large);
      });
  EXPECT_EQ(small, 3);
  EXPECT_EQ(large, 49 + 48);  // the next one and the one after
  EXPECT_EQ(blocks.at("small"), (std::vector<uint32_t>{0, 1, 2}));
  EXPECT_TRUE(blocks.at("none").empty());
}

TEST(ConflictTest, ARareCountryIsDoubtfulAFrequentOneContradicts) {
  CountryVotes germany, france, rare, unknown;
  germany.add("DEU", 10);
  france.add("FRA", 8);
  rare.add("FRA", 2);
  EXPECT_EQ(agreement(germany, france), CountryAgreement::kContradicting);
  EXPECT_EQ(agreement(germany, rare), CountryAgreement::kDoubtful);
  EXPECT_EQ(agreement(rare, germany), CountryAgreement::kDoubtful);
  EXPECT_EQ(agreement(france, rare), CountryAgreement::kSame);
  EXPECT_EQ(agreement(germany, unknown), CountryAgreement::kUnknown);
  rare.add("", 100);
  EXPECT_EQ(rare.best(), "FRA");
}

}  // namespace
}  // namespace actant
