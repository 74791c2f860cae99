#include "tools/cli/command_export.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "export/exporter.h"
#include "export/registry.h"
#include "tools/cli/node_names.h"
#include "tools/cli/text_format.h"
#include "tools/cli/version.h"

namespace actant {
namespace {

// A word of a closed set.
ValueSetter set_word(std::vector<std::string_view> words, std::function<void(std::string_view)> set) {
  return [words = std::move(words), set = std::move(set)](std::string_view value) {
    if (std::find(words.begin(), words.end(), value) != words.end()) return set(value);
    std::string message = "'" + std::string(value) + "' is none of";
    for (const std::string_view word : words) message += (word == words.front() ? " " : ", ") + std::string(word);
    throw UsageError(message);
  };
}

/// Above these sizes viewers take minutes and gigabytes (measured with networkx, graphology, Gephi).
constexpr uint64_t kManyNodes = 100'000;
constexpr uint64_t kManyEdges = 1'000'000;

std::vector<std::string_view> format_words() {
  std::vector<std::string_view> words;
  for (const Format& format : formats()) words.push_back(format.name);
  return words;
}

std::string format_list() {
  std::string list;
  for (const std::string_view word : format_words()) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

void check_target(const std::string& path, bool force, bool folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (path == "-" || !fs::exists(path, error)) return;
  if (folder) {
    if (!fs::is_directory(path, error)) throw IoError(path + " is a file, and this format is a folder of files");
    if (fs::is_empty(path, error)) return;
  } else if (!fs::is_regular_file(path, error)) {
    throw IoError(path + " is no file; to write to standard output leave -o out or give -o -");
  }
  if (!force) throw IoError(path + " exists already; --force overwrites it");
}

ExportCounts write_export(const Store& store, const Selection& selection, Writer& writer, const std::string& path,
                          const ExportOptions& options) {
  try {
    return export_graph(store, selection, writer, path, options);
  } catch (const IoError& error) {
    // The exporter knows no command line: that its reader went away is an error to it.
    if (path == "-" && std::string_view(error.what()).ends_with(std::strerror(EPIPE))) throw ClosedPipe{};
    throw;
  }
}

}  // namespace

void ExportCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Option{.name = "to",
                   .value = "FORMAT",
                   .help = "the format: " + format_list() + "; by default that of the extension of FILE",
                   .set = set_text(format_),
                   .choices = format_words()});
  table.add(Option{.name = "output",
                   .letter = 'o',
                   .value = "FILE",
                   .help = "where to write: a file or, for the formats of several files, a folder; default -, standard "
                           "output. It appears when it is complete",
                   .set = set_text(file_)});
  table.add(Option{.name = "force", .letter = 'f', .help = "overwrite FILE", .set = set_true(force_)});
  declare_selection(table);
  declare_looks(table);
  declare_format_options(table);
  table.add(Example{"actant export news.graph --to graphml -o news.graphml", "the whole graph for Gephi"});
  table.add(Example{"actant export news.graph --around Iran --hops 2 --min-articles 3 -o iran.graphml",
                    "what is within two steps of Iran, where three articles agree"});
  table.add(Example{"actant export news.graph --top 500 --to html -o news.html",
                    "one page that shows the 500 busiest nodes in any browser, without a network"});
  table.add(Example{"actant export news.graph --to gexf --layout --color community -o news.gexf",
                    "for Gephi: placed, coloured by community, with a timeline"});
  table.add(Example{"actant export news.graph --to jsonld --split 500000 -o triples",
                    "JSON-LD for programs that hold a whole file: triples/part-0001.jsonld and so on"});
  table.add(Example{"actant export news.graph --to jsonld --since 2025-06 | gzip > june.jsonld.gz",
                    "what was written since June 2025, with sentences and sources, for RDF tools"});
}

void ExportCommand::declare_selection(OptionTable& table) {
  declare_edge_filters(table, filters_);
  table.add(Option{.name = "relation",
                   .letter = 'r',
                   .value = "RELATIONS",
                   .help =
                       "only these relations, a comma list such as met-with,accused; events, facts and open stand for "
                       "all of a kind",
                   .set = add_relations(relations_),
                   .choices = relation_words()});
  table.add(Option{.name = "top",
                   .value = "N",
                   .help = "only the N nodes with the most support on their edges, and the edges between them",
                   .set = set_number(top_, 1)});
  table.add(Option{.name = "around",
                   .value = "NODE",
                   .help = "only what is near this node (a name or an id); may be given several times",
                   .set = add_text(around_),
                   .alias = "ego"});
  table.add(Option{.name = "hops",
                   .value = "K",
                   .help = "with --around: how many edges away; default 1",
                   .set = set_number(hops_, 1, 100)});
  table.add(Option{.name = "with-statements",
                   .help = "write statements (what was said) as nodes too",
                   .set = set_true(with_statements_)});
  table.add(Option{.name = "open", .help = "write open relations too", .set = set_true(open_)});
}

void ExportCommand::declare_looks(OptionTable& table) {
  table.add(Option{
      .name = "layout",
      .help = "give each node a place (ForceAtlas2), a size by its degree and a colour, so that a viewer shows a "
              "picture at once",
      .set = set_true(export_options_.layout)});
  table.add(Option{.name = "color",
                   .value = "WHAT",
                   .help = "with --layout and for html: what colours tell, type or community; default type",
                   .set = set_word({"type", "community"},
                                   [this](std::string_view word) {
                                     export_options_.color = word == "type" ? ColorBy::kType : ColorBy::kCommunity;
                                   }),
                   .choices = {"type", "community"}});
}

void ExportCommand::declare_format_options(OptionTable& table) {
  table.add(Option{.name = "strict",
                   .help = "GraphML: only what its official schema knows; Gephi then joins parallel edges",
                   .set = set_true(writer_options_.strict)});
  table.add(Option{
      .name = "gexf-version",
      .value = "VERSION",
      .help = "GEXF: 1.3 or 1.2, for old programs; default 1.3",
      .set = set_word({"1.2", "1.3"}, [this](std::string_view word) { writer_options_.gexf_12 = word == "1.2"; }),
      .choices = {"1.2", "1.3"}});
  table.add(Option{
      .name = "time",
      .value = "FORM",
      .help = "GEXF: timestamp, an edge exists on the days of its articles; interval, from the first to the last; or "
              "spells, on each run of days without a gap; default timestamp",
      .set = set_word({"timestamp", "interval", "spells"},
                      [this](std::string_view word) {
                        writer_options_.time = word == "timestamp"  ? TimeForm::kTimestamps
                                               : word == "interval" ? TimeForm::kInterval
                                                                    : TimeForm::kSpells;
                      }),
      .choices = {"timestamp", "interval", "spells"}});
  table.add(Option{.name = "dynamic-weights",
                   .help =
                       "GEXF: also the weight of each edge at each time, the articles of that day or spell, for Gephi; "
                       "graphology refuses such files",
                   .set = set_true(writer_options_.dynamic_weights)});
  table.add(Option{.name = "base",
                   .value = "IRI",
                   .help = "RDF: what the ids of nodes begin with; default urn:x-actant:UUID-OF-THE-GRAPH:",
                   .set = set_text(writer_options_.base_iri)});
  table.add(Option{
      .name = "provenance",
      .value = "FORM",
      .help = "JSON-LD, N-Quads, TriG: reified, each statement is a resource that any RDF tool reads, or graphs, each "
              "is a named graph; default reified",
      .set = set_word({"reified", "graphs"},
                      [this](std::string_view word) {
                        writer_options_.provenance = word == "graphs" ? Provenance::kGraphs : Provenance::kReified;
                      }),
      .choices = {"reified", "graphs"}});
  table.add(Option{
      .name = "split",
      .value = "N",
      .help = "JSON-LD: FILE is a folder of numbered files of at most N triples each, every one with the context",
      .set = set_number(split_, 1)});
  table.add(Option{.name = "excel",
                   .help = "CSV: a ' before text that a spreadsheet would take for a formula",
                   .set = set_true(writer_options_.excel)});
}

void ExportCommand::validate() {
  check_dates(filters_.since, filters_.until);
  if (format_.empty()) {
    const Format* format = format_of_file(file_);
    if (format == nullptr) throw UsageError("which format? Give --to " + format_list());
    format_ = format->name;
  } else if (find_format(format_) == nullptr) {
    throw UsageError("--to: '" + format_ + "' is no format; there are " + format_list());
  }
  if (split_ > 0 && format_ != "jsonld") throw UsageError("--split is for --to jsonld alone, not for " + format_);
  writer_options_.split = split_;
}

Selection ExportCommand::selection() const {
  Selection selection;
  selection.min_articles = filters_.min_articles;
  selection.min_confidence = filters_.min_confidence;
  selection.evidence.since = filters_.since;
  selection.evidence.until = filters_.until;
  selection.evidence.sources = filters_.sources;
  selection.types = filters_.types;
  selection.top = top_;
  selection.hops = static_cast<int>(hops_);
  selection.with_statements = with_statements_;
  selection.with_open = open_;
  for (const std::string& word : relations_) {
    const RelationType relation = *parse_relation(word);
    selection.relations.push_back(relation);
    // Asking for the edges asks for what they need.
    if (relation == RelationType::kStated) selection.with_statements = true;
    if (relation == RelationType::kOpen) selection.with_open = true;
  }
  for (const EntityType type : filters_.types) selection.with_statements |= type == EntityType::kStatement;
  return selection;
}

bool ExportCommand::choose_around(const Store& store, Selection& selection, Messages& messages) const {
  for (const std::string& name : around_) {
    const auto choice = choose_nodes(store, name, false, messages);
    if (!choice) return false;
    selection.around.insert(selection.around.end(), choice->ids.begin(), choice->ids.end());
  }
  return true;
}

int ExportCommand::run(Console& console) {
  writer_options_.program_version = kVersion;
  writer_options_.allow_large = force_;
  writer_options_.temporary_folder = temporary_folder_of(file_);
  const auto writer = make_writer(format_, writer_options_);
  check_target(file_, force_, !writer->files().empty());
  const auto store = Store::open_read_only(graph_);
  Selection chosen = selection();
  if (!choose_around(*store, chosen, console.messages)) return kExitDataProblem;
  const ExportCounts counts = write_export(*store, chosen, *writer, file_, export_options_);
  if (file_ != "-") {
    console.out.write("wrote " + file_ + ": " + count_of(counts.nodes, "node") + ", " + count_of(counts.edges, "edge") +
                      ", " + count_of(counts.bytes, "byte") + "\n");
  }
  if (counts.nodes > kManyNodes || counts.edges > kManyEdges) {
    console.messages.note(count_of(counts.nodes, "node") + " and " + count_of(counts.edges, "edge") +
                          " are more than most viewers bear; select with --min-articles, --top, --around or --since");
  }
  if (const std::string advice = writer->advice(); !advice.empty()) console.messages.note(advice);
  return exit_code_of(console.messages);
}

}  // namespace actant
