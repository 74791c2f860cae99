#include "tools/cli/command_remove.h"

#include <algorithm>

#include "graph/store/store.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_output.h"
#include "tools/cli/tally.h"
#include "tools/cli/text_format.h"

namespace actant {

void RemoveCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "ARTICLE",
                     .help = "the id, address or written id (a-...) of one article",
                     .set = set_text(article_),
                     .optional = true});
  table.add(Option{.name = "source",
                   .value = "NAME",
                   .help = "the articles of this publisher; may be given several times",
                   .set = add_text(sources_)});
  table.add(Option{.name = "before",
                   .value = "DATE",
                   .help = "the articles dated before this day, month or year; not the undated ones",
                   .set = set_date(before_)});
  table.add(
      Option{.name = "dry-run", .help = "only say how many articles would be removed", .set = set_true(dry_run_)});
  table.add(Option{.name = "json", .help = "print the summary as JSON", .set = set_true(json_)});
  table.add(Example{"actant remove news.graph https://daily.example/2024/retracted", "an article that was retracted"});
  table.add(Example{"actant remove news.graph --source 'Daily Example' --before 2015 --dry-run",
                    "how many old articles of one publisher there are"});
}

void RemoveCommand::validate() {
  if (article_.empty() && sources_.empty() && before_.empty()) {
    throw UsageError("what is to be removed is missing: ARTICLE, --source or --before");
  }
  if (!article_.empty() && !(sources_.empty() && before_.empty())) {
    throw UsageError("ARTICLE names one article, so --source and --before cannot be given");
  }
}

bool RemoveCommand::is_chosen(const ArticleInfo& info) const {
  if (!article_.empty()) {
    return info.id == article_ || info.url == article_ || ArticleId::of(info.id).to_string() == article_;
  }
  const auto is_source = [&](const std::string& source) { return lower_ascii(source) == lower_ascii(info.source); };
  if (!sources_.empty() && std::none_of(sources_.begin(), sources_.end(), is_source)) return false;
  if (before_.empty()) return true;
  // A partial date is before another only when all of its days are.
  const size_t common = std::min(info.date.size(), before_.size());
  return !info.date.empty() && info.date.compare(0, common, before_, 0, common) < 0;
}

int RemoveCommand::run(Console& console) {
  const InterruptGuard guard;
  StoreOptions options;
  options.create = false;
  const auto store = dry_run_ ? Store::open_read_only(graph_) : Store::open(graph_, options);
  std::vector<ArticleId> chosen;
  store->for_each_article([&](const Article& article) {
    if (is_chosen(article.info)) chosen.push_back(article.id);
    return true;
  });
  if (chosen.empty() && !article_.empty()) {
    console.messages.problem("no article '" + article_ + "' in " + graph_);
    return exit_code_of(console.messages);
  }
  uint64_t removed = 0;
  for (const ArticleId id : chosen) {
    if (dry_run_ || interrupted()) break;
    removed += store->remove(id) ? 1 : 0;
    if (removed % 64 == 0) console.messages.status(count_of(removed, "article") + " removed");
  }
  if (!dry_run_) {  // also when nothing was left to remove: an earlier run may have been killed here; cheap when
                    // nothing changed
    console.messages.status("merging");
    store->resolve();
    store->flush();
  }
  console.messages.status("");
  const StoreCounts counts = store->counts();
  if (json_) {
    console.out.write("{\"graph\": " + json_string(graph_) + ", \"chosen\": " + std::to_string(chosen.size()) +
                      ", \"removed\": " + std::to_string(removed) + graph_members(counts) + "}\n");
  } else if (dry_run_) {
    console.out.write(count_of(chosen.size(), "article") + " would be removed\n");
  } else {
    console.out.write("removed " + count_of(removed, "article") + "\n" + graph_line(graph_, counts));
  }
  if (interrupted()) {
    console.messages.note("interrupted; the same command goes on");
    return kExitInterrupted;
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
