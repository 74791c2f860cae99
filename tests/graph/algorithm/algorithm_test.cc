#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "graph/algorithm/centrality.h"
#include "graph/algorithm/components.h"
#include "graph/algorithm/view.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

class AlgorithmTest : public testing::Test {
 protected:
  GraphView view_of(const std::string& world, const ViewOptions& options = {}) {
    store_ = Store::open(dir_ / "graph");
    test::add_world(*store_, world);
    return GraphView(*store_, options);
  }
  GraphView::Vertex named(const GraphView& view, const std::string& name) {
    return view.vertex(store_->find(name).at(0).id).value();
  }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
};

TEST_F(AlgorithmTest, AViewTakesTheMemoryThatItsPageStates) {
  const GraphView view = view_of("Ada Quist -accused-> Bo Rask @a1\nBo Rask -met-with-> Cy Tonn @a1");
  EXPECT_EQ(boost::num_edges(view.graph()), 3u);
  EXPECT_EQ(view.memory_bytes(), 12 * view.size() + 4 + 8 * boost::num_edges(view.graph()));
}

TEST_F(AlgorithmTest, AViewJoinsTheRelationsOfAPair) {
  const GraphView view = view_of(R"(
    Alice Smith -accused-> Bob Jones @a1
    Alice Smith -threatened-> Bob Jones @a2
    Alice Smith -!supports-> Bob Jones @a3
    Bob Jones -met-with-> Carl Brown @a1
    Bob Jones -stated-> something else @a1)");
  EXPECT_EQ(view.size(), 3u);
  EXPECT_EQ(boost::num_edges(view.graph()), 3u);  // one from Alice to Bob, two for the meeting
  const auto [begin, end] = boost::out_edges(named(view, "Alice Smith"), view.graph());
  ASSERT_EQ(end - begin, 1);
  EXPECT_EQ(view.graph()[*begin].weight, 2);
  EXPECT_EQ(boost::target(*begin, view.graph()), named(view, "Bob Jones"));
}

TEST_F(AlgorithmTest, ComponentsIgnoreDirectionAndComeBySize) {
  const GraphView view = view_of(R"(
    Alice Smith -accused-> Bob Jones
    Carl Brown -accused-> Bob Jones
    Dora White -met-with-> Emil Black
    Fritz Green)");
  const Components components = connected_components(view);
  EXPECT_THAT(components.sizes, ElementsAre(3, 2, 1));
  EXPECT_EQ(components.of_vertex[named(view, "Alice Smith")], components.of_vertex[named(view, "Carl Brown")]);
  EXPECT_EQ(components.of_vertex[named(view, "Fritz Green")], 2u);
}

TEST_F(AlgorithmTest, DegreeCountsDifferentNeighbours) {
  const GraphView view = view_of(R"(
    Alice Smith -accused-> Bob Jones
    Bob Jones -accused-> Alice Smith
    Alice Smith -met-with-> Carl Brown)");
  const auto degree = degrees(view);
  EXPECT_EQ(degree[named(view, "Alice Smith")], 2u);
  EXPECT_EQ(degree[named(view, "Bob Jones")], 1u);
  EXPECT_EQ(view.id(top_vertices(degree, 1).at(0).vertex), store_->find("Alice Smith").at(0).id);
}

// The values of a small graph worked out by hand: a and b lead to c, c leads nowhere.
TEST_F(AlgorithmTest, PageRankAgreesWithTheFixedPoint) {
  const GraphView view = view_of("Alice Smith -accused-> Carl Brown\nBob Jones -accused-> Carl Brown");
  const auto rank = page_rank(view);
  EXPECT_THAT(std::accumulate(rank.begin(), rank.end(), 0.0), DoubleNear(1, 1e-9));
  // x = 0.05 + 0.85 z / 3, z = x + 2 * 0.85 x, 2 x + z = 1
  const double x = 1 / 4.7;
  EXPECT_THAT(rank[named(view, "Alice Smith")], DoubleNear(x, 1e-6));
  EXPECT_THAT(rank[named(view, "Carl Brown")], DoubleNear(2.7 * x, 1e-6));
}

TEST_F(AlgorithmTest, PageRankFollowsTheWeights) {
  const GraphView view = view_of(R"(
    Alice Smith -accused-> Bob Jones @a1
    Alice Smith -accused-> Bob Jones @a2
    Alice Smith -accused-> Bob Jones @a3
    Alice Smith -accused-> Carl Brown @a1)");
  const auto rank = page_rank(view);
  EXPECT_GT(rank[named(view, "Bob Jones")], 1.3 * rank[named(view, "Carl Brown")]);
}

TEST_F(AlgorithmTest, AnEmptyGraphHasNothingToRank) {
  const GraphView view = view_of("");
  EXPECT_TRUE(page_rank(view).empty());
  EXPECT_TRUE(degrees(view).empty());
  EXPECT_TRUE(connected_components(view).sizes.empty());
}

}  // namespace
}  // namespace actant
