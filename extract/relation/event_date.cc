#include "extract/relation/event_date.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/dateline.h"
#include "extract/relation/lexicon.h"
#include "extract/relation/occasion.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_noun(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn; }

// `at a rally in Portland on Thursday, Trump said`: a day that hangs on the occasion dates what was done there. Gives
// the verb of an `at`, `in` or `during` phrase that the word stands in; kNone for all others.
uint32_t occasion_act(const Document& document, uint32_t word) {
  // `in a statement released Monday`, `a March study by Oxford found`: the day of the text is that of what it says.
  if (document.tokens[word].deprel == Deprel::kAcl && document.tokens[word].xpos == Xpos::kVBN)
    word = document.tokens[word].head;
  if (document.tokens[word].deprel == Deprel::kNsubj && is_document_noun(document.tokens[word].lemma) &&
      speech_verb(document.tokens[document.tokens[word].head].lemma) != 0) {
    return document.tokens[word].head;
  }
  for (int step = 0; step < 4; ++step) {
    const Token& token = document.tokens[word];
    if (token.head == kNone || !is_noun(token)) return kNone;
    const std::string_view preposition = preposition_of(document, word);
    const std::string_view lemma = token.lemma;
    const bool eve =
        is_one_of(lemma, {"eve", "sideline", "margin", "anniversary", "opening", "start", "end", "day", "occasion"});
    if (is_oblique(token.deprel) && document.tokens[token.head].upos == Upos::kVerb) {
      return is_one_of(preposition, {"at", "during", "in"}) || (eve && preposition == "on") ? token.head : kNone;
    }
    // Through the place it was held at only: `a complaint about the attack on Monday` dates the attack.
    const bool edge =
        is_nominal_modifier(token.deprel) && preposition == "of" &&
        is_one_of(document.tokens[token.head].lemma, {"eve", "sideline", "margin", "opening", "start", "end", "day"});
    const bool within = token.deprel == Deprel::kAppos || edge ||
                        (is_nominal_modifier(token.deprel) && is_one_of(preposition, {"in", "at"}));
    if (!within) return kNone;
    word = token.head;
  }
  return kNone;
}

// Verbs whose day is not that of the event they tell about: `condemned the attack on Monday`, `the meeting was
// scheduled two weeks ago`.
bool is_about_event(const Token& verb) {
  if (is_one_of(verb.lemma,
                {"schedule", "plan",   "postpone", "delay",  "cancel",  "arrange",     "prepare",     "discuss",
                 "recall",   "mark",   "remember", "follow", "precede", "commemorate", "investigate", "expect",
                 "recount",  "review", "await",    "study",  "probe",   "mourn",       "honor",       "celebrate"})) {
    return true;
  }
  const Lexicon& lexicon = Lexicon::english();
  WordId word = lexicon.id(verb.lemma);
  if (word == 0) word = lexicon.inflected(verb.norm);
  if (lexicon.carrier(word) != Carrier::kNothing) return false;
  return speech_verb(verb.lemma) != 0 || std::ranges::any_of(lexicon.verb(word), [](const Sense& sense) {
           return sense.relation == RelationType::kAccused || sense.relation == RelationType::kSupports ||
                  sense.relation == RelationType::kRejected;
         });
}

// `claimed responsibility for the attack`, `the bombings for which they took responsibility`: the deed, which is dated
// rather than the claim; kNone for other verbs.
uint32_t claimed_deed(const Document& document, uint32_t verb) {
  if (!is_one_of(document.tokens[verb].lemma, {"claim", "admit", "accept", "take"})) return kNone;
  const uint32_t object = child_with(document, verb, Deprel::kObj);
  if (object == kNone || document.tokens[object].lemma != "responsibility") return kNone;
  for (const uint32_t above : {verb, object}) {
    for (const uint32_t child : children_of(document, above)) {
      const Token& deed = document.tokens[child];
      if (preposition_of(document, child) != "for") continue;
      if (is_noun(deed)) return child;
      if (deed.xpos == Xpos::kWDT && document.tokens[verb].deprel == Deprel::kAclRelcl)
        return document.tokens[verb].head;
    }
  }
  return kNone;
}

// `the 2012 nominee`, `served as a clerk from 1999 to 2001`: not the day of the clause that an office is named in.
bool dates_office(const Document& document, const TimeExpression& time, uint32_t office) {
  if (document.tokens[office].upos == Upos::kVerb)
    return is_one_of(document.tokens[office].lemma,
                     {"serve", "work", "rule", "govern", "lead", "head", "chair", "command", "hold", "act"});
  constexpr uint32_t kAdjectives = 4;
  if (time.words.last > office || office - time.words.last > kAdjectives) return false;
  for (uint32_t t = time.words.last; t < office; ++t) {
    if (document.tokens[t].upos == Upos::kPunct || document.tokens[t].upos == Upos::kDet) return false;
  }
  return true;
}

// The word above `predicate` whose time is also its own; kNone.
uint32_t shares_time_with(const Document& document, uint32_t predicate) {
  const Token& word = document.tokens[predicate];
  if (word.head == kNone) return kNone;
  const Token& above = document.tokens[word.head];
  const bool noun = is_noun(word);
  if (noun && above.upos == Upos::kVerb) {
    const bool argument = word.deprel == Deprel::kObj || word.deprel == Deprel::kNsubjPass ||
                          word.deprel == Deprel::kNsubj || is_oblique(word.deprel);
    // `criticized X at a rally on Monday`: whatever is done at it.
    const bool occasion = is_oblique(word.deprel) && is_one_of(preposition_of(document, predicate), {"at", "during"});
    return argument && (occasion || !is_about_event(above)) ? word.head : kNone;
  }
  const bool joined = word.deprel == Deprel::kConj && !noun && word.upos == above.upos &&
                      child_with(document, predicate, Deprel::kNsubj) == kNone;
  // `urged him today to leave` says when it was urged.
  const bool asked =
      word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVB && child_with(document, word.head, Deprel::kObj) != kNone;
  // `was fined on Monday for selling`: only a bare participle goes with its verb.
  const uint32_t mark = child_with(document, predicate, Deprel::kMark);
  const bool beside = mark == kNone || is_one_of(document.tokens[mark].norm, {"while", "whilst", "when", "as", "by",
                                                                              "in", "on", "upon", "thus", "thereby"});
  const bool open =
      word.deprel == Deprel::kXcomp || (word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVBG && beside);
  // `marched on Sunday to protest against the war`
  const bool purpose =
      word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVB && mark != kNone && document.tokens[mark].norm == "to";
  return joined || purpose || (open && !asked) ? word.head : kNone;
}

}  // namespace

const TimeExpression* TimeStage::at(uint32_t word) const {
  return by_governor_[word] == kNone ? nullptr : &times_[by_governor_[word]];
}

// Of several expressions on one word a date comes before a stretch, then the nearest.
void TimeStage::take(uint32_t word, uint32_t time) {
  uint32_t& slot = by_governor_[word];
  if (slot == kNone) {
    slot = time;
    return;
  }
  const auto rank = [&](uint32_t i) {
    const TimeExpression& e = times_[i];
    const uint32_t distance = e.words.first > word ? e.words.first - word : word - e.words.first;
    return std::pair(e.use != TimeUse::kAt, distance);
  };
  if (rank(time) < rank(slot)) slot = time;
}

void TimeStage::index_times(const Document& document) {
  by_governor_.assign(document.tokens.size(), kNone);
  for (uint32_t i = 0; i < times_.size(); ++i) take(times_[i].governor, i);
  for (uint32_t i = 0; i < times_.size(); ++i) {
    const uint32_t act = occasion_act(document, times_[i].governor);
    if (act != kNone && by_governor_[act] == kNone) by_governor_[act] = i;
  }
}

// `the talks held on Monday`, `the attack, which took place on Monday`.
const TimeExpression* TimeStage::time_of_noun(const Document& document, uint32_t noun) const {
  for (uint32_t child : children_of(document, noun)) {
    const Token& clause = document.tokens[child];
    const bool told = clause.deprel == Deprel::kAcl || clause.deprel == Deprel::kAclRelcl;
    if (!told || at(child) == nullptr) continue;
    if (is_one_of(clause.lemma, {"hold", "take", "occur", "happen", "begin", "start", "end", "conclude", "sign",
                                 "launch", "carry", "conduct", "stage", "set", "schedule", "plan", "due", "reach"})) {
      return at(child);
    }
  }
  return nullptr;
}

// `Speaking in August, he said`, `asked on Monday, she said`, `the minister, speaking on Friday, said`.
const TimeExpression* TimeStage::time_of_address(const Document& document, uint32_t verb) const {
  const uint32_t subject = document.tokens[verb].upos == Upos::kVerb ? find_subject(document, verb) : kNone;
  if (subject != kNone && subject != verb) {
    if (const TimeExpression* time = time_of_participle(document, subject, Deprel::kAcl)) return time;
  }
  return time_of_participle(document, verb, Deprel::kAdvcl);
}

const TimeExpression* TimeStage::time_of_participle(const Document& document, uint32_t word, Deprel deprel) const {
  for (uint32_t child : children_of(document, word)) {
    const Token& clause = document.tokens[child];
    const bool participle = clause.deprel == deprel && (clause.xpos == Xpos::kVBG || clause.xpos == Xpos::kVBN);
    if (participle && at(child) != nullptr &&
        is_one_of(clause.lemma, {"speak", "ask", "address", "testify", "respond", "question", "comment", "appear",
                                 "write", "talk", "answer", "reply", "interview", "quote", "tweet", "post"})) {
      return at(child);
    }
  }
  return nullptr;
}

// `on Monday, when they met`, `the July 25 call in which he asked`.
const TimeExpression* TimeStage::time_of_antecedent(const Document& document, uint32_t predicate) const {
  const Token& verb = document.tokens[predicate];
  if (verb.deprel != Deprel::kAclRelcl && verb.deprel != Deprel::kAcl && verb.deprel != Deprel::kAdvcl) return nullptr;
  for (const TimeExpression& time : times_) {
    if (time.words.contains(verb.head)) return &time;
  }
  if (verb.deprel != Deprel::kAclRelcl || !is_noun(document.tokens[verb.head])) return nullptr;
  for (uint32_t child : children_of(document, predicate)) {
    const bool oblique = is_oblique(document.tokens[child].deprel) && document.tokens[child].norm == "which";
    if (document.tokens[child].norm == "when" ||
        (oblique && is_one_of(preposition_of(document, child), {"in", "at", "during"}))) {
      return at(verb.head);
    }
  }
  return nullptr;
}

// On the predicate itself, on what carries it, or on the clause it is joined to; never across a clause of speech.
const TimeExpression* TimeStage::time_of(const Document& document, uint32_t predicate, Modality modality) const {
  const uint32_t deed = claimed_deed(document, predicate);
  uint32_t word = deed == kNone ? predicate : deed;
  for (int step = 0; step < 4 && word != kNone; ++step) {
    if (at(word) != nullptr) return at(word);
    if (is_noun(document.tokens[word])) {
      if (const TimeExpression* time = time_of_noun(document, word)) return time;
    }
    // What is asked for is not dated by the asking.
    word = modality == Modality::kRequested ? kNone : shares_time_with(document, word);
  }
  return time_of_antecedent(document, predicate);
}

// Facts lie in no time, but for where events were (`the election in Iran was held on Sunday`, `the 1989 crackdown in
// Beijing`) and offices of one year (`the 2012 nominee`).
const TimeExpression* TimeStage::time_of_fact(const Document& document, const Triple& triple) const {
  if (triple.relation == RelationType::kHoldsPosition) {
    const TimeExpression* time = at(triple.predicate);
    return time != nullptr && dates_office(document, *time, triple.predicate) ? time : nullptr;
  }
  if (triple.relation != RelationType::kLocatedIn || triple.evidence.empty()) return nullptr;
  const DocumentEntity& event = document.entities[triple.subject];
  if (event.type != EntityType::kEvent) return nullptr;
  for (const uint32_t m : event.mentions) {
    const uint32_t head = document.mentions[m].head;
    if (sentence_of(document, head) != triple.evidence.front()) continue;
    return time_of(document, head, triple.modality);
  }
  return nullptr;
}

// `said on Sunday that P`, where the parser hung the day elsewhere: between the verb of speech and what is said.
const TimeExpression* TimeStage::time_before_content(const Document& document, const Triple& triple) const {
  if (triple.relation != RelationType::kStated) return nullptr;
  const uint32_t begin = document.statements[triple.object].span.begin;
  for (const TimeExpression& time : times_) {
    const Span words = span_of(document, time.words);
    if (words.begin > document.tokens[triple.predicate].span.begin && words.end <= begin) return &time;
    if (words.begin >= begin) break;
  }
  return nullptr;
}

void TimeStage::process(Document& document) {
  times_.clear();
  by_governor_.clear();
  if (document.triples.empty()) return;
  const Dateline dateline = find_dateline(document);
  find_times(document, dateline.end, reference_date(document, dateline), times_);
  if (!times_.empty()) {
    index_times(document);
    for (Triple& triple : document.triples) {
      if (triple.predicate == kNone || !triple.time.empty()) continue;
      const bool told = std::string_view(triple.rule).starts_with("says:");
      const bool fact = relation_info(triple.relation).fact && !told;
      const TimeExpression* time =
          fact ? time_of_fact(document, triple) : time_of(document, triple.predicate, triple.modality);
      // A day inside what is said is not that of saying it.
      const bool within = time != nullptr && triple.relation == RelationType::kStated &&
                          time->governor != triple.predicate &&
                          document.statements[triple.object].span.contains(document.tokens[time->governor].span);
      if (time == nullptr || within) time = time_before_content(document, triple);
      if (time == nullptr && triple.relation == RelationType::kStated)
        time = time_of_address(document, triple.predicate);
      if (time != nullptr) triple.time = document.arena.store(time->value.iso());
    }
  }
  carry_occasions(document, times_, by_governor_);
}

}  // namespace actant
