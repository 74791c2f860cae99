#ifndef ACTANT_TESTS_EXTRACT_RELATION_EVENT_FIXTURE_H_
#define ACTANT_TESTS_EXTRACT_RELATION_EVENT_FIXTURE_H_

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/entity_stage.h"
#include "extract/relation/event_stage.h"
#include "tests/support/conllu.h"

namespace actant::testing {

/// Every name an entity of its own.
inline void make_entities(Document& document) {
  document.mention_at.assign(document.tokens.size(), kNone);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    Mention& mention = document.mentions[m];
    mention.entity = static_cast<uint32_t>(document.entities.size());
    for (uint32_t t = mention.first; t < mention.last; ++t) document.mention_at[t] = m;
    DocumentEntity& entity = document.entities.emplace_back();
    entity.type = mention.type;
    entity.name = document.text_of(mention.span);
    entity.mentions.push_back(m);
    entity.named = true;
  }
}

/// The event triples of a document with entities, each as `Iran met-with Hamas [not] [planned] [at Doha]`.
inline std::vector<std::string> events_of(Document& document) {
  EventStage stage;
  stage.process(document);
  std::vector<std::string> lines;
  for (const Triple& triple : document.triples) {
    std::string line(document.entities[triple.subject].name);
    line += ' ';
    line += relation_info(triple.relation).id;
    line += ' ';
    line += document.entities[triple.object].name;
    if (triple.negated) line += " not";
    if (triple.modality != Modality::kActual) {
      line += ' ';
      line += modality_name(triple.modality);
    }
    if (triple.place != kNone) {
      line += " at ";
      line += document.entities[triple.place].name;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// The same of a small tree (tests/support/conllu.h) where every name is an entity.
inline std::vector<std::string> events_of(std::string_view tree) {
  Document document = parse_conllu(tree);
  make_entities(document);
  return events_of(document);
}

/// The same with coreference.
inline std::vector<std::string> events_with_coreference(std::string_view tree) {
  Document document = parse_conllu(tree);
  EntityStage().process(document);
  return events_of(document);
}

}  // namespace actant::testing

#endif  // ACTANT_TESTS_EXTRACT_RELATION_EVENT_FIXTURE_H_
