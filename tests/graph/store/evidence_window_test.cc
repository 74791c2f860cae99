// What is left out of a hub's evidence is not needed for a page of its timeline.
#include "graph/store/internal/evidence_window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace actant::internal {
namespace {

/// An edge with the dates of its events.
struct TestEdge {
  EdgeKey key;
  std::vector<std::string> events;
};

std::vector<TestEdge> random_edges(std::mt19937& random) {
  const char* dates[] = {"2021", "2022-03",    "2022-03-05", "2022-03-06", "2022-05-17",
                         "2022", "2023-01-31", "2023-02-01", "2023-07",    "2024-02-29"};
  std::vector<TestEdge> edges(60);
  for (size_t i = 0; i < edges.size(); ++i) {
    edges[i].key.subject.value = 7;
    edges[i].key.object.value = 100 + i / 2;  // two parts of one edge after merging
    for (size_t events = random() % 8 == 0 ? 0 : 1 + random() % 8 / 6; events > 0; --events)
      edges[i].events.push_back(dates[random() % 10]);
  }
  return edges;
}

std::vector<NodeEvidence::Part> parts_of(const std::vector<TestEdge>& edges) {
  std::vector<NodeEvidence::Part> parts;
  for (size_t i = 0; i < edges.size(); ++i) {
    DateRange dates;
    for (const std::string& event : edges[i].events) dates.add({pack_date(event), pack_date(event)});
    EdgeKey raw = edges[i].key;
    raw.open = i;  // says which edge it is
    parts.push_back({edges[i].key, raw, dates});
  }
  return parts;
}

bool is_before(const std::string& a, const std::string& b) {
  const size_t common = std::min(a.size(), b.size());
  return a.substr(0, common) < b.substr(0, common);
}

// The first events of a page, of the edges that `parts` names.
std::vector<std::string> page(const std::vector<TestEdge>& edges, const std::vector<NodeEvidence::Part>& parts,
                              const EvidenceWindow& window, size_t size) {
  std::vector<std::string> events;
  for (const auto& part : parts) {
    for (const std::string& date : edges[part.raw.open].events) {
      if ((!window.since.empty() && is_before(date, window.since)) ||
          (!window.until.empty() && is_before(window.until, date)))
        continue;
      const bool is_behind =
          window.behind.empty() || (window.newest_first ? date < window.behind : date > window.behind);
      if (is_behind) events.push_back(date + " " + std::to_string(part.merged.object.value));
    }
  }
  std::sort(events.begin(), events.end());
  if (window.newest_first) std::reverse(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  events.resize(std::min(events.size(), size));
  return events;
}

TEST(EvidenceWindowTest, APageNeedsNothingThatIsLeftOut) {
  std::mt19937 random(3);
  const char* bounds[] = {"", "", "2022", "2022-03", "2022-03-06", "2023-02-01"};
  size_t left_out = 0, told = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::vector<TestEdge> edges = random_edges(random);
    EvidenceWindow window;
    window.newest_first = random() % 2 == 0;
    window.since = bounds[random() % 6];
    window.until = bounds[random() % 6];
    window.behind = bounds[random() % 6];
    window.enough = random() % 9;
    const auto all = parts_of(edges);
    auto kept = all;
    const bool complete = keep_window(window, kept, 0);
    left_out += all.size() - kept.size();
    told += complete ? 0 : 1;
    const size_t size = window.enough == 0 || complete ? 1000 : window.enough;
    const auto expected = page(edges, all, window, size);
    ASSERT_EQ(page(edges, kept, window, size), expected) << "round " << round;
    if (!complete) {
      ASSERT_EQ(expected.size(), window.enough) << "there was not enough";
    }
  }
  EXPECT_GT(left_out, 20000u);
  EXPECT_GT(told, 200u);
}

TEST(EvidenceWindowTest, OfFewEdgesNoneIsLeftOutSoThatEventsAreCounted) {
  std::mt19937 random(3);
  const auto all = parts_of(random_edges(random));
  auto kept = all;
  EvidenceWindow window;
  window.enough = 1;
  EXPECT_TRUE(keep_window(window, kept));
  EXPECT_EQ(kept.size(), all.size());
}

}  // namespace
}  // namespace actant::internal
