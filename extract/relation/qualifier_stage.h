#ifndef ACTANT_EXTRACT_RELATION_QUALIFIER_STAGE_H_
#define ACTANT_EXTRACT_RELATION_QUALIFIER_STAGE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/relation/event_date.h"
#include "extract/relation/qualifier_candidates.h"
#include "extract/stage.h"

namespace actant {

/// Gives the events that the rules have left without time or place those that the text around tells, often in another
/// sentence (`Gunmen have attacked a convoy in the south. ... The attack on Monday`): the likeliest of all expressions
/// of time, and of all places of the sentences around and the lead by a log-linear choice (QualifierCandidates), where
/// it is likely enough. To run after PlaceStage and TimeStage. Speech (`stated`) and facts are left as they are.
class QualifierStage : public Stage {
 public:
  /// `times`: the stage that runs before this one; its expressions of time are chosen from.
  explicit QualifierStage(const TimeStage& times) : times_(times) {}

  std::string_view name() const override { return "qualifiers"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities | kStatements | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  void choose_time(Document& document, Triple& triple);
  void choose_place(Triple& triple);

  const TimeStage& times_;
  QualifierCandidates candidates_;
  std::vector<QualifierCandidate> found_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_QUALIFIER_STAGE_H_
