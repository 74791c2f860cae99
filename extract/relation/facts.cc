#include "extract/relation/facts.h"

#include <algorithm>
#include <span>

#include "extract/entity/gazetteer.h"
#include "extract/relation/speakers.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

Triple& FactStage::add(uint32_t subject, RelationType relation, uint32_t object, uint32_t predicate, float confidence,
                       const char* rule) {
  Triple& triple = document_->triples.emplace_back();
  triple.subject = subject;
  triple.relation = relation;
  triple.object = object;
  triple.predicate = predicate;
  triple.confidence = confidence;
  triple.rule = rule;
  triple.evidence.push_back(sentence_of(*document_, predicate));
  return triple;
}

// `X's wife Y`, `Y, daughter of X`.
void FactStage::kin(uint32_t noun, uint32_t entity) {
  Document& document = *document_;
  for (uint32_t child : children_of(document, noun)) {
    const Token& word = document.tokens[child];
    const bool fits = word.deprel == Deprel::kNmodPoss ||
                      (is_nominal_modifier(word.deprel) && preposition_of(document, child) == "of");
    if (!fits) continue;
    const uint32_t other = find_entity_by_head(document, child);
    if (other == kNone || other == entity || document.entities[other].type != EntityType::kPerson) continue;
    add(entity, RelationType::kRelatedTo, other, noun, 0.75f, "kin").title = document.tokens[noun].lemma;
    return;
  }
  // `handed power to brother X`: without an owner, of the one who acts.
  if (!document.entities[entity].named || child_with(document, noun, Deprel::kDet) != kNone ||
      child_with(document, noun, Deprel::kNmodPoss) != kNone)
    return;
  uint32_t verb = document.tokens[noun].head;
  for (int up = 0; up < 4 && verb != kNone && document.tokens[verb].upos != Upos::kVerb; ++up)
    verb = document.tokens[verb].head;
  if (verb == kNone || document.tokens[verb].upos != Upos::kVerb) return;
  const uint32_t subject = find_subject(document, verb);
  const uint32_t owner = subject == kNone ? kNone : find_entity_by_head(document, subject);
  if (owner == kNone || owner == entity || document.entities[owner].type != EntityType::kPerson) return;
  add(entity, RelationType::kRelatedTo, owner, noun, 0.5f, "kin-of-subject").title = document.tokens[noun].lemma;
}

void FactStage::person_name(uint32_t index) {
  const Mention& name = document_->mentions[index];
  const uint32_t noun = offices_.title_before(name.first);
  if (noun == kNone || name.entity == kNone) return;
  // `the president, X` is an apposition; `Obama the senator` no title.
  office(noun, name.entity, 0.87f, "title");
}

// Whether a comma parts a description from the name behind it, with its rank: `head of X, General Y`.
bool FactStage::is_set_off(const Mention& description) const {
  const Document& document = *document_;
  if (description.last < document.tokens.size() && document.tokens[description.last].form == ",") return true;
  for (const uint32_t m : document.entities[description.entity].mentions) {
    const Mention& name = document.mentions[m];
    if (name.kind != MentionKind::kName || name.first <= description.head || name.sentence != description.sentence)
      continue;
    uint32_t t = name.first - 1;
    while (t > description.head && Gazetteer::get().title(document.tokens[t].norm) != nullptr) --t;
    return document.tokens[t].form == ",";
  }
  return false;
}

// A description of a person: of somebody with a name, or of one that only has the description.
void FactStage::description(uint32_t index) {
  const Mention& mention = document_->mentions[index];
  if (mention.type != EntityType::kPerson || mention.entity == kNone) return;
  // A title: see person_name(). Behind a comma a name stands in apposition, with a rank too (`a spokesman, General X`).
  if (!is_set_off(mention) && find_titled_name(*document_, mention.head) != kNone) return;
  const bool named = document_->entities[mention.entity].named;
  office(mention.head, mention.entity, named ? 0.75f : 0.65f, named ? "description" : "if-used:description");
}

// `X is the president of Y`, `X was named head of Y`.
void FactStage::predicate_nominal(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  const uint32_t head = mention.head;
  if (mention.kind != MentionKind::kNominal || role_kind(document.tokens[head]) == RoleKind::kNoRole) return;
  const bool copula = child_with(document, head, Deprel::kCop) != kNone;
  if (!copula || is_negated(document, head)) return;
  uint32_t subject = find_subject(document, head);
  const Token& word = document.tokens[head];
  // `X, of Y, to be ambassador to Z`: the fragment of a list of nominations.
  const bool to_be =
      subject == kNone && word.deprel == Deprel::kAcl && child_with(document, head, Deprel::kMark) != kNone;
  if (to_be) subject = word.head;
  if (subject == kNone) return;
  const uint32_t entity = find_entity_by_head(document, subject);
  if (entity == kNone || entity == mention.entity || document.entities[entity].type != EntityType::kPerson) return;
  const size_t before = document.triples.size();
  office(head, entity, 0.75f, to_be ? "says:to-be" : "says:copula");
  for (size_t i = before; to_be && i < document_->triples.size(); ++i)
    document_->triples[i].modality = Modality::kPlanned;
}

// `Malaysia's prime minister, X, said`: the name right behind a description, wherever the parser hangs the two.
uint32_t FactStage::name_behind_comma(const Mention& description) const {
  const Document& document = *document_;
  const Token& word = document.tokens[description.head];
  const uint32_t comma = description.last;
  if (word.xpos == Xpos::kNNS || word.xpos == Xpos::kNNPS || comma + 2 >= document.tokens.size()) return kNone;
  if (document.tokens[comma].form != ",") return kNone;
  for (uint32_t t = comma + 1; t < comma + 4 && t < document.tokens.size(); ++t) {
    const uint32_t name = find_mention_by_head(document, t);
    if (name == kNone) continue;
    const Mention& found = document.mentions[name];
    const bool behind = found.first == comma + 1 && found.kind == MentionKind::kName;
    if (!behind || found.type != EntityType::kPerson || document.tokens[found.head].deprel == Deprel::kConj)
      return kNone;
    return found.head;
  }
  return kNone;
}

// `X, head of Y,` and `the head of Y, X`, where coreference did not join the two.
void FactStage::apposition(uint32_t index) {
  const Document& document = *document_;
  const Mention mention = document.mentions[index];
  const Token& word = document.tokens[mention.head];
  if (mention.kind != MentionKind::kNominal || mention.entity == kNone) return;
  uint32_t other = kNone;
  if (word.deprel == Deprel::kAppos || word.deprel == Deprel::kConj) {
    uint32_t top = mention.head;
    while (document.tokens[top].deprel == Deprel::kConj) top = document.tokens[top].head;
    if (document.tokens[top].deprel == Deprel::kAppos) other = document.tokens[top].head;
  }
  if (other == kNone) {
    const uint32_t behind = child_with(document, mention.head, Deprel::kAppos);
    if (behind != kNone && behind > mention.head) other = behind;
  }
  if (other == kNone) other = name_behind_comma(mention);
  if (other == kNone) return;
  const uint32_t entity = find_entity_by_head(document, other);
  if (entity == kNone || entity == mention.entity || !document.entities[entity].named) return;
  office(mention.head, entity, 0.75f, "apposition");
}

// `X, who heads Y`, `X leads Y`, `X founded Y`.
void FactStage::leads(uint32_t token) {
  const Document& document = *document_;
  const Token& word = document.tokens[token];
  std::string_view title;
  if (is_one_of(word.lemma,
                {"head", "chair", "lead", "found", "co-found", "command", "establish", "form", "run", "spearhead"})) {
    title = word.lemma == "head"                           ? "head"
            : word.lemma == "chair"                        ? "chairman"
            : is_one_of(word.lemma, {"lead", "spearhead"}) ? "leader"
            : word.lemma == "run"                          ? "head"
            : word.lemma == "command"                      ? "commander"
                                                           : "founder";
  } else {
    return;
  }
  if (word.upos != Upos::kVerb || is_negated(document, token)) return;
  const bool passive = is_passive(document, token);
  uint32_t who = passive ? find_agent(document, token) : find_subject(document, token);
  uint32_t what = passive ? find_subject(document, token) : child_with(document, token, Deprel::kObj);
  if (who == kNone || what == kNone) return;
  const uint32_t person = find_entity_by_head(document, who);
  const uint32_t body = find_entity_by_head(document, what);
  if (person == kNone || body == kNone || person == body) return;
  if (document.entities[person].type != EntityType::kPerson ||
      document.entities[body].type != EntityType::kOrganization)
    return;
  const bool named = document.entities[body].named;
  if (!passive && (!named || word.lemma == "run")) return;
  add(person, RelationType::kHoldsPosition, body, token, 0.6f, named ? "says:leads" : "if-used:says:leads").title =
      title;
}

void FactStage::process(Document& document) {
  document_ = &document;
  offices_.reset(document);
  unplaced_.clear();
  const auto count = static_cast<uint32_t>(document.mentions.size());
  for (uint32_t m = 0; m < count; ++m) {
    const Mention mention = document.mentions[m];  // a copy: rank() may add mentions
    if (mention.entity == kNone || mention.kind == MentionKind::kPronoun) continue;
    if (mention.kind == MentionKind::kName && mention.type == EntityType::kPerson) {
      person_name(m);
      title_of_list(m);
      owner_of_name(m);
      home_behind_name(m);
      rank(m);
      body_of_name(m);
    }
    if (mention.kind == MentionKind::kNominal && mention.type == EntityType::kPerson) {
      predicate_nominal(m);
      apposition(m);
      description(m);
    }
    group_or_body(m);
    if (mention.kind == MentionKind::kName) home_before_name(m);
    town_before(m);
    if (mention.kind == MentionKind::kName && document.mentions[m].type == EntityType::kPlace) {
      place_in_place(m);
      kind_before(m);
      country_in_brackets(m);
    }
    kind_of_place(m);
    place_of_owner(m);
    seat(m);
    seat_behind(m);
    own_body(m);
    other_name(m);
  }
  for (uint32_t token = 0; token < document.tokens.size(); ++token) {
    if (document.tokens[token].upos == Upos::kNoun) {
      gathering(token);
      subsidiary(token);
      wedding(token);
    }
    if (document.tokens[token].upos != Upos::kVerb && document.tokens[token].upos != Upos::kAdj) continue;
    leads(token);
    belongs(token);
    owns(token);
    marries(token);
    takes_office(token);
    based_in(token);
    based_name(token);
    event_place(token);
    called(token);
  }
  place_offices();
}

}  // namespace actant
