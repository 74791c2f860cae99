#ifndef ACTANT_TOOLS_CLI_NODE_NAMES_H_
#define ACTANT_TOOLS_CLI_NODE_NAMES_H_

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/console.h"

namespace actant {

/// Nodes by id, remembered: tables and evidence name the same few nodes over and over.
class NodeNames {
 public:
  explicit NodeNames(const Store& store) : store_(store) {}
  /// The node, or one that has its id as its name when the store does not know it. Valid for the next 10,000 calls: at
  /// most twice as many nodes are remembered.
  const Node& of(NodeId id);
  /// What to call it in a line of text: its name; a statement by its text in quotation marks.
  std::string shown(NodeId id);

 private:
  const Store& store_;
  std::unordered_map<uint64_t, Node> nodes_, older_;
};

/// What one place of SUBJECT RELATION OBJECT stands for.
struct NodeChoice {
  bool any = true;          ///< `?`
  std::vector<NodeId> ids;  ///< else: at least one
};

/// Finds the nodes that the user means by `text`: `?`; an id (`p-0123456789abcde`); a name or alias, before which a
/// node type may stand to tell homonyms apart (`place:Georgia`).
///
/// Of several nodes of one name the clearly best one is taken and a note names it; `all` takes every one. When none is
/// clearly best, or there is none of that name, the problem is reported with the candidates or the nearest names, and
/// the result is empty.
std::optional<NodeChoice> choose_nodes(const Store& store, std::string_view text, bool all, Messages& messages);

/// The one node that `text` means, for commands that show one; otherwise as choose_nodes(). `?` is a UsageError.
std::optional<Node> choose_node(const Store& store, std::string_view text, Messages& messages);

/// `Abbas Araghchi (person, p-0123456789abcde, 12 articles)`.
std::string describe(const Node& node);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_NODE_NAMES_H_
