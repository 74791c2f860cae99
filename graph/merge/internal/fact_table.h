#ifndef ACTANT_GRAPH_MERGE_INTERNAL_FACT_TABLE_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_FACT_TABLE_H_

#include <string_view>
#include <vector>

namespace actant::internal {

// The tables of graph/merge/data, as tables.cmake compiles them in.
extern const std::string_view k_known_countries;
extern const std::string_view k_known_cities;
extern const std::string_view k_known_country_names;
extern const std::string_view k_known_city_names;
extern const std::string_view k_known_organization_names;

/// The parts of `text` between the marks: one more than there are marks, which may be empty.
inline std::vector<std::string_view> split_fields(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Calls `visit(fields)` for each line of `columns` fields parted by tabs; what begins with `#` is skipped.
template <typename Visit>
void for_each_row(std::string_view table, size_t columns, const Visit& visit) {
  for (const std::string_view line : split_fields(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = split_fields(line, '\t');
    if (fields.size() == columns) visit(fields);
  }
}

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_FACT_TABLE_H_
