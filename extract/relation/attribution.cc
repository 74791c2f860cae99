#include "extract/relation/attribution.h"

#include <algorithm>
#include <numeric>

#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_identifying(const Triple& triple) {
  return relation_info(triple.relation).fact && !std::string_view(triple.rule).starts_with("says:");
}

// `I condemn`, `we call on`: said in the first person, the stance is the act.
bool is_own_act(const Document& document, const Triple& triple) {
  const uint32_t subject = find_subject(document, triple.predicate);
  return subject != kNone && is_one_of(document.tokens[subject].norm, {"i", "we"});
}

// Who takes the stance in whose object the event is named: `praised Iran's support for X`, `grateful for the aid of Y`. Only for
// praise: what somebody condemns, the publisher reports as well.
uint32_t praiser(const Document& document, const Triple& triple) {
  uint32_t token = triple.predicate;
  if (document.tokens[token].upos != Upos::kNoun) return kNone;
  const uint32_t sentence = sentence_of(document, token);
  for (token = document.tokens[token].head; token != kNone; token = document.tokens[token].head) {
    for (const Triple& stance : document.triples) {
      if (stance.predicate != token || stance.relation != RelationType::kSupports || stance.negated) continue;
      // Who backs a deed does not tell of it: `backed the invasion of X`.
      const Token& verb = document.tokens[token];
      const bool backs = is_one_of(verb.lemma, {"back", "support", "endorse", "favor", "favour", "defend", "uphold", "join"});
      if (verb.upos == Upos::kVerb && backs) continue;
      if (sentence_of(document, stance.predicate) == sentence && stance.subject != triple.subject) return stance.subject;
    }
    if (document.tokens[token].upos == Upos::kVerb) return kNone;
  }
  return kNone;
}

// Who rejects the claim whose content the event is: `X dismissed reports that it attacked Y`.
uint32_t denier(const Document& document, const Triple& triple) {
  if (!triple.negated) return kNone;
  const uint32_t noun = document.tokens[triple.predicate].head;
  if (noun == kNone || document.tokens[noun].upos != Upos::kNoun || document.tokens[noun].deprel != Deprel::kObj) return kNone;
  const Deprel deprel = document.tokens[triple.predicate].deprel;
  if (deprel != Deprel::kAcl && deprel != Deprel::kCcomp && deprel != Deprel::kAclRelcl) return kNone;
  const uint32_t verb = document.tokens[noun].head;
  if (!is_one_of(document.tokens[verb].lemma, {"reject", "dismiss", "refute", "dispute", "rebut", "repudiate", "deny"})) return kNone;
  const uint32_t subject = find_subject(document, verb);
  return subject == kNone ? kNone : find_entity_by_head(document, subject);
}

}  // namespace

void AttributionStage::process(Document& document) {
  order_.resize(document.statements.size());
  std::iota(order_.begin(), order_.end(), 0u);
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    return document.statements[a].span.begin < document.statements[b].span.begin;
  });
  for (Triple& triple : document.triples) {
    if (triple.predicate == kNone || triple.attributed_to != kNone || is_identifying(triple)) continue;
    const Span predicate = document.tokens[triple.predicate].span;
    const auto after = std::partition_point(
        order_.begin(), order_.end(), [&](uint32_t s) { return document.statements[s].span.begin <= predicate.begin; });
    const Statement* innermost = nullptr;
    for (auto it = after; it != order_.begin();) {
      const Statement& statement = document.statements[*--it];
      if (predicate.begin - statement.span.begin > 20000) break;
      if (!statement.span.contains(predicate) || statement.cue == triple.predicate) continue;
      if (innermost == nullptr || statement.span.size() < innermost->span.size()) innermost = &statement;
    }
    if (innermost == nullptr) {
      triple.attributed_to = denier(document, triple);
      if (triple.attributed_to == kNone) triple.attributed_to = praiser(document, triple);
      continue;
    }
    const bool own = triple.subject == innermost->speaker;
    // `reiterated its condemnation of Y`: the noun is what is said, and said it is done.
    const Token& head = document.tokens[triple.predicate];
    const bool own_noun = own && head.upos == Upos::kNoun && head.head == innermost->cue && head.deprel != Deprel::kCcomp;
    if (own && (own_noun || triple.relation == RelationType::kStated || is_own_act(document, triple))) continue;
    triple.attributed_to = innermost->speaker;
  }
}

}  // namespace actant
