#ifndef ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
#define ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_

#include <memory>
#include <optional>
#include <vector>

#include "extract/entity/clusters.h"
#include "extract/entity/coref/chain_linker.h"
#include "extract/entity/mention_info.h"
#include "extract/entity/name_finder.h"
#include "extract/entity/name_linker.h"
#include "extract/entity/set_linker.h"
#include "extract/stage.h"

namespace actant {

/// Names of the recognizer to all mentions and entities of an article: mention detection (name_finder.h,
/// nominal_finder.h) and deterministic coreference in passes from certain to less certain, in the manner of Lee et al.,
/// "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules" (Computational Linguistics
/// 39(4), 2013).
class EntityStage : public Stage {
 public:
  /// Without a ranker coreference is by rule alone, and there are no chains.
  explicit EntityStage(std::shared_ptr<const CorefRanker> ranker = nullptr);

  std::string_view name() const override { return "entities"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kNames; }
  uint32_t provides_layers() const override { return kEntities; }
  void process(Document& document) override;

  /// The first half of process(): finds the mentions and links names and what syntax says. The clusters live as long as
  /// `document` and this stage stay as they are. For training and tests.
  Clusters link_names(Document& document);

 private:
  void link_by_rank(Clusters& clusters, uint32_t mention) const;

  NameFinder name_finder_;
  NameLinker name_linker_;
  SetLinker sets_;
  std::vector<MentionInfo> info_;
  std::optional<ChainLinker> chain_linker_;
  std::vector<ChainMention> chains_;
  std::vector<uint32_t> antecedents_;  // [mentions] what the ranker links them to
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
