#include "extract/text/html/text_blocks.h"

#include "extract/text/html/boilerplate.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

bool parts_text(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kText:
    case HtmlTag::kOther:
    case HtmlTag::kLink:
    case HtmlTag::kTime:
    case HtmlTag::kBreak:
    case HtmlTag::kCell:  // the cells of a row are one block
      return false;
    default: return true;
  }
}

class Cutter {
 public:
  explicit Cutter(const HtmlTree& tree) : nodes_(tree.nodes()) {}

  std::vector<TextBlock> run() {
    for (uint32_t i = 0; i < nodes_.size();) {
      while (!open_.empty() && nodes_[open_.back()].end <= i) leave();
      const HtmlNode& node = nodes_[i];
      const bool invisible = node.tag == HtmlTag::kHead || node.tag == HtmlTag::kTitle || node.tag == HtmlTag::kMeta;
      if (invisible || (node.tag == HtmlTag::kOther && (node.marks & kMarkHidden) != 0)) {
        i = node.end;
        continue;
      }
      if (node.tag == HtmlTag::kText) {
        add(node.text);
      } else {
        enter(i);
      }
      ++i;
    }
    while (!open_.empty()) leave();
    finish();
    return std::move(blocks_);
  }

 private:
  void enter(uint32_t i) {
    const HtmlTag tag = nodes_[i].tag;
    if (parts_text(tag)) finish();
    open_.push_back(i);
    links_ += tag == HtmlTag::kLink;
    block_.links += tag == HtmlTag::kLink;
    lists_ += tag == HtmlTag::kList;
    tables_ += tag == HtmlTag::kTable;
    if (tag == HtmlTag::kBreak) line_break();
    if (tag == HtmlTag::kCell) blank_ = true;
    if (tag == HtmlTag::kPreformatted) ++preformatted_;
  }

  void leave() {
    const HtmlTag tag = nodes_[open_.back()].tag;
    if (parts_text(tag)) finish();
    links_ -= tag == HtmlTag::kLink;
    lists_ -= tag == HtmlTag::kList;
    tables_ -= tag == HtmlTag::kTable;
    if (tag == HtmlTag::kPreformatted) --preformatted_;
    open_.pop_back();
  }

  // Two breaks in a row end a paragraph, one is a line break.
  void line_break() {
    if (broken_) finish();
    broken_ = true;
  }

  void add(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      if (is_ascii_blank(text[i])) {
        if (preformatted_ > 0 && text[i] == '\n') {
          line_break();
        } else {
          blank_ = true;
        }
        ++i;
        continue;
      }
      size_t end = i;
      while (end < text.size() && !is_ascii_blank(text[end])) ++end;
      add_word(text.substr(i, end - i));
      i = end;
    }
  }

  void add_word(std::string_view word) {
    if (block_.text.empty()) {
      begin_block();
    } else if (broken_) {
      block_.text += '\n';
    } else if (blank_) {
      block_.text += ' ';
    }
    if (block_.text.empty() || broken_ || blank_) {
      ++block_.words;
      block_.linked_words += links_ > 0;
    }
    broken_ = blank_ = false;
    block_.text += word;
  }

  void begin_block() {
    size_t at = open_.size();
    while (at > 0 && !parts_text(nodes_[open_[at - 1]].tag)) --at;
    const uint32_t node = at > 0 ? open_[at - 1] : 0;
    block_.node = node;
    block_.tag = nodes_[node].tag;
    block_.level = nodes_[node].level;
    block_.in_list = lists_ > 0;
    block_.in_table = tables_ > 0;
  }

  void finish() {
    broken_ = blank_ = false;
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const std::vector<HtmlNode>& nodes_;
  std::vector<uint32_t> open_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  uint32_t links_ = 0, lists_ = 0, tables_ = 0, preformatted_ = 0;
  bool blank_ = false, broken_ = false;
};

}  // namespace

std::vector<TextBlock> cut_text_blocks(const HtmlTree& tree) { return Cutter(tree).run(); }

}  // namespace actant
