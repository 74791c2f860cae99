#include "graph/query/pattern_search.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "graph/merge/name_key.h"  // how the store compares names; it knows nothing of merging
#include "graph/query/operators/count.h"
#include "graph/query/operators/distinct.h"
#include "graph/query/operators/node_filter.h"
#include "graph/query/operators/slice.h"
#include "graph/query/operators/sort.h"
#include "graph/query/planner.h"

namespace actant {

struct PatternSearch::Impl {
  explicit Impl(const Store& graph) : store(graph), reader(graph.reader()), nodes(graph) {}

  const Store& store;
  std::unique_ptr<GraphReader> reader;
  NodeCache nodes;
  std::vector<TripleStep> steps;
  mutable std::vector<EvidenceFilter> filters;  // [triples]
  std::unique_ptr<Operator> plan;
  bool impossible = false;  // a name is not in the graph
};

namespace {

/// Gives slots to variables and names, and nodes to names.
class Resolver {
 public:
  Resolver(const PatternQuery& query, const GraphReader& reader, const NameLookup& lookup)
      : reader_(reader), lookup_(lookup) {
    for (size_t i = 0; i < query.triples.size(); ++i) add_triple(i, query.triples[i]);
    for (const PatternFilter& filter : query.filters) add_filter(filter);
  }

  ResolvedQuery take() { return std::move(result_); }
  size_t slot_of(const std::string& variable) const { return variables_.at(variable); }
  bool is_relation(const std::string& variable) const { return relation_variables_.contains(variable); }
  bool impossible() const { return impossible_; }

 private:
  size_t new_slot() {
    result_.choices.emplace_back();
    return result_.choices.size() - 1;
  }

  size_t slot(const std::string& variable) {
    if (variable.empty()) return new_slot();
    const auto it = variables_.find(variable);
    return it != variables_.end() ? it->second : variables_.emplace(variable, new_slot()).first->second;
  }

  size_t slot(const PatternTerm& term) {
    if (term.is_variable) return slot(term.text);
    const size_t number = new_slot();
    result_.choices[number] = nodes_of(term);
    return number;
  }

  std::vector<NodeId> nodes_of(const PatternTerm& term) {
    std::vector<NodeId> nodes = lookup_(term);
    for (NodeId& node : nodes) node = reader_.representative(node);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.empty()) impossible_ = true;
    return nodes;
  }

  void add_triple(size_t number, const TriplePattern& triple) {
    TripleStep step;
    step.number = number;
    step.subject = slot(triple.subject);
    if (triple.relation.is_variable) {
      step.relation_slot = static_cast<int>(slot(triple.relation.variable));
      relation_variables_.insert({triple.relation.variable, true});
    } else {
      step.relations = relations_of(triple.relation.words);
    }
    step.object = slot(triple.object);
    step.condition = triple.condition;
    step.subject_types = triple.subject.types;
    step.object_types = triple.object.types;
    PatternQuery alone;
    alone.triples = {triple};
    step.text = pattern_text(alone);
    result_.steps.push_back(std::move(step));
  }

  std::vector<RelationChoice> relations_of(const std::vector<std::string>& words) {
    std::vector<RelationChoice> choices;
    const auto add = [&](RelationChoice choice) {
      if (std::find(choices.begin(), choices.end(), choice) == choices.end()) choices.push_back(choice);
    };
    for (const std::string& word : words) {
      if (word == "any") return {};
      if (word == "events" || word == "facts") {
        for (const RelationInfo& info : actant::relations()) {
          if (info.fact == (word == "facts") && info.type != RelationType::kStated) add({info.type, 0});
        }
      } else if (word == "open") {
        std::erase_if(choices, [](const RelationChoice& choice) { return choice.type == RelationType::kOpen; });
        add({RelationType::kOpen, 0});
      } else if (const auto type = parse_relation(word); *type != RelationType::kOpen) {
        add({*type, 0});
      } else if (std::find(choices.begin(), choices.end(), RelationChoice{RelationType::kOpen, 0}) == choices.end()) {
        add({RelationType::kOpen, open_lemma_id(std::string_view(word).substr(5))});
      }
    }
    return choices;
  }

  void add_filter(const PatternFilter& filter) {
    ResolvedQuery::Filter made;
    made.condition = condition(filter, made);
    made.text = filter_text(filter);
    result_.filters.push_back(std::move(made));
  }

  static std::string filter_text(const PatternFilter& filter) {
    PatternQuery alone;
    alone.filters = {filter};
    const std::string text = pattern_text(alone);
    return text.substr(std::min(text.size(), std::string(" filter ").size()));
  }

  NodeCondition condition(const PatternFilter& filter, ResolvedQuery::Filter& whole) {
    using Kind = PatternFilter::Kind;
    NodeCondition result;
    result.filter = filter;
    result.filter.parts.clear();
    for (const PatternFilter& part : filter.parts) result.parts.push_back(condition(part, whole));
    if (filter.kind == Kind::kAnd || filter.kind == Kind::kOr || filter.kind == Kind::kNot) return result;
    result.slot = slot_of(filter.variable);
    whole.slots.push_back(result.slot);
    if (filter.kind == Kind::kSame && filter.other.is_variable) {
      const size_t other = slot_of(filter.other.text);
      result.other_slot = static_cast<int>(other);
      whole.slots.push_back(other);
    } else if (filter.kind == Kind::kSame) {
      result.other_nodes = lookup_(filter.other);
      for (NodeId& node : result.other_nodes) node = reader_.representative(node);
    } else if (filter.kind == Kind::kType) {
      for (const std::string& word : filter.words) result.types.push_back(*parse_entity_type(word));
    } else {
      whole.reads_nodes = true;
    }
    if (filter.kind == Kind::kName) result.folded = fold_name(filter.words[0]);
    return result;
  }

  const GraphReader& reader_;
  const NameLookup& lookup_;
  ResolvedQuery result_;
  std::map<std::string, size_t> variables_;
  std::map<std::string, bool> relation_variables_;
  bool impossible_ = false;
};

void explain_operator(const Operator& step, size_t depth, std::string& out) {
  out += std::string(2 * depth, ' ') + step.describe() + "  (expected " +
         std::to_string(static_cast<uint64_t>(std::llround(std::min(step.estimate().rows, 1e18)))) + ", gave " +
         std::to_string(step.produced()) + ")\n";
  for (const auto& input : step.inputs()) explain_operator(*input, depth + 1, out);
}

std::string relation_text(const EdgeKey& key, const GraphReader& reader) {
  std::string text(relation_info(key.relation).id);
  if (key.relation == RelationType::kOpen) text += ":" + reader.open_lemma(key.open);
  return text;
}

}  // namespace

PatternSearch::PatternSearch(const Store& store, const PatternQuery& query, const NameLookup& lookup)
    : impl_(std::make_unique<Impl>(store)) {
  Resolver resolver(query, *impl_->reader, lookup);
  impl_->impossible = resolver.impossible();
  counts_ = query.count.has_value();
  for (const std::string& name : counts_                ? query.count->by
                                 : query.select.empty() ? pattern_variables(query)
                                                        : query.select) {
    columns_.push_back({name, resolver.is_relation(name), resolver.slot_of(name)});
  }
  ResolvedQuery resolved = resolver.take();
  impl_->steps = resolved.steps;
  for (const TripleStep& step : impl_->steps) impl_->filters.emplace_back(store, step.condition.evidence);
  if (impl_->impossible) return;
  impl_->plan = plan_triples(std::move(resolved), store, *impl_->reader, impl_->nodes);
  if (counts_) {
    std::vector<size_t> by;
    for (const Column& column : columns_) by.push_back(column.slot);
    const int of = query.count->of.empty() ? -1 : static_cast<int>(resolver.slot_of(query.count->of));
    impl_->plan = std::make_unique<CountOperator>(std::move(impl_->plan), of, std::move(by));
  } else if (query.distinct) {
    std::vector<size_t> slots;
    for (const Column& column : columns_) slots.push_back(column.slot);
    impl_->plan = std::make_unique<DistinctOperator>(std::move(impl_->plan), std::move(slots));
  }
  if (!query.order.empty()) {
    std::vector<bool> descending;
    std::vector<std::pair<PatternOrder::Key, size_t>> keys;
    bool reads_edges = false;
    for (const PatternOrder& order : query.order) {
      descending.push_back(order.descending);
      keys.emplace_back(order.key, order.key == PatternOrder::Key::kVariable ? resolver.slot_of(order.variable) : 0);
      reads_edges =
          reads_edges || (order.key != PatternOrder::Key::kVariable && order.key != PatternOrder::Key::kCount);
    }
    const uint64_t most = query.limit ? *query.limit + query.offset : 0;
    impl_->plan = std::make_unique<SortOperator>(
        std::move(impl_->plan), [this, keys](const Match& match) { return sort_keys(keys, match); },
        std::move(descending), static_cast<size_t>(most),
        reads_edges ? kLookUpCost * static_cast<double>(impl_->steps.size()) : kLookUpCost);
  }
  if (query.limit || query.offset > 0) {
    impl_->plan = std::make_unique<SliceOperator>(std::move(impl_->plan), query.offset, query.limit);
  }
}

PatternSearch::~PatternSearch() = default;

bool PatternSearch::next() {
  if (impl_->impossible) {
    // Nothing matches; a count over the whole is still one number.
    const bool first = counts_ && columns_.empty() && !ended_;
    ended_ = true;
    match_.count = 0;
    return first;
  }
  return impl_->plan->next(match_);
}

std::string PatternSearch::relation(size_t column) const {
  const RelationChoice choice = relation_of(match_.slots[columns_[column].slot]);
  EdgeKey key;
  key.relation = choice.type;
  key.open = choice.open;
  return relation_text(key, *impl_->reader);
}

std::vector<PatternSearch::MatchedEdge> PatternSearch::edges_of(const Match& match) const {
  std::vector<MatchedEdge> result;
  if (counts_) return result;
  for (size_t i = 0; i < impl_->steps.size(); ++i) {
    const auto edge = impl_->reader->edge(match.edges[i]);
    if (!edge) continue;
    MatchedEdge matched;
    matched.edge = impl_->filters[i].narrow(*edge).value_or(*edge);
    matched.turned = match.slots[impl_->steps[i].subject] != edge->key.subject.value;
    result.push_back(std::move(matched));
  }
  return result;
}

std::vector<PatternSearch::MatchedEdge> PatternSearch::edges() const { return edges_of(match_); }

std::vector<SortOperator::Key> PatternSearch::sort_keys(const std::vector<std::pair<PatternOrder::Key, size_t>>& order,
                                                        const Match& match) const {
  using Key = PatternOrder::Key;
  std::vector<SortOperator::Key> keys;
  std::optional<MatchSummary> summary;
  for (const auto& [key, slot] : order) {
    SortOperator::Key made;
    if (key == Key::kCount) {
      made.number = static_cast<double>(match.count);
    } else if (key == Key::kVariable) {
      made.text = slot_text(match.slots[slot], slot);
    } else {
      if (!summary) summary = summarize(edges_of(match));
      if (key == Key::kArticles) made.number = summary->articles;
      if (key == Key::kConfidence) made.number = summary->confidence;
      if (key == Key::kFirst) made.text = summary->first_date;
      if (key == Key::kLast) made.text = summary->last_date;
    }
    keys.push_back(std::move(made));
  }
  return keys;
}

std::string PatternSearch::slot_text(uint64_t value, size_t slot) const {
  for (const TripleStep& step : impl_->steps) {
    if (step.relation_slot != static_cast<int>(slot)) continue;
    EdgeKey key;
    key.relation = relation_of(value).type;
    key.open = relation_of(value).open;
    return relation_text(key, *impl_->reader);
  }
  const Node* node = impl_->nodes.of(NodeId{value});
  return node ? node->name : std::string();
}

MatchSummary PatternSearch::summarize(const std::vector<MatchedEdge>& edges) {
  MatchSummary summary;
  summary.confidence = 1;
  for (const MatchedEdge& matched : edges) {
    const Edge& edge = matched.edge;
    summary.articles = &matched == edges.data() ? edge.articles : std::min(summary.articles, edge.articles);
    summary.confidence *= edge.confidence;
    if (!edge.first_date.empty() && (summary.first_date.empty() || edge.first_date < summary.first_date)) {
      summary.first_date = edge.first_date;
    }
    summary.last_date = std::max(summary.last_date, edge.last_date);
  }
  return summary;
}

std::string PatternSearch::explain() const {
  if (impl_->impossible) return "a name of the query is not in the graph\n";
  std::string out;
  explain_operator(*impl_->plan, 0, out);
  return out;
}

}  // namespace actant
