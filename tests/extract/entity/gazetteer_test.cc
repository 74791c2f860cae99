#include "extract/entity/gazetteer.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(GazetteerTest, KnowsCountriesByNameAdjectiveAndCapital) {
  const Gazetteer& gazetteer = Gazetteer::get();
  ASSERT_NE(gazetteer.term("Islamic Republic of Iran"), nullptr);
  EXPECT_EQ(gazetteer.term("Islamic Republic of Iran")->iso3, "IRN");
  EXPECT_EQ(gazetteer.term("iranian")->iso3, "IRN");
  EXPECT_TRUE(gazetteer.term("Tehran")->kinds & kCapital);
  EXPECT_EQ(gazetteer.country_name("IRN"), "Iran");
}

TEST(GazetteerTest, AdjectiveSharedWithATerritoryMeansTheState) {
  EXPECT_EQ(Gazetteer::get().term("American")->iso3, "USA");
  EXPECT_EQ(Gazetteer::get().term("French")->iso3, "FRA");
  EXPECT_EQ(Gazetteer::get().term("Dutch")->iso3, "NLD");
}

TEST(GazetteerTest, ShortNamesInCapitalsAreNoPronouns) {
  EXPECT_NE(Gazetteer::get().term("US"), nullptr);
  EXPECT_EQ(Gazetteer::get().term("us"), nullptr);
  EXPECT_EQ(Gazetteer::get().term("who"), nullptr);
}

TEST(GazetteerTest, PluralDemonymsNamePeoples) {
  ASSERT_NE(Gazetteer::get().plural_demonym("Iranians"), nullptr);
  EXPECT_EQ(Gazetteer::get().plural_demonym("Iranians")->iso3, "IRN");
  EXPECT_EQ(Gazetteer::get().plural_demonym("Spaniards")->iso3, "ESP");
  EXPECT_EQ(Gazetteer::get().plural_demonym("protesters"), nullptr);
}

TEST(GazetteerTest, LongestTermCountsWords) {
  EXPECT_EQ(Gazetteer::get().longest_term("protesters"), 0u);
  EXPECT_GE(Gazetteer::get().longest_term("United"), 4u);
}

TEST(GazetteerTest, NounsHaveClassSectorAndGender) {
  const NounEntry* spokeswoman = Gazetteer::get().noun("spokeswoman");
  ASSERT_NE(spokeswoman, nullptr);
  EXPECT_EQ(spokeswoman->noun_class, NounClass::kPerson);
  EXPECT_EQ(spokeswoman->gender, Gender::kFemale);
  EXPECT_EQ(Gazetteer::get().noun("army")->sector, "MIL");
  EXPECT_EQ(Gazetteer::get().noun("table"), nullptr);
}

TEST(GazetteerTest, ForenamesTellGenderOnlyWhereClear) {
  EXPECT_EQ(Gazetteer::get().forename("Hillary"), Gender::kFemale);
  EXPECT_EQ(Gazetteer::get().forename("Vladimir"), Gender::kMale);
  EXPECT_EQ(Gazetteer::get().forename("Xyzzy"), Gender::kUnknown);
}

TEST(GazetteerTest, TitlesAreFoundWithTheirFullStop) {
  ASSERT_NE(Gazetteer::get().title("Mrs."), nullptr);
  EXPECT_EQ(Gazetteer::get().title("Mrs.")->gender, Gender::kFemale);
  EXPECT_EQ(Gazetteer::get().title("Baker"), nullptr);
}

TEST(StringIndexTest, KeepsFirstValueAndGrows) {
  StringIndex index;
  std::vector<std::string> keys;
  for (int i = 0; i < 500; ++i) keys.push_back("key " + std::to_string(i));
  for (uint32_t i = 0; i < keys.size(); ++i) EXPECT_EQ(index.insert(keys[i], i), i);
  EXPECT_EQ(index.insert(keys[7], 99), 7u);
  index.assign(keys[7], 99);
  EXPECT_EQ(index.find(keys[7]), 99u);
  EXPECT_EQ(index.find("absent"), StringIndex::kAbsent);
}

}  // namespace
}  // namespace actant
