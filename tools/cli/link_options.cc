#include "tools/cli/link_options.h"

namespace actant {

void LinkOptions::declare(OptionTable& table) {
  table.add(
      Option{.name = "relation",
             .letter = 'r',
             .value = "RELATIONS",
             .help = "only edges of these relations, a comma list; events, facts and open stand for all of a kind",
             .set = add_relations(relations),
             .choices = relation_words()});
  declare_edge_filters(table, filters);
  table.add(Option{
      .name = "any", .help = "take edges that are denied, planned, possible or requested too", .set = set_true(any)});
}

LinkFilter LinkOptions::filter() const {
  LinkFilter filter;
  for (const std::string& word : relations) {
    const RelationType type = word == "open" ? RelationType::kOpen : *parse_relation(word);
    if (type != RelationType::kOpen || word == "open") {
      filter.relations.push_back({type, 0});
    } else {
      filter.relations.push_back({type, open_lemma_id(word.substr(5))});
    }
  }
  filter.types = filters.types;
  filter.negated = any;
  filter.only_actual = !any;
  filter.evidence = {filters.since, filters.until, filters.sources, {}};
  filter.min_articles = filters.min_articles;
  filter.min_confidence = filters.min_confidence;
  return filter;
}

}  // namespace actant
