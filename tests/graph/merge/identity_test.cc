// Decisions of persons, watch lists and explanations through a real store: what a user sees.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "graph/merge/body_name.h"
#include "graph/merge/decision.h"
#include "graph/merge/office.h"
#include "graph/model/error.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::ElementsAre;

class IdentityTest : public testing::Test {
 protected:
  void build(const std::string& world) {
    store_ = Store::open(dir_ / "graph");
    test::add_world(*store_, world);
  }
  DecisionNode node(const char* name) { return {store_->find_members(name).at(0), name}; }
  void decide(Decision::Kind kind, const char* a, const char* b, const char* text = "") {
    Decision decision;
    decision.kind = kind;
    decision.a = node(a);
    if (kind != Decision::Kind::kRename) decision.b = node(b);
    decision.text = text;
    store_->decide(decision);
    EXPECT_TRUE(store_->resolve().empty());
  }
  NodeId found(const char* name) { return store_->find(name).at(0).id; }
  bool one(const char* a, const char* b) { return store_->node(node(a).id)->id == store_->node(node(b).id)->id; }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
};

TEST_F(IdentityTest, APersonsDecisionWinsAndCanBeTakenBack) {
  build(R"(
    Gerhard Fritz Kurt Schroeder -visited-> place:Russia @a1
    Acker -visited-> place:France @a2
    Qasem Soleimani -visited-> place:Iraq @a3
    Qassim Suleymany -visited-> place:Iraq @a4)");
  EXPECT_FALSE(one("Acker", "Gerhard Fritz Kurt Schroeder"));
  EXPECT_TRUE(one("Qasem Soleimani", "Qassim Suleymany"));
  decide(Decision::Kind::kSame, "Acker", "Gerhard Fritz Kurt Schroeder");
  decide(Decision::Kind::kDifferent, "Qasem Soleimani", "Qassim Suleymany");
  EXPECT_TRUE(one("Acker", "Gerhard Fritz Kurt Schroeder"));
  EXPECT_FALSE(one("Qasem Soleimani", "Qassim Suleymany"));
  for (const Decision& decision : store_->decisions()) EXPECT_TRUE(store_->undecide(decision));
  store_->resolve();
  EXPECT_FALSE(one("Acker", "Gerhard Fritz Kurt Schroeder"));
  EXPECT_TRUE(one("Qasem Soleimani", "Qassim Suleymany"));
}

TEST_F(IdentityTest, DecisionsSurviveRemovalAndReopening) {
  build("Acker -visited-> place:France @a1\nBrandt -visited-> place:Spain @a2");
  decide(Decision::Kind::kSame, "Acker", "Brandt");
  ASSERT_TRUE(store_->remove(ArticleId::of("a1")));
  store_->resolve();
  EXPECT_TRUE(store_->find("Acker").empty());
  store_.reset();
  store_ = Store::open(dir_ / "graph");
  test::add_world(*store_, "Acker -visited-> place:Italy @a3 \nBrandt -visited-> place:Spain @a2");
  EXPECT_EQ(store_->decisions().size(), 1u);
}

TEST_F(IdentityTest, ADecisionInAnotherGraphGoesByTheName) {
  build("Acker -visited-> place:France @a1\nBrandt -visited-> place:Spain @a2");
  store_->decide(parse_decision("same\t\tperson:Acker\t\tBrandt\t\tsaid so"));
  store_->resolve();
  EXPECT_TRUE(one("Acker", "Brandt"));
}

TEST_F(IdentityTest, RenamingShowsTheNewNameAndFindsByBoth) {
  build("Qasem Soleimani -visited-> place:Iraq @a1\nQassim Suleymany -visited-> place:Iraq @a2");
  decide(Decision::Kind::kRename, "Qassim Suleymany", "", "General Soleimani of the Quds Force");
  EXPECT_EQ(store_->node(found("Qasem Soleimani"))->name, "General Soleimani of the Quds Force");
  EXPECT_EQ(found("General Soleimani of the Quds Force"), found("Qasem Soleimani"));
}

TEST_F(IdentityTest, ContradictingDecisionsAreReported) {
  build("Acker -visited-> place:France @a1\nBrandt -visited-> place:Spain @a2\nConradi -visited-> place:Italy @a3");
  decide(Decision::Kind::kSame, "Acker", "Brandt");
  decide(Decision::Kind::kDifferent, "Acker", "Conradi");
  Decision decision;
  decision.a = node("Brandt");
  decision.b = node("Conradi");
  store_->decide(decision);
  EXPECT_EQ(store_->resolve().size(), 1u);
  EXPECT_THROW(store_->decide(Decision{}), InvalidArgument);
}

TEST_F(IdentityTest, StepsConnectTheMembersWithReasons) {
  build(R"(
    Abbas Araghchi/IRN -met-with-> Marco Rubio @a1
    Abbas Araqchi/IRN -met-with-> Marco Rubio @a2)");
  const auto steps = store_->merge_steps(found("Abbas Araqchi"));
  ASSERT_EQ(steps.size(), 1u);
  std::vector<MergeReason::Code> codes;
  for (const MergeReason& reason : steps[0].reasons) codes.push_back(reason.code);
  EXPECT_THAT(codes, ElementsAre(MergeReason::Code::kSpelling, MergeReason::Code::kSameCountry,
                                 MergeReason::Code::kSharedNodes));
  EXPECT_GT(steps[0].score(), kMergeThreshold);
  const MergeStep other = store_->compare(found("Abbas Araqchi"), found("Marco Rubio"));
  EXPECT_LT(other.score(), kMergeThreshold);
}

TEST_F(IdentityTest, AWatchListJoinsItsNamesAndGivesItsIds) {
  build(R"(
    Abu Bakr al-Baghdadi -attacked-> place:Iraq @a1
    Ibrahim Awad al-Badri -visited-> place:Syria @a2
    Ibrahim Aziz/USA -visited-> place:France @a3)");
  EXPECT_FALSE(one("Abu Bakr al-Baghdadi", "Ibrahim Awad al-Badri"));
  KnownEntity entity;
  entity.id = "Q4668";
  entity.names = {"Abu Bakr al-Baghdadi", "Ibrahim Awad al-Badri"};
  entity.countries = {"IRQ"};
  store_->add_known(entity);
  store_->resolve();
  EXPECT_TRUE(one("Abu Bakr al-Baghdadi", "Ibrahim Awad al-Badri"));
  EXPECT_THAT(store_->node(found("Abu Bakr al-Baghdadi"))->same_as,
              ElementsAre("http://www.wikidata.org/entity/Q4668"));
  store_->clear_known();
  store_->resolve();
  EXPECT_TRUE(store_->node(found("Abu Bakr al-Baghdadi"))->same_as.empty());
}

TEST_F(IdentityTest, AWatchListDoesNotTakeHomonyms) {
  build(R"(
    John Smith/USA -visited-> place:Iraq @a1
    Jack Brown -visited-> place:Iraq @a2)");
  KnownEntity entity;
  entity.names = {"John Smith"};
  entity.countries = {"GBR"};
  entity.id = "british";
  store_->add_known(entity);
  entity.names = {"Jack Brown"};
  entity.countries = {};
  for (const char* id : {"one", "two"}) {
    entity.id = id;
    store_->add_known(entity);
  }
  store_->resolve();
  EXPECT_TRUE(store_->node(found("John Smith"))->same_as.empty());
  EXPECT_TRUE(store_->node(found("Jack Brown"))->same_as.empty());
}

TEST_F(IdentityTest, PlacesKnowTheirCoordinatesAndGeoNamesIds) {
  build("Acker -visited-> place:Iran @a1\nAcker -visited-> place:Kyiv @a1\nAcker -visited-> place:Nowhere @a1");
  EXPECT_TRUE(store_->node(found("Iran"))->coordinates.has_value());
  ASSERT_TRUE(store_->node(found("Kyiv"))->coordinates.has_value());
  EXPECT_NEAR(store_->node(found("Kyiv"))->coordinates->latitude, 50.45, 0.01);
  EXPECT_NEAR(store_->node(found("Kyiv"))->coordinates->longitude, 30.52, 0.01);
  EXPECT_THAT(store_->node(found("Kyiv"))->same_as, ElementsAre("https://sws.geonames.org/703448/"));
  EXPECT_TRUE(store_->node(found("Nowhere"))->same_as.empty());
}

TEST_F(IdentityTest, TwoMinistersOfOneSurnameStayApart) {
  store_ = Store::open(dir_ / "graph");
  const std::pair<const char*, const char*> kArticles[] = {{"a1", "health minister"}, {"a2", "defence minister"}};
  for (const auto& [id, title] : kArticles) {
    Record record = test::small_world("Petrov/BGR -holds-position-> place:Bulgaria @" + std::string(id)).at(0);
    record.relations[0].title = title;
    store_->add(record);
  }
  store_->resolve();
  EXPECT_EQ(store_->find("Petrov").size(), 2u);
}

TEST_F(IdentityTest, AMinistryIsOneWhateverWayItIsCalled) {
  build(R"(
    org:Iranian Foreign Ministry -accused-> place:Israel @a1
    org:Ministry of Foreign Affairs of Iran -accused-> place:Israel @a2
    org:Foreign Ministry/IRN -accused-> place:Israel @a3
    org:Russian Foreign Ministry -accused-> place:Ukraine @a4)");
  EXPECT_TRUE(one("Iranian Foreign Ministry", "Ministry of Foreign Affairs of Iran"));
  EXPECT_TRUE(one("Iranian Foreign Ministry", "Foreign Ministry"));
  EXPECT_FALSE(one("Iranian Foreign Ministry", "Russian Foreign Ministry"));
}

TEST_F(IdentityTest, AnyOrderOfArticlesAndAnySplitGiveTheSameNodes) {
  std::vector<Record> records = test::small_world(R"(
    Abbas Araghchi/IRN -met-with-> Marco Rubio @a1
    Araghchi -accused-> place:Israel @a2
    Abbas Araqchi -met-with-> Marco Rubio @a3
    John Smith -accused-> Hugo Weiss @a4
    Jane Smith -visited-> place:Spain @a5
    Smith -met-with-> Hugo Weiss @a6
    J. Smith -visited-> place:Spain @a7
    org:Iranian Foreign Ministry -accused-> place:Israel @a8
    org:Foreign Ministry/IRN -accused-> place:Israel @a9)");
  std::mt19937 random(5);
  std::string expected;
  for (int round = 0; round < 6; ++round) {
    const auto store = Store::open(dir_ / ("g" + std::to_string(round)));
    for (const Record& record : records) {
      store->add(record);
      if (round % 2 == 1) store->resolve();  // decisions made meanwhile leave no trace
    }
    store->resolve();
    const std::string seen = test::dump(*store);
    if (round == 0) expected = seen;
    EXPECT_EQ(seen, expected);
    std::shuffle(records.begin(), records.end(), random);
  }
}

TEST(DecisionTest, ALineIsReadBack) {
  Decision decision;
  decision.kind = Decision::Kind::kDifferent;
  decision.a = {NodeId::make(EntityType::kPerson, 1), "A\tB"};
  decision.b = {NodeId::make(EntityType::kPerson, 2), "C"};
  decision.note = "two\nlines";
  const Decision read = parse_decision(decision_line(decision));
  EXPECT_EQ(read.a.id, decision.a.id);
  EXPECT_EQ(read.a.name, "A B");
  EXPECT_EQ(read.note, "two lines");
  EXPECT_EQ(parse_decision(decision_line(read)), read);
  EXPECT_THROW(parse_decision("maybe\tp-1"), ParseError);
  EXPECT_THROW(parse_decision("same\tp-1\tx\t\ty"), ParseError);
  EXPECT_THROW(parse_decision("rename\t\tx"), ParseError);
}

TEST(OfficeTest, TitlesOfOneOfficeAreOne) {
  EXPECT_EQ(office_of("Foreign Minister").key, "minister:foreign");
  EXPECT_EQ(office_of("Minister of Foreign Affairs").key, "minister:foreign");
  EXPECT_EQ(office_of("former Prime Minister").key, "head-of-government");
  EXPECT_EQ(office_of("footballer").key, "sport");
  EXPECT_FALSE(office_of("deputy foreign minister"));
  EXPECT_FALSE(office_of("leader"));
  EXPECT_EQ(occupation_of("", "BUS"), "business");
}

TEST(BodyNameTest, PutsBodiesOfAStateInOneForm) {
  EXPECT_EQ(state_body("ministry of foreign affairs of iran", "").body, "foreign ministry");
  EXPECT_EQ(state_body("iranian foreign ministry", "").country, "IRN");
  EXPECT_EQ(state_body("south korean defense ministry", "").country, "KOR");
  EXPECT_TRUE(state_body("iranian foreign ministry", "RUS").body.empty());
  EXPECT_TRUE(state_body("american airlines", "").body.empty());
  EXPECT_EQ(people_of("iranians"), "IRN");
  EXPECT_EQ(people_of("iranian people"), "IRN");
  EXPECT_EQ(people_of("protesters"), "");
}

}  // namespace
}  // namespace actant
