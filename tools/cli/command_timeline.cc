#include "tools/cli/command_timeline.h"

#include "tools/cli/csv_output.h"
#include "tools/cli/evidence_text.h"
#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

constexpr uint32_t kTextLimit = 50;
constexpr size_t kPage = 20000;  // events in memory, up to twice as many, about 700 bytes each

/// A symmetric edge begins with the node that was asked for.
ShownEdge shown_from(const Edge& edge, NodeId first) {
  return {edge, relation_info(edge.key.relation).symmetric && edge.key.object == first};
}

std::string event_json(const TimelineEvent& event, const Store& store, NodeId first, NodeNames& names) {
  const auto article = store.article(event.evidence.article);
  return "{\"date\": " + json_string(event.date) + ", \"articles\": " + std::to_string(event.articles) +
         ", \"edge\": " + edge_json(shown_from(event.edge, first), names) +
         ", \"evidence\": " + evidence_json(event.evidence, article ? &*article : nullptr, names) + "}";
}

std::string event_csv(const TimelineEvent& event, const Store& store, NodeId first, NodeNames& names) {
  const auto article = store.article(event.evidence.article);
  const ArticleInfo info = article ? article->info : ArticleInfo{};
  std::string line = csv_field(event.date) + "," + std::to_string(event.articles);
  for (const std::string& field : {info.source, info.title, info.url}) line += "," + csv_field(field);
  return line + "," + csv_field(marked_sentence(event.evidence, Marks::kPlain)) + "," +
         edge_csv(shown_from(event.edge, first), names);
}

}  // namespace

void TimelineCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "A",
                     .help = "a name, an alias or an id; a type before it tells homonyms apart: place:Georgia",
                     .set = set_text(node_)});
  table.add(
      Argument{.name = "B", .help = "only events between A and this node", .set = set_text(other_), .optional = true});
  table.add(Option{.name = "reverse", .help = "the newest first", .set = set_true(reverse_)});
  table.add(
      Option{.name = "sentences", .help = "print the surest sentence of each event", .set = set_true(sentences_)});
  links_.declare(table);
  table.add(Option{.name = "limit",
                   .letter = 'n',
                   .value = "N",
                   .help = "at most N events; 0 is all; default 50 for text, all for JSON and CSV",
                   .set = [this](std::string_view value) { set_number(limit_.emplace())(value); }});
  table.add(Option{.name = "json", .help = "print a JSON array, one event a line", .set = set_true(json_)});
  table.add(Option{.name = "csv", .help = "print CSV with a header", .set = set_true(csv_)});
  table.add(
      Example{"actant timeline news.graph Iran Israel --since 2025-06", "what happened between them since June 2025"});
  table.add(Example{"actant timeline news.graph 'Abbas Araghchi' --reverse --sentences -n 10",
                    "the ten latest events of his, with the sentences"});
}

void TimelineCommand::validate() {
  links_.validate();
  if (json_ && csv_) throw UsageError("--json and --csv exclude each other");
  if (links_.relations.empty()) add_relations(links_.relations)("events");
}

void TimelineCommand::print_text(const TimelineEvent& event, const Store& store, NodeId first, NodeNames& names,
                                 Console& console) const {
  std::string date = event.date;
  date.resize(std::max<size_t>(date.size(), 10), ' ');
  console.out.write(date + "  " + edge_line(shown_from(event.edge, first), names) + "  (" +
                    count_of(event.articles, "article") + ")\n");
  if (!sentences_) return;
  if (const auto article = store.article(event.evidence.article)) {
    console.out.write("            " + article_line(*article) + "\n");
  }
  const Marks marks = console.color ? Marks::kBold : Marks::kQuotes;
  console.out.write("              " + marked_sentence(event.evidence, marks) + "\n");
}

int TimelineCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const auto node = choose_node(*store, node_, console.messages);
  const auto other = other_.empty() ? std::nullopt : choose_node(*store, other_, console.messages);
  if (!node || (!other_.empty() && !other)) return kExitDataProblem;
  const auto reader = store->reader();
  TimelineOptions options;
  options.filter = links_.filter();
  options.newest_first = reverse_;
  const std::optional<NodeId> between = other ? std::optional(other->id) : std::nullopt;
  NodeNames names(*store);
  std::optional<JsonArray> array;
  if (json_) array.emplace(console.out);
  if (csv_) console.out.write("date,event_articles,source,title,url,sentence," + edge_csv_header());
  size_t shown = 0;
  const size_t limit = limit_ ? *limit_ : json_ || csv_ ? 0 : kTextLimit;
  // Page by page, so that memory does not grow with what there is to show.
  Timeline first_page;
  std::optional<TimelinePlace> after;
  for (bool more = true; more;) {
    options.limit = limit == 0 ? kPage : std::min<size_t>(kPage, limit - shown);
    Timeline page = make_timeline(*store, *reader, node->id, between, options, after);
    for (const TimelineEvent& event : page.events) {
      if (json_) {
        array->add(event_json(event, *store, node->id, names));
      } else if (csv_) {
        console.out.write(event_csv(event, *store, node->id, names));
      } else {
        print_text(event, *store, node->id, names, console);
      }
    }
    shown += page.events.size();
    more = page.more && (limit == 0 || shown < limit);
    if (!page.events.empty()) {
      const auto& last = page.events.back();
      after.emplace(last.date, last.edge.key);
    }
    page.events.clear();
    if (first_page.total == 0) first_page = std::move(page);
  }
  if (json_) array->close();
  console.out.flush();
  tell(first_page, shown, console.messages);
  return exit_code_of(console.messages);
}

void TimelineCommand::tell(const Timeline& timeline, size_t shown, Messages& messages) const {
  if (json_ || csv_) return;
  if (timeline.total == 0) messages.note("no event matches");
  if (timeline.undated > 0) messages.note(count_of(timeline.undated, "event") + " without a date left out");
  if (!limit_ && timeline.total > shown) {
    messages.note("these are " +
                  (timeline.counted ? with_commas(shown) + " of " + count_of(timeline.total, "event")
                                    : "the first " + with_commas(shown) + " events") +
                  "; --limit 0 shows all");
  }
}

}  // namespace actant
