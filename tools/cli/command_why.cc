#include "tools/cli/command_why.h"

#include <algorithm>

#include "tools/cli/evidence_text.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {

void WhyCommand::declare(OptionTable& table) {
  search_.declare(table);
  table.add(Option{.name = "edges",
                   .value = "N",
                   .help = "at most N edges, the best supported ones; 0 is all; default 10",
                   .set = set_number(edges_)});
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N sentences of each edge, the surest ones; 0 is all; default 0",
                   .set = set_number(limit_)});
  table.add(
      Option{.name = "places",
             .help = "also print where the archive has each sentence; always done for articles without an address",
             .set = set_true(places_)});
  table.add(Option{.name = "json", .help = "print a JSON array, one edge a line", .set = set_true(json_)});
  table.add(Example{"actant why news.graph Iran accused Israel", "where it was written that Iran accused Israel"});
  table.add(Example{"actant why news.graph Iran accused Israel --places",
                    "the same, with the records of the archive they stand in"});
  table.add(Example{"actant why news.graph '?' met-with '?' --edges 5 --limit 1",
                    "the five best supported meetings with one sentence each"});
}

void WhyCommand::validate() { search_.validate(); }

int WhyCommand::run(Console& console) {
  const auto store = Store::open_read_only(search_.graph);
  const auto found = find_edges(*store, search_, edges_, console.messages);
  if (!found) return kExitDataProblem;
  NodeNames names(*store);
  if (json_) {
    print_json(*store, *found, names, console.out);
    return exit_code_of(console.messages);
  }
  if (found->edges.empty()) console.messages.note("no edge matches");
  for (const ShownEdge& shown : found->edges) {
    if (&shown != &found->edges.front()) console.out.write("\n");
    print_edge(*store, shown, names, console);
  }
  if (found->total > found->edges.size() && console.width > 0) {
    console.out.flush();
    console.messages.note("these are " + with_commas(found->edges.size()) + " of " + count_of(found->total, "edge") +
                          "; --edges 0 shows all");
  }
  return exit_code_of(console.messages);
}

void WhyCommand::print_edge(const Store& store, const ShownEdge& shown, NodeNames& names, Console& console) const {
  Output& out = console.out;
  const Edge& edge = shown.edge;
  const std::string line = edge_line(shown, names);
  out.write((console.color ? "\033[1m" + line + "\033[0m" : line) + "  (" + count_of(edge.articles, "article") + ", " +
            date_range(edge.first_date, edge.last_date) + ", confidence " + fraction(edge.confidence) + ")\n");
  for (const Evidence& evidence : edge_evidence(store, edge.key, search_.filters, limit_)) {
    const auto article = store.article(evidence.article);
    out.write("  " + (article ? article_line(*article) : evidence.article.to_string()) + "\n");
    out.write("    " + marked_sentence(evidence, console.color ? Marks::kBold : Marks::kQuotes) + "\n");
    const bool lost_without = article && article->info.url.empty();
    if (article && !article->info.origin.empty() && (places_ || lost_without))
      out.write("    (" + place_line(evidence, *article) + ")\n");
    const std::string qualifiers = qualifier_line(evidence, names);
    const auto original = evidence.original == evidence.article ? std::nullopt : store.article(evidence.original);
    out.write("    (" + (qualifiers.empty() ? "" : qualifiers + "; ") + "confidence " + fraction(evidence.confidence) +
              (original ? "; the same story as " + article_line(*original) : "") + ")\n");
  }
}

void WhyCommand::print_json(const Store& store, const FoundEdges& found, NodeNames& names, Output& out) const {
  JsonArray array(out);
  for (const ShownEdge& shown : found.edges) {
    std::string line = "{\"edge\": " + edge_json(shown, names) + ", \"evidence\": [";
    const char* comma = "";
    for (const Evidence& evidence : edge_evidence(store, shown.edge.key, search_.filters, limit_)) {
      const auto article = store.article(evidence.article);
      line += comma + evidence_json(evidence, article ? &*article : nullptr, names);
      comma = ", ";
    }
    array.add(line + "]}");
  }
  array.close();
}

}  // namespace actant
