#include "extract/text/html/markup_filter.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "extract/text/html/boilerplate.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

using Names = std::span<const std::string_view>;
constexpr size_t kNone = std::string_view::npos;

// Their looks change no text; without them a parser has nothing to open again in each paragraph.
constexpr auto kLooks = std::to_array<std::string_view>(
    {"b",      "i",    "em",     "strong", "font",  "u",     "s",     "small",  "big",     "tt",
     "strike", "nobr", "code",   "mark",   "abbr",  "cite",  "wbr",   "sub",    "sup",     "q",
     "kbd",    "samp", "var",    "dfn",    "ins",   "bdi",   "bdo",   "center", "acronym", "data",
     "path",   "img",  "source", "use",    "input", "param", "track", "area",   "col",     "embed"});

// Everything up to the end tag is text (or nothing a reader sees).
constexpr auto kRaw = std::to_array<std::string_view>(
    {"script", "style", "noscript", "iframe", "noembed", "noframes", "textarea", "xmp"});

// Left out with all they hold.
constexpr auto kDropped = std::to_array<std::string_view>({"svg", "math", "template", "select", "video", "audio",
                                                           "canvas", "object", "picture", "nav", "footer", "aside",
                                                           "figure", "figcaption", "button", "dialog", "menu"});

constexpr auto kVoid = std::to_array<std::string_view>({"br", "hr", "meta", "link", "base"});

// The end tag may be left out, so that open ones say nothing of the depth.
constexpr auto kImplied = std::to_array<std::string_view>(
    {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "html", "head", "body"});

// They begin and end a block of text, so that a blank at their edge is not seen.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"div", "p",  "ul",      "ol",      "dl",     "li",   "dt",         "dd",      "h1",      "h2",      "h3",  "h4",
     "h5",  "h6", "section", "article", "header", "main", "blockquote", "address", "details", "summary", "form"});

enum TagKind : uint8_t { kIsLook = 1, kIsRaw = 2, kIsDropped = 4, kIsVoid = 8, kIsImplied = 16, kIsBlock = 32 };

/// What the lists above say of a name, by one look into a table: a page has thousands of tags.
class TagKinds {
 public:
  TagKinds() {
    add(kLooks, kIsLook);
    add(kRaw, kIsRaw);
    add(kDropped, kIsDropped);
    add(kVoid, kIsVoid);
    add(kImplied, kIsImplied);
    add(kBlocks, kIsBlock);
  }
  /// The TagKinds of `name`, 0 for all others. `name` is not empty.
  uint8_t of(std::string_view name) const {
    for (size_t at = slot(name); !table_[at].name.empty(); at = (at + 1) % kSlots) {
      if (table_[at].name == name) return table_[at].kind;
    }
    return 0;
  }

 private:
  static constexpr size_t kSlots = 512;  // five times as many as names
  struct Entry {
    std::string_view name;
    uint8_t kind = 0;
  };
  static size_t slot(std::string_view name) {
    const auto letter = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(name[i])); };
    return (letter(0) * 7 + letter(name.size() / 2) * 31 + letter(name.size() - 1) * 101 + name.size() * 13) % kSlots;
  }
  void add(Names names, uint8_t kind) {
    for (const std::string_view name : names) {
      size_t at = slot(name);
      while (!table_[at].name.empty() && table_[at].name != name) at = (at + 1) % kSlots;
      table_[at].name = name;
      table_[at].kind |= kind;
    }
  }
  std::array<Entry, kSlots> table_;
};

uint8_t kind_of(std::string_view name) {
  static const TagKinds kKinds;
  return kKinds.of(name);
}

// The bytes that a character of kFirstRun and up begins with; nothing else does that a page may want to show.
constexpr char kRunByte = '\xf4';

void append_run(std::string& markup, size_t index) {
  const auto point = static_cast<uint32_t>(MarkupFilter::kFirstRun + index);
  markup += kRunByte;
  for (const int shift : {12, 6, 0}) markup += static_cast<char>(0x80 | ((point >> shift) & 0x3f));
}

// Whether a numeric character reference at `at`, `&#...`, means one of the characters that stand for runs.
bool refers_to_run(std::string_view text, size_t at) {
  at += 2;
  const bool hex = at < text.size() && (text[at] | 32) == 'x';
  at += hex;
  uint64_t value = 0;
  for (; at < text.size() && value < (1u << 24); ++at) {
    const char c = ascii_lower(text[at]);
    const bool letter = hex && c >= 'a' && c <= 'f';
    if (!is_ascii_digit(c) && !letter) break;
    value = value * (hex ? 16 : 10) + static_cast<uint64_t>(letter ? c - 'a' + 10 : c - '0');
  }
  return value >= MarkupFilter::kFirstRun && value < MarkupFilter::kFirstRun + MarkupFilter::kMostRuns;
}

// Whether a meta tag of this name may give title, date, address, publisher or author: see html_metadata.cc.
bool names_metadata(std::string_view name) {
  static constexpr auto kParts = std::to_array<std::string_view>(
      {"title", "date", "time", "url", "site_name", "author", "publi", "byl", "headline", "hdl", "creator", "cre",
       "parsely", "modified", "application-name", "created"});
  if (find_ignoring_case(name, "image") != kNone || name.size() > 60) return false;
  return std::any_of(kParts.begin(), kParts.end(), [&](auto part) { return find_ignoring_case(name, part) != kNone; });
}

bool ends_name(char c) { return is_ascii_blank(c) || c == '/' || c == '>'; }

constexpr size_t kLongestName = 24;     // bytes; longer ones are custom elements, which mean nothing
constexpr size_t kLongestValue = 2000;  // bytes of a `content`, which may be a headline
constexpr size_t kMostNames = 20000;    // remembered
constexpr size_t kMostAttributes = 40;  // looked at in one tag

}  // namespace

struct MarkupFilter::Tag {
  std::string_view name;  // lower case, in `buffer`
  std::array<char, kLongestName> buffer;
  uint8_t kind = 0;          // bits of TagKind
  uint8_t marks = 0;         // HtmlMark
  bool useful = false;       // a meta tag that may say who published what when
  bool linked_data = false;  // a script that holds JSON-LD
};

void MarkupFilter::run(std::string_view html) {
  markup_.clear();
  linked_data_.clear();
  runs_.clear();
  depth_ = 0;
  spans_.clear();
  at_edge_ = in_link_ = in_preformatted_ = false;
  for (size_t at = 0; at < html.size();) {
    const auto* found = static_cast<const char*>(std::memchr(html.data() + at, '<', html.size() - at));
    const size_t tag = found ? static_cast<size_t>(found - html.data()) : html.size();
    add_text(html.substr(at, tag - at));
    if (tag == html.size()) break;
    at = read_tag(html, tag);
  }
  markup_.erase(std::remove(markup_.begin(), markup_.end(), '\0'), markup_.end());
}

// Reads the tag or comment at `at`; the offset behind it and what goes with it.
size_t MarkupFilter::read_tag(std::string_view html, size_t at) {
  const char next = at + 1 < html.size() ? html[at + 1] : '\0';
  if (next == '!') {
    if (html.substr(at).starts_with("<!--")) {
      // `<!-->` is a whole comment.
      const size_t end = html.find("-->", at + 2);
      return end == kNone ? html.size() : end + 3;
    }
    const size_t end = std::min(html.find('>', at), html.size() - 1);
    if (starts_with_ignoring_case(html.substr(at), "<!doctype")) markup_ += "<!DOCTYPE html>";
    return end + 1;
  }
  const bool closing = next == '/';
  const size_t begin = at + 1 + (closing ? 1 : 0);
  if (begin >= html.size() || !is_ascii_letter(html[begin])) {
    if (next == '?' || closing) return std::min(html.find('>', at), html.size() - 1) + 1;
    markup_ += "&lt;";
    at_edge_ = false;
    return at + 1;
  }
  size_t end = begin;
  while (end < html.size() && !ends_name(html[end])) ++end;
  Tag tag;
  const size_t length = std::min(end - begin, kLongestName);
  for (size_t i = 0; i < length; ++i) tag.buffer[i] = ascii_lower(html[begin + i]);
  tag.name = {tag.buffer.data(), length};
  end = read_attributes(html, end, tag);
  const bool custom = tag.name.find_first_of("-:") != kNone;
  tag.kind = custom ? 0 : kind_of(tag.name);
  if (closing) {
    if (!custom && tag.kind != kIsLook) close(tag);
    return end;
  }
  if (custom || tag.name == "plaintext" || tag.name == "frameset") return end;
  if (tag.kind == kIsRaw) return skip_raw(html, end, tag);
  if (tag.kind == kIsDropped) return skip_nested(html, end, tag.name);
  if (tag.kind == kIsLook || (tag.name == "link" && attributes_.find("canonical") == kNone)) return end;
  if (tag.name == "meta" && !tag.useful) return end;
  open(tag);
  return end;
}

size_t MarkupFilter::read_attributes(std::string_view html, size_t at, Tag& tag) {
  attributes_.clear();
  for (size_t count = 0; at < html.size();) {
    while (at < html.size() && (is_ascii_blank(html[at]) || html[at] == '/')) ++at;
    if (at >= html.size()) return html.size();
    if (html[at] == '>') return at + 1;
    const size_t name_begin = at;
    ++at;  // a name may begin with `=`
    while (at < html.size() && !ends_name(html[at]) && html[at] != '=') ++at;
    const std::string_view raw_name = html.substr(name_begin, at - name_begin);
    while (at < html.size() && is_ascii_blank(html[at])) ++at;
    std::string_view value;
    char quote = '"';
    if (at < html.size() && html[at] == '=') {
      ++at;
      while (at < html.size() && is_ascii_blank(html[at])) ++at;
      if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
        quote = html[at++];
        const auto* found = static_cast<const char*>(std::memchr(html.data() + at, quote, html.size() - at));
        const size_t end = found ? static_cast<size_t>(found - html.data()) : html.size();
        value = html.substr(at, end - at);
        at = std::min(end + 1, html.size());
      } else {
        const size_t begin = at;
        while (at < html.size() && !is_ascii_blank(html[at]) && html[at] != '>') ++at;
        value = html.substr(begin, at - begin);
        if (value.find('"') != kNone) continue;
      }
    }
    if (++count > kMostAttributes || raw_name.size() > 12) continue;
    std::array<char, 12> lower;
    std::transform(raw_name.begin(), raw_name.end(), lower.begin(), ascii_lower);
    const std::string_view name(lower.data(), raw_name.size());
    add_attribute(tag, name, value, quote);
  }
  return html.size();
}

uint8_t MarkupFilter::marks_of(std::string_view name) {
  if (name.empty()) return 0;
  if (const auto at = known_names_.find(name); at != known_names_.end()) return at->second;
  if (known_names_.size() > kMostNames) known_names_.clear();
  return known_names_.emplace(name, marks_of_name(name)).first->second;
}

// Keeps what an attribute says, as a mark or as it is.
void MarkupFilter::add_attribute(Tag& tag, std::string_view name, std::string_view value, char quote) {
  if (tag.name == "script") {
    if (name == "type") tag.linked_data = find_ignoring_case(value, "ld+json") != kNone;
    return;
  }
  const bool meta = tag.name == "meta" || tag.name == "link" || tag.name == "base";
  bool kept = name == "itemprop";
  if (meta) {
    if (name == "property" || name == "name" || name == "itemprop") tag.useful = tag.useful || names_metadata(value);
    kept = name == "content" || name == "property" || name == "name" || name == "rel" || name == "href" || kept;
  } else if (name == "class" || name == "id") {
    tag.marks |= marks_of(value);
  } else if (name == "role") {
    tag.marks |= marks_of_role(value);
  } else if (name == "style") {
    const bool hides =
        find_ignoring_case(value, "display:none") != kNone || find_ignoring_case(value, "display: none") != kNone;
    if (hides) tag.marks |= kMarkHidden;
  } else if (name == "hidden" || (name == "aria-hidden" && value == "true")) {
    tag.marks |= kMarkHidden;
  } else if (name == "itemprop" || name == "property") {  // microdata; RDFa, with a prefix or without
    const std::string_view term = value.substr(value.rfind(':') + 1);
    if (term == "articleBody") tag.marks |= kMarkBody;
    kept = term == "datePublished" || term == "headline";
  } else {
    kept = name == "content" || (name == "datetime" && tag.name == "time") || (name == "lang" && tag.name == "html");
  }
  if (!kept) return;
  attributes_.append(" ").append(name).append("=").append(1, quote);
  attributes_.append(value.substr(0, kLongestValue)).append(1, quote);
}

// Behind the end tag of a raw text element; `<script>` with linked data is kept.
size_t MarkupFilter::skip_raw(std::string_view html, size_t at, const Tag& tag) {
  for (size_t search = at;;) {
    const size_t end = html.find("</", search);
    if (end == kNone) return html.size();
    const std::string_view rest = html.substr(end + 2);
    if (starts_with_ignoring_case(rest, tag.name) && rest.size() > tag.name.size() &&
        ends_name(rest[tag.name.size()])) {
      if (tag.linked_data) linked_data_.push_back(html.substr(at, end - at));
      return std::min(html.find('>', end), html.size() - 1) + 1;
    }
    search = end + 2;
  }
}

// Behind the end tag that belongs to an element just opened; right behind the start tag when there is none.
size_t MarkupFilter::skip_nested(std::string_view html, size_t at, std::string_view name) {
  size_t depth = 1;
  for (size_t search = at; (search = html.find('<', search)) != kNone; ++search) {
    std::string_view rest = html.substr(search + 1);
    const bool closing = rest.starts_with('/');
    if (closing) rest.remove_prefix(1);
    if (!starts_with_ignoring_case(rest, name) || rest.size() <= name.size() || !ends_name(rest[name.size()])) continue;
    const size_t end = std::min(html.find('>', search), html.size() - 1);
    if (!closing) {
      depth += html[end - 1] != '/';
    } else if (--depth == 0) {
      return end + 1;
    }
  }
  return at;
}

// Blanks between tags are most of what is left of a page: one of them is enough, and at the edge of a block none. In a
// link that was not closed they say where a browser opens it again, in preformatted text they are text.
void MarkupFilter::add_text(std::string_view text) {
  if (text.empty()) return;
  const bool at_edge = at_edge_ && !in_link_ && !in_preformatted_;
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == kNone) {
    if (!at_edge && !markup_.ends_with(' ') && !markup_.ends_with('\n')) markup_ += text[0] == '\n' ? '\n' : ' ';
    return;
  }
  at_edge_ = false;
  if (begin > 0) {
    if (!at_edge) markup_ += text[begin - 1];
    text.remove_prefix(begin);
  }
  if (std::memchr(text.data(), '\0', text.size()) != nullptr) return add_letters(text);
  while (!text.empty()) {
    const auto* found = static_cast<const char*>(std::memchr(text.data(), '&', text.size()));
    const size_t plain = found ? static_cast<size_t>(found - text.data()) : text.size();
    add_run(text.substr(0, plain));
    size_t end = plain;
    if (found) {
      for (++end; end < text.size() && (is_ascii_letter(text[end]) || is_ascii_digit(text[end]) || text[end] == '#');) {
        ++end;
      }
      end += end < text.size() && text[end] == ';';
      add_letters(text.substr(plain, end - plain));
    }
    text.remove_prefix(end);
  }
}

// Text without character references.
void MarkupFilter::add_run(std::string_view text) {
  constexpr size_t kShortest = 3;
  // Where blanks are all there is, a parser has to see that; characters that would be taken for a run go.
  const bool worth = text.size() >= kShortest && text.find_first_not_of(" \t\r\n") != kNone &&
                     std::memchr(text.data(), kRunByte, text.size()) == nullptr;
  if (!worth || runs_.size() == kMostRuns) return add_letters(text);
  append_run(markup_, runs_.size());
  runs_.push_back(text);
}

// Text as it is, but for characters, written or referred to, that would be taken for a run.
void MarkupFilter::add_letters(std::string_view text) {
  size_t done = 0;
  for (size_t at = text.find_first_of("&\xf4"); at != kNone; at = text.find_first_of("&\xf4", at + 1)) {
    if (text[at] == '&' && !(text.substr(at).starts_with("&#") && refers_to_run(text, at))) continue;
    markup_ += text.substr(done, at - done);
    done = std::min(text.size(), at + (text[at] == '&' ? 2 : 4));
  }
  markup_ += text.substr(done);
}

void MarkupFilter::open(const Tag& tag) {
  // A span says nothing but by an attribute that is no look.
  if (tag.name == "span") {
    const bool kept = ((tag.marks & kMarkHidden) != 0 || !attributes_.empty()) && depth_ < kDeepest;
    spans_.push_back(kept);
    if (!kept) return;
  }
  const bool counts = (tag.kind & (kIsVoid | kIsImplied)) == 0;
  if (counts && depth_ >= kDeepest) return;
  at_edge_ = (tag.kind & kIsBlock) != 0;
  in_link_ = in_link_ || tag.name == "a";
  in_preformatted_ = in_preformatted_ || tag.name == "pre";
  depth_ += counts;
  markup_.append("<").append(tag.name).append(attributes_);
  if (tag.marks != 0 && tag.name != "a") markup_.append(" m=").append(1, static_cast<char>('@' + tag.marks));
  markup_ += '>';
}

void MarkupFilter::close(const Tag& tag) {
  if ((tag.kind & kIsVoid) != 0) return;
  if (tag.name == "span") {
    if (spans_.empty()) return;
    const bool kept = spans_.back();
    spans_.pop_back();
    if (!kept) return;
  }
  if ((tag.kind & kIsImplied) == 0 && depth_ > 0) --depth_;
  at_edge_ = (tag.kind & kIsBlock) != 0;
  if (tag.name == "a") in_link_ = false;
  if (tag.name == "pre") in_preformatted_ = false;
  markup_.append("</").append(tag.name).append(">");
}

}  // namespace actant
