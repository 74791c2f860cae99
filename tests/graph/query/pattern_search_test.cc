#include "graph/query/pattern_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class PatternSearchTest : public testing::Test {
 protected:
  void make(const std::string& world) {
    store_ = Store::open(dir_ / "graph");
    test::add_world(*store_, world);
  }

  std::vector<NodeId> lookup(const std::string& name) const {
    std::vector<NodeId> ids;
    for (const Node& node : store_->find(name)) ids.push_back(node.id);
    return ids;
  }

  /// The matches, each as its columns with blanks between: names, relations, or the count.
  std::vector<std::string> matches(const std::string& pattern) const {
    PatternSearch search(*store_, parse_pattern(pattern), [&](const PatternTerm& term) { return lookup(term.text); });
    std::vector<std::string> rows;
    while (search.next()) {
      std::string row;
      if (search.counts()) row = std::to_string(search.count());
      for (size_t i = 0; i < search.columns().size(); ++i) {
        const std::string value =
            search.columns()[i].is_relation ? search.relation(i) : store_->node(search.node(i))->name;
        row += (row.empty() ? "" : " ") + value;
      }
      rows.push_back(row);
    }
    return rows;
  }

  test::TempDir dir_;
  std::unique_ptr<Store> store_;
};

TEST_F(PatternSearchTest, JoinsTriplesOverAVariable) {
  make(R"(
    Ana -met-with-> Bob @a1 2024-01-02
    Cem -met-with-> Ana @a2 2024-02-01
    Bob -holds-position-> place:Iran @a3 2024-03-01
    Cem -holds-position-> place:Oman @a3)");
  EXPECT_THAT(matches("?x met-with ?y . ?y holds-position Iran"), ElementsAre("Ana Bob"));
  EXPECT_THAT(matches("?x met-with ?y"), UnorderedElementsAre("Ana Bob", "Bob Ana", "Cem Ana", "Ana Cem"));
  EXPECT_THAT(matches("Ana met-with ?y . ?y holds-position ?z"), UnorderedElementsAre("Bob Iran", "Cem Oman"));
  EXPECT_THAT(matches("?x met-with ?y . ?y met-with ?z filter ?x != ?z"),
              UnorderedElementsAre("Bob Ana Cem", "Cem Ana Bob"));
  EXPECT_THAT(matches("?x ?r Iran"), ElementsAre("Bob holds-position"));
  EXPECT_THAT(matches("Ana met-with Cem"), ElementsAre(""));
  EXPECT_THAT(matches("Ana met-with Nobody"), ElementsAre());
}

TEST_F(PatternSearchTest, ConditionsConcernTheEdgeOfTheirTriple) {
  make(R"(
    Ana -accused-> Bob @a1 2024-01-02
    Ana -accused-> Bob @a2 2025-01-02
    Ana -!accused-> Cem @a3 2024-05-01
    Ana -~planned visited-> place:Oman @a3
    Dan -accused-> Bob @a4 2024-06-01)");
  EXPECT_THAT(matches("Ana accused ?x"), ElementsAre("Bob"));
  EXPECT_THAT(matches("Ana accused ?x [negated]"), ElementsAre("Cem"));
  EXPECT_THAT(matches("Ana accused ?x [any]"), UnorderedElementsAre("Bob", "Cem"));
  EXPECT_THAT(matches("Ana visited ?x"), ElementsAre());
  EXPECT_THAT(matches("Ana visited ?x [planned]"), ElementsAre("Oman"));
  EXPECT_THAT(matches("?x accused Bob [articles >= 2]"), ElementsAre("Ana"));
  EXPECT_THAT(matches("?x accused Bob [since 2025]"), ElementsAre("Ana"));
  EXPECT_THAT(matches("?x accused Bob [since 2025, articles >= 2]"), ElementsAre());
  EXPECT_THAT(matches("?x accused Bob [on 2024-06]"), ElementsAre("Dan"));
  EXPECT_THAT(matches("?x:place accused Bob"), ElementsAre());
}

TEST_F(PatternSearchTest, FiltersCountsAndOrders) {
  make(R"(
    Ana/IRN -accused-> Bob @a1
    Ana/IRN -accused-> Cem @a1
    Ana/IRN -supports-> Cem @a2
    Dan -accused-> Cem @a3
    Dan -accused-> Cem @a4)");
  EXPECT_THAT(matches("?x accused|supports ?y count"), ElementsAre("4"));
  EXPECT_THAT(matches("?x accused|supports ?y count ?y"), ElementsAre("2"));
  EXPECT_THAT(matches("?x accused|supports ?y count by ?x"), ElementsAre("3 Ana", "1 Dan"));
  EXPECT_THAT(matches("?x accused|supports ?y count ?y by ?x order by count asc"), ElementsAre("1 Dan", "2 Ana"));
  EXPECT_THAT(matches("?x attacked ?y count"), ElementsAre("0"));
  EXPECT_THAT(matches("?x accused Nobody count"), ElementsAre("0"));
  EXPECT_THAT(matches("?x accused ?y order by articles, ?y desc"), ElementsAre("Dan Cem", "Ana Cem", "Ana Bob"));
  EXPECT_THAT(matches("?x accused ?y order by ?y, ?x limit 1 offset 1"), ElementsAre("Ana Cem"));
  EXPECT_THAT(matches("?x accused ?y select ?x distinct order by ?x"), ElementsAre("Ana", "Dan"));
  EXPECT_THAT(matches("?x accused ?y filter ?x country irn and not ?y = Bob"), ElementsAre("Ana Cem"));
  EXPECT_THAT(matches("?x accused ?y filter ?x name AN and ?y name bo or ?x name dan"),
              UnorderedElementsAre("Ana Bob", "Dan Cem"));
  EXPECT_THAT(matches("?x accused ?y filter ?x articles >= 2 and ?y != Bob and ?x != Ana"), ElementsAre("Dan Cem"));
}

TEST_F(PatternSearchTest, OpenRelationsMatchByLemma) {
  make("Ana -open:buy-> Bob\nAna -open:sell-> Cem");
  EXPECT_THAT(matches("Ana open:buy ?x"), ElementsAre("Bob"));
  EXPECT_THAT(matches("Ana open ?x"), UnorderedElementsAre("Bob", "Cem"));
  EXPECT_THAT(matches("Ana ?r Cem"), ElementsAre("open:sell"));
  EXPECT_THAT(matches("Ana open:give ?x"), ElementsAre());
}

TEST_F(PatternSearchTest, EdgesOfAMatchAreThoseOfItsTriples) {
  make("Bob -met-with-> Ana @a1 2024-01-02\nAna -accused-> Cem @a2 2024-03-01");
  PatternSearch search(*store_, parse_pattern("?x met-with Bob . ?x accused ?y"),
                       [&](const PatternTerm& term) { return lookup(term.text); });
  ASSERT_TRUE(search.next());
  const auto edges = search.edges();
  ASSERT_EQ(edges.size(), 2U);
  EXPECT_EQ(edges[0].edge.key.relation, RelationType::kMetWith);
  const NodeId ana = lookup("Ana")[0];
  EXPECT_EQ(edges[0].turned ? edges[0].edge.key.object : edges[0].edge.key.subject, ana);
  const MatchSummary summary = PatternSearch::summarize(edges);
  EXPECT_EQ(summary.articles, 1U);
  EXPECT_NEAR(summary.confidence, 0.81, 1e-3);
  EXPECT_EQ(summary.first_date, "2024-01-02");
  EXPECT_EQ(summary.last_date, "2024-03-01");
  EXPECT_FALSE(search.next());
}

// Random graphs, with merged spellings among the nodes, and random patterns, against all assignments tried one by one.
class PatternPropertyTest : public PatternSearchTest {
 protected:
  static constexpr const char* kNames[] = {"Ana Roth", "Bob Kern", "Cem Aydin", "Dan Levi", "Eva Holm", "Fay Ito"};
  static constexpr const char* kRelations[] = {"met-with", "accused", "visited"};

  static std::string random_world(std::mt19937& random) {
    std::string world;
    for (int i = 0; i < 14; ++i) {
      const size_t a = random() % 6, b = random() % 6;
      if (a == b) continue;
      world += std::string(kNames[a]) + " -" + (random() % 5 == 0 ? "!" : "") + kRelations[random() % 3] + "-> " +
               kNames[b] + " @a" + std::to_string(random() % 5) + "\n";
    }
    return world;
  }

  struct Triple {
    int subject, relation, object;  // below 6 a name, else a variable
  };

  static std::string term_text(int term) {
    return term < 6 ? kNames[term] : "?" + std::string(1, static_cast<char>('a' + term - 6));
  }

  std::vector<std::string> brute_force(const std::vector<Triple>& triples, int variables) const {
    std::vector<NodeId> nodes;
    std::set<std::tuple<NodeId, RelationType, NodeId>> holds;
    store_->for_each_node_id([&](NodeId id) {
      nodes.push_back(id);
      return true;
    });
    store_->for_each_edge([&](const Edge& edge) {
      if (edge.key.negated) return true;
      holds.insert({edge.key.subject, edge.key.relation, edge.key.object});
      if (relation_info(edge.key.relation).symmetric) {
        holds.insert({edge.key.object, edge.key.relation, edge.key.subject});
      }
      return true;
    });
    std::vector<NodeId> fixed;
    for (const char* name : kNames) {
      const auto ids = lookup(name);
      fixed.push_back(ids.empty() ? NodeId{1} : ids[0]);
    }
    std::vector<std::string> rows;
    std::vector<size_t> at(static_cast<size_t>(variables));
    for (;;) {
      const auto node_of = [&](int term) {
        return term < 6 ? fixed[static_cast<size_t>(term)] : nodes[at[static_cast<size_t>(term) - 6]];
      };
      const bool all = std::all_of(triples.begin(), triples.end(), [&](const Triple& triple) {
        return holds.contains(
            {node_of(triple.subject), *parse_relation(kRelations[triple.relation]), node_of(triple.object)});
      });
      std::string row;
      for (const size_t i : at) row += (row.empty() ? "" : " ") + store_->node(nodes[i])->name;
      if (all) rows.push_back(row);
      size_t digit = 0;
      while (digit < at.size() && ++at[digit] == nodes.size()) at[digit++] = 0;
      if (digit == at.size()) return rows;
    }
  }
};

TEST_F(PatternPropertyTest, FindsWhatTryingEverythingFinds) {
  std::mt19937 random(7);
  for (int world = 0; world < 12; ++world) {
    store_.reset();
    store_ = Store::open(dir_ / ("graph" + std::to_string(world)));
    test::add_world(*store_, random_world(random));
    for (int round = 0; round < 25; ++round) {
      std::vector<Triple> triples;
      std::set<int> used;
      std::string text, select;
      for (size_t i = 1 + random() % 3; i > 0; --i) {
        const auto term = [&] {
          const int drawn = random() % 3 == 0 ? static_cast<int>(random() % 6) : 6 + static_cast<int>(random() % 3);
          if (drawn >= 6) used.insert(drawn);
          return drawn;
        };
        triples.push_back({term(), static_cast<int>(random() % 3), term()});
        text += (text.empty() ? "" : " . ") + term_text(triples.back().subject) + " " +
                kRelations[triples.back().relation] + " " + term_text(triples.back().object);
      }
      // Variables get the numbers 6, 7, ... in their order, so that the columns are those of brute_force().
      std::map<int, int> number;
      for (const int variable : used) {
        number.emplace(variable, 6 + static_cast<int>(number.size()));
        select += (select.empty() ? " select ?" : " ?") + std::string(1, static_cast<char>('a' + variable - 6));
      }
      for (Triple& triple : triples) {
        if (triple.subject >= 6) triple.subject = number[triple.subject];
        if (triple.object >= 6) triple.object = number[triple.object];
      }
      auto expected = brute_force(triples, static_cast<int>(used.size()));
      auto found = matches(text + select);
      std::sort(expected.begin(), expected.end());
      std::sort(found.begin(), found.end());
      EXPECT_EQ(found, expected) << text;
    }
  }
}

}  // namespace
}  // namespace actant
