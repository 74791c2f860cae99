#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/clause.h"
#include "extract/relation/clause_words.h"
#include "extract/relation/syntax_walk.h"

// What fills the other places of a clause: objects, receivers, phrases with prepositions, complements.

namespace actant {

// What an object relative clause without pronoun leaves open: `the men (that) police arrested`.
uint32_t ClauseReader::gap(uint32_t predicate) const {
  const std::vector<Token>& tokens = document_->tokens;
  uint32_t at = predicate;
  for (int depth = 0; depth < 3 && tokens[at].deprel == Deprel::kXcomp && tokens[at].head != kNone; ++depth) {
    at = tokens[at].head;
  }
  if (tokens[at].deprel != Deprel::kAclRelcl || is_passive(predicate)) return kNone;
  for (uint32_t c : children(at)) {
    if (is_nominal_subject(tokens[c].deprel) && is_relative_word(tokens[c])) return kNone;
    if (tokens[c].deprel == Deprel::kAdvmod && tokens[c].xpos == Xpos::kWRB)
      return kNone;  // `the day when police arrested`
    if (tokens[c].deprel == Deprel::kObl && is_relative_word(tokens[c])) return kNone;
  }
  return tokens[at].head;
}

void ClauseReader::add_oblique(uint32_t token, Clause& clause, bool distant) const {
  WordId preposition = this->preposition(token);
  if (preposition == along_ && preposition != 0) {
    // `A, along with B, met C`: B does it too; `A met along with B`: A and B are the two sides.
    if (token < clause.predicate) {
      clause.slots.push_back({SlotKind::kSubject, 0, antecedent(token), true});
      return;
    }
    preposition = with_;
  }
  if (preposition != 0 && preposition == than_ && child(token, Deprel::kNummod) != kNone) {
    clause.slots.push_back({SlotKind::kObject, 0, token, true});  // `arrested more than 100 people`
    return;
  }
  if (preposition != 0) clause.slots.push_back({SlotKind::kOblique, preposition, antecedent(token), distant});
}

// `the Syrian-backed militia`: the word before the hyphen does it.
void ClauseReader::add_hyphenated_doer(uint32_t predicate, Clause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (!clause.passive || tokens[predicate].deprel != Deprel::kAmod || predicate < 2) return;
  if (tokens[predicate - 1].xpos != Xpos::kHYPH && tokens[predicate - 1].form != "-") return;
  if (tokens[predicate - 2].head == predicate) {
    clause.slots.push_back({SlotKind::kSubject, 0, predicate - 2, false});
    return;
  }
  // `the United States-backed forces`: the parser hangs the name on the noun.
  for (const Mention& mention : document_->mentions) {
    if (mention.kind != MentionKind::kName || mention.last + 1 != predicate) continue;
    clause.slots.push_back({SlotKind::kSubject, 0, mention.head, false});
    return;
  }
}

// `allowed inspectors to return`: without another object the receiver is the object.
uint32_t ClauseReader::lone_receiver(uint32_t predicate) const {
  const uint32_t receiver = child(predicate, Deprel::kIobj);
  return receiver == kNone ? kNone : antecedent(receiver);
}

// `arrested more than 100 people`, where the parser takes the object for an adverbial phrase: it has no preposition,
// and is no time or measure.
bool ClauseReader::is_bare_object(uint32_t token, uint32_t predicate) const {
  const Token& word = document_->tokens[token];
  if (word.deprel != Deprel::kObl || token < predicate || child(token, Deprel::kCase) != kNone) return false;
  if (word.upos != Upos::kNoun && word.upos != Upos::kPropn) return false;
  return !lexicon_->is(words_[token], WordClass::kVague) && is_actor_noun(token);
}

// Names and nouns for persons and bodies.
bool ClauseReader::is_actor_noun(uint32_t token) const { return find_mention_by_head(*document_, token) != kNone; }

bool ClauseReader::is_title_of(uint32_t title, uint32_t bearer) const {
  if (title + 1 > bearer || document_->tokens[title].upos != Upos::kPropn) return false;
  const uint32_t named = find_mention_by_head(*document_, title), person = find_mention_by_head(*document_, bearer);
  if (person == kNone || document_->mentions[person].kind != MentionKind::kName) return false;
  if (named != kNone && document_->mentions[named].kind == MentionKind::kName) return false;
  const uint32_t entity = document_->mentions[person].entity;
  return entity != kNone && document_->entities[entity].type == EntityType::kPerson &&
         document_->mentions[person].first == title + 1;
}

void ClauseReader::add_own_slots(uint32_t predicate, Clause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  uint32_t object = kNone, second = kNone;
  for (uint32_t c : children(predicate)) {
    switch (tokens[c].deprel) {
      case Deprel::kObj:
        if (object == kNone) {
          object = antecedent(c);
        } else {
          second = c;
        }
        break;
      case Deprel::kXcomp:  // `called him a liar`: as if `as a liar`
        if (tokens[c].upos == Upos::kNoun || tokens[c].upos == Upos::kAdj) {
          clause.slots.push_back({SlotKind::kOblique, as_, c, false});
        }
        break;
      case Deprel::kIobj: clause.slots.push_back({SlotKind::kIndirect, 0, antecedent(c), false}); break;
      case Deprel::kOblAgent:
      case Deprel::kObl:
      case Deprel::kNmod:
        if (is_bare_object(c, predicate)) {
          (object == kNone ? object : second) = c;
        } else if (clause.passive && preposition(c) == by_) {
          clause.slots.push_back({SlotKind::kSubject, 0, antecedent(c), false});
        } else {
          add_oblique(c, clause, false);
        }
        break;
      default: break;
    }
  }
  // `hosted [Security Advisor] [Tzachi Hanegbi]`: a title and its bearer are one object.
  if (second != kNone && is_title_of(object, second)) {
    object = second;
    second = kNone;
  }
  add_hyphenated_doer(predicate, clause);
  const bool distant = object == kNone;
  if (object == kNone && !clause.passive) object = lone_receiver(predicate);
  if (object == kNone && !clause.passive) object = gap(predicate);
  if (object == kNone) return;
  clause.slots.push_back({SlotKind::kObject, 0, object, distant});
  if (second != kNone) {
    clause.slots.push_back({SlotKind::kObject, 0, second, true});
    clause.slots.push_back({SlotKind::kIndirect, 0, object, true});  // `gave the exiles asylum`
  }
  // The parser hangs many a phrase of the verb on its object: `withdrew [troops [from Lebanon]]`.
  if (distant) return;
  for (uint32_t c : children(object)) {
    if (tokens[c].deprel != Deprel::kNmod) continue;
    add_oblique(c, clause, true);
    for (uint32_t inner : children(c)) {
      if (tokens[inner].deprel == Deprel::kNmod) add_oblique(inner, clause, true);
    }
  }
  // `sends [photographs and [intelligence [to Macedonia]]]`
  for (uint32_t joined : children(object)) {
    if (tokens[joined].deprel != Deprel::kConj) continue;
    for (uint32_t c : children(joined)) {
      if (tokens[c].deprel == Deprel::kNmod) add_oblique(c, clause, true);
    }
  }
}

void ClauseReader::add_subject(uint32_t predicate, Clause& clause) const {
  const uint32_t subject = surface_subject(predicate);
  if (subject == kNone || subject == predicate) return;
  const bool own = document_->tokens[subject].head == predicate;
  if (!clause.passive) {
    clause.slots.push_back({SlotKind::kSubject, 0, subject, !own});
    if (own) add_joined_subject(predicate, subject, clause);
    return;
  }
  // `was given aid`: the object is there, so the surface subject is the receiver.
  const bool object_filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  clause.slots.push_back({object_filled ? SlotKind::kIndirect : SlotKind::kObject, 0, subject, !own});
  // `evidence against X was presented`
  for (uint32_t c : children(subject)) {
    if (document_->tokens[c].deprel == Deprel::kNmod) add_oblique(c, clause, true);
  }
}

// `A and B ordered`, where the parser makes two subjects of them.
void ClauseReader::add_joined_subject(uint32_t predicate, uint32_t subject, Clause& clause) const {
  for (uint32_t c : children(predicate)) {
    if (c >= subject || !is_nominal_subject(document_->tokens[c].deprel) || !is_actor_noun(c)) continue;
    for (uint32_t t = c + 1; t < subject; ++t) {
      if (document_->tokens[t].norm == "and") return clause.slots.push_back({SlotKind::kSubject, 0, c, true});
    }
  }
}

// The object of a verb that follows at once: `applauded and thanked China`.
void ClauseReader::add_following_object(uint32_t predicate, Clause& clause) const {
  constexpr uint32_t kNear = 3;
  const std::vector<Token>& tokens = document_->tokens;
  const bool filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  if (filled || clause.passive) return;
  for (uint32_t c : children(predicate)) {
    if (tokens[c].deprel != Deprel::kConj || c > predicate + kNear || tokens[c].xpos != tokens[predicate].xpos)
      continue;
    const uint32_t object = child(c, Deprel::kObj);
    if (object != kNone && object > c) clause.slots.push_back({SlotKind::kObject, 0, antecedent(object), true});
    return;
  }
}

// `criticized and thanked Iran`: what stands behind the last verb may hang on the first.
void ClauseReader::add_shared_slots(uint32_t predicate, Clause& clause) const {
  const Token& token = document_->tokens[predicate];
  if (token.deprel != Deprel::kConj || token.head == kNone || !is_clause(token.head)) return;
  const bool object_filled =
      std::ranges::any_of(clause.slots, [](const Slot& slot) { return slot.kind == SlotKind::kObject; });
  for (uint32_t c : children(token.head)) {
    if (c < predicate) continue;
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel == Deprel::kObj && !object_filled && !clause.passive) {
      clause.slots.push_back({SlotKind::kObject, 0, antecedent(c), true});
    } else if (deprel == Deprel::kObl || deprel == Deprel::kOblAgent) {
      if (clause.passive && preposition(c) == by_) {
        clause.slots.push_back({SlotKind::kSubject, 0, antecedent(c), true});
      } else {
        add_oblique(c, clause, true);
      }
    }
  }
}

// `told X to leave`, `kept X from leaving`
bool ClauseReader::is_act(uint32_t token) const {
  const Token& word = document_->tokens[token];
  const Deprel deprel = word.deprel;
  if (deprel != Deprel::kXcomp && deprel != Deprel::kCcomp && deprel != Deprel::kAdvcl) return false;
  const uint32_t mark = child(token, Deprel::kMark);
  if (mark == kNone || token < word.head) return false;
  const std::string_view norm = document_->tokens[mark].norm;
  return (word.xpos == Xpos::kVB && norm == "to") || (word.xpos == Xpos::kVBG && (norm == "from" || norm == "into"));
}

void ClauseReader::add_complement(uint32_t predicate, Clause& clause) const {
  for (uint32_t c : children(predicate)) {
    if (is_act(c)) clause.slots.push_back({SlotKind::kAct, 0, c, false});
  }
  for (uint32_t c : children(predicate)) {
    const Deprel deprel = document_->tokens[c].deprel;
    if (deprel != Deprel::kCcomp && deprel != Deprel::kXcomp) continue;
    // `insists that X will go on` asks nothing of X.
    if (lexicon_->outlook(words_[predicate]) == Outlook::kRequested && is_indicative(*document_, c)) continue;
    for (uint32_t subject : children(c)) {
      if (is_nominal_subject(document_->tokens[subject].deprel)) {
        clause.slots.push_back({SlotKind::kComplement, 0, antecedent(subject), false});
        return;
      }
    }
  }
}

}  // namespace actant
