#ifndef ACTANT_EXTRACT_ENTITY_ENTITY_BUILDER_H_
#define ACTANT_EXTRACT_ENTITY_ENTITY_BUILDER_H_

#include "extract/entity/clusters.h"
#include "extract/entity/set_linker.h"

namespace actant {

/// Makes `document.entities` of the clusters, in order of first mention, and sets Mention::entity: type, best name,
/// country, sector, named, members (of plurals that mean one of the `sets`). First- and second-person pronouns that
/// nothing was joined with keep entity kNone.
void build_entities(Document& document, const Clusters& clusters, const SetLinker& sets);

/// Fills Document::mention_at: for the head of each mention (and the title that heads a name) the mention, the largest
/// where several share the head; for other tokens of a name the name; for a quantity (`hundreds of protesters`) what it
/// counts.
void index_mention_heads(Document& document, const std::vector<MentionInfo>& info);

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_ENTITY_BUILDER_H_
