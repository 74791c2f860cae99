#include "extract/relation/clause_place.h"

#include <vector>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/event_anchor.h"
#include "extract/relation/place_phrase.h"
#include "extract/relation/speech_act.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

bool is_occurrence(std::string_view lemma) {
  return is_one_of(lemma, {"erupt", "break", "take", "occur", "happen", "begin", "start", "continue", "end", "open",
                           "resume", "come", "strike", "hit"});
}

namespace {

// Done to people and things where they are: `killed three soldiers in Kabul`, `met Jones in London`.
bool happens_at_object(RelationType relation) {
  switch (relation) {
    case RelationType::kMetWith:
    case RelationType::kAttacked:
    case RelationType::kCoerced:
    case RelationType::kAided:
    case RelationType::kProtested:
    case RelationType::kMobilized: return true;
    default: return false;
  }
}

// Those who are told to act where they are: `protesters in Cairo clashed with police`. Not `a court in Jakarta`, which
// has its seat there.
bool happens_at_subject(RelationType relation) {
  return relation == RelationType::kAttacked || relation == RelationType::kProtested;
}

// `told reporters in Geneva`, `met Jones in London`: the parser hangs the place on the last name.
uint32_t place_of_argument(const Document& document, const Triple& triple) {
  const uint32_t verb = triple.predicate;
  const bool told = triple.relation == RelationType::kStated && document.tokens[verb].lemma == "tell";
  if (document.tokens[verb].upos != Upos::kVerb || (!told && !happens_at_object(triple.relation))) return kNone;
  const Span said = told ? document.statements[triple.object].span : Span();
  for (uint32_t child : children_of(document, verb)) {
    const Token& argument = document.tokens[child];
    const bool object = argument.deprel == Deprel::kObj || argument.deprel == Deprel::kIobj ||
                        (is_oblique(argument.deprel) && preposition_of(document, child) == "with");
    const bool subject =
        is_subject(argument.deprel) && !told && (happens_at_subject(triple.relation) || is_passive(document, verb));
    if ((!object && !subject) || (told && said.contains(argument.span))) continue;
    if (const uint32_t place = place_beside(document, child); place != kNone) return place;
  }
  return kNone;
}

// `talks with Japanese officials in Tokyo`, `a meeting between the two in Doha`: the place hangs on whom one meets.
uint32_t place_of_party(const Document& document, const Triple& triple) {
  const uint32_t noun = triple.predicate;
  const bool together = triple.relation == RelationType::kMetWith || triple.relation == RelationType::kAgreedWith ||
                        triple.relation == RelationType::kCooperatedWith;
  if (!together || document.tokens[noun].upos != Upos::kNoun) return kNone;
  for (const uint32_t child : children_of(document, noun)) {
    if (!is_nominal_modifier(document.tokens[child].deprel) ||
        !is_one_of(preposition_of(document, child), {"with", "between", "among", "of"}))
      continue;
    if (const uint32_t place = place_beside(document, child); place != kNone) return place;
  }
  return kNone;
}

// Where the phrases around a deed lead down to: not to what is talked of, and not out of the clause.
bool leads_to_place(const Document& document, uint32_t token, RelationType relation) {
  const Token& word = document.tokens[token];
  if (word.deprel == Deprel::kAcl) return word.xpos == Xpos::kVBG || word.xpos == Xpos::kVBN;
  if (is_subject(word.deprel)) return happens_at_subject(relation) || is_passive(document, word.head);
  if (word.deprel == Deprel::kObj || word.deprel == Deprel::kXcomp || word.deprel == Deprel::kAppos) return true;
  if (word.deprel == Deprel::kConj) return is_nominal(word);
  if (!is_oblique(word.deprel) && !is_nominal_modifier(word.deprel)) return false;
  const std::string_view preposition = preposition_of(document, token);
  if (is_one_of(preposition, {"about", "over", "on", "regarding", "since", "before", "despite", "like"})) return false;
  return relation != RelationType::kMetWith || !is_one_of(preposition, {"for", "to", "against", "of"});
}

// `killed three people as they pressed on with an offensive in X`
bool is_same_fight(const Document& document, uint32_t token, RelationType relation) {
  if (relation != RelationType::kAttacked || document.tokens[token].deprel != Deprel::kAdvcl) return false;
  const uint32_t mark = child_with(document, token, Deprel::kMark),
                 subject = child_with(document, token, Deprel::kNsubj);
  return mark != kNone && is_one_of(document.tokens[mark].norm, {"as", "while", "when"}) &&
         (subject == kNone || document.tokens[subject].upos == Upos::kPron);
}

// The place named nearest below the deed, through objects, parties and participles: `Israeli airstrikes targeting the
// Houthis in Sanaa`, `fighting between rebels and forces in Darfur`.
uint32_t place_below(const Document& document, uint32_t top, RelationType relation) {
  constexpr int kDeepest = 4;
  std::vector<uint32_t> level{top}, next;
  for (int depth = 0; depth < kDeepest && !level.empty(); ++depth, level.swap(next)) {
    next.clear();
    for (const uint32_t token : level) {
      for (const uint32_t child : children_of(document, token)) {
        const Token& word = document.tokens[child];
        const bool phrase = is_oblique(word.deprel) || is_nominal_modifier(word.deprel);
        if (phrase && is_where(preposition_of(document, child))) {
          if (const uint32_t place = named_place(document, child); place != kNone) return place;
        }
        if (leads_to_place(document, child, relation) || is_same_fight(document, child, relation))
          next.push_back(child);
      }
    }
  }
  return kNone;
}

bool is_address(const Token& participle) {
  return participle.xpos == Xpos::kVBG &&
         is_one_of(participle.lemma, {"speak", "address", "talk", "testify", "appear", "write"});
}

// `speaking in London`, `speaking to students at a school in Dubai`.
uint32_t place_of_address(const Document& document, uint32_t participle) {
  if (const uint32_t place = place_at(document, participle); place != kNone) return place;
  for (uint32_t child : children_of(document, participle)) {
    const Token& audience = document.tokens[child];
    if (audience.deprel != Deprel::kObj && !is_oblique(audience.deprel)) continue;
    if (const uint32_t place = place_beside(document, child); place != kNone) return place;
  }
  return kNone;
}

// `the minister, speaking in Caracas, said`.
uint32_t place_of_speaking_subject(const Document& document, const Triple& triple) {
  const uint32_t subject = triple.relation == RelationType::kStated ? find_subject(document, triple.predicate) : kNone;
  if (subject == kNone) return kNone;
  for (uint32_t child : children_of(document, subject)) {
    const Token& clause = document.tokens[child];
    if (clause.deprel == Deprel::kAcl && is_address(clause)) return place_of_address(document, child);
  }
  return kNone;
}

// `the summit in Egypt, where they signed a truce`, `Cairo, where he met Jones`.
uint32_t place_of_antecedent(const Document& document, uint32_t verb) {
  // `Islamabad, where he held talks`
  const Token& noun = document.tokens[verb];
  if (noun.upos == Upos::kNoun && noun.deprel == Deprel::kObj && noun.head != kNone) verb = noun.head;
  const Token& clause = document.tokens[verb];
  if (clause.deprel != Deprel::kAclRelcl || clause.head == kNone) return kNone;
  for (uint32_t child : children_of(document, verb)) {
    if (document.tokens[child].norm != "where") continue;
    const uint32_t place = named_place(document, clause.head);
    return place != kNone ? place : place_beside(document, clause.head);
  }
  return kNone;
}

// `met him when he arrived in Israel`, `speaking in London, she said`.
uint32_t place_of_clause(const Document& document, const Triple& triple) {
  for (uint32_t child : children_of(document, triple.predicate)) {
    const Token& clause = document.tokens[child];
    if (clause.deprel != Deprel::kAdvcl) continue;
    const uint32_t mark = child_with(document, child, Deprel::kMark);
    const uint32_t adverb = child_with(document, child, Deprel::kAdvmod);
    const bool when = (mark != kNone && is_one_of(document.tokens[mark].norm, {"when", "as", "while"})) ||
                      (adverb != kNone && document.tokens[adverb].norm == "when");
    // `is to meet them while in Baghdad`
    if (mark != kNone && is_one_of(document.tokens[mark].norm, {"while", "when"}) &&
        is_where(preposition_of(document, child))) {
      if (const uint32_t place = named_place(document, child); place != kNone) return place;
    }
    const bool travels = triple.relation == RelationType::kMetWith || triple.relation == RelationType::kAgreedWith ||
                         triple.relation == RelationType::kAcquired || is_done_by_words(triple.relation);
    const bool arrives =
        travels && when &&
        is_one_of(clause.lemma, {"arrive", "come", "travel", "go", "fly", "land", "stay", "visit", "return"});
    const bool speaks =
        (triple.relation == RelationType::kStated || is_done_by_words(triple.relation)) && is_address(clause);
    if (!arrives && !speaks) continue;
    if (const uint32_t place = speaks ? place_of_address(document, child) : place_at(document, child); place != kNone)
      return place;
    const uint32_t object = child_with(document, child, Deprel::kObj);
    if (clause.lemma != "visit" || object == kNone) continue;
    if (const uint32_t place = named_place(document, object); place != kNone) return place;
  }
  return kNone;
}

// `told reporters here`, `said by telephone from Beirut`.
uint32_t place_of_speaker(const Document& document, const Triple& triple, const Dateline& dateline) {
  if (triple.relation != RelationType::kStated && triple.relation != RelationType::kMetWith) return kNone;
  for (uint32_t child : children_of(document, triple.predicate)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kAdvmod && word.norm == "here") return dateline.place;
    const bool from = is_oblique(word.deprel) && preposition_of(document, child) == "from";
    if (!from || triple.relation != RelationType::kStated) continue;
    if (const uint32_t place = named_place(document, child); place != kNone) return place;
  }
  return kNone;
}

// The word above whose place is also that of `predicate`: the verb that carries an event noun, or the clause that it is
// joined to; kNone.
uint32_t shares_place_with(const Document& document, uint32_t predicate, RelationType relation) {
  const Token& word = document.tokens[predicate];
  if (word.head == kNone) return kNone;
  const Token& above = document.tokens[word.head];
  const bool noun = word.upos == Upos::kNoun || word.upos == Upos::kPropn;
  if (noun && above.upos == Upos::kVerb) {
    // `clashes killed 12 people in Mohmand`, `was killed in an airstrike in Gaza`
    const bool violent = relation == RelationType::kAttacked || relation == RelationType::kProtested;
    const bool argument =
        word.deprel == Deprel::kObj || word.deprel == Deprel::kNsubjPass ||
        (word.deprel == Deprel::kNsubj && (violent || is_occurrence(above.lemma))) ||
        (violent && is_oblique(word.deprel) && is_one_of(preposition_of(document, predicate), {"in", "during", "by"}));
    return argument ? word.head : kNone;
  }
  const uint32_t mark = child_with(document, predicate, Deprel::kMark);
  // `gathered in Athens to protest`
  const bool purpose =
      word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVB && mark != kNone && document.tokens[mark].norm == "to";
  // `worked at Abu Ghraib and says` are two occasions.
  const bool joined = (word.deprel == Deprel::kConj && !noun && word.xpos == above.xpos &&
                       child_with(document, predicate, Deprel::kNsubj) == kNone) ||
                      (word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVBG);
  // `In Italy, mayors have started asking`
  const bool phase = word.deprel == Deprel::kXcomp && is_one_of(above.lemma, {"start", "begin", "continue", "keep"});
  if (phase) return word.head;
  if (!joined && !purpose) return kNone;
  // `discussed the situation in Lebanon and agreed`: what stands behind the object may belong to it. Not so where it is
  // the same blow: `blew himself up in Stockholm, wounding two`.
  const bool blow = relation == RelationType::kAttacked && word.deprel == Deprel::kAdvcl;
  return blow || child_with(document, word.head, Deprel::kObj) == kNone ? word.head : kNone;
}

// `went to Halifax to thank`, `staged a rally in Kano to urge`: `deed` is what they went for.
uint32_t place_of_errand(const Document& document, uint32_t verb, uint32_t deed) {
  if (document.tokens[deed].deprel != Deprel::kAdvcl || document.tokens[deed].xpos != Xpos::kVB) return kNone;
  const bool moves = is_one_of(document.tokens[verb].lemma, {"go", "come", "travel", "fly", "head", "return", "send",
                                                             "march", "bring", "drive", "take", "arrive", "rush"});
  for (const uint32_t child : children_of(document, verb)) {
    const Token& word = document.tokens[child];
    if (word.deprel == Deprel::kObj && event_relations(word) != 0) {
      if (const uint32_t place = place_beside(document, child); place != kNone) return place;
    }
    if (!moves || !is_oblique(word.deprel) || !is_one_of(preposition_of(document, child), {"to", "through", "into"}))
      continue;
    if (const uint32_t place = named_place(document, child); place != kNone) return place;
  }
  return kNone;
}

uint32_t place_of(const Document& document, const Triple& triple) {
  uint32_t word = triple.predicate, below = kNone;
  const bool deep = happens_at_object(triple.relation) && !is_call(document, triple);
  for (int step = 0; step < 3 && word != kNone; ++step) {
    if (const uint32_t place = place_at(document, word); place != kNone) return place;
    // `is in Cairo to meet him`
    if (word != triple.predicate && is_where(preposition_of(document, word))) {
      if (const uint32_t place = named_place(document, word); place != kNone) return place;
    }
    if (deep) {
      if (const uint32_t place = place_below(document, word, triple.relation); place != kNone) return place;
    }
    if (below != kNone) {
      if (const uint32_t place = place_of_errand(document, word, below); place != kNone) return place;
    }
    below = word;
    word = shares_place_with(document, word, triple.relation);
  }
  return kNone;
}

// `criticized by opponents in Germany`: people without a name act where they are.
uint32_t place_of_crowd(const Document& document, const Triple& triple) {
  const bool stance = is_done_by_words(triple.relation) && triple.relation != RelationType::kThreatened;
  if (!stance || triple.subject >= document.entities.size()) return kNone;
  const DocumentEntity& actor = document.entities[triple.subject];
  if (actor.named || actor.type != EntityType::kGroup || document.tokens[triple.predicate].upos != Upos::kVerb)
    return kNone;
  const uint32_t agent = is_passive(document, triple.predicate) ? find_agent(document, triple.predicate)
                                                                : find_subject(document, triple.predicate);
  return agent == kNone ? kNone : place_beside(document, agent);
}

}  // namespace

bool is_call(const Document& document, const Triple& triple) {
  return triple.relation == RelationType::kMetWith &&
         is_one_of(document.tokens[triple.predicate].lemma,
                   {"speak", "call", "phone", "telephone", "conversation", "contact"});
}

uint32_t place_in_clause(const Document& document, const Triple& triple, const Dateline& dateline) {
  uint32_t place = place_of(document, triple);
  if (place == kNone) place = place_of_argument(document, triple);
  if (place == kNone) place = place_of_party(document, triple);
  if (place == kNone) place = place_of_clause(document, triple);
  if (place == kNone) place = place_of_speaking_subject(document, triple);
  if (place == kNone) place = place_of_crowd(document, triple);
  if (place == kNone) place = place_of_antecedent(document, triple.predicate);
  if (place == kNone) place = place_of_speaker(document, triple, dateline);
  return place;
}

}  // namespace actant
