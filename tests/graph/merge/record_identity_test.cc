#include "graph/merge/record_identity.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/small_world.h"

namespace actant {
namespace {

/// The nodes of the first record of a small world by the names of its entities.
std::map<std::string, NodeId> identify(const Record& record) {
  std::vector<std::string> names;
  for (const RecordEntity& entity : record.entities) names.push_back(entity.name);
  const auto identities = identify_entities(record, names);
  std::map<std::string, NodeId> nodes;
  for (size_t i = 0; i < names.size(); ++i) nodes[names[i]] = identities[i].node;
  return nodes;
}

std::map<std::string, NodeId> identify(const std::string& world) { return identify(test::small_world(world).at(0)); }

TEST(RecordIdentityTest, ASurnameIsTheOneFullNameOfItsArticle) {
  const auto nodes = identify(R"(
    Abbas Araghchi -visited-> place:Qatar
    Araghchi -accused-> place:Israel
    J. Weiss -visited-> place:Qatar
    Josef Weiss -visited-> place:Oman)");
  EXPECT_EQ(nodes.at("Araghchi"), nodes.at("Abbas Araghchi"));
  EXPECT_EQ(nodes.at("J. Weiss"), nodes.at("Josef Weiss"));
}

TEST(RecordIdentityTest, ASurnameOfTwoOrOfARelatedPersonIsItsOwn) {
  const auto two = identify(R"(
    John Smith -visited-> place:Qatar
    Jane Smith -visited-> place:Oman
    Smith -accused-> place:Israel)");
  EXPECT_NE(two.at("Smith"), two.at("John Smith"));
  EXPECT_NE(two.at("Smith"), two.at("Jane Smith"));
  const auto married = identify("Smith -related-to-> John Smith");
  EXPECT_NE(married.at("Smith"), married.at("John Smith"));
  const auto abroad = identify(R"(
    John Smith/USA -visited-> place:Qatar
    Smith/GBR -visited-> place:Oman)");
  EXPECT_NE(abroad.at("Smith"), abroad.at("John Smith"));
}

TEST(RecordIdentityTest, AnAcronymIsTheOrganizationItStandsForInItsArticle) {
  const auto nodes = identify(R"(
    org:Kurdish Free Party -accused-> place:Turkey
    org:KFP -attacked-> place:Turkey)");
  EXPECT_EQ(nodes.at("KFP"), nodes.at("Kurdish Free Party"));
}

TEST(RecordIdentityTest, OfficesKeepSurnamesOfDifferentArticlesApart) {
  const auto node = [](const char* title, const char* name) {
    Record record = test::small_world(std::string(name) + "/BGR -holds-position-> place:Bulgaria").at(0);
    record.relations[0].title = title;
    return identify(record).at(name);
  };
  EXPECT_NE(node("health minister", "Petrov"), node("defence minister", "Petrov"));
  EXPECT_EQ(node("health minister", "Petrov"), node("Minister of Health", "Petrov"));
  EXPECT_EQ(node("health minister", "Ivan Petrov"), node("defence minister", "Ivan Petrov"));
  EXPECT_NE(node("footballer", "Ivan Petrov"), node("defence minister", "Ivan Petrov"));
}

TEST(RecordIdentityTest, SurnamesOfArticlesOnDifferentCountriesAreApart) {
  const auto france = identify("Martin -visited-> place:France"), spain = identify("Martin -visited-> place:Spain");
  EXPECT_NE(france.at("Martin"), spain.at("Martin"));
  EXPECT_EQ(france.at("Martin"), identify("Martin -accused-> place:France").at("Martin"));
}

}  // namespace
}  // namespace actant
