#include "extract/relation/dateline.h"

#include <algorithm>
#include <charconv>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/time_reader.h"

namespace actant {
namespace {

constexpr uint32_t kLongest = 20;  // words; agencies' datelines with several places and a source stay below

bool is_dash(std::string_view form) { return is_one_of(form, {"-", "--", "–", "—", "―"}); }

bool in_capitals(std::string_view form) {
  return form.size() > 2 && std::ranges::all_of(form, [](char c) { return !(c >= 'a' && c <= 'z'); }) &&
         form[0] >= 'A' && form[0] <= 'Z';
}

// The dash that closes the dateline: with a blank on both sides, as in no compound.
uint32_t closing_dash(const Document& document, const Sentence& sentence) {
  const uint32_t last = std::min(sentence.last, sentence.first + kLongest);
  for (uint32_t t = sentence.first + 1; t < last; ++t) {
    const Token& token = document.tokens[t];
    if (is_dash(token.form) && document.tokens[t - 1].space_after != 0 && token.space_after != 0) return t;
    if (token.upos == Upos::kVerb || token.upos == Upos::kAux) return kNone;
  }
  return kNone;
}

uint32_t place_at(const Document& document, uint32_t token) {
  const uint32_t entity = find_entity_by_head(document, token);
  return entity != kNone && document.entities[entity].type == EntityType::kPlace && document.entities[entity].named
             ? entity
             : kNone;
}

}  // namespace

Dateline find_dateline(const Document& document) {
  Dateline found;
  const auto body = std::ranges::find_if(document.sentences, [](const Sentence& s) { return !s.title; });
  if (body == document.sentences.end() || body->size() < 3) return found;
  const uint32_t dash = closing_dash(document, *body);
  if (dash == kNone) return found;
  found.place = place_at(document, body->first);
  if (found.place == kNone && !in_capitals(document.tokens[body->first].form)) return {};
  found.end = dash + 1;
  std::vector<TimeTerm> terms;
  Sentence opening = *body;
  opening.last = dash;
  TimeReader(document, opening).read(terms);
  for (const TimeTerm& term : terms) {
    if (term.first.kind == TimePoint::Kind::kDate && term.first.date.full() && !term.last) found.date = term.first.date;
  }
  return found;
}

std::optional<PartialDate> reference_date(const Document& document, const Dateline& dateline) {
  constexpr int kNear = 10;
  const std::optional<PartialDate> own = PartialDate::parse(document.info.date);
  if (!dateline.date) return own;
  PartialDate written = *dateline.date;
  if (written.year == 0) {
    if (!own) return own;
    written = resolve_month(*own, written.month, written.day, Direction::kPast);
    // Written ahead in another time zone.
    if (own->full() && written.valid() && own->days() - written.days() > std::chrono::days(360)) ++written.year;
  }
  if (!written.valid()) return own;
  if (!own) return written;
  if (!own->full())
    return written.year == own->year && (own->month == 0 || own->month == written.month) ? written : *own;
  return std::abs((own->days() - written.days()).count()) <= kNear ? written : *own;
}

}  // namespace actant
