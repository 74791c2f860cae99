#include "extract/document.h"

namespace actant {

void Document::clear() {
  info = {};
  text.clear();
  tokens.clear();
  sentences.clear();
  child_begin.clear();
  children.clear();
  mentions.clear();
  mention_at.clear();
  entities.clear();
  attributions.clear();
  statements.clear();
  triples.clear();
  chains.clear();
  warnings.clear();
  arena.clear();
}

void Document::index_children() {
  // Counting sort by governor: dependents come out by position, without an allocation per token.
  child_begin.assign(tokens.size() + 1, 0);
  for (const Token& token : tokens) {
    if (token.head != kNone) ++child_begin[token.head + 1];
  }
  for (size_t i = 1; i < child_begin.size(); ++i) child_begin[i] += child_begin[i - 1];
  children.resize(child_begin.empty() ? 0 : child_begin.back());
  std::vector<uint32_t> next(child_begin.begin(), child_begin.end());
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != kNone) children[next[tokens[i].head]++] = i;
  }
}

}  // namespace actant
