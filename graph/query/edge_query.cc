#include "graph/query/edge_query.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace actant {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Partial dates are inclusive: 2024-03-05 is not before 2024-03, and 2024 not after 2024-03.
bool is_before(std::string_view date, std::string_view bound) {
  const size_t common = std::min(date.size(), bound.size());
  return date.substr(0, common) < bound.substr(0, common);
}

/// Narrows edges to the evidence that passes.
class EvidenceFilter {
 public:
  EvidenceFilter(const Store& store, const EdgeQuery& query) : store_(store), query_(query) {
    for (const std::string& source : query.sources) sources_.push_back(lower_ascii(source));
  }

  std::optional<Edge> narrow(const Edge& edge) {
    Edge result = edge;
    result.statements = result.attributed = 0;
    result.first_date.clear();
    result.last_date.clear();
    std::map<ArticleId, double> best;  // confidence of each article
    store_.for_each_evidence(edge.key, [&](const Evidence& evidence) {
      const auto date = passing_date(evidence);
      if (!date) return true;
      ++result.statements;
      result.attributed += evidence.attributed_to ? 1 : 0;
      if (!date->empty() && (result.first_date.empty() || *date < result.first_date)) result.first_date = *date;
      result.last_date = std::max(result.last_date, *date);
      double& confidence = best[evidence.article];
      confidence = std::max(confidence, evidence.confidence);
      return true;
    });
    if (best.empty()) return std::nullopt;
    result.articles = static_cast<uint32_t>(best.size());
    double doubt = 1;
    for (const auto& [article, confidence] : best) doubt *= 1 - confidence;
    result.confidence = 1 - doubt;
    return result;
  }

 private:
  struct Known {
    std::string date;
    bool source_passes = false;
  };

  const Known& article(ArticleId id) {
    const auto it = known_.find(id.value);
    if (it != known_.end()) return it->second;
    Known known;
    if (const auto stored = store_.article(id)) {
      known.date = stored->info.date.substr(0, 10);
      known.source_passes = sources_.empty() || std::find(sources_.begin(), sources_.end(),
                                                          lower_ascii(stored->info.source)) != sources_.end();
    }
    return known_.emplace(id.value, std::move(known)).first->second;
  }

  // The date of the evidence (empty: not known) when it passes.
  std::optional<std::string> passing_date(const Evidence& evidence) {
    const Known& from = article(evidence.article);
    if (!from.source_passes) return std::nullopt;
    const size_t slash = evidence.time.find('/');
    const std::string begin = evidence.time.empty() ? from.date : evidence.time.substr(0, std::min<size_t>(slash, 10));
    const std::string end = slash == std::string::npos ? begin : evidence.time.substr(slash + 1, 10);
    if (!query_.since.empty() && (end.empty() || is_before(end, query_.since))) return std::nullopt;
    if (!query_.until.empty() && (begin.empty() || is_before(query_.until, begin))) return std::nullopt;
    return begin;
  }

  const Store& store_;
  const EdgeQuery& query_;
  std::vector<std::string> sources_;
  std::unordered_map<uint64_t, Known> known_;
};

/// The query with its nodes replaced by their representatives.
struct Matcher {
  const EdgeQuery& query;
  std::optional<NodeId> subject, object;

  bool ends_match(NodeId from, NodeId to) const {
    if (subject && *subject != from) return false;
    if (object && *object != to) return false;
    if (query.subject_type && *query.subject_type != from.type()) return false;
    return !query.object_type || *query.object_type == to.type();
  }

  bool operator()(const Edge& edge) const {
    const EdgeKey& key = edge.key;
    if (query.relation && *query.relation != key.relation) return false;
    if (!query.open_lemma.empty() && query.open_lemma != edge.open_lemma) return false;
    if (query.negated && *query.negated != key.negated) return false;
    if (query.modality && *query.modality != key.modality) return false;
    if (ends_match(key.subject, key.object)) return true;
    return relation_info(key.relation).symmetric && ends_match(key.object, key.subject);
  }
};

bool has_support(const Edge& edge, const EdgeQuery& query) {
  if (query.attributed && *query.attributed != (edge.attributed > 0)) return false;
  return edge.articles >= query.min_articles && edge.confidence >= query.min_confidence;
}

bool is_stronger(const Edge& a, const Edge& b) {
  const auto support = [](const Edge& edge) { return std::tuple(edge.articles, edge.statements, edge.confidence); };
  return support(a) != support(b) ? support(a) > support(b) : a.key < b.key;
}

// All polarities and modalities of one triple.
void read_one(const Store& store, const EdgeKey& base, const std::function<bool(const Edge&)>& visit) {
  for (const bool negated : {false, true}) {
    for (int modality = 0; modality < 4; ++modality) {
      EdgeKey key = base;
      key.negated = negated;
      key.modality = static_cast<Modality>(modality);
      const auto edge = store.edge(key);
      if (edge && !visit(*edge)) return;
    }
  }
}

}  // namespace

EdgePlan plan_edges(const Store& store, const EdgeQuery& query) {
  if (!query.subject && !query.object) return EdgePlan::kAll;
  if (!query.object) return EdgePlan::kOut;
  if (!query.subject) return EdgePlan::kIn;
  if (query.relation && *query.relation != RelationType::kOpen) return EdgePlan::kOne;
  const auto subject = store.node(*query.subject), object = store.node(*query.object);
  return subject && object && object->articles < subject->articles ? EdgePlan::kIn : EdgePlan::kOut;
}

void match_edges(const Store& store, const EdgeQuery& query, const std::function<bool(const Edge&)>& visit) {
  Matcher matches{query, {}, {}};
  for (const auto& [given, resolved] :
       {std::pair(&query.subject, &matches.subject), {&query.object, &matches.object}}) {
    if (!*given) continue;
    const auto node = store.node(**given);
    if (!node) return;
    *resolved = node->id;
  }
  EvidenceFilter filter(store, query);
  const auto take = [&](const Edge& edge) {
    if (!matches(edge)) return true;
    if (!query.filters_evidence()) return !has_support(edge, query) || visit(edge);
    if (edge.articles < query.min_articles) return true;  // fewer will not be more
    const auto narrowed = filter.narrow(edge);
    return !narrowed || !has_support(*narrowed, query) || visit(*narrowed);
  };
  switch (plan_edges(store, query)) {
    case EdgePlan::kOne: {
      EdgeKey key;
      key.subject = *matches.subject;
      key.relation = *query.relation;
      key.object = *matches.object;
      read_one(store, key, take);
      break;
    }
    case EdgePlan::kOut:
      store.for_each_edge_of(*matches.subject, Direction::kOut, take);
      break;
    case EdgePlan::kIn:
      store.for_each_edge_of(*matches.object, Direction::kIn, take);
      break;
    case EdgePlan::kAll:
      store.for_each_edge(take);
      break;
  }
}

std::vector<Edge> strongest_edges(const Store& store, const EdgeQuery& query, size_t limit) {
  std::vector<Edge> edges;
  const auto shrink = [&](size_t size) {
    std::sort(edges.begin(), edges.end(), is_stronger);
    if (edges.size() > size) edges.resize(size);
  };
  match_edges(store, query, [&](const Edge& edge) {
    edges.push_back(edge);
    if (limit > 0 && edges.size() >= 2 * limit) shrink(limit);
    return true;
  });
  shrink(limit == 0 ? edges.size() : limit);
  return edges;
}

}  // namespace actant
