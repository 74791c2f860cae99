#include "extract/text/html/boilerplate.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "extract/text/strings.h"

namespace actant {
namespace {

// Whole words of a class.
constexpr auto kWords = std::to_array<std::string_view>({"ad",
                                                         "ads",
                                                         "advert",
                                                         "adverts",
                                                         "advertisement",
                                                         "advertising",
                                                         "share",
                                                         "sharing",
                                                         "shares",
                                                         "social",
                                                         "related",
                                                         "recommended",
                                                         "recommendation",
                                                         "recommendations",
                                                         "newsletter",
                                                         "newsletters",
                                                         "signup",
                                                         "subscribe",
                                                         "subscription",
                                                         "promo",
                                                         "promos",
                                                         "promotion",
                                                         "sidebar",
                                                         "breadcrumb",
                                                         "breadcrumbs",
                                                         "byline",
                                                         "bylines",
                                                         "author",
                                                         "authors",
                                                         "caption",
                                                         "captions",
                                                         "credit",
                                                         "credits",
                                                         "footer",
                                                         "masthead",
                                                         "menu",
                                                         "navbar",
                                                         "navigation",
                                                         "nav",
                                                         "popup",
                                                         "modal",
                                                         "cookie",
                                                         "cookies",
                                                         "consent",
                                                         "gdpr",
                                                         "sponsor",
                                                         "sponsored",
                                                         "taboola",
                                                         "outbrain",
                                                         "tags",
                                                         "taglist",
                                                         "topics",
                                                         "trending",
                                                         "popular",
                                                         "readmore",
                                                         "pagination",
                                                         "pager",
                                                         "login",
                                                         "register",
                                                         "toolbar",
                                                         "copyright",
                                                         "disclaimer",
                                                         "excerpt",
                                                         "timestamp",
                                                         "gallery",
                                                         "slideshow",
                                                         "carousel",
                                                         "tweet",
                                                         "twitter",
                                                         "facebook",
                                                         "instagram",
                                                         "whatsapp",
                                                         "pinterest",
                                                         "pullquote",
                                                         "teaser",
                                                         "teasers",
                                                         "banner",
                                                         "donate",
                                                         "donation",
                                                         "feedback",
                                                         "poll",
                                                         "quiz",
                                                         "comment",
                                                         "comments",
                                                         "disqus",
                                                         "respond",
                                                         "reply",
                                                         "replies",
                                                         "addthis",
                                                         "sharedaddy",
                                                         "jp",
                                                         "widget",
                                                         "widgets",
                                                         "overlay",
                                                         "hidden",
                                                         "dropdown",
                                                         "rating",
                                                         "ratings",
                                                         "printonly",
                                                         "skiplink",
                                                         "bio",
                                                         "biography",
                                                         "infobox",
                                                         "syndication",
                                                         "paywall",
                                                         "piano",
                                                         "offcanvas",
                                                         "tooltip",
                                                         "trc",
                                                         "metadata",
                                                         "pub",
                                                         "datetime",
                                                         "dateline2"});

// Neighbouring words: `read-more`, `sign-up`.
constexpr auto kPairs = std::to_array<std::string_view>(
    {"read more",     "sign up",       "most read",       "most popular",  "also like",    "more stories",
     "more news",     "more on",       "more from",       "read next",     "up next",      "see also",
     "you may",       "sr only",       "visually hidden", "screen reader", "pull quote",   "side bar",
     "link list",     "story list",    "article list",    "author info",   "about author", "news letter",
     "call to",       "skip link",     "print only",      "no print",      "photo credit", "image caption",
     "wp caption",    "media caption", "tag list",        "article tags",  "post tags",    "post meta",
     "entry meta",    "article meta",  "article info",    "entry footer",  "post footer",  "site header",
     "site footer",   "page header",   "global header",   "follow us",     "top stories",  "latest news",
     "other stories", "inline promo",  "rich link",       "load more",     "live ticker",  "fact box",
     "key points"});

constexpr auto kBodies = std::to_array<std::string_view>(
    {"article body",    "articlebody",      "story body",        "storybody",         "entry content", "post content",
     "article content", "articlecontent",   "story content",     "body copy",         "body content",  "article text",
     "articletext",     "story text",       "post body",         "postbody",          "page content",  "news body",
     "content body",    "article copy",     "main content body", "article main body", "storycontent",  "entrycontent",
     "rich text body",  "article page body"});

// How a short block begins that talks of the page.
constexpr auto kRemarks = std::to_array<std::string_view>({"advertisement",
                                                           "read more",
                                                           "read also",
                                                           "also read",
                                                           "read next",
                                                           "see also",
                                                           "related:",
                                                           "related stor",
                                                           "related article",
                                                           "related cover",
                                                           "related content",
                                                           "related topics",
                                                           "related news",
                                                           "share this",
                                                           "share on",
                                                           "share via",
                                                           "follow us",
                                                           "follow @",
                                                           "sign up",
                                                           "subscribe",
                                                           "click here",
                                                           "story continues",
                                                           "article continues",
                                                           "continue reading",
                                                           "watch:",
                                                           "watch more",
                                                           "watch now",
                                                           "video:",
                                                           "listen:",
                                                           "photo:",
                                                           "photos:",
                                                           "image:",
                                                           "more:",
                                                           "more on ",
                                                           "more from",
                                                           "more stories",
                                                           "more news",
                                                           "skip to",
                                                           "skip ad",
                                                           "loading",
                                                           "download the",
                                                           "get the app",
                                                           "like us on",
                                                           "join our",
                                                           "join the conversation",
                                                           "have your say",
                                                           "view comments",
                                                           "leave a comment",
                                                           "comments",
                                                           "what do you think",
                                                           "recommended",
                                                           "you may also",
                                                           "you might also",
                                                           "most read",
                                                           "most popular",
                                                           "trending",
                                                           "copyright",
                                                           "\xc2\xa9",
                                                           "all rights reserved",
                                                           "print this",
                                                           "email this",
                                                           "save article",
                                                           "scroll to continue",
                                                           "this article was originally published",
                                                           "this story was originally published",
                                                           "originally published",
                                                           "published:",
                                                           "updated:",
                                                           "last updated",
                                                           "published on",
                                                           "posted on",
                                                           "posted by",
                                                           "filed under",
                                                           "tags:",
                                                           "topics:",
                                                           "image source",
                                                           "image caption",
                                                           "media caption",
                                                           "getty images",
                                                           "file photo",
                                                           "support our journalism",
                                                           "our newsletter",
                                                           "get our",
                                                           "don't miss",
                                                           "don\xe2\x80\x99t miss",
                                                           "editor's picks",
                                                           "editors' picks",
                                                           "sponsored",
                                                           "promoted",
                                                           "ad feedback",
                                                           "play video",
                                                           "close",
                                                           "now playing",
                                                           "up next",
                                                           "hide caption",
                                                           "toggle caption",
                                                           "enlarge this image",
                                                           "want to get more",
                                                           "to read more",
                                                           "for more news",
                                                           "for more stories",
                                                           "if you enjoyed",
                                                           "click to",
                                                           "tap here",
                                                           "top stories",
                                                           "latest news",
                                                           "we use cookies",
                                                           "this video",
                                                           "get breaking news",
                                                           "the views expressed",
                                                           "opinions expressed",
                                                           "contact us",
                                                           "contact the author",
                                                           "report a typo"});

// `relatedArticles-list_2` as ` related articles list `.
std::string words_of(std::string_view name) {
  std::string words = " ";
  words.reserve(2 * name.size() + 2);
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_ascii_letter(c)) {
      if (!words.ends_with(' ')) words += ' ';
      continue;
    }
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z') words += ' ';
    words += ascii_lower(c);
  }
  if (!words.ends_with(' ')) words += ' ';
  return words;
}

/// What the words and phrases above say of a name, by one look into a table for each word: a page has hundreds of
/// names, and there are two hundred phrases.
class NamePhrases {
 public:
  NamePhrases() {
    constexpr auto kComments = std::to_array<std::string_view>({"comment", "comments", "disqus", "respond", "replies"});
    add(kWords, kMarkBoilerplate);
    add(kPairs, kMarkBoilerplate);
    constexpr auto kDialogs = std::to_array<std::string_view>({"cookie", "cookies", "consent", "gdpr"});
    add(kComments, kMarkComments);
    add(kDialogs, kMarkDialog);
    add(kBodies, kMarkBody);
  }
  /// The marks of the phrases that `words` begins with. `words` begins with a letter and ends in a blank.
  uint8_t marks_at(std::string_view words) const {
    uint8_t marks = 0;
    const std::string_view first = words.substr(0, words.find(' '));
    for (const Phrase& phrase : slots_[slot(first)]) {
      const size_t size = phrase.text.size();
      if (words.size() > size && words[size] == ' ' && words.starts_with(phrase.text)) marks |= phrase.mark;
    }
    return marks;
  }

 private:
  static constexpr size_t kSlots = 1024;  // five times as many as phrases
  struct Phrase {
    std::string_view text;
    uint8_t mark = 0;
  };
  static size_t slot(std::string_view word) {
    const auto letter = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(word[i])); };
    return (letter(0) * 7 + letter(word.size() / 2) * 31 + letter(word.size() - 1) * 101 + word.size() * 13) % kSlots;
  }
  void add(std::span<const std::string_view> phrases, uint8_t mark) {
    for (const std::string_view phrase : phrases)
      slots_[slot(phrase.substr(0, phrase.find(' ')))].push_back({phrase, mark});
  }

  std::array<std::vector<Phrase>, kSlots> slots_;  // by the first word
};

}  // namespace

uint8_t marks_of_name(std::string_view class_or_id) {
  static const NamePhrases kPhrases;
  if (class_or_id.empty()) return 0;
  const std::string words = words_of(class_or_id);
  uint8_t marks = 0;
  for (size_t begin = 1; begin < words.size(); begin = words.find(' ', begin) + 1) {
    marks |= kPhrases.marks_at(std::string_view(words).substr(begin));
  }
  return marks;
}

uint8_t marks_of_role(std::string_view role) {
  if (role == "dialog" || role == "alertdialog") return kMarkBoilerplate | kMarkDialog;
  const bool boilerplate = role == "navigation" || role == "complementary" || role == "banner" ||
                           role == "contentinfo" || role == "search" || role == "alert" || role == "menu";
  return boilerplate ? kMarkBoilerplate : 0;
}

bool is_page_remark(const TextBlock& block) {
  constexpr uint32_t kMostWords = 30;
  if (block.words > kMostWords) return false;
  std::string_view text = block.text;
  while (!text.empty() && (text[0] == '(' || text[0] == '[' || text[0] == '*' || text[0] == '-' || text[0] == ' ')) {
    text.remove_prefix(1);
  }
  for (const std::string_view remark : kRemarks) {
    if (starts_with_ignoring_case(text, remark))
      return block.words <= 8 || block.linked_words > 0 || remark.ends_with(':');
  }
  return false;
}

}  // namespace actant
