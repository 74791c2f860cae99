#ifndef ACTANT_TOOLS_CLI_EDGE_FILTERS_H_
#define ACTANT_TOOLS_CLI_EDGE_FILTERS_H_

#include <optional>
#include <string>
#include <vector>

#include "graph/model/schema.h"
#include "tools/cli/option_table.h"

namespace actant {

/// Which edges a command looks at: the flags that query, why and export share.
struct EdgeFilters {
  std::string since, until;  ///< ISO 8601, partial dates allowed, inclusive; empty: no bound
  std::vector<std::string> sources;
  std::vector<EntityType> types;
  uint32_t min_articles = 1;
  double min_confidence = 0;
};

/// Declares the flags.
void declare_edge_filters(OptionTable& table, EdgeFilters& filters);

/// A comma list of relations of the ontology (`met-with,accused`, `open:buy`). `events` stands for all event relations
/// but `stated`, `facts` for all fact relations, `open` for all open ones; `any` and `?` add nothing. \throws
/// UsageError naming the nearest relation.
ValueSetter add_relations(std::vector<std::string>& target);

/// What add_relations() takes, but for single open relations: for completion and spelling advice.
std::vector<std::string_view> relation_words();

/// \throws UsageError when the first day of `since` is after the last of `until`.
void check_dates(const std::string& since, const std::string& until);

/// Calls `add` for each non-empty part of a comma list. \throws UsageError when there is none.
void for_each_part(std::string_view list, const std::function<void(std::string_view part)>& add);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EDGE_FILTERS_H_
