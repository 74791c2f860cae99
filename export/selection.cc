#include "export/selection.h"

#include <algorithm>
#include <unordered_map>

namespace actant {
namespace {

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// The surest piece first, ties by article, as in Store::for_each_cited_edge().
bool surer(const Evidence& a, const Evidence& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

// By the date of the article, undated ones last, as in Store::for_each_evidence().
bool earlier(const Evidence& a, const Evidence& b) {
  if (a.published.empty() != b.published.empty()) return b.published.empty();
  if (a.published != b.published) return a.published < b.published;
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

}  // namespace

bool Selection::everything() const {
  return min_articles <= 1 && top == 0 && around.empty() && relations.empty() && types.empty() && !evidence.any() &&
         min_confidence <= 0;
}

SelectedGraph::SelectedGraph(const Store& store, const Selection& selection, std::string folder)
    : store_(store), selection_(selection), folder_(std::move(folder)), filter_(store, selection.evidence) {
  if (selection_.everything()) return;
  if (!selection_.around.empty()) restrict_to_surroundings();
  if (selection_.top > 0) restrict_to_top();
  // A node stays when an edge of it stays; the nodes asked for stay in any case.
  collect_nodes();
}

// Whether the edge is selected, the bounds on its evidence aside.
bool SelectedGraph::passes(const Edge& edge) const {
  const EdgeKey& key = edge.key;
  if (key.relation == RelationType::kAlsoKnownAs) return false;  // shown as aliases of the node
  const bool statement = key.object.type() == EntityType::kStatement || key.subject.type() == EntityType::kStatement;
  if (statement && !selection_.with_statements) return false;
  if (key.relation == RelationType::kOpen && !selection_.with_open) return false;
  if (edge.articles < selection_.min_articles || edge.confidence < selection_.min_confidence) return false;
  if (!selection_.relations.empty() && !contains(selection_.relations, key.relation)) return false;
  if (!selection_.types.empty() && (!contains(selection_.types, key.subject.type()) ||
                                    !(statement || contains(selection_.types, key.object.type())))) {
    return false;
  }
  return !restricted_ || (nodes_.count(key.subject.value) && nodes_.count(key.object.value));
}

// The edge as the selection shows it, nullopt when it is left out.
std::optional<Edge> SelectedGraph::select(const Edge& edge) const {
  if (!passes(edge)) return std::nullopt;
  if (!filter_.is_needed()) return edge;
  auto narrowed = filter_.narrow(edge);
  if (!narrowed) return std::nullopt;
  if (narrowed->articles < selection_.min_articles || narrowed->confidence < selection_.min_confidence)
    return std::nullopt;
  return narrowed;
}

void SelectedGraph::for_each_selected(const std::function<bool(const Edge&)>& visit) const {
  if (!filter_.is_needed()) {
    store_.for_each_edge([&](const Edge& edge) { return !passes(edge) || visit(edge); });
    return;
  }
  const CitationNeeds needs{
      .all_evidence = true, .texts = CitationNeeds::Texts::kNoTexts, .article = false, .folder = folder_};
  for_each_narrowed(needs, [&](const Edge& edge, std::vector<Evidence>&) { return visit(edge); });
}

// The edges with the evidence that passes, by date: edges and evidence are read as they lie on disk.
void SelectedGraph::for_each_narrowed(const CitationNeeds& needs,
                                      const std::function<bool(const Edge&, std::vector<Evidence>&)>& visit) const {
  std::vector<Evidence> evidence;
  store_.for_each_cited_edge(
      needs, [&](const Edge& edge) { return passes(edge) && filter_.may_pass(edge); },
      [&](const CitedEdge& cited) {
        evidence.assign(cited.evidence.begin(), cited.evidence.end());
        std::stable_sort(evidence.begin(), evidence.end(), earlier);
        const auto edge = filter_.narrow(cited.edge, evidence);
        if (!edge || edge->articles < selection_.min_articles || edge->confidence < selection_.min_confidence)
          return true;
        return visit(*edge, evidence);
      });
}

void SelectedGraph::restrict_to_surroundings() {
  std::unordered_set<uint64_t> reached;
  std::vector<NodeId> frontier = selection_.around;
  for (const NodeId node : frontier) reached.insert(node.value);
  for (int hop = 0; hop < selection_.hops; ++hop) {
    std::vector<NodeId> next;
    for (const NodeId node : frontier) {
      store_.for_each_edge_of(node, Direction::kBoth, [&](const Edge& edge) {
        if (!select(edge)) return true;
        const NodeId other = edge.key.subject == node ? edge.key.object : edge.key.subject;
        if (reached.insert(other.value).second) next.push_back(other);
        return true;
      });
    }
    frontier = std::move(next);
  }
  nodes_ = std::move(reached);
  restricted_ = true;
}

void SelectedGraph::restrict_to_top() {
  std::unordered_map<uint64_t, uint64_t> support;
  for_each_selected([&](const Edge& edge) {
    support[edge.key.subject.value] += edge.articles;
    if (edge.key.object.type() != EntityType::kStatement) support[edge.key.object.value] += edge.articles;
    return true;
  });
  std::vector<std::pair<uint64_t, uint64_t>> ranked(support.begin(), support.end());
  const auto better = [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  };
  const size_t keep = std::min(selection_.top, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(keep), ranked.end(), better);
  std::unordered_set<uint64_t> chosen;
  for (size_t i = 0; i < keep; ++i) chosen.insert(ranked[i].first);
  if (selection_.with_statements) {
    // Statements follow their speakers; they are not ranked themselves.
    store_.for_each_edge([&](const Edge& edge) {
      if (edge.key.object.type() == EntityType::kStatement && chosen.count(edge.key.subject.value)) {
        chosen.insert(edge.key.object.value);
      }
      return true;
    });
  }
  nodes_ = std::move(chosen);
  restricted_ = true;
}

void SelectedGraph::collect_nodes() {
  std::unordered_set<uint64_t> seen;
  for_each_selected([&](const Edge& edge) {
    seen.insert(edge.key.subject.value);
    seen.insert(edge.key.object.value);
    return true;
  });
  for (const NodeId node : selection_.around) seen.insert(node.value);
  nodes_ = std::move(seen);
  restricted_ = true;
}

void SelectedGraph::for_each_node(const std::function<bool(const Node&)>& visit,
                                  const std::unordered_set<uint64_t>* more) const {
  store_.for_each_node([&](const Node& node) {
    return !(holds(node.id) || (more != nullptr && more->count(node.id.value))) || visit(node);
  });
}

bool SelectedGraph::holds(NodeId node) const {
  if (node.type() == EntityType::kStatement && !selection_.with_statements) return false;
  return !restricted_ || nodes_.count(node.value) > 0;
}

void SelectedGraph::for_each_edge(const std::function<bool(const Edge&)>& visit) const { for_each_selected(visit); }

void SelectedGraph::for_each_cited_edge(CitationNeeds needs, const std::function<bool(const CitedEdge&)>& visit) const {
  needs.folder = folder_;
  if (!filter_.is_needed())
    return store_.for_each_cited_edge(needs, [&](const Edge& edge) { return passes(edge); }, visit);
  // Which piece is the best one is known when all have been asked whether they pass.
  CitationNeeds all = needs;
  all.all_evidence = true;
  all.article = false;
  if (needs.texts == CitationNeeds::Texts::kBest) all.texts = CitationNeeds::Texts::kAll;
  for_each_narrowed(all, [&](const Edge& edge, std::vector<Evidence>& evidence) {
    const auto best = std::min_element(evidence.begin(), evidence.end(), surer);
    if (best != evidence.end()) std::rotate(evidence.begin(), best, best + 1);
    const std::span<const Evidence> shown(evidence.data(),
                                          needs.all_evidence ? evidence.size() : std::min<size_t>(1, evidence.size()));
    std::optional<Article> article;
    if (needs.article && !evidence.empty()) article = store_.article(evidence.front().article);
    return visit({edge, shown, article ? &article->info : nullptr});
  });
}

}  // namespace actant
