#ifndef ACTANT_EXTRACT_RELATION_EVENT_PLACE_H_
#define ACTANT_EXTRACT_RELATION_EVENT_PLACE_H_

#include <cstdint>
#include <string_view>

#include "extract/stage.h"

namespace actant {

/// Says where events took place, as far as the pattern that found the triple has not: from a phrase of place on the
/// predicate or on what carries it (`said at a rally in Portland`, `held talks in Doha`), from the trip on which people
/// met
/// (`met X, who is on a visit to Doha`), and from a later mention of the same meeting (`after the meeting in Paris`).
/// Only places with a name. To run after all stages that add triples and before TimeStage, which carries a place on.
class PlaceStage : public Stage {
 public:
  std::string_view name() const override { return "event-places"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_PLACE_H_
