#include "extract/coref/coref_features.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

uint32_t mix(uint32_t hash, uint32_t value) {
  hash ^= value + 0x9e3779b9u + (hash << 6) + (hash >> 2);
  hash *= 0x85ebca6bu;
  return hash ^ (hash >> 15);
}

template <typename... Values>
uint32_t feature(uint32_t space, Values... values) {
  uint32_t hash = mix(0x51ed270bu, space);
  ((hash = mix(hash, static_cast<uint32_t>(values))), ...);
  return hash;
}

// 0 1 2 3 4 5-7 8-15 16-31 ...
uint32_t bucket(uint32_t count) {
  if (count < 5) return count;
  uint32_t result = 5;
  for (uint32_t limit = 8; count >= limit && result < 12; limit *= 2) ++result;
  return result;
}

uint32_t agreement(Gender a, Gender b) { return static_cast<uint32_t>(a) * 4 + static_cast<uint32_t>(b); }
uint32_t agreement(Number a, Number b) { return static_cast<uint32_t>(a) * 4 + static_cast<uint32_t>(b); }

uint32_t coarse(PhraseClass phrase) {
  if (phrase <= PhraseClass::kSecond) return 0;
  if (is_pronoun(phrase)) return 1;
  if (is_name(phrase)) return 2;
  return 3;
}

bool is_nominal_subject(Deprel deprel) { return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass; }

}  // namespace

void CorefFeatures::prepare(std::span<const uint32_t> speakers) {
  fill_candidate_table(document_, speakers, table_);
  finder_.prepare(table_);
}

bool CorefFeatures::agree(uint32_t i, uint32_t j) const {
  const CandidateFacts& a = table_.facts[i];
  const CandidateFacts& b = table_.facts[j];
  if (a.gender != b.gender && a.gender != Gender::kUnknown && b.gender != Gender::kUnknown) return false;
  if (a.number != b.number && a.number != Number::kUnknown && b.number != Number::kUnknown) return false;
  const bool person = a.phrase == PhraseClass::kHe || a.phrase == PhraseClass::kShe;
  return !person || b.animate;
}

void CorefFeatures::unary(uint32_t i, std::vector<uint32_t>& out) const {
  out.clear();
  const Candidate& candidate = table_.candidates[i];
  const CandidateFacts& facts = table_.facts[i];
  const Token& head = document_.tokens[candidate.head];
  const auto phrase = facts.phrase;
  const Sentence& sentence = document_.sentences[candidate.sentence];
  const auto governor_pos = facts.governor == kNone ? Upos::kX : document_.tokens[facts.governor].upos;
  out.push_back(feature(1, phrase));
  out.push_back(feature(2, facts.head_word, coarse(phrase)));
  out.push_back(feature(3, phrase, facts.number, facts.gender));
  out.push_back(feature(4, phrase, facts.role));
  out.push_back(feature(5, facts.governor_word, facts.role));
  out.push_back(feature(6, governor_pos, facts.role, coarse(phrase)));
  out.push_back(feature(7, facts.type, phrase, facts.animate));
  out.push_back(feature(8, bucket(candidate.last - candidate.first), coarse(phrase)));
  out.push_back(feature(9, bucket(candidate.sentence), coarse(phrase)));
  out.push_back(feature(10, candidate.first == sentence.first, phrase));
  out.push_back(feature(11, facts.in_name, facts.quoted, coarse(phrase), head.deprel));
  out.push_back(feature(12, bucket(finder_.times_text(i)), phrase));
  out.push_back(feature(13, bucket(finder_.times_head(i)), phrase));
  out.push_back(feature(14, bucket(facts.entity_size), phrase));
  out.push_back(feature(15, candidate.last > candidate.head + 1, phrase, head.xpos));
  const Token& first = document_.tokens[candidate.first];
  if (candidate.first != candidate.head) {
    out.push_back(
        feature(16,
                first.upos == Upos::kDet || first.xpos == Xpos::kPRPS
                    ? static_cast<uint32_t>(first.norm.size() * 131 + static_cast<unsigned char>(first.norm.front()))
                    : 0u,
                facts.number));
  }
  const auto before = candidate.first > sentence.first ? document_.tokens[candidate.first - 1].upos : Upos::kX;
  const auto after = candidate.last < sentence.last ? document_.tokens[candidate.last].upos : Upos::kX;
  out.push_back(feature(17, before, coarse(phrase)));
  out.push_back(feature(18, after, coarse(phrase)));
  out.push_back(feature(19, sentence.title, coarse(phrase), facts.speaker != 0));
  if (facts.entity != kNone) {
    const DocumentEntity& entity = document_.entities[facts.entity];
    out.push_back(feature(20, entity.named, bucket(static_cast<uint32_t>(entity.mentions.size())),
                          !entity.country.empty(), phrase));
  }
  const uint32_t kinds = facts.modifiers_end - facts.modifiers_begin;
  out.push_back(feature(21, std::min(kinds, 4u), phrase));
}

// Whose turns they are: 0 unknown, 1 the same, 2 that of who spoke before, 3 of who speaks next, 4 another's.
uint32_t CorefFeatures::turns(uint32_t i, uint32_t j) const {
  const CandidateFacts& a = table_.facts[i];
  const CandidateFacts& b = table_.facts[j];
  if (a.speaker == 0 || b.speaker == 0) return 0;
  if (a.speaker == b.speaker) return 1;
  if (a.speaker_before == b.speaker) return 2;
  return a.speaker_after == b.speaker ? 3 : 4;
}

// 0 neither has one, 1 or 2 one of them, else 3 different words, 4 the same words, 5 one entity.
uint32_t CorefFeatures::possessors(uint32_t i, uint32_t j) const {
  const uint32_t a = table_.facts[i].possessor, b = table_.facts[j].possessor;
  if (a == kNone || b == kNone) return a == b ? 0 : a == kNone ? 1 : 2;
  const uint32_t entity = find_entity_by_head(document_, a);
  if (entity != kNone && entity == find_entity_by_head(document_, b)) return 5;
  return document_.tokens[a].lemma == document_.tokens[b].lemma ? 4 : 3;
}

// How the two stand in the tree and in each other.
uint32_t CorefFeatures::structure(uint32_t i, uint32_t j) const {
  const Candidate& a = table_.candidates[i];
  const Candidate& b = table_.candidates[j];
  if (a.sentence != b.sentence) return 0;
  const uint32_t head_a = document_.tokens[a.head].head, head_b = document_.tokens[b.head].head;
  const bool a_in_b = b.first <= a.first && a.last <= b.last;
  const bool b_in_a = a.first <= b.first && b.last <= a.last;
  if (head_a == b.head) return 1 + 64 * static_cast<uint32_t>(document_.tokens[a.head].deprel) + (a_in_b ? 32 : 0);
  if (head_b == a.head) return 2 + 64 * static_cast<uint32_t>(document_.tokens[b.head].deprel) + (b_in_a ? 32 : 0);
  if (a_in_b) {
    // Inside a clause that modifies the other, or in its complement.
    uint32_t t = a.head;
    for (int steps = 0; steps < 8 && document_.tokens[t].head != kNone && document_.tokens[t].head != b.head; ++steps)
      t = document_.tokens[t].head;
    return 3 + 64 * static_cast<uint32_t>(document_.tokens[t].deprel);
  }
  if (b_in_a) return 4;
  const CandidateFacts& x = table_.facts[i];
  const CandidateFacts& y = table_.facts[j];
  if (x.governor != kNone && x.governor == y.governor) return x.role == y.role ? 5 : is_nominal_subject(y.role) ? 6 : 7;
  return 8;
}

void CorefFeatures::pair(uint32_t i, uint32_t j, uint32_t between, std::vector<uint32_t>& out) const {
  out.clear();
  const Candidate& a = table_.candidates[i];
  const Candidate& b = table_.candidates[j];
  const CandidateFacts& x = table_.facts[i];
  const CandidateFacts& y = table_.facts[j];
  const uint32_t distance = a.sentence - b.sentence;
  const uint32_t kinds = coarse(x.phrase) * 4 + coarse(y.phrase);
  const uint32_t classes = static_cast<uint32_t>(x.phrase) * 32 + static_cast<uint32_t>(y.phrase);
  const auto match = static_cast<uint32_t>(match_text(table_, i, j));
  const uint32_t relation = structure(i, j);
  const uint32_t gender = agreement(x.gender, y.gender), number = agreement(x.number, y.number);
  out.push_back(feature(100, classes));
  out.push_back(feature(101, bucket(distance), kinds));
  out.push_back(feature(102, bucket(distance), x.phrase, match));
  out.push_back(feature(103, bucket(i - j), kinds));
  out.push_back(feature(104, match, classes));
  out.push_back(feature(105, gender, number, kinds));
  out.push_back(feature(106, gender, x.phrase, y.type, y.animate, x.animate));
  out.push_back(feature(107, x.type, y.type, kinds, match != 0));
  out.push_back(feature(108, relation, kinds));
  out.push_back(feature(109, relation & 63, x.phrase, y.role));
  out.push_back(feature(110, x.role, y.role, distance == 0, kinds));
  out.push_back(feature(111, std::min(between, 6u), x.phrase, distance == 0));
  out.push_back(feature(112, std::min(between, 6u), agree(i, j), kinds, match != 0));
  const uint32_t quotes = x.quoted * 4 + y.quoted * 2 + (x.quotation == y.quotation);
  out.push_back(feature(113, quotes, classes));
  if (const uint32_t turn = turns(i, j); turn != 0) {
    out.push_back(feature(114, turn, classes));
    out.push_back(feature(126, turn, classes, std::min(table_.speakers, 4u), std::min(distance, 3u)));
  }
  if (const uint32_t possessor = possessors(i, j); possessor != 0) {
    out.push_back(feature(127, possessor, match, kinds));
    out.push_back(feature(128, possessor, x.head_word == y.head_word, x.phrase, y.phrase));
  }
  out.push_back(feature(115, is_nominal_subject(y.role), std::min(distance, 3u), x.phrase));
  out.push_back(feature(116, bucket(y.entity_size), kinds, std::min(distance, 3u)));
  if (coarse(x.phrase) < 2 || coarse(y.phrase) < 2) {
    out.push_back(feature(117, x.head_word, y.head_word));
    if (coarse(x.phrase) < 2) out.push_back(feature(118, x.head_word, y.phrase, y.number, std::min(distance, 2u)));
    out.push_back(feature(119, x.governor_word, x.role, y.head_word));
  } else {
    const uint32_t low = std::min(x.head_word, y.head_word), high = std::max(x.head_word, y.head_word);
    if (low != high) out.push_back(feature(120, low, high));
    const uint32_t only_a = std::min(missing_modifiers(table_, i, j), 3u),
                   only_b = std::min(missing_modifiers(table_, j, i), 3u);
    out.push_back(feature(121, match, only_a, only_b, kinds));
    out.push_back(feature(122, match, only_a != 0, x.phrase, y.phrase, std::min(distance, 4u)));
    if (x.head_word == y.head_word) out.push_back(feature(123, x.head_word, only_a));
  }
  const bool same = x.entity != kNone && x.entity == y.entity;
  const bool both = x.entity != kNone && y.entity != kNone;
  out.push_back(feature(124, same, both, kinds));
  if (x.governor_word != 0 && x.governor_word == y.governor_word)
    out.push_back(feature(125, x.role, y.role, coarse(x.phrase)));
}

}  // namespace actant
