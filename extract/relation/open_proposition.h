#ifndef ACTANT_EXTRACT_RELATION_OPEN_PROPOSITION_H_
#define ACTANT_EXTRACT_RELATION_OPEN_PROPOSITION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/relation/open_clause.h"

namespace actant {

/// One open triple: words of a sentence in three places.
struct OpenProposition {
  uint32_t predicate = kNone;  ///< token that the polarity is judged at
  OpenMember subject, object;
  OpenWords words;           ///< of the predicate; empty where nothing in the text says it (appositions)
  std::string lemma;         ///< what stands behind `open:`; begins with `be` where the text leaves the copula out
  const char* pattern = "";  ///< `open:SVO`; static
  std::string features;      ///< for the confidence, separated by blanks
};

/// The triples of a clause. Its first argument gives the main one, every further argument one of its own, with the
/// preposition in the predicate, so that each links two things:
///
///     Bradley joined the company as a clerk in 1941
///       ->  (Bradley, joined, the company)  (Bradley, joined as, a clerk)  (Bradley, joined in, 1941)
///
/// Triples of one clause share subject and verb; tools/eval/open_benchmark.py puts them together again where n-ary
/// tuples are wanted. Conjuncts are told apart on both sides. A clause without arguments gives none.
void append_propositions(const Document& document, const OpenClause& clause, std::vector<OpenProposition>& out);

/// What noun phrases say of a noun: `Ann Li, head of the bank` is (Ann Li, be, head of the bank) and (Ann Li, head of,
/// the bank); `President Ann Li` is (Ann Li, be, President).
void append_nominal_propositions(const Document& document, uint32_t token, std::vector<OpenProposition>& out);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OPEN_PROPOSITION_H_
