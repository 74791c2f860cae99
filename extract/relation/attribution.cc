#include "extract/relation/attribution.h"

#include <algorithm>
#include <numeric>

#include "extract/relation/speech_act.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/text_author.h"

namespace actant {
namespace {

// Facts by which a text says who is who are the publisher's; those that a clause asserts (`said that X is the new
// president`) are the speaker's.
bool is_identifying(const Document& document, const Triple& triple) {
  return relation_info(triple.relation).fact && !std::string_view(triple.rule).starts_with("says:") &&
         child_with(document, triple.predicate, Deprel::kCop) == kNone;
}

// `I condemn`, `we call on`: said in the first person, the stance is the act.
bool is_own_act(const Document& document, const Triple& triple) {
  const uint32_t subject = find_subject(document, triple.predicate);
  return subject != kNone && is_one_of(document.tokens[subject].norm, {"i", "we"});
}

// Who takes the stance in whose object the event is named: `praised Iran's support for X`, `grateful for the aid of Y`.
// Only for praise: what somebody condemns, the publisher reports as well.
uint32_t praiser(const Document& document, const Triple& triple) {
  uint32_t token = triple.predicate;
  if (document.tokens[token].upos != Upos::kNoun) return kNone;
  const uint32_t sentence = sentence_of(document, token);
  for (token = document.tokens[token].head; token != kNone; token = document.tokens[token].head) {
    for (const Triple& stance : document.triples) {
      if (stance.predicate != token || stance.relation != RelationType::kSupports || stance.negated) continue;
      // Who backs a deed does not tell of it: `backed the invasion of X`.
      const Token& verb = document.tokens[token];
      const bool backs =
          is_one_of(verb.lemma, {"back", "support", "endorse", "favor", "favour", "defend", "uphold", "join"});
      if (verb.upos == Upos::kVerb && backs) continue;
      if (sentence_of(document, stance.predicate) == sentence && stance.subject != triple.subject)
        return stance.subject;
    }
    if (document.tokens[token].upos == Upos::kVerb) return kNone;
  }
  return kNone;
}

// Who rejects the claim whose content the event is: `X dismissed reports that it attacked Y`.
uint32_t denier(const Document& document, const Triple& triple) {
  if (!triple.negated) return kNone;
  const uint32_t noun = document.tokens[triple.predicate].head;
  if (noun == kNone || document.tokens[noun].upos != Upos::kNoun || document.tokens[noun].deprel != Deprel::kObj)
    return kNone;
  const Deprel deprel = document.tokens[triple.predicate].deprel;
  if (deprel != Deprel::kAcl && deprel != Deprel::kCcomp && deprel != Deprel::kAclRelcl) return kNone;
  const uint32_t verb = document.tokens[noun].head;
  if (!is_one_of(document.tokens[verb].lemma, {"reject", "dismiss", "refute", "dispute", "rebut", "repudiate", "deny"}))
    return kNone;
  const uint32_t subject = find_subject(document, verb);
  return subject == kNone ? kNone : find_entity_by_head(document, subject);
}

// `meeting with X` of `accused Y of meeting with X`, `the murder of X` of `charged Y with the murder of X`: who
// accuses. `Y` is the doer.
uint32_t accuser(const Document& document, const Triple& triple) {
  constexpr int kFarthest = 4;  // steps up the tree
  uint32_t token = triple.predicate;
  for (int step = 0; step < kFarthest && token != kNone; ++step) {
    const Deprel deprel = document.tokens[token].deprel;
    token = document.tokens[token].head;
    if (token == kNone || deprel == Deprel::kAclRelcl || deprel == Deprel::kParataxis || is_subject(deprel))
      return kNone;
    if (deprel == Deprel::kObj && document.tokens[token].upos == Upos::kVerb)
      return kNone;  // `criticized Y's ties with X`
    // What is condemned or criticized, the publisher reports as well.
    if (!is_one_of(document.tokens[token].lemma, {"accuse", "accusation", "blame", "charge", "allege", "allegation",
                                                  "indict", "indictment", "suspect", "implicate", "fault"}))
      continue;
    for (const Triple& charge : document.triples) {
      if (charge.predicate == token && charge.relation == RelationType::kAccused && charge.object == triple.subject &&
          charge.subject != triple.subject && !charge.negated)
        return charge.subject;
    }
  }
  return kNone;
}

// Verbs that take a deed for their object and tell of it so.
bool tells_of_deed(std::string_view lemma) {
  return is_one_of(lemma, {"express", "repeat", "reemphasize", "re-emphasize", "renew", "describe", "detail"}) ||
         (lemma != "deny" && (speech_verb(lemma) & kSaysNoun) != 0);
}

// The subject of a verb that tells of deeds, where that is another than the doer; kNone.
uint32_t teller_by(const Document& document, uint32_t verb, uint32_t doer) {
  if (!tells_of_deed(document.tokens[verb].lemma) || is_negated(document, verb)) return kNone;
  const uint32_t subject = find_subject(document, verb);
  const uint32_t source = subject == kNone ? kNone : find_entity_by_head(document, subject);
  return source == doer ? kNone : source;
}

// Who tells of the deed of another that a noun of theirs names: `reiterated U.S. support for Y`, `announced the
// withdrawal of X`.
uint32_t teller(const Document& document, const Triple& triple) {
  uint32_t token = triple.predicate;
  if (document.tokens[token].upos == Upos::kVerb) {  // the rule took the verb for a light one
    const uint32_t object = child_with(document, token, Deprel::kObj);
    if (object == kNone) return kNone;
    for (const uint32_t owner : children_of(document, object)) {
      if (document.tokens[owner].upos == Upos::kPron || find_entity_by_head(document, owner) != triple.subject)
        continue;
      return teller_by(document, token, triple.subject);
    }
    return kNone;
  }
  const uint32_t owner = child_with(document, token, Deprel::kNmodPoss);
  if (owner != kNone && document.tokens[owner].upos == Upos::kPron) return kNone;  // `reiterated their condemnation`
  while (token != kNone && document.tokens[token].upos == Upos::kNoun) {
    const Deprel deprel = document.tokens[token].deprel;
    const uint32_t head = document.tokens[token].head;
    if (head == kNone) return kNone;
    if (document.tokens[head].upos == Upos::kVerb) {
      if (document.tokens[first_conjunct(document, token)].deprel != Deprel::kObj && deprel != Deprel::kObj)
        return kNone;
      return teller_by(document, head, triple.subject);
    }
    if (deprel != Deprel::kConj) return kNone;
    token = head;
  }
  return kNone;
}

// `X, pointing to the regime's crimes, including the killing of civilians`, `X referred to the murder of Y`: whoever
// brings the deed up.
uint32_t pointer(const Document& document, const Triple& triple) {
  constexpr int kFarthest = 6;  // steps up the tree
  uint32_t token = triple.predicate;
  for (int step = 0; step < kFarthest && token != kNone; ++step) {
    const Deprel deprel = document.tokens[token].deprel;
    token = document.tokens[token].head;
    if (token == kNone || is_subject(deprel) || deprel == Deprel::kAclRelcl || deprel == Deprel::kAdvcl) return kNone;
    const Token& verb = document.tokens[token];
    if (verb.upos != Upos::kVerb) continue;
    const bool points = is_one_of(verb.lemma, {"point", "refer", "allude"}) && is_oblique(deprel);
    const bool cites =
        is_one_of(verb.lemma, {"cite", "recall", "mention", "decry", "lament"}) && deprel == Deprel::kObj;
    if (!points && !cites) {
      // Up to it only through what is listed: `crimes, including starving P`.
      if (verb.xpos == Xpos::kVBG && (verb.deprel == Deprel::kAcl || verb.deprel == Deprel::kConj)) continue;
      return kNone;
    }
    const uint32_t subject = find_subject(document, token);
    const uint32_t source = subject == kNone ? kNone : find_entity_by_head(document, subject);
    return source == triple.subject ? kNone : source;
  }
  return kNone;
}

// `claimed responsibility for the attack`, `for detonating explosives`: whoever says that he did it.
uint32_t claimant(const Document& document, const Triple& triple) {
  constexpr int kFarthest = 4;  // steps up the tree
  if (triple.relation != RelationType::kAttacked && triple.relation != RelationType::kCoerced) return kNone;
  uint32_t token = triple.predicate;
  for (int step = 0; step < kFarthest && token != kNone; ++step, token = document.tokens[token].head) {
    const Token& word = document.tokens[token];
    const bool claims = is_one_of(word.lemma, {"claim", "admit", "accept", "take", "acknowledge"});
    if (word.upos != Upos::kVerb || !claims) continue;
    const uint32_t object = child_with(document, token, Deprel::kObj);
    if (object == kNone || document.tokens[object].lemma != "responsibility") return kNone;
    return triple.subject;
  }
  return kNone;
}

// `Statement from the President on Trade`: what stands below is his word, but for what he says in the first person and
// does by saying so.
bool tells(const Document& document, uint32_t author, const Triple& triple) {
  if (author == kNone || triple.relation == RelationType::kStated || triple.relation == RelationType::kOpen)
    return false;
  if (relation_info(triple.relation).fact) return false;
  return triple.subject != author || !is_done_by_words(triple.relation) || !is_own_act(document, triple);
}

}  // namespace

void AttributionStage::process(Document& document) {
  const uint32_t author = author_of_text(document);
  order_.resize(document.statements.size());
  std::iota(order_.begin(), order_.end(), 0u);
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    return document.statements[a].span.begin < document.statements[b].span.begin;
  });
  for (Triple& triple : document.triples) {
    if (triple.predicate == kNone || triple.attributed_to != kNone || is_identifying(document, triple)) continue;
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
      for (const auto source : {denier, praiser, accuser, teller, pointer, claimant}) {
        triple.attributed_to = source(document, triple);
        if (triple.attributed_to != kNone) break;
      }
      if (triple.attributed_to == kNone && tells(document, author, triple)) triple.attributed_to = author;
      continue;
    }
    const bool own = triple.subject == innermost->speaker;
    // `reiterated its condemnation of Y`: the noun is what is said, and said it is done.
    const Token& head = document.tokens[triple.predicate];
    const bool own_noun =
        own && head.upos == Upos::kNoun && head.head == innermost->cue && head.deprel != Deprel::kCcomp;
    // `a threat from Iran, whose leaders have called for`: the publisher adds it.
    if (triple.relation == RelationType::kStated && head.deprel == Deprel::kAclRelcl) continue;
    if (own && (own_noun || triple.relation == RelationType::kStated || is_own_act(document, triple))) continue;
    triple.attributed_to = innermost->speaker;
  }
}

}  // namespace actant
