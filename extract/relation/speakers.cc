#include "extract/relation/speakers.h"

#include <algorithm>

#include "extract/entity/nominal_finder.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool can_speak(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kPlace ||
         type == EntityType::kGroup;
}

// Common nouns that stand as subjects of speech verbs without speaking.
bool is_thing(std::string_view lemma) {
  return is_one_of(lemma,
                   {"fact",    "evidence", "number",  "result", "law",      "rule",         "name",       "word",
                    "idea",    "theory",   "history", "way",    "thing",    "headline",     "test",       "move",
                    "plan",    "time",     "year",    "day",    "majority", "rest",         "lot",        "number",
                    "percent", "%",        "version", "clause", "article",  "constitution", "experience", "logic"});
}

// Nouns for bodies that are places too and speak now and then.
bool is_institution(std::string_view lemma) {
  return is_one_of(lemma,
                   {"office",   "center",      "centre",      "laboratory",   "lab",       "clinic",   "panel",
                    "registry", "outlet",      "observatory", "mission",      "service",   "force",    "morgue",
                    "network",  "station",     "channel",     "watchdog",     "regulator", "tribunal", "prosecution",
                    "defense",  "secretariat", "directorate", "inspectorate", "operator",  "airline",  "carrier"});
}

// Endings of nouns for people by what they do or where they come from: `analysts`, `pollsters`, `contractors`.
bool names_people(std::string_view lemma) {
  if (lemma.ends_with("ment") ||
      is_one_of(lemma, {"paper",     "number", "power",   "letter",    "computer", "order",  "factor",  "error",
                        "matter",    "sensor", "reactor", "indicator", "sector",   "meter",  "center",  "tower",
                        "encounter", "water",  "river",   "weather",   "winter",   "summer", "event",   "incident",
                        "accident",  "plan",   "pen",     "chapter",   "header",   "filter", "monitor", "vector"}))
    return false;
  if (lemma == "source") return true;
  for (const std::string_view ending : {"er", "or", "ist", "ian", "an", "ee", "ent", "ant", "ite", "yst"}) {
    if (lemma.size() > ending.size() + 1 && lemma.ends_with(ending)) return true;
  }
  return false;
}

// Author of a text: possessor, compound name before it, or the phrase with `by`, `from`, `of`.
uint32_t author(const Document& document, uint32_t text) {
  for (uint32_t child : children_of(document, text)) {
    const Token& word = document.tokens[child];
    const bool before = (word.deprel == Deprel::kNmodPoss || word.deprel == Deprel::kCompound) && child < text;
    const bool behind =
        is_nominal_modifier(word.deprel) && is_one_of(preposition_of(document, child), {"by", "from", "of"});
    // `the Iranian report`, `a report in the New York Times`, `a statement released by X`
    const bool adjective = word.deprel == Deprel::kAmod && word.upos == Upos::kAdj && child < text;
    const bool outlet = is_nominal_modifier(word.deprel) && preposition_of(document, child) == "in";
    if (word.deprel == Deprel::kAcl && word.xpos == Xpos::kVBN &&
        is_one_of(word.lemma,
                  {"release", "issue", "publish", "write", "post", "make", "send", "sign", "compile", "deliver"})) {
      const uint32_t agent = find_agent(document, child);
      const uint32_t entity = agent == kNone ? kNone : find_entity_by_head(document, agent);
      if (entity != kNone && can_speak(document.entities[entity].type)) return entity;
    }
    if (outlet) {
      const uint32_t entity = find_entity_by_head(document, child);
      if (entity != kNone && document.entities[entity].type == EntityType::kOrganization) return entity;
    }
    if (!before && !behind && !adjective) continue;
    const uint32_t entity = find_entity_by_head(document, child);
    if (entity != kNone && can_speak(document.entities[entity].type)) return entity;
  }
  return kNone;
}

// The name behind a title that the parser made the head: `CEO of the council Enver Solomon`. kNone when there is none.
uint32_t name_behind(const Document& document, uint32_t title) {
  for (uint32_t child : children_of(document, title)) {
    if (child < title) continue;
    const Deprel deprel = document.tokens[child].deprel;
    if (!is_nominal_modifier(deprel) && deprel != Deprel::kAppos && deprel != Deprel::kFlat &&
        deprel != Deprel::kCompound)
      continue;
    if (!preposition_of(document, child).empty()) {
      const uint32_t below = name_behind(document, child);
      if (below != kNone) return below;
      continue;
    }
    const uint32_t mention = find_mention_by_head(document, child);
    if (mention == kNone) continue;
    const Mention& name = document.mentions[mention];
    if (name.kind != MentionKind::kName || name.type != EntityType::kPerson || name.entity == kNone) continue;
    if (name.first > 0 && document.tokens[name.first - 1].upos != Upos::kPunct) return name.entity;
  }
  return kNone;
}

bool is_text(const Token& word) {
  return word.upos == Upos::kNoun && (is_document_noun(word.lemma) || speech_noun(word.lemma) != 0);
}

// `a military statement`, `a statement from his office`: a body that no mention stands for as yet.
uint32_t unnamed_author(Document& document, uint32_t text) {
  const auto below = children_of(document, text);
  const std::vector<uint32_t> children(below.begin(), below.end());
  for (const uint32_t child : children) {
    const Token& word = document.tokens[child];
    const bool before = child < text && (word.deprel == Deprel::kCompound || word.deprel == Deprel::kAmod ||
                                         word.deprel == Deprel::kNmodPoss);
    const bool behind = is_nominal_modifier(word.deprel) && is_one_of(preposition_of(document, child), {"by", "from"});
    if (before && is_one_of(word.lemma, {"military", "army", "navy", "police", "government", "ministry", "court",
                                         "company", "embassy"})) {
      const uint32_t mention = add_nominal_mention(document, child, EntityType::kOrganization);
      return document.mentions[mention].entity;
    }
    if (behind && word.upos == Upos::kNoun && !is_text(word)) return find_speaker(document, child);
  }
  return kNone;
}

// `The statement says`: of the author of the statement that one of the sentences before tells of.
uint32_t author_before(const Document& document, uint32_t text) {
  constexpr uint32_t kReach = 4;  // sentences
  const uint32_t article = child_with(document, text, Deprel::kDet);
  if (article == kNone || !is_one_of(document.tokens[article].norm, {"the", "this"})) return kNone;
  const uint32_t sentence = sentence_of(document, text);
  const uint32_t farthest = document.sentences[sentence > kReach ? sentence - kReach : 0].first;
  for (uint32_t t = document.sentences[sentence].first; t-- > farthest;) {
    if (document.tokens[t].lemma != document.tokens[text].lemma || !is_text(document.tokens[t])) continue;
    const uint32_t known = author(document, t);
    // `Russian reports`, `a report on human rights in Zimbabwe`: a country is seldom who wrote it.
    if (known != kNone && document.entities[known].type != EntityType::kPlace) return known;
  }
  return kNone;
}

}  // namespace

uint32_t find_titled_name(const Document& document, uint32_t title) { return name_behind(document, title); }

uint32_t find_speaker(Document& document, uint32_t head) {
  const Token& word = document.tokens[head];
  if (is_text(word)) {
    uint32_t known = author(document, head);
    if (known == kNone) known = unnamed_author(document, head);
    return known != kNone ? known : author_before(document, head);
  }
  const uint32_t mention = find_mention_by_head(document, head);
  if (mention == kNone || document.mentions[mention].kind == MentionKind::kNominal) {
    const uint32_t named = find_titled_name(document, head);
    if (named != kNone) return named;
  }
  if (mention != kNone && document.mentions[mention].entity != kNone) {
    const uint32_t entity = document.mentions[mention].entity;
    return can_speak(document.entities[entity].type) ? entity : kNone;
  }
  if (word.upos == Upos::kNum || word.upos == Upos::kAdj) {
    return kNone;
  }
  if (word.upos == Upos::kPron || word.upos == Upos::kDet) {
    if (!is_one_of(word.norm, {"some", "many", "others", "several", "critics", "few"})) return kNone;
    const uint32_t made = add_nominal_mention(document, head, EntityType::kGroup);
    return document.mentions[made].entity;
  }
  if (word.upos != Upos::kNoun || is_thing(word.lemma)) return kNone;
  const NounEntry* noun = noun_entry(word);
  const bool institution = is_institution(word.lemma);
  if (noun == nullptr && !institution && (word.xpos != Xpos::kNNS || !names_people(word.lemma))) return kNone;
  const bool body = institution || (noun != nullptr && noun->noun_class == NounClass::kOrganization);
  const bool many = word.xpos == Xpos::kNNS || (noun != nullptr && noun->noun_class == NounClass::kGroup);
  const EntityType type = body ? EntityType::kOrganization : many ? EntityType::kGroup : EntityType::kPerson;
  const uint32_t made = add_nominal_mention(document, head, type);
  const uint32_t entity = document.mentions[made].entity;
  return can_speak(document.entities[entity].type) ? entity : kNone;
}

void assign_mention(Document& document, uint32_t token, uint32_t entity) {
  uint32_t mention = find_mention_by_head(document, token);
  if (mention == kNone || document.mentions[mention].kind != MentionKind::kPronoun) {
    if (mention != kNone) return;
    mention = add_nominal_mention(document, token, document.entities[entity].type);
    document.mentions[mention].kind = MentionKind::kPronoun;
  }
  Mention& pronoun = document.mentions[mention];
  if (pronoun.entity == entity) return;
  if (pronoun.entity != kNone) std::erase(document.entities[pronoun.entity].mentions, mention);
  pronoun.entity = entity;
  pronoun.type = document.entities[entity].type;
  document.entities[entity].mentions.push_back(mention);
}

}  // namespace actant
