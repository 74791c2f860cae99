#include "tools/cli/identity_options.h"

#include <algorithm>

#include "graph/merge/decision.h"
#include "graph/merge/known_entity.h"
#include "tools/cli/line_reader.h"
#include "tools/cli/node_names.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// Calls `take` for each line; what it throws about a line is told with its place.
template <typename Take>
void for_each_line(const std::string& path, Messages& messages, const Take& take) {
  try {
    LineReader reader(path);
    std::string line;
    while (reader.next(line)) {
      try {
        take(line);
      } catch (const ParseError& error) {
        messages.problem(reader.name() + ":" + std::to_string(reader.line()) + ": " + error.what());
      } catch (const InvalidArgument& error) {
        messages.problem(reader.name() + ":" + std::to_string(reader.line()) + ": " + error.what());
      }
    }
  } catch (const LineReaderError& error) {
    messages.problem(error.what());
  }
}

void read_entities(const std::string& path, Store& store, Messages& messages) {
  WatchListReader reader;
  KnownEntity entity;
  uint64_t count = 0;
  for_each_line(path, messages, [&](const std::string& line) {
    if (reader.read(line, entity) != WatchListLine::kEntity) return;
    store.add_known(entity);
    if (++count % 1024 == 0) messages.status(count_of(count, "entity", "entities") + " read");
  });
  messages.status("");
}

void read_decisions(const std::string& path, Store& store, Messages& messages) {
  for_each_line(path, messages, [&](const std::string& line) {
    if (line.empty() || line[0] == '#' || line.starts_with("decision\t")) return;
    store.decide(parse_decision(line));
  });
}

}  // namespace

void IdentityOptions::declare(OptionTable& table) {
  table.add(Option{.name = "entities",
                   .value = "FILE",
                   .help = "a watch list: FollowTheMoney JSON lines or a table; may be given several times",
                   .set = add_text(entities)});
  table.add(Option{.name = "decisions",
                   .value = "FILE",
                   .help = "decisions on who is who, as 'actant decisions' writes them; may be given several times",
                   .set = add_text(decisions)});
}

bool IdentityOptions::exist(Messages& messages) const {
  bool result = true;
  for (const auto* paths : {&entities, &decisions}) {
    for (const std::string& path : *paths) result = any_path_exists({path}, messages) && result;
  }
  return result;
}

void IdentityOptions::apply(Store& store, Messages& messages) const {
  for (const std::string& path : entities) read_entities(path, store, messages);
  for (const std::string& path : decisions) read_decisions(path, store, messages);
}

void resolve_and_report(Store& store, Messages& messages) {
  messages.status("merging");
  const std::vector<Decision> contradictions = store.resolve();
  messages.status("");
  for (const Decision& decision : contradictions) {
    messages.problem("the decision that '" + printable(decision.a.name) + "' and '" + printable(decision.b.name) +
                     "' are the same contradicts another; it was not followed");
  }
}

std::vector<NodeId> choose_members(const Store& store, std::string_view text, Messages& messages) {
  if (const auto id = NodeId::parse(text)) {
    if (store.member(*id)) return {*id};
    messages.problem("the graph has no node '" + std::string(text) + "'");
    return {};
  }
  const auto node = choose_node(store, text, messages);
  if (!node) return {};
  std::vector<NodeId> named = store.find_members(text);
  if (const size_t colon = text.find(':'); named.empty() && colon != std::string_view::npos) {
    named = store.find_members(text.substr(colon + 1));
  }
  const std::vector<NodeId> members = store.members(node->id);
  std::erase_if(named, [&](NodeId id) { return std::find(members.begin(), members.end(), id) == members.end(); });
  return named.empty() ? std::vector<NodeId>{node->id} : named;  // a name that a person gave
}

DecisionNode decision_node(const Store& store, NodeId node) {
  const auto member = store.member(node);
  return {node, member ? member->name : std::string()};
}

}  // namespace actant
