#include "extract/coref/chain_linker.h"

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

float log_of_sum(float a, float b) { return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b))); }

constexpr uint32_t kRing = 256;  // more than the candidates looked back at in turn (CorefFeatures::antecedents)

}  // namespace

// Worked out when first asked for; what lies far back shares its place with later ones and is worked out again.
const CorefRanker::Sum& ChainLinker::antecedent(const CorefFeatures& features, uint32_t j) {
  CorefRanker::Sum& sum = antecedent_[j % kRing];
  if (ring_[j % kRing] != j) {
    ring_[j % kRing] = j;
    features.unary(j, unary_);
    ranker_->sum(unary_, CorefRole::kAntecedent, sum);
    if (ranker_->context() != nullptr) ranker_->context()->add_antecedent(reading_, j, sum);
  }
  return sum;
}

// The sums of candidate `i` by itself.
void ChainLinker::prepare(const CorefFeatures& features, const Document& document, uint32_t i) {
  features.unary(i, unary_);
  ranker_->sum(unary_, CorefRole::kAnaphor, anaphor_);
  ranker_->sum(unary_, CorefRole::kNew, alone_);
  if (const CorefContext* context = ranker_->context(); context != nullptr) {
    context->read_to(document, features.table(), i, reading_);
    context->add_anaphor(reading_, i, anaphor_);
    context->add_new(reading_, i, alone_);
  }
}

// Training has the probability of all right antecedents together, so a chain is worth the sum over its members.
void ChainLinker::score(const CorefFeatures& features, uint32_t i) {
  ranked_.clear();
  uint32_t between = 0;
  for (const uint32_t j : list_) {
    features.pair(i, j, between, pair_);
    between += features.agree(i, j);
    float score = ranker_->score_pair(anaphor_, antecedent(features, j), pair_, scratch_);
    if (ranker_->context() != nullptr) score += ranker_->context()->match(reading_, i, j);
    const uint32_t chain = chains_.find(j);
    const auto known = std::find_if(ranked_.begin(), ranked_.end(), [&](const auto& r) { return r.second == chain; });
    if (known == ranked_.end()) {
      ranked_.emplace_back(score, chain);
    } else {
      known->first = log_of_sum(known->first, score);
    }
  }
  std::sort(ranked_.begin(), ranked_.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
}

void ChainLinker::link(Document& document, std::span<const uint32_t> speakers) {
  CorefFeatures features(document);
  features.prepare(speakers);
  const auto count = static_cast<uint32_t>(features.table().candidates.size());
  chains_.reset(document, features.table());
  antecedent_.resize(kRing);
  ring_.assign(kRing, kNone);
  CorefContext::begin(reading_);
  for (uint32_t i = 0; i < count; ++i) {
    features.antecedents(i, list_);
    if (list_.empty()) continue;
    prepare(features, document, i);
    score(features, i);
    const float least = ranker_->score_new(alone_) + caution;
    for (const auto& [score, chain] : ranked_) {
      if (score <= least) break;
      if (chains_.contradict(i, chain)) continue;
      chains_.unite(i, chain);
      break;
    }
  }
  write(features.table(), document.chains);
}

void ChainLinker::write(const CandidateTable& table, std::vector<ChainMention>& out) {
  out.clear();
  number_.assign(table.candidates.size(), kNone);
  uint32_t numbers = 0;
  for (uint32_t i = 0; i < table.candidates.size(); ++i) {
    if (chains_.of(i).size == 1) continue;
    uint32_t& number = number_[chains_.find(i)];
    if (number == kNone) number = numbers++;
    const Candidate& candidate = table.candidates[i];
    out.push_back({candidate.first, candidate.last, candidate.head, number, candidate.kind});
  }
}

}  // namespace actant
