#ifndef ACTANT_EXTRACT_RELATION_BLAME_H_
#define ACTANT_EXTRACT_RELATION_BLAME_H_

#include "extract/stage.h"

namespace actant {

/// Accusations in the choice of words: who speaks of `the crimes of X`, `X's aggression`, or says that X committed
/// atrocities, accuses X. Adds an `accused` triple from the speaker of the statement around such a noun, or from the
/// one whose praise, demand or rebuke it stands in, to the actor it is ascribed to. Needs the statements and event
/// triples of the stages before.
class BlameStage : public Stage {
 public:
  std::string_view name() const override { return "blame"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities | kStatements | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_BLAME_H_
