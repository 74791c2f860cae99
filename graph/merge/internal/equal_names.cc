#include <algorithm>
#include <map>

#include "graph/merge/body_name.h"
#include "graph/merge/internal/body_steps.h"
#include "graph/merge/internal/weights.h"
#include "graph/merge/name_key.h"
#include "graph/merge/person_names.h"

namespace actant::internal {
namespace {

bool one_of_many(EntityType type) { return type == EntityType::kPerson || type == EntityType::kOrganization; }

}  // namespace

bool EqualNames::is_vague(uint32_t index) const {
  const NodeTable::Node node = state_.node(index);
  return node.type() == EntityType::kGroup || !node.named ||
         (node.type() == EntityType::kOrganization && is_generic_body(node.key()));
}

void EqualNames::run() {
  ScratchVector<uint32_t> order(state_.space());
  for (uint32_t place = 0; place < state_.size(); ++place) {
    const uint32_t i = state_.order().node(place);
    const NodeTable::Node node = state_.node(i);
    // Layer 1 keeps the spokesmen and the parliaments of different articles apart for a reason.
    if (!node.named && one_of_many(node.type()) && node.country.empty()) continue;
    if (node.type() == EntityType::kPerson && node.named && person_words(node.key()).size() < 2) continue;
    order.push_back(i);
  }
  const auto same = [&](uint32_t a, uint32_t b) {
    return state_.id(a).type() == state_.id(b).type() && state_.key(a) == state_.key(b);
  };
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && same(order[begin], order[end])) ++end;
    if (end - begin < 2) continue;
    std::vector<uint32_t> group, names;
    for (size_t i = begin; i < end; ++i) (state_.is_real(order[i]) ? group : names).push_back(order[i]);
    join_group(group);
    // A watch list's "Reuters" is ours, its "Ministry of Defence" need not be.
    for (const uint32_t name : names) {
      for (const uint32_t real : group) {
        const double weight = is_vague(real) ? weights::kSameVagueName : weights::kSameName;
        known_.add(real, name, MergeReason::Code::kSameName, weight);
      }
    }
  }
}

// Nodes of one name differ in their countries and in what persons do. Those of one country are one unless something
// contradicts; what has no country goes to the only one, or to the one that stands out.
void EqualNames::join_group(const std::vector<uint32_t>& group) {
  if (group.size() < 2) return;
  const double weight = is_vague(group.front()) ? weights::kSameVagueName : weights::kSameName;
  constexpr auto kName = MergeReason::Code::kSameName;
  std::map<std::string_view, std::vector<uint32_t>> countries;  // the first of each cluster
  for (const uint32_t node : group) {
    std::vector<uint32_t>& first = countries[state_.node(node).country];
    const bool joined = std::any_of(first.begin(), first.end(),
                                    [&](uint32_t other) { return state_.try_join(other, node, kName, weight); });
    if (!joined) first.push_back(node);
  }
  std::vector<uint32_t> known, unknown;
  for (const auto& [country, nodes] : countries) {
    (country.empty() ? unknown : known).insert((country.empty() ? unknown : known).end(), nodes.begin(), nodes.end());
  }
  std::stable_sort(known.begin(), known.end(), [&](uint32_t a, uint32_t b) {
    return state_.clusters().articles(a) > state_.clusters().articles(b);
  });
  for (size_t i = 1; i < known.size(); ++i) {
    if (state_.node(known[i]).country != state_.node(known[0]).country)
      state_.try_join(known[0], known[i], kName, weight);
  }
  if (known.empty()) return;
  for (const uint32_t node : unknown) {
    std::vector<Candidate> candidates;
    for (const uint32_t other : known) candidates.push_back({other, kName, weight});
    state_.choose_and_join(node, std::move(candidates),
                           is_vague(node) ? MergeState::Trust::kNeedsContext : MergeState::Trust::kAlone);
  }
}

}  // namespace actant::internal
