#ifndef ACTANT_EXTRACT_RELATION_ARGUMENTS_H_
#define ACTANT_EXTRACT_RELATION_ARGUMENTS_H_

#include <array>
#include <cstdint>
#include <span>

#include "extract/document.h"
#include "extract/relation/clause.h"
#include "extract/relation/lexicon.h"

namespace actant {

/// Entities that fill one place of a triple: several when the phrase is coordinated.
class Parties {
 public:
  static constexpr size_t kCapacity = 12;

  /// Adds once; silently drops what does not fit (lists of a dozen names and more).
  void add(uint32_t entity, uint32_t token);
  void clear() { count_ = 0; }
  /// Leaves the entities for which `test` holds.
  template <typename Test>
  void keep_if(Test test) {
    size_t kept = 0;
    for (size_t i = 0; i < count_; ++i) {
      if (!test(entities_[i])) continue;
      entities_[kept] = entities_[i];
      tokens_[kept++] = tokens_[i];
    }
    count_ = kept;
  }
  bool empty() const { return count_ == 0; }
  size_t size() const { return count_; }
  uint32_t operator[](size_t i) const { return entities_[i]; }
  std::span<const uint32_t> entities() const { return {entities_.data(), count_}; }
  uint32_t token(size_t i) const { return tokens_[i]; }

 private:
  std::array<uint32_t, kCapacity> entities_{};
  std::array<uint32_t, kCapacity> tokens_{};
  size_t count_ = 0;
};

/// What may fill a place.
struct Wanted {
  uint16_t types = kActorTypes;  ///< bits of EntityType; with topics, a topic is made where the text has no actor
  bool owner = false;            ///< the owner of the noun, not the noun
};

/// Finds who or what a phrase stands for: names and descriptions through their entities, plurals that mean several
/// known actors through each of these, relative pronouns through their antecedents, `members of X`, `X's crimes`
/// (conduct stands for its owner), conjuncts each by itself.
class ArgumentFinder {
 public:
  /// The references must outlive the next calls. find() may add nominal mentions to `document`.
  void reset(Document& document, const Lexicon& lexicon, const ClauseReader& clauses);

  /// Adds to `parties` what the phrase headed by `token` and its conjuncts stand for.
  void find(uint32_t token, const Wanted& wanted, Parties& parties) const;

  /// Adds the actors a noun belongs to: possessor, `of` or `by` phrase, adjective or name before it.
  void owners(uint32_t noun, Parties& parties) const;

  /// Adds the actor that stands before the noun as a word (`Israeli` of `Israeli raids`).
  void premodifiers(uint32_t noun, Parties& parties) const;

  /// Adds the countries or bodies whose people a plural noun names: `Hungarian and Romanian` of `Hungarian and Romanian
  /// officials`, `Norway and Iceland` of `the ministers of Norway and Iceland`. Leaves `parties` as they are where
  /// there are fewer than two.
  void sides(uint32_t noun, Parties& parties) const;

  /// The word a condition is about: `emergency` of `a state of emergency`.
  WordId meant_word(uint32_t token) const;

  /// A place named in an `in`, `at` or `near` phrase of `token`; kNone.
  uint32_t location(uint32_t token) const;

 private:
  bool is_bare_description(uint32_t token) const;
  uint32_t included(uint32_t token) const;
  bool is_companion(uint32_t token) const;
  void all_premodifiers(uint32_t noun, Parties& parties) const;
  bool is_both_countries(uint32_t token) const;
  bool find_two_countries(uint32_t token, Parties& parties) const;
  void find_one(uint32_t token, const Wanted& wanted, Parties& parties, int depth) const;
  bool find_known(uint32_t token, uint16_t types, Parties& parties) const;
  bool find_inside(uint32_t token, const Wanted& wanted, Parties& parties, int depth) const;
  void make_nominal(uint32_t token, const Wanted& wanted, Parties& parties) const;
  bool suffers_of(uint32_t noun) const;
  bool find_region(uint32_t token, Parties& parties) const;
  void sites(uint32_t token, Parties& parties) const;
  void include_purpose(uint32_t mention) const;
  uint32_t dependent(uint32_t noun, WordId preposition) const;

  Document* document_ = nullptr;
  const Lexicon* lexicon_ = nullptr;
  const ClauseReader* clauses_ = nullptr;
  WordId of_ = 0, by_ = 0, in_ = 0, at_ = 0, near_ = 0, from_ = 0, with_ = 0, between_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_ARGUMENTS_H_
