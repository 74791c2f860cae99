#include "extract/relation/quoted_speech.h"

#include <algorithm>

#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// A part of a quotation this long, or with a verb, says something; a shorter one is a borrowed word (`the "deal"`).
constexpr uint32_t kMinQuotedWords = 4;
// A sentence of a quotation shorter than this belongs to the point made before it.
constexpr uint32_t kMinOwnPoint = 8;

// `sang "Not Ready to Make Nice"`: the name of a work, by its capitals.
bool is_title(const Document& document, TokenRange range) {
  for (uint32_t token = range.first; token < range.last; ++token) {
    const std::string_view form = document.tokens[token].form;
    if (form.size() > 3 && form[0] >= 'a' && form[0] <= 'z') return false;
  }
  return true;
}

// Whether the range is all of its sentence but for marks and conjunctions.
bool is_whole_sentence(const Document& document, TokenRange range, const Sentence& sentence) {
  return words_in(document, {sentence.first, sentence.last}) <= words_in(document, range) + 1;
}

bool starts_lower(const Document& document, uint32_t token) {
  const std::string_view form = document.tokens[token].form;
  return !form.empty() && form[0] >= 'a' && form[0] <= 'z';
}

}  // namespace

uint32_t words_in(const Document& document, TokenRange range) {
  uint32_t count = 0;
  for (uint32_t token = range.first; token < range.last; ++token) count += document.tokens[token].upos != Upos::kPunct;
  return count;
}

bool has_verb(const Document& document, TokenRange range) {
  for (uint32_t token = range.first; token < range.last; ++token) {
    const Upos upos = document.tokens[token].upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return true;
  }
  return false;
}

TokenRange intersection(TokenRange a, TokenRange b) {
  TokenRange result{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (result.first >= result.last) result.last = result.first;
  return result;
}

// The act that has (most of) the part as its content and stands outside the quotation itself.
const SpeechAct* QuotedSpeech::covering_act(TokenRange quotation, TokenRange part) const {
  const uint32_t sentence = sentence_of(document_, part.first);
  for (uint32_t i = act_begin_[sentence]; i < act_begin_[sentence + 1]; ++i) {
    const SpeechAct& act = acts_[i];
    if (act.content.size() == 0 || quotation.contains(act.cue)) continue;
    const TokenRange common = intersection(act.content, part);
    if (2 * common.size() > part.size()) return &act;
  }
  return nullptr;
}

// The speech verb of the sentence that stands outside the quotation and nearest to it.
const SpeechAct* QuotedSpeech::cue_beside(TokenRange quotation, uint32_t sentence) const {
  const SpeechAct* best = nullptr;
  uint32_t best_distance = 0;
  for (uint32_t i = act_begin_[sentence]; i < act_begin_[sentence + 1]; ++i) {
    const SpeechAct& act = acts_[i];
    if (quotation.contains(act.cue) || quotation.contains(act.speaker)) continue;
    if ((speech_verb(document_.tokens[act.cue].lemma) & kSaysQuote) == 0 && act.content.size() == 0) continue;
    const uint32_t distance = act.cue < quotation.first ? quotation.first - act.cue : act.cue - quotation.last;
    if (best == nullptr || distance < best_distance) {
      best = &act;
      best_distance = distance;
    }
  }
  return best;
}

// The sentence before ends with a colon and has a speech verb, or is nothing but speaker and verb.
const SpeechAct* QuotedSpeech::introduction(uint32_t sentence) const {
  if (sentence == 0) return nullptr;
  const Sentence& before = document_.sentences[sentence - 1];
  const std::string_view last = document_.tokens[before.last - 1].form;
  if (last != ":") return nullptr;
  for (uint32_t i = act_begin_[sentence]; i > act_begin_[sentence - 1]; --i) return &acts_[i - 1];
  return nullptr;
}

void QuotedSpeech::quote(const SpeechAct& by, uint32_t quotation, TokenRange part, bool same_sentence,
                         float confidence) {
  Assigned& assigned = assigned_[quotation];
  SpeechAct act = by;
  act.content = part;
  act.negated = false;
  act.confidence = confidence;
  act.rule = same_sentence ? "quote-said" : "quote-continued";
  assigned.act = act;
  assigned.known = true;
  assigned.act_at = static_cast<uint32_t>(acts_.size());
  acts_.push_back(act);
}

// Finds the speaker of the part of a quotation that lies in one sentence.
void QuotedSpeech::assign_part(uint32_t quotation, TokenRange part, uint32_t sentence) {
  Assigned& assigned = assigned_[quotation];
  part = trim_content(document_, part);
  const uint32_t words = words_in(document_, part);
  if (words == 0) return;
  if (const SpeechAct* act = covering_act({quotations_[quotation].first, quotations_[quotation].last}, part)) {
    if (!assigned.known) {
      assigned.act = *act;
      assigned.known = true;
      assigned.act_at = kNone;
    }
    return;
  }
  const bool says = words >= kMinQuotedWords && has_verb(document_, part) && !is_title(document_, part);
  const bool alone = is_whole_sentence(document_, part, document_.sentences[sentence]);
  if (!says && !alone) return;
  if (!alone && assign_beside(quotation, part, sentence)) return;
  if (assigned.known) {
    if (assigned.act_at != kNone && words < kMinOwnPoint) {
      acts_[assigned.act_at].content.last = part.last;
      return;
    }
    return quote(assigned.act, quotation, part, false, 0.7f);
  }
  if (const SpeechAct* act = introduction(sentence)) return quote(*act, quotation, part, false, 0.7f);
  const uint32_t before = quotations_[quotation].continues;
  if (before != kNone && assigned_[before].known) return quote(assigned_[before].act, quotation, part, false, 0.65f);
  if (alone) assign_alone(quotation, part, sentence);
}

// A part beside a speech verb of its sentence. Returns whether there is one.
bool QuotedSpeech::assign_beside(uint32_t quotation, TokenRange part, uint32_t sentence) {
  Assigned& assigned = assigned_[quotation];
  const SpeechAct* act = cue_beside({quotations_[quotation].first, quotations_[quotation].last}, sentence);
  if (act == nullptr || (act->content.size() != 0 && assigned.known)) return false;
  // `"A," X said, "b"`: one statement around its cue.
  if (quotation > 0 && assigned_[quotation - 1].known && assigned_[quotation - 1].act.cue == act->cue &&
      starts_lower(document_, part.first) && assigned_[quotation - 1].act_at != kNone) {
    acts_[assigned_[quotation - 1].act_at].content.last = part.last;
    assigned = assigned_[quotation - 1];
    return true;
  }
  quote(*act, quotation, part, true, 0.7f);
  return true;
}

// A quotation standing alone goes on with whoever spoke last, in quotation marks or out of them.
void QuotedSpeech::assign_alone(uint32_t quotation, TokenRange part, uint32_t sentence) {
  if (quotation > 0 && assigned_[quotation - 1].known) {
    const uint32_t last = sentence_of(document_, quotations_[quotation - 1].last - 1);
    if (sentence - last <= 2) return quote(assigned_[quotation - 1].act, quotation, part, false, 0.6f);
  }
  for (uint32_t back = sentence; back > 0 && sentence - back < 2; --back) {
    for (uint32_t i = act_begin_[back]; i > act_begin_[back - 1]; --i) {
      if (acts_[i - 1].rule[0] == 's') return quote(acts_[i - 1], quotation, part, false, 0.55f);
    }
  }
}

// The sentence with the cue may come last (`"A. B," X said.`): finds it before parts are given away.
void QuotedSpeech::look_ahead(uint32_t quotation, uint32_t first, uint32_t last) {
  const TokenRange quoted{quotations_[quotation].first, quotations_[quotation].last};
  for (const uint32_t s : {first, last}) {
    const Sentence& sentence = document_.sentences[s];
    const TokenRange part = intersection(quoted, {sentence.first, sentence.last});
    const SpeechAct* act = covering_act(quoted, part);
    if (act == nullptr && !is_whole_sentence(document_, part, sentence) &&
        words_in(document_, quoted) >= kMinQuotedWords) {
      act = cue_beside(quoted, s);
      const bool quotes = act != nullptr && (speech_verb(document_.tokens[act->cue].lemma) & kSaysQuote) != 0;
      if (act != nullptr && act->content.size() != 0 && !quotes) act = nullptr;
    }
    if (act == nullptr) continue;
    assigned_[quotation].act = *act;
    assigned_[quotation].known = true;
    return;
  }
}

// `"Why not?" Smith asked.`, which the splitter takes for two sentences: the second one has nothing else to tell.
bool QuotedSpeech::follows(uint32_t quotation, uint32_t last) {
  constexpr uint32_t kFarthest = 6;  // tokens from the quotation to its verb
  const Sentence& ends = document_.sentences[last];
  const Quotation& quoted = quotations_[quotation];
  if (last + 1 >= document_.sentences.size() || quoted.last + 1 < ends.last || quoted.last > ends.last) return false;
  if (!is_one_of(document_.tokens[quoted.last - 1].form, {"?", "!"})) return false;
  if (document_.tokens[ends.last - 1].space_after >= 2) return false;
  for (uint32_t i = act_begin_[last + 1]; i < act_begin_[last + 2]; ++i) {
    const SpeechAct& act = acts_[i];
    const bool near = act.cue < ends.last + kFarthest && act.speaker < ends.last + kFarthest;
    if (act.content.size() != 0 || !near || act.speaker == kNone) continue;
    if ((speech_verb(document_.tokens[act.cue].lemma) & kSaysQuote) == 0) continue;
    assigned_[quotation].act = act;
    assigned_[quotation].known = true;
    return true;
  }
  return false;
}

void QuotedSpeech::assign() {
  for (uint32_t q = 0; q < quotations_.size(); ++q) {
    const TokenRange quoted{quotations_[q].first, quotations_[q].last};
    const uint32_t first = sentence_of(document_, quoted.first);
    const uint32_t last = sentence_of(document_, quoted.last - 1);
    if (!follows(q, last) && first != last) look_ahead(q, first, last);
    for (uint32_t s = first; s <= last; ++s) {
      const Sentence& sentence = document_.sentences[s];
      assign_part(q, intersection(quoted, {sentence.first, sentence.last}), s);
    }
  }
}

}  // namespace actant
