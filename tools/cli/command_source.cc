#include "tools/cli/command_source.h"

#include <vector>

#include "extract/text/archive/charset.h"
#include "extract/text/article_id.h"
#include "extract/text/article_source.h"
#include "extract/text/utf8.h"
#include "graph/store/graph_reader.h"
#include "tools/cli/article_run.h"
#include "tools/cli/evidence_text.h"

namespace actant {
namespace {

// `characters 0-68 of news.zip!b.md`, as `actant why` prints places: the part behind `of`.
std::string_view without_characters(std::string_view place) {
  constexpr std::string_view kBegin = "characters ";
  if (!place.starts_with(kBegin)) return place;
  const size_t end = place.find_first_not_of("0123456789-", kBegin.size());
  return end != std::string_view::npos && place.substr(end).starts_with(" of ") ? place.substr(end + 4) : place;
}

// Whether the id is one that make_article_id() made: `a-` and 16 hexadecimal digits.
bool is_made_id(std::string_view id) {
  return id.size() == 18 && id.starts_with("a-") &&
         id.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

}  // namespace

void SourceCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{.name = "ARTICLE",
                     .help = "the id, address, written id (a-...) or place of an article, as why --places prints it",
                     .set = set_text(article_)});
  table.add(Option{.name = "text",
                   .help = "print the text that was read instead, in which the characters of evidence count",
                   .set = set_true(text_)});
  table.add(Option{.name = "page",
                   .help = "of a record of a crawl print the page alone, as the server sent it",
                   .set = set_true(page_)});
  table.add(Option{.name = "archive",
                   .value = "PATH",
                   .help = "where the file lies now, or a folder above it; default: where it was when it was read",
                   .set = set_text(archive_)});
  declare_record_options(table, read_);
  table.add(Option{.name = "force", .help = "print it though it is not what was read", .set = set_true(force_)});
  table.add(
      Example{"actant source news.graph https://daily.example/2024/talks", "the record of this page in the crawl"});
  table.add(Example{"actant source news.graph 'news.zip!b.md' --text | cut -c 1-80",
                    "how the text begins that was read from a member of a zip"});
  table.add(Example{"actant source news.graph a-b7b12afe32a78e3e --page --archive /mnt/crawls > page.html",
                    "a page out of a crawl that has moved since"});
}

void SourceCommand::validate() {
  if (text_ && page_) throw UsageError("--text and --page cannot be given together");
}

std::optional<Article> SourceCommand::find_article(const Store& store, Messages& messages) const {
  if (auto article = store.article(ArticleId::of(article_))) return article;
  const std::string place(without_characters(article_));
  std::vector<Article> found;
  store.for_each_article([&](const Article& article) {
    const ArticleInfo& info = article.info;
    const bool asked = info.url == article_ || info.origin == place || article.id.to_string() == article_;
    if (asked) found.push_back(article);
    return true;
  });
  if (found.empty()) {
    messages.problem("no article '" + article_ + "' in " + graph_);
    return std::nullopt;
  }
  if (found.size() > 1) {
    messages.problem("'" + article_ + "' is several articles; give the id of one of them");
    for (const Article& article : found) messages.note(article.id.to_string() + "  " + article_line(article));
    return std::nullopt;
  }
  return found.front();
}

// Why what the archive has there now is not what was read; empty when it is.
std::string SourceCommand::difference(const Store& store, const Article& stored, const InputArticle& found) const {
  const ArticleInfo& info = found.info;
  const std::string id = replace_invalid_utf8(info.id);
  if (!id.empty() && id != stored.info.id) return "the article there now is " + id;
  if (id.empty() && is_made_id(stored.info.id) && stored.info.origin.ends_with(found.place)) {
    const std::string stream = stored.info.origin.substr(0, stored.info.origin.size() - found.place.size());
    if (make_article_id(info.url, stream, found.place, found.text) != stored.info.id) return "its text is another one";
  }
  std::string reason;
  const CodePointIndex index(found.text);
  store.reader()->for_each_sentence(stored.id, [&](uint32_t begin, const std::string& sentence) {
    if (found.text.compare(index.bytes(begin), sentence.size(), sentence) == 0) return true;
    reason = "the sentence at character " + std::to_string(begin) + " of its text is another one";
    return false;
  });
  return reason;
}

int SourceCommand::run(Console& console) {
  const auto store = Store::open_read_only(graph_);
  const auto article = find_article(*store, console.messages);
  if (!article) return kExitDataProblem;
  const std::string& origin = article->info.origin;
  if (origin.empty()) {
    console.messages.problem("the graph does not say where " + article->info.id +
                             " was read: its record came without doc.origin");
    return kExitDataProblem;
  }
  const SourceRecord source = find_source(
      origin, archive_, read_, [&](const InputArticle& found) { return difference(*store, *article, found); });
  if (!source.changed.empty()) {
    console.messages.problem(origin + ": is not what was read: " + source.changed +
                             (force_ ? "" : "; --force prints what is there"));
    if (!force_) return kExitDataProblem;
  }
  console.out.write(text_ ? source.article.text : page_ ? page_of(source.bytes) : source.bytes);
  return exit_code_of(console.messages);
}

}  // namespace actant
