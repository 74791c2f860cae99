#ifndef ACTANT_EXTRACT_RELATION_CLAUSE_H_
#define ACTANT_EXTRACT_RELATION_CLAUSE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extract/document.h"
#include "extract/relation/lexicon.h"

namespace actant {

/// A filled place of a clause: `token` heads the phrase.
struct Slot {
  SlotKind kind = SlotKind::kSubject;
  WordId preposition = 0;
  uint32_t token = kNone;
  bool distant = false;  ///< found by control, sharing or attachment to the object: less certain
};

/// A predicate with its arguments in their active places: of `Gaza was bombed by Israel`, Israel is the subject.
struct Clause {
  uint32_t predicate = kNone;
  WordId word = 0;  ///< the verb's lemma, with its particle where the lexicon knows the two as one
  bool passive = false;
  std::vector<Slot> slots;
};

/// Reads predicate-argument structure off Universal Dependencies trees (English, EWT/GUM flavour): passives, control
/// and raising, participles and infinitives, relative clauses, coordination. Reused for document after document.
class ClauseReader {
 public:
  /// Looks up the lemma of every token once. Both references must outlive the next calls.
  void reset(const Document& document, const Lexicon& lexicon);

  /// `after meeting X`: tagged as a noun, but a verb by its place in the tree.
  static bool is_gerund(const Token& token);
  WordId word(uint32_t token) const { return words_[token]; }
  std::span<const uint32_t> children(uint32_t token) const;
  /// First dependent with this relation, or kNone.
  uint32_t child(uint32_t token, Deprel deprel) const;

  /// Fills `clause` for a verb, an adjective or a noun with copula.
  void read(uint32_t predicate, Clause& clause) const;

  /// The token that stands as grammatical subject, looked up through control, coordination and participles; kNone.
  uint32_t surface_subject(uint32_t predicate) const { return surface_subject(predicate, 0); }
  /// The doer: the surface subject, or the `by` phrase of a passive; kNone.
  uint32_t agent(uint32_t predicate) const;
  /// In a passive clause (`was killed`, `the man killed by`).
  bool is_passive(uint32_t predicate) const;
  /// The noun a relative pronoun stands for; the token itself otherwise.
  uint32_t antecedent(uint32_t token) const;
  /// Preposition of a phrase headed by `token` (0: none or unknown to the lexicon).
  WordId preposition(uint32_t token) const;
  bool is_stray_case(uint32_t preposition, uint32_t noun) const;
  /// Verb with its particle as the lexicon knows them; the plain verb where it has no such phrase. 0 when the particle
  /// changes the verb into one that the lexicon does not have.
  WordId predicate_word(uint32_t predicate) const;
  /// Whose the noun is: the head of the possessor or of the phrase with `of`, or kNone.
  uint32_t owner(uint32_t noun) const;
  /// Heads a clause: verbs, and words with copula or subject.
  bool is_clause(uint32_t token) const;

 private:
  uint32_t surface_subject(uint32_t predicate, int depth) const;
  uint32_t controller(uint32_t predicate, int depth) const;
  uint32_t participle_subject(uint32_t predicate, int depth) const;
  uint32_t example_owner(uint32_t predicate) const;
  uint32_t conduct_owner(uint32_t predicate, uint32_t governor) const;
  uint32_t gap(uint32_t predicate) const;
  uint32_t lone_receiver(uint32_t predicate) const;
  bool is_bare_object(uint32_t token, uint32_t predicate) const;
  bool is_actor_noun(uint32_t token) const;
  void add_hyphenated_doer(uint32_t predicate, Clause& clause) const;
  bool is_act(uint32_t token) const;
  bool is_title_of(uint32_t title, uint32_t bearer) const;
  void add_own_slots(uint32_t predicate, Clause& clause) const;
  void add_subject(uint32_t predicate, Clause& clause) const;
  void add_joined_subject(uint32_t predicate, uint32_t subject, Clause& clause) const;
  void add_shared_slots(uint32_t predicate, Clause& clause) const;
  void add_following_object(uint32_t predicate, Clause& clause) const;
  void add_complement(uint32_t predicate, Clause& clause) const;
  void add_oblique(uint32_t token, Clause& clause, bool distant) const;

  const Document* document_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  std::vector<WordId> words_;
  WordId by_ = 0, with_ = 0, along_ = 0, together_ = 0, such_ = 0, because_ = 0, according_ = 0, to_ = 0, as_ = 0,
         of_ = 0, than_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CLAUSE_H_
