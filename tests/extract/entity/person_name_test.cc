#include "extract/entity/person_name.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(PersonNameTest, WordsLeaveOutInitialsSuffixesAndArticles) {
  const NameWords words = name_words("Joseph R. Biden, Jr.");
  ASSERT_EQ(words.size, 2u);
  EXPECT_EQ(words.words[0], "Joseph");
  EXPECT_EQ(words.last(), "Biden");
  EXPECT_EQ(name_words("al-Hayya").last(), "Hayya");
}

TEST(PersonNameTest, FamilyNameAgreesWithFullName) {
  EXPECT_EQ(name_agreement("Araghchi", "Abbas Araghchi"), 2);
  EXPECT_EQ(name_agreement("Lopez Obrador", "Andres Manuel Lopez Obrador"), 2);
  EXPECT_EQ(name_agreement("Joe Biden", "Joseph R. Biden"), 2);
}

TEST(PersonNameTest, FirstWordAgreesLess) { EXPECT_EQ(name_agreement("Xi", "Xi Jinping"), 1); }

TEST(PersonNameTest, DifferentForenamesContradict) {
  EXPECT_FALSE(names_compatible("George Bush", "Jeb Bush"));
  EXPECT_FALSE(names_compatible("Kerry", "Boris Johnson"));
}

}  // namespace
}  // namespace actant
