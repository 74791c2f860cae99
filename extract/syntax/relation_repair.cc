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

// `witnesses say a bomber drove into a checkpoint` with both subjects on `say` and `drove` joined to it: what is said
// is the clause.
bool split_report(Document& document, uint32_t predicate) {
  if (document.tokens[predicate].upos != Upos::kVerb) return false;
  uint32_t speaker = kNone, subject = kNone;
  for (const uint32_t child : children(document, predicate)) {
    if (document.tokens[child].deprel != Deprel::kNsubj) continue;
    (child < predicate ? speaker : subject) = child;
  }
  if (speaker == kNone || subject == kNone) return false;
  for (const uint32_t verb : children(document, predicate)) {
    const Token& word = document.tokens[verb];
    if (verb < subject || word.deprel != Deprel::kConj || word.upos != Upos::kVerb) continue;
    if (has_child(document, verb, Deprel::kCc) || has_child(document, verb, Deprel::kNsubj)) return false;
    document.tokens[subject].head = verb;
    document.tokens[verb].deprel = Deprel::kCcomp;
    return true;
  }
  return false;
}

bool is_argument(Deprel deprel) { return is_subject(deprel) || deprel == Deprel::kObj || deprel == Deprel::kNmodPoss; }

// `defeated [challenger] [Everado Moreno]`, `[Advisor] [Jake Sullivan]'s call`: a noun and the name right behind it
// cannot both be the object of one verb; the noun describes the name.
bool join_description(Document& document, uint32_t noun) {
  const Token& word = document.tokens[noun];
  const bool singular = word.xpos == Xpos::kNN || (word.xpos == Xpos::kNNP && word.deprel == Deprel::kNmodPoss);
  if (!singular || word.head == kNone || noun + 1 >= document.tokens.size()) return false;
  const bool receiver = word.deprel == Deprel::kIobj;
  const bool joined = word.deprel == Deprel::kConj && word.upos == Upos::kNoun;
  if (!receiver && !joined && !is_argument(word.deprel)) return false;
  if (document.tokens[noun + 1].upos != Upos::kPropn) return false;
  for (const uint32_t child : children(document, noun)) {
    if (child > noun) return false;
  }
  for (const uint32_t name : children(document, word.head)) {
    const Token& other = document.tokens[name];
    if (name <= noun || other.upos != Upos::kPropn) continue;
    if (other.deprel != (receiver ? Deprel::kObj : word.deprel)) continue;
    for (uint32_t t = noun + 1; t < name; ++t) {  // the name begins right behind the noun
      if (document.tokens[t].head != name || document.tokens[t].upos != Upos::kPropn) return false;
    }
    document.tokens[noun].head = name;
    document.tokens[noun].deprel = Deprel::kNmodDesc;
    return true;
  }
  return false;
}

}  // namespace

void repair_relations(Document& document) {
  bool moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) moved = join_description(document, t) || moved;
  if (moved) document.index_children();
  moved = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t)
    moved = share_subjects(document, t) || split_report(document, t) || moved;
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
