#include "extract/relation/blame.h"

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Nouns that are a reproach to whoever they are ascribed to. Words that a court or a report may use without blaming
// (`attack`, `violence`, `war`) are left out.
bool is_reproach(const Token& token) {
  return token.upos == Upos::kNoun &&
         is_one_of(token.lemma,
                   {"crime",     "atrocity",  "genocide",    "massacre",     "aggression", "brutality",  "barbarism",
                    "barbarity", "savagery",  "provocation", "warmongering", "tyranny",    "oppression", "treachery",
                    "cruelty",   "slaughter", "repression",  "impunity",     "bloodshed",  "apartheid"});
}

// An actor that can be blamed: a named one.
uint32_t blamable(const Document& document, uint32_t token) {
  const uint32_t mention = find_mention_by_head(document, token);
  if (mention == kNone) return kNone;
  const uint32_t entity = document.mentions[mention].entity;
  if (entity == kNone || !document.entities[entity].named) return kNone;
  const EntityType type = document.entities[entity].type;
  const bool actor = type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kGroup ||
                     (type == EntityType::kPlace && !document.entities[entity].country.empty());
  return actor ? entity : kNone;
}

// Whom the text ascribes the noun to: its possessor, an `of` or `by` phrase, or the subject of `commit`.
uint32_t culprit(const Document& document, uint32_t noun) {
  for (uint32_t i = document.child_begin[noun]; i < document.child_begin[noun + 1]; ++i) {
    const uint32_t child = document.children[i];
    const bool phrase =
        is_nominal_modifier(document.tokens[child].deprel) && is_one_of(preposition_of(document, child), {"of", "by"});
    if (document.tokens[child].deprel != Deprel::kNmodPoss && !phrase) continue;
    if (const uint32_t entity = blamable(document, child); entity != kNone) return entity;
  }
  const Token& token = document.tokens[noun];
  if (token.deprel == Deprel::kObj && token.head != kNone &&
      is_one_of(document.tokens[token.head].lemma, {"commit", "perpetrate"}) && !is_negated(document, token.head)) {
    const uint32_t doer =
        is_passive(document, token.head) ? find_agent(document, token.head) : find_subject(document, token.head);
    if (doer != kNone) return blamable(document, doer);
  }
  return kNone;
}

// The speaker of the innermost statement around the noun, or the subject of the stance or speech act it hangs on.
uint32_t accuser(const Document& document, uint32_t noun) {
  const Span span = document.tokens[noun].span;
  const Statement* innermost = nullptr;
  for (const Statement& statement : document.statements) {
    if (statement.span.contains(span) && (innermost == nullptr || statement.span.size() < innermost->span.size())) {
      innermost = &statement;
    }
  }
  if (innermost != nullptr) return innermost->speaker;
  for (uint32_t token = document.tokens[noun].head; token != kNone; token = document.tokens[token].head) {
    for (const Triple& triple : document.triples) {
      if (triple.predicate != token || triple.negated) continue;
      if (triple.relation == RelationType::kSupports || triple.relation == RelationType::kStated ||
          triple.relation == RelationType::kAccused || triple.relation == RelationType::kRequested) {
        return triple.subject;
      }
    }
  }
  return kNone;
}

}  // namespace

void BlameStage::process(Document& document) {
  // By how often such wording was blame in the annotated articles; few cases.
  constexpr float kConfidence = 0.6f;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (uint32_t t = document.sentences[s].first; t < document.sentences[s].last; ++t) {
      if (!is_reproach(document.tokens[t])) continue;
      const uint32_t blamed = culprit(document, t);
      const uint32_t speaker = blamed == kNone ? kNone : accuser(document, t);
      if (speaker == kNone || speaker == blamed) continue;
      Triple triple;
      triple.subject = speaker;
      triple.relation = RelationType::kAccused;
      triple.object = blamed;
      triple.predicate = t;
      triple.confidence = kConfidence;
      triple.rule = "blame: reproach";
      // The wording is the speaker's own act, so nobody else vouches for it.
      triple.evidence.push_back(s);
      document.triples.push_back(std::move(triple));
    }
  }
}

}  // namespace actant
