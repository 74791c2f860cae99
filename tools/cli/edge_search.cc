#include "tools/cli/edge_search.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/query/evidence_filter.h"

namespace actant {
namespace {

bool stronger(const ShownEdge& a, const ShownEdge& b) {
  const auto rank = [](const Edge& edge) { return std::tuple(edge.articles, edge.statements, edge.confidence); };
  if (rank(a.edge) != rank(b.edge)) return rank(a.edge) > rank(b.edge);
  return a.edge.key < b.edge.key;
}

bool contains(const NodeChoice& choice, NodeId id) {
  return choice.any || std::find(choice.ids.begin(), choice.ids.end(), id) != choice.ids.end();
}

EvidenceBounds bounds_of(const EdgeFilters& filters) { return {filters.since, filters.until, filters.sources, {}}; }

/// Collects the strongest edges of a search. Keeps at most twice the limit in memory.
class Collector {
 public:
  Collector(const Store& store, const EdgeSearch& search, NodeChoice subject, NodeChoice object, size_t limit)
      : search_(search),
        subject_(std::move(subject)),
        object_(std::move(object)),
        limit_(limit),
        filter_(store, bounds_of(search.filters)) {
    for (const std::string& word : search.relations) relations_.push_back(*parse_relation(word));
  }

  void run(const Store& store) {
    const auto visit = [this](const Edge& edge) {
      add(edge);
      return true;
    };
    if (subject_.any && object_.any) {
      store.for_each_edge(visit);
    } else if (subject_.any) {
      for (const NodeId id : object_.ids) store.for_each_edge_of(id, Direction::kIn, visit);
    } else {
      for (const NodeId id : subject_.ids) store.for_each_edge_of(id, Direction::kOut, visit);
    }
  }

  FoundEdges take() {
    shrink(limit_ == 0 ? found_.edges.size() : limit_);
    return std::move(found_);
  }

 private:
  void add(const Edge& edge) {
    if (!matches_relation(edge) || !matches_qualifiers(edge.key)) return;
    const bool straight = matches_nodes(edge.key.subject, edge.key.object);
    const bool symmetric = relation_info(edge.key.relation).symmetric;
    if (!straight && !(symmetric && matches_nodes(edge.key.object, edge.key.subject))) return;
    // A symmetric edge between two of several nodes asked for comes once from each.
    if (subject_.ids.size() + object_.ids.size() > 1 && !seen_.insert(edge.key).second) return;
    std::optional<Edge> narrowed = filter_.narrow(edge);
    if (!narrowed || narrowed->articles < search_.filters.min_articles) return;
    if (narrowed->confidence < search_.filters.min_confidence) return;
    ++found_.total;
    found_.edges.push_back({std::move(*narrowed), !straight});
    if (limit_ != 0 && found_.edges.size() >= 2 * limit_) shrink(limit_);
  }

  bool matches_relation(const Edge& edge) const {
    if (relations_.empty()) return true;
    for (size_t i = 0; i < relations_.size(); ++i) {
      if (relations_[i] != edge.key.relation) continue;
      const std::string_view word = search_.relations[i];
      if (edge.key.relation != RelationType::kOpen || word == "open" || word.substr(5) == edge.open_lemma) return true;
    }
    return false;
  }

  bool matches_qualifiers(const EdgeKey& key) const {
    if (search_.negated && !key.negated) return false;
    if (search_.affirmed && key.negated) return false;
    return !search_.modality || *search_.modality == key.modality;
  }

  bool matches_nodes(NodeId subject, NodeId object) const {
    return contains(subject_, subject) && contains(object_, object) && matches_type(subject_, subject) &&
           matches_type(object_, object);
  }

  bool matches_type(const NodeChoice& choice, NodeId id) const {
    const auto& types = search_.filters.types;
    return !choice.any || types.empty() || std::find(types.begin(), types.end(), id.type()) != types.end();
  }

  void shrink(size_t size) {
    std::sort(found_.edges.begin(), found_.edges.end(), stronger);
    if (found_.edges.size() > size) found_.edges.resize(size);
  }

  const EdgeSearch& search_;
  const NodeChoice subject_, object_;
  const size_t limit_;
  EvidenceFilter filter_;
  std::vector<RelationType> relations_;
  std::set<EdgeKey> seen_;
  FoundEdges found_;
};

ValueSetter set_modality(std::optional<Modality>& target) {
  return [&target](std::string_view value) {
    target = parse_modality(value);
    if (!target) throw UsageError("'" + std::string(value) + "' is none of actual, planned, possible, requested");
  };
}

}  // namespace

void EdgeSearch::declare(OptionTable& table, const std::string& subject_help) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph)});
  table.add(Argument{.name = "SUBJECT",
                     .help = std::string("a name, an alias or an id; ? is anyone; a type before a name tells homonyms "
                                         "apart: place:Georgia") +
                             subject_help,
                     .set = set_text(subject),
                     .optional = true});
  table.add(
      Argument{.name = "RELATION",
               .help = "a relation such as met-with, or a comma list; events, facts and open stand for all of a kind; "
                       "? is any",
               .set = add_relations(relations),
               .optional = true});
  table.add(Argument{.name = "OBJECT", .help = "as SUBJECT", .set = set_text(object), .optional = true});
  table.add(Option{.name = "all", .help = "take all nodes of an ambiguous name", .set = set_true(all)});
  declare_edge_filters(table, filters);
  table.add(Option{.name = "negated", .help = "only negated edges (did not, denied)", .set = set_true(negated)});
  table.add(Option{.name = "affirmed", .help = "only edges that are not negated", .set = set_true(affirmed)});
  table.add(Option{.name = "modality",
                   .value = "MODALITY",
                   .help = "only edges of this modality: actual, planned, possible, requested",
                   .set = set_modality(modality),
                   .choices = {"actual", "planned", "possible", "requested"}});
}

void EdgeSearch::validate() const {
  check_dates(filters.since, filters.until);
  if (negated && affirmed) throw UsageError("--negated and --affirmed exclude each other");
}

std::optional<FoundEdges> find_edges(const Store& store, const EdgeSearch& search, size_t limit, Messages& messages) {
  // Both names are looked up before the command ends, so that both mistakes are told.
  auto subject = choose_nodes(store, search.subject, search.all, messages);
  auto object = choose_nodes(store, search.object, search.all, messages);
  if (!subject || !object) return std::nullopt;
  Collector collector(store, search, std::move(*subject), std::move(*object), limit);
  collector.run(store);
  return collector.take();
}

std::vector<Evidence> edge_evidence(const Store& store, const EdgeKey& key, const EdgeFilters& filters, size_t limit) {
  EvidenceFilter filter(store, bounds_of(filters));
  std::vector<Evidence> pieces;
  store.for_each_evidence(key, [&](const Evidence& evidence) {
    if (filter.passes(evidence)) pieces.push_back(evidence);
    return true;
  });
  if (limit == 0 || pieces.size() <= limit) return pieces;
  std::vector<double> confidences;
  for (const Evidence& piece : pieces) confidences.push_back(piece.confidence);
  std::nth_element(confidences.begin(), confidences.begin() + static_cast<std::ptrdiff_t>(limit) - 1, confidences.end(),
                   std::greater<>());
  const double least = confidences[limit - 1];
  auto surer = static_cast<size_t>(
      std::count_if(pieces.begin(), pieces.end(), [&](const Evidence& piece) { return piece.confidence > least; }));
  // Of those that are just sure enough the first ones fill what the surer ones leave.
  size_t room = limit - surer;
  std::erase_if(pieces, [&](const Evidence& piece) {
    if (piece.confidence > least) return false;
    if (piece.confidence < least || room == 0) return true;
    --room;
    return false;
  });
  return pieces;
}

}  // namespace actant
