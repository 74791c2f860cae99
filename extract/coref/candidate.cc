#include "extract/coref/candidate.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

/// First and last token below each token, itself included.
class Subtrees {
 public:
  explicit Subtrees(const Document& document) {
    const size_t count = document.tokens.size();
    first_.resize(count);
    last_.resize(count);
    std::vector<uint32_t> order;  // governors before their dependents
    order.reserve(count);
    for (uint32_t t = 0; t < count; ++t) {
      first_[t] = t;
      last_[t] = t + 1;
      if (document.tokens[t].head == kNone) order.push_back(t);
    }
    for (size_t i = 0; i < order.size(); ++i) {
      for (const uint32_t child : children_of(document, order[i])) order.push_back(child);
    }
    for (size_t i = order.size(); i-- > 0;) {
      const uint32_t head = document.tokens[order[i]].head;
      if (head == kNone) continue;
      first_[head] = std::min(first_[head], first_[order[i]]);
      last_[head] = std::max(last_[head], last_[order[i]]);
    }
  }
  uint32_t first(uint32_t t) const { return first_[t]; }
  uint32_t last(uint32_t t) const { return last_[t]; }

 private:
  std::vector<uint32_t> first_, last_;
};

bool is_argument(Deprel deprel) {
  switch (deprel) {
    case Deprel::kNsubj:
    case Deprel::kNsubjPass:
    case Deprel::kObj:
    case Deprel::kIobj:
    case Deprel::kObl:
    case Deprel::kNmod: return true;
    default: return false;
  }
}

bool heads_phrase(const Token& token) {
  switch (token.upos) {
    case Upos::kNoun:
    case Upos::kPropn:
      return token.deprel != Deprel::kFlat && token.deprel != Deprel::kFixed && token.deprel != Deprel::kGoeswith;
    case Upos::kPron: return token.deprel != Deprel::kExpl;
    case Upos::kDet: return is_argument(token.deprel);
    case Upos::kAdj:
    case Upos::kNum: return is_argument(token.deprel) || token.deprel == Deprel::kConj;
    case Upos::kAdv: return token.norm == "here" || token.norm == "there";
    default: return token.xpos == Xpos::kPRPS;
  }
}

// What hangs on the head of a phrase but is no part of it: the rest of a clause whose predicate it is, prepositions in
// front, adverbs and conjunctions that bear on the phrase as a whole (`only the state`, `both Iran and Iraq`).
bool is_outside(Deprel deprel, bool in_front, bool predicate) {
  switch (deprel) {
    case Deprel::kCase:
    case Deprel::kMark:
    case Deprel::kCc:
    case Deprel::kCop:
    case Deprel::kNsubj:
    case Deprel::kNsubjOuter:
    case Deprel::kNsubjPass:
    case Deprel::kCsubj:
    case Deprel::kCsubjOuter:
    case Deprel::kAux:
    case Deprel::kPunct:
    case Deprel::kParataxis:
    case Deprel::kAdvcl:
    case Deprel::kDiscourse:
    case Deprel::kVocative:
    case Deprel::kExpl:
    case Deprel::kDislocated:
    case Deprel::kCcPreconj:
    case Deprel::kList: return true;
    case Deprel::kAdvmod:
    case Deprel::kObl: return predicate || in_front;
    case Deprel::kNmod: return in_front;
    case Deprel::kDep: return !in_front;
    case Deprel::kOblUnmarked: return predicate;
    default: return false;
  }
}

bool is_closing_mark(std::string_view form) { return form == ")" || form == "]" || form == "”" || form == "\""; }

// The mark that closes `form`, empty where it opens nothing.
std::string_view closing_mark_of(std::string_view form) {
  if (form == "(") return ")";
  if (form == "[") return "]";
  if (form == "“") return "”";
  if (form == "\"") return "\"";
  return {};
}

// Brackets and quotation marks stand in a phrase in pairs: [the “ Red Wedding] ” is one word longer.
void balance_marks(const Document& document, uint32_t head, uint32_t end, TokenRange& range) {
  std::string_view awaited;
  uint32_t opened = kNone;
  for (uint32_t t = range.first; t < range.last; ++t) {
    const std::string_view form = document.tokens[t].form;
    if (!awaited.empty()) {
      if (form == awaited) awaited = {};
      continue;
    }
    awaited = closing_mark_of(form);
    opened = t;
  }
  if (awaited.empty()) return;
  if (range.last < end && document.tokens[range.last].form == awaited) {
    ++range.last;
  } else if (opened > head) {
    range.last = opened;
  }
}

// `Athens: what to see`: what follows says something about the name.
bool is_caption(const Document& document, uint32_t head, uint32_t first) {
  const std::string_view mark = document.tokens[first].form;
  return document.tokens[head].upos == Upos::kPropn && (mark == ":" || mark == ".");
}

TokenRange phrase_of(const Document& document, const Subtrees& trees, uint32_t sentence, uint32_t head,
                     bool with_conjuncts) {
  TokenRange range{head, head + 1};
  const bool predicate = child_with(document, head, Deprel::kCop) != kNone;
  for (const uint32_t child : children_of(document, head)) {
    const Token& token = document.tokens[child];
    if (token.deprel == Deprel::kConj && !with_conjuncts) continue;
    // The possessive mark is part of the phrase: [Iran 's] minister.
    const bool possessive = token.deprel == Deprel::kCase && token.xpos == Xpos::kPOS;
    if (is_outside(token.deprel, child < head, predicate) && !possessive) continue;
    if (token.deprel == Deprel::kAppos && is_caption(document, head, trees.first(child))) continue;
    range.first = std::min(range.first, trees.first(child));
    range.last = std::max(range.last, trees.last(child));
  }
  balance_marks(document, head, document.sentences[sentence].last, range);
  while (range.last > head + 1 && document.tokens[range.last - 1].upos == Upos::kPunct &&
         !is_closing_mark(document.tokens[range.last - 1].form)) {
    --range.last;
  }
  return range;
}

MentionKind kind_of(const Document& document, uint32_t head, uint32_t mention) {
  const Token& token = document.tokens[head];
  if (token.upos == Upos::kPron || token.upos == Upos::kDet || token.upos == Upos::kAdv || token.xpos == Xpos::kPRPS)
    return MentionKind::kPronoun;
  if (mention != kNone && document.mentions[mention].kind == MentionKind::kName) return MentionKind::kName;
  return token.upos == Upos::kPropn ? MentionKind::kName : MentionKind::kNominal;
}

}  // namespace

void find_candidates(const Document& document, std::vector<Candidate>& out) {
  out.clear();
  const Subtrees trees(document);
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (uint32_t t = document.sentences[s].first; t < document.sentences[s].last; ++t) {
      if (!heads_phrase(document.tokens[t])) continue;
      Candidate candidate;
      candidate.head = t;
      candidate.sentence = s;
      candidate.mention = find_mention_by_head(document, t);
      candidate.kind = kind_of(document, t, candidate.mention);
      const TokenRange alone = phrase_of(document, trees, s, t, false);
      candidate.first = alone.first;
      candidate.last = alone.last;
      out.push_back(candidate);
      if (child_with(document, t, Deprel::kConj) == kNone) continue;
      const TokenRange all = phrase_of(document, trees, s, t, true);
      if (all.first == alone.first && all.last == alone.last) continue;
      candidate.first = all.first;
      candidate.last = all.last;
      candidate.list = true;
      candidate.mention = kNone;
      out.push_back(candidate);
    }
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    return a.head != b.head ? a.head < b.head : a.list > b.list;
  });
}

}  // namespace actant
