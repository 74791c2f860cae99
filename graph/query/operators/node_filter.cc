#include "graph/query/operators/node_filter.h"

#include <algorithm>

#include "graph/merge/name_key.h"  // how the store compares names; it knows nothing of merging

namespace actant {
namespace {

constexpr size_t kMostNodes = 50000;  // some 30 MB

bool compares(uint64_t a, Comparison comparison, uint64_t b) {
  switch (comparison) {
    case Comparison::kEqual: return a == b;
    case Comparison::kNotEqual: return a != b;
    case Comparison::kLess: return a < b;
    case Comparison::kLessEqual: return a <= b;
    case Comparison::kGreater: return a > b;
    case Comparison::kGreaterEqual: return a >= b;
  }
  return false;
}

bool contains_word(const std::vector<std::string>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& other) {
    return word.size() == other.size() && std::equal(word.begin(), word.end(), other.begin(), [](char a, char b) {
             return (a | 32) == (b | 32);  // codes of ASCII letters, in either case
           });
  });
}

bool has_name(const Node& node, const std::string& folded) {
  if (fold_name(node.name).find(folded) != std::string::npos) return true;
  return std::any_of(node.aliases.begin(), node.aliases.end(),
                     [&](const Alias& alias) { return fold_name(alias.name).find(folded) != std::string::npos; });
}

}  // namespace

const Node* NodeCache::of(NodeId id) {
  if (nodes_.size() >= kMostNodes) nodes_.clear();
  const auto [entry, is_new] = nodes_.try_emplace(id.value);
  if (is_new) entry->second = store_.node(id);
  return entry->second ? &*entry->second : nullptr;
}

bool NodeCondition::holds(const Match& match, NodeCache& nodes) const {
  using Kind = PatternFilter::Kind;
  const auto part_holds = [&](const NodeCondition& part) { return part.holds(match, nodes); };
  if (filter.kind == Kind::kAnd) return std::all_of(parts.begin(), parts.end(), part_holds);
  if (filter.kind == Kind::kOr) return std::any_of(parts.begin(), parts.end(), part_holds);
  if (filter.kind == Kind::kNot) return !parts[0].holds(match, nodes);
  const NodeId id{match.slots[slot]};
  if (filter.kind == Kind::kSame) {
    const bool same = other_slot >= 0 ? match.slots[static_cast<size_t>(other_slot)] == id.value
                                      : std::find(other_nodes.begin(), other_nodes.end(), id) != other_nodes.end();
    return same == (filter.comparison == Comparison::kEqual);
  }
  if (filter.kind == Kind::kType) return std::find(types.begin(), types.end(), id.type()) != types.end();
  const Node* node = nodes.of(id);
  if (!node) return false;
  if (filter.kind == Kind::kCountry) return contains_word(filter.words, node->actor_country);
  if (filter.kind == Kind::kSector) return contains_word(filter.words, node->sector);
  if (filter.kind == Kind::kName) return has_name(*node, folded);
  return compares(node->articles, filter.comparison, filter.number);
}

NodeFilterOperator::NodeFilterOperator(std::unique_ptr<Operator> from, NodeCondition condition, NodeCache& nodes,
                                       std::string text, OperatorEstimate estimate)
    : Operator(estimate), condition_(std::move(condition)), nodes_(nodes), text_(std::move(text)) {
  add_input(std::move(from));
}

bool NodeFilterOperator::advance(Match& match) {
  while (input().next(match)) {
    if (condition_.holds(match, nodes_)) return true;
  }
  return false;
}

}  // namespace actant
