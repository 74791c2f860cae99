#include "extract/coref/antecedent_finder.h"

#include <algorithm>
#include <unordered_map>

namespace actant {
namespace {

constexpr uint32_t kSentencesOfPronoun = 8;
constexpr uint32_t kSentencesOfNoun = 3;
constexpr uint32_t kWindow = 150;  // candidates

bool is_speaking(PhraseClass phrase) { return phrase <= PhraseClass::kSecond; }

// Pronouns and nouns of the same spelling (`mine`) are not of one head.
uint64_t head_key(const CandidateFacts& facts) { return uint64_t{facts.head_word} << 1 | (is_pronoun(facts.phrase)); }

uint64_t speaking_key(PhraseClass phrase, uint32_t speaker, bool quoted) {
  return uint64_t{speaker} << 4 | static_cast<uint64_t>(phrase) << 1 | quoted;
}

/// The last candidate of each key, and how many there were.
class LastOf {
 public:
  struct Entry {
    uint32_t at = kNone, times = 0;
  };
  Entry replace(uint64_t key, uint32_t i) {
    Entry& entry = entries_[key];
    const Entry before = entry;
    entry = {i, before.times + 1};
    return before;
  }
  uint32_t find(uint64_t key) const {
    const auto it = entries_.find(key);
    return it == entries_.end() ? kNone : it->second.at;
  }

 private:
  std::unordered_map<uint64_t, Entry> entries_;
};

bool has_modifier(const CandidateTable& table, const CandidateFacts& facts, uint32_t word) {
  const auto begin = table.words.begin() + facts.modifiers_begin, end = table.words.begin() + facts.modifiers_end;
  return std::find(begin, end, word) != end;
}

}  // namespace

uint32_t missing_modifiers(const CandidateTable& table, uint32_t a, uint32_t b) {
  uint32_t missing = 0;
  for (uint32_t k = table.facts[a].modifiers_begin; k < table.facts[a].modifiers_end; ++k)
    missing += !has_modifier(table, table.facts[b], table.words[k]);
  return missing;
}

TextMatch match_text(const CandidateTable& table, uint32_t i, uint32_t j) {
  const CandidateFacts& a = table.facts[i];
  const CandidateFacts& b = table.facts[j];
  if (a.text == b.text) return TextMatch::kWords;
  if (a.entity != kNone && a.entity == b.entity) return TextMatch::kEntity;
  if (a.head_word == b.head_word)
    return missing_modifiers(table, i, j) == 0 ? TextMatch::kHeadWithoutNews : TextMatch::kHead;
  if (has_modifier(table, b, a.head_word) || has_modifier(table, a, b.head_word)) return TextMatch::kHeadAmongWords;
  return TextMatch::kNothing;
}

void AntecedentFinder::prepare(const CandidateTable& table) {
  const auto count = static_cast<uint32_t>(table.candidates.size());
  times_text_.assign(count, 0);
  times_head_.assign(count, 0);
  Far none;
  none.fill(kNone);
  far_.assign(count, none);
  LastOf texts, heads, entities, speaking;
  for (uint32_t i = 0; i < count; ++i) {
    const CandidateFacts& facts = table.facts[i];
    auto far = far_[i].begin();
    const auto text = texts.replace(facts.text, i);
    times_text_[i] = text.times;
    *far++ = text.at;
    if (facts.phrase != PhraseClass::kList) {
      const auto head = heads.replace(head_key(facts), i);
      times_head_[i] = head.times;
      *far++ = head.at;
    }
    if (facts.entity != kNone) *far++ = entities.replace(facts.entity, i).at;
    if (!is_speaking(facts.phrase)) continue;
    for (const uint32_t speaker : {facts.speaker, facts.speaker_before}) {
      for (const auto phrase : {PhraseClass::kFirst, PhraseClass::kFirstPlural, PhraseClass::kSecond})
        *far++ = speaking.find(speaking_key(phrase, speaker, facts.quoted));
      if (facts.speaker_before == facts.speaker) break;
    }
    speaking.replace(speaking_key(facts.phrase, facts.speaker, facts.quoted), i);
  }
}

void AntecedentFinder::find(const CandidateTable& table, uint32_t i, std::vector<uint32_t>& out) const {
  out.clear();
  const Candidate& candidate = table.candidates[i];
  const bool pronoun = is_pronoun(table.facts[i].phrase);
  const uint32_t reach = pronoun ? kSentencesOfPronoun : kSentencesOfNoun;
  for (uint32_t j = i; j-- > 0 && i - j <= kWindow && out.size() < kMostNear;) {
    const Candidate& other = table.candidates[j];
    if (other.head == candidate.head) continue;
    const bool near = candidate.sentence - other.sentence <= reach;
    if (!near && pronoun) break;
    if (near || match_text(table, i, j) != TextMatch::kNothing) out.push_back(j);
  }
  for (const uint32_t far : far_[i]) {
    if (far == kNone || std::find(out.begin(), out.end(), far) != out.end()) continue;
    if (table.candidates[far].head != candidate.head) out.push_back(far);
  }
}

}  // namespace actant
