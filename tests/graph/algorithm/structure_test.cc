#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/property_map.hpp>
#include <random>
#include <set>

#include "graph/algorithm/betweenness.h"
#include "graph/algorithm/bridges.h"
#include "graph/algorithm/communities.h"
#include "graph/algorithm/components.h"
#include "graph/algorithm/coreness.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

class StructureTest : public testing::Test {
 protected:
  GraphView view_of(const std::string& world) {
    store_.reset();
    store_ = Store::open(dir_ / ("graph" + std::to_string(count_++)));
    test::add_world(*store_, world);
    return GraphView(*store_, {.undirected = true});
  }
  GraphView random_view(std::mt19937& random, int edges) {
    std::string world;
    for (int i = 0; i < edges; ++i) {
      world += "Person P" + std::string(1, static_cast<char>('a' + random() % 14)) + " -accused-> Person P" +
               std::string(1, static_cast<char>('a' + random() % 14)) + " @a" + std::to_string(i) + "\n";
    }
    return view_of(world);
  }
  GraphView::Vertex named(const GraphView& view, const std::string& name) {
    return view.vertex(store_->find(name).at(0).id).value();
  }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
  int count_ = 0;
};

/// Components of what is left when an edge or a vertex is taken away.
size_t components_without(const GraphView& view, GraphView::Vertex a, GraphView::Vertex b, bool take_vertex) {
  std::vector<int> seen(view.size());
  size_t count = 0;
  for (GraphView::Vertex start = 0; start < view.size(); ++start) {
    if (seen[start] || (take_vertex && start == a)) continue;
    ++count;
    std::vector<GraphView::Vertex> stack = {start};
    seen[start] = 1;
    while (!stack.empty()) {
      const auto vertex = stack.back();
      stack.pop_back();
      const auto [first, last] = boost::adjacent_vertices(vertex, view.graph());
      for (auto it = first; it != last; ++it) {
        const bool taken = take_vertex ? *it == a : (vertex == a && *it == b) || (vertex == b && *it == a);
        if (seen[*it] || taken) continue;
        seen[*it] = 1;
        stack.push_back(*it);
      }
    }
  }
  return count;
}

TEST_F(StructureTest, AnUndirectedViewJoinsBothDirections) {
  const GraphView view = view_of("Ana -accused-> Bob @a1\nBob -supports-> Ana @a2\nBob -met-with-> Cem @a3");
  EXPECT_EQ(boost::num_edges(view.graph()), 4U);
  const auto [begin, end] = boost::out_edges(named(view, "Ana"), view.graph());
  ASSERT_EQ(end - begin, 1);
  EXPECT_EQ(view.graph()[*begin].weight, 2);
  // Ids may be kept with room to spare.
  EXPECT_GE(view.memory_bytes(), 3U * 8 + 4 * 4 + 4 * 8);
  EXPECT_LE(view.memory_bytes(), 4U * 8 + 4 * 4 + 4 * 8);
}

TEST_F(StructureTest, BetweennessAgreesWithBoost) {
  std::mt19937 random(3);
  for (int round = 0; round < 6; ++round) {
    const GraphView view = random_view(random, 20);
    std::vector<double> expected(view.size());
    boost::brandes_betweenness_centrality(
        view.graph(),
        boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, view.graph())));
    const auto exact = betweenness(view);
    for (size_t i = 0; i < view.size(); ++i) EXPECT_NEAR(exact[i], expected[i] / 2, 1e-9);
    EXPECT_EQ(betweenness(view, 1000), exact);
  }
}

TEST_F(StructureTest, SampledBetweennessIsTheSameEachTimeAndNearTheExact) {
  std::string world;
  for (int i = 0; i < 60; ++i) world += "Hub H -accused-> Person N" + std::to_string(i) + "\n";
  const GraphView view = view_of(world);
  const auto sampled = betweenness(view, 20);
  EXPECT_EQ(sampled, betweenness(view, 20));
  const auto hub = named(view, "Hub H");
  EXPECT_NEAR(sampled[hub], betweenness(view)[hub], 0.1 * betweenness(view)[hub]);
}

TEST_F(StructureTest, CorenessIsTheInnermostCore) {
  // A clique of four, a triangle at one of its nodes, and a tail.
  const GraphView view = view_of(R"(
    Ana -accused-> Bob
    Ana -accused-> Cem
    Ana -accused-> Dan
    Bob -accused-> Cem
    Bob -accused-> Dan
    Cem -accused-> Dan
    Dan -accused-> Eva
    Eva -accused-> Fay
    Fay -accused-> Dan
    Fay -accused-> Gil)");
  const auto cores = coreness(view);
  EXPECT_EQ(cores[named(view, "Ana")], 3U);
  EXPECT_EQ(cores[named(view, "Dan")], 3U);
  EXPECT_EQ(cores[named(view, "Eva")], 2U);
  EXPECT_EQ(cores[named(view, "Gil")], 1U);
}

TEST_F(StructureTest, BridgesAndCutVerticesAreThoseWhoseLossDisconnects) {
  std::mt19937 random(5);
  for (int round = 0; round < 12; ++round) {
    const GraphView view = random_view(random, 12 + round);
    const Bridges found = find_bridges(view);
    const size_t whole = components_without(view, UINT32_MAX, UINT32_MAX, false);
    std::set<std::pair<uint32_t, uint32_t>> bridges;
    for (const Bridge& bridge : found.bridges) bridges.insert(std::minmax(bridge.inner, bridge.outer));
    for (GraphView::Vertex a = 0; a < view.size(); ++a) {
      const auto [first, last] = boost::adjacent_vertices(a, view.graph());
      for (auto it = first; it != last; ++it) {
        if (*it < a) continue;
        EXPECT_EQ(components_without(view, a, *it, false) > whole, bridges.contains({a, *it}));
      }
      const bool is_cut = std::any_of(found.cut_vertices.begin(), found.cut_vertices.end(),
                                      [&](const CutVertex& cut) { return cut.vertex == a; });
      EXPECT_EQ(components_without(view, a, 0, true) > whole, is_cut);
    }
  }
}

TEST_F(StructureTest, ABridgeSaysHowMuchItCutsOff) {
  const GraphView view = view_of(R"(
    Ana -accused-> Bob
    Bob -accused-> Cem
    Cem -accused-> Ana
    Cem -accused-> Dan
    Dan -accused-> Eva)");
  const Bridges found = find_bridges(view);
  ASSERT_EQ(found.bridges.size(), 2U);
  EXPECT_EQ(found.bridges[0].cut_off, 2U);
  EXPECT_EQ(found.bridges[0].inner, named(view, "Cem"));
  EXPECT_EQ(found.bridges[0].outer, named(view, "Dan"));
  ASSERT_EQ(found.cut_vertices.size(), 2U);
  EXPECT_EQ(found.cut_vertices[0].vertex, named(view, "Cem"));
  EXPECT_EQ(found.cut_vertices[0].cut_off, 2U);
}

TEST_F(StructureTest, CommunitiesAreConnectedAndBeatTheTrivialPartition) {
  std::mt19937 random(9);
  for (int round = 0; round < 10; ++round) {
    const GraphView view = random_view(random, 24);
    const Communities found = find_communities(view);
    EXPECT_GE(found.modularity, -1e-9);
    EXPECT_TRUE(std::is_sorted(found.sizes.rbegin(), found.sizes.rend()));
    for (uint32_t community = 0; community < found.sizes.size(); ++community) {
      std::vector<GraphView::Vertex> stack;
      std::set<GraphView::Vertex> reached;
      const auto it = std::find(found.of_vertex.begin(), found.of_vertex.end(), community);
      ASSERT_NE(it, found.of_vertex.end());
      stack.push_back(static_cast<GraphView::Vertex>(it - found.of_vertex.begin()));
      reached.insert(stack.back());
      while (!stack.empty()) {
        const auto vertex = stack.back();
        stack.pop_back();
        const auto [first, last] = boost::adjacent_vertices(vertex, view.graph());
        for (auto other = first; other != last; ++other) {
          if (found.of_vertex[*other] == community && reached.insert(*other).second) stack.push_back(*other);
        }
      }
      EXPECT_EQ(reached.size(), found.sizes[community]);
    }
  }
}

TEST_F(StructureTest, TwoCliquesAreTwoCommunities) {
  std::string world = "Person Aa -accused-> Person Ba\n";
  for (const std::string side : {"A", "B"}) {
    for (char a = 'a'; a < 'f'; ++a) {
      for (char b = a + 1; b < 'f'; ++b) world += "Person " + side + a + " -accused-> Person " + side + b + "\n";
    }
  }
  const GraphView view = view_of(world);
  const Communities found = find_communities(view);
  EXPECT_THAT(found.sizes, testing::ElementsAre(5, 5));
  EXPECT_NE(found.of_vertex[named(view, "Person Aa")], found.of_vertex[named(view, "Person Ba")]);
  // 21 edges, 10 in each clique: 20/21 - 2 * (21/42)^2
  EXPECT_NEAR(found.modularity, 20.0 / 21 - 0.5, 1e-6);
}

TEST_F(StructureTest, AnEmptyGraphHasNoStructure) {
  const GraphView view = view_of("");
  EXPECT_TRUE(betweenness(view).empty());
  EXPECT_TRUE(coreness(view).empty());
  EXPECT_TRUE(find_bridges(view).bridges.empty());
  EXPECT_TRUE(find_communities(view).sizes.empty());
}

}  // namespace
}  // namespace actant
