#include "extract/coref/candidate_facts.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "extract/entity/nominal_finder.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

uint32_t hash_of(std::string_view word) {
  std::array<char, 64> buffer;
  const std::string_view folded = fold_into(word, buffer);
  return static_cast<uint32_t>(XXH3_64bits(folded.data(), folded.size()));
}

bool is_plural(const Token& token) { return token.xpos == Xpos::kNNS || token.xpos == Xpos::kNNPS; }

PhraseClass pronoun_class(const Token& token) {
  if (token.upos == Upos::kAdv) return PhraseClass::kPlaceAdverb;
  if (token.xpos == Xpos::kWDT || token.xpos == Xpos::kWP || token.xpos == Xpos::kWPS) return PhraseClass::kRelative;
  const PronounEntry* pronoun = Gazetteer::get().pronoun(token.norm);
  if (pronoun != nullptr && pronoun->person == '1')
    return pronoun->number == Number::kPlural ? PhraseClass::kFirstPlural : PhraseClass::kFirst;
  if (pronoun != nullptr && pronoun->person == '2') return PhraseClass::kSecond;
  if (pronoun != nullptr && pronoun->person == '3') {
    if (pronoun->number == Number::kPlural) return PhraseClass::kThey;
    if (pronoun->gender == Gender::kMale) return PhraseClass::kHe;
    if (pronoun->gender == Gender::kFemale) return PhraseClass::kShe;
    return PhraseClass::kIt;
  }
  const std::string_view norm = token.norm;
  if (norm == "this" || norm == "that" || norm == "these" || norm == "those") return PhraseClass::kDemonstrative;
  return PhraseClass::kOtherPronoun;
}

PhraseClass name_class(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return PhraseClass::kPersonName;
    case EntityType::kOrganization: return PhraseClass::kBodyName;
    case EntityType::kPlace: return PhraseClass::kPlaceName;
    default: return PhraseClass::kOtherName;
  }
}

PhraseClass nominal_class(const Document& document, uint32_t head) {
  for (const uint32_t child : children_of(document, head)) {
    const Token& token = document.tokens[child];
    if (child > head) break;
    if (token.deprel == Deprel::kNmodPoss) return PhraseClass::kDefinite;
    if (token.deprel == Deprel::kNummod) return PhraseClass::kIndefinite;
    if (token.deprel != Deprel::kDet) continue;
    const std::string_view norm = token.norm;
    const bool definite =
        norm == "the" || norm == "this" || norm == "that" || norm == "these" || norm == "those" || norm == "both";
    return definite ? PhraseClass::kDefinite : PhraseClass::kIndefinite;
  }
  return PhraseClass::kBare;
}

bool is_left_out(const Token& token) {
  return token.upos == Upos::kDet || token.upos == Upos::kPunct || token.xpos == Xpos::kPOS;
}

uint32_t text_hash(const Document& document, const Candidate& candidate) {
  uint32_t hash = 0;
  for (uint32_t t = candidate.first; t < candidate.last; ++t) {
    if (!is_left_out(document.tokens[t])) hash = hash * 0x9e3779b1u + hash_of(document.tokens[t].norm);
  }
  return hash;
}

// What a conjunct is to the sentence is what the first of the series is.
void find_role(const Document& document, uint32_t head, CandidateFacts& facts) {
  uint32_t t = head;
  for (int steps = 0; steps < 6 && document.tokens[t].deprel == Deprel::kConj && document.tokens[t].head != kNone;
       ++steps)
    t = document.tokens[t].head;
  facts.role = document.tokens[t].deprel;
  facts.governor = document.tokens[t].head;
  if (facts.governor != kNone) facts.governor_word = hash_of(document.tokens[facts.governor].lemma);
}

/// Fills the facts of one table.
class FactsWriter {
 public:
  FactsWriter(const Document& document, std::span<const uint32_t> speakers, CandidateTable& table)
      : document_(document), speakers_(speakers), table_(table) {}

  void write() {
    number_quotations();
    seen_.assign(document_.entities.size(), 0);
    find_genders();
    find_turns();
    table_.words.clear();
    table_.facts.assign(table_.candidates.size(), {});
    for (size_t i = 0; i < table_.candidates.size(); ++i) write(table_.candidates[i], table_.facts[i]);
  }

 private:
  void number_quotations() {
    quotation_.assign(document_.tokens.size(), 0);
    uint16_t count = 0;
    bool open = false;
    for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const Token& token = document_.tokens[t];
      const bool either = token.form == "\"" || token.form == "''" || token.form == "``";
      if (token.form == "“" || (either && !open)) {
        if (!open) ++count;
        open = true;
      } else if (token.form == "”" || either) {
        open = false;
      } else if (open) {
        quotation_[t] = count;
      }
      if (token.space_after == 3) open = false;
    }
  }

  void write(const Candidate& candidate, CandidateFacts& facts) {
    const Token& head = document_.tokens[candidate.head];
    facts.head_word = hash_of(candidate.kind == MentionKind::kPronoun ? head.norm : head.lemma);
    facts.quotation = quotation_[candidate.head];
    facts.quoted = facts.quotation != 0;
    if (candidate.sentence < speakers_.size()) {
      facts.speaker = speakers_[candidate.sentence];
      facts.speaker_before = before_[candidate.sentence];
      facts.speaker_after = after_[candidate.sentence];
    }
    facts.possessor = child_with(document_, candidate.head, Deprel::kNmodPoss);
    facts.text = text_hash(document_, candidate);
    find_role(document_, candidate.head, facts);
    if (candidate.mention != kNone) {
      facts.in_name = document_.mentions[candidate.mention].head != candidate.head;
    }
    find_entity(candidate, facts);
    add_modifiers(candidate, facts);
    if (candidate.list) {
      facts.phrase = PhraseClass::kList;
      facts.number = Number::kPlural;
      facts.animate = is_animate(candidate.head);
      return;
    }
    if (candidate.kind == MentionKind::kPronoun) {
      write_pronoun(head, facts);
    } else {
      write_noun(candidate, facts);
    }
  }

  // Who else spoke last, and who will.
  void find_turns() {
    before_.assign(speakers_.begin(), speakers_.end());
    after_ = before_;
    table_.speakers = 0;
    for (size_t s = 0; s < speakers_.size(); ++s) {
      table_.speakers = std::max(table_.speakers, speakers_[s]);
      if (s > 0) before_[s] = speakers_[s - 1] == speakers_[s] ? before_[s - 1] : speakers_[s - 1];
    }
    for (size_t s = speakers_.size(); s-- > 1;)
      after_[s - 1] = speakers_[s] == speakers_[s - 1] ? after_[s] : speakers_[s];
  }

  // What its name, forename or pronouns tell, the first that does.
  void find_genders() {
    gender_.assign(document_.entities.size(), Gender::kUnknown);
    for (const Mention& mention : document_.mentions) {
      if (mention.entity == kNone || gender_[mention.entity] != Gender::kUnknown) continue;
      gender_[mention.entity] = mention.gender;
    }
  }

  // A plural that stands for several entities (`the two leaders`) is none of them.
  void find_entity(const Candidate& candidate, CandidateFacts& facts) {
    if (candidate.mention == kNone || facts.in_name || candidate.list) return;
    const uint32_t entity = document_.mentions[candidate.mention].entity;
    if (entity == kNone || !document_.entities[entity].members.empty()) return;
    facts.entity = entity;
    facts.entity_size = seen_[entity]++;
  }

  bool is_animate(uint32_t head) const {
    const NounEntry* noun = noun_entry(document_.tokens[head]);
    const uint32_t m = find_mention_by_head(document_, head);
    return (noun != nullptr && noun->noun_class == NounClass::kPerson) ||
           (m != kNone && document_.mentions[m].type == EntityType::kPerson);
  }

  void add_modifiers(const Candidate& candidate, CandidateFacts& facts) {
    facts.modifiers_begin = static_cast<uint32_t>(table_.words.size());
    for (uint32_t t = candidate.first; t < candidate.last && table_.words.size() - facts.modifiers_begin < 12; ++t) {
      const Token& token = document_.tokens[t];
      const bool content = token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kAdj ||
                           token.upos == Upos::kNum;
      if (content && t != candidate.head) table_.words.push_back(hash_of(token.lemma));
    }
    facts.modifiers_end = static_cast<uint32_t>(table_.words.size());
  }

  void write_pronoun(const Token& head, CandidateFacts& facts) const {
    facts.phrase = pronoun_class(head);
    const PronounEntry* pronoun = Gazetteer::get().pronoun(head.norm);
    if (pronoun != nullptr) {
      facts.gender = pronoun->gender;
      facts.number = pronoun->number;
    }
    if (head.norm == "these" || head.norm == "those") facts.number = Number::kPlural;
    if (head.norm == "this" || head.norm == "that") facts.number = Number::kSingular;
    facts.animate = facts.phrase <= PhraseClass::kShe || head.norm == "who" || head.norm == "whom";
  }

  void write_noun(const Candidate& candidate, CandidateFacts& facts) {
    const Token& head = document_.tokens[candidate.head];
    const bool named = candidate.kind == MentionKind::kName;
    facts.number = is_plural(head) ? Number::kPlural : Number::kSingular;
    if (const NounEntry* noun = noun_entry(head)) {
      facts.animate = noun->noun_class == NounClass::kPerson;
      facts.gender = noun->gender;
      if (facts.animate) facts.type = EntityType::kPerson;
    }
    if (candidate.mention != kNone && !facts.in_name) {
      const Mention& mention = document_.mentions[candidate.mention];
      facts.type = mention.type;
      if (facts.entity != kNone) {
        facts.type = document_.entities[facts.entity].type;
        if (gender_[facts.entity] != Gender::kUnknown) facts.gender = gender_[facts.entity];
      }
      if (named && mention.number != Number::kUnknown) facts.number = mention.number;
      facts.animate = facts.animate || facts.type == EntityType::kPerson;
    }
    if (!facts.animate && facts.gender == Gender::kUnknown) facts.gender = Gender::kNeuter;
    facts.phrase = named ? name_class(candidate.mention == kNone ? EntityType::kTopic : facts.type)
                         : nominal_class(document_, candidate.head);
  }

  const Document& document_;
  std::span<const uint32_t> speakers_;
  CandidateTable& table_;
  std::vector<uint16_t> quotation_;
  std::vector<uint32_t> seen_;            // [entities] mentions so far
  std::vector<Gender> gender_;            // [entities]
  std::vector<uint32_t> before_, after_;  // [sentences]
};

}  // namespace

void fill_candidate_table(const Document& document, std::span<const uint32_t> speakers, CandidateTable& table) {
  find_candidates(document, table.candidates);
  FactsWriter(document, speakers, table).write();
}

}  // namespace actant
