#include "extract/coref/chain_linker.h"

#include <algorithm>
#include <numeric>

namespace actant {
namespace {

constexpr uint32_t kRing = 256;  // more than the candidates looked back at in turn (CorefFeatures::antecedents)

uint8_t gender_bit(const CandidateFacts& facts) {
  const bool tells = is_pronoun(facts.phrase) || facts.animate;
  return !tells || facts.gender == Gender::kUnknown ? 0 : static_cast<uint8_t>(1u << static_cast<int>(facts.gender));
}

enum Kind : uint8_t { kOnePerson = 1, kMany = 2, kThing = 4, kPersons = 8 };

uint8_t kinds_of(const CandidateFacts& facts) {
  switch (facts.phrase) {
    case PhraseClass::kFirst:
    case PhraseClass::kHe:
    case PhraseClass::kShe: return kOnePerson | kPersons;
    case PhraseClass::kFirstPlural: return kMany | kPersons;
    case PhraseClass::kSecond: return kPersons;
    case PhraseClass::kList: return kMany;
    case PhraseClass::kIt: return kThing;
    default: return 0;
  }
}

bool opposite(uint8_t a, uint8_t b) {
  return ((a & kOnePerson) != 0 && (b & kMany) != 0) || ((a & kPersons) != 0 && (b & kThing) != 0);
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
  Chain& whole = chains_[j];
  const Chain& part = chains_[i];
  whole.genders |= part.genders;
  whole.addressing |= part.addressing;
  whole.kinds |= part.kinds;
  if (whole.speaker == kNone) whole.speaker = part.speaker;
  if (whole.person == kNone) whole.person = part.person;
  whole.size += part.size;
}

ChainLinker::Chain ChainLinker::alone(const Document& document, const CandidateFacts& facts) {
  Chain chain;
  chain.genders = gender_bit(facts);
  const bool named = facts.entity != kNone && document.entities[facts.entity].named;
  if (named && document.entities[facts.entity].type == EntityType::kPerson) chain.person = facts.entity;
  chain.kinds = kinds_of(facts);
  if (facts.quoted) return chain;  // who speaks in a quotation is not the speaker of the sentence
  if (facts.phrase == PhraseClass::kFirst) chain.speaker = facts.speaker;
  const bool addressing = facts.phrase == PhraseClass::kSecond || facts.phrase == PhraseClass::kHe ||
                          facts.phrase == PhraseClass::kShe;
  if (addressing && facts.speaker < 64) chain.addressing = uint64_t{1} << facts.speaker;
  return chain;
}

// One gender, one person by name; no person is many or a thing; `I` of one speaker, and never the `you`, `he` or `she` of the same one.
bool ChainLinker::contradicts(uint32_t i, uint32_t j) {
  const Chain& a = chains_[chain(i)];
  const Chain& b = chains_[chain(j)];
  if (a.genders != 0 && b.genders != 0 && (a.genders & b.genders) == 0) return true;
  if (opposite(a.kinds, b.kinds) || opposite(b.kinds, a.kinds)) return true;
  if (a.person != kNone && b.person != kNone && a.person != b.person) return true;
  if (a.speaker != kNone && b.speaker != kNone && a.speaker != b.speaker) return true;
  const auto speaks_of_itself = [](const Chain& x, const Chain& y) {
    return x.speaker < 64 && (y.addressing >> x.speaker & 1) != 0;
  };
  return speaks_of_itself(a, b) || speaks_of_itself(b, a);
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

void ChainLinker::link(Document& document, std::span<const uint32_t> speakers) {
  CorefFeatures features(document);
  features.prepare(speakers);
  const auto count = static_cast<uint32_t>(features.table().candidates.size());
  parent_.resize(count);
  std::iota(parent_.begin(), parent_.end(), 0u);
  chains_.assign(count, {});
  antecedent_.resize(kRing);
  ring_.assign(kRing, kNone);
  for (uint32_t i = 0; i < count; ++i) {
    chains_[i] = alone(document, features.table().facts[i]);
    features.antecedents(i, list_);
    if (list_.empty()) continue;
    features.unary(i, unary_);
    ranker_->sum(unary_, CorefRole::kAnaphor, anaphor_);
    ranker_->sum(unary_, CorefRole::kNew, alone_);
    score(features, i);
    const float least = ranker_->score_new(alone_) + caution;
    for (const auto& [score, j] : ranked_) {
      if (score <= least) break;
      if (contradicts(i, j)) continue;
      unite(j, i);
      break;
    }
  }
  write(features.table(), document.chains);
}

void ChainLinker::write(const CandidateTable& table, std::vector<ChainMention>& chains) {
  chains.clear();
  uint32_t numbers = 0;
  for (uint32_t i = 0; i < table.candidates.size(); ++i) {
    Chain& of = chains_[chain(i)];
    if (of.size == 1) continue;
    if (of.number == kNone) of.number = numbers++;
    const Candidate& candidate = table.candidates[i];
    chains.push_back({candidate.first, candidate.last, candidate.head, of.number, candidate.kind});
  }
}

}  // namespace actant
