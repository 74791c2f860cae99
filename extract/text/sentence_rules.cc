#include "extract/text/sentence_rules.h"

#include <algorithm>
#include <string_view>

#include "extract/nn/features.h"
#include "extract/text/internal/char_class.h"
#include "extract/text/internal/word_rules.h"

namespace actant {
namespace {

using internal::Abbreviation;

bool is_any(std::string_view form, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), form) != set.end();
}

bool is_stop(std::string_view form) {
  return form == "…" || (!form.empty() && form.find_first_not_of(".!?") == std::string_view::npos);
}

bool is_straight_quote(std::string_view form) { return is_any(form, {"\"", "'", "''"}); }
bool is_bracket_or_quote_end(std::string_view form) { return is_any(form, {")", "]", "}", "”", "’", "»", "’’"}); }
bool is_opening(std::string_view form) {
  return is_any(form, {"\"", "'", "“", "‘", "«", "„", "(", "[", "{", "``", "''"});
}
bool is_bullet(std::string_view form) { return is_any(form, {"•", "*", "-", "–", "—", "·", "‣", "▪", "o", "--"}); }

bool is_speech_verb(std::string_view norm) {
  return is_any(norm, {"said", "says", "asked", "asks", "told", "added", "wrote", "replied", "demanded", "wondered",
                       "tweeted", "shouted", "cried", "exclaimed", "quipped", "recalled", "writes"});
}

enum class Start : uint8_t { kLower, kUpper, kDigit, kOther };

Start start_of(std::string_view form) {
  const auto kind = internal::classify(form, 0).kind;
  if (kind == internal::CharClass::kDigit) return Start::kDigit;
  if (kind != internal::CharClass::kLetter) return Start::kOther;
  const CodePoint first = decode_utf8(form, 0);
  return has_lower_case(form.substr(0, first.size)) ? Start::kLower : Start::kUpper;  // caseless scripts count as upper
}

class Rules {
 public:
  explicit Rules(const Document& document) : tokens_(document.tokens), document_(document) {
    uint32_t breaks = 0, lower = 0;
    for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].space_after != 2) continue;
      ++breaks;
      lower += start_of(tokens_[i + 1].form) == Start::kLower;
    }
    wrapped_ = lower * 5 > breaks;  // a fifth of the lines goes on in lower case: they were wrapped, not written
  }

  void add_line_ends(std::vector<uint8_t>& ends) const {
    for (uint32_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!tokens_[i + 1].multiword_inside && ends_line(i)) ends[i] = 1;
    }
  }

  void run(std::vector<uint8_t>& ends) {
    ends.assign(tokens_.size(), 0);
    for (uint32_t i = 0; i < tokens_.size(); ++i) {
      ends[i] = end_after(i);
      if (ends[i]) first_ = i + 1;
    }
  }

 private:
  // A line break before something new, in a text that is not wrapped.
  bool ends_line(uint32_t i) const {
    if (tokens_[i].space_after != 2 || wrapped_ || tokens_[i].form == ",") return false;
    return begins_anew(i + 1) || is_bullet(tokens_[i + 1].form);
  }

  bool end_after(uint32_t i) const {
    if (i + 1 == tokens_.size()) return true;
    const Token& token = tokens_[i];
    const Token& next = tokens_[i + 1];
    if (next.multiword_inside) return false;
    if (token.space_after == 3) return true;
    if (closes_sentence(document_, i + 1) || (token.space_after == 0 && is_stop(next.form))) return false;
    uint32_t stop = i;  // the token that the closing quotes and brackets stand behind
    while (stop > first_ && closes_sentence(document_, stop)) --stop;
    if (token.space_after == 2 && !wrapped_ && (begins_anew(i + 1) || is_bullet(next.form))) return token.form != ",";
    if (is_stop(tokens_[stop].form)) return end_at_stop(stop, i);
    return ends_in_abbreviation(tokens_[stop].form) && end_at_abbreviation(tokens_[stop].form, i);
  }

  // The first word from `i` on, behind opening quotes and brackets.
  uint32_t first_word(uint32_t i) const {
    while (i + 1 < tokens_.size() && is_opening(tokens_[i].form)) ++i;
    return i;
  }

  bool begins_anew(uint32_t i) const { return start_of(tokens_[first_word(i)].form) != Start::kLower; }

  bool end_at_stop(uint32_t stop, uint32_t last) const {
    const Token& next = tokens_[last + 1];
    const Start start = start_of(tokens_[first_word(last + 1)].form);
    if (start == Start::kLower) return false;
    if (tokens_[last].space_after == 0)
      return start == Start::kUpper && stop == last && next.form.size() > 1;  // `end.The`
    if (is_list_number(stop)) return false;
    const bool in_quotes = stop != last && tokens_[last].form != ")" && tokens_[last].form != "]";
    if (in_quotes && tokens_[stop].form != "." && is_speech_ahead(last + 1)) return false;
    return !is_any(next.form, {",", ";", ":", "/", "%"});
  }

  // `Smith asked`, `John Smith said`
  bool is_speech_ahead(uint32_t i) const {
    for (uint32_t k = i; k < std::min<size_t>(i + 4, tokens_.size()); ++k) {
      if (is_speech_verb(tokens_[k].norm)) return true;
      if (start_of(tokens_[k].form) != Start::kUpper) return false;
    }
    return false;
  }

  // `1.` or `A.` at the beginning of a sentence
  bool is_list_number(uint32_t stop) const {
    if (stop != first_ + 1 || tokens_[stop].form != ".") return false;
    const std::string_view label = tokens_[first_].form;
    return label.size() <= 3 &&
           (start_of(label) == Start::kDigit || (label.size() == 1 && start_of(label) == Start::kUpper));
  }

  static bool ends_in_abbreviation(std::string_view form) {
    return form.size() > 1 && form.back() == '.' && start_of(form) != Start::kOther && start_of(form) != Start::kDigit;
  }

  bool end_at_abbreviation(std::string_view form, uint32_t last) const {
    const Token& next = tokens_[last + 1];
    const uint32_t word = first_word(last + 1);
    if (start_of(tokens_[word].form) != Start::kUpper || tokens_[last].space_after == 0) return false;
    const std::string_view stem = form.substr(0, form.size() - 1);
    const Abbreviation kind = internal::find_abbreviation(stem);
    const bool initial = decode_utf8(form, 0).size == stem.size();
    if (kind == Abbreviation::kTitle || kind == Abbreviation::kBeforeNumber || initial) return false;
    return is_opening(next.form) || internal::is_sentence_opener(tokens_[word].form);
  }

  const std::vector<Token>& tokens_;
  const Document& document_;
  uint32_t first_ = 0;  // first token of the sentence under way
  bool wrapped_ = false;
};

}  // namespace

bool closes_sentence(const Document& document, uint32_t token) {
  if (token == 0 || document.tokens[token - 1].space_after != 0) return false;
  const Token& closer = document.tokens[token];
  if (is_bracket_or_quote_end(closer.form)) return true;
  // A straight quote closes when a blank, the end or another closer follows.
  if (!is_straight_quote(closer.form)) return false;
  return closer.space_after != 0 || token + 1 == document.tokens.size() ||
         internal::classify(document.tokens[token + 1].form, 0).kind == internal::CharClass::kPunctuation;
}

void add_line_ends(const Document& document, std::vector<uint8_t>& ends) { Rules(document).add_line_ends(ends); }

void find_sentence_ends(const Document& document, std::vector<uint8_t>& ends) { Rules(document).run(ends); }

}  // namespace actant
