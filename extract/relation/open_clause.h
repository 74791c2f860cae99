#ifndef ACTANT_EXTRACT_RELATION_OPEN_CLAUSE_H_
#define ACTANT_EXTRACT_RELATION_OPEN_CLAUSE_H_

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/relation/open_phrase.h"

namespace actant {

/// What an argument is to its clause. The order is the one in which arguments are preferred as the object of a triple.
enum class OpenRole : uint8_t {
  kObject,          ///< `signed the treaty`
  kIndirect,        ///< `gave them time`
  kComplement,      ///< `is a lawyer`, `is confident that`
  kOpenComplement,  ///< `urged him to leave`, `elected her mayor`
  kContent,         ///< `said that it rains`
  kAgent,           ///< `was built by the city`
  kAdverbial,       ///< `met in Doha`, `met on Friday`
  kAdverb,          ///< `met twice`
};

/// One conjunct of an argument.
struct OpenMember {
  uint32_t head = kNone;
  OpenWords words;
};

struct OpenArgument {
  OpenRole role = OpenRole::kObject;
  uint32_t head = kNone;            ///< of the first conjunct; decides the position
  OpenWords link;                   ///< what ties it to the predicate: a preposition, `that`
  std::vector<OpenMember> members;  ///< each conjunct by itself
};

/// A clause as open extraction sees it: the verb group, its subject and its arguments, the preferred one first
/// (ClausIE: Del Corro and Gemulla, WWW 2013).
struct OpenClause {
  uint32_t predicate = kNone;  ///< verb, or word with copula
  uint32_t subject = kNone;    ///< head of its (first) subject; of a relative clause the noun that it describes
  bool own_subject = false;    ///< the subject stands in the clause itself
  bool gap = false;            ///< an argument is the noun that the relative clause describes
  bool copular = false;
  OpenWords group;  ///< auxiliaries, negation, adverbs inside, particle, verbs of the chain `failed to reach`
  std::vector<uint32_t> chain;       ///< the verbs of the group, in order
  std::vector<OpenMember> subjects;  ///< conjuncts of the subject
  std::vector<OpenArgument> arguments;
};

/// Reads clauses off Universal Dependencies trees (English) with minimal arguments: relative clauses give their noun as
/// subject or object, participles and conjuncts the subject of what they hang on, infinitives join the verb above.
class OpenClauseReader {
 public:
  /// `document` must outlive the next calls and have its child index.
  void reset(const Document& document) { document_ = &document; }

  /// False where `token` heads no clause of its own or has no subject.
  bool read(uint32_t token, OpenClause& clause) const;

  bool is_clause(uint32_t token) const;

 private:
  uint32_t subject_of(uint32_t predicate, int depth) const;
  uint32_t described_noun(uint32_t predicate) const;
  uint32_t resolve_relative(uint32_t pronoun, uint32_t predicate) const;
  OpenWords verb_group(uint32_t verb) const;
  bool is_inside_group(uint32_t adverb, uint32_t verb) const;
  void read_copular(OpenClause& clause) const;
  void read_verbal(OpenClause& clause) const;
  void read_verb_arguments(uint32_t verb, OpenClause& clause) const;
  bool extend_chain(uint32_t verb, OpenClause& clause) const;
  void add_reported(OpenClause& clause) const;
  void add_gap(OpenClause& clause) const;
  void add(OpenRole role, uint32_t head, OpenClause& clause) const;
  void add_words(OpenRole role, uint32_t head, OpenWords words, OpenClause& clause) const;
  void add_content(uint32_t head, OpenClause& clause) const;
  void find_subjects(OpenClause& clause) const;
  std::vector<OpenMember> members(uint32_t head) const;
  bool is_relative(uint32_t token) const;
  bool is_nominal_conjunct(uint32_t token) const;

  const Document* document_ = nullptr;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OPEN_CLAUSE_H_
