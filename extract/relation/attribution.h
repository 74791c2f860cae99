#ifndef ACTANT_EXTRACT_RELATION_ATTRIBUTION_H_
#define ACTANT_EXTRACT_RELATION_ATTRIBUTION_H_

#include <string_view>
#include <vector>

#include "extract/stage.h"

namespace actant {

/// Says of each triple whose claim it is: the speaker of the innermost statement around its predicate, else who denies,
/// praises, accuses or tells of it in a phrase, else the person whom the headline names as author of the text
/// (`Statement from X`). Facts that only identify somebody (titles, appositions) stay the publisher's, and so does a
/// stance that the speech act itself is (`I condemn`).
class AttributionStage : public Stage {
 public:
  std::string_view name() const override { return "attribution"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities | kStatements; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  std::vector<uint32_t> order_;  // statements by begin
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_ATTRIBUTION_H_
