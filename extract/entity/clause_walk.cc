#include "extract/entity/clause_walk.h"

namespace actant {
namespace {

bool is_human(const Document& document, uint32_t token) {
  const uint32_t m = find_mention_by_head(document, token);
  if (m == kNone) return false;
  const EntityType type = document.mentions[m].type;
  return type == EntityType::kPerson || type == EntityType::kGroup;
}

bool is_named_body(const Document& document, uint32_t token) {
  const uint32_t m = find_mention_by_head(document, token);
  return m != kNone && document.mentions[m].kind == MentionKind::kName &&
         (document.mentions[m].type == EntityType::kPlace || document.mentions[m].type == EntityType::kOrganization);
}

// The mention that ends right before the pronoun, or kNone.
uint32_t mention_before(const Document& document, uint32_t pronoun) {
  if (pronoun < 2) return kNone;
  const uint32_t last = document.tokens[pronoun - 1].form == "," ? pronoun - 2 : pronoun - 1;
  const uint32_t m = find_mention_by_head(document, last);
  return m != kNone && document.mentions[m].last == last + 1 ? m : kNone;
}

// The predicate of the relative clause around `token`, or kNone.
uint32_t relative_clause_of(const Document& document, uint32_t token) {
  uint32_t at = token;
  for (int steps = 0; steps < 5 && document.tokens[at].head != kNone; ++steps) {
    if (document.tokens[at].deprel == Deprel::kAclRelcl) return at;
    at = document.tokens[at].head;
  }
  return kNone;
}

bool hangs_below(const Document& document, uint32_t token, uint32_t top) {
  while (token != kNone && token != top) token = document.tokens[token].head;
  return token == top;
}

}  // namespace

bool is_nominal_subject(Deprel deprel) {
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kNsubjOuter;
}

uint32_t clause_of(const Document& document, uint32_t token) {
  uint32_t at = token;
  for (int steps = 0; steps < 6 && document.tokens[at].head != kNone; ++steps) {
    at = document.tokens[at].head;
    const Upos upos = document.tokens[at].upos;
    if (upos == Upos::kVerb || upos == Upos::kAux || child_with(document, at, Deprel::kCop) != kNone) return at;
  }
  return at;
}

uint32_t subject_of(const Document& document, uint32_t predicate) {
  for (int steps = 0; steps < 4; ++steps) {
    for (const uint32_t child : children_of(document, predicate)) {
      if (is_nominal_subject(document.tokens[child].deprel)) return child;
    }
    const Token& token = document.tokens[predicate];
    if (token.head == kNone || (token.deprel != Deprel::kConj && token.deprel != Deprel::kXcomp)) return kNone;
    predicate = token.head;
  }
  return kNone;
}

uint32_t owner_of(const Document& document, uint32_t noun) {
  for (const uint32_t child : children_of(document, noun)) {
    if (document.tokens[child].deprel == Deprel::kNmodPoss) return child;
    const uint32_t preposition = child_with(document, child, Deprel::kCase);
    const bool of = preposition != kNone && document.tokens[preposition].norm == "of";
    if (document.tokens[child].deprel == Deprel::kNmod && of) return child;
  }
  return kNone;
}

uint32_t relative_antecedent(const Document& document, uint32_t token) {
  const uint32_t clause = relative_clause_of(document, token);
  return clause == kNone ? kNone : document.tokens[clause].head;
}

bool is_modal_or_negated(const Document& document, uint32_t predicate) {
  for (const uint32_t child : children_of(document, predicate)) {
    const Token& token = document.tokens[child];
    if (token.norm == "not" || token.norm == "n't" || token.norm == "never" || token.norm == "n’t") return true;
    if (token.deprel == Deprel::kAux && token.xpos == Xpos::kMD) return true;
    if (token.deprel == Deprel::kMark && token.norm == "if") return true;
  }
  return false;
}

void reattach_relative_clauses(Document& document) {
  bool changed = false;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::string_view norm = document.tokens[t].norm;
    const bool who = norm == "who" || norm == "whom";
    if (!who && norm != "whose") continue;
    const uint32_t clause = relative_clause_of(document, t);
    const uint32_t before = mention_before(document, t);
    if (clause == kNone || before == kNone) continue;
    const uint32_t noun = document.tokens[clause].head, near = document.mentions[before].head;
    if (near <= noun || hangs_below(document, near, clause)) continue;
    const bool better = who ? !is_human(document, noun) && is_human(document, near)
                            : is_named_body(document, noun) && is_named_body(document, near);
    if (!better) continue;
    document.tokens[clause].head = near;
    changed = true;
  }
  if (changed) document.index_children();
}

}  // namespace actant
