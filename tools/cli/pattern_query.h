#ifndef ACTANT_TOOLS_CLI_PATTERN_QUERY_H_
#define ACTANT_TOOLS_CLI_PATTERN_QUERY_H_

#include <optional>
#include <string>

#include "graph/query/pattern.h"
#include "tools/cli/console.h"
#include "tools/cli/edge_filters.h"

namespace actant {

/// How a pattern query is answered.
struct PatternOutput {
  enum class Form { kTable, kJson, kCsv };
  Form form = Form::kTable;
  bool all = false;      ///< every node of an ambiguous name
  bool explain = false;  ///< the plan instead of the matches
  std::optional<uint32_t> limit;
};

/// Reads a query given on the command line. The bounds of `filters` hold for each triple that has none of its own.
/// \throws UsageError naming the column of the mistake and what stands there.
PatternQuery pattern_of_command_line(const std::string& text, const EdgeFilters& filters);

/// Answers the query; returns an exit code.
int run_pattern(const Store& store, PatternQuery query, const PatternOutput& output, Console& console);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_PATTERN_QUERY_H_
