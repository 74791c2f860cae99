#include "extract/relation/event_date.h"

#include <algorithm>
#include <charconv>

#include "extract/relation/lexicon.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

std::optional<int> number_of(std::string_view norm) {
  int value = 0;
  const auto [end, error] = std::from_chars(norm.data(), norm.data() + norm.size(), value);
  if (error == std::errc()) {
    const std::string_view rest(end, static_cast<size_t>(norm.data() + norm.size() - end));
    if (rest.empty() || is_one_of(rest, {"st", "nd", "rd", "th"})) return value;
    return std::nullopt;
  }
  static constexpr std::string_view kWords[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  for (int i = 1; i <= 12; ++i) {
    if (norm == kWords[i]) return i;
  }
  if (is_one_of(norm, {"a", "an"})) return 1;
  return std::nullopt;
}

/// Reads time expressions off the words of a sentence.
class TimeReader {
 public:
  TimeReader(const Document& document, const Sentence& sentence, const std::optional<PartialDate>& anchor,
             std::vector<TimeExpression>& out)
      : document_(document), sentence_(sentence), anchor_(anchor), out_(out) {}

  void read() {
    for (uint32_t t = sentence_.first; t < sentence_.last;) {
      const uint32_t next = read_at(t);
      t = next > t ? next : t + 1;
    }
  }

 private:
  // The norm keeps digits as 0, so numbers are read from the form.
  std::string_view norm(uint32_t t) const { return t < sentence_.last ? document_.tokens[t].norm : std::string_view(); }
  std::string_view form(uint32_t t) const { return t < sentence_.last ? document_.tokens[t].form : std::string_view(); }
  std::optional<int> number(uint32_t t) const {
    if (t >= sentence_.last) return std::nullopt;
    const std::string_view text = form(t);
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') return number_of(text);
    return number_of(norm(t));
  }
  bool day_known() const { return anchor_ && anchor_->full(); }

  uint32_t read_at(uint32_t t);
  uint32_t month_date(uint32_t t, unsigned month);
  uint32_t day_month(uint32_t t, int day);
  uint32_t relative(uint32_t t);
  uint32_t counted(uint32_t t, int count);
  uint32_t named_day(uint32_t t);
  uint32_t decade(uint32_t t);
  bool decade_year(uint32_t t, int century, int& year) const;
  bool is_year(uint32_t t, int& year) const;
  Direction direction(uint32_t governor) const;
  uint32_t governor(TokenRange words) const;
  uint32_t carrier(uint32_t governor, TokenRange words) const;
  uint32_t add(uint32_t first, uint32_t last, TimeValue value);

  const Document& document_;
  const Sentence& sentence_;
  const std::optional<PartialDate>& anchor_;
  std::vector<TimeExpression>& out_;
};

// The word outside the expression that its words hang on.
uint32_t TimeReader::governor(TokenRange words) const {
  for (uint32_t t = words.first; t < words.last; ++t) {
    const uint32_t head = document_.tokens[t].head;
    if (head != kNone && !words.contains(head)) {
      const Deprel deprel = document_.tokens[t].deprel;
      if (deprel == Deprel::kPunct || deprel == Deprel::kCase) continue;
      return head;
    }
  }
  return kNone;
}

// `President Biden today met`: between a subject and its verb the day belongs to the verb, wherever the parser hung it.
uint32_t TimeReader::carrier(uint32_t governor, TokenRange words) const {
  if (governor == kNone || !is_subject(document_.tokens[governor].deprel)) return governor;
  const uint32_t verb = document_.tokens[governor].head;
  if (verb == kNone || governor >= words.first || verb < words.last) return governor;
  for (uint32_t t = words.last; t < verb; ++t) {
    const Deprel deprel = document_.tokens[t].deprel;
    if (deprel != Deprel::kAux && deprel != Deprel::kAuxPass && deprel != Deprel::kAdvmod) return governor;
  }
  return verb;
}

Direction TimeReader::direction(uint32_t governor) const {
  for (int step = 0; step < 6 && governor != kNone; ++step) {
    const Token& word = document_.tokens[governor];
    for (uint32_t child : children_of(document_, governor)) {
      const Token& aux = document_.tokens[child];
      if (aux.deprel != Deprel::kAux && aux.deprel != Deprel::kCop && aux.deprel != Deprel::kAuxPass) continue;
      if (is_one_of(aux.lemma, {"will", "shall", "'ll", "would"})) return Direction::kFuture;
      if (aux.xpos == Xpos::kVBD || is_one_of(aux.norm, {"has", "have", "had", "'ve"})) return Direction::kPast;
    }
    if (word.xpos == Xpos::kVBD) return Direction::kPast;
    if (word.xpos == Xpos::kVB && word.deprel == Deprel::kXcomp) return Direction::kFuture;
    if (is_one_of(word.lemma, {"due", "schedule", "plan", "set", "expect"})) return Direction::kFuture;
    governor = word.head;
  }
  return Direction::kPast;
}

uint32_t TimeReader::add(uint32_t first, uint32_t last, TimeValue value) {
  if (!value.from.valid() || (value.to && !value.to->valid())) return last;
  // `since 2016`, `until Friday`, `by May` bound a time and do not date an event.
  if (first > sentence_.first &&
      is_one_of(norm(first - 1), {"since", "until", "till", "before", "after", "by", "from", "the", "'s"})) {
    if (norm(first - 1) != "the" ||
        is_one_of(norm(first > sentence_.first + 1 ? first - 2 : first), {"since", "until", "before", "after"})) {
      return last;
    }
  }
  TimeExpression expression;
  expression.words = {first, last};
  expression.governor = carrier(governor(expression.words), expression.words);
  expression.value = value;
  if (expression.governor != kNone) out_.push_back(expression);
  return last;
}

bool TimeReader::is_year(uint32_t t, int& year) const {
  const std::string_view text = form(t);
  if (text.size() != 4) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  return error == std::errc() && end == text.data() + 4 && year >= 1500 && year <= 2099;
}

// `January 5, 2024`, `Jan. 5`, `January 2024`, `in January`.
uint32_t TimeReader::month_date(uint32_t t, unsigned month) {
  uint32_t at = t + 1;
  int year = 0;
  if (is_year(at, year)) return add(t, at + 1, {{year, month, 0}, {}});
  if (norm(at) == "of" && is_year(at + 1, year)) return add(t, at + 2, {{year, month, 0}, {}});
  if (norm(at) == "last" && norm(at + 1) == "year" && anchor_)
    return add(t, at + 2, {{anchor_->year - 1, month, 0}, {}});
  const std::optional<int> day = number(at);
  if (day && *day >= 1 && *day <= 31 && form(at)[0] <= '9') {
    ++at;
    const uint32_t comma = form(at) == "," ? at + 1 : at;
    if (is_year(comma, year)) return add(t, comma + 1, {{year, month, static_cast<unsigned>(*day)}, {}});
    if (!anchor_) return at;
    const uint32_t above = governor({t, at});
    return add(t, at, {resolve_month(*anchor_, month, static_cast<unsigned>(*day), direction(above)), {}});
  }
  // A month alone: not the verb `may` or a person's name.
  if (!anchor_ || (norm(t) == "may" && document_.tokens[t].upos != Upos::kPropn)) return t + 1;
  if (t == sentence_.first || !is_one_of(norm(t - 1), {"in", "late", "early", "mid", "last", "this", "next", "during"}))
    return t + 1;
  const uint32_t above = governor({t, t + 1});
  if (is_one_of(norm(t - 1), {"next"}))
    return add(t - 1, t + 1, {resolve_month(*anchor_, month, 0, Direction::kFuture), {}});
  return add(t, t + 1, {resolve_month(*anchor_, month, 0, direction(above)), {}});
}

// `5 January 2024`, `5th of January`.
uint32_t TimeReader::day_month(uint32_t t, int day) {
  uint32_t at = norm(t + 1) == "of" ? t + 2 : t + 1;
  const unsigned month = month_number(norm(at));
  if (month == 0 || day < 1 || day > 31) return t;
  int year = 0;
  const uint32_t comma = form(at + 1) == "," ? at + 2 : at + 1;
  if (is_year(comma, year)) return add(t, comma + 1, {{year, month, static_cast<unsigned>(day)}, {}});
  if (!anchor_) return at + 1;
  const uint32_t above = governor({t, at + 1});
  return add(t, at + 1, {resolve_month(*anchor_, month, static_cast<unsigned>(day), direction(above)), {}});
}

// `two weeks ago`, `three days earlier`.
uint32_t TimeReader::counted(uint32_t t, int count) {
  const std::string_view unit = norm(t + 1);
  if (!is_one_of(norm(t + 2), {"ago"}) || !anchor_) return t;
  if (is_one_of(unit, {"year", "years"})) return add(t, t + 3, {{anchor_->year - count, 0, 0}, {}});
  if (is_one_of(unit, {"month", "months"}) && anchor_->month != 0)
    return add(t, t + 3, {add_months(*anchor_, -count), {}});
  if (is_one_of(unit, {"decade", "decades"})) return t + 3;
  if (!day_known()) return t + 3;
  if (is_one_of(unit, {"week", "weeks"})) return add(t, t + 3, week_of(*anchor_, -count));
  if (is_one_of(unit, {"day", "days"})) return add(t, t + 3, {add_days(*anchor_, -count), {}});
  return is_one_of(unit, {"hour", "hours", "minute", "minutes"}) && count < 6 ? add(t, t + 3, {*anchor_, {}}) : t;
}

// `last month`, `next Tuesday`, `this year`.
uint32_t TimeReader::relative(uint32_t t) {
  const std::string_view which = norm(t);
  const int step = is_one_of(which, {"last", "past", "previous"}) ? -1 : which == "next" ? 1 : 0;
  const std::string_view unit = norm(t + 1);
  // `This Week` inside a sentence is a title.
  if (!anchor_ || (t > sentence_.first && form(t)[0] < 'a')) return t;
  if (unit == "year") return add(t, t + 2, {{anchor_->year + step, 0, 0}, {}});
  if (unit == "month" && anchor_->month != 0) return add(t, t + 2, {add_months(*anchor_, step), {}});
  if (const unsigned weekday = weekday_number(unit); weekday != 0 && day_known()) {
    return add(t, t + 2,
               {resolve_weekday(*anchor_, weekday,
                                step > 0   ? Direction::kFuture
                                : step < 0 ? Direction::kPast
                                           : direction(governor({t, t + 2}))),
                {}});
  }
  if (const unsigned month = month_number(unit); month != 0) {
    if (number(t + 2)) return t;
    return add(t, t + 2, {resolve_month(*anchor_, month, 0, step > 0 ? Direction::kFuture : Direction::kPast), {}});
  }
  if (!day_known()) {
    if (step == 0 && is_one_of(unit, {"morning", "week", "afternoon", "evening"})) return add(t, t + 2, {*anchor_, {}});
    return t;
  }
  if (unit == "week" || unit == "weekend") return add(t, t + 2, week_of(*anchor_, step));
  if (unit == "night" && step < 0) return add(t, t + 2, {add_days(*anchor_, -1), {}});
  if (step == 0 && is_one_of(unit, {"morning", "afternoon", "evening"})) return add(t, t + 2, {*anchor_, {}});
  return t;
}

// `the 1980s`, `the 1970s and 80s`, `the '90s`: the years of the decade.
uint32_t TimeReader::decade(uint32_t t) {
  int first = 0, last = 0;
  if (!decade_year(t, 0, first)) return t;
  uint32_t next = t + 1;
  last = first;
  if (is_one_of(norm(next), {"and", "or", "to"}) && decade_year(next + 1, first / 100 * 100, last)) next += 2;
  if (last < first) return t;
  TimeValue value{{first, 0, 0}, PartialDate{last + 9, 0, 0}};
  // The article is what limits `the` before a decade, as in add().
  const bool bounded = t >= sentence_.first + 2 && is_one_of(norm(t - 2), {"since", "until", "before", "after"});
  return bounded ? next : add(t, next, value);
}

// 1980 of `1980s`; of `80s` with the century given.
bool TimeReader::decade_year(uint32_t t, int century, int& year) const {
  std::string_view text = form(t);
  if (text.starts_with("'")) text.remove_prefix(1);
  if (text.size() < 3 || text.back() != 's') return false;
  text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year % 10 != 0) return false;
  if (text.size() == 2 && century != 0) year += century;
  return year >= 1500 && year <= 2099;
}

uint32_t TimeReader::named_day(uint32_t t) {
  const std::string_view word = norm(t);
  if (is_one_of(word, {"today", "tonight"})) {
    // `today's` and `Iran today` mean the age as often as the day.
    if (!anchor_ || norm(t + 1) == "'s") return t + 1;
    return add(t, t + 1, {*anchor_, {}});
  }
  if (!day_known()) return t;
  if (word == "yesterday") return add(t, t + 1, {add_days(*anchor_, -1), {}});
  if (word == "tomorrow") return add(t, t + 1, {add_days(*anchor_, 1), {}});
  const unsigned weekday = weekday_number(word);
  if (weekday == 0 || (document_.tokens[t].form[0] >= 'a')) return t;
  uint32_t last = t + 1;
  while (is_one_of(norm(last), {"morning", "afternoon", "evening", "night"})) ++last;
  // A date may follow: `Tuesday, August 5`.
  const uint32_t comma = form(last) == "," ? last + 1 : last;
  if (const unsigned month = month_number(norm(comma)); month != 0 && number(comma + 1))
    return month_date(comma, month);
  if (number(comma) && month_number(norm(comma + 1)) != 0) return day_month(comma, *number(comma));
  return add(t, last, {resolve_weekday(*anchor_, weekday, direction(governor({t, last}))), {}});
}

uint32_t TimeReader::read_at(uint32_t t) {
  const std::string_view word = norm(t);
  if (word.empty()) return t + 1;
  if (is_one_of(word, {"last", "next", "this", "past", "previous"})) {
    const uint32_t next = relative(t);
    return next > t ? next : t + 1;
  }
  if (const unsigned month = month_number(word); month != 0 && document_.tokens[t].form[0] < 'a')
    return month_date(t, month);
  if (const uint32_t next = decade(t); next > t) return next;
  if (const std::optional<int> count = number(t)) {
    uint32_t next = day_month(t, *count);
    if (next == t) next = counted(t, *count);
    if (next > t) return next;
    int year = 0;
    const bool preceded = t > sentence_.first && is_one_of(norm(t - 1), {"in", "during"});
    if (preceded && is_year(t, year)) return add(t, t + 1, {{year, 0, 0}, {}});
    return t + 1;
  }
  const uint32_t next = named_day(t);
  return next > t ? next : t + 1;
}

}  // namespace

void find_times(const Document& document, uint32_t sentence, const std::optional<PartialDate>& anchor,
                std::vector<TimeExpression>& out) {
  TimeReader(document, document.sentences[sentence], anchor, out).read();
}

namespace {

bool is_speech(RelationType relation) {
  switch (relation) {
    case RelationType::kStated:
    case RelationType::kMetWith:
    case RelationType::kSupports:
    case RelationType::kAccused:
    case RelationType::kRequested:
    case RelationType::kAgreedWith:
    case RelationType::kRejected:
    case RelationType::kThreatened: return true;
    default: return false;
  }
}

}  // namespace

// `at a rally in Portland on Thursday, Trump said`: a day that hangs on the occasion dates what was done there. Gives
// the verb of an `at`, `in` or `during` phrase that the word stands in; kNone for all others.
uint32_t TimeStage::occasion_act(const Document& document, uint32_t word) {
  for (int step = 0; step < 3; ++step) {
    const Token& token = document.tokens[word];
    if (token.head == kNone || (token.upos != Upos::kNoun && token.upos != Upos::kPropn)) return kNone;
    if (is_oblique(token.deprel) && document.tokens[token.head].upos == Upos::kVerb) {
      return is_one_of(preposition_of(document, word), {"at", "during", "in"}) ? token.head : kNone;
    }
    // Through the place it was held at only: `a complaint about the attack on Monday` dates the attack.
    const bool inside = token.deprel == Deprel::kAppos ||
                        (is_nominal_modifier(token.deprel) && is_one_of(preposition_of(document, word), {"in", "at"}));
    if (!inside) return kNone;
    word = token.head;
  }
  return kNone;
}

// On the predicate itself, on what carries it, or on the clause it is joined to; never across a clause of speech.
const TimeExpression* TimeStage::time_of(const Document& document, uint32_t predicate) const {
  for (int step = 0; step < 4 && predicate != kNone; ++step) {
    if (by_governor_[predicate] != kNone) return &times_[by_governor_[predicate]];
    const Token& word = document.tokens[predicate];
    if (word.head == kNone) return nullptr;
    const Token& above = document.tokens[word.head];
    const bool noun = word.upos == Upos::kNoun || word.upos == Upos::kPropn;
    const bool carried = noun && above.upos == Upos::kVerb &&
                         (word.deprel == Deprel::kObj || word.deprel == Deprel::kNsubjPass ||
                          word.deprel == Deprel::kNsubj || is_oblique(word.deprel));
    const bool joined = word.deprel == Deprel::kConj && !noun && word.upos == above.upos &&
                        child_with(document, predicate, Deprel::kNsubj) == kNone;
    // `urged him today to leave` says when it was urged.
    const bool asked = word.deprel == Deprel::kXcomp && word.xpos == Xpos::kVB &&
                       child_with(document, word.head, Deprel::kObj) != kNone;
    if (asked) return nullptr;
    const bool open = word.deprel == Deprel::kXcomp || (word.deprel == Deprel::kAdvcl && word.xpos == Xpos::kVBG);
    if (!carried && !joined && !open) return nullptr;
    predicate = word.head;
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
  order_.clear();
  by_governor_.clear();
  if (document.triples.empty()) return;
  const std::optional<PartialDate> anchor = PartialDate::parse(document.info.date);
  for (uint32_t s = 0; s < document.sentences.size(); ++s) find_times(document, s, anchor, times_);
  if (times_.empty()) return carry_on(document);
  by_governor_.assign(document.tokens.size(), kNone);
  for (uint32_t i = 0; i < times_.size(); ++i) {
    uint32_t& slot = by_governor_[times_[i].governor];
    if (slot == kNone) slot = i;
  }
  for (uint32_t i = 0; i < times_.size(); ++i) {
    const uint32_t act = occasion_act(document, times_[i].governor);
    if (act != kNone && by_governor_[act] == kNone) by_governor_[act] = i;
  }
  for (Triple& triple : document.triples) {
    if (triple.predicate == kNone || !triple.time.empty()) continue;
    const bool told = std::string_view(triple.rule).starts_with("says:");
    if (relation_info(triple.relation).fact && !told) continue;
    const TimeExpression* time = time_of(document, triple.predicate);
    if (time == nullptr) time = time_before_content(document, triple);
    if (time != nullptr) triple.time = document.arena.store(time->value.iso());
  }
  carry_on(document);
}

namespace {

// Verbs of speaking, blaming, asking, meeting: what follows them in the article was said on that occasion.
bool is_communication(const Token& verb) {
  const Lexicon& lexicon = Lexicon::english();
  WordId word = lexicon.id(verb.lemma);
  if (word == 0) word = lexicon.inflected(verb.norm);
  return speech_verb(verb.lemma) != 0 ||
         std::ranges::any_of(lexicon.verb(word), [](const Sense& sense) { return is_speech(sense.relation); });
}

}  // namespace

// Acts of the past that are dated although they are no triple: `the minister jabbed back on Monday at`.
void TimeStage::find_dated_acts(const Document& document) {
  acts_.clear();
  for (uint32_t i = 0; i < times_.size(); ++i) {
    const uint32_t verb = times_[i].governor;
    if (document.tokens[verb].xpos != Xpos::kVBD || document.tokens[verb].deprel != Deprel::kRoot) continue;
    if (is_passive(document, verb) || !is_communication(document.tokens[verb])) continue;
    const uint32_t subject = find_subject(document, verb);
    const uint32_t entity = subject == kNone ? kNone : find_entity_by_head(document, subject);
    if (entity != kNone) acts_.push_back({verb, entity, i});
  }
}

// A speech or a meeting that is dated or placed once goes on in the next sentences: what the same actor then `said`, `stressed` or
// `praised` was said at that time and there.
void TimeStage::carry_on(Document& document) {
  constexpr uint32_t kReach = 5;  // sentences; longer gaps are mostly another occasion
  order_.clear();
  for (uint32_t i = 0; i < document.triples.size(); ++i) {
    if (document.triples[i].predicate != kNone && is_speech(document.triples[i].relation)) order_.push_back(i);
  }
  std::stable_sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    return document.triples[a].predicate < document.triples[b].predicate;
  });
  find_dated_acts(document);
  for (size_t at = 0; at < order_.size(); ++at) {
    Triple& triple = document.triples[order_[at]];
    if (triple.attributed_to != kNone || triple.modality != Modality::kActual) continue;
    if (document.tokens[triple.predicate].xpos != Xpos::kVBD || triple.evidence.empty()) continue;
    uint32_t nearest = kNone;
    for (size_t back = at; back-- > 0;) {
      const Triple& earlier = document.triples[order_[back]];
      if (earlier.evidence.empty() || triple.evidence.back() - earlier.evidence.front() > kReach) break;
      if (earlier.subject != triple.subject || earlier.attributed_to != kNone) continue;
      // The nearest act of the actor decides; an undated one in another tense ends the occasion.
      nearest = earlier.predicate;
      if (triple.time.empty()) triple.time = earlier.time;
      const bool both_said = triple.relation == RelationType::kStated && earlier.relation == RelationType::kStated;
      if (both_said && triple.place == kNone) triple.place = earlier.place;
      break;
    }
    if (!triple.time.empty()) continue;
    for (auto act = acts_.rbegin(); act != acts_.rend(); ++act) {
      if (act->verb > triple.predicate || act->entity != triple.subject) continue;
      const bool near = sentence_of(document, triple.predicate) - sentence_of(document, act->verb) <= 1;
      if (near && (nearest == kNone || act->verb >= nearest)) triple.time = document.arena.store(times_[act->time].value.iso());
      break;
    }
  }
}

}  // namespace actant
