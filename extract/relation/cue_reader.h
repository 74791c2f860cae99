#ifndef ACTANT_EXTRACT_RELATION_CUE_READER_H_
#define ACTANT_EXTRACT_RELATION_CUE_READER_H_

#include <string_view>
#include <vector>

#include "extract/relation/speech_act.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

/// Whether the word names a day on which something was said: `Tuesday`, `today`.
inline bool is_day(std::string_view norm) {
  return is_one_of(norm, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"});
}

/// Reads the speech acts of one verb or noun.
class CueReader {
 public:
  /// `broad` reads attributions in the widest sense, of which nobody need be a speaker that says something: also denied
  /// ones
  /// (`did not say`), questions (`asked whether`), and those without a source (`it is believed`, `allegations that`).
  CueReader(const Document& document, std::vector<SpeechAct>& out, bool broad = false)
      : document_(document), out_(out), broad_(broad) {}

  void verb(uint32_t cue, uint16_t frames);
  void noun(uint32_t cue, uint16_t frames);
  /// `confident that P`, `willing to P`.
  void adjective(uint32_t cue);
  void according_to(uint32_t source);
  void as_said(uint32_t cue);
  /// `in X's view`, `in the words of X`; false where the noun is no such phrase.
  bool opinion(uint32_t noun);
  /// A verb or adjective that no list knows: somebody and a clause of their own tell enough.
  void unknown(uint32_t cue);
  /// `reportedly`.
  void hearsay(uint32_t adverb);

 private:
  const Token& at(uint32_t token) const { return document_.tokens[token]; }
  uint32_t child(uint32_t token, Deprel deprel) const { return child_with(document_, token, deprel); }
  std::string_view mark(uint32_t clause) const;
  TokenRange without_comment(TokenRange content) const;
  bool add(uint32_t cue, uint32_t speaker, TokenRange content, float confidence, const char* rule);
  bool complements(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool is_behind_comma(TokenRange range) const;
  bool clause_content(uint32_t cue, uint32_t speaker);
  int rank_clause(uint32_t cue, uint32_t clause) const;
  bool is_aside(uint32_t clause) const;
  bool tells_behind(uint32_t cue, uint32_t that) const;
  bool best_that_clause(uint32_t cue, uint32_t speaker);
  TokenRange begin_behind_that(uint32_t cue, TokenRange content) const;
  TokenRange begin_behind_addressee(uint32_t cue, TokenRange content) const;
  TokenRange begin_behind_occasion(uint32_t cue, TokenRange content) const;
  TokenRange begin_at_subject(uint32_t cue, uint32_t speaker, TokenRange content) const;
  TokenRange end_before_aside(uint32_t cue, TokenRange content) const;
  bool said_last(uint32_t cue, uint32_t speaker);
  TokenRange extend_right(uint32_t cue, TokenRange content, bool clauses_only = false) const;
  bool rest_of_sentence(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool verbless_rest(uint32_t cue, uint32_t speaker, TokenRange rest);
  bool made_clear(uint32_t cue, uint32_t speaker);
  bool is_relative_verb(uint32_t verb) const;
  bool above(uint32_t cue, uint32_t speaker);
  bool infinitive(uint32_t cue, uint32_t speaker);
  bool bare_gerund(uint32_t cue, uint32_t speaker);
  bool gerund(uint32_t cue, uint32_t speaker);
  bool object_noun(uint32_t cue, uint32_t speaker);
  bool for_gerund(uint32_t cue, uint32_t speaker);
  bool prepositional(uint32_t cue, uint32_t speaker, uint16_t frames);
  bool as_something(uint32_t cue, uint32_t speaker);
  TokenRange clause_around(uint32_t source) const;
  void impersonal(uint32_t cue, uint16_t frames);
  bool held_by_noun(uint32_t noun, uint32_t below, uint32_t speaker);
  bool is_target(uint32_t cue, uint32_t noun) const;
  bool question_word(uint32_t cue, uint32_t speaker);
  bool exclamation(uint32_t cue, uint32_t speaker);
  bool modified_noun(uint32_t cue, uint32_t speaker);
  bool passive_subject(uint32_t cue, uint32_t speaker);
  bool held_phrase(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool widest(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool elided(uint32_t cue, uint16_t frames);
  bool passive_content(uint32_t cue, uint16_t frames, uint32_t source);
  bool infinitive_behind(uint32_t cue, uint32_t speaker);
  bool held_gerund(uint32_t cue, uint32_t speaker);
  bool charge(uint32_t cue, uint32_t speaker);
  bool unowned_noun(uint32_t noun);
  bool held_to_be(uint32_t noun, uint32_t owner);
  uint32_t holder_of(uint32_t noun) const;
  bool is_lent(uint32_t noun) const;
  bool likened(uint32_t cue, uint32_t speaker);
  bool with_particle(uint32_t cue, uint32_t speaker);
  bool parenthesis(uint32_t cue, uint16_t frames, uint32_t speaker);
  bool asked_if(uint32_t cue, uint32_t speaker);
  bool said_by_lost_subject(uint32_t cue, uint16_t frames);
  uint32_t inverted_source(uint32_t cue, uint16_t frames) const;
  bool felt_about(uint32_t adjective, uint32_t source);
  uint32_t wide_source(uint32_t cue) const;
  bool carried_noun(uint32_t verb, uint32_t object, uint32_t speaker);
  bool many_speak(uint32_t speaker) const;
  bool rejected_claim(uint32_t cue, uint32_t speaker);
  TokenRange begin_at_condition(uint32_t cue, TokenRange content) const;
  TokenRange with_stray_conjunct(uint32_t noun, TokenRange content) const;
  TokenRange noun_content(uint32_t head) const;
  uint32_t quoted_source(uint32_t cue) const;
  uint32_t nearest_who(uint32_t cue, uint32_t antecedent) const;
  uint32_t owner(uint32_t noun) const;
  Modality modality_of(uint32_t predicate) const;

  const Document& document_;
  std::vector<SpeechAct>& out_;
  bool broad_ = false;
  bool negated_ = false;
  Modality modality_ = Modality::kActual;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CUE_READER_H_
