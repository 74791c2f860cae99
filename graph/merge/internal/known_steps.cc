#include "graph/merge/internal/known_steps.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "graph/merge/internal/weights.h"

namespace actant::internal {

void KnownSteps::add(uint32_t real, uint32_t name, MergeReason::Code code, double weight) {
  fits_.push_back({real, name, code, weight});
}

bool KnownSteps::take(uint32_t a, uint32_t b, MergeReason::Code code, double weight) {
  if (state_.is_real(a) && state_.is_real(b)) return false;
  if (state_.is_real(a) != state_.is_real(b)) {
    add(state_.is_real(a) ? a : b, state_.is_real(a) ? b : a, code, weight);
  }
  return true;
}

// False when the node acts for a country that the list does not give for the entity.
bool KnownSteps::add_country(const Fit& fit, Scored& scored) const {
  const std::vector<std::string>& known = names_.countries[entity(fit.name)];
  const std::string_view country = state_.clusters().facts(fit.real).countries.best();
  if (known.empty() || country.empty()) return true;
  if (std::find(known.begin(), known.end(), country) == known.end()) return false;
  scored.add(MergeReason::Code::kSameCountry, weights::kSameCountry);
  return true;
}

Scored KnownSteps::score(const Fit& fit) const {
  Scored scored;
  scored.add(MergeReason::Code::kWatchList, 0);
  // Acronyms and short words are the names of many things.
  const bool is_short = state_.key(fit.real).size() < 5;
  scored.add(fit.code, is_short ? fit.weight + weights::kShortName : fit.weight);
  if (!add_country(fit, scored)) scored.add(MergeReason::Code::kOtherCountry, weights::kRelated);
  return scored;
}

// For each cluster the entity that fits best and clearly better than any other.
std::vector<KnownSteps::Link> KnownSteps::best_links() {
  std::map<uint32_t, std::map<uint32_t, Link>> by_cluster;  // root -> entity -> best fit
  for (const Fit& fit : fits_) {
    if (!state_.may_join(fit.real, fit.name)) continue;
    Scored scored = score(fit);
    Link& link = by_cluster[state_.clusters().find(fit.real)][entity(fit.name)];
    const bool better =
        link.scored.reasons.empty() || scored.score > link.scored.score ||
        (scored.score == link.scored.score && std::pair(fit.real, fit.name) < std::pair(link.real, link.name));
    if (better) link = {fit.real, fit.name, std::move(scored)};
  }
  std::vector<Link> links;
  for (auto& [root, entities] : by_cluster) {
    Link* best = nullptr;
    double second = -100;
    for (auto& [number, link] : entities) {
      if (best == nullptr || link.scored.score > best->scored.score) {
        second = best == nullptr ? second : best->scored.score;
        best = &link;
      } else {
        second = std::max(second, link.scored.score);
      }
    }
    if (best->scored.score >= state_.threshold() && best->scored.score >= second + weights::kMargin) {
      links.push_back(std::move(*best));
    }
  }
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
    if (a.scored.score != b.scored.score) return a.scored.score > b.scored.score;
    return std::pair(a.real, a.name) < std::pair(b.real, b.name);
  });
  return links;
}

void KnownSteps::link() {
  std::unordered_map<uint32_t, uint32_t> linked;  // entity -> the first real node
  for (Link& link : best_links()) {
    if (!state_.may_join(link.real, link.name)) continue;
    // Two clusters of one entity become one here; the step then is between what articles mention.
    const auto [it, fresh] = linked.try_emplace(entity(link.name), link.real);
    if (!fresh && state_.are_relatives(link.real, it->second)) continue;  // a father and a son are not both on the list
    state_.join(link.real, fresh ? link.name : it->second, std::move(link.scored.reasons));
  }
}

}  // namespace actant::internal
