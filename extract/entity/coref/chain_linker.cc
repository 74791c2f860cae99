#include "extract/entity/coref/chain_linker.h"

#include <algorithm>
#include <numeric>

namespace actant {
namespace {

constexpr uint32_t kRing = 256;  // more than the candidates looked back at in turn (CorefFeatures::antecedents)

uint8_t gender_bit(const CandidateFacts& facts) {
  const bool tells = is_pronoun(facts.phrase) || facts.animate;
  return !tells || facts.gender == Gender::kUnknown ? 0 : static_cast<uint8_t>(1u << static_cast<int>(facts.gender));
}

}  // namespace

uint32_t ChainLinker::chain(uint32_t i) {
  while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
  return i;
}

void ChainLinker::unite(uint32_t j, uint32_t i) {
  j = chain(j);
  i = chain(i);
  if (i == j) return;
  parent_[i] = j;
  chains_[j].genders |= chains_[i].genders;
  chains_[j].size += chains_[i].size;
}

bool ChainLinker::contradicts(const CorefFeatures& features, uint32_t i, uint32_t j) {
  const uint8_t own = gender_bit(features.table().facts[i]), other = chains_[chain(j)].genders;
  return own != 0 && other != 0 && (own & other) == 0;
}

// Worked out when first asked for; what lies far back shares its place with later ones and is worked out again.
const CorefRanker::Sum& ChainLinker::antecedent(const CorefFeatures& features, uint32_t j) {
  CorefRanker::Sum& sum = antecedent_[j % kRing];
  if (ring_[j % kRing] != j) {
    ring_[j % kRing] = j;
    features.unary(j, unary_);
    ranker_->sum(unary_, CorefRole::kAntecedent, sum);
  }
  return sum;
}

void ChainLinker::score(const CorefFeatures& features, uint32_t i) {
  ranked_.clear();
  uint32_t between = 0;
  for (const uint32_t j : list_) {
    features.pair(i, j, between, pair_);
    ranked_.emplace_back(ranker_->score_pair(anaphor_, antecedent(features, j), pair_, scratch_), j);
    between += features.agree(i, j);
  }
  // Of equal ones the nearest.
  std::sort(ranked_.begin(), ranked_.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
}

// The mention that candidate `i` is, or the one of the phrase that it takes up, and so on.
uint32_t ChainLinker::mention_behind(const CandidateTable& table, uint32_t i) const {
  for (int steps = 0; i != kNone && steps < 32; ++steps, i = antecedent_of_[i]) {
    const Candidate& candidate = table.candidates[i];
    if (candidate.mention != kNone && !table.facts[i].in_name && !candidate.list) return candidate.mention;
  }
  return kNone;
}

void ChainLinker::link(const Clusters& clusters, std::vector<ChainMention>& chains, std::vector<uint32_t>& antecedents,
                       std::span<const uint32_t> speakers) {
  CorefFeatures features(clusters);
  features.prepare(speakers);
  const auto& candidates = features.table().candidates;
  const auto count = static_cast<uint32_t>(candidates.size());
  parent_.resize(count);
  std::iota(parent_.begin(), parent_.end(), 0u);
  chains_.assign(count, {});
  antecedent_of_.assign(count, kNone);
  antecedent_.resize(kRing);
  ring_.assign(kRing, kNone);
  for (uint32_t i = 0; i < count; ++i) {
    chains_[i].genders = gender_bit(features.table().facts[i]);
    const PhraseClass phrase = features.table().facts[i].phrase;
    if (gendered_only && phrase != PhraseClass::kHe && phrase != PhraseClass::kShe) continue;
    features.antecedents(i, list_);
    if (list_.empty()) continue;
    features.unary(i, unary_);
    ranker_->sum(unary_, CorefRole::kAnaphor, anaphor_);
    ranker_->sum(unary_, CorefRole::kNew, alone_);
    score(features, i);
    const float least = ranker_->score_new(alone_) + caution;
    for (const auto& [score, j] : ranked_) {
      if (score <= least) break;
      if (contradicts(features, i, j)) continue;
      unite(j, i);
      antecedent_of_[i] = j;
      break;
    }
  }
  chains.clear();
  antecedents.assign(clusters.document().mentions.size(), kNone);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t root = chain(i);
    if (chains_[root].size > 1)
      chains.push_back({candidates[i].first, candidates[i].last, candidates[i].head, root});
    const bool own = candidates[i].mention != kNone && !features.table().facts[i].in_name && !candidates[i].list;
    if (own && antecedent_of_[i] != kNone)
      antecedents[candidates[i].mention] = mention_behind(features.table(), antecedent_of_[i]);
  }
}

}  // namespace actant
