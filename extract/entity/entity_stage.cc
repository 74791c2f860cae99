#include "extract/entity/entity_stage.h"

#include "extract/entity/clusters.h"
#include "extract/entity/description_linker.h"
#include "extract/entity/entity_builder.h"
#include "extract/entity/nominal_finder.h"
#include "extract/entity/pronoun_linker.h"
#include "extract/entity/syntax_linker.h"

namespace actant {

void EntityStage::process(Document& document) {
  name_finder_.find(document);
  find_nominals_and_pronouns(document);
  collect_mention_info(document, info_);
  index_mention_heads(document, info_);
  Clusters clusters(document, info_);
  clusters.reset();
  name_linker_.link(clusters);
  link_by_syntax(clusters);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind == MentionKind::kNominal) link_description(clusters, m);
    if (document.mentions[m].kind == MentionKind::kPronoun) link_pronoun(clusters, m);
  }
  link_lonely_offices(clusters);
  build_entities(document, clusters);
}

}  // namespace actant
