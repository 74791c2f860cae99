#include "tools/cli/pattern_query.h"

#include <algorithm>

#include "graph/query/pattern_search.h"
#include "tools/cli/command.h"
#include "tools/cli/csv_output.h"
#include "tools/cli/json_output.h"
#include "tools/cli/node_names.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// A screenful; programs get everything.
constexpr uint32_t kTableLimit = 50;
constexpr size_t kShownPlace = 24;  // code points of the pattern that a message repeats

/// The text from a column (code points from 1) on, cut to what a message can hold.
std::string text_at(std::string_view text, size_t column) {
  std::string result;
  size_t points = 0;
  for (const char byte : text) {
    points += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    if (points >= column + kShownPlace) return printable(result) + "…";
    if (points >= column) result += byte;
  }
  return printable(result);
}

std::string four_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

/// Writes the matches of a search in one of the forms.
class MatchWriter {
 public:
  MatchWriter(PatternSearch& search, const Store& store, Console& console)
      : search_(search), names_(store), console_(console) {}

  void write_json() {
    JsonArray array(console_.out);
    while (search_.next()) array.add(json());
    array.close();
  }

  void write_csv() {
    std::string line;
    if (search_.counts()) add(line, "count");
    for (const auto& column : search_.columns()) {
      if (!column.is_relation) add(line, column.name + "_id");
      add(line, column.name);
      if (!column.is_relation) add(line, column.name + "_type");
    }
    if (!search_.counts()) {
      for (const char* name : {"articles", "confidence", "first_date", "last_date"}) add(line, name);
    }
    console_.out.write(line + "\n");
    while (search_.next()) console_.out.write(csv() + "\n");
  }

  /// Returns the number of rows; at most `limit` of them.
  size_t write_table(size_t limit) {
    using Align = Table::Align;
    std::vector<Table::Column> columns;
    columns.push_back({search_.counts() ? "count" : "articles", Align::kRight});
    if (!search_.counts()) columns.push_back({"confidence", Align::kRight});
    for (const auto& column : search_.columns()) columns.push_back({"?" + column.name, Align::kLeft, 32});
    if (!search_.counts()) columns.insert(columns.end(), {{"first"}, {"last"}});
    Table table(std::move(columns));
    size_t rows = 0;
    while (search_.next()) {
      if (++rows > limit) break;
      table.add_row(row());
    }
    if (rows > 0) console_.out.write(table.render(console_.width));
    return rows;
  }

 private:
  static void add(std::string& line, std::string_view field) {
    if (!line.empty()) line += ',';
    line += csv_field(field);
  }

  std::string shown(size_t column) {
    return search_.columns()[column].is_relation ? search_.relation(column) : names_.shown(search_.node(column));
  }

  std::vector<std::string> row() {
    std::vector<std::string> cells;
    MatchSummary summary;
    if (search_.counts()) {
      cells.push_back(with_commas(search_.count()));
    } else {
      summary = PatternSearch::summarize(search_.edges());
      cells = {with_commas(summary.articles), fraction(summary.confidence)};
    }
    for (size_t i = 0; i < search_.columns().size(); ++i) cells.push_back(shown(i));
    if (!search_.counts()) cells.insert(cells.end(), {summary.first_date, summary.last_date});
    return cells;
  }

  std::string csv() {
    std::string line;
    if (search_.counts()) add(line, std::to_string(search_.count()));
    for (size_t i = 0; i < search_.columns().size(); ++i) {
      if (search_.columns()[i].is_relation) {
        add(line, search_.relation(i));
        continue;
      }
      if (!line.empty()) line += ',';
      line += node_csv(names_.of(search_.node(i)));
    }
    if (search_.counts()) return line;
    const MatchSummary summary = PatternSearch::summarize(search_.edges());
    add(line, std::to_string(summary.articles));
    add(line, four_digits(summary.confidence));
    return line + ',' + summary.first_date + ',' + summary.last_date;
  }

  std::string json() {
    std::string object = "{";
    const auto add_field = [&](const std::string& name, const std::string& value) {
      object += (object.size() > 1 ? ", " : "") + json_string(name) + ": " + value;
    };
    for (size_t i = 0; i < search_.columns().size(); ++i) {
      const auto& column = search_.columns()[i];
      add_field("?" + column.name, column.is_relation ? json_string(search_.relation(i))
                                                      : node_reference_json(names_.of(search_.node(i))));
    }
    if (search_.counts()) {
      add_field("count", std::to_string(search_.count()));
      return object + "}";
    }
    const auto edges = search_.edges();
    const MatchSummary summary = PatternSearch::summarize(edges);
    add_field("articles", std::to_string(summary.articles));
    add_field("confidence", four_digits(summary.confidence));
    if (!summary.first_date.empty()) add_field("first_date", json_string(summary.first_date));
    if (!summary.last_date.empty()) add_field("last_date", json_string(summary.last_date));
    std::string list;
    for (const auto& [edge, turned] : edges) list += (list.empty() ? "" : ", ") + edge_json({edge, turned}, names_);
    add_field("edges", "[" + list + "]");
    return object + "}";
  }

  PatternSearch& search_;
  NodeNames names_;
  Console& console_;
};

void set_bounds(TriplePattern& triple, const EdgeFilters& filters) {
  PatternCondition& condition = triple.condition;
  if (condition.evidence.since.empty()) condition.evidence.since = filters.since;
  if (condition.evidence.until.empty()) condition.evidence.until = filters.until;
  if (condition.evidence.sources.empty()) condition.evidence.sources = filters.sources;
  if (condition.min_articles == 1) condition.min_articles = filters.min_articles;
  if (condition.min_confidence == 0) condition.min_confidence = filters.min_confidence;
}

int write_plan(PatternSearch& search, Console& console) {
  size_t matches = 0;
  while (search.next()) ++matches;
  console.out.write(search.explain());
  return exit_code_of(console.messages);
}

}  // namespace

PatternQuery pattern_of_command_line(const std::string& text, const EdgeFilters& filters) {
  try {
    PatternQuery query = parse_pattern(text);
    for (TriplePattern& triple : query.triples) set_bounds(triple, filters);
    return query;
  } catch (const ParseError& error) {
    const std::string place = text_at(text, error.column());
    throw UsageError("PATTERN, column " + std::to_string(error.column()) +
                     (place.empty() ? "" : ", at '" + place + "'") + ": " + error.what());
  }
}

int run_pattern(const Store& store, PatternQuery query, const PatternOutput& output, Console& console) {
  const bool table = output.form == PatternOutput::Form::kTable;
  if (output.limit) query.limit = *output.limit == 0 ? std::optional<uint64_t>() : *output.limit;
  const bool cut = table && !output.limit && !query.limit && !output.explain;
  if (cut) query.limit = kTableLimit + 1;  // one more, to know that there are more
  bool unknown = false;
  PatternSearch search(store, query, [&](const PatternTerm& name) {
    const auto choice = choose_nodes(store, name.text, output.all, console.messages);
    if (!choice) unknown = true;
    return choice ? choice->ids : std::vector<NodeId>();
  });
  if (unknown) return kExitDataProblem;
  if (output.explain) return write_plan(search, console);
  MatchWriter writer(search, store, console);
  if (output.form == PatternOutput::Form::kJson) {
    writer.write_json();
  } else if (output.form == PatternOutput::Form::kCsv) {
    writer.write_csv();
  } else {
    const size_t rows = writer.write_table(cut ? kTableLimit : SIZE_MAX);
    if (rows == 0) console.messages.note("nothing matches");
    if (cut && rows > kTableLimit) {
      console.out.flush();
      console.messages.note("these are the first " + with_commas(kTableLimit) + " matches; --limit 0 shows all");
    }
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
