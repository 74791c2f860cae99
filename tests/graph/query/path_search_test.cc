#include "graph/query/path_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "graph/query/neighborhood.h"
#include "graph/query/timeline.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::ElementsAre;

class PathSearchTest : public testing::Test {
 protected:
  void make(const std::string& world) {
    store_.reset();
    store_ = Store::open(dir_ / ("graph" + std::to_string(count_++)));
    test::add_world(*store_, world);
  }
  NodeId id(const std::string& name) const { return store_->find(name).at(0).id; }
  std::string names(const FoundPath& path) const {
    std::string text;
    for (const NodeId node : path.nodes) text += (text.empty() ? "" : " ") + store_->node(node)->name;
    return text;
  }
  std::vector<std::string> paths(const std::string& from, const std::string& to, const PathOptions& options) const {
    const auto reader = store_->reader();
    std::vector<std::string> result;
    for (const FoundPath& path : find_paths(*store_, *reader, id(from), id(to), options).paths) {
      result.push_back(names(path));
    }
    return result;
  }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
  int count_ = 0;
};

TEST_F(PathSearchTest, FindsTheShortestWhateverTheDirection) {
  make(
      "Ana -accused-> Bob\nCem -accused-> Bob\nCem -met-with-> Dan\nAna -supports-> Eva\nEva -aided-> Fay\nFay -aided-> Gil\nGil -aided-> Dan");
  EXPECT_THAT(paths("Ana", "Dan", {}), ElementsAre("Ana Bob Cem Dan"));
  EXPECT_THAT(paths("Ana", "Dan", {.paths = 5}), ElementsAre("Ana Bob Cem Dan", "Ana Eva Fay Gil Dan"));
  EXPECT_THAT(paths("Ana", "Dan", {.directed = true}), ElementsAre("Ana Eva Fay Gil Dan"));
  EXPECT_THAT(paths("Ana", "Dan", {.max_hops = 2}), ElementsAre());
  EXPECT_THAT(paths("Ana", "Ana", {}), ElementsAre("Ana"));
}

TEST_F(PathSearchTest, DeniedAndMerelyPlannedLinksAndStatementsConnectNobody) {
  make("Ana -!met-with-> Bob\nAna -~planned visited-> Bob\nAna -stated-> words\nBob -stated-> words");
  EXPECT_THAT(paths("Ana", "Bob", {}), ElementsAre());
  PathOptions any;
  any.filter.negated = true;
  EXPECT_THAT(paths("Ana", "Bob", any), ElementsAre("Ana Bob"));
}

TEST_F(PathSearchTest, FiltersConcernEveryLinkAndTheNodesBetween) {
  make(
      "Ana -accused-> Bob @a1 2024-01-01\nBob -accused-> Cem @a2 2025-01-01\nAna -met-with-> org:Acme @a3 2025-02-01\n"
      "org:Acme -aided-> Dan @a3\nDan -met-with-> Cem @a4 2025-03-01");
  PathOptions late;
  late.filter.evidence.since = "2025";
  EXPECT_THAT(paths("Ana", "Cem", late), ElementsAre("Ana Acme Dan Cem"));
  PathOptions persons;
  persons.filter.evidence.since = "2025";
  persons.filter.types = {EntityType::kPerson};
  EXPECT_THAT(paths("Ana", "Cem", persons), ElementsAre());
  PathOptions accused;
  accused.filter.relations = {{RelationType::kAccused, 0}};
  EXPECT_THAT(paths("Ana", "Cem", accused), ElementsAre("Ana Bob Cem"));
}

TEST_F(PathSearchTest, ByStrengthWellSupportedLinksWin) {
  make(
      "Ana -accused-> Bob @a1\nBob -accused-> Cem @a1\nAna -accused-> Dan @a2\nAna -accused-> Dan @a3\nDan -accused-> Cem @a4\n"
      "Dan -accused-> Cem @a5");
  const auto found = paths("Ana", "Cem", {.by = NeighborLists::Cost::kStrength, .paths = 2});
  EXPECT_THAT(found, ElementsAre("Ana Dan Cem", "Ana Bob Cem"));
}

TEST_F(PathSearchTest, AHubIsReadOnlyAsFarAsItIsNeeded) {
  std::string world =
      "Ana -accused-> Hub\nBob -accused-> Hub\nAna -accused-> Cem\nCem -accused-> Dan\nDan -accused-> Eva\n";
  for (int i = 0; i < 900; ++i) world += "Hub -accused-> Person N" + std::to_string(i) + "\n";
  make(world);
  const auto reader = store_->reader();
  const PathResult near = find_paths(*store_, *reader, id("Ana"), id("Bob"), {});
  ASSERT_EQ(near.paths.size(), 1U);
  EXPECT_TRUE(near.complete);
  EXPECT_LT(near.edges_read, 100U);
  const PathResult cut = find_paths(*store_, *reader, id("Person N5"), id("Eva"), {.max_edges = 3});
  EXPECT_FALSE(cut.complete);
}

// All simple paths of random graphs, against Yen's.
TEST_F(PathSearchTest, TheBestPathsAreThoseOfTryingAll) {
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    std::string world;
    for (int i = 0; i < 11; ++i) {
      const auto a = random() % 7, b = random() % 7;
      if (a == b) continue;
      world += "Person P" + std::string(1, static_cast<char>('a' + a)) + " -" +
               (random() % 2 ? "accused" : "met-with") + "-> Person P" + std::string(1, static_cast<char>('a' + b)) +
               " @a" + std::to_string(random() % 3) + "\n";
    }
    make(world);
    std::vector<NodeId> nodes;
    store_->for_each_node_id([&](NodeId node) { return nodes.push_back(node), true; });
    if (nodes.size() < 3) continue;
    for (const auto by : {NeighborLists::Cost::kOne, NeighborLists::Cost::kStrength}) {
      std::map<std::pair<NodeId, NodeId>, double> cost;
      store_->for_each_edge([&](const Edge& edge) {
        const double one = by == NeighborLists::Cost::kOne ? 1 : -std::log(edge.confidence * NeighborLists::kHopFactor);
        for (const auto& pair :
             {std::pair(edge.key.subject, edge.key.object), std::pair(edge.key.object, edge.key.subject)}) {
          const auto [it, is_new] = cost.try_emplace(pair, one);
          it->second = std::min(it->second, one);
        }
        return true;
      });
      std::vector<double> expected;
      std::vector<NodeId> walk = {nodes[0]};
      const NodeId goal = nodes[nodes.size() - 1];
      const std::function<void(double)> go = [&](double so_far) {
        if (walk.back() == goal) return expected.push_back(so_far);
        for (const NodeId next : nodes) {
          const auto it = cost.find({walk.back(), next});
          if (it == cost.end() || std::find(walk.begin(), walk.end(), next) != walk.end()) continue;
          walk.push_back(next);
          go(so_far + it->second);
          walk.pop_back();
        }
      };
      go(0);
      std::sort(expected.begin(), expected.end());
      const auto reader = store_->reader();
      const auto found = find_paths(*store_, *reader, nodes[0], goal, {.by = by, .paths = 1000, .max_hops = 20});
      const auto fewer = find_paths(*store_, *reader, nodes[0], goal, {.by = by, .paths = 4, .max_hops = 20});
      ASSERT_EQ(fewer.paths.size(), std::min<size_t>(expected.size(), 4)) << world;
      for (size_t i = 0; i < fewer.paths.size(); ++i) EXPECT_NEAR(fewer.paths[i].cost, expected[i], 1e-4);
      ASSERT_EQ(found.paths.size(), expected.size()) << world;
      std::set<std::vector<NodeId>> different;
      for (size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(found.paths[i].cost, expected[i], 1e-4);
        different.insert(found.paths[i].nodes);
      }
      EXPECT_EQ(different.size(), expected.size());
    }
  }
}

TEST_F(PathSearchTest, ANeighborhoodIsBreadthFirst) {
  make(
      "Ana -accused-> Bob\nBob -accused-> Cem\nDan -accused-> Cem\nBob -met-with-> Eva\nAna -accused-> Eva\nEva -accused-> Cem");
  const auto reader = store_->reader();
  const auto near = find_neighborhood(*store_, *reader, id("Ana"), {.hops = 2});
  std::vector<std::string> rows;
  for (const NearNode& node : near.nodes) {
    rows.push_back(store_->node(node.node)->name + " " + std::to_string(node.hops) + " " + std::to_string(node.links));
  }
  std::sort(rows.begin(), rows.end());
  EXPECT_THAT(rows, ElementsAre("Bob 1 1", "Cem 2 2", "Eva 1 1"));
  EXPECT_TRUE(near.complete);
  EXPECT_EQ(find_neighborhood(*store_, *reader, id("Ana"), {.hops = 2, .direction = Direction::kIn}).nodes.size(), 0U);
  EXPECT_FALSE(find_neighborhood(*store_, *reader, id("Ana"), {.hops = 3, .max_edges = 1}).complete);
}

TEST_F(PathSearchTest, ATimelineHasTheEventsInOrderOnceADay) {
  make(R"(
    Ana -accused-> Bob @a1 2024-03-01
    Ana -accused-> Bob @a2 2024-03-01
    Ana -accused-> Bob @a3 2024-05-01
    Cem -met-with-> Ana @a4 2024-04-01
    Ana -supports-> Dan @a5)");
  const auto reader = store_->reader();
  const auto dates = [&](std::optional<NodeId> other, const TimelineOptions& options) {
    std::vector<std::string> rows;
    for (const TimelineEvent& event : make_timeline(*store_, *reader, id("Ana"), other, options).events) {
      rows.push_back(event.date + " " + std::to_string(event.articles));
    }
    return rows;
  };
  EXPECT_THAT(dates({}, {}), ElementsAre("2024-03-01 2", "2024-04-01 1", "2024-05-01 1"));
  EXPECT_THAT(dates({}, {.limit = 1, .newest_first = true}), ElementsAre("2024-05-01 1"));
  EXPECT_THAT(dates(id("Cem"), {}), ElementsAre("2024-04-01 1"));
  TimelineOptions since;
  since.filter.evidence.since = "2024-04";
  EXPECT_THAT(dates(id("Bob"), since), ElementsAre("2024-05-01 1"));
  EXPECT_EQ(make_timeline(*store_, *reader, id("Ana"), {}, {}).undated, 1U);
}

TEST_F(PathSearchTest, PagesOfATimelineAreTheWholeOfIt) {
  std::mt19937 random(5);
  std::string world;
  for (int i = 0; i < 120; ++i) {
    const char* dates[] = {"2023", "2024", "2024-03", "2024-03-05", "2024-05-17", "2025-01-31"};
    world += "Ana -" + std::string(i % 3 == 0 ? "met-with" : "accused") + "-> Person P" +
             std::string(1, static_cast<char>('a' + random() % 9)) + " @a" + std::to_string(i) + " " +
             dates[random() % 6] + "\n";
  }
  make(world);
  const auto reader = store_->reader();
  const auto rows = [](const Timeline& timeline) {
    std::vector<std::string> result;
    for (const TimelineEvent& event : timeline.events) result.push_back(event.date + " " + event.edge.key.to_string());
    return result;
  };
  for (const bool newest_first : {false, true}) {
    TimelineOptions options;
    options.newest_first = newest_first;
    const Timeline whole = make_timeline(*store_, *reader, id("Ana"), {}, options);
    EXPECT_FALSE(whole.more);
    ASSERT_GT(whole.events.size(), 50U);
    options.limit = 7;
    std::vector<std::string> paged;
    std::optional<TimelinePlace> after;
    for (bool more = true; more;) {
      const Timeline page = make_timeline(*store_, *reader, id("Ana"), {}, options, after);
      ASSERT_FALSE(page.events.empty());
      for (const std::string& row : rows(page)) paged.push_back(row);
      after = TimelinePlace{page.events.back().date, page.events.back().edge.key};
      more = page.more;
    }
    EXPECT_EQ(paged, rows(whole));
  }
}

TEST_F(PathSearchTest, AFewEventsOfAHubAreTheFirstOfAll) {
  std::mt19937 random(6);
  std::string world;
  const char* relations[] = {"met-with", "accused", "supports"};
  for (int i = 0; i < 4600; ++i) {
    const std::string other = std::string(1, static_cast<char>('a' + i / 26 % 26)) + static_cast<char>('a' + i % 26);
    const std::string line = std::string(" -") + relations[random() % 3] + "-> ";
    const std::string day =
        std::to_string(2010 + random() % 9) +
        (random() % 9 == 0 ? "" : "-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 10));
    world += (random() % 2 ? "Ana" + line + "org:Body " + other + std::to_string(i)
                           : "org:Body " + other + std::to_string(i) + line + "Ana") +
             " @a" + std::to_string(i) + " " + day + "\n";
  }
  store_ = Store::open(dir_ / "hub");
  store_->add_all(test::small_world(world));
  store_->resolve();
  const auto reader = store_->reader();
  const auto rows = [](const Timeline& timeline, size_t size) {
    std::vector<std::string> result;
    for (const TimelineEvent& event : timeline.events) result.push_back(event.date + " " + event.edge.key.to_string());
    result.resize(std::min(result.size(), size));
    return result;
  };
  for (const bool newest_first : {false, true}) {
    for (const char* since : {"", "2014-03"}) {
      TimelineOptions options;
      options.newest_first = newest_first;
      options.filter.evidence.since = since;
      const Timeline whole = make_timeline(*store_, *reader, id("Ana"), {}, options);
      EXPECT_TRUE(whole.counted);
      options.limit = 40;
      const Timeline first = make_timeline(*store_, *reader, id("Ana"), {}, options);
      EXPECT_EQ(rows(first, 40), rows(whole, 40));
      EXPECT_TRUE(first.more);
      EXPECT_FALSE(first.counted);
      EXPECT_LT(first.total, 1500U) << "the rest is not read";
      const TimelinePlace after{first.events.back().date, first.events.back().edge.key};
      const Timeline second = make_timeline(*store_, *reader, id("Ana"), {}, options, after);
      const auto expected = rows(whole, 80);
      EXPECT_EQ(rows(second, 40), std::vector<std::string>(expected.begin() + 40, expected.end()));
    }
  }
}

TEST_F(PathSearchTest, ByStrengthAHubIsReadInPart) {
  std::string world =
      "Ana -met-with-> Hub One\nHub One -met-with-> Hub Two\nBob -met-with-> Hub Two\nCem -met-with-> Hub One\n";
  for (int i = 0; i < 400; ++i) {
    const std::string leaf = std::string(1, static_cast<char>('a' + i / 26 % 26)) + static_cast<char>('a' + i % 26);
    world += "Hub One -accused-> Leaf O" + leaf + "\nHub Two -accused-> Leaf T" + leaf + "\n";
  }
  make(world);
  const auto reader = store_->reader();
  const PathOptions options{.by = NeighborLists::Cost::kStrength, .max_edges = 3200};  // 64 edges of a hub
  const PathResult one = find_paths(*store_, *reader, id("Ana"), id("Cem"), options);
  ASSERT_EQ(one.paths.size(), 1U);
  EXPECT_EQ(names(one.paths[0]), "Ana Hub One Cem");
  const PathResult two = find_paths(*store_, *reader, id("Ana"), id("Bob"), options);
  ASSERT_EQ(two.paths.size(), 1U);
  EXPECT_EQ(names(two.paths[0]), "Ana Hub One Hub Two Bob");
  EXPECT_LT(two.edges_read, 300U);
  EXPECT_TRUE(two.complete) << "a way over a third node costs more than the link between the hubs";
  EXPECT_EQ(find_paths(*store_, *reader, id("Ana"), id("Bob"), {.by = NeighborLists::Cost::kStrength}).paths[0].nodes,
            two.paths[0].nodes);
}

}  // namespace
}  // namespace actant
