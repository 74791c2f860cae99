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

TEST(PersonNameTest, NamesakesOfAFamilyAreTwo) {
  EXPECT_FALSE(names_compatible("George W. Bush", "George H.W. Bush"));
  EXPECT_FALSE(names_compatible("George W. Bush", "George H. W. Bush"));
  EXPECT_FALSE(names_compatible("Donald Trump", "Donald Trump Jr."));
  EXPECT_FALSE(names_compatible("Trump Jr.", "Donald Trump"));
  EXPECT_FALSE(names_compatible("Henry Adams II", "Henry Adams III"));
  EXPECT_TRUE(names_compatible("Trump Jr.", "Donald Trump Jr."));
  EXPECT_TRUE(names_compatible("Biden", "Joseph R. Biden, Jr."));
  EXPECT_TRUE(names_compatible("Joe Biden", "Joseph R. Biden, Jr."));
  EXPECT_TRUE(names_compatible("George Bush", "George W. Bush"));
  EXPECT_TRUE(names_compatible("James Comey", "James B. Comey"));
  EXPECT_TRUE(names_compatible("J. Edgar Hoover", "Edgar Hoover"));
}

TEST(PersonNameTest, AnInitialContradictsAnotherFirstLetter) {
  EXPECT_TRUE(initials_contradict("V. K. Duggal", "M. Duggal"));
  EXPECT_FALSE(initials_contradict("V. K. Duggal", "Vinod Duggal"));
  EXPECT_FALSE(initials_contradict("J. Edgar Hoover", "Edgar Hoover"));
  EXPECT_FALSE(initials_contradict("George Bush", "Jeb Bush"));  // no initials; name_agreement() tells them apart
}

}  // namespace
}  // namespace actant
