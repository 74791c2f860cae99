#include "extract/text/html/main_text.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_set>
#include <vector>

#include "extract/text/html/boilerplate.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// The constants below were chosen on the half of the pages that tools/eval/html_text.py calls `dev`.
constexpr double kFee = 9;             // words that a block of no paragraph must bring to be worth something
constexpr double kLinkedWord = 2.5;    // what a word in a link costs
constexpr double kEnoughOfBest = 0.8;  // an element inside the best one that is worth so much of it is the article
constexpr double kBodyOfBest = 0.5;    // the same for an element that is called the article's body
constexpr double kMostDebt = 12;       // that a part takes from the whole
constexpr double kMostComments =
    0.9;                             // comments or dialogs above this share of the page are the article: they are none
constexpr double kMostOfPage = 0.4;  // an element with so much of the page's running text is never boilerplate

bool is_paragraph(const TextBlock& block) {
  return block.tag == HtmlTag::kParagraph || block.tag == HtmlTag::kQuote || block.tag == HtmlTag::kPreformatted;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')' ||
                           text.ends_with("\xe2\x80\x9d") || text.ends_with("\xe2\x80\x99"))) {
    text.remove_suffix(static_cast<unsigned char>(text.back()) < 0x80 ? 1 : 3);
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\xe2\x80\xa6") ||
         text.ends_with(':');
}

// Paragraphs may be full of links; in anything else links are a menu.
double worth(const TextBlock& block) {
  const double own = block.words - block.linked_words;
  if (is_paragraph(block) && own * 4 >= block.words) return block.words >= 10 ? own : own / 2;
  const double value = own - kLinkedWord * block.linked_words;
  if (block.words >= 20 && ends_sentence(block.text)) return value;
  if (block.tag == HtmlTag::kHeading && block.linked_words == 0) return std::min(value, 4.0) - 3;
  return value - kFee;
}

// The word sequences of a text, to tell whether another one holds the same words.
class Trigrams {
 public:
  explicit Trigrams(std::string_view text) {
    scan(text, [&](uint64_t gram) { known_.insert(gram); });
    for_each_word(text, [&](uint64_t) { ++words_; });
  }
  uint32_t words() const { return words_; }

  /// Share of the word sequences of `text` that are known; of a text of one or two words, 0.
  double share_of(std::string_view text) const {
    uint32_t all = 0, found = 0;
    scan(text, [&](uint64_t gram) {
      ++all;
      found += known_.contains(gram);
    });
    return all == 0 ? 0 : static_cast<double>(found) / all;
  }

 private:
  template <typename Take>
  static void for_each_word(std::string_view text, const Take& take) {
    constexpr uint64_t kBasis = 14695981039346656037u, kPrime = 1099511628211u;  // FNV-1a
    uint64_t hash = kBasis;
    for (size_t i = 0; i <= text.size(); ++i) {
      const char c = i < text.size() ? ascii_lower(text[i]) : ' ';
      if (is_ascii_letter(c) || is_ascii_digit(c)) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
      } else if (hash != kBasis) {
        take(hash);
        hash = kBasis;
      }
    }
  }
  template <typename Take>
  static void scan(std::string_view text, const Take& take) {
    uint64_t first = 0, second = 0;
    for_each_word(text, [&](uint64_t word) {
      if (first != 0) take((first * 31 + second) * 31 + word);
      first = second;
      second = word;
    });
  }

  std::unordered_set<uint64_t> known_;
  uint32_t words_ = 0;
};

class Finder {
 public:
  Finder(const HtmlTree& tree, std::string_view title, std::string_view known_body)
      : tree_(tree), nodes_(tree.nodes()), title_(collapse_blanks(title)), known_body_(known_body) {}

  std::string run() {
    if (nodes_.empty()) return std::string(known_body_);
    blocks_ = cut_text_blocks(tree_);
    skip_boilerplate();
    choose_element();
    std::vector<const TextBlock*> chosen = choose_blocks();
    if (!known_body_.empty()) settle_with_known_body(chosen);
    return join(chosen);
  }

 private:
  // Elements whose names say that they are no part of the article, unless they hold much of the page's running text: a
  // theme may call everything `with-sidebar`. Comments, and what cookies are for, are left out however long they are.
  void skip_boilerplate() {
    skip_.assign(nodes_.size(), false);
    std::vector<double> running(nodes_.size() + 1, 0);  // words in the nodes before
    for (const TextBlock& block : blocks_) {
      if (block.words >= 12 && block.linked_words * 3 <= block.words) running[block.node + 1] += block.words;
    }
    std::partial_sum(running.begin(), running.end(), running.begin());
    for (uint32_t i = 1; i < nodes_.size();) {
      const HtmlNode& node = nodes_[i];
      const bool whole = node.tag == HtmlTag::kBody || node.tag == HtmlTag::kHtml || node.tag == HtmlTag::kHead;
      if (node.is_element() && !whole && node.tag != HtmlTag::kMain &&
          (node.marks & (kMarkHidden | kMarkBoilerplate)) != 0) {
        const double words = running[node.end] - running[i], share = words / std::max(1.0, running.back());
        const bool never = share < kMostComments && (node.marks & (kMarkComments | kMarkDialog)) != 0;
        if (share <= kMostOfPage || never) {
          std::fill(skip_.begin() + i, skip_.begin() + node.end, true);
          i = node.end;
          continue;
        }
      }
      ++i;
    }
    std::erase_if(blocks_, [&](const TextBlock& block) { return skip_[block.node]; });
  }

  // What the blocks of each subtree are worth; a part that is in debt costs the whole little: it is cut out anyway.
  void add_up() {
    worth_.assign(nodes_.size(), 0);
    for (const TextBlock& block : blocks_) worth_[block.node] += worth(block);
    for (size_t i = nodes_.size() - 1; i > 0; --i) {
      worth_[nodes_[i].parent] += std::max(worth_[i], -kMostDebt);
    }
  }

  void choose_element() {
    add_up();
    const double best = *std::max_element(worth_.begin(), worth_.end());
    // The last element in document order that is worth enough is inside all others that are.
    uint32_t chosen = 0, body = 0;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (!node.is_element() || skip_[i] || worth_[i] < kBodyOfBest * best) continue;
      if (worth_[i] >= kEnoughOfBest * best) chosen = i;
      if ((node.marks & kMarkBody) != 0 && (body == 0 || worth_[i] > worth_[body])) body = i;
    }
    element_ = body != 0 ? body : chosen;
  }

  bool inside_element(const TextBlock& block) const {
    return block.node >= element_ && block.node < nodes_[element_].end;
  }

  // An element between the article and the block that is worth less than nothing: a list of teasers.
  bool in_debt(const TextBlock& block) const {
    for (uint32_t i = block.node; i > element_; i = nodes_[i].parent) {
      const HtmlTag tag = nodes_[i].tag;
      const bool groups = tag == HtmlTag::kBlock || tag == HtmlTag::kList || tag == HtmlTag::kTable ||
                          tag == HtmlTag::kForm || tag == HtmlTag::kArticle || tag == HtmlTag::kHeader;
      if (groups && worth_[i] < -kFee / 2) return true;
    }
    return false;
  }

  bool keep(const TextBlock& block) const {
    if (is_page_remark(block)) return false;
    const uint32_t own = block.words - block.linked_words;
    if (block.linked_words * 10 > block.words * 7 && block.words > 2 && !(is_paragraph(block) && own >= 12))
      return false;
    if (block.linked_words == block.words && !is_paragraph(block)) return false;
    return !in_debt(block);
  }

  std::vector<const TextBlock*> choose_blocks() const {
    std::vector<const TextBlock*> chosen;
    for (const TextBlock& block : blocks_) {
      if (inside_element(block) && keep(block)) chosen.push_back(&block);
    }
    // Headings that head nothing, and the title once more.
    const auto is_title = [&](const TextBlock* block) { return !title_.empty() && block->text == title_; };
    while (!chosen.empty() &&
           (is_title(chosen.front()) || (chosen.front()->tag == HtmlTag::kHeading && chosen.front()->level == 1))) {
      chosen.erase(chosen.begin());
    }
    while (!chosen.empty() && chosen.back()->tag == HtmlTag::kHeading) chosen.pop_back();
    return chosen;
  }

  // The metadata of many pages hold the whole body, without its paragraphs: blocks that are in it belong to the
  // article, and where the page shows no such text, it is the text.
  void settle_with_known_body(std::vector<const TextBlock*>& chosen) {
    constexpr uint32_t kFewestWords = 40;
    constexpr double kSame = 0.6;
    const Trigrams known(known_body_);
    if (known.words() < kFewestWords) return;
    uint32_t chosen_words = 0, matched_words = 0;
    for (const TextBlock* block : chosen) chosen_words += block->words;
    std::vector<const TextBlock*> matched;
    for (const TextBlock& block : blocks_) {
      if (known.share_of(block.text) < kSame) continue;
      matched.push_back(&block);
      matched_words += block.words;
    }
    if (matched_words * 10 < known.words() * 5) {
      if (known.words() > chosen_words) use_known_body_ = true;
      return;
    }
    // A body that is cut off says nothing of what follows.
    if (known.words() * 10 < chosen_words * 7 || matched_words * 10 < known.words() * 8) return;
    chosen = std::move(matched);
  }

  std::string join(const std::vector<const TextBlock*>& chosen) const {
    if (use_known_body_) return std::string(trim(known_body_));
    std::string text;
    for (const TextBlock* block : chosen) {
      if (!text.empty()) text += "\n\n";
      text += block->text;
    }
    return text;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const std::string title_;
  const std::string_view known_body_;
  std::vector<bool> skip_;
  std::vector<TextBlock> blocks_;
  std::vector<double> worth_;  // of each subtree
  uint32_t element_ = 0;
  bool use_known_body_ = false;
};

}  // namespace

std::string find_main_text(const HtmlTree& tree, std::string_view title, std::string_view known_body) {
  return Finder(tree, title, known_body).run();
}

std::string all_text(const HtmlTree& tree) {
  std::string text;
  for (const TextBlock& block : cut_text_blocks(tree)) {
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

}  // namespace actant
