#ifndef ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
#define ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_

#include <vector>

#include "extract/entity/mention_info.h"
#include "extract/entity/name_finder.h"
#include "extract/entity/name_linker.h"
#include "extract/stage.h"

namespace actant {

/// Names of the recognizer to all mentions and entities of an article: mention detection (name_finder.h,
/// nominal_finder.h) and deterministic coreference in passes from certain to less certain, in the manner of Lee et al.,
/// "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules" (Computational Linguistics
/// 39(4), 2013).
class EntityStage : public Stage {
 public:
  std::string_view name() const override { return "entities"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kNames; }
  uint32_t provides_layers() const override { return kEntities; }
  void process(Document& document) override;

 private:
  NameFinder name_finder_;
  NameLinker name_linker_;
  std::vector<MentionInfo> info_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
