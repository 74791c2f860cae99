#include "graph/merge/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>

#include "graph/model/record_io.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

/// Nobody is around anybody.
class NoContext : public ResolverContext {
  std::vector<NodeId> neighbors(NodeId) const override { return {}; }
  uint32_t together(NodeId, NodeId) const override { return 0; }
};

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

/// One article in which each of the names is a mention of the first one's bearer.
Record article_with_names(const std::string& id, const std::string& type, const std::vector<std::string>& names) {
  std::string text, mentions;
  for (const std::string& name : names) {
    mentions += (mentions.empty() ? "" : ", ") + ("{\"start\": " + std::to_string(text.size())) +
                ", \"end\": " + std::to_string(text.size() + name.size()) + ", \"kind\": \"name\"}";
    text += name + " said so. ";
  }
  return parse_record("{\"doc\": {\"id\": \"" + id + "\"}, \"text\": \"" + text +
                      "\", \"entities\": [{\"id\": \"e1\", \"type\": \"" + type + "\", \"name\": \"" + names.front() +
                      "\", \"mentions\": [" + mentions + "]}]}");
}

TEST_F(ResolverTest, ANameThatContradictsIsNoOtherNameOfAPerson) {
  store_ = Store::open(dir_ / "graph");
  // As an extractor may link them: the father for the son, a bare surname for whoever was named in full.
  store_->add(article_with_names("a1", "person", {"Donald Vane Jr.", "Donald Vane", "Donald Vane"}));
  store_->add(article_with_names("a2", "person", {"Donald Vane"}));
  store_->add(article_with_names("a3", "person", {"Sarah Hale Sandor", "Sandor", "Sandor"}));
  store_->add(article_with_names("a4", "person", {"Bernard Sandor", "Sandor", "Sandor"}));
  store_->add(article_with_names("a5", "person", {"Sandor"}));
  store_->add(article_with_names("a6", "person", {"Olga Mertz — Rommel", "Rommel", "Rommel"}));
  store_->add(article_with_names("a7", "person", {"Mark Rommel"}));
  store_->add(article_with_names("a8", "person", {"Rommel"}));
  store_->add(article_with_names("a9", "person", {"Joseph R. Tarn Jr.", "Joe Tarn", "Joe Tarn"}));
  store_->add(article_with_names("a10", "person", {"Joe Tarn"}));
  store_->resolve();
  const auto shown_as = [&](const std::string& name) {
    for (const Node& node : store_->find(name)) {
      if (node.name == name) return true;
    }
    return false;
  };
  for (const char* name : {"Donald Vane Jr.", "Donald Vane", "Sarah Hale Sandor", "Bernard Sandor",
                           "Olga Mertz — Rommel", "Mark Rommel"}) {
    EXPECT_TRUE(shown_as(name)) << name;
  }
  EXPECT_EQ(found("Joe Tarn"), 1u);  // who is called by a short forename loses the suffix too
}

TEST_F(ResolverTest, AShortSurnameIsSpelledTheSame) {
  build(R"(
    Rand Paul -visited-> place:France @a1
    Rand Paul -visited-> place:Spain @a2
    Rand Paul -visited-> place:Italy @a3
    Pool -visited-> place:Italy @a4)");
  EXPECT_FALSE(one({"Rand Paul", "Pool"}));
}

TEST_F(ResolverTest, DepartmentsAndPartiesInOtherWords) {
  build(R"(
    org:Department of Fisheries Protection -accused-> Ann Reed @a1
    org:Fisheries Protection Department -accused-> Ann Reed @a2
    org:Justice Department -accused-> Bob Lund @a3
    org:Department of Justice -accused-> Bob Lund @a4
    org:Justice Department -accused-> Bob Lund @a4
    org:Agrarian Party -accused-> Ann Reed @a5
    org:Agrarians -accused-> Bob Lund @a6
    org:Pastoralic Party -accused-> Cem Oral @a7
    org:Pastorals -accused-> Cem Oral @a8
    org:Agrarian -visited-> place:Peru @a9)");
  EXPECT_TRUE(one({"Department of Fisheries Protection", "Fisheries Protection Department"}));
  EXPECT_TRUE(one({"Justice Department", "Department of Justice"}));  // an article that has both says nothing against
  EXPECT_TRUE(one({"Agrarian Party", "Agrarians"}));
  EXPECT_TRUE(one({"Pastoralic Party", "Pastorals"}));
  EXPECT_FALSE(one({"Agrarian Party", "Agrarian"}));
}

TEST_F(ResolverTest, RelativesAreTwoWhateverElseTheyShare) {
  // President both, the same people around them, names that may be one.
  std::string world;
  for (const char* who : {"Karim Osman Daoud/TCD", "Karim Daoud/TCD"}) {
    const std::string name(who);
    for (const char* other : {"Idris Saleh", "Adam Brahim", "Ousmane Kere", "Fatime Nour", "org:Northern Front",
                              "org:Patriotic Movement"}) {
      world += name + " -met-with-> " + other + " @" + std::to_string(name.size()) + "\n";
    }
  }
  build(world);
  EXPECT_TRUE(one({"Karim Osman Daoud", "Karim Daoud"})) << "nothing says that they are two";
  test::add_world(*store_, "Karim Osman Daoud/TCD -related-to-> Karim Daoud/TCD @kin");
  EXPECT_FALSE(one({"Karim Osman Daoud", "Karim Daoud"}));
  // Not when the kinship is denied.
  ASSERT_TRUE(store_->remove(ArticleId::of("kin")));
  test::add_world(*store_, "Karim Osman Daoud/TCD -!related-to-> Karim Daoud/TCD @kin");
  const MergeStep step =
      store_->compare(store_->find_members("Karim Osman Daoud").at(0), store_->find_members("Karim Daoud").at(0));
  for (const MergeReason& reason : step.reasons) EXPECT_NE(reason.code, MergeReason::Code::kRelatives);
}

TEST_F(ResolverTest, TheElderAndTheYoungerAreTwo) {
  build(R"(
    Lucas Ferris the Elder -visited-> place:Bath @a1
    Lucas Ferris the Younger -visited-> place:Bath @a2
    Lucas Ferris Sr. -visited-> place:Bath @a3
    Antoine Delorme père -visited-> place:Lille @a4
    Antoine Delorme fils -visited-> place:Lille @a5)");
  EXPECT_FALSE(one({"Lucas Ferris the Elder", "Lucas Ferris the Younger"}));
  EXPECT_TRUE(one({"Lucas Ferris the Elder", "Lucas Ferris Sr."}));
  EXPECT_FALSE(one({"Antoine Delorme père", "Antoine Delorme fils"}));
}

TEST_F(ResolverTest, PublisherAndDayDecideWhereLittleElseDoes) {
  const std::string novotnys =
      "Peter Novotny/CZE -visited-> place:Brno @a1 2020-05-01 ^blade\nJana Novotny/CZE -visited-> place:Vienna @a2 2017-02-01 ^courier\n";
  build(novotnys + "Novotny/CZE -visited-> place:Brno @a3 2020-05-02 ^blade");
  EXPECT_TRUE(one({"Novotny", "Peter Novotny"}));
  std::vector<MergeReason::Code> codes;
  for (const MergeStep& step : store_->merge_steps(store_->find("Peter Novotny").at(0).id)) {
    for (const MergeReason& reason : step.reasons) codes.push_back(reason.code);
  }
  EXPECT_THAT(codes, testing::IsSupersetOf({MergeReason::Code::kNearInTime, MergeReason::Code::kSameSource}));
  ASSERT_TRUE(store_->remove(ArticleId::of("a3")));
  test::add_world(*store_, "Novotny/CZE -visited-> place:Brno @a3 2011-05-02 ^gazette");
  EXPECT_FALSE(one({"Novotny", "Peter Novotny"}));
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
  const NoContext none;
  const auto expected = resolve_nodes(nodes, none).representatives;
  EXPECT_FALSE(expected.empty());
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(nodes.begin(), nodes.end(), random);
    EXPECT_EQ(resolve_nodes(nodes, none).representatives, expected);
  }
}

// Names of two words in the proportions of news: a surname of rank r is borne by 1 / r of them, a third is spelled in a
// second way.
std::vector<RawNode> many_names(size_t count) {
  std::mt19937 random(11);
  std::vector<RawNode> nodes;
  const auto word = [](uint64_t number, size_t syllables) {
    std::string out;
    number = number * 0x9e3779b97f4a7c15ULL + 1;
    for (size_t i = 0; i < syllables; ++i)
      out += std::string(1, "bdfghjklmnprstvz"[number >> (i * 9) & 15]) + "aeiou"[(number >> (i * 9 + 5) & 15) % 5];
    return out + "nrmls"[(number >> 50) % 5];
  };
  std::string last;
  std::set<std::string> seen;
  while (nodes.size() < count) {
    const double rank = std::exp(std::uniform_real_distribution<double>(0, 1)(random) * std::log(20000.0));
    std::string name = word(random() % 1000 + 1000000, 2) + " " + word(static_cast<uint64_t>(rank), 3);
    if (random() % 3 == 0 && !last.empty()) {
      name = last;
      const size_t vowel = name.find_last_of("aeiou");
      name[vowel] = name[vowel] == 'u' ? 'o' : 'u';
    }
    last = name;
    if (!seen.insert(name).second) continue;
    RawNode node;
    node.id = NodeId::make(EntityType::kPerson, stable_hash(name));
    node.names.push_back({name, 1, true, false});
    node.mentions = node.articles = 1;
    node.named = true;
    nodes.push_back(node);
  }
  return nodes;
}

// Bears the name in one article.
RawNode person_node(const std::string& name) {
  RawNode node;
  node.id = NodeId::make(EntityType::kPerson, stable_hash(name));
  node.names.push_back({name, 1, true, false});
  node.mentions = node.articles = 1;
  node.named = true;
  return node;
}

TEST(ResolveNodesTest, ACommonSurnameDoesNotHideTheSpellingsOfAForename) {
  // Two spellings with other consonants, so that they have only the block of the surname in common; between them in the
  // alphabet stand a hundred others of that block.
  std::vector<RawNode> nodes = {person_node("mihail khan"), person_node("mikhail khan")};
  for (const char first : std::string("klnprstvzj")) {
    for (const char last : std::string("bdgknrstvz")) {
      for (const char vowel : std::string("aeiou"))
        nodes.push_back(person_node(std::string("m") + vowel + first + "a" + last + "i khan"));
    }
  }
  const auto decided = resolve_nodes(nodes, NoContext()).representatives;
  const auto of = [&](NodeId id) {
    const auto found = std::ranges::find_if(decided, [&](const auto& one) { return one.first == id; });
    return found == decided.end() ? id : found->second;
  };
  EXPECT_EQ(of(nodes[0].id), of(nodes[1].id));
  EXPECT_NE(of(nodes[0].id), of(person_node("mokabi khan").id));
}

TEST(ResolveNodesTest, TheWorkANameHardlyGrowsWithTheirNumber) {
  const auto work = [](size_t count) {
    const ResolverWork done = resolve_nodes(many_names(count), NoContext()).work;
    const auto names = static_cast<double>(count);
    return std::array{static_cast<double>(done.looked) / names, static_cast<double>(done.compared) / names,
                      static_cast<double>(done.weighed) / names};
  };
  const auto few = work(6000), many = work(48000);
  EXPECT_LE(many[0], 50) << "pairs looked at, a name";
  // Blocks of the smaller one are not yet of the size from which they are cut.
  EXPECT_LE(many[0], 4.0 * few[0]);
  EXPECT_LE(many[1], 3.0 * few[1]) << "pairs compared: " << few[1] << ", " << many[1];
  EXPECT_LE(many[2], 2.0 * few[2]) << "pairs weighed: " << few[2] << ", " << many[2];
}

}  // namespace
}  // namespace actant
