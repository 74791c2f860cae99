#ifndef ACTANT_TOOLS_CLI_VIEW_OPTIONS_H_
#define ACTANT_TOOLS_CLI_VIEW_OPTIONS_H_

#include <optional>
#include <string>

#include "graph/algorithm/view.h"
#include "tools/cli/link_options.h"
#include "tools/cli/node_names.h"

namespace actant {

/// The flags of the commands that look at the whole graph in memory (top, communities, bridges): which part of it, how
/// much of the result, in which form.
struct ViewCommandOptions {
  std::string graph;
  LinkOptions links;
  std::optional<uint32_t> limit;
  bool json = false, csv = false;

  /// Declares DIR and the flags; `what` is what --limit limits, in the plural.
  void declare(OptionTable& table, const std::string& what);
  /// \throws UsageError.
  void validate() const;
  GraphView view(const Store& store, bool undirected) const;
  /// What is shown without --limit: `table` of the table, everything for programs.
  size_t limit_or(size_t table) const;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_VIEW_OPTIONS_H_
