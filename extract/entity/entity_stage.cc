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

EntityStage::EntityStage(std::shared_ptr<const CorefRanker> ranker) {
  if (ranker == nullptr) return;
  chain_linker_.emplace(std::move(ranker));
  chain_linker_->gendered_only = true;
}

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

// `he` and `she` go where the ranker says; a pronoun that it leaves alone, and `it` and `they`, of which it thinks more
// often of things that are no mentions, are left to the rules.
void EntityStage::link_by_rank(Clusters& clusters, uint32_t m) const {
  const uint32_t antecedent = antecedents_[m];
  const PronounEntry* pronoun = clusters.info(m).pronoun;
  if (antecedent == kNone || pronoun == nullptr || clusters.features(m).size > 1) return;
  if (pronoun->gender != Gender::kMale && pronoun->gender != Gender::kFemale) return;
  const bool open = clusters.document().mentions[antecedent].kind == MentionKind::kPronoun &&
                    clusters.features(antecedent).size == 1;
  if (!open) clusters.unite(antecedent, m);
}

void EntityStage::process(Document& document) {
  Clusters clusters = link_names(document);
  sets_.find(clusters);
  antecedents_.assign(document.mentions.size(), kNone);
  if (chain_linker_) chain_linker_->link(clusters, chains_, antecedents_);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind == MentionKind::kNominal) {
      link_description(clusters, m);
      sets_.link_description(clusters, m);
    }
    if (document.mentions[m].kind == MentionKind::kPronoun) {
      link_by_rank(clusters, m);
      link_pronoun(clusters, sets_, m);
    }
  }
  link_lonely_offices(clusters);
  build_entities(document, clusters, sets_);
}

}  // namespace actant
