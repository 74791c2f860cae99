#include "extract/relation/time_expression.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/event_anchor.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/time_reader.h"

namespace actant {
namespace {

// The word outside the expression that its words hang on.
uint32_t outer_head(const Document& document, TokenRange words) {
  for (uint32_t t = words.first; t < words.last; ++t) {
    const Token& word = document.tokens[t];
    if (word.head == kNone || words.contains(word.head)) continue;
    if (word.deprel != Deprel::kPunct && word.deprel != Deprel::kCase && word.deprel != Deprel::kMark) return word.head;
  }
  return kNone;
}

// Nouns that cut a stretch of time: `the early hours of Monday`, `the summer of 2014`.
bool is_part_of_time(std::string_view lemma) {
  return is_one_of(lemma, {"hour",   "morning", "afternoon", "evening", "night",  "day",    "week", "weekend",
                           "month",  "year",    "beginning", "start",   "end",    "middle", "half", "spring",
                           "summer", "autumn",  "fall",      "winter",  "season", "course"});
}

// `earlier this year`, `as recently as Monday`.
bool only_leads_to_date(const Token& token) {
  return (token.upos == Upos::kAdv || token.upos == Upos::kAdj) &&
         is_one_of(token.lemma, {"early", "earlier", "late", "later", "recently", "just", "only", "soon", "back"});
}

// People, bodies and places have no date: `met Jones in London on Monday` dates the verb, wherever the parser hung the
// day.
bool bears_no_date(const Document& document, uint32_t token) {
  if (document.tokens[token].upos == Upos::kNoun && is_part_of_time(document.tokens[token].lemma)) return true;
  if (document.mention_at.size() != document.tokens.size()) return false;
  const uint32_t m = find_mention_by_head(document, token);
  if (m == kNone) return false;
  switch (document.mentions[m].type) {
    case EntityType::kPerson:
    case EntityType::kOrganization:
    case EntityType::kPlace:
    case EntityType::kGroup: return true;
    default: return false;
  }
}

// `The leaders today met`: between a subject and its verb the day belongs to the verb.
uint32_t verb_behind(const Document& document, uint32_t subject, TokenRange words) {
  const uint32_t verb = document.tokens[subject].head;
  if (verb == kNone || subject >= words.first || verb < words.last) return kNone;
  for (uint32_t t = words.last; t < verb; ++t) {
    const Deprel deprel = document.tokens[t].deprel;
    if (deprel != Deprel::kAux && deprel != Deprel::kAuxPass && deprel != Deprel::kAdvmod) return kNone;
  }
  return verb;
}

uint32_t dated_word(const Document& document, TokenRange words) {
  uint32_t word = outer_head(document, words);
  // `a 2024 campaign`, `Monday's meeting`: what stands before a noun belongs to it alone.
  if (word != kNone && word >= words.last && document.tokens[word].upos == Upos::kNoun &&
      !is_part_of_time(document.tokens[word].lemma) && !is_oblique(document.tokens[words.first].deprel) &&
      !is_subject(document.tokens[word].deprel)) {
    return word;
  }
  for (int step = 0; step < 4 && word != kNone; ++step) {
    const Token& token = document.tokens[word];
    if (is_subject(token.deprel)) {
      const uint32_t verb = verb_behind(document, word, words);
      if (verb != kNone) return verb;
    }
    const bool passed = only_leads_to_date(token) ||
                        (is_nominal(token) && token.deprel != Deprel::kConj && bears_no_date(document, word));
    if (!passed || token.head == kNone) break;
    word = token.head;
  }
  return word;
}

// Tense of one word; nullopt where it has none.
std::optional<Direction> tense_of(const Document& document, uint32_t word) {
  const Token& token = document.tokens[word];
  // `was scheduled for Friday` looks ahead from the past.
  const bool ahead = is_one_of(token.lemma, {"due", "schedule", "plan", "set", "expect", "slate"});
  if (ahead && token.xpos != Xpos::kVBD) return Direction::kFuture;
  for (uint32_t child : children_of(document, word)) {
    const Token& aux = document.tokens[child];
    if (aux.deprel != Deprel::kAux && aux.deprel != Deprel::kCop && aux.deprel != Deprel::kAuxPass) continue;
    if (is_one_of(aux.lemma, {"will", "shall", "'ll", "would"})) return Direction::kFuture;
    if (aux.xpos == Xpos::kVBD || is_one_of(aux.norm, {"has", "have", "had", "'ve"})) return Direction::kPast;
  }
  if (token.xpos == Xpos::kVBD) return Direction::kPast;
  if (token.xpos == Xpos::kVB && token.deprel == Deprel::kXcomp) {
    // `failed to agree on Friday`: as past as its governor.
    const bool done = token.head != kNone && is_one_of(document.tokens[token.head].lemma,
                                                       {"fail", "manage", "begin", "start", "continue", "force", "help",
                                                        "refuse", "cause", "go", "come", "use", "get", "have"});
    return done ? std::nullopt : std::optional(Direction::kFuture);
  }
  // A report says in the present what it said before.
  const bool present = token.xpos == Xpos::kVBZ || token.xpos == Xpos::kVBP;
  if (present && speech_verb(token.lemma) == 0 && token.deprel == Deprel::kRoot) return Direction::kPresent;
  return std::nullopt;
}

Direction direction_of(const Document& document, uint32_t word) {
  for (int step = 0; step < 6 && word != kNone; ++step) {
    if (const std::optional<Direction> direction = tense_of(document, word)) return *direction;
    word = document.tokens[word].head;
  }
  return Direction::kPast;
}

}  // namespace

void find_times(const Document& document, uint32_t begin, const std::optional<PartialDate>& anchor,
                std::vector<TimeExpression>& out) {
  std::vector<TimeTerm> terms;
  for (const Sentence& sentence : document.sentences) TimeReader(document, sentence).read(terms);
  std::vector<TimeTerm> counted;
  for (const TimeTerm& term : terms) {
    if (term.words.first < begin) continue;
    const uint32_t governor = dated_word(document, term.words);
    if (term.use == TimeUse::kFromEvent) {
      counted.push_back(term);
      continue;
    }
    const std::optional<TimeValue> value = resolve(term, anchor, direction_of(document, governor));
    if (governor != kNone && value) out.push_back({term.words, governor, term.use, *value});
  }
  if (counted.empty()) return;
  EventAnchors events(document, out);
  std::vector<TimeExpression> found;
  for (const TimeTerm& term : counted) {
    const uint32_t governor = dated_word(document, term.words);
    const std::optional<TimeValue> value = governor == kNone ? std::nullopt : events.resolve(term);
    if (value) found.push_back({term.words, governor, TimeUse::kAt, *value});
  }
  out.insert(out.end(), found.begin(), found.end());
  std::ranges::stable_sort(out, {}, [](const TimeExpression& e) { return e.words.first; });
}

}  // namespace actant
