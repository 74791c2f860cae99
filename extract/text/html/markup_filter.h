#ifndef ACTANT_EXTRACT_TEXT_HTML_MARKUP_FILTER_H_
#define ACTANT_EXTRACT_TEXT_HTML_MARKUP_FILTER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace actant {

/// Reduces a web page to the markup that its text and metadata hang on, before it is parsed: scripts, styles, drawings,
/// comments, tags of mere looks (`<b>`, `<font>`) and attributes that nobody asks for go; that is nine tenths of the
/// bytes of a news page. What classes, ids and roles say of an element (boilerplate.h) is written as one attribute `m`,
/// a letter for its bits counted from `@`. It is a tokenizer of HTML (WHATWG HTML 13.2.5 but for the escaped states of
/// scripts) and never fails. Elements nest at most kDeepest levels in what it leaves, so that the parser stays linear.
///
/// Text between character references stands in the markup as one character for private use, kFirstRun and up: a parser
/// takes text letter by letter, and to the structure of a page any letter does as well as a paragraph.
///
/// Cost: linear, about 1 GB/s through scripts.
class MarkupFilter {
 public:
  static constexpr size_t kDeepest = 256;
  /// Stands for runs()[0]; the next character for runs()[1]; up to kMostRuns. No font of icons is known to use this
  /// range.
  static constexpr uint32_t kFirstRun = 0x104000;
  static constexpr size_t kMostRuns = 0xbffe;

  /// `html` is UTF-8. The results stay until the next call.
  void run(std::string_view html);

  const std::string& markup() const { return markup_; }
  /// The runs of text that the markup holds as one character each: views into `html`.
  const std::vector<std::string_view>& runs() const { return runs_; }
  /// Contents of `<script type="application/ld+json">`: views into `html`.
  const std::vector<std::string_view>& linked_data() const { return linked_data_; }

 private:
  struct Tag;
  size_t read_tag(std::string_view html, size_t at);
  size_t read_attributes(std::string_view html, size_t at, Tag& tag);
  size_t skip_raw(std::string_view html, size_t at, const Tag& tag);
  size_t skip_nested(std::string_view html, size_t at, std::string_view name);
  void add_text(std::string_view text);
  void add_run(std::string_view text);
  void add_letters(std::string_view text);
  void open(const Tag& tag);
  void close(const Tag& tag);

  uint8_t marks_of(std::string_view name);
  void add_attribute(Tag& tag, std::string_view name, std::string_view value, char quote);

  std::string markup_;
  std::string attributes_;  // of the tag under way
  std::vector<std::string_view> linked_data_, runs_;
  std::vector<bool> spans_;  // open ones: whether they were kept
  struct NameHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, uint8_t, NameHash, std::equal_to<>>
      known_names_;  // marks of classes and ids, which pages of one site share
  size_t depth_ = 0;
  bool at_edge_ = false;  // the last tag begins or ends a block
  bool in_link_ = false, in_preformatted_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_HTML_MARKUP_FILTER_H_
