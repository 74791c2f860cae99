#include "extract/entity/entity_stage.h"

#include "extract/entity/clause_walk.h"
#include "extract/entity/clusters.h"
#include "extract/entity/description_linker.h"
#include "extract/entity/entity_builder.h"
#include "extract/entity/nominal_finder.h"
#include "extract/entity/office_linker.h"
#include "extract/entity/pronoun_linker.h"
#include "extract/entity/syntax_linker.h"

namespace actant {

Clusters EntityStage::link_names(Document& document) {
  name_finder_.find(document);
  find_nominals_and_pronouns(document);
  collect_mention_info(document, info_);
  index_mention_heads(document, info_);
  reattach_relative_clauses(document);
  Clusters clusters(document, info_);
  clusters.reset();
  name_linker_.link(clusters);
  link_by_syntax(clusters);
  return clusters;
}

void EntityStage::process(Document& document) { process(document, nullptr); }

void EntityStage::process(Document& document, const OnPronoun& on_pronoun) {
  Clusters clusters = link_names(document);
  sets_.find(clusters);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind == MentionKind::kNominal) {
      link_description(clusters, m);
      sets_.link_description(clusters, m);
    }
    if (document.mentions[m].kind != MentionKind::kPronoun) continue;
    if (on_pronoun && is_he_or_she(clusters, m)) on_pronoun(clusters, m);
    pronouns_.link(clusters, sets_, m);
  }
  link_lonely_offices(clusters);
  build_entities(document, clusters, sets_);
}

}  // namespace actant
