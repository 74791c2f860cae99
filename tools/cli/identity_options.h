#ifndef ACTANT_TOOLS_CLI_IDENTITY_OPTIONS_H_
#define ACTANT_TOOLS_CLI_IDENTITY_OPTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/console.h"
#include "tools/cli/option_table.h"

namespace actant {

/// Files that say who is who: the flags that build, load and resolve share.
struct IdentityOptions {
  std::vector<std::string> entities;   ///< watch lists
  std::vector<std::string> decisions;  ///< tables of decisions

  void declare(OptionTable& table);
  /// False, with the problem told, when a file is missing: asked before a long run.
  bool exist(Messages& messages) const;
  /// Reads the files into the graph. Broken lines are told with file and line, and skipped.
  void apply(Store& store, Messages& messages) const;
};

/// Store::resolve(), with a problem for each decision that contradicts others.
void resolve_and_report(Store& store, Messages& messages);

/// The layer-1 nodes that the user means by `text`: an id, or a name, before which a type may stand; of a name that the
/// members of several nodes bear, those of the clearly best node. Most mentions first; empty, with the problem told,
/// when there are none.
std::vector<NodeId> choose_members(const Store& store, std::string_view text, Messages& messages);

/// What a decision calls a layer-1 node.
DecisionNode decision_node(const Store& store, NodeId node);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_IDENTITY_OPTIONS_H_
