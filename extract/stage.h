#ifndef ACTANT_EXTRACT_STAGE_H_
#define ACTANT_EXTRACT_STAGE_H_

#include <cstdint>
#include <memory>
#include <string_view>

#include "extract/document.h"

namespace actant {

/// What stages read from and add to a Document; bits of a set.
enum Layer : uint32_t {
  kTokens = 1,       ///< tokens: spans, forms, norms
  kSentences = 2,    ///< sentences
  kSyntax = 4,       ///< tags, lemmas, heads, relations, the child index
  kNames = 8,        ///< mentions of kind kName
  kEntities = 16,    ///< all mentions, their entities
  kStatements = 32,  ///< statements
  kTriples = 64,     ///< triples
};

/// One step of the pipeline. A stage object belongs to one thread and owns its scratch memory; what it learned (a
/// model, a lexicon) is immutable and shared between the threads' stages.
class Stage {
 public:
  virtual ~Stage() = default;
  virtual std::string_view name() const = 0;
  virtual uint32_t requires_layers() const = 0;  ///< set of Layer
  virtual uint32_t provides_layers() const = 0;  ///< set of Layer
  /// Adds its layers. Never throws for odd text; what is skipped is told in document.warnings.
  virtual void process(Document& document) = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_STAGE_H_
