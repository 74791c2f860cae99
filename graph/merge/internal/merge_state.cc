#include "graph/merge/internal/merge_state.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "graph/merge/internal/weights.h"

namespace actant::internal {
namespace {

constexpr size_t kContextMembers = 20;  // members of a cluster whose neighbours are read
constexpr size_t kTogetherMembers = 3;  // members of a cluster whose articles are compared

bool intersect(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](std::string_view x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

// Years between two spans of years; 0 when they touch or one is not known.
int years_apart(const ClusterFacts& a, const ClusterFacts& b) {
  if (a.first_year == 0 || b.first_year == 0) return 0;
  return std::max({0, a.first_year - b.last_year, b.first_year - a.last_year});
}

}  // namespace

MergeState::MergeState(NodeTable nodes, uint32_t real, const ResolverContext& context, double threshold,
                       std::function<void(const MergeStep&)> take_step)
    : nodes_(std::move(nodes)),
      real_(real),
      clusters_(nodes_),
      order_(nodes_),
      context_(context),
      threshold_(threshold),
      take_step_(std::move(take_step)) {}

std::optional<uint32_t> MergeState::index_of(NodeId id) const { return nodes_.find(id, real_); }

void MergeState::read_ahead(ScratchVector<uint32_t>& nodes) const {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  ScratchVector<NodeId> ids(space());
  ids.reserve(nodes.size());
  for (const uint32_t node : nodes) {
    if (is_real(node)) ids.push_back(nodes_.id(node));  // indices are in the order of ids
  }
  context_.read_ahead(ids);
}

void MergeState::set_different(uint32_t a, uint32_t b) {
  clusters_.set_different(a, b);
  clusters_.set_different(b, a);
}

bool MergeState::may_join(uint32_t a, uint32_t b) const {
  if (nodes_.id(a).type() != nodes_.id(b).type()) return false;
  const ClusterFacts left = clusters_.facts(a), right = clusters_.facts(b);
  if (left.known != kNoEntity && right.known != kNoEntity && left.known != right.known) return false;
  const auto forbids = [&](const ClusterFacts& facts, uint32_t other) {
    return std::any_of(facts.different.begin(), facts.different.end(), [&](uint32_t n) { return one(n, other); });
  };
  if (forbids(left, b) || forbids(right, a)) return false;
  return agreement(left.countries, right.countries) != CountryAgreement::kContradicting;
}

bool compare_countries(const ClusterFacts& a, const ClusterFacts& b, Scored& scored) {
  switch (agreement(a.countries, b.countries)) {
    case CountryAgreement::kSame: scored.add(MergeReason::Code::kSameCountry, weights::kSameCountry); return true;
    case CountryAgreement::kUnknown: return true;
    case CountryAgreement::kDoubtful:
      scored.add(MergeReason::Code::kOtherCountry, weights::kDoubtfulCountry);
      return true;
    case CountryAgreement::kContradicting:
      scored.add(MergeReason::Code::kOtherCountry, weights::kRelated);
      return false;
  }
  return true;
}

void MergeState::compare_offices(const ClusterFacts& a, const ClusterFacts& b, bool surname, Scored& scored) {
  if (intersect(a.offices, b.offices)) {
    scored.add(MergeReason::Code::kSameOffice, weights::kSameOffice);
  } else if (!a.offices.empty() && !b.offices.empty() && years_apart(a, b) <= 1) {
    scored.add(MergeReason::Code::kOtherOffice, surname ? weights::kOtherOfficeOfSurname : weights::kOtherOffice);
  }
  const bool other_work = !a.occupations.empty() && !b.occupations.empty() && !intersect(a.occupations, b.occupations);
  const bool office_and_work = (!a.occupations.empty() && a.offices.empty() && !b.offices.empty()) ||
                               (!b.occupations.empty() && b.offices.empty() && !a.offices.empty());
  if (other_work || office_and_work) scored.add(MergeReason::Code::kOtherOccupation, weights::kOtherOccupation);
}

void MergeState::compare_years(const ClusterFacts& a, const ClusterFacts& b, Scored& scored) {
  const int years = years_apart(a, b);
  if (years < weights::kFarYears) return;
  const double weight = years < weights::kVeryFarYears ? weights::kFarInTime : weights::kVeryFarInTime;
  scored.add(MergeReason::Code::kFarInTime, weight, static_cast<uint32_t>(years));
}

void MergeState::add_evidence(uint32_t a, uint32_t b, MergeReason::Code names, Scored& scored) const {
  const ClusterFacts left = clusters_.facts(a), right = clusters_.facts(b);
  compare_countries(left, right, scored);
  const bool surname = names == MergeReason::Code::kSurname || nodes_.key(a).find(' ') == std::string_view::npos;
  if (nodes_.id(a).type() == EntityType::kPerson) compare_offices(left, right, surname, scored);
  compare_years(left, right, scored);
  if (left.articles == 0 || right.articles == 0) return;  // a name of a watch list has nothing around it
  ++work_.weighed;
  const Shared shared = shared_neighbors(a, b);
  if (shared.related && are_relatives(a, b)) {
    scored.add(MergeReason::Code::kRelatives, weights::kRelatives);
  } else if (shared.related) {
    scored.add(MergeReason::Code::kRelated, weights::kRelated);
  }
  if (const uint32_t count = told_apart(a, b, names); count > 0) {
    scored.add(MergeReason::Code::kTogether, weights::kTogether * std::min<uint32_t>(count, 3), count);
  }
  if (shared.count > 0) {
    scored.add(MergeReason::Code::kSharedNodes, std::min(shared.weight, weights::kMostShared), shared.count,
               shared.best);
  } else if (shared.both_many) {
    scored.add(MergeReason::Code::kNothingShared, weights::kNothingShared);
  }
}

// A neighbour of few articles says more than one that has to do with everybody.
double MergeState::telling(NodeId neighbor) const {
  const double base = neighbor.type() == EntityType::kPlace ? weights::kSharedPlace : weights::kSharedActor;
  const auto index = index_of(neighbor);
  const double articles = index ? static_cast<double>(clusters_.articles(*index)) : 1;
  return base / (1 + std::log1p(articles) / 3);
}

std::vector<NodeId> MergeState::cluster_neighbors(uint32_t node) const {
  std::vector<NodeId> result;
  for (const uint32_t member : clusters_.members(node, kContextMembers)) {
    if (!is_real(member)) continue;
    for (const NodeId neighbor : context_.neighbors(nodes_.id(member))) {
      const auto index = index_of(neighbor);
      result.push_back(index ? nodes_.id(clusters_.find(*index)) : neighbor);
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// The representatives that neighbours have change with each join.
const std::vector<NodeId>& MergeState::remembered_neighbors(uint32_t node) const {
  const uint32_t root = clusters_.find(node);
  if (!around_ || around_->root != root || around_->joins != joins_) around_ = {root, joins_, cluster_neighbors(node)};
  return around_->neighbors;
}

MergeState::Shared MergeState::shared_neighbors(uint32_t a, uint32_t b) const {
  const std::vector<NodeId>& left = remembered_neighbors(a);
  const std::vector<NodeId> right = cluster_neighbors(b);
  Shared shared;
  const NodeId root_a = nodes_.id(clusters_.find(a)), root_b = nodes_.id(clusters_.find(b));
  shared.related =
      std::binary_search(left.begin(), left.end(), root_b) || std::binary_search(right.begin(), right.end(), root_a);
  shared.both_many = std::min(left.size(), right.size()) >= weights::kManyNeighbors;
  std::vector<NodeId> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  double best = 0;
  for (const NodeId neighbor : both) {
    if (neighbor == root_a || neighbor == root_b) continue;
    const double weight = telling(neighbor);
    shared.weight += weight;
    ++shared.count;
    if (weight > best) {
      best = weight;
      shared.best = neighbor;
    }
  }
  return shared;
}

// Articles that speak of both as two. One article may call a body by its two names, and by an acronym that stands for
// another of its names than that which it gives.
uint32_t MergeState::told_apart(uint32_t a, uint32_t b, MergeReason::Code names) const {
  if (names == MergeReason::Code::kSameBody) return 0;
  if (names != MergeReason::Code::kAcronym) return together(a, b);
  return is_real(a) && is_real(b) ? context_.together(nodes_.id(a), nodes_.id(b)) : 0;
}

uint32_t MergeState::together(uint32_t a, uint32_t b) const {
  uint32_t most = 0;
  for (const uint32_t left : clusters_.members(a, kTogetherMembers)) {
    for (const uint32_t right : clusters_.members(b, kTogetherMembers)) {
      if (is_real(left) && is_real(right)) most = std::max(most, context_.together(nodes_.id(left), nodes_.id(right)));
    }
  }
  return most;
}

bool MergeState::are_relatives(uint32_t a, uint32_t b) const {
  if (nodes_.id(a).type() != EntityType::kPerson) return false;
  for (const uint32_t member : clusters_.members(a, kContextMembers)) {
    if (!is_real(member)) continue;
    for (const NodeId relative : context_.relatives(nodes_.id(member))) {
      const auto index = index_of(relative);
      if (index && one(*index, b)) return true;
    }
  }
  return false;
}

// What add_nearness() may still lift above the threshold.
bool MergeState::is_close(double score) const {
  return score < threshold_ && score + weights::kNearInTime + weights::kSameSource >= threshold_;
}

void MergeState::add_nearness(uint32_t a, uint32_t b, Scored& scored) const {
  bool same_source = false;
  std::optional<uint32_t> days;
  for (const uint32_t left : clusters_.members(a, kTogetherMembers)) {
    for (const uint32_t right : clusters_.members(b, kTogetherMembers)) {
      if (!is_real(left) || !is_real(right)) continue;
      const ResolverContext::Nearness near = context_.nearness(nodes_.id(left), nodes_.id(right));
      same_source = same_source || near.same_source;
      if (near.days && (!days || *near.days < *days)) days = near.days;
    }
  }
  if (days && *days <= weights::kNearDays) scored.add(MergeReason::Code::kNearInTime, weights::kNearInTime, *days);
  if (same_source) scored.add(MergeReason::Code::kSameSource, weights::kSameSource);
}

bool MergeState::try_join(uint32_t a, uint32_t b, MergeReason::Code code, double weight) {
  if (one(a, b) || !may_join(a, b)) return false;
  Scored scored;
  scored.add(code, weight);
  add_evidence(a, b, code, scored);
  if (is_close(scored.score)) add_nearness(a, b, scored);
  if (scored.score < threshold_) return false;
  return join(a, b, std::move(scored.reasons));
}

bool MergeState::join(uint32_t a, uint32_t b, std::vector<MergeReason> reasons) {
  if (!clusters_.join(a, b)) return false;
  ++joins_;
  if (!is_real(a) || !is_real(b)) return true;
  if (take_step_) {
    take_step_({nodes_.id(std::min(a, b)), nodes_.id(std::max(a, b)), std::move(reasons)});
    return true;
  }
  reasons_.insert(reasons_.end(), reasons.begin(), reasons.end());
  steps_.push_back({std::min(a, b), std::max(a, b), static_cast<uint32_t>(reasons_.size())});
  return true;
}

bool MergeState::choose_and_join(uint32_t node, std::vector<Candidate> candidates, Trust trust) {
  // One candidate for each cluster, the one whose name is nearest.
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    const uint32_t left = clusters_.find(a.node), right = clusters_.find(b.node);
    if (left != right) return left < right;
    return a.weight != b.weight ? a.weight > b.weight : a.node < b.node;
  });
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [&](const Candidate& a, const Candidate& b) { return one(a.node, b.node); }),
                   candidates.end());
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return one(candidate.node, node) || !may_join(node, candidate.node);
  });
  if (candidates.empty()) return false;
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    return clusters_.articles(a.node) > clusters_.articles(b.node);
  });
  const bool only = candidates.size() == 1;
  const uint64_t most = clusters_.articles(candidates[0].node);
  const bool dominates = !only && trust != Trust::kNeedsContext &&
                         most >= weights::kDominance * std::max<uint64_t>(clusters_.articles(candidates[1].node), 1);
  std::vector<Scored> scores;
  for (size_t i = 0; i < std::min(candidates.size(), kMostCandidates); ++i) {
    Scored& scored = scores.emplace_back();
    scored.add(candidates[i].code, candidates[i].weight);
    add_evidence(node, candidates[i].node, candidates[i].code, scored);
    if (only && trust != Trust::kNeedsContext) {
      scored.add(MergeReason::Code::kOnlyCandidate, weights::kOnlyCandidate);
    }
    const bool prominent = only ? trust == Trust::kProminent && most >= weights::kProminentArticles : dominates;
    if (i == 0 && prominent) scored.add(MergeReason::Code::kProminent, weights::kProminent);
  }
  const double bonus = only ? 0 : weights::kFitsBest;
  std::optional<size_t> best = best_of(scores);
  if (!best || is_close(scores[*best].score + bonus)) {
    for (size_t i = 0; i < scores.size(); ++i) {
      if (scores[i].score + bonus >= threshold_ || is_close(scores[i].score + bonus))
        add_nearness(node, candidates[i].node, scores[i]);
    }
    best = best_of(scores);
  }
  if (!best) return false;
  Scored& scored = scores[*best];
  if (!only) scored.add(MergeReason::Code::kFitsBest, bonus, static_cast<uint32_t>(candidates.size() - 1));
  if (scored.score < threshold_) return false;
  return join(node, candidates[*best].node, std::move(scored.reasons));
}

// The one that is clearly ahead of all others.
std::optional<size_t> MergeState::best_of(const std::vector<Scored>& scores) const {
  size_t best = 0;
  for (size_t i = 1; i < scores.size(); ++i) {
    if (scores[i].score > scores[best].score) best = i;
  }
  for (size_t i = 0; i < scores.size(); ++i) {
    if (i != best && scores[best].score < scores[i].score + weights::kMargin) return std::nullopt;
  }
  return best;
}

void MergeState::for_each_step(const std::function<void(MergeStep)>& visit) const {
  uint32_t begin = 0;
  for (const Step& step : steps_) {
    visit({nodes_.id(step.a), nodes_.id(step.b), {reasons_.begin() + begin, reasons_.begin() + step.end}});
    begin = step.end;
  }
}

}  // namespace actant::internal
