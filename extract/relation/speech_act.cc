#include "extract/relation/speech_act.h"

#include <algorithm>

#include "extract/relation/calendar.h"
#include "extract/relation/cue_reader.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_mark_to_drop(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (word.upos != Upos::kPunct) return false;
  return !is_one_of(word.form, {"?", "!", ")", "(", "]", "["});
}

// `Wednesday, the agency confirmed`: a day in front is never what is said.
bool is_bare_day(const Document& document, TokenRange content) {
  const Token& word = document.tokens[content.first];
  return content.size() == 1 && word.xpos == Xpos::kNNP && weekday_number(word.norm) != 0;
}

// Source of an `according to` phrase whose first word is `token`; kNone when it is something else (`according to
// plan`).
uint32_t according_source(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (token + 1 >= document.tokens.size() || document.tokens[token + 1].norm != "to" || word.head == kNone)
    return kNone;
  if (word.deprel == Deprel::kCase) return word.head;
  for (uint32_t child : children_of(document, token)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child > token && (is_oblique(deprel) || is_nominal_modifier(deprel))) return child;
  }
  return kNone;
}

// `pointed out that P`.
bool points_out(const Document& document, uint32_t verb) {
  const uint32_t particle = child_with(document, verb, Deprel::kCompoundPrt);
  return document.tokens[verb].lemma == "point" && particle != kNone && document.tokens[particle].norm == "out";
}

uint16_t frames_of(const Document& document, uint32_t verb) {
  if (points_out(document, verb)) return kSaysClause | kSaysQuote;
  // `a report by X showed that P`: texts tell what others find out.
  if (is_one_of(document.tokens[verb].lemma, {"show", "find"})) {
    const uint32_t subject = find_subject(document, verb);
    const bool text = subject != kNone && is_document_noun(document.tokens[subject].lemma);
    return text && !is_passive(document, verb) ? kSaysClause : 0;
  }
  return speech_verb(document.tokens[verb].lemma);
}

}  // namespace

bool is_done_by_words(RelationType relation) {
  switch (relation) {
    case RelationType::kAccused:
    case RelationType::kSupports:
    case RelationType::kRequested:
    case RelationType::kRejected:
    case RelationType::kThreatened: return true;
    default: return false;
  }
}

std::string_view CueReader::mark(uint32_t clause) const {
  const uint32_t mark = child(clause, Deprel::kMark);
  return mark == kNone ? std::string_view() : at(mark).lemma;
}

Modality CueReader::modality_of(uint32_t predicate) const {
  for (uint32_t aux : children_of(document_, predicate)) {
    if (at(aux).deprel != Deprel::kAux) continue;
    if (is_one_of(at(aux).lemma, {"will", "shall"})) return Modality::kPlanned;
    if (is_one_of(at(aux).lemma, {"may", "might", "could", "would"})) return Modality::kPossible;
  }
  const Token& word = at(predicate);
  if (word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVB && word.head != kNone &&
      is_one_of(at(word.head).lemma,
                {"plan", "expect", "want", "intend", "schedule", "set", "go", "prepare", "try", "due"})) {
    return Modality::kPlanned;
  }
  return Modality::kActual;
}

// `P, a charge that X denies`: the comment on P is not said by who says P.
TokenRange CueReader::without_comment(TokenRange content) const {
  for (uint32_t t = content.first + 2; t + 1 < content.last; ++t) {
    if (!is_one_of(at(t).lemma, {"charge", "allegation", "accusation", "claim", "assertion"})) continue;
    const uint32_t before = is_one_of(at(t - 1).norm, {"a", "an"}) ? t - 2 : t - 1;
    if (before <= content.first || at(before).upos != Upos::kPunct) continue;
    for (uint32_t v = t + 1; v < content.last && v < t + 10; ++v) {
      if (at(v).upos != Upos::kVerb) continue;
      if (is_one_of(at(v).lemma, {"deny", "reject", "dismiss", "dispute", "refute"})) content.last = before;
      break;
    }
  }
  return content;
}

bool CueReader::add(uint32_t cue, uint32_t speaker, TokenRange content, float confidence, const char* rule) {
  content = trim_content(document_, without_comment(content));
  if (content.size() == 0 || is_bare_day(document_, content)) return false;
  SpeechAct act;
  act.cue = cue;
  act.speaker = speaker;
  act.content = content;
  act.negated = negated_;
  act.modality = modality_;
  act.confidence = confidence;
  act.rule = rule;
  out_.push_back(act);
  return true;
}

bool CueReader::complements(uint32_t cue, uint16_t frames, uint32_t speaker) {
  bool found = false;
  if ((frames & kSaysQuote) != 0) found = said_last(cue, speaker);
  if (!found && (frames & (kSaysClause | kSaysQuote)) != 0) found = clause_content(cue, speaker) || above(cue, speaker);
  if (!found && (frames & kSaysFor) != 0) found = prepositional(cue, speaker, kSaysFor);
  if (!found && (frames & kSaysInfinitive) != 0) found = infinitive(cue, speaker);
  if (!found && (frames & kSaysGerund) != 0) found = gerund(cue, speaker);
  if (!found && (frames & kSaysAs) != 0) found = as_something(cue, speaker);
  if (!found && (frames & kSaysNoun) != 0) found = object_noun(cue, speaker);
  if (!found && (frames & kSaysOf) != 0) found = prepositional(cue, speaker, kSaysOf);
  return found;
}

// `reports quote hospitals as saying P`: the object of the quoting says it.
uint32_t CueReader::quoted_source(uint32_t cue) const {
  const Token& word = at(cue);
  if (word.xpos != Xpos::kVBG || word.head == kNone || at(word.head).upos != Upos::kVerb) return kNone;
  if (!at(word.head).norm.starts_with("quot") && !at(word.head).norm.starts_with("cit")) return kNone;
  if (word.head > cue || is_passive(document_, word.head)) return kNone;
  const uint32_t object = child(word.head, Deprel::kObj);
  return object != kNone ? object : child(word.head, Deprel::kIobj);  // to the parser `him` of `quotes him as saying P`
}

// `a newspaper printed an interview with X, who said P`: `who` is a human being, so the name right before it where the
// parser went farther, to something that is none.
uint32_t CueReader::nearest_who(uint32_t cue, uint32_t antecedent) const {
  if (antecedent == kNone || at(cue).deprel != Deprel::kAclRelcl || at(cue).head != antecedent) return antecedent;
  const uint32_t who = child(cue, Deprel::kNsubj);
  if (who == kNone || at(who).norm != "who" || who < antecedent + 2) return antecedent;
  const uint32_t known = find_mention_by_head(document_, antecedent);
  if (known == kNone || document_.mentions[known].type == EntityType::kPerson ||
      document_.mentions[known].type == EntityType::kGroup) {
    return antecedent;
  }
  const uint32_t last = at(who - 1).form == "," ? who - 1 : who;
  for (uint32_t t = last; t > antecedent + 1 && t + 4 > last; --t) {
    const uint32_t near = find_mention_by_head(document_, t - 1);
    if (near == kNone || document_.mentions[near].type != EntityType::kPerson) continue;
    if (document_.mentions[near].last == last) return document_.mentions[near].head;
  }
  return antecedent;
}

void CueReader::verb(uint32_t cue, uint16_t frames) {
  const Token& word = at(cue);
  if (!broad_ && is_negated(document_, cue)) return;
  if (!broad_ && word.head != kNone && word.deprel == Deprel::kXcomp &&
      (is_one_of(at(word.head).lemma, {"refuse", "decline", "fail"}) || is_negated(document_, word.head))) {
    return;
  }
  if (!broad_ && is_one_of(mark(cue), {"if", "whether", "unless"})) return;
  if (!broad_ && word.lemma == "consider" && word.xpos == Xpos::kVBG) return;  // ponders
  uint32_t speaker = kNone;
  if (is_passive(document_, cue)) {
    speaker = find_agent(document_, cue);
  } else {
    // `was quoted as saying`: the passive subject speaks.
    speaker = quoted_source(cue);
    if (speaker == kNone) speaker = nearest_who(cue, broad_ ? wide_source(cue) : find_subject(document_, cue));
    // `held a news conference to announce P`
    const bool purpose =
        word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVB && mark(cue) == "to" && word.head < cue;
    if (speaker == kNone && purpose && !broad_ && at(word.head).upos == Upos::kVerb &&
        !is_passive(document_, word.head))
      speaker = find_subject(document_, word.head);
  }
  if (speaker == kNone && broad_) speaker = inverted_source(cue, frames);
  if (speaker == kNone) {
    if (broad_ && (is_passive(document_, cue) || !said_by_lost_subject(cue, frames))) impersonal(cue, frames);
    return;
  }
  const std::string_view lemma = word.lemma;
  negated_ = (frames & kSaysNot) != 0;
  modality_ = modality_of(cue);
  if (!broad_ && rejected_claim(cue, speaker)) return;
  if (complements(cue, frames, speaker) || rest_of_sentence(cue, frames, speaker)) return;
  if (!is_passive(document_, cue) && made_clear(cue, speaker)) return;
  const uint32_t object = child(cue, Deprel::kObj);
  if (object != kNone && is_speech_carrier(lemma) && carried_noun(cue, object, speaker)) return;
  if (broad_) {
    widest(cue, frames, speaker);
    return;
  }
  if ((frames & kSaysQuote) == 0) return;
  SpeechAct act;  // an introduction, should a quotation be near
  act.cue = cue;
  act.speaker = speaker;
  act.negated = negated_;
  act.modality = modality_;
  act.rule = "said-quote";
  out_.push_back(act);
}

void CueReader::adjective(uint32_t cue) {
  const uint32_t source = find_subject(document_, cue);
  if (source == kNone) return;
  negated_ = false;
  modality_ = Modality::kActual;
  for (const uint32_t below : children_of(document_, cue)) {
    const Deprel deprel = at(below).deprel;
    const bool clause = deprel == Deprel::kCcomp || deprel == Deprel::kXcomp || deprel == Deprel::kAdvcl;
    const std::string_view with = mark(below);
    if (below < cue || !clause || (deprel == Deprel::kAdvcl && with != "that" && with != "to")) continue;
    add(cue, source, subtree(document_, below), 0.6f, "holds-that");
    return;
  }
  felt_about(cue, source);
}

// The clause that a phrase of the source stands in, without the phrase; empty where there is none.
TokenRange CueReader::clause_around(uint32_t source) const {
  uint32_t top = at(source).head;
  if (top == kNone) return {};
  const TokenRange own = subtree(document_, source);
  // What hangs on a noun deep inside is said of the clause all the same.
  while (at(top).head != kNone && at(top).upos != Upos::kVerb && at(top).deprel != Deprel::kRoot &&
         child(top, Deprel::kCop) == kNone && !is_one_of(deprel_name(at(top).deprel), {"ccomp", "parataxis", "conj"})) {
    top = at(top).head;
  }
  // Set off at the end of the sentence it is said of all of it: `A did B, killing C, according to X`.
  const Sentence& sentence = document_.sentences[sentence_of(document_, source)];
  const bool at_end = own.last + 1 >= sentence.last && own.first > sentence.first + 1 &&
                      (at(own.first).form == "," || at(own.first - 1).form == ",");
  while (at_end && at(top).head != kNone && !own.contains(at(top).head) &&
         is_one_of(deprel_name(at(top).deprel), {"advcl", "xcomp", "acl", "acl:relcl", "obl", "nmod"})) {
    top = at(top).head;
  }
  if (own.contains(top)) return {};
  TokenRange range = subtree(document_, top, source);
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  while (range.last > own.last && at(range.last - 1).upos == Upos::kPunct) --range.last;
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  return range.first < range.last ? range : TokenRange{};
}

// `according to X`.
void CueReader::according_to(uint32_t source) {
  const TokenRange range = clause_around(source);
  if (range.size() == 0) return;
  negated_ = false;
  modality_ = Modality::kActual;
  uint32_t cue = subtree(document_, source).first;
  while (cue + 1 < source && at(cue).norm != "according") ++cue;
  add(cue, source, range, 0.7f, "according-to");
}

// `as X said`, `X said as much`: an adverbial clause around which the content stands.
void CueReader::as_said(uint32_t cue) {
  const Token& word = at(cue);
  const uint32_t speaker = find_subject(document_, cue);
  if (speaker == kNone || word.head == kNone) return;
  const TokenRange own = subtree(document_, cue);
  TokenRange range = subtree(document_, word.head, cue);
  if (own.first <= range.first) range.first = std::max(range.first, own.last);
  if (own.last >= range.last) range.last = std::min(range.last, own.first);
  if (range.first >= range.last || own.contains(word.head)) return;
  negated_ = false;
  modality_ = Modality::kActual;
  add(cue, speaker, range, 0.6f, "as-said");
}

TokenRange trim_content(const Document& document, TokenRange range) {
  while (range.size() > 0) {
    const Token& word = document.tokens[range.first];
    const bool that = word.lemma == "that" && word.deprel == Deprel::kMark;
    if (!that && !is_mark_to_drop(document, range.first) && word.deprel != Deprel::kCc) break;
    ++range.first;
  }
  while (range.size() > 0 && is_mark_to_drop(document, range.last - 1)) --range.last;
  return range;
}

void find_speech_acts(const Document& document, uint32_t sentence, std::vector<SpeechAct>& out) {
  CueReader reader(document, out);
  const Sentence& bounds = document.sentences[sentence];
  for (uint32_t token = bounds.first; token < bounds.last; ++token) {
    const Token& word = document.tokens[token];
    if (word.norm == "according") {
      const uint32_t source = according_source(document, token);
      if (source != kNone) reader.according_to(source);
    } else if (word.upos == Upos::kVerb) {
      const uint16_t frames = frames_of(document, token);
      if (word.deprel == Deprel::kAdvcl && (frames & kSaysClause) != 0 && (frames & kSaysAside) == 0) {
        const uint32_t mark = child_with(document, token, Deprel::kMark);
        // Without an auxiliary a far `as` is more often one of time: `as the talks in Cairo began`.
        const bool has_said = word.xpos == Xpos::kVBN && child_with(document, token, Deprel::kAux) != kNone &&
                              !is_passive(document, token);
        if (mark != kNone && document.tokens[mark].lemma == "as" && word.xpos != Xpos::kVBG &&
            mark + (has_said ? 8 : 3) >= token && child_with(document, token, Deprel::kCcomp) == kNone &&
            child_with(document, token, Deprel::kObj) == kNone) {
          reader.as_said(token);
          continue;
        }
      }
      if (frames != 0 || is_speech_carrier(word.lemma) || word.lemma == "reject" || word.lemma == "dismiss")
        reader.verb(token, frames);
    } else if (word.upos == Upos::kNoun) {
      const uint16_t frames = speech_noun(word.lemma);
      if (frames != 0) reader.noun(token, frames);
    }
  }
}

void find_attributions(const Document& document, uint32_t sentence, std::vector<SpeechAct>& out) {
  CueReader reader(document, out, true);
  const Sentence& bounds = document.sentences[sentence];
  for (uint32_t token = bounds.first; token < bounds.last; ++token) {
    const Token& word = document.tokens[token];
    const size_t before = out.size();
    const bool felt = word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVBN;  // `grew worried`
    if (is_attitude_adjective(word.lemma) && (word.upos == Upos::kAdj || felt || is_passive(document, token)))
      reader.adjective(token);
    if (out.size() > before) continue;
    if (word.upos == Upos::kVerb) {
      auto frames = static_cast<uint16_t>(frames_of(document, token) | attitude_verb(word.lemma));
      // `the report showed a rise`
      if (is_one_of(word.lemma, {"show", "find"}) && frames_of(document, token) != 0) frames |= kSaysNoun;
      if (frames != 0 || is_speech_carrier(word.lemma)) reader.verb(token, frames);
      if (frames == 0 && out.size() == before) reader.unknown(token);
    } else if (word.upos == Upos::kAdj) {
      reader.unknown(token);
    } else if (word.upos == Upos::kNoun) {
      const bool holds = is_attitude_noun(word.lemma) || is_stance_noun(word.lemma);
      const uint16_t frames = holds ? kSaysClause | kSaysInfinitive : speech_noun(word.lemma);
      if (frames != 0 && !reader.opinion(token)) reader.noun(token, frames);
    } else if (is_hearsay_adverb(word.norm)) {
      reader.hearsay(token);
    }
  }
}

}  // namespace actant
