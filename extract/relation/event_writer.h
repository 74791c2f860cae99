#ifndef ACTANT_EXTRACT_RELATION_EVENT_WRITER_H_
#define ACTANT_EXTRACT_RELATION_EVENT_WRITER_H_

#include <cstdint>

#include "extract/document.h"
#include "extract/relation/arguments.h"
#include "extract/relation/clause.h"
#include "extract/relation/lexicon.h"
#include "extract/relation/polarity.h"

namespace actant {

/// What the stage's parts share while they read one document.
struct EventContext {
  Document* document = nullptr;
  const Lexicon* lexicon = nullptr;
  ClauseReader clauses;
  ArgumentFinder arguments;

  void reset(Document& next, const Lexicon& words);
};

/// One reading of a predicate, before it is spread over the parties.
struct EventReading {
  RelationType relation = RelationType::kOpen;
  uint32_t predicate = kNone;
  uint32_t place = kNone;  ///< entity
  Polarity polarity;
  float confidence = 0.5f;
  const char* rule = "";
};

/// Appends event triples to a document.
class EventWriter {
 public:
  explicit EventWriter(EventContext& context) : context_(context) {}

  /// Each subject with each object. Skips self-loops and what the same predicate has said already.
  /// \returns whether a triple of these arguments stands now.
  bool add(const Parties& subjects, const Parties& objects, const EventReading& given);
  /// The parties among themselves, each pair once (`A and B met`); in both directions when `both_ways`.
  bool add_each(const Parties& parties, const EventReading& reading, bool both_ways);

 private:
  bool add_one(uint32_t subject, uint32_t object, const EventReading& reading);
  void add_ultimatum(uint32_t subject, uint32_t object, const EventReading& reading);
  void add_derived(uint32_t subject, uint32_t object, const EventReading& reading);
  uint32_t place_of(const Parties& subjects, const Parties& objects, const EventReading& reading) const;
  bool is_known(uint32_t subject, uint32_t object, const EventReading& reading) const;
  bool is_plausible(uint32_t subject, uint32_t object, const EventReading& reading) const;

  EventContext& context_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_WRITER_H_
