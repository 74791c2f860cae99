#include "graph/merge/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

/// Decisions through a real store: what a user sees.
class ResolverTest : public testing::Test {
 protected:
  void build(const std::string& world) {
    store_ = Store::open(dir_ / "graph");
    test::add_world(*store_, world);
  }
  // True when there is a node that all these names find.
  bool one(std::initializer_list<const char*> names) {
    std::vector<NodeId> common;
    bool first = true;
    for (const char* name : names) {
      std::vector<NodeId> ids;
      for (const Node& node : store_->find(name)) ids.push_back(node.id);
      std::sort(ids.begin(), ids.end());
      std::vector<NodeId> both;
      std::set_intersection(ids.begin(), ids.end(), common.begin(), common.end(), std::back_inserter(both));
      common = first ? ids : both;
      first = false;
    }
    return !common.empty();
  }
  size_t found(const char* name) { return store_->find(name).size(); }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
};

TEST_F(ResolverTest, ASurnameGoesToTheOnlyPersonWhoSharesItsContext) {
  build(R"(
    Abbas Araghchi -met-with-> Marco Rubio @a1
    Araghchi -accused-> Marco Rubio @a2)");
  EXPECT_TRUE(one({"Araghchi", "Abbas Araghchi"}));
}

TEST_F(ResolverTest, ASurnameStaysAloneWhenTwoPersonsBearIt) {
  build(R"(
    John Smith -visited-> place:France @a1
    Jane Smith -visited-> place:Spain @a2
    Smith -visited-> place:Italy @a3)");
  EXPECT_FALSE(one({"Smith", "John Smith"}));
  EXPECT_FALSE(one({"Smith", "Jane Smith"}));
  EXPECT_FALSE(one({"John Smith", "Jane Smith"}));
}

TEST_F(ResolverTest, ContextDecidesBetweenTwoPersonsOfASurname) {
  build(R"(
    John Smith -accused-> Hugo Weiss @a1
    Jane Smith -visited-> place:Spain @a2
    Smith -met-with-> Hugo Weiss @a3)");
  EXPECT_TRUE(one({"Smith", "John Smith"}));
}

TEST_F(ResolverTest, HomonymsOfDifferentCountriesStayApart) {
  build(R"(
    John Smith/USA -visited-> place:France @a1
    John Smith/GBR -visited-> place:Spain @a2)");
  EXPECT_EQ(found("John Smith"), 2u);
}

TEST_F(ResolverTest, AnUnknownCountryDoesNotDivide) {
  build(R"(
    Hugo Weiss/DEU -visited-> place:France @a1
    Hugo Weiss -visited-> place:Spain @a2)");
  EXPECT_EQ(found("Hugo Weiss"), 1u);
  EXPECT_EQ(store_->find("Hugo Weiss")[0].actor_country, "DEU");
}

TEST_F(ResolverTest, OneWrongCountryAmongManyIsForgivenWhereTheContextAgrees) {
  std::string world = "Hugo Weiss/FRA -met-with-> Ada Klein @b1\n";
  for (int i = 0; i < 6; ++i) world += "Hugo Weiss/DEU -met-with-> Ada Klein @a" + std::to_string(i) + "\n";
  build(world);
  EXPECT_EQ(found("Hugo Weiss"), 1u);
}

TEST_F(ResolverTest, MinistriesOfDifferentCountriesStayApart) {
  build(R"(
    org:Foreign Ministry/IRN -accused-> place:Israel @a1
    org:Foreign Ministry/RUS -accused-> place:Ukraine @a2
    org:Foreign Ministry -accused-> place:Japan @a3)");
  EXPECT_EQ(found("Foreign Ministry"), 3u);
}

TEST_F(ResolverTest, ATypeDivides) {
  build("Jordan -visited-> place:Jordan");
  EXPECT_EQ(found("Jordan"), 2u);
}

TEST_F(ResolverTest, AnAcronymGoesToTheOrganizationThatAnArticleCallsSo) {
  build(R"(
    org:Kurdish Free Party -accused-> place:Turkey @a1
    org:Kurdish Free Party -also-known-as-> KFP @a1
    org:KFP -attacked-> place:Turkey @a2)");
  const auto nodes = store_->find("KFP");
  EXPECT_TRUE(
      std::any_of(nodes.begin(), nodes.end(), [](const Node& node) { return node.name == "Kurdish Free Party"; }));
  EXPECT_FALSE(std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.type == EntityType::kOrganization && node.name == "KFP";
  }));
}

TEST_F(ResolverTest, AnAcronymOfTwoOrganizationsStaysAlone) {
  build(R"(
    org:National Progress Action League -visited-> place:France @a1
    org:Northern Peoples Arms Lobby -visited-> place:Spain @a2
    org:NPAL -visited-> place:Italy @a3)");
  EXPECT_FALSE(one({"NPAL", "National Progress Action League"}));
  EXPECT_FALSE(one({"NPAL", "Northern Peoples Arms Lobby"}));
}

TEST_F(ResolverTest, SpellingsOfOrganizations) {
  build(R"(
    org:Hezbollah -attacked-> place:Israel @a1
    org:Hizbullah -attacked-> place:Israel @a2
    org:al-Qaeda -attacked-> place:Iraq @a3
    org:Al Qa'ida -attacked-> place:Iraq @a4
    org:Siemens AG -acquired-> org:Altana @a5
    org:Siemens -acquired-> org:Altana Inc. @a6
    org:UN -accused-> place:Iran @a7
    org:the United Nations -accused-> place:Iran @a8)");
  EXPECT_TRUE(one({"Hezbollah", "Hizbullah"}));
  EXPECT_TRUE(one({"al-Qaeda", "al Qaida"}));
  EXPECT_TRUE(one({"Siemens AG", "Siemens"}));
  EXPECT_TRUE(one({"Altana", "Altana Inc."}));
  EXPECT_TRUE(one({"UN", "United Nations", "U.N."}));
}

TEST_F(ResolverTest, NearNamesOfPlacesAndOrganizationsStayApart) {
  build(R"(
    place:Niger -visited-> place:Nigeria @a1
    place:Austria -visited-> place:Australia @a1
    place:Iran -visited-> place:Iraq @a1
    place:Slovakia -visited-> place:Slovenia @a1
    place:Mali -visited-> place:Malta @a1
    org:National Party -accused-> org:Nation Party @a1
    org:7th Fleet -accused-> org:8th Fleet @a1)");
  for (const auto& [a, b] : {std::pair("Niger", "Nigeria"),
                             {"Austria", "Australia"},
                             {"Iran", "Iraq"},
                             {"Slovakia", "Slovenia"},
                             {"Mali", "Malta"},
                             {"National Party", "Nation Party"},
                             {"7th Fleet", "8th Fleet"}}) {
    EXPECT_FALSE(one({a, b})) << a << " / " << b;
  }
}

TEST_F(ResolverTest, InitialsAndMiddleNames) {
  build(R"(
    J. Weissman -visited-> place:France @a1
    Josef Weissman -visited-> place:Spain @a2
    George Bush -visited-> place:France @a3
    George W. Bush -visited-> place:Italy @a4
    George H. W. Bush -visited-> place:Japan @a5)");
  EXPECT_TRUE(one({"J. Weissman", "Josef Weissman"}));
  EXPECT_FALSE(one({"George W. Bush", "George H. W. Bush"}));
}

TEST_F(ResolverTest, TheRepresentativeIsTheMemberWithMostMentions) {
  build(R"(
    Qassim Suleymany -visited-> place:Iraq @a1
    Qasem Soleimani -visited-> place:Iraq @a2
    Qasem Soleimani -visited-> place:Syria @a3)");
  const Node node = store_->find("Qassim Suleymany").at(0);
  EXPECT_EQ(node.name, "Qasem Soleimani");
  EXPECT_EQ(store_->node(node.id)->id, node.id);
}

TEST(ResolveNodesTest, DoesNotDependOnTheOrderOfItsInput) {
  std::vector<RawNode> nodes;
  const char* names[] = {"qasem soleimani", "qassim suleymany", "soleimani", "john smith", "j smith",
                         "smith",           "jane smith"};
  for (const char* name : names) {
    RawNode node;
    node.id = NodeId::make(EntityType::kPerson, stable_hash(name));
    node.names.push_back({name, 3, true, false});
    node.mentions = node.articles = 3;
    node.named = true;
    nodes.push_back(node);
  }
  class NoContext : public ResolverContext {
    std::vector<NodeId> neighbors(NodeId) const override { return {}; }
    uint32_t together(NodeId, NodeId) const override { return 0; }
  };
  const NoContext none;
  const auto expected = resolve_nodes(nodes, none).representatives;
  EXPECT_FALSE(expected.empty());
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(nodes.begin(), nodes.end(), random);
    EXPECT_EQ(resolve_nodes(nodes, none).representatives, expected);
  }
}

}  // namespace
}  // namespace actant
