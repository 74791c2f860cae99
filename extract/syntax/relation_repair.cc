#include "extract/syntax/relation_repair.h"

#include <span>

namespace actant {
namespace {

std::span<const uint32_t> children(const Document& document, uint32_t token) {
  const uint32_t begin = document.child_begin[token], end = document.child_begin[token + 1];
  return std::span(document.children).subspan(begin, end - begin);
}

bool has_child(const Document& document, uint32_t token, Deprel deprel) {
  for (const uint32_t child : children(document, token)) {
    if (document.tokens[child].deprel == deprel) return true;
  }
  return false;
}

bool marked_with_to(const Document& document, uint32_t token) {
  for (const uint32_t child : children(document, token)) {
    if (document.tokens[child].deprel == Deprel::kMark && document.tokens[child].norm == "to") return true;
  }
  return false;
}

bool is_subject(Deprel deprel) { return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass; }

// `Many citizens are fighting, Davis said` with both subjects on `said`: the first goes to the clause between them that
// has none.
bool share_subjects(Document& document, uint32_t predicate) {
  uint32_t first = kNone, second = kNone;
  for (const uint32_t child : children(document, predicate)) {
    if (child > predicate || !is_subject(document.tokens[child].deprel)) continue;
    (first == kNone ? first : second) = child;
  }
  if (second == kNone) return false;
  for (const uint32_t child : children(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child < first || child > second || (deprel != Deprel::kCcomp && deprel != Deprel::kParataxis)) continue;
    if (has_child(document, child, Deprel::kNsubj) || has_child(document, child, Deprel::kNsubjPass)) continue;
    document.tokens[first].head = child;
    if (has_child(document, child, Deprel::kAuxPass)) document.tokens[first].deprel = Deprel::kNsubjPass;
    return true;
  }
  return false;
}

}  // namespace

void repair_relations(Document& document) {
  bool moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = share_subjects(document, t) || moved;
  if (moved) document.index_children();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    Token& token = document.tokens[t];
    if (token.head == kNone) continue;
    const Token& head = document.tokens[token.head];
    if (token.deprel == Deprel::kNsubjPass) {
      if (head.xpos == Xpos::kVBD && t < token.head && !has_child(document, token.head, Deprel::kAuxPass)) {
        token.deprel = Deprel::kNsubj;
      }
    } else if (token.deprel == Deprel::kCsubj && t > token.head) {
      if (marked_with_to(document, t) && has_child(document, token.head, Deprel::kNsubj)) token.deprel = Deprel::kXcomp;
    }
  }
}

}  // namespace actant
