#ifndef ACTANT_EXTRACT_RELATION_SPEECH_LEXICON_H_
#define ACTANT_EXTRACT_RELATION_SPEECH_LEXICON_H_

#include <cstdint>
#include <string_view>

namespace actant {

/// How a speech verb or noun carries what is said; bits of a set.
enum SpeechFrame : uint16_t {
  kSaysClause = 1,       ///< that-clause: `said (that) P`
  kSaysQuote = 2,        ///< may introduce a direct quotation: `"P," X added`
  kSaysNoun = 4,         ///< its object names the content: `stressed the need for`
  kSaysFor = 8,          ///< `called for N`
  kSaysOf = 16,          ///< `warned of N`, `spoke about N`, `agreed on N`
  kSaysInfinitive = 32,  ///< `urged Y to P`, `vowed to P`
  kSaysGerund = 64,      ///< `accused Y of doing P`, `thanked Y for doing P`
  kSaysAs = 128,         ///< `described Y as Z`, `declared Y the winner`
  kSaysNot = 256,        ///< the content is denied: `denied that P`
  kSaysAside = 512,      ///< too vague to speak without a clause or a quotation of its own: `go on`, `smile`, `think`
  kSaysStance = 1024,    ///< whom one does that to is judged, not told of: `backed Y`
};

/// Frames of the speech verb with this lemma (lower case); 0 when it is none.
uint16_t speech_verb(std::string_view lemma);

/// Frames of the verb with this lemma for holding something to be so or wishing it: `believe`, `fear`, `intend`; 0 when
/// it is none.
uint16_t attitude_verb(std::string_view lemma);

/// Frames of the noun that names a speech act: `announcement`, `claim`; 0 when it is none.
uint16_t speech_noun(std::string_view lemma);

/// Nouns for texts and broadcasts that speak for their author: `statement`, `report`, `letter`.
bool is_document_noun(std::string_view lemma);

/// Verbs that lend their subject to a speech noun: `made a statement`, `expressed concern`, `provided a report on`.
bool is_speech_carrier(std::string_view lemma);

/// Nouns that a carrier turns into content by themselves: `expressed [concern over N]`.
bool is_attitude_noun(std::string_view lemma);

/// Nouns for what somebody takes as a stance or sets out to do: `support`, `opposition`, `plan`, `refusal`.
bool is_stance_noun(std::string_view lemma);

/// Adverbs that give what they stand by to somebody who isn't named: `reportedly`.
bool is_hearsay_adverb(std::string_view norm);

/// Adjectives and participles for holding that something is so, or wishing it: `confident`, `worried`, `willing`.
bool is_attitude_adjective(std::string_view lemma);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_SPEECH_LEXICON_H_
