#include "tools/cli/node_profile.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tools/cli/evidence_text.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// Support of a (title, body) pair while the evidence is read.
struct PositionSupport {
  std::string title;  // as it is written first
  std::set<uint64_t> articles;
  std::string first_date, last_date;
};

/// The title without regard to case, and the node at the other end.
using PositionKey = std::pair<std::string, NodeId>;
using Positions = std::map<PositionKey, PositionSupport>;

void add_positions(const Store& store, const Edge& edge, NodeId other, Positions& positions) {
  store.for_each_evidence(edge.key, [&](const Evidence& evidence) {
    PositionSupport& support = positions[{lower_ascii(evidence.title), other}];
    if (support.title.empty()) support.title = evidence.title;
    support.articles.insert(evidence.article.value);
    std::string date = evidence.time;
    if (date.empty()) {
      if (const auto article = store.article(evidence.article)) date = article->info.date;
    }
    if (date.empty()) return true;
    if (support.first_date.empty() || date < support.first_date) support.first_date = date;
    if (date > support.last_date) support.last_date = date;
    return true;
  });
}

std::vector<HeldPosition> sorted_positions(const Positions& positions) {
  std::vector<HeldPosition> result;
  for (const auto& [key, support] : positions) {
    result.push_back({support.title, key.second, static_cast<uint32_t>(support.articles.size()), support.first_date,
                      support.last_date});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const HeldPosition& a, const HeldPosition& b) { return a.articles > b.articles; });
  return result;
}

bool stronger(const Edge& a, const Edge& b) {
  return std::tuple(b.articles, b.statements, a.key) < std::tuple(a.articles, a.statements, b.key);
}

}  // namespace

NodeProfile make_profile(const Store& store, const Node& node) {
  NodeProfile profile{node, {}, {}, {}, {}};
  Positions positions, holders;
  std::map<std::pair<std::string, bool>, RelationGroup> groups;
  store.for_each_edge_of(node.id, Direction::kBoth, [&](const Edge& edge) {
    const bool symmetric = relation_info(edge.key.relation).symmetric;
    const bool outgoing = symmetric || edge.key.subject == node.id;
    const bool is_position = edge.key.relation == RelationType::kHoldsPosition && !edge.key.negated;
    if (is_position && edge.key.modality == Modality::kActual) {
      add_positions(store, edge, other_end(edge, node.id), outgoing ? positions : holders);
      profile.position_edges.push_back(edge);
      return true;
    }
    RelationGroup& group = groups[{relation_shown(edge), outgoing}];
    group.relation = relation_shown(edge);
    group.outgoing = outgoing;
    group.symmetric = symmetric;
    group.edges.push_back(edge);
    return true;
  });
  profile.positions = sorted_positions(positions);
  profile.holders = sorted_positions(holders);
  for (auto& [key, group] : groups) {
    std::sort(group.edges.begin(), group.edges.end(), stronger);
    profile.groups.push_back(std::move(group));
  }
  std::stable_sort(profile.groups.begin(), profile.groups.end(),
                   [](const RelationGroup& a, const RelationGroup& b) { return a.edges.size() > b.edges.size(); });
  return profile;
}

}  // namespace actant
