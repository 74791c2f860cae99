#ifndef ACTANT_EXTRACT_RELATION_STANCE_PREFIX_H_
#define ACTANT_EXTRACT_RELATION_STANCE_PREFIX_H_

#include <cstdint>

#include "extract/relation/event_writer.h"

namespace actant {

/// Reads the stance that a word says by its first part: `pro-Tibet activists` support Tibet, `anti-American protesters`
/// protest against the United States, `the anti-Hamas campaign of X` rejects Hamas. Only what the article names
/// elsewhere, or a country or region by its adjective, is found; `pro-democracy` says nothing of an actor.
class StancePrefixes {
 public:
  StancePrefixes(EventContext& context, EventWriter& writer) : context_(context), writer_(writer) {}

  /// Writes what the word at `token` says. Cost: nothing for words without such a prefix. \returns whether it did.
  bool read(uint32_t token);

 private:
  uint32_t entity_named(std::string_view name) const;
  bool is_attack(uint32_t noun) const;

  EventContext& context_;
  EventWriter& writer_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_STANCE_PREFIX_H_
