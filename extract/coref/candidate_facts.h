#ifndef ACTANT_EXTRACT_COREF_CANDIDATE_FACTS_H_
#define ACTANT_EXTRACT_COREF_CANDIDATE_FACTS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/coref/candidate.h"

namespace actant {

/// Classes of candidates that features are conjoined with. Part of the model: only ever appended to.
enum class PhraseClass : uint8_t {
  kFirst,          ///< I, my
  kFirstPlural,    ///< we, our
  kSecond,         ///< you
  kHe,             ///< he, him
  kShe,            ///< she, her
  kIt,             ///< it, its
  kThey,           ///< they, their
  kDemonstrative,  ///< this, that, these
  kRelative,       ///< who, which, whose
  kPlaceAdverb,    ///< here, there
  kOtherPronoun,   ///< everyone, one, some
  kPersonName,
  kBodyName,
  kPlaceName,
  kOtherName,
  kDefinite,    ///< the minister, these men, his wife
  kIndefinite,  ///< a minister, three men
  kBare,        ///< men, water
  kList,        ///< A and B
};

/// What the features ask of one candidate, worked out once.
struct CandidateFacts {
  PhraseClass phrase = PhraseClass::kBare;
  EntityType type = EntityType::kTopic;  ///< kTopic where unknown
  Gender gender = Gender::kUnknown;
  Number number = Number::kUnknown;
  bool animate = false;
  bool quoted = false;
  bool in_name = false;                             ///< lies inside a name without heading it
  uint16_t quotation = 0;                           ///< number of the quotation it stands in
  uint32_t speaker = 0;                             ///< of its sentence, from 1; 0 unknown
  uint32_t speaker_before = 0, speaker_after = 0;   ///< who spoke before and after that speaker
  uint32_t possessor = kNone;                       ///< token: `his` of `his hands`
  uint32_t head_word = 0;                           ///< hash of the lemma in lower case
  uint32_t governor_word = 0;                       ///< hash of the governor's lemma
  uint32_t governor = kNone;                        ///< token; of a conjunct that of the first
  Deprel role = Deprel::kDep;                       ///< of a conjunct that of the first
  uint32_t text = 0;                                ///< hash of the words without determiners and possessive mark
  uint32_t entity = kNone;                          ///< the program's own, kNone for a phrase that is no Mention
  uint32_t entity_size = 0;                         ///< mentions of that entity so far
  uint32_t modifiers_begin = 0, modifiers_end = 0;  ///< in CandidateTable::words: hashes of the words before the head
};

/// The candidates of an article with their facts.
struct CandidateTable {
  std::vector<Candidate> candidates;
  std::vector<CandidateFacts> facts;  ///< [candidates]
  std::vector<uint32_t> words;
  uint32_t speakers = 0;  ///< how many there are
};

/// Fills the table from the layer kEntities. `speakers` [sentences] numbers who speaks in a transcript, and may be
/// empty.
void fill_candidate_table(const Document& document, std::span<const uint32_t> speakers, CandidateTable& table);

inline bool is_pronoun(PhraseClass phrase) { return phrase <= PhraseClass::kOtherPronoun; }
inline bool is_name(PhraseClass phrase) {
  return phrase >= PhraseClass::kPersonName && phrase <= PhraseClass::kOtherName;
}

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_CANDIDATE_FACTS_H_
