#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "graph/store/store.h"
#include "tests/support/small_world.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

// People with several names each, so that nodes are merged and symmetric edges change sides; 40 articles, some of one
// text.
std::string random_world() {
  static constexpr const char* kPeople[][3] = {{"Alice Smith", "Alice M. Smith", "Alicia Smith"},
                                               {"Bob Jones", "Robert Jones", "Bob Q. Jones"},
                                               {"Carla Diaz", "Carla R. Diaz", "C. Diaz"},
                                               {"Dmitri Volkov", "Dmitry Volkov", "D. Volkov"}};
  static constexpr const char* kRelations[] = {"met-with", "accused",        "agreed-with",
                                               "!visited", "~planned aided", "cooperated-with"};
  std::mt19937 random(7);
  std::ostringstream world;
  for (int line = 0; line < 300; ++line) {
    const size_t a = random() % 4, b = (a + 1 + random() % 3) % 4;
    const unsigned article = random() % 40;
    world << kPeople[a][random() % 3] << " -" << kRelations[random() % 6] << "-> " << kPeople[b][random() % 3] << " @a"
          << article;
    if (article % 7 != 0) world << " 2024-0" << 1 + article % 9 << "-1" << article % 10;
    world << '\n';
  }
  return world.str();
}

std::string line_of(const Edge& edge) {
  std::ostringstream out;
  out << edge.key.to_string() << ' ' << edge.articles << ' ' << edge.statements << ' ' << edge.confidence << ' '
      << edge.first_date << ' ' << edge.last_date;
  return out.str();
}

std::string line_of(const Evidence& piece, bool with_text) {
  std::ostringstream out;
  out << piece.article.to_string() << ' ' << piece.original.to_string() << ' ' << piece.sentence.begin << ' '
      << piece.confidence << ' ' << piece.time << ' ' << piece.subject.begin << ' ' << piece.object.begin << ' '
      << piece.published;
  if (with_text) out << ' ' << piece.text;
  return out.str();
}

bool surer(const Evidence& a, const Evidence& b) {
  return std::tuple(-a.confidence, a.article, a.sentence) < std::tuple(-b.confidence, b.article, b.sentence);
}

// The same by asking for each edge.
std::vector<std::string> one_by_one(const Store& store) {
  std::vector<std::string> lines;
  store.for_each_edge([&](const Edge& edge) {
    lines.push_back(line_of(edge));
    std::vector<Evidence> evidence;
    store.for_each_evidence(edge.key, [&](const Evidence& piece) {
      evidence.push_back(piece);
      return true;
    });
    const auto best = std::min_element(evidence.begin(), evidence.end(), surer);
    std::rotate(evidence.begin(), best, best + 1);
    for (const Evidence& piece : evidence) lines.push_back(line_of(piece, true));
    return true;
  });
  return lines;
}

std::vector<std::string> cited(const Store& store, const CitationNeeds& needs) {
  std::vector<std::string> lines;
  store.for_each_cited_edge(
      needs, [](const Edge&) { return true; },
      [&](const CitedEdge& cited) {
        lines.push_back(line_of(cited.edge));
        for (const Evidence& piece : cited.evidence) lines.push_back(line_of(piece, true));
        return true;
      });
  return lines;
}

class CitedEdgesTest : public testing::Test {
 protected:
  void SetUp() override { test::add_world(*store_, random_world()); }

  test::TempDir directory_;
  std::unique_ptr<Store> store_ = Store::open(directory_ / "graph");
};

TEST_F(CitedEdgesTest, GivesWhatAskingForEachEdgeGives) {
  ASSERT_GT(store_->counts().evidence, 200u);
  const auto expected = one_by_one(*store_);
  CitationNeeds needs{.all_evidence = true, .texts = CitationNeeds::Texts::kAll};
  EXPECT_EQ(cited(*store_, needs), expected);
  needs.memory = 2000;  // some edges in a block
  EXPECT_EQ(cited(*store_, needs), expected);
  needs.memory = 1;
  EXPECT_EQ(cited(*store_, needs), expected);
}

TEST_F(CitedEdgesTest, TheBestPieceAloneIsTheFirstOfAll) {
  std::vector<std::string> best, first;
  store_->for_each_cited_edge(
      {}, [](const Edge&) { return true; },
      [&](const CitedEdge& cited) {
        EXPECT_EQ(cited.evidence.size(), 1u);
        best.push_back(line_of(cited.evidence.front(), true));
        EXPECT_NE(cited.article, nullptr);
        return true;
      });
  store_->for_each_cited_edge(
      {.all_evidence = true}, [](const Edge&) { return true; },
      [&](const CitedEdge& cited) {
        first.push_back(line_of(cited.evidence.front(), true));
        for (size_t i = 1; i < cited.evidence.size(); ++i) EXPECT_TRUE(cited.evidence[i].text.empty());
        return true;
      });
  EXPECT_EQ(best, first);
}

TEST_F(CitedEdgesTest, LeavesOutWhatIsNotSelectedAndStops) {
  size_t visited = 0;
  store_->for_each_cited_edge(
      {}, [](const Edge& edge) { return edge.key.relation == RelationType::kMetWith; },
      [&](const CitedEdge& cited) {
        EXPECT_EQ(cited.edge.key.relation, RelationType::kMetWith);
        return ++visited < 3;
      });
  EXPECT_EQ(visited, 3u);
}

}  // namespace
}  // namespace actant
