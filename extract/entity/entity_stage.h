#ifndef ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
#define ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_

#include <functional>
#include <vector>

#include "extract/entity/clusters.h"
#include "extract/entity/mention_info.h"
#include "extract/entity/name_finder.h"
#include "extract/entity/name_linker.h"
#include "extract/entity/pronoun_linker.h"
#include "extract/entity/set_linker.h"
#include "extract/stage.h"

namespace actant {

/// Names of the recognizer to all mentions and entities of an article: mention detection (name_finder.h,
/// nominal_finder.h) and coreference in passes from certain to less certain, in the manner of Lee et al.,
/// "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules" (Computational Linguistics
/// 39(4), 2013): names and syntax, then descriptions and pronouns in the order of the text, `he` and `she` by a fitted
/// model (pronoun_model.h).
class EntityStage : public Stage {
 public:
  std::string_view name() const override { return "entities"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kNames; }
  uint32_t provides_layers() const override { return kEntities; }
  void process(Document& document) override;

  /// Called with a `he` or `she` that is not linked yet, and the clusters so far.
  using OnPronoun = std::function<void(const Clusters&, uint32_t mention)>;
  /// process() that lets a trainer see each such pronoun before it is linked.
  void process(Document& document, const OnPronoun& on_pronoun);

 private:
  Clusters link_names(Document& document);

  NameFinder name_finder_;
  NameLinker name_linker_;
  SetLinker sets_;
  PronounLinker pronouns_;
  std::vector<MentionInfo> info_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_ENTITY_STAGE_H_
