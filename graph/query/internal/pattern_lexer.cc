#include "graph/query/internal/pattern_lexer.h"

#include <utf8proc.h>

#include "graph/model/error.h"

namespace actant::internal {
namespace {

using Kind = PatternToken::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool ends_word(char c) { return is_blank(c) || std::string_view("[](),|\"?=<>!").find(c) != std::string_view::npos; }

bool is_variable_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<PatternToken> run() {
    check_utf8();
    while (at_ < text_.size()) {
      if (is_blank(text_[at_])) {
        move(1);
      } else {
        tokens_.push_back(token());
      }
    }
    tokens_.push_back({Kind::kEnd, {}, column_});
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw ParseError(what, {}, 1, column_); }

  void check_utf8() {
    for (size_t i = 0; i < text_.size();) {
      utf8proc_int32_t point = 0;
      const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + i,
                                         static_cast<utf8proc_ssize_t>(text_.size() - i), &point);
      if (size <= 0) fail("the pattern is not valid UTF-8");
      if (point < 0x20 && !is_blank(text_[i])) fail("the pattern has a control character");
      i += static_cast<size_t>(size);
      ++column_;
    }
    column_ = 1;
  }

  // Goes on by `bytes`.
  void move(size_t bytes) {
    for (; bytes > 0; --bytes, ++at_) column_ += (static_cast<unsigned char>(text_[at_]) & 0xc0) != 0x80;
  }

  char next(size_t ahead = 1) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  PatternToken token() {
    PatternToken result{Kind::kSymbol, {}, column_};
    const char c = text_[at_];
    if (c == '?') return variable();
    if (c == '"') return quoted();
    // A period ends a triple where it stands alone or behind what cannot have one itself; in a name it belongs to the
    // name.
    const bool after_word =
        at_ > 0 && !is_blank(text_[at_ - 1]) && !tokens_.empty() && tokens_.back().kind == Kind::kWord;
    if (c == '.' && !after_word && (at_ + 1 == text_.size() || ends_word(next()))) return symbol(1);
    if (c == ':' && !tokens_.empty() && tokens_.back().kind == Kind::kVariable) return symbol(1);
    if ((c == '!' || c == '<' || c == '>') && next() == '=') return symbol(2);
    if (c == '!') fail("'!' stands only before '='");
    if (ends_word(c)) return symbol(1);
    result.kind = Kind::kWord;
    const size_t begin = at_;
    size_t end = at_;
    while (end < text_.size() && !ends_word(text_[end])) ++end;
    move(end - begin);
    result.text = text_.substr(begin, end - begin);
    return result;
  }

  PatternToken symbol(size_t size) {
    PatternToken result{Kind::kSymbol, std::string(text_.substr(at_, size)), column_};
    move(size);
    return result;
  }

  PatternToken variable() {
    PatternToken result{Kind::kVariable, {}, column_};
    move(1);
    const size_t begin = at_;
    while (at_ < text_.size() && is_variable_char(text_[at_])) move(1);
    result.text = text_.substr(begin, at_ - begin);
    return result;
  }

  PatternToken quoted() {
    PatternToken result{Kind::kQuoted, {}, column_};
    for (size_t i = at_ + 1; i < text_.size(); ++i) {
      if (text_[i] == '"') {
        if (result.text.empty()) fail("a quotation is empty");
        move(i + 1 - at_);
        return result;
      }
      if (text_[i] == '\\' && i + 1 < text_.size() && (text_[i + 1] == '"' || text_[i + 1] == '\\')) ++i;
      result.text += text_[i];
    }
    fail("a quotation has no end");
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t column_ = 1;
  std::vector<PatternToken> tokens_;
};

}  // namespace

std::vector<PatternToken> pattern_tokens(std::string_view text) { return Lexer(text).run(); }

}  // namespace actant::internal
