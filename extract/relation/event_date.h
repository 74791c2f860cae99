#ifndef ACTANT_EXTRACT_RELATION_EVENT_DATE_H_
#define ACTANT_EXTRACT_RELATION_EVENT_DATE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/calendar.h"
#include "extract/stage.h"

namespace actant {

/// An expression of time: `last Tuesday`, `in 2003`, `two weeks ago`.
struct TimeExpression {
  TokenRange words;
  uint32_t governor = kNone;  ///< the word outside that the expression hangs on
  TimeValue value;
};

/// Finds the expressions of time in sentence `sentence` that say a date, resolved against `anchor` (the article's
/// date); without it only absolute ones (`5 January 2024`). Appends to `out` by position.
void find_times(const Document& document, uint32_t sentence, const std::optional<PartialDate>& anchor,
                std::vector<TimeExpression>& out);

/// Dates the triples: an expression of time that hangs on the predicate of a triple, on the verb that carries an event
/// noun, or on a predicate conjoined before it, gives Triple::time in ISO 8601. Facts stay undated but for those told
/// as events. What an actor says in the sentences after a dated or placed act of speech is of the same occasion: it takes
/// over Triple::time and Triple::place.
class TimeStage : public Stage {
 public:
  std::string_view name() const override { return "event-dates"; }
  uint32_t requires_layers() const override { return kSyntax | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  const TimeExpression* time_of(const Document& document, uint32_t predicate) const;
  const TimeExpression* time_before_content(const Document& document, const Triple& triple) const;

  /// A dated act of an entity that need not be a triple.
  struct DatedAct {
    uint32_t verb;
    uint32_t entity;
    uint32_t time;  ///< index in times_
  };

  static uint32_t occasion_act(const Document& document, uint32_t word);
  void find_dated_acts(const Document& document);
  void carry_on(Document& document);

  std::vector<TimeExpression> times_;
  std::vector<DatedAct> acts_;
  std::vector<uint32_t> order_;        // triples of speech by position
  std::vector<uint32_t> by_governor_;  // [tokens] index in times_, kNone
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_DATE_H_
