#include "extract/entity/gazetteer.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about who belongs to what: parties, parts, jobs taken up.

namespace actant {
namespace {

// Bodies that their members call their own; `his company` or `her government` says something else.
bool is_joined_by_members(std::string_view lemma) {
  return is_one_of(lemma, {"party", "movement", "militia", "team", "club", "faction", "union", "squad", "bloc",
                           "coalition", "alliance", "army", "caucus", "band", "brotherhood", "church", "league"});
}

bool is_body(const Document& document, uint32_t entity) {
  const EntityType type = document.entities[entity].type;
  return type == EntityType::kOrganization || type == EntityType::kGroup;
}

// How far the clause of `token` is said to hold, by its own auxiliaries.
Modality modality_of(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    const Token& word = document.tokens[child];
    if (word.deprel != Deprel::kAux) continue;
    if (is_one_of(word.lemma, {"will", "shall"})) return Modality::kPlanned;
    if (is_one_of(word.norm, {"would", "may", "might", "could", "can"})) return Modality::kPossible;
    if (is_one_of(word.norm, {"should", "must"})) return Modality::kRequested;
  }
  const Token& word = document.tokens[token];
  const bool open = word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVB && word.head != kNone;
  return open ? Modality::kPlanned : Modality::kActual;
}

// Verbs after which a noun phrase says what the subject (of the passive: the object) now is.
bool is_becoming(std::string_view lemma) { return is_one_of(lemma, {"become", "remain"}); }
bool is_acting_as(std::string_view lemma) {
  return is_one_of(lemma, {"serve", "act", "work", "resign", "retire", "step", "quit", "continue", "return"});
}
bool is_naming(std::string_view lemma) {
  return is_one_of(
      lemma, {"name", "appoint", "elect", "re-elect", "reelect", "choose", "crown", "proclaim", "install", "inaugurate",
              "swear", "hire", "confirm", "select", "reappoint", "nominate", "designate", "tap"});
}

// Words of a military rank, and of the service that may stand before it: `Navy Capt.`, `Air Force Lt. Gen.`
bool is_rank_word(std::string_view norm) {
  return is_one_of(norm, {"gen.",       "general",   "lt.",   "lieutenant", "col.",   "colonel", "maj.",  "major",
                          "capt.",      "captain",   "cmdr.", "commander",  "adm.",   "admiral", "sgt.",  "sergeant",
                          "brig.",      "brigadier", "cpl.",  "corporal",   "pvt.",   "private", "pfc.",  "spc.",
                          "specialist", "rear",      "vice",  "staff",      "master", "chief",   "petty", "officer",
                          "commodore",  "1st",       "2nd",   "first",      "second", "class",   "gen",   "col",
                          "lt",         "capt",      "maj",   "sgt",        "adm"});
}

// First token of the name of an armed service that ends with `last`; kNone.
uint32_t service_before(const Document& document, uint32_t last) {
  const auto norm = [&](uint32_t back) { return last < back ? std::string_view() : document.tokens[last - back].norm; };
  if (document.tokens[last].upos != Upos::kPropn && document.tokens[last].upos != Upos::kNoun) return kNone;
  if (is_one_of(norm(0), {"army", "navy"})) return last;
  if (norm(0) == "force" && norm(1) == "air") return last - 1;
  if (norm(0) == "corps" && norm(1) == "marine") return last - 1;
  if (norm(0) == "guard" && is_one_of(norm(1), {"coast", "national", "republican", "revolutionary"})) return last - 1;
  return kNone;
}

// `works for X`, `worked at X`
std::string_view works_with(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    if (is_oblique(document.tokens[child].deprel) && preposition_of(document, child) == "at") return "at";
  }
  return "for";
}

// `sits on the council`, `served in the army`
std::string_view serves_with(const Document& document, uint32_t token) {
  for (uint32_t child : children_of(document, token)) {
    if (!is_oblique(document.tokens[child].deprel)) continue;
    const std::string_view with = preposition_of(document, child);
    if (is_one_of(with, {"on", "in", "with"})) return with;
  }
  return "in";
}

}  // namespace

// `operations director Navy Capt. X`: the service and the rank in it, and the office before them.
void FactStage::rank(uint32_t index) {
  Document& document = *document_;
  const Mention name = document.mentions[index];
  const uint32_t begin = document.sentences[sentence_of(document, name.first)].first;
  uint32_t first = name.first;
  while (first > begin && is_rank_word(document.tokens[first - 1].norm)) --first;
  if (first == name.first || first == begin) return;
  const uint32_t service = service_before(document, first - 1);
  if (service == kNone) return;
  uint32_t body = find_entity_by_head(document, first - 1);
  if (body == kNone || document.entities[body].type == EntityType::kPerson) {
    body = document.mentions[add_nominal_mention(document, first - 1, EntityType::kOrganization)].entity;
  }
  if (body != kNone && body != name.entity && document.entities[body].type == EntityType::kOrganization) {
    add(name.entity, RelationType::kHoldsPosition, body, name.head, 0.75f, "rank").title =
        document.text_of(span_of(document, {first, name.first}));
  }
  const uint32_t noun = service > begin ? offices_.title_before(service) : kNone;
  if (noun != kNone && !is_rank_word(document.tokens[noun].norm)) office(noun, name.entity, 0.8f, "title");
}

// `X of the National Liberation Army`, `X with the Heritage Foundation`: where no office is named.
void FactStage::body_of_name(uint32_t index) {
  const Document& document = *document_;
  const Mention& name = document.mentions[index];
  if (offices_.title_before(name.first) != kNone) return;
  for (uint32_t child : children_of(document, name.head)) {
    if (child < name.last || !is_nominal_modifier(document.tokens[child].deprel)) continue;
    if (!is_one_of(preposition_of(document, child), {"of", "from", "with", "at"})) continue;
    const uint32_t body = find_entity_by_head(document, child);
    if (body == kNone || body == name.entity || !document.entities[body].named) continue;
    if (document.entities[body].type != EntityType::kOrganization) continue;
    add(name.entity, RelationType::kMemberOf, body, name.head, 0.55f, "body-of-name");
    return;
  }
}

// `his own Republican Party`, `Mr. Garang's rebel movement`.
void FactStage::own_body(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  if (mention.type != EntityType::kOrganization || mention.entity == kNone) return;
  const Token& head = document.tokens[mention.last - 1];
  char buffer[32];
  if (!is_joined_by_members(fold_into(head.lemma.substr(0, sizeof buffer), buffer))) return;
  const uint32_t owner = child_with(document, mention.head, Deprel::kNmodPoss);
  if (owner == kNone || owner > mention.head) return;
  const uint32_t person = find_entity_by_head(document, owner);
  if (person == kNone || document.entities[person].type != EntityType::kPerson) return;
  add(person, RelationType::kMemberOf, mention.entity, mention.head, 0.6f, "own-body");
}

// `X is a subsidiary of Y`, `X, a unit of Y`, `X operates as a subsidiary of Y`.
void FactStage::subsidiary(uint32_t noun) {
  const Document& document = *document_;
  const Token& word = document.tokens[noun];
  if (!is_one_of(word.lemma, {"subsidiary", "division", "unit", "branch", "affiliate", "arm", "offshoot"})) return;
  uint32_t thing = kNone;
  if (child_with(document, noun, Deprel::kCop) != kNone && !is_negated(document, noun)) {
    thing = find_subject(document, noun);
  } else if (word.deprel == Deprel::kAppos) {
    thing = word.head;
  } else if (is_oblique(word.deprel) && word.head != kNone && preposition_of(document, noun) == "as") {
    thing = find_subject(document, word.head);
  }
  if (thing == kNone) return;
  const uint32_t part = find_entity_by_head(document, thing);
  if (part == kNone || document.entities[part].type != EntityType::kOrganization || !document.entities[part].named)
    return;
  for (uint32_t child : children_of(document, noun)) {
    const Deprel deprel = document.tokens[child].deprel;
    const bool owner = deprel == Deprel::kNmodPoss;
    if (!owner && !(is_nominal_modifier(deprel) && preposition_of(document, child) == "of")) continue;
    const uint32_t whole = find_entity_by_head(document, child);
    if (whole == kNone || whole == part || document.entities[whole].type != EntityType::kOrganization) continue;
    add(part, RelationType::kPartOf, whole, noun, 0.7f, "says:subsidiary");
    return;
  }
}

// `X married Y`, `X is married to Y`, `X weds Y`.
void FactStage::marries(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  if (!is_one_of(word.norm,
                 {"married", "marries", "marry", "marrying", "wed", "weds", "wedded", "remarried", "engaged"}))
    return;
  if (is_negated(document, token)) return;
  const uint32_t first = find_subject(document, token);
  if (first == kNone) return;
  for (uint32_t child : children_of(document, token)) {
    const Deprel deprel = document.tokens[child].deprel;
    const bool to = is_oblique(deprel) && preposition_of(document, child) == "to";
    if (!to && (deprel != Deprel::kObj || word.norm == "engaged")) continue;
    return couple(first, child, token);
  }
}

void FactStage::couple(uint32_t first, uint32_t second, uint32_t token) {
  const Document& document = *document_;
  const uint32_t one = find_entity_by_head(document, first), other = find_entity_by_head(document, second);
  if (one == kNone || other == kNone || one == other) return;
  if (document.entities[one].type != EntityType::kPerson || document.entities[other].type != EntityType::kPerson)
    return;
  add(one, RelationType::kRelatedTo, other, token, 0.7f, "says:married").title = "spouse";
}

// `the wedding of X and Y`, `the marriage of X to Y`, `X's engagement to Y`.
void FactStage::wedding(uint32_t noun) {
  const Document& document = *document_;
  if (!is_one_of(document.tokens[noun].lemma, {"wedding", "marriage", "engagement", "divorce"})) return;
  uint32_t first = kNone, second = kNone;
  for (uint32_t child : children_of(document, noun)) {
    const Token& below = document.tokens[child];
    const std::string_view with = preposition_of(document, child);
    const bool phrase = is_nominal_modifier(below.deprel) || is_oblique(below.deprel);
    if (below.deprel == Deprel::kNmodPoss || (phrase && is_one_of(with, {"of", "between"}))) first = child;
    // Engagement with somebody is a talk.
    const bool engaged = document.tokens[noun].lemma == "engagement";
    if (phrase && (with == "to" || (!engaged && is_one_of(with, {"with", "from"})))) second = child;
  }
  if (first == kNone) return;
  for (uint32_t child : children_of(document, first)) {
    const Token& below = document.tokens[child];
    if (second == kNone && below.deprel == Deprel::kConj) second = child;
    if (second == kNone && is_nominal_modifier(below.deprel) && preposition_of(document, child) == "to") second = child;
  }
  if (second != kNone) couple(first, second, noun);
}

// `X belongs to Y`, `X joined Y`, `Y includes X`, `X works for Y`.
void FactStage::belongs(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  const bool whole_first = is_one_of(word.lemma, {"include", "comprise", "encompass"});
  const bool joins = is_one_of(word.lemma, {"join", "rejoin"});
  std::string_view preposition;
  if (word.lemma == "belong") preposition = "to";
  const bool works = word.lemma == "work";
  if (works) preposition = works_with(document, token);
  if (word.lemma == "serve" || word.lemma == "sit" || word.lemma == "fight" || word.lemma == "enlist")
    preposition = serves_with(document, token);
  if (word.lemma == "resign") preposition = "from";
  if (!whole_first && !joins && preposition.empty()) return;
  if (word.upos != Upos::kVerb || is_passive(document, token) || is_negated(document, token)) return;
  const uint32_t subject = find_subject(document, token);
  uint32_t other = kNone;
  for (uint32_t child : children_of(document, token)) {
    const Deprel deprel = document.tokens[child].deprel;
    const bool fits = preposition.empty() ? deprel == Deprel::kObj
                                          : is_oblique(deprel) && preposition_of(document, child) == preposition;
    if (fits && other == kNone) other = child;
  }
  if (subject == kNone || other == kNone) return;
  const uint32_t whole = find_entity_by_head(document, whole_first ? subject : other);
  if (whole == kNone || !is_body(document, whole)) return;
  if (whole_first && document.entities[whole].type != EntityType::kOrganization) return;
  // Whom one joins is a party or an army; joining a group for talks is none.
  if (!whole_first && !document.entities[whole].named) return;
  heads_.clear();
  conjuncts(document, whole_first ? other : subject, heads_);
  for (uint32_t head : heads_) {
    const uint32_t part = find_entity_by_head(document, head);
    if (part == kNone || part == whole) continue;
    const EntityType type = document.entities[part].type;
    const bool person = type == EntityType::kPerson;
    if (!person && type != EntityType::kOrganization) continue;
    if (joins && !person && document.entities[whole].type != EntityType::kOrganization) continue;
    const RelationType relation = person && works   ? RelationType::kHoldsPosition
                                  : person || joins ? RelationType::kMemberOf
                                                    : RelationType::kPartOf;
    Triple& triple = add(part, relation, whole, token, 0.55f, works ? "says:works" : "says:belongs");
    triple.modality = modality_of(document, token);
  }
}

// `Google owns YouTube`, `EDC is owned by AES`: a body that another body owns is a part of it.
void FactStage::owns(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  if (word.lemma != "own" || word.upos != Upos::kVerb || is_negated(document, token)) return;
  const bool passive = is_passive(document, token);
  const uint32_t owner = passive ? find_agent(document, token) : find_subject(document, token);
  const uint32_t thing = passive ? find_subject(document, token) : child_with(document, token, Deprel::kObj);
  if (owner == kNone || thing == kNone) return;
  const uint32_t whole = find_entity_by_head(document, owner), part = find_entity_by_head(document, thing);
  if (whole == kNone || part == kNone || whole == part) return;
  for (const uint32_t body : {whole, part}) {
    if (document.entities[body].type != EntityType::kOrganization || !document.entities[body].named) return;
  }
  add(part, RelationType::kPartOf, whole, token, 0.6f, "says:owns").modality = modality_of(document, token);
}

// `X became president of Y`, `X, who served as Y's envoy`, `X was elected mayor`, `A named X head of Y`.
void FactStage::takes_office(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  const bool naming = is_naming(word.lemma);
  if (word.upos != Upos::kVerb || is_negated(document, token)) return;
  const bool follows = is_one_of(word.lemma, {"replace", "succeed"});
  if (!naming && !follows && !is_becoming(word.lemma) && !is_acting_as(word.lemma)) return;
  uint32_t role = kNone, body = kNone;
  for (uint32_t child : children_of(document, token)) {
    const Token& below = document.tokens[child];
    if (child < token || below.upos == Upos::kVerb) continue;
    const bool bare =
        !follows && (below.deprel == Deprel::kXcomp || (below.deprel == Deprel::kObj && !is_acting_as(word.lemma)));
    const bool as =
        (is_oblique(below.deprel) || below.deprel == Deprel::kXcomp) && preposition_of(document, child) == "as";
    if ((bare && !is_acting_as(word.lemma)) || as) role = child;
    if (naming && is_oblique(below.deprel) && is_one_of(preposition_of(document, child), {"to", "into"})) body = child;
  }
  if (follows && role != kNone) return follows_in_office(token, role);
  // `was elected to the Senate`
  if (role == kNone && body != kNone) {
    const uint32_t elected =
        is_passive(document, token) ? find_subject(document, token) : child_with(document, token, Deprel::kObj);
    const uint32_t one = elected == kNone ? kNone : find_entity_by_head(document, elected);
    const uint32_t whole = find_entity_by_head(document, body);
    if (one == kNone || whole == kNone || document.entities[one].type != EntityType::kPerson) return;
    if (document.entities[whole].type != EntityType::kOrganization) return;
    add(one, RelationType::kMemberOf, whole, token, 0.55f, "says:elected-to").modality =
        is_one_of(word.lemma, {"nominate", "tap"}) ? Modality::kPlanned : modality_of(document, token);
    return;
  }
  if (role == kNone || role_kind(document.tokens[role]) == RoleKind::kNoRole) return;
  const uint32_t who = !naming || is_passive(document, token) ? find_subject(document, token)
                                                              : child_with(document, token, Deprel::kObj);
  if (who == kNone || who == role) return;
  const uint32_t person = find_entity_by_head(document, who);
  if (person == kNone || document.entities[person].type != EntityType::kPerson) return;
  const size_t before = document.triples.size();
  office(role, person, 0.7f, "says:takes-office");
  Modality modality = modality_of(document, token);
  if (is_one_of(word.lemma, {"nominate", "designate", "tap"})) modality = Modality::kPlanned;
  for (size_t i = before; i < document_->triples.size(); ++i) document_->triples[i].modality = modality;
}

// `A succeeds B as the head of C`: both have (had) the office.
void FactStage::follows_in_office(uint32_t token, uint32_t role) {
  const Document& document = *document_;
  if (role_kind(document.tokens[role]) == RoleKind::kNoRole) return;
  const bool passive = is_passive(document, token);
  const uint32_t now = passive ? find_agent(document, token) : find_subject(document, token);
  const uint32_t before = passive ? find_subject(document, token) : child_with(document, token, Deprel::kObj);
  for (const uint32_t who : {now, before}) {
    const uint32_t person = who == kNone ? kNone : find_entity_by_head(document, who);
    if (person == kNone || document.entities[person].type != EntityType::kPerson) continue;
    const size_t first = document.triples.size();
    office(role, person, 0.7f, "says:follows");
    const Modality modality = who == now ? modality_of(document, token) : Modality::kActual;
    for (size_t i = first; i < document_->triples.size(); ++i) document_->triples[i].modality = modality;
  }
}

}  // namespace actant
