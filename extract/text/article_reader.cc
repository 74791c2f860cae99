#include "extract/text/article_reader.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <filesystem>
#include <optional>

#include "extract/text/archive/charset.h"
#include "extract/text/archive/file_walk.h"
#include "extract/text/article_id.h"
#include "extract/text/date_order_queue.h"
#include "extract/text/format/recognize.h"
#include "extract/text/internal/hash_set.h"
#include "extract/text/layer_stack.h"
#include "extract/text/strings.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace actant {
namespace {

// Equal for texts that differ in white space only.
uint64_t text_hash(std::string_view text) {
  const std::string flat = collapse_blanks(text);
  return XXH3_64bits(flat.data(), flat.size());
}

uint64_t hash_with(uint64_t text, std::string_view what, char kind) {
  return XXH3_64bits_withSeed(what.data(), what.size(), text ^ static_cast<unsigned char>(kind));
}

bool is_foreign(const std::string& name) { return is_foreign_name(name); }

}  // namespace

std::string_view name_of(DateBasis basis) {
  switch (basis) {
    case DateBasis::kUnknown: break;
    case DateBasis::kGiven: return "given";
    case DateBasis::kAddress: return "url";
    case DateBasis::kFileName: return "file name";
    case DateBasis::kCrawl: return "crawl";
  }
  return {};
}

struct ArticleReader::State {
  State(std::vector<std::string> paths_given, ReadOptions options_given, ProblemHandler handler)
      : paths(std::move(paths_given)),
        options(std::move(options_given)),
        on_problem(std::move(handler)),
        walk(paths, is_foreign,
             [this](const std::string& place, const std::string& reason) { tell({place, 0, reason, {}, true}); }) {}

  // Reasons may hold bytes of the input, or what a library wrote in lines.
  void tell(ReadProblem problem) {
    ++problems;
    lost += problem.lost;
    problem.reason = replace_invalid_utf8(problem.reason);
    for (char& c : problem.reason) c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    if (on_problem) on_problem(problem);
  }

  bool open_next();
  void close();
  bool read(InputArticle& article);
  void finish(InputArticle& article);
  bool is_duplicate(const InputArticle& article);
  std::string plain_id(const std::string& name);

  std::vector<std::string> paths;
  ReadOptions options;
  ProblemHandler on_problem;
  FileWalk walk;
  std::unique_ptr<LayerStack> layers;  // of the file under way
  std::unique_ptr<DateOrderQueue> queue;
  uint64_t from_file = 0;  // articles and problems before it
  HashSet stems;           // of the names given to plain files
  HashSet texts;           // of the texts given out with their origin
  uint64_t closed_bytes = 0, articles = 0, problems = 0, lost = 0, files = 0;
};

// Opens the next file; false when there is none left.
bool ArticleReader::State::open_next() {
  WalkedFile file;
  if (!walk.next(file)) return false;
  ++files;
  from_file = articles + problems;
  layers = std::make_unique<LayerStack>(file.path, options, [this](const ReadProblem& problem) { tell(problem); });
  queue = std::make_unique<DateOrderQueue>(
      options, [this](InputArticle& article) { return layers->next(article); },
      [this](const ReadProblem& problem) { tell(problem); });
  return true;
}

void ArticleReader::State::close() {
  if (!layers) return;
  closed_bytes += layers->bytes_read();
  queue.reset();
  layers.reset();
}

// The next article of the open file; false at its end.
bool ArticleReader::State::read(InputArticle& article) {
  for (;;) {
    article = {};
    if (!queue->next(article)) {
      if (articles + problems == from_file)
        tell({layers->name(), 0, "no articles: the file holds no record", {}, true});
      return false;
    }
    if (options.skip_duplicates && is_duplicate(article)) continue;
    finish(article);
    return true;
  }
}

// Whether it is an article given before, once more: the same text at the same address or, without one, from the same
// source; or under the same id. What another outlet prints is no duplicate here: that the graph must know, who links
// such copies.
bool ArticleReader::State::is_duplicate(const InputArticle& article) {
  const ArticleInfo& info = article.info;
  const uint64_t text = text_hash(article.text);
  const uint64_t origin =
      info.url.empty() ? hash_with(text, info.source, 's') : hash_with(text, canonical_address(info.url), 'u');
  bool known = !texts.insert(origin);
  if (!info.id.empty()) known = !texts.insert(hash_with(text, info.id, 'i')) || known;
  if (known) {
    tell({info.origin + article.place, 0, "duplicate: an article before it has the same text and origin",
          article.format, false});
  }
  return known;
}

// The id of a file that is one article: its name, with its folder where an earlier one has that name.
std::string ArticleReader::State::plain_id(const std::string& name) {
  const std::string stem = file_stem(name);
  if (stem.empty()) return {};
  if (stems.insert(XXH64(stem.data(), stem.size(), 0))) return stem;
  const size_t folder = name.find_last_of("/!");
  return folder == std::string::npos ? stem : name.substr(0, folder + 1) + stem;
}

// Fills what the reader of the format leaves open. info.origin holds the name of the stream.
void ArticleReader::State::finish(InputArticle& article) {
  ArticleInfo& info = article.info;
  const std::string name = std::move(info.origin);
  info.origin = name + article.place;
  if (info.date.empty()) {
    article.date_basis = DateBasis::kUnknown;
    if (article.named_by_file && name != kStandardInput) info.date = date_in_name(file_stem(name));
    if (!info.date.empty()) article.date_basis = DateBasis::kFileName;
  }
  if (info.date.empty() && !options.date.empty()) {
    info.date = options.date;
    article.date_basis = DateBasis::kGiven;
  } else if (!info.date.empty() && article.date_basis == DateBasis::kUnknown) {
    article.date_basis = DateBasis::kGiven;
  }
  const bool standard_input = name == kStandardInput;
  if (info.id.empty() && article.named_by_file && !standard_input) info.id = plain_id(name);
  if (info.id.empty()) {
    info.id = make_article_id(info.url, name, article.place, article.text);
  }
  // Headers of crawls and mails, and names of files, may be in any character set.
  for (std::string* field : {&info.id, &info.title, &info.source, &info.url, &info.origin, &article.author}) {
    if (find_invalid_utf8(*field) != field->size()) *field = replace_invalid_utf8(*field);
  }
}

ArticleReader::ArticleReader(std::vector<std::string> paths, ReadOptions options, ProblemHandler on_problem)
    : state_(std::make_unique<State>(std::move(paths), std::move(options), std::move(on_problem))) {}

ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(InputArticle& article) {
  for (;;) {
    if (!state_->layers && !state_->open_next()) return false;
    if (state_->read(article)) {
      ++state_->articles;
      return true;
    }
    state_->close();
  }
}

uint64_t ArticleReader::bytes_read() const {
  return state_->closed_bytes + (state_->layers ? state_->layers->bytes_read() : 0);
}

uint64_t ArticleReader::bytes_total() {
  uint64_t total = 0;
  FileWalk walk(state_->paths, is_foreign, [](const std::string&, const std::string&) {});
  for (WalkedFile file; walk.next(file);) {
    if (file.path == "-") return 0;
    total += file.bytes;
  }
  return total;
}

uint64_t ArticleReader::articles() const { return state_->articles; }
uint64_t ArticleReader::problems() const { return state_->problems; }
uint64_t ArticleReader::lost() const { return state_->lost; }
uint64_t ArticleReader::files() const { return state_->files; }

}  // namespace actant
