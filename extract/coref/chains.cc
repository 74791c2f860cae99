#include "extract/coref/chains.h"

#include <numeric>

namespace actant {
namespace {

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

uint8_t gender_bit(const CandidateFacts& facts) {
  const bool tells = is_pronoun(facts.phrase) || facts.animate;
  return !tells || facts.gender == Gender::kUnknown ? 0 : static_cast<uint8_t>(1u << static_cast<int>(facts.gender));
}

Chain alone(const Document& document, const CandidateFacts& facts) {
  Chain chain;
  chain.genders = gender_bit(facts);
  chain.kinds = kinds_of(facts);
  const bool named = facts.entity != kNone && document.entities[facts.entity].named;
  if (named && document.entities[facts.entity].type == EntityType::kPerson) chain.person = facts.entity;
  if (facts.quoted) return chain;  // who speaks in a quotation is not the speaker of the sentence
  if (facts.phrase == PhraseClass::kFirst) chain.speaker = facts.speaker;
  const bool addressing =
      facts.phrase == PhraseClass::kSecond || facts.phrase == PhraseClass::kHe || facts.phrase == PhraseClass::kShe;
  if (addressing && facts.speaker < 64) chain.addressing = uint64_t{1} << facts.speaker;
  return chain;
}

bool speaks_of_itself(const Chain& a, const Chain& b) { return a.speaker < 64 && (b.addressing >> a.speaker & 1) != 0; }

}  // namespace

void Chains::reset(const Document& document, const CandidateTable& table) {
  const size_t count = table.candidates.size();
  parent_.resize(count);
  std::iota(parent_.begin(), parent_.end(), 0u);
  chains_.resize(count);
  for (uint32_t i = 0; i < count; ++i) chains_[i] = alone(document, table.facts[i]);
}

uint32_t Chains::find(uint32_t i) const {
  while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
  return i;
}

bool Chains::contradict(uint32_t i, uint32_t j) const {
  const Chain& a = of(i);
  const Chain& b = of(j);
  if (a.genders != 0 && b.genders != 0 && (a.genders & b.genders) == 0) return true;
  if (opposite(a.kinds, b.kinds) || opposite(b.kinds, a.kinds)) return true;
  if (a.person != kNone && b.person != kNone && a.person != b.person) return true;
  if (a.speaker != kNone && b.speaker != kNone && a.speaker != b.speaker) return true;
  return speaks_of_itself(a, b) || speaks_of_itself(b, a);
}

void Chains::unite(uint32_t i, uint32_t j) {
  i = find(i);
  j = find(j);
  if (i == j) return;
  Chain& whole = chains_[j];
  const Chain& part = chains_[i];
  parent_[i] = j;
  whole.genders |= part.genders;
  whole.addressing |= part.addressing;
  whole.kinds |= part.kinds;
  if (whole.speaker == kNone) whole.speaker = part.speaker;
  if (whole.person == kNone) whole.person = part.person;
  whole.size += part.size;
}

}  // namespace actant
