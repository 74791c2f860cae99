#ifndef ACTANT_EXTRACT_RELATION_EVENT_ANCHOR_H_
#define ACTANT_EXTRACT_RELATION_EVENT_ANCHOR_H_

#include <cstdint>
#include <optional>
#include <span>

#include "extract/relation/time_expression.h"

namespace actant {

/// The event relations that a noun or verb may tell of by the lexicon, as bits 1 << RelationType.
uint64_t event_relations(const Token& token);

/// Finds the date of an event that other times are counted from: of `the attack` in `two days after the attack`, where
/// the article dates it by itself (`the attack of Monday`), by the verb it is an argument of (`an attack killed three
/// on Monday`), or by a verb of the same relation (`gunmen attacked a convoy on Monday`).
class EventAnchors {
 public:
  /// `times` are the dated expressions of the article by position; both must outlive this.
  EventAnchors(const Document& document, std::span<const TimeExpression> times) : document_(document), times_(times) {}

  /// Date of a term counted from an event (TimeUse::kFromEvent); nullopt where the event is not dated precisely enough.
  /// Linear in the expressions.
  std::optional<TimeValue> resolve(const TimeTerm& term) const;

 private:
  const TimeExpression* time_of_event(uint32_t word, uint32_t at) const;
  const TimeExpression* time_before(uint32_t word) const;
  bool is_same_event(uint32_t event, const TimeExpression& time) const;

  const Document& document_;
  std::span<const TimeExpression> times_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_ANCHOR_H_
