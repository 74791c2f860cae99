#include "graph/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using test::add_world;
using test::edge_lines;
using test::small_world;
using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class StoreTest : public testing::Test {
 protected:
  std::unique_ptr<Store> open() { return Store::open(dir_ / "graph"); }
  TempDir dir_;
};

TEST_F(StoreTest, OneEdgeCollectsTheSupportOfSeveralArticles) {
  auto store = open();
  add_world(*store, R"(
    Alice Smith -met-with-> Bob Jones @a1 2024-01-02
    Bob Jones -met-with-> Alice Smith @a2 2024-03-04
    Alice Smith -accused-> Bob Jones @a2 2024-03-04)");
  EXPECT_THAT(edge_lines(*store),
              UnorderedElementsAre(testing::MatchesRegex("(Alice Smith -met-with-> Bob Jones|Bob Jones -met-with-> "
                                                         "Alice Smith) x2 2024-01-02..2024-03-04"),
                                   "Alice Smith -accused-> Bob Jones x1 2024-03-04..2024-03-04"));
  const Node alice = store->find("alice smith").at(0);
  EXPECT_EQ(alice.name, "Alice Smith");
  EXPECT_EQ(alice.articles, 2u);
  EXPECT_EQ(alice.mentions, 3u);
  EXPECT_EQ(alice.first_date, "2024-01-02");
  EXPECT_EQ(alice.last_date, "2024-03-04");
}

TEST_F(StoreTest, EvidenceGivesSentenceAndMentionsByCodePoints) {
  auto store = open();
  add_world(*store, "place:Košice\nJosé Peña -visited-> place:Köln @a1 2024-01-02");
  store->for_each_edge([&](const Edge& edge) {
    EXPECT_NEAR(edge.confidence, 0.9, 1e-6);
    store->for_each_evidence(edge.key, [](const Evidence& evidence) {
      EXPECT_EQ(evidence.text, "José Peña visited Köln.");
      EXPECT_EQ(evidence.sentence, (Span{8, 31}));
      EXPECT_EQ(evidence.subject, (Span{8, 17}));
      EXPECT_EQ(evidence.object, (Span{26, 30}));
      return true;
    });
    return true;
  });
}

TEST_F(StoreTest, ConfidenceGrowsWithIndependentArticles) {
  auto store = open();
  add_world(*store, R"(
    Alice Smith -supports-> Bob Jones @a1
    Alice Smith -supports-> Bob Jones @a1
    Alice Smith -supports-> Bob Jones @a2)");
  store->for_each_edge([](const Edge& edge) {
    EXPECT_EQ(edge.articles, 2u);
    EXPECT_EQ(edge.statements, 3u);
    EXPECT_NEAR(edge.confidence, 1 - 0.1 * 0.1, 1e-6);  // once per article
    return true;
  });
}

TEST_F(StoreTest, PolarityAndModalityMakeOtherEdges) {
  auto store = open();
  add_world(*store, R"(
    Alice Smith -visited-> place:Iran @a1
    Alice Smith -!visited-> place:Iran @a1
    Alice Smith -~planned visited-> place:Iran @a2)");
  EXPECT_THAT(edge_lines(*store),
              ElementsAre("Alice Smith -visited-> Iran x1", "Alice Smith -~planned visited-> Iran x1",
                          "Alice Smith -!visited-> Iran x1"));
}

TEST_F(StoreTest, OpenRelationsKeepTheirLemma) {
  auto store = open();
  add_world(*store, "Alice Smith -open:dance_with-> Bob Jones");
  EXPECT_THAT(edge_lines(*store), ElementsAre("Alice Smith -open:dance_with-> Bob Jones x1"));
}

TEST_F(StoreTest, FindsByNormalizedNameAliasAndId) {
  auto store = open();
  add_world(*store, R"(
    place:U.S. -accused-> place:Iran @a1
    place:the United States -accused-> place:Iran @a2
    place:USA -also-known-as-> Uncle Sam @a3
    José Peña -visited-> place:Iran @a3)");
  const Node node = store->find("america").at(0);
  EXPECT_EQ(node.name, "United States");
  EXPECT_EQ(node.articles, 3u);
  EXPECT_EQ(store->find("UNCLE SAM").size(), 2u);  // the alias as a topic, and its bearer
  EXPECT_EQ(store->find("jose  pena").at(0).name, "José Peña");
  EXPECT_EQ(store->find(node.id.to_string()).at(0).id, node.id);
  EXPECT_THAT(store->find("nobody"), IsEmpty());
  EXPECT_THAT(store->find(""), IsEmpty());
}

TEST_F(StoreTest, NearestForgivesTypingErrors) {
  auto store = open();
  add_world(*store, R"(
    Abbas Araghchi -met-with-> Marco Rubio @a1
    Marco Rubio -visited-> place:Qatar @a2
    Antonio Guterres -visited-> place:Qatar @a2)");
  EXPECT_EQ(store->nearest("Abas Aragchi", 3).at(0).name, "Abbas Araghchi");
  EXPECT_EQ(store->nearest("Guteres", 3).at(0).name, "Antonio Guterres");
  EXPECT_EQ(store->nearest("quatar", 3).at(0).name, "Qatar");
  EXPECT_EQ(store->nearest("marc", 1).at(0).name, "Marco Rubio");
  EXPECT_EQ(store->nearest("Araqtchi", 1).at(0).name, "Abbas Araghchi") << "by sound";
  EXPECT_THAT(store->nearest("zzzzzz", 3), IsEmpty());
}

TEST_F(StoreTest, EdgesOfANodeByDirection) {
  auto store = open();
  add_world(*store, R"(
    Alice Smith -accused-> Bob Jones
    Carl Brown -accused-> Alice Smith
    Alice Smith -met-with-> Dora White)");
  const NodeId alice = store->find("Alice Smith").at(0).id;
  const auto count = [&](Direction direction) {
    int edges = 0;
    store->for_each_edge_of(alice, direction, [&](const Edge&) { return ++edges > 0; });
    return edges;
  };
  EXPECT_EQ(count(Direction::kOut), 2);
  EXPECT_EQ(count(Direction::kIn), 2);
  EXPECT_EQ(count(Direction::kBoth), 3);
}

TEST_F(StoreTest, AnAcronymIsShownAsItIsMostlyWritten) {
  auto store = open();
  add_world(*store,
            "org:ZORP -visited-> place:France @a1\norg:ZORP -visited-> place:Spain @a2\n"
            "org:Zorp -visited-> place:Italy @a3\norg:KRAM -visited-> place:Italy @a3\n"
            "org:Kram Limited -visited-> place:Italy @a4\norg:Diet -visited-> place:Italy @a5\n"
            "org:Diet -visited-> place:Italy @a6\norg:DIET -visited-> place:Italy @a7\n"
            "org:The Diet -visited-> place:Italy @a8");
  EXPECT_EQ(store->find("diet").at(0).name, "Diet");
  EXPECT_EQ(store->find("zorp").at(0).name, "ZORP");
  EXPECT_EQ(store->find("kram").at(0).name, "Kram Limited");  // a full name goes before an acronym
}

TEST_F(StoreTest, StatementsKeepTheirText) {
  auto store = open();
  add_world(*store,
            "Alice Smith -stated-> the siege must be lifted @a1\nBob Jones -stated-> The siege must be lifted @a2");
  std::vector<Node> statements;
  store->for_each_node([&](const Node& node) {
    if (node.type == EntityType::kStatement) statements.push_back(node);
    return true;
  });
  ASSERT_THAT(statements, SizeIs(1));  // the same words are one statement
  EXPECT_EQ(statements[0].articles, 2u);
  EXPECT_EQ(store->counts().statements, 1u);
}

TEST_F(StoreTest, TheSameArticleAgainChangesNothing) {
  auto store = open();
  const Record record = small_world("Alice Smith -met-with-> Bob Jones @a1 2024-01-02").at(0);
  EXPECT_EQ(store->add(record), AddResult::kAdded);
  store->resolve();
  const std::string before = test::dump(*store);
  EXPECT_EQ(store->add(record), AddResult::kUnchanged);
  store->resolve();
  EXPECT_EQ(test::dump(*store), before);
}

TEST_F(StoreTest, ContainsKnowsArticleAndFingerprint) {
  auto store = open();
  const Record record = small_world("Alice Smith -met-with-> Bob Jones @a1").at(0);
  const uint64_t fingerprint = article_fingerprint(record.text, "model 1");
  EXPECT_FALSE(store->contains(ArticleId::of("a1"), fingerprint));
  store->add(record, fingerprint);
  EXPECT_TRUE(store->contains(ArticleId::of("a1"), fingerprint));
  const uint64_t newer = article_fingerprint(record.text, "model 2");
  EXPECT_FALSE(store->contains(ArticleId::of("a1"), newer));
  EXPECT_EQ(store->add(record, newer), AddResult::kUnchanged);
  EXPECT_TRUE(store->contains(ArticleId::of("a1"), newer));
}

TEST_F(StoreTest, AChangedArticleReplacesWhatTheOldOneSaid) {
  auto store = open();
  add_world(*store, R"(
    Alice Smith -met-with-> Bob Jones @a1 2024-01-02
    Alice Smith -accused-> place:Iran @a1
    Alice Smith -met-with-> Bob Jones @a2 2024-02-02)");
  const Record changed = small_world("Alice Smith -met-with-> Bob Jones @a1 2024-03-03").at(0);
  EXPECT_EQ(store->add(changed), AddResult::kReplaced);
  store->resolve();

  auto fresh = Store::open(dir_ / "fresh");
  add_world(*fresh,
            "Alice Smith -met-with-> Bob Jones @a1 2024-03-03\nAlice Smith -met-with-> Bob Jones @a2 2024-02-02");
  EXPECT_EQ(test::dump(*store), test::dump(*fresh));
  EXPECT_THAT(store->find("Iran"), IsEmpty());
}

TEST_F(StoreTest, RemoveTakesAnArticleBack) {
  auto store = open();
  add_world(*store, "Alice Smith -met-with-> Bob Jones @a1 2024-01-02\nCarl Brown -visited-> place:Iran @a2");
  EXPECT_TRUE(store->remove(ArticleId::of("a2")));
  EXPECT_FALSE(store->remove(ArticleId::of("a2")));
  store->resolve();
  auto fresh = Store::open(dir_ / "fresh");
  add_world(*fresh, "Alice Smith -met-with-> Bob Jones @a1 2024-01-02");
  EXPECT_EQ(test::dump(*store), test::dump(*fresh));
}

TEST_F(StoreTest, MergedNodesShowOneEdgeWithDistinctArticles) {
  auto store = open();
  add_world(*store, R"(
    Qasem Soleimani -met-with-> Bashar al-Assad @a1 2019-01-01
    Qassim Suleymany -met-with-> Bashar Assad @a1 2019-01-01
    Bashar al-Assad -met-with-> Qasem Soleimani @a2 2019-02-01)");
  const auto lines = edge_lines(*store);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0], HasSubstr("x2 2019-01-01..2019-02-01"));
  const Node node = store->find("Qassim Suleymany").at(0);
  EXPECT_EQ(node.name, "Qasem Soleimani");
  EXPECT_EQ(node.articles, 2u);
  EXPECT_EQ(store->counts().nodes, 2u);
  EXPECT_EQ(store->counts().edges, 1u);
}

TEST_F(StoreTest, CountsAreRightWithAndWithoutResolve) {
  auto store = open();
  add_world(*store, "Alice Smith -met-with-> Bob Jones @a1");
  store->add(small_world("Carl Brown -visited-> place:Iran @a2").at(0));
  const StoreCounts counts = store->counts();
  EXPECT_EQ(counts.articles, 2u);
  EXPECT_EQ(counts.nodes, 4u);
  EXPECT_EQ(counts.edges, 2u);
  EXPECT_EQ(counts.evidence, 2u);
  EXPECT_EQ(counts.mentions, 4u);
}

TEST_F(StoreTest, ARecordWithoutIdIsRefused) {
  auto store = open();
  EXPECT_THROW(store->add(Record{}), InvalidArgument);
  Record record = small_world("Alice Smith -met-with-> Bob Jones").at(0);
  record.relations[0].object = "e9";
  EXPECT_THROW(store->add(record), InvalidArgument);
  EXPECT_EQ(store->counts().articles, 0u);
}

TEST_F(StoreTest, ARecordWithoutTextKeepsOffsets) {
  auto store = open();
  Record record = small_world("Alice Smith -met-with-> Bob Jones").at(0);
  record.text.clear();
  store->add(record);
  store->resolve();
  store->for_each_edge([&](const Edge& edge) {
    store->for_each_evidence(edge.key, [](const Evidence& evidence) {
      EXPECT_EQ(evidence.sentence, (Span{0, 31}));
      EXPECT_EQ(evidence.text, "");
      return true;
    });
    return true;
  });
  EXPECT_EQ(store->find("Alice Smith").size(), 1u);
}

}  // namespace
}  // namespace actant
