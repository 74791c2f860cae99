#include "extract/text/html/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstddef>

#include "extract/text/html/markup_filter.h"

namespace actant {
namespace {

constexpr size_t kBlock = size_t{1} << 20;
constexpr size_t kFree = size_t{64} << 20, kTimes = 100;

HtmlTag tag_of(GumboTag tag, uint8_t& level) {
  switch (tag) {
    case GUMBO_TAG_HTML: return HtmlTag::kHtml;
    case GUMBO_TAG_HEAD: return HtmlTag::kHead;
    case GUMBO_TAG_TITLE: return HtmlTag::kTitle;
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_BASE: return HtmlTag::kMeta;
    case GUMBO_TAG_BODY: return HtmlTag::kBody;
    case GUMBO_TAG_ARTICLE: return HtmlTag::kArticle;
    case GUMBO_TAG_MAIN: return HtmlTag::kMain;
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP: return HtmlTag::kHeader;
    case GUMBO_TAG_P: return HtmlTag::kParagraph;
    case GUMBO_TAG_H1: level = 1; return HtmlTag::kHeading;
    case GUMBO_TAG_H2: level = 2; return HtmlTag::kHeading;
    case GUMBO_TAG_H3: level = 3; return HtmlTag::kHeading;
    case GUMBO_TAG_H4: level = 4; return HtmlTag::kHeading;
    case GUMBO_TAG_H5: level = 5; return HtmlTag::kHeading;
    case GUMBO_TAG_H6: level = 6; return HtmlTag::kHeading;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL: return HtmlTag::kList;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD: return HtmlTag::kItem;
    case GUMBO_TAG_BLOCKQUOTE: return HtmlTag::kQuote;
    case GUMBO_TAG_PRE: return HtmlTag::kPreformatted;
    case GUMBO_TAG_TABLE: return HtmlTag::kTable;
    case GUMBO_TAG_TR: return HtmlTag::kRow;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return HtmlTag::kCell;
    case GUMBO_TAG_FORM: return HtmlTag::kForm;
    case GUMBO_TAG_A: return HtmlTag::kLink;
    case GUMBO_TAG_BR: return HtmlTag::kBreak;
    case GUMBO_TAG_HR: return HtmlTag::kRule;
    case GUMBO_TAG_TIME: return HtmlTag::kTime;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_CAPTION: return HtmlTag::kBlock;
    default: return HtmlTag::kOther;
  }
}

}  // namespace

/// Memory of one parse, given out from large blocks and taken back as a whole. When it is used up the parse is left by
/// longjmp: Gumbo has no way to fail, holds nothing but this memory, and is C.
class HtmlTree::Arena {
 public:
  void reset(size_t limit) {
    block_ = used_ = total_ = 0;
    limit_ = limit;
    if (blocks_.size() > kKept) blocks_.resize(kKept);
  }

  static void* allocate(void* self, size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void free(void*, void*) {}

  std::jmp_buf full;

 private:
  static constexpr size_t kKept = 16;  // blocks that stay for the next page

  void* take(size_t size) {
    size = (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1);
    total_ += size;
    if (total_ > limit_) std::longjmp(full, 1);
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const size_t bytes = size > kBlock ? size : kBlock;
      blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(bytes), bytes});
      used_ = 0;
    }
    void* place = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return place;
  }

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    size_t size = 0;
  };
  std::vector<Block> blocks_;
  size_t block_ = 0, used_ = 0, total_ = 0, limit_ = 0;
};

HtmlTree::HtmlTree() : arena_(std::make_unique<Arena>()) {}
HtmlTree::~HtmlTree() = default;

bool HtmlTree::parse(std::string_view markup, std::span<const std::string_view> runs) {
  nodes_.clear();
  arena_->reset(kFree + kTimes * markup.size());
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::free;
  options.userdata = arena_.get();
  options.max_errors = 0;
  if (setjmp(arena_->full) != 0) return false;
  const GumboOutput* output = gumbo_parse_with_options(&options, markup.data(), markup.size());
  flatten(output->root, runs);
  return true;
}

void HtmlTree::flatten(const void* root, std::span<const std::string_view> runs) {
  struct Open {
    const GumboNode* node;
    uint32_t index;
    unsigned next;  // child
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node) {
    const uint32_t parent = open.empty() ? 0 : open.back().index;
    HtmlNode flat;
    flat.parent = parent;
    const auto index = static_cast<uint32_t>(nodes_.size());
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      flat.tag = tag_of(node->v.element.tag, flat.level);
      flat.element = &node->v.element;
      if (node->v.element.attributes.length > 0) {
        const std::string_view marks = attribute(flat, "m");
        if (marks.size() == 1) flat.marks = static_cast<uint8_t>(marks[0] - '@');
      }
      nodes_.push_back(flat);
      open.push_back({node, index, 0});
    } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      add_text(node->v.text.text, parent, runs);
    }
  };
  enter(static_cast<const GumboNode*>(root));
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next == children.length) {
      nodes_[top.index].end = static_cast<uint32_t>(nodes_.size());
      open.pop_back();
    } else {
      enter(static_cast<const GumboNode*>(children.data[top.next++]));
    }
  }
}

// Nodes for a text of Gumbo, in which characters stand for runs. That a run is shown once is the filter's doing: it
// lets no other character of their range through.
void HtmlTree::add_text(std::string_view text, uint32_t parent, std::span<const std::string_view> runs) {
  const auto add = [&](std::string_view piece) {
    if (piece.empty()) return;
    HtmlNode node;
    node.tag = HtmlTag::kText;
    node.parent = parent;
    node.end = static_cast<uint32_t>(nodes_.size()) + 1;
    node.text = piece;
    nodes_.push_back(node);
  };
  constexpr size_t kBytes = 4;
  for (size_t at = 0;;) {
    const size_t mark = runs.empty() ? std::string_view::npos : text.find('\xf4', at);
    add(text.substr(at, mark - at));
    if (mark == std::string_view::npos) return;
    uint32_t point = 4;  // the bits of the first byte
    for (size_t i = 1; i < kBytes && mark + i < text.size(); ++i)
      point = point << 6 | (static_cast<unsigned char>(text[mark + i]) & 0x3f);
    const size_t index = point - MarkupFilter::kFirstRun;
    if (index < runs.size()) add(runs[index]);
    at = std::min(text.size(), mark + kBytes);
  }
}

std::string_view HtmlTree::attribute(const HtmlNode& node, const char* name) const {
  if (node.element == nullptr) return {};
  const auto* element = static_cast<const GumboElement*>(node.element);
  const GumboAttribute* attribute = gumbo_get_attribute(&element->attributes, name);
  return attribute != nullptr ? std::string_view(attribute->value) : std::string_view();
}

bool HtmlTree::has_attribute(const HtmlNode& node, const char* name) const {
  if (node.element == nullptr) return false;
  const auto* element = static_cast<const GumboElement*>(node.element);
  return gumbo_get_attribute(&element->attributes, name) != nullptr;
}

}  // namespace actant
