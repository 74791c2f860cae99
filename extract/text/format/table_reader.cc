#include "extract/text/format/table_reader.h"

#include <algorithm>
#include <unordered_set>

#include "extract/text/archive/charset.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// The cells of the row that begins at `at`, which moves behind it. \return false when the row does not end in `text`.
bool cut_row(std::string_view text, char delimiter, size_t& at, std::vector<std::string>& cells) {
  cells.assign(1, {});
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cells.back() += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"' && cells.back().empty()) {
      quoted = true;
    } else if (c == delimiter) {
      cells.emplace_back();
    } else if (c == '\n') {
      ++at;
      if (cells.back().ends_with('\r')) cells.back().pop_back();
      return true;
    } else {
      cells.back() += c;
    }
  }
  return false;
}

bool is_known_name(std::string_view name, const ReadOptions& options) {
  for (const ArticleField field : {ArticleField::kText, ArticleField::kTitle, ArticleField::kDate, ArticleField::kUrl,
                                   ArticleField::kSource, ArticleField::kLanguage, ArticleField::kId}) {
    const auto names = field_names(field);
    const auto same = [&](std::string_view known) { return equal_ignoring_case(known, name); };
    if (std::any_of(names.begin(), names.end(), same) || same(chosen_name(options, field))) return true;
  }
  return false;
}

bool is_header(const std::vector<std::string>& cells, bool named, const ReadOptions& options) {
  constexpr size_t kLongestName = 60;
  std::unordered_set<std::string> seen;
  size_t known = 0;
  for (const std::string& cell : cells) {
    const std::string_view name = trim(cell);
    if (name.size() > kLongestName || name.find('\n') != std::string_view::npos) return false;
    if (!name.empty() && !seen.insert(to_lower(name)).second) return false;
    known += is_known_name(name, options);
  }
  // Prose has no two known words alone between commas.
  return named || known >= 2;
}

}  // namespace

TableShape find_table(std::string_view head, bool named, const ReadOptions& options) {
  TableShape best;
  size_t best_rows = 0;
  std::vector<std::string> cells;
  for (const char delimiter : {',', '\t', ';', '|'}) {
    size_t at = 0, rows = 0;
    if (!cut_row(head, delimiter, at, cells) || cells.size() < 2 || !is_header(cells, named, options)) continue;
    const size_t columns = cells.size();
    constexpr size_t kRows = 20;
    bool same = true;
    while (rows < kRows && same && cut_row(head, delimiter, at, cells)) {
      same = cells.size() == columns;
      rows += same;
    }
    if (!same && !named && rows == 0) continue;
    if (best.delimiter == '\0' || rows > best_rows || (rows == best_rows && columns > best.columns)) {
      best = {delimiter, columns};
      best_rows = rows;
    }
  }
  return best;
}

TableReader::TableReader(ReaderContext& context, InputStream& stream, TableShape shape)
    : RecordReader(context, stream), shape_(shape) {}

// Reads one row into cells_; false at the end.
bool TableReader::read_row() {
  if (stream_.peek() < 0) return false;
  begin_record(stream_.offset());
  cells_.assign(1, {});
  too_large_ = false;
  context_.line = lines_ + 1;
  const size_t limit = options().max_article_bytes;
  size_t size = 0;
  bool quoted = false, closed = false;  // closed: a quote inside of quotes was seen, which may be doubled
  for (int byte = stream_.get(); byte >= 0; byte = stream_.get()) {
    const char c = static_cast<char>(byte);
    lines_ += c == '\n';
    if (quoted && c == '"') {
      quoted = false;
      closed = true;
      continue;
    }
    if (closed && c == '"') {
      quoted = true;
    } else if (!quoted && c == shape_.delimiter) {
      cells_.emplace_back();
      closed = false;
      continue;
    } else if (!quoted && c == '\n') {
      break;
    } else if (!quoted && !closed && c == '"' && cells_.back().empty()) {
      quoted = true;
      continue;
    }
    closed = false;
    if (++size <= limit) {
      cells_.back() += c;
    } else {
      too_large_ = true;
    }
  }
  if (cells_.back().ends_with('\r')) cells_.back().pop_back();
  return true;
}

bool TableReader::read_header() {
  begun_ = true;
  if (!read_row()) return false;
  std::string names;
  for (size_t i = 0; i < cells_.size(); ++i) {
    columns_.emplace(to_lower(trim(cells_[i])), i);
    if (names.size() < 300) names += (i > 0 ? ", " : "") + std::string(trim(cells_[i]));
  }
  shape_.columns = cells_.size();
  const auto texts = field_names(ArticleField::kText);
  const std::string& chosen = chosen_name(options(), ArticleField::kText);
  const bool has_text = chosen.empty() ? std::any_of(texts.begin(), texts.end(),
                                                     [&](auto name) { return columns_.contains(std::string(name)); })
                                       : columns_.contains(to_lower(chosen));
  if (has_text) return true;
  lose("", 1,
       "no text: no column is called " + (chosen.empty() ? "text, body, content or the like" : chosen) +
           "; name it with --field text=COLUMN; the columns are " + names);
  return false;
}

std::string TableReader::fill(InputArticle& article) {
  if (too_large_) return too_large();
  if (cells_.size() != shape_.columns) {
    return "broken row: " + std::to_string(cells_.size()) + " cells, expected " + std::to_string(shape_.columns);
  }
  for (std::string& cell : cells_) {
    if (std::string reason = make_utf8(cell, options().encoding, "of the cell"); !reason.empty()) return reason;
  }
  const RecordFields fields(options(), [&](std::string_view name, ArticleField) -> std::optional<std::string> {
    const auto at = columns_.find(to_lower(name));
    if (at == columns_.end()) return std::nullopt;
    return cells_[at->second];
  });
  return fields.fill(article);
}

bool TableReader::next(InputArticle& article) {
  if (ended_) return false;
  if (!begun_ && !read_header()) {
    ended_ = true;
    return false;
  }
  while (read_row()) {
    if (cells_.size() == 1 && trim(cells_[0]).empty()) continue;
    std::string reason = fill(article);
    if (reason.empty()) {
      article.place = ":" + std::to_string(context_.line);
      return true;
    }
    lose("", context_.line, std::move(reason));
    article = {};
  }
  return false;
}

}  // namespace actant
