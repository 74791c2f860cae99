#include "graph/merge/decision.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/model/error.h"

namespace actant {
namespace {

void append_field(std::string& out, std::string_view text) {
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

std::vector<std::string_view> split_fields(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

NodeId parse_id(std::string_view text, const char* column) {
  if (text.empty()) return {};
  const auto id = NodeId::parse(text);
  if (!id) throw ParseError("column " + std::string(column) + ": '" + std::string(text) + "' is no node id");
  return *id;
}

void check_given(const DecisionNode& node, const char* column) {
  if (!node.id && node.name.empty()) {
    throw ParseError("columns " + std::string(column) + "_id and " + column + "_name are both empty");
  }
}

}  // namespace

void Decision::normalize() {
  if (kind != Kind::kRename && b.id < a.id) std::swap(a, b);
}

bool Decision::same_subject(const Decision& other) const {
  if ((kind == Kind::kRename) != (other.kind == Kind::kRename)) return false;
  return a.id == other.a.id && (kind == Kind::kRename || b.id == other.b.id);
}

std::string_view decision_kind_name(Decision::Kind kind) {
  switch (kind) {
    case Decision::Kind::kSame: return "same";
    case Decision::Kind::kDifferent: return "different";
    case Decision::Kind::kRename: return "rename";
  }
  return "same";
}

std::string decision_header() { return "decision\ta_id\ta_name\tb_id\tb_name\ttext\tnote"; }

std::string decision_line(const Decision& decision) {
  std::string out(decision_kind_name(decision.kind));
  const auto add_node = [&](const DecisionNode& node) {
    out += '\t';
    if (node.id) out += node.id.to_string();
    out += '\t';
    append_field(out, node.name);
  };
  add_node(decision.a);
  add_node(decision.b);
  for (const std::string* text : {&decision.text, &decision.note}) {
    out += '\t';
    append_field(out, *text);
  }
  return out;
}

Decision parse_decision(std::string_view line) {
  std::vector<std::string_view> fields = split_fields(line);
  fields.resize(std::max<size_t>(fields.size(), 7));
  Decision decision;
  if (fields[0] == "same") {
    decision.kind = Decision::Kind::kSame;
  } else if (fields[0] == "different") {
    decision.kind = Decision::Kind::kDifferent;
  } else if (fields[0] == "rename") {
    decision.kind = Decision::Kind::kRename;
  } else {
    throw ParseError("column decision: found '" + std::string(fields[0]) + "', expected same, different or rename");
  }
  decision.a = {parse_id(fields[1], "a_id"), std::string(fields[2])};
  check_given(decision.a, "a");
  if (decision.kind == Decision::Kind::kRename) {
    if (fields[5].empty()) throw ParseError("column text is empty, expected the new name");
    decision.text = fields[5];
  } else {
    decision.b = {parse_id(fields[3], "b_id"), std::string(fields[4])};
    check_given(decision.b, "b");
  }
  decision.note = fields[6];
  decision.normalize();
  return decision;
}

}  // namespace actant
