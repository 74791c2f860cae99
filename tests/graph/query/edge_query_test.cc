#include "graph/query/edge_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class EdgeQueryTest : public testing::Test {
 protected:
  void SetUp() override {
    store_ = Store::open(dir_ / "graph");
    auto records = test::small_world(R"(
      Alice Smith -accused-> Bob Jones @a1 2024-01-10
      Alice Smith -accused-> Bob Jones @a2 2024-02-10
      Alice Smith -!accused-> Bob Jones @a2 2024-02-10
      Alice Smith -met-with-> Bob Jones @a3 2024-03-10
      Alice Smith -visited-> place:Iran @a3 2024-03-10
      Carl Brown -~planned visited-> place:Iran @a4
      Alice Smith -open:outwit-> Bob Jones @a4)");
    records[0].doc.source = "Reuters";
    for (const Record& record : records) store_->add(record);
    store_->resolve();
    query_.subject = id("Alice Smith");
  }
  NodeId id(const char* name) { return store_->find(name).at(0).id; }
  std::vector<Edge> run() { return strongest_edges(*store_, query_, 0); }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
  EdgeQuery query_;
};

TEST_F(EdgeQueryTest, SortsBySupport) {
  const auto edges = run();
  ASSERT_THAT(edges, SizeIs(5));
  EXPECT_EQ(edges[0].articles, 2u);
  EXPECT_THAT(strongest_edges(*store_, query_, 2), SizeIs(2));
  EXPECT_EQ(strongest_edges(*store_, query_, 1)[0].key, edges[0].key);
}

TEST_F(EdgeQueryTest, EveryPlanGivesTheSameEdges) {
  query_.relation = RelationType::kAccused;
  EXPECT_EQ(plan_edges(*store_, query_), EdgePlan::kOut);
  EXPECT_THAT(run(), SizeIs(2));
  query_.object = id("Bob Jones");
  EXPECT_EQ(plan_edges(*store_, query_), EdgePlan::kOne);
  EXPECT_THAT(run(), SizeIs(2));
  query_.subject.reset();
  EXPECT_EQ(plan_edges(*store_, query_), EdgePlan::kIn);
  EXPECT_THAT(run(), SizeIs(2));
  query_.object.reset();
  EXPECT_EQ(plan_edges(*store_, query_), EdgePlan::kAll);
  EXPECT_THAT(run(), SizeIs(2));
}

TEST_F(EdgeQueryTest, SymmetricEdgesMatchFromBothSides) {
  query_.relation = RelationType::kMetWith;
  EXPECT_THAT(run(), SizeIs(1));
  query_.subject = id("Bob Jones");
  EXPECT_THAT(run(), SizeIs(1));
  query_.object = id("Alice Smith");
  EXPECT_THAT(run(), SizeIs(1));
}

TEST_F(EdgeQueryTest, Qualifiers) {
  query_.negated = true;
  EXPECT_THAT(run(), SizeIs(1));
  query_ = {};
  query_.modality = Modality::kPlanned;
  EXPECT_THAT(run(), SizeIs(1));
  query_ = {};
  query_.object_type = EntityType::kPlace;
  EXPECT_THAT(run(), SizeIs(2));
  query_.subject_type = EntityType::kPlace;
  EXPECT_THAT(run(), IsEmpty());
  query_ = {};
  query_.min_articles = 2;
  EXPECT_THAT(run(), SizeIs(1));
  query_ = {};
  query_.open_lemma = "outwit";
  EXPECT_THAT(run(), SizeIs(1));
  query_ = {};
  query_.attributed = true;
  EXPECT_THAT(run(), IsEmpty());
}

TEST_F(EdgeQueryTest, DatesAndSourcesCountOnlyTheirEvidence) {
  query_.relation = RelationType::kAccused;
  query_.negated = false;
  query_.since = "2024-02";
  auto edges = run();
  ASSERT_THAT(edges, SizeIs(1));
  EXPECT_EQ(edges[0].articles, 1u);
  EXPECT_EQ(edges[0].first_date, "2024-02-10");
  EXPECT_NEAR(edges[0].confidence, 0.9, 1e-9);
  query_.until = "2024-02-09";
  EXPECT_THAT(run(), IsEmpty());
  query_.since.clear();
  EXPECT_THAT(run(), SizeIs(1));
  query_.until.clear();
  query_.sources = {"REUTERS"};
  edges = run();
  ASSERT_THAT(edges, SizeIs(1));
  EXPECT_EQ(edges[0].first_date, "2024-01-10");
}

TEST_F(EdgeQueryTest, AnUnknownNodeMatchesNothing) {
  query_.subject = NodeId::make(EntityType::kPerson, 1);
  EXPECT_THAT(run(), IsEmpty());
}

}  // namespace
}  // namespace actant
