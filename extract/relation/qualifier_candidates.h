#ifndef ACTANT_EXTRACT_RELATION_QUALIFIER_CANDIDATES_H_
#define ACTANT_EXTRACT_RELATION_QUALIFIER_CANDIDATES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/relation/choice_model.h"
#include "extract/relation/dateline.h"
#include "extract/relation/event_link.h"
#include "extract/relation/time_expression.h"

namespace actant {

/// What may be the time or place of an event, and how much speaks for it.
struct QualifierCandidate {
  uint32_t index = kNone;  ///< in the list of times; entity of a place; kNone: none
  uint32_t token = kNone;  ///< its first or head word; kNone: none
  float score = 0;         ///< log-odds up to a constant
  std::string features;    ///< what the score is made of; only where asked for
};

/// Finds the candidates for the qualifiers of a triple around its sentence and scores them (choice_model.h). The first
/// one always is `none`. Of each article the triples are to be final but for these qualifiers.
class QualifierCandidates {
 public:
  /// `with_features`: fill QualifierCandidate::features, to train from.
  explicit QualifierCandidates(bool with_features = false) : with_features_(with_features) {}

  /// Both must outlive the object or the next call; `times` by position.
  void reset(const Document& document, std::span<const TimeExpression> times);

  void times(const Triple& triple, std::vector<QualifierCandidate>& out);
  void places(const Triple& triple, std::vector<QualifierCandidate>& out);

 private:
  struct Placed {
    uint32_t sentence, token, entity;
    bool adjectival;
  };
  struct Told {
    uint32_t sentence, triple;
  };

  bool is_near(uint32_t sentence) const;
  std::span<const Placed> places_near(const Triple& triple);
  ChoiceScore open(QualifierCandidate& candidate) const;
  void find_places();
  void add_told(const Triple& triple, std::string_view prefix, const TimeExpression& time, ChoiceScore& score) const;
  void score_time(const Triple& triple, const TimeExpression& time, size_t rivals, ChoiceScore& score) const;
  void add_placed(const Triple& triple, uint32_t place, ChoiceScore& score) const;
  void score_place(const Triple& triple, const Placed& place, ChoiceScore& score) const;

  bool with_features_;
  const Document* document_ = nullptr;
  std::span<const TimeExpression> times_;
  std::vector<uint32_t> time_sentences_;  // [times]
  std::vector<Placed> places_;            // by sentence
  std::vector<Told> told_;                // triples by sentence
  std::vector<Placed> near_;              // scratch of places_near()
  Dateline dateline_;
  EventLink link_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_QUALIFIER_CANDIDATES_H_
