#include "tools/cli/node_names.h"

#include <algorithm>
#include <utility>

#include "tools/cli/option_table.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kMostCandidates = 12;
constexpr size_t kNearestNames = 5;
constexpr size_t kMostRemembered = 10000;
/// A node with this many times the articles of every other node of its name is what nearly every user means by it.
constexpr uint32_t kClearly = 4;

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// `place:Georgia` into the type and `Georgia`; text without a known type before a colon is left whole.
std::optional<EntityType> split_type(std::string_view& text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto type = parse_entity_type(text.substr(0, colon));
  if (type) text.remove_prefix(colon + 1);
  return type;
}

/// True when `best` is what the user means: it has far more articles than every other node, or it alone is called
/// exactly so (the others have the text as one of their aliases) and none has more articles.
bool is_clearly_best(const Node& best, const std::vector<Node>& nodes, std::string_view text) {
  const std::string wanted = lower_ascii(text);
  bool alone_called = lower_ascii(best.name) == wanted;
  bool far_ahead = true;
  for (const Node& node : nodes) {
    if (node.id == best.id) continue;
    if (node.articles > best.articles || lower_ascii(node.name) == wanted) alone_called = false;
    if (best.articles < kClearly * std::max(1U, node.articles)) far_ahead = false;
  }
  return alone_called || far_ahead;
}

void report_unknown(const Store& store, std::string_view text, Messages& messages) {
  const std::vector<Node> near = store.nearest(text, kNearestNames);
  std::string line = "no node is called " + quoted(text);
  if (!near.empty()) line += near.size() == 1 ? "; the nearest name is " : "; the nearest names are ";
  for (const Node& node : near) line += (node.id == near.front().id ? "" : ", ") + quoted(node.name);
  messages.problem(line);
}

void report_ambiguous(const std::vector<Node>& nodes, std::string_view text, Messages& messages) {
  const bool types_differ = nodes.front().type != nodes.back().type;
  messages.problem(quoted(text) + " may be any of " + count_of(nodes.size(), "node") + "; name one by its id" +
                   (types_differ ? ", or by its type as in '" + std::string(entity_type_name(nodes.front().type)) +
                                       ":" + std::string(text) + "'"
                                 : "") +
                   ", or take all with --all");
  for (size_t i = 0; i < std::min(nodes.size(), kMostCandidates); ++i) messages.detail(describe(nodes[i]));
  if (nodes.size() > kMostCandidates)
    messages.detail("and " + std::to_string(nodes.size() - kMostCandidates) + " more");
}

std::optional<NodeChoice> choose_id(const Store& store, NodeId id, std::string_view text, Messages& messages) {
  const std::optional<Node> node = store.node(id);
  if (!node) {
    messages.problem("the graph has no node " + quoted(text));
    return std::nullopt;
  }
  return NodeChoice{false, {node->id}};
}

}  // namespace

const Node& NodeNames::of(NodeId id) {
  if (nodes_.size() >= kMostRemembered) older_ = std::exchange(nodes_, {});
  if (auto known = older_.extract(id.value)) nodes_.insert(std::move(known));  // stays where it is
  const auto [entry, is_new] = nodes_.try_emplace(id.value);
  if (is_new) {
    if (auto node = store_.node(id)) {
      entry->second = std::move(*node);
    } else {
      entry->second.id = id;
      entry->second.type = id.type();
      entry->second.name = id.to_string();
    }
  }
  return entry->second;
}

std::string NodeNames::shown(NodeId id) {
  const Node& node = of(id);
  if (node.type != EntityType::kStatement) return printable(node.name);
  return "“" + printable(node.statement_text.empty() ? node.name : node.statement_text) + "”";
}

std::string describe(const Node& node) {
  return node.name + " (" + std::string(entity_type_name(node.type)) + ", " + node.id.to_string() + ", " +
         count_of(node.articles, "article") + ")";
}

std::optional<NodeChoice> choose_nodes(const Store& store, std::string_view text, bool all, Messages& messages) {
  if (text == "?") return NodeChoice{};
  if (const auto id = NodeId::parse(text)) return choose_id(store, *id, text, messages);
  const std::string_view asked = text;
  std::vector<Node> nodes = store.find(text);
  if (nodes.empty()) {
    const auto type = split_type(text);
    if (type) {
      nodes = store.find(text);
      std::erase_if(nodes, [&](const Node& node) { return node.type != *type; });
    }
  }
  if (nodes.empty()) {
    report_unknown(store, text, messages);
    return std::nullopt;
  }
  NodeChoice choice{false, {}};
  if (all || nodes.size() == 1) {
    for (const Node& node : nodes) choice.ids.push_back(node.id);
    return choice;
  }
  const Node& best = *std::max_element(nodes.begin(), nodes.end(),
                                       [](const Node& a, const Node& b) { return a.articles < b.articles; });
  if (!is_clearly_best(best, nodes, text)) {
    report_ambiguous(nodes, asked, messages);
    return std::nullopt;
  }
  messages.note("taking " + quoted(asked) + " as " + describe(best) + "; of that name is also " +
                describe(nodes[nodes.front().id == best.id ? 1 : 0]) +
                (nodes.size() > 2 ? " and " + std::to_string(nodes.size() - 2) + " more" : ""));
  choice.ids.push_back(best.id);
  return choice;
}

std::optional<Node> choose_node(const Store& store, std::string_view text, Messages& messages) {
  if (text == "?") throw UsageError("'?' names no node");
  const auto choice = choose_nodes(store, text, false, messages);
  return choice ? store.node(choice->ids.front()) : std::nullopt;
}

}  // namespace actant
