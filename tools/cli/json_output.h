#ifndef ACTANT_TOOLS_CLI_JSON_OUTPUT_H_
#define ACTANT_TOOLS_CLI_JSON_OUTPUT_H_

#include <string>

#include "graph/store/store.h"
#include "tools/cli/console.h"
#include "tools/cli/node_names.h"
#include "tools/cli/shown_edge.h"

namespace actant {

/// The forms of `--json`: one-line JSON objects; unknown values are left out, never null or empty.
/// tools/cli/man/actant-query.md describes the fields.

/// `{"id": "p-...", "name": "...", "type": "person"}`
std::string node_reference_json(const Node& node);
/// All that is known of a node: names, counts, dates, country and sector.
std::string node_json(const Node& node);
/// An edge with its two nodes.
std::string edge_json(const ShownEdge& shown, NodeNames& names);
/// One piece of evidence with its article; `article` may be absent from the store.
std::string evidence_json(const Evidence& evidence, const Article* article, NodeNames& names);
/// A JSON string with its quotes; broken UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

/// An array, one element a line, so that both JSON readers and line tools can take it.
class JsonArray {
 public:
  explicit JsonArray(Output& out) : out_(out) {}
  void add(const std::string& element);
  /// Ends the array; `after` stands behind its bracket.
  void close(std::string_view after = "\n");

 private:
  Output& out_;
  bool empty_ = true;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_JSON_OUTPUT_H_
