#ifndef ACTANT_EXTRACT_TEXT_INTERNAL_TOKEN_SCANNER_H_
#define ACTANT_EXTRACT_TEXT_INTERNAL_TOKEN_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/text/internal/char_class.h"

namespace actant::internal {

/// One pass over a text that appends its tokens; see tokenizer.h for what they are.
///
/// A scan_ function is called with the offset where a token begins, adds one token or the words of one multiword token,
/// and returns the offset behind. A find_ function looks whether something special begins at an offset and returns its
/// end, or the offset itself. Looking ahead is bounded, so the pass is linear.
class TokenScanner {
 public:
  explicit TokenScanner(Document& document) : document_(document), text_(document.text) {}
  void run();

 private:
  // token_scanner.cc: blanks, and what kind of token begins
  size_t skip_gap(size_t at);
  void look_at_chunk(size_t at);
  void add(size_t begin, size_t end, bool inside = false);
  size_t add_word(size_t begin, size_t end);  // parts `cannot`
  bool adjacent(size_t at) const;             // a token ends at `at`

  // word_scanner.cc: tokens that begin with a letter or digit
  size_t scan_word(size_t at);
  size_t scan_number(size_t at);
  size_t finish_word(size_t begin, size_t end);  // joins what belongs to the word [begin, end), parts contractions
  size_t word_run(size_t at) const;              // end of the letters and digits from `at`
  size_t join_hyphen(size_t begin, size_t end) const;
  size_t join_slash(size_t begin, size_t end) const;
  size_t join_ampersand(size_t begin, size_t end) const;
  size_t scan_contraction(size_t begin, size_t end);  // `end` at the apostrophe; `end` back when there is none
  size_t find_stop(size_t begin, size_t end) const;   // end behind the full stop that belongs to the word, or `end`
  size_t find_acronym(size_t at) const;
  size_t digit_groups(size_t at, size_t end) const;

  // special_tokens.cc
  size_t find_url(size_t at) const;
  size_t find_email(size_t at) const;
  size_t find_host(size_t at) const;
  size_t url_end(size_t at) const;
  size_t find_emoticon(size_t at) const;
  size_t find_entity(size_t at) const;
  size_t find_emoji(size_t at) const;

  // punctuation_scanner.cc
  size_t scan_apostrophe(size_t at);
  size_t scan_punctuation(size_t at);
  size_t scan_stops(size_t at);

  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  CharClass kind(size_t at) const { return classify(text_, at).kind; }
  bool word_at(size_t at) const { return is_word(kind(at)); }
  size_t same_run(size_t at) const;     // end of the repetition of the ASCII character at `at`
  size_t skip_blanks(size_t at) const;  // behind blanks of the same line
  bool upper_at(size_t at) const;       // a capital letter of any script
  std::string_view slice(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }

  static constexpr size_t kLookahead = 256;   // bytes looked ahead for host names and addresses
  static constexpr size_t kQuoteReach = 400;  // bytes after which an open single quote is forgotten

  Document& document_;
  std::string_view text_;
  std::string norm_;
  size_t chunk_end_ = 0;                         // end of the run without ASCII blanks
  bool chunk_has_at_ = false;                    // `@` in it
  bool chunk_has_url_ = false;                   // may hold a URL
  bool chunk_has_dot_ = false;                   // a full stop between letters or digits
  size_t open_quote_ = static_cast<size_t>(-1);  // where a single quote was opened
};

}  // namespace actant::internal

#endif  // ACTANT_EXTRACT_TEXT_INTERNAL_TOKEN_SCANNER_H_
