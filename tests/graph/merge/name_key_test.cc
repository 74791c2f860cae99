#include "graph/merge/name_key.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(NameKeyTest, FoldsCaseDiacriticsAndPunctuation) {
  EXPECT_EQ(fold_name("  The Hague "), "hague");
  EXPECT_EQ(fold_name("Řehoř Łódź-Ångström"), "rehor lodz angstrom");
  EXPECT_EQ(fold_name("O’Brien"), "obrien");
  EXPECT_EQ(fold_name("Iran's foreign minister"), "iran foreign minister");
  EXPECT_EQ(fold_name("U.S."), "us");
  EXPECT_EQ(fold_name("J.R.R. Tolkien"), "jrr tolkien");
  EXPECT_EQ(fold_name("St. Louis"), "st louis");
  EXPECT_EQ(fold_name("AT&T"), "at and t");
  EXPECT_EQ(fold_name("Straße"), "strasse");
  EXPECT_EQ(fold_name("Владимир Путин"), "владимир путин");
  EXPECT_EQ(fold_name("北京"), "北京");
  EXPECT_EQ(fold_name("ＡＢＣ"), "abc");
  EXPECT_EQ(fold_name("\xff\xfe"), "");
  EXPECT_EQ(fold_name("..."), "");
}

TEST(NameKeyTest, DropsWhatIsNotPartOfAName) {
  EXPECT_EQ(name_key(EntityType::kPerson, "President Joe Biden"), "joe biden");
  EXPECT_EQ(name_key(EntityType::kPerson, "Lt. Gen. John Major"), "john major");
  EXPECT_EQ(name_key(EntityType::kPerson, "King Abdullah II"), "king abdullah ii");
  EXPECT_EQ(name_key(EntityType::kPerson, "Prime Minister"), "prime minister");
  EXPECT_EQ(name_key(EntityType::kOrganization, "The Siemens AG"), "siemens");
  EXPECT_EQ(name_key(EntityType::kOrganization, "Tiffany & Co."), "tiffany");
}

TEST(NameKeyTest, KnowsCountriesCitiesAndOrganizations) {
  for (const char* name : {"U.S.", "USA", "the United States of America", "America"}) {
    EXPECT_EQ(name_key(EntityType::kPlace, name), "united states") << name;
  }
  EXPECT_EQ(name_key(EntityType::kPlace, "Kiev"), name_key(EntityType::kPlace, "Kyiv"));
  EXPECT_EQ(name_key(EntityType::kOrganization, "U.N."), "united nations");
  EXPECT_EQ(name_key(EntityType::kOrganization, "IAEA"),
            name_key(EntityType::kOrganization, "International Atomic Energy Agency"));
  EXPECT_EQ(name_key(EntityType::kPerson, "America"), "america");  // a person of that name is no country
}

TEST(NameKeyTest, IsNeverEmptyNorTooLong) {
  EXPECT_FALSE(name_key(EntityType::kTopic, "").empty());
  EXPECT_NE(name_key(EntityType::kTopic, "???"), name_key(EntityType::kTopic, "!!!"));
  const std::string name(10000, 'x');
  EXPECT_LE(name_key(EntityType::kTopic, name).size(), 200u);
  EXPECT_NE(name_key(EntityType::kTopic, name), name_key(EntityType::kTopic, name + "y"));
}

TEST(NameKeyTest, LayerOneKeepsApartWhatMayDiffer) {
  const auto node = [](EntityType type, const char* name, const char* country, bool named = true,
                       const char* article = "a1") {
    return layer1_node({type, name, country, named, ArticleId::of(article)});
  };
  using enum EntityType;
  EXPECT_EQ(node(kPerson, "Joe Biden", "USA"), node(kPerson, "President JOE BIDEN", "USA"));
  EXPECT_NE(node(kPerson, "John Smith", "USA"), node(kPerson, "John Smith", "GBR"));
  EXPECT_NE(node(kPerson, "Georgia", ""), node(kPlace, "Georgia", ""));
  EXPECT_EQ(node(kPlace, "U.S.", ""), node(kPlace, "United States", "USA"));
  EXPECT_NE(node(kPlace, "Georgia", ""), node(kPlace, "Georgia", "USA"));
  EXPECT_EQ(node(kOrganization, "UN", "USA"), node(kOrganization, "United Nations", ""));
  EXPECT_NE(node(kPerson, "spokesman", "", false, "a1"), node(kPerson, "spokesman", "", false, "a2"));
  EXPECT_NE(node(kOrganization, "police", "", false, "a1"), node(kOrganization, "police", "", false, "a2"));
  EXPECT_EQ(node(kOrganization, "police", "EGY", false, "a1"), node(kOrganization, "the police", "EGY", false, "a2"));
  EXPECT_EQ(node(kGroup, "civilians", "", false, "a1"), node(kGroup, "civilians", "", false, "a2"));
  EXPECT_EQ(node(kGroup, "protesters", "EGY", false, "a1"), node(kGroup, "Protesters", "EGY", false, "a2"));
}

}  // namespace
}  // namespace actant
