#include "tools/cli/command_query.h"

#include "tools/cli/csv_output.h"
#include "tools/cli/evidence_text.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// A screenful; programs get everything.
constexpr uint32_t kTableLimit = 50;

void print_json(const FoundEdges& found, NodeNames& names, Output& out) {
  JsonArray array(out);
  for (const ShownEdge& edge : found.edges) array.add(edge_json(edge, names));
  array.close();
}

void print_csv(const FoundEdges& found, NodeNames& names, Output& out) {
  out.write(edge_csv_header());
  for (const ShownEdge& edge : found.edges) out.write(edge_csv(edge, names));
}

}  // namespace

void QueryCommand::declare(OptionTable& table) {
  search_.declare(table, "; or, alone, a PATTERN of several triples, see graph/query/pattern.md");
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N edges or matches; 0 is all; default 50 for the table, all for JSON and CSV",
                   .set = [this](std::string_view value) { set_number(limit_.emplace())(value); }});
  table.add(Option{.name = "json", .help = "print a JSON array, one edge a line", .set = set_true(json_)});
  table.add(Option{.name = "csv", .help = "print CSV with a header", .set = set_true(csv_)});
  table.add(
      Option{.name = "explain",
             .help = "with a pattern: run it and print its plan, with the matches expected and found at each step",
             .set = set_true(explain_)});
  table.add(Example{"actant query news.graph Iran accused '?'", "whom Iran accused"});
  table.add(Example{"actant query news.graph '?' met-with,visited '?' --type person --since 2025-06 --csv",
                    "meetings and visits of persons since June 2025, as CSV"});
  table.add(Example{"actant query news.graph '?x met-with ?y . ?y holds-position Iran [since 2024-01] count by ?x'",
                    "a pattern of two triples: who met how many holders of an Iranian office"});
}

bool QueryCommand::is_pattern() const {
  return search_.object == "?" && search_.relations.empty() && looks_like_pattern(search_.subject);
}

void QueryCommand::validate() {
  search_.validate();
  if (json_ && csv_) throw UsageError("--json and --csv exclude each other");
  if (is_pattern()) {
    if (!search_.filters.types.empty())
      throw UsageError("a pattern has types in it, as in ?x:person, instead of --type");
    if (search_.negated || search_.affirmed || search_.modality) {
      throw UsageError(
          "a pattern has '[negated]' or '[planned]' behind a triple instead of --negated, --affirmed, --modality");
    }
    pattern_ = pattern_of_command_line(search_.subject, search_.filters);
  } else if (explain_) {
    throw UsageError("--explain is for patterns, as in '?x met-with ?y . ?y accused Iran'");
  }
}

size_t QueryCommand::limit() const {
  if (limit_) return *limit_;
  return json_ || csv_ ? 0 : kTableLimit;
}

int QueryCommand::run(Console& console) {
  const auto store = Store::open_read_only(search_.graph);
  if (!pattern_) return run_search(*store, console);
  PatternOutput output;
  output.form = json_ ? PatternOutput::Form::kJson : csv_ ? PatternOutput::Form::kCsv : PatternOutput::Form::kTable;
  output.all = search_.all;
  output.explain = explain_;
  output.limit = limit_;
  return run_pattern(*store, *pattern_, output, console);
}

int QueryCommand::run_search(const Store& store, Console& console) const {
  const auto found = find_edges(store, search_, limit(), console.messages);
  if (!found) return kExitDataProblem;
  NodeNames names(store);
  if (json_) {
    print_json(*found, names, console.out);
  } else if (csv_) {
    print_csv(*found, names, console.out);
  } else {
    print_table(*found, names, console);
  }
  return exit_code_of(console.messages);
}

void QueryCommand::print_table(const FoundEdges& found, NodeNames& names, Console& console) const {
  if (found.edges.empty()) {
    console.messages.note("no edge matches");
    return;
  }
  using Align = Table::Align;
  Table table({{"articles", Align::kRight},
               {"confidence", Align::kRight},
               {"subject", Align::kLeft, 30},
               {"relation"},
               {"object", Align::kLeft, 40},
               {"first"},
               {"last"}});
  for (const ShownEdge& shown : found.edges) {
    const Edge& edge = shown.edge;
    table.add_row({with_commas(edge.articles), fraction(edge.confidence), names.shown(shown.subject()),
                   relation_shown(edge), names.shown(shown.object()), edge.first_date, edge.last_date});
  }
  console.out.write(table.render(console.width));
  if (!limit_ && found.total > found.edges.size()) {
    console.out.flush();
    console.messages.note("these are " + with_commas(found.edges.size()) + " of " + count_of(found.total, "edge") +
                          "; --limit 0 shows all");
  }
}

}  // namespace actant
