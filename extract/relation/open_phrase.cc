#include "extract/relation/open_phrase.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool contains(std::span<const uint32_t> list, uint32_t token) { return std::ranges::find(list, token) != list.end(); }

/// Relations whose dependents say something beside the phrase.
bool stands_beside(Deprel deprel) {
  switch (deprel) {
    case Deprel::kAclRelcl:
    case Deprel::kAdvclRelcl:
    case Deprel::kParataxis:
    case Deprel::kAppos:
    case Deprel::kCcPreconj:
    case Deprel::kDiscourse:
    case Deprel::kVocative:
    case Deprel::kReparandum:
    case Deprel::kDislocated: return true;
    default: return false;
  }
}

bool is_auxiliary(Deprel deprel) {
  return deprel == Deprel::kCop || deprel == Deprel::kAux || deprel == Deprel::kAuxPass;
}

/// Collects the words below a head, top down; `keep(child, top)` decides for each dependent.
template <typename Keep>
OpenWords collect(const Document& document, uint32_t head, Keep keep) {
  OpenWords words{head};
  for (size_t at = 0; at < words.size(); ++at) {
    for (const uint32_t child : children_of(document, words[at])) {
      if (keep(child, at == 0)) words.push_back(child);
    }
  }
  std::ranges::sort(words);
  return words;
}

bool opens(const Token& token) {
  return token.xpos == Xpos::kOpenQuote || token.xpos == Xpos::kLRB || token.form == "``" || token.form == "“";
}

bool closes(const Token& token) {
  return token.xpos == Xpos::kCloseQuote || token.xpos == Xpos::kRRB || token.form == "''" || token.form == "”";
}

/// Removes the marks for which `is_mark` holds when their number is odd.
template <typename Test>
void drop_unpaired(OpenWords& words, Test is_mark) {
  if (std::ranges::count_if(words, is_mark) % 2 != 0) std::erase_if(words, is_mark);
}

}  // namespace

bool gives_example(const Document& document, uint32_t token) {
  const uint32_t preposition = child_with(document, token, Deprel::kCase);
  if (preposition == kNone) return false;
  const Token& word = document.tokens[preposition];
  if (word.norm == "including") return true;
  if (word.norm == "like") return document.tokens[token].deprel == Deprel::kNmod;
  const uint32_t next = preposition + 1;
  return word.norm == "such" && next < document.tokens.size() && document.tokens[next].norm == "as";
}

void trim_open_words(const Document& document, OpenWords& words) {
  const auto is_punctuation = [&](uint32_t t) { return document.tokens[t].upos == Upos::kPunct; };
  while (!words.empty() && ((is_punctuation(words.front()) && !opens(document.tokens[words.front()])) ||
                            document.tokens[words.front()].deprel == Deprel::kCc)) {
    words.erase(words.begin());
  }
  while (!words.empty() && is_punctuation(words.back()) && !closes(document.tokens[words.back()])) words.pop_back();
  OpenWords kept;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool alone =
        (i > 0 && words[i - 1] + 1 != words[i]) || (i + 1 < words.size() && words[i] + 1 != words[i + 1]);
    if (!alone || !is_punctuation(words[i]) || opens(document.tokens[words[i]]) || closes(document.tokens[words[i]]))
      kept.push_back(words[i]);
  }
  words = std::move(kept);
  drop_unpaired(words, [&](uint32_t t) { return is_double_quote(document.tokens[t].form); });
  drop_unpaired(words, [&](uint32_t t) {
    return document.tokens[t].xpos == Xpos::kLRB || document.tokens[t].xpos == Xpos::kRRB;
  });
}

OpenWords open_phrase(const Document& document, uint32_t head, const OpenPhraseOptions& options) {
  const std::vector<Token>& tokens = document.tokens;
  const bool clause = child_with(document, head, Deprel::kCop) != kNone;
  uint32_t last_conjunct = head;
  for (const uint32_t child : children_of(document, head)) {
    if (tokens[child].deprel == Deprel::kConj) last_conjunct = std::max(last_conjunct, child);
  }
  OpenWords words = collect(document, head, [&](uint32_t child, bool top) {
    const Deprel deprel = tokens[child].deprel;
    if (stands_beside(deprel) || contains(options.without, child) || gives_example(document, child)) return false;
    if (!top) return true;
    if (deprel == Deprel::kCase) return options.prepositions;
    if (deprel == Deprel::kConj || deprel == Deprel::kCc) return options.conjuncts;
    if (clause && (is_subject(deprel) || is_auxiliary(deprel) || deprel == Deprel::kAdvcl)) return false;
    // The comma of a list stays with the list.
    const bool separates = tokens[child].upos == Upos::kPunct && child > head && child < last_conjunct;
    return options.conjuncts || !separates;
  });
  trim_open_words(document, words);
  return words;
}

OpenWords open_subtree(const Document& document, uint32_t token, std::span<const uint32_t> without) {
  OpenWords words = collect(document, token, [&](uint32_t child, bool) { return !contains(without, child); });
  trim_open_words(document, words);
  return words;
}

OpenWords open_prepositions(const Document& document, uint32_t token) {
  OpenWords words;
  for (const uint32_t child : children_of(document, token)) {
    if (document.tokens[child].deprel != Deprel::kCase) continue;
    const OpenWords below = collect(document, child, [](uint32_t, bool) { return true; });
    words.insert(words.end(), below.begin(), below.end());
  }
  std::ranges::sort(words);
  return words;
}

std::vector<Span> spans_of_words(const Document& document, const OpenWords& words) {
  std::vector<Span> spans;
  for (size_t i = 0; i < words.size(); ++i) {
    const Span span = document.tokens[words[i]].span;
    const bool joined = i > 0 && (words[i - 1] + 1 == words[i] || span.begin <= spans.back().end);
    if (joined) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

OpenWords join_open_words(const OpenWords& a, const OpenWords& b) {
  OpenWords joined;
  std::ranges::set_union(a, b, std::back_inserter(joined));
  return joined;
}

}  // namespace actant
