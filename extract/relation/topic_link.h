#ifndef ACTANT_EXTRACT_RELATION_TOPIC_LINK_H_
#define ACTANT_EXTRACT_RELATION_TOPIC_LINK_H_

#include <cstdint>

#include "extract/document.h"

namespace actant {

/// The entity of an earlier topic that the topic mention `mention` means again, or kNone: the same noun of the same
/// owner where one phrase only says more than the other (`the resistance of the people` ... `the lawful resistance of
/// the people`), or a definite phrase that adds nothing (`the ceasefire plan` ... `the plan`). The nearest counts.
/// Cost: the entities of the document.
uint32_t same_topic(const Document& document, uint32_t mention);

/// Moves `mention`, which stands alone in the newest entity, into `entity`; the newest entity goes.
void join_newest_topic(Document& document, uint32_t mention, uint32_t entity);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_TOPIC_LINK_H_
