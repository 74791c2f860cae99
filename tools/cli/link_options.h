#ifndef ACTANT_TOOLS_CLI_LINK_OPTIONS_H_
#define ACTANT_TOOLS_CLI_LINK_OPTIONS_H_

#include <string>
#include <vector>

#include "graph/query/neighbor_lists.h"
#include "tools/cli/edge_filters.h"

namespace actant {

/// Which edges link nodes: the flags that path, neighbors and timeline share.
struct LinkOptions {
  EdgeFilters filters;
  std::vector<std::string> relations;  ///< empty: the default of the command
  bool any = false;                    ///< denied, planned, possible and requested edges too

  void declare(OptionTable& table);
  /// \throws UsageError.
  void validate() const { check_dates(filters.since, filters.until); }
  LinkFilter filter() const;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_LINK_OPTIONS_H_
