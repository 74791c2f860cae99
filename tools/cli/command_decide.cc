#include "tools/cli/command_decide.h"

#include <algorithm>

#include "graph/merge/name_key.h"
#include "tools/cli/identity_options.h"
#include "tools/cli/node_names.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr size_t kMostPairs = 400;  // that one `different` writes

void write_node(const Store& store, NodeId id, Output& out) {
  if (const auto node = store.node(id)) out.write(printable(describe(*node)) + "\n");
}

}  // namespace

void DecideCommand::declare_common(OptionTable& table) {
  table.add(Option{.name = "note", .value = "TEXT", .help = "why, kept with the decision", .set = set_text(note_)});
  table.add(Option{.name = "undo", .help = "take the decision back", .set = set_true(undo_)});
}

int DecideCommand::run(Console& console) {
  const auto store = [&] {
    (void)Store::open_read_only(graph_);  // a directory that is no graph must not become one
    return Store::open(graph_);
  }();
  const std::vector<Decision> list = decisions(*store, console.messages);
  if (list.empty()) return kExitDataProblem;
  size_t undone = 0;
  for (Decision decision : list) {
    decision.note = note_;
    if (undo_) {
      undone += store->undecide(decision) ? 1 : 0;
    } else {
      store->decide(decision);
    }
  }
  if (undo_ && undone == 0) {
    console.messages.problem("no such decision; 'actant decisions " + graph_ + "' lists all");
    return kExitDataProblem;
  }
  resolve_and_report(*store, console.messages);
  store->flush();
  report(*store, list.front(), console.out);
  return exit_code_of(console.messages);
}

void SameCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "A", .help = "a name or an id", .set = set_text(a_)});
  table.add(Argument{.name = "B", .help = "another name or id of the same thing", .set = set_text(b_)});
  declare_common(table);
  table.add(Example{"actant same news.graph 'Mohammed Deif' 'Mohammed Diab Ibrahim al-Masri'", "two names, one man"});
}

std::vector<Decision> SameCommand::decisions(const Store& store, Messages& messages) const {
  const auto a = choose_members(store, a_, messages), b = choose_members(store, b_, messages);
  if (a.empty() || b.empty()) return {};
  if (a.front() == b.front()) {
    messages.problem("'" + a_ + "' and '" + b_ + "' are one and the same name in this graph");
    return {};
  }
  Decision decision;
  decision.a = decision_node(store, a.front());
  decision.b = decision_node(store, b.front());
  decision.normalize();
  return {decision};
}

void SameCommand::report(const Store& store, const Decision& first, Output& out) const {
  write_node(store, first.a.id, out);
  if (undo_ && store.node(first.a.id)->id != store.node(first.b.id)->id) write_node(store, first.b.id, out);
}

void DifferentCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "A", .help = "a name or an id", .set = set_text(a_)});
  table.add(Argument{.name = "B", .help = "a name or id of something else", .set = set_text(b_)});
  declare_common(table);
  table.add(Example{"actant different news.graph 'George Bush' 'George H. W. Bush'", "son and father"});
}

// All that bear the first name are not those that bear the second. What articles call by both names is the one whose
// name it has, not a third.
std::vector<Decision> DifferentCommand::decisions(const Store& store, Messages& messages) const {
  std::vector<NodeId> left = choose_members(store, a_, messages), right = choose_members(store, b_, messages);
  const auto is_called = [&](NodeId id, std::string_view name) {
    if (const size_t colon = name.find(':');
        colon != std::string_view::npos && parse_entity_type(name.substr(0, colon)))
      name.remove_prefix(colon + 1);
    const auto member = store.member(id);
    return NodeId::parse(name) == id || (member && name_key(id.type(), member->name) == name_key(id.type(), name));
  };
  std::vector<NodeId> both;
  for (const NodeId id : left) {
    if (std::find(right.begin(), right.end(), id) != right.end()) both.push_back(id);
  }
  for (const NodeId id : both) {
    const bool first = is_called(id, a_), second = is_called(id, b_);
    if (first == second) continue;
    std::erase(first ? right : left, id);
  }
  std::vector<Decision> list;
  for (const NodeId a : left) {
    for (const NodeId b : right) {
      if (a == b || list.size() >= kMostPairs) continue;
      Decision decision;
      decision.kind = Decision::Kind::kDifferent;
      decision.a = decision_node(store, a);
      decision.b = decision_node(store, b);
      decision.normalize();
      list.push_back(std::move(decision));
    }
  }
  if (list.empty() && !left.empty() && !right.empty()) {
    messages.problem("'" + a_ + "' and '" + b_ + "' are one name of one thing for all articles; 'actant why-same " +
                     graph_ + "' shows the ids of what a node is made of");
  }
  return list;
}

void DifferentCommand::report(const Store& store, const Decision& first, Output& out) const {
  write_node(store, first.a.id, out);
  if (store.node(first.a.id)->id != store.node(first.b.id)->id) write_node(store, first.b.id, out);
}

void RenameCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "NODE", .help = "a name or an id", .set = set_text(a_)});
  table.add(Argument{
      .name = "NAME", .help = "the name to show; not needed with --undo", .set = set_text(b_), .optional = true});
  declare_common(table);
  table.add(Example{"actant rename news.graph 'Lula' 'Luiz Inácio Lula da Silva'", "show the full name"});
}

void RenameCommand::validate() {
  if (b_.empty() && !undo_) throw UsageError("NAME is missing");
}

std::vector<Decision> RenameCommand::decisions(const Store& store, Messages& messages) const {
  const auto members = choose_members(store, a_, messages);
  if (members.empty()) return {};
  Decision decision;
  decision.kind = Decision::Kind::kRename;
  decision.a = decision_node(store, store.node(members.front())->id);
  decision.text = b_;
  // A node has one name: an earlier decision on any of its members is the one meant.
  for (const Decision& earlier : store.decisions()) {
    const auto node = earlier.kind == Decision::Kind::kRename ? store.node(earlier.a.id) : std::nullopt;
    if (node && node->id == decision.a.id) decision.a = earlier.a;
  }
  return {decision};
}

void RenameCommand::report(const Store& store, const Decision& first, Output& out) const {
  write_node(store, first.a.id, out);
}

}  // namespace actant
