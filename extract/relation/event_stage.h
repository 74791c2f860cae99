#ifndef ACTANT_EXTRACT_RELATION_EVENT_STAGE_H_
#define ACTANT_EXTRACT_RELATION_EVENT_STAGE_H_

#include <string_view>

#include "extract/relation/event_writer.h"
#include "extract/relation/lexicon.h"
#include "extract/relation/nominal_event.h"
#include "extract/relation/stance_prefix.h"
#include "extract/stage.h"

namespace actant {

/// Reads who did what to whom: the event relations of the ontology but `stated`, from the predicate lexicon over the
/// parse. Appends to document.triples one triple for each reading of each predicate, with negation, modality and place;
/// the source and the date are added later, and equal triples of an article are merged later.
class EventStage : public Stage {
 public:
  explicit EventStage(const Lexicon& lexicon = Lexicon::english())
      : lexicon_(lexicon), by_(lexicon.id("by")), from_(lexicon.id("from")), between_(lexicon.id("between")) {}

  std::string_view name() const override { return "events"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kEntities; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  void read_predicate(uint32_t token);
  bool read_senses(std::span<const Sense> senses);
  bool read_sense(const Sense& sense, float discount);
  bool matches(const Sense& sense) const;
  bool fill(std::span<const SlotPattern> patterns, Wanted wanted, Parties& parties, float& discount) const;
  bool is_between(uint32_t gerund) const;
  void find_displaced_owner(Parties& parties) const;
  bool is_reciprocal(const Sense& sense) const;
  bool shares_its_subject() const;
  bool expects_visit(const Sense& sense) const;
  void read_demand(uint32_t token);
  void read_against(uint32_t preposition);
  void read_stay(uint32_t preposition);
  void add_copular(uint32_t subject, uint32_t predicate, const Wanted& wanted, RelationType relation, float confidence,
                   const char* rule);
  void read_prospect(uint32_t token, Outlook outlook);
  uint16_t types_of(const Sense& sense) const { return sense.types != 0 ? sense.types : object_types(sense.relation); }

  const Lexicon& lexicon_;
  WordId by_, from_, between_;
  EventContext context_;
  EventWriter writer_{context_};
  NominalEvents nominal_{context_, writer_};
  StancePrefixes prefixes_{context_, writer_};
  Clause clause_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_STAGE_H_
