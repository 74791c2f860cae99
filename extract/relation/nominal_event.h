#ifndef ACTANT_EXTRACT_RELATION_NOMINAL_EVENT_H_
#define ACTANT_EXTRACT_RELATION_NOMINAL_EVENT_H_

#include <array>
#include <cstdint>
#include <span>

#include "extract/relation/event_writer.h"

namespace actant {

/// Reads event nouns with both parties: `Israel's attack on Gaza`, `talks between A and B`, `A launched an attack on
/// B`, `A came under criticism from B`, `A lifted its sanctions against B`.
class NominalEvents {
 public:
  NominalEvents(EventContext& context, EventWriter& writer) : context_(context), writer_(writer) {}

  /// To be called when the context has a new document.
  void reset();
  /// Writes what `noun` says. \returns whether anything was written.
  bool read(uint32_t noun);

 private:
  /// The verb that carries the noun, its class, and who stands as the verb's subject.
  struct Carriage {
    uint32_t verb = kNone;
    Carrier kind = Carrier::kNothing;
    uint32_t subject = kNone;
  };

  bool read_sense(uint32_t noun, const NounSense& sense, const Carriage& carriage);
  bool matches(uint32_t noun, const NounSense& sense) const;
  Carriage find_carriage(uint32_t noun) const;
  void headline_owner(uint32_t noun, Parties& parties) const;
  void first_party(uint32_t noun, const NounSense& sense, const Carriage& carriage, Parties& parties) const;
  void second_party(uint32_t noun, const NounSense& sense, const Carriage& carriage, Parties& parties) const;
  uint32_t occasion_subject(uint32_t noun) const;
  void addressee(uint32_t noun, const Wanted& wanted, Parties& parties) const;
  bool is_received(uint32_t noun, const Carriage& carriage) const;
  bool is_over(uint32_t noun, const Carriage& carriage) const;
  bool tells(uint32_t noun, RelationType relation) const;
  bool is_purpose_of_visit(uint32_t noun, uint32_t head) const;
  void assailant(uint32_t noun, Parties& parties) const;
  void culprit(uint32_t noun, Parties& parties) const;
  void lister(uint32_t noun, Parties& parties) const;
  bool shares_object(uint32_t noun, uint32_t oblique) const;
  void prepositional(uint32_t head, std::span<const WordId> prepositions, const Wanted& wanted, Parties& parties) const;
  void displaced(uint32_t noun, std::span<const WordId> prepositions, const Wanted& wanted, Parties& parties) const;
  void participants(uint32_t noun, Parties& parties) const;
  void far_sides(uint32_t noun, const NounSense& sense, const Wanted& wanted, Parties& parties) const;
  void helped_subject(uint32_t noun, const NounSense& sense, Parties& parties) const;
  bool demanded_by(uint32_t noun, const NounSense& sense, Parties& parties) const;
  bool stopped(const NounSense& sense, const Carriage& carriage, const Parties& first, const Parties& second,
               EventReading reading);

  EventContext& context_;
  EventWriter& writer_;
  WordId of_ = 0, for_ = 0, with_ = 0, in_ = 0, to_ = 0, by_ = 0;
  std::array<WordId, 6> occasion_{};  ///< prepositions of an occasion: in, during, at ...
  std::array<WordId, 2> among_{};     ///< between, among
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_NOMINAL_EVENT_H_
