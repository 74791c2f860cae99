#include "tools/cli/view_options.h"

#include <algorithm>
#include <cstdint>
#include <memory>

namespace actant {
namespace {

bool has_relation(const std::vector<std::string>& relations, const Edge& edge) {
  return std::any_of(relations.begin(), relations.end(), [&](const std::string& word) {
    if (edge.key.relation == RelationType::kOpen) return word == "open" || word == "open:" + edge.open_lemma;
    return word == relation_info(edge.key.relation).id;
  });
}

}  // namespace

void ViewCommandOptions::declare(OptionTable& table, const std::string& what) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph)});
  links.declare(table);
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N " + what + "; 0 is all; default 20 for the table, all for JSON and CSV",
                   .set = [this](std::string_view value) { set_number(limit.emplace())(value); }});
  table.add(Option{.name = "json", .help = "print a JSON array", .set = set_true(json)});
  table.add(Option{.name = "csv", .help = "print CSV with a header", .set = set_true(csv)});
}

void ViewCommandOptions::validate() const {
  links.validate();
  if (json && csv) throw UsageError("--json and --csv exclude each other");
}

GraphView ViewCommandOptions::view(const Store& store, bool undirected) const {
  const EdgeFilters& filters = links.filters;
  ViewOptions options;
  options.undirected = undirected;
  options.types = filters.types;
  // What was said is no actor: only who asks for statements gets them.
  options.statements =
      std::find(filters.types.begin(), filters.types.end(), EntityType::kStatement) != filters.types.end();
  options.min_articles = filters.min_articles;
  options.negated = links.any;
  options.only_actual = !links.any;
  options.open_relations = std::any_of(links.relations.begin(), links.relations.end(),
                                       [](const std::string& word) { return word.starts_with("open"); });
  const auto evidence =
      std::make_shared<EvidenceFilter>(store, EvidenceBounds{filters.since, filters.until, filters.sources, {}});
  options.weigh = [this, evidence](const Edge& edge) -> float {
    // Another name is no neighbour.
    if (links.relations.empty() && edge.key.relation == RelationType::kAlsoKnownAs) return 0;
    if (!links.relations.empty() && !has_relation(links.relations, edge)) return 0;
    const auto narrowed = evidence->narrow(edge);
    if (!narrowed || narrowed->articles < links.filters.min_articles) return 0;
    return narrowed->confidence < links.filters.min_confidence ? 0 : static_cast<float>(narrowed->articles);
  };
  return GraphView(store, options);
}

size_t ViewCommandOptions::limit_or(size_t table) const {
  const size_t all = SIZE_MAX;
  if (limit) return *limit == 0 ? all : *limit;
  return json || csv ? all : table;
}

}  // namespace actant
