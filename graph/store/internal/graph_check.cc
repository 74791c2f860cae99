#include "graph/store/internal/graph_check.h"

#include <stdlib.h>

#include <filesystem>

#include "graph/store/internal/keys.h"

namespace actant::internal {
namespace {

std::string temporary_folder(const std::string& parent) {
  std::string pattern =
      (parent.empty() ? std::filesystem::temp_directory_path().string() : parent) + "/actant-check-XXXXXX";
  if (!mkdtemp(pattern.data())) throw IoError("cannot create a folder for temporary files in '" + parent + "'");
  return pattern;
}

}  // namespace

GraphCheck::GraphCheck(const std::string& directory, const std::function<void(const std::string&)>& report,
                       const CheckOptions& options)
    : options_(options), report_(report), database_(directory, StoreOptions{}, true), snapshot_(database_.snapshot()) {}

void GraphCheck::problem(const std::string& kind, const std::string& text) {
  ++result_.problems;
  if (++counts_[kind] <= options_.most_problems) report_(kind + ": " + text);
}

void GraphCheck::report_rest() const {
  for (const auto& [kind, count] : counts_) {
    if (count <= options_.most_problems) continue;
    report_(kind + ": " + std::to_string(count - options_.most_problems) + " further problems of this kind");
  }
}

void GraphCheck::scan(Family family, const std::function<void(std::string_view, std::string_view)>& visit) {
  database_.scan(
      family, {},
      [&](std::string_view key, std::string_view value) {
        ++result_.entries;
        visit(key, value);
        return true;
      },
      &snapshot_);
}

void GraphCheck::compare(Family family, EntrySource& expected, const std::function<bool(std::string_view)>& takes_part,
                         bool values) {
  const std::string kind(database_.name(family));
  scan(family, [&](std::string_view key, std::string_view value) {
    if (!takes_part(key)) return;
    for (; expected.valid() && expected.key() < key; expected.next()) {
      problem(kind, describe(family, expected.key()) + " is missing");
    }
    if (!expected.valid() || expected.key() != key)
      return problem(kind, describe(family, key) + " has no article behind it");
    const bool unknown = family == Family::kEdgesIn && value.empty();  // of a graph of version 2
    if (values && !unknown && expected.value() != value) {
      problem(kind, describe(family, key) + " is " + hex(value) + ", expected " + hex(expected.value()));
    }
    expected.next();
  });
  for (; expected.valid(); expected.next()) problem(kind, describe(family, expected.key()) + " is missing");
}

std::string GraphCheck::hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

std::string GraphCheck::describe(Family family, std::string_view key) {
  switch (family) {
    case Family::kNodes: return "node " + decode_node_key(key).to_string();
    case Family::kAttributes: {
      const AttributeKey attribute = decode_attribute_key(key);
      return "attribute " + std::to_string(static_cast<int>(attribute.kind)) + " '" + attribute.text + "' of node " +
             attribute.node.to_string();
    }
    case Family::kNames: {
      const NameEntry entry = decode_name_entry(key);
      return "name '" + std::string(entry.text) + "' of node " + entry.node.to_string();
    }
    case Family::kMentions:
    case Family::kStatements:
      return "node " + decode_mention_key(key).node.to_string() + " in article " +
             decode_mention_key(key).article.to_string();
    case Family::kEdgesOut:
    case Family::kEdgesOnce: return "edge " + decode_edge_key(key).to_string();
    case Family::kEdgesIn: return "edge " + decode_edge_in_key(key).to_string();
    case Family::kEvidence: return "evidence for edge " + decode_edge_key(key.substr(0, kEdgeKeySize)).to_string();
    default: return "key " + hex(key);
  }
}

ExpectedEntries::ExpectedEntries(const CheckOptions& options)
    : folder_(temporary_folder(options.temporary_directory)), runs_(folder_, options.memory_bytes) {}

ExpectedEntries::~ExpectedEntries() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace actant::internal
