#include "extract/text/article_reader.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>
#include <filesystem>
#include <unordered_set>

#include "extract/text/file_walk.h"
#include "extract/text/input_stream.h"
#include "extract/text/json_article.h"
#include "extract/text/json_element_reader.h"
#include "extract/text/plain_text_article.h"
#include "graph/model/error.h"

namespace actant {
namespace {

enum class Format : uint8_t { kPlainText, kJsonLines, kJsonElements };

size_t skip_white(std::string_view text, size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
  return at;
}

// Whether the name ends in `extension` (lower case), gzip or not.
bool has_extension(const std::string& path, std::string_view extension) {
  std::string name = std::filesystem::path(path).filename().string();
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  return name.ends_with(extension);
}

// Tells the format by the first bytes. An array or an object that is spread over lines is read object by object; lines
// are read one by one, so that a broken one costs no other.
Format detect(std::string_view head, const std::string& path) {
  const bool lines = has_extension(path, ".jsonl") || has_extension(path, ".ndjson");
  const bool named = lines || has_extension(path, ".json");
  const size_t at = skip_white(head, 0);
  const char first = at < head.size() ? head[at] : '\0';
  const size_t second_at = skip_white(head, at + 1);
  const char second = second_at < head.size() ? head[second_at] : '\0';
  if (first == '[' && (second == '{' || second == ']' || second == '[')) return Format::kJsonElements;
  if (lines || first != '{' || !(second == '"' || second == '}' || named))
    return named ? Format::kJsonLines : Format::kPlainText;
  const size_t end = head.find('\n', at);
  if (end == std::string_view::npos) return Format::kJsonLines;
  size_t last = end;
  while (last > at && static_cast<unsigned char>(head[last - 1]) <= ' ') --last;
  const size_t next = skip_white(head, end);
  const bool records =
      next < head.size() && head[next] == '{';  // the next line begins a record: this one is broken, not spread
  const char closing = head[last - 1];
  return !records && (closing == '{' || closing == ',' || closing == '[') ? Format::kJsonElements : Format::kJsonLines;
}

std::string hash_id(const std::string& place, const std::string& text) {
  XXH64_state_t state;
  XXH64_reset(&state, 0);
  XXH64_update(&state, place.data(), place.size() + 1);  // with its NUL, which parts it from the text
  XXH64_update(&state, text.data(), text.size());
  char id[24];
  std::snprintf(id, sizeof id, "a-%016llx", static_cast<unsigned long long>(XXH64_digest(&state)));
  return id;
}

std::string too_large(uint64_t limit) {
  return "too large: more than " + std::to_string(limit >> 20) + " MiB in one article";
}

}  // namespace

struct ArticleReader::State {
  State(std::vector<std::string> paths_given, ReadOptions options_given, ProblemHandler handler)
      : paths(std::move(paths_given)),
        options(std::move(options_given)),
        on_problem(std::move(handler)),
        walk(paths, [this](const std::string& place, const std::string& reason) { complain(place, 0, reason); }) {}

  void complain(const std::string& place, uint64_t line_number, const std::string& reason) {
    ++problems;
    if (on_problem) on_problem({place, line_number, reason});
  }

  bool open_next();
  void close();
  bool read(InputArticle& article);
  bool read_plain(InputArticle& article);
  bool read_line(InputArticle& article);
  bool read_element(InputArticle& article);
  bool take_record(const std::string& json, uint64_t line_number, InputArticle& article);

  std::vector<std::string> paths;
  ReadOptions options;
  ProblemHandler on_problem;
  FileWalk walk;
  std::unique_ptr<InputStream> stream;  // of the file under way
  std::unique_ptr<JsonElementReader> elements;
  std::string path, name;  // its path; how messages call it
  Format format = Format::kPlainText;
  uint64_t line = 0;
  uint64_t from_file = 0;  // articles and problems of it
  std::string buffer;
  std::unordered_set<uint64_t> stems;  // hashes of the names given to plain files
  uint64_t closed_bytes = 0, articles = 0, problems = 0, files = 0;
};

// Opens the next file and tells its format; false when there is none left.
bool ArticleReader::State::open_next() {
  WalkedFile file;
  if (!walk.next(file)) return false;
  path = file.path;
  name = path == "-" ? "standard input" : path;
  line = 0;
  from_file = articles + problems;
  try {
    stream = std::make_unique<InputStream>(path);
    ++files;
    if (stream->ahead().starts_with("\xef\xbb\xbf")) {
      for (int i = 0; i < 3; ++i) stream->get();
    }
    const std::string_view head = stream->ahead();
    format = detect(head, path);
    elements = format == Format::kJsonElements ? std::make_unique<JsonElementReader>(*stream) : nullptr;
    if (head.empty()) {
      complain(name, 0, "no text: the file is empty");
      close();
    }
  } catch (const IoError& error) {
    const std::string reason = error.what(), prefix = "cannot read " + path + ": ";
    complain(name, 0, "cannot read: " + (reason.starts_with(prefix) ? reason.substr(prefix.size()) : reason));
    close();
  }
  return true;
}

void ArticleReader::State::close() {
  if (stream) closed_bytes += stream->bytes_read();
  elements.reset();
  stream.reset();
}

// The next article of the open file; false at its end.
bool ArticleReader::State::read(InputArticle& article) {
  try {
    const bool found = format == Format::kPlainText   ? read_plain(article)
                       : format == Format::kJsonLines ? read_line(article)
                                                      : read_element(article);
    if (!found && articles + problems == from_file) complain(name, 0, "no articles: the file holds no record");
    return found;
  } catch (const IoError& error) {
    complain(name, line, std::string("cannot read: ") + error.what());
    return false;
  }
}

bool ArticleReader::State::read_plain(InputArticle& article) {
  if (line > 0) return false;  // it was one article
  line = 1;
  buffer.clear();
  std::string reason;
  article.info = {};
  if (!stream->read_all(buffer, options.max_article_bytes)) {
    reason = too_large(options.max_article_bytes);
  } else {
    reason = parse_plain_text_article(std::move(buffer), article);
  }
  if (!reason.empty()) {
    complain(name, 0, reason);
    return false;
  }
  article.info.origin = name;
  if (!article.info.id.empty()) return true;
  std::string stem = path == "-" ? std::string() : file_stem(path);
  if (stem.empty()) {
    article.info.id = hash_id(article.info.url.empty() ? name : article.info.url, article.text);
  } else if (stems.insert(XXH64(stem.data(), stem.size(), 0)).second) {
    article.info.id = std::move(stem);
  } else {
    article.info.id = (std::filesystem::path(path).parent_path() / stem).generic_string();
  }
  return true;
}

bool ArticleReader::State::read_line(InputArticle& article) {
  bool long_line = false;
  for (buffer.clear(); stream->read_line(buffer, options.max_article_bytes, long_line); buffer.clear()) {
    ++line;
    if (long_line) {
      complain(name, line, too_large(options.max_article_bytes));
    } else if (skip_white(buffer, 0) < buffer.size() && take_record(buffer, line, article)) {
      return true;
    }
  }
  return false;
}

bool ArticleReader::State::read_element(InputArticle& article) {
  using Result = JsonElementReader::Result;
  for (;;) {
    const Result result = elements->next(buffer, options.max_article_bytes);
    if (result == Result::kEnd) return false;
    line = elements->line();
    if (result == Result::kElement && take_record(buffer, line, article)) return true;
    if (result == Result::kTooLarge) complain(name, line, too_large(options.max_article_bytes));
    if (result == Result::kCut) complain(name, line, "broken JSON: the file ends within the object that begins here");
    if (result == Result::kNoObject) complain(name, line, "no record: expected JSON objects");
  }
}

bool ArticleReader::State::take_record(const std::string& json, uint64_t line_number, InputArticle& article) {
  article.info = {};
  if (const std::string reason = parse_json_article(json, options, article); !reason.empty()) {
    complain(name, line_number, reason);
    return false;
  }
  article.info.origin = name + ":" + std::to_string(line_number);
  if (article.info.id.empty()) {
    const std::string file = path == "-" ? name : std::filesystem::path(path).filename().string();
    const std::string place = file + ":" + std::to_string(line_number);
    article.info.id = hash_id(article.info.url.empty() ? place : article.info.url, article.text);
  }
  return true;
}

ArticleReader::ArticleReader(std::vector<std::string> paths, ReadOptions options, ProblemHandler on_problem)
    : state_(std::make_unique<State>(std::move(paths), std::move(options), std::move(on_problem))) {}

ArticleReader::~ArticleReader() = default;

bool ArticleReader::next(InputArticle& article) {
  for (;;) {
    if (!state_->stream && !state_->open_next()) return false;
    if (!state_->stream) continue;
    if (state_->read(article)) {
      ++state_->articles;
      return true;
    }
    state_->close();
  }
}

uint64_t ArticleReader::bytes_read() const {
  return state_->closed_bytes + (state_->stream ? state_->stream->bytes_read() : 0);
}

uint64_t ArticleReader::bytes_total() {
  uint64_t total = 0;
  FileWalk walk(state_->paths, [](const std::string&, const std::string&) {});
  for (WalkedFile file; walk.next(file);) {
    if (file.path == "-") return 0;
    total += file.bytes;
  }
  return total;
}

uint64_t ArticleReader::articles() const { return state_->articles; }
uint64_t ArticleReader::problems() const { return state_->problems; }
uint64_t ArticleReader::files() const { return state_->files; }

}  // namespace actant
