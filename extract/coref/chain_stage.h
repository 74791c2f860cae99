#ifndef ACTANT_EXTRACT_COREF_CHAIN_STAGE_H_
#define ACTANT_EXTRACT_COREF_CHAIN_STAGE_H_

#include <memory>
#include <utility>
#include <vector>

#include "extract/coref/chain_linker.h"
#include "extract/stage.h"

namespace actant {

/// Coreference of all noun phrases (chain_linker.h), beside the entities, which it takes as they are; in a transcript
/// it heeds who speaks. Runs only where ExtractOptions::chains asks for it.
class ChainStage : public Stage {
 public:
  explicit ChainStage(std::shared_ptr<const CorefRanker> ranker) : linker_(std::move(ranker)) {}
  std::string_view name() const override { return "chains"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kEntities; }
  uint32_t provides_layers() const override { return 0; }
  void process(Document& document) override;

 private:
  ChainLinker linker_;
  std::vector<uint32_t> speakers_;  // [sentences] from 1, 0 where none is known
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_COREF_CHAIN_STAGE_H_
