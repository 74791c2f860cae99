#include "tools/cli/command_why_same.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <map>

#include "tools/cli/identity_options.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

std::string signed_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%+.1f", value);
  return text;
}

// A number of JSON has no plus sign.
std::string plain_number(double value) {
  const std::string text = signed_number(value);
  return text.substr(text[0] == '+' ? 1 : 0);
}

std::string member_name(const Store& store, NodeId id) {
  const auto member = store.member(id);
  if (!member) return id.to_string();
  return printable(member->name) + " (" + id.to_string() +
         (member->actor_country.empty() ? "" : ", " + member->actor_country) + ")";
}

std::string shared_name(const Store& store, const MergeReason& reason) {
  if (!reason.node) return {};
  const auto node = store.node(reason.node);
  return node ? printable(node->name) : std::string();
}

std::string member_json(const Store& store, NodeId id) {
  const auto node = store.member(id);
  return node ? node_reference_json(*node) : "{\"id\": " + json_string(id.to_string()) + "}";
}

// What is one (or two) before anything is scored.
std::string unscored_json(const Store& store, NodeId a, NodeId b, const std::string& why) {
  return "{\"a\": " + member_json(store, a) + ", \"b\": " + member_json(store, b) +
         ", \"score\": null, \"reasons\": [{\"weight\": null, \"text\": " + json_string(why) + "}]}";
}

std::string step_json(const Store& store, const MergeStep& step) {
  std::string line = "{\"a\": " + member_json(store, step.a) + ", \"b\": " + member_json(store, step.b) +
                     ", \"score\": " + plain_number(step.score()) + ", \"reasons\": [";
  for (const MergeReason& reason : step.reasons) {
    if (&reason != &step.reasons.front()) line += ", ";
    line += "{\"weight\": " + plain_number(reason.weight) +
            ", \"text\": " + json_string(reason_text(reason, shared_name(store, reason))) + "}";
  }
  return line + "]}";
}

}  // namespace

std::vector<MergeStep> path_of_steps(const std::vector<MergeStep>& steps, NodeId a, NodeId b) {
  std::map<NodeId, size_t> reached_by;  // node -> step
  std::map<NodeId, NodeId> before;
  std::deque<NodeId> queue = {a};
  before[a] = a;
  while (!queue.empty() && !before.contains(b)) {
    const NodeId node = queue.front();
    queue.pop_front();
    for (size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].a != node && steps[i].b != node) continue;
      const NodeId next = steps[i].a == node ? steps[i].b : steps[i].a;
      if (!before.emplace(next, node).second) continue;
      reached_by[next] = i;
      queue.push_back(next);
    }
  }
  std::vector<MergeStep> path;
  if (!before.contains(b)) return path;
  for (NodeId node = b; node != a; node = before[node]) path.push_back(steps[reached_by[node]]);
  std::reverse(path.begin(), path.end());
  return path;
}

void WhySameCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "A", .help = "a name or an id", .set = set_text(a_)});
  table.add(Argument{.name = "B",
                     .help = "another name or id; without it, why all that A is made of is one",
                     .set = set_text(b_),
                     .optional = true});
  table.add(Option{.name = "json", .help = "print a JSON array, one step a line", .set = set_true(json_)});
  table.add(Example{"actant why-same news.graph Araqchi 'Abbas Araghchi'", "why two names are one man"});
  table.add(Example{"actant why-same news.graph 'George Bush'", "everything that was taken for George Bush"});
}

int WhySameCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  return b_.empty() ? explain_node(*store, console) : explain_pair(*store, console);
}

int WhySameCommand::explain_node(const Store& store, Console& console) const {
  const auto members = choose_members(store, a_, console.messages);
  if (members.empty()) return kExitDataProblem;
  const auto steps = store.merge_steps(members.front());
  if (!json_) {
    const auto node = store.node(members.front());
    console.out.write(printable(describe(*node)) + " is made of " + count_of(store.members(node->id).size(), "name") +
                      "\n");
    for (const std::string& iri : node->same_as) console.out.write("the same as " + printable(iri) + "\n");
  }
  print(store, steps, console);
  return exit_code_of(console.messages);
}

int WhySameCommand::explain_pair(const Store& store, Console& console) const {
  const auto left = choose_members(store, a_, console.messages), right = choose_members(store, b_, console.messages);
  if (left.empty() || right.empty()) return kExitDataProblem;
  const NodeId a = left.front(), b = right.front();
  const auto node = store.node(a);
  const bool one = node->id == store.node(b)->id;
  std::vector<MergeStep> steps = path_of_steps(store.merge_steps(a), a, b);
  const bool joined_by_list = one && a != b && steps.empty();
  if (!one) steps = {store.compare(a, b)};
  const std::string why = a == b ? one_key_text(a.type(), a_, b_) : std::string();
  if (json_ && (a == b || joined_by_list)) {
    JsonArray array(console.out);
    array.add(unscored_json(store, a, b,
                            joined_by_list ? "names of one entity of a watch list"
                            : why.empty()  ? "one name in this graph"
                                           : why));
    array.close();
    return exit_code_of(console.messages);
  }
  if (!json_) {
    if (a == b) {
      console.out.write(member_name(store, a) + " is one name in this graph\n" +
                        (why.empty() ? "" : "  " + why + "\n"));
    } else {
      console.out.write(member_name(store, a) + " and " + member_name(store, b) +
                        (one ? " are one node\n" : " are two nodes\n"));
    }
    if (joined_by_list) console.out.write("names of one entity of a watch list\n");
    for (const Decision& decision : store.decisions()) {
      const bool speaks =
          decision.kind != Decision::Kind::kRename && std::minmax(decision.a.id, decision.b.id) == std::minmax(a, b);
      if (speaks && !decision.note.empty())
        console.out.write("note of the decision: " + printable(decision.note) + "\n");
      if (speaks && decision.kind == Decision::Kind::kDifferent) console.out.write("decided by a person\n");
    }
  }
  print(store, steps, console);
  return exit_code_of(console.messages);
}

void WhySameCommand::print(const Store& store, const std::vector<MergeStep>& steps, Console& console) const {
  if (json_) {
    JsonArray array(console.out);
    for (const MergeStep& step : steps) array.add(step_json(store, step));
    array.close();
    return;
  }
  for (const MergeStep& step : steps) {
    const bool decided = step.reasons.size() == 1 && step.reasons[0].code == MergeReason::Code::kUser;
    console.out.write(
        "\n" + member_name(store, step.a) + " and " + member_name(store, step.b) +
        (decided ? "" : ": score " + signed_number(step.score()) + ", needed " + signed_number(kMergeThreshold)) +
        "\n");
    for (const MergeReason& reason : step.reasons) {
      const std::string text = reason_text(reason, shared_name(store, reason));
      console.out.write(decided ? "  " + text + "\n" : "  " + signed_number(reason.weight) + "  " + text + "\n");
    }
    if (step.reasons.empty()) console.out.write("  the names have nothing in common\n");
  }
}

}  // namespace actant
