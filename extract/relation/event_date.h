#ifndef ACTANT_EXTRACT_RELATION_EVENT_DATE_H_
#define ACTANT_EXTRACT_RELATION_EVENT_DATE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/relation/time_expression.h"
#include "extract/stage.h"

namespace actant {

/// Dates the triples: an expression of time (time_expression.h) that hangs on the predicate of a triple, on the verb
/// that carries an event noun, on what is told of the noun (`the talks held on Monday`), or on a predicate conjoined
/// before it, gives Triple::time in ISO 8601. Facts stay undated but for those told as events,
/// for events that lie somewhere, and for offices of a year. Then speech carries its occasion on (occasion.h). Days
/// count from the dateline's date, else the article's (dateline.h).
class TimeStage : public Stage {
 public:
  std::string_view name() const override { return "event-dates"; }
  uint32_t requires_layers() const override { return kSyntax | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;
  /// The expressions of time of the article last processed; none where it had no triples.
  const std::vector<TimeExpression>& times() const { return times_; }

 private:
  void index_times(const Document& document);
  void take(uint32_t word, uint32_t time);
  const TimeExpression* at(uint32_t word) const;
  const TimeExpression* time_of(const Document& document, uint32_t predicate, Modality modality) const;
  const TimeExpression* time_of_fact(const Document& document, const Triple& triple) const;
  const TimeExpression* time_of_noun(const Document& document, uint32_t noun) const;
  const TimeExpression* time_of_antecedent(const Document& document, uint32_t predicate) const;
  const TimeExpression* time_of_address(const Document& document, uint32_t verb) const;
  const TimeExpression* time_of_participle(const Document& document, uint32_t word, Deprel deprel) const;
  const TimeExpression* time_before_content(const Document& document, const Triple& triple) const;

  std::vector<TimeExpression> times_;
  std::vector<uint32_t> by_governor_;  // [tokens] index in times_, kNone
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_DATE_H_
