#include "extract/entity/name_spans.h"

#include <algorithm>

#include "extract/entity/name_rules.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

// `Max 's`, `Applebee s`: a shop is called after its owner.
bool is_shop(const Document& document, const Mention& mention, uint32_t last) {
  if (mention.type == EntityType::kPerson || mention.score < 0.5f || last - mention.first < 2) return false;
  const Token& mark = document.tokens[last - 1];
  if (mark.xpos != Xpos::kPOS || mark.norm == "'") return false;
  return Gazetteer::get().term(document.text_of(span_of(document, {mention.first, last - 1}))) == nullptr;
}

// `Ban Ki | -moon`: the second half of a Korean or Chinese forename, written small.
bool continues_with_hyphen(const Document& document, const Mention& mention) {
  if (mention.last - mention.first < 2 || mention.last + 1 >= document.tokens.size()) return false;
  const Token& before = document.tokens[mention.last - 1];
  const Token& hyphen = document.tokens[mention.last];
  const Token& part = document.tokens[mention.last + 1];
  if (hyphen.form != "-" || before.space_after != 0 || hyphen.space_after != 0) return false;
  if (before.form.size() > 5 || part.form.size() > 6 || !in_lower_case(part)) return false;
  static constexpr std::string_view kWords[] = {"era", "style", "led",  "gate",   "elect", "like",
                                                "run", "held",  "born", "backed", "born"};
  if (std::find(std::begin(kWords), std::end(kWords), part.norm) != std::end(kWords)) return false;
  return part.upos == Upos::kPropn || part.upos == Upos::kNoun;
}

}  // namespace

uint32_t head_of(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t governor = document.tokens[t].head;
    if ((governor == kNone || governor < first || governor >= last) && document.tokens[t].upos != Upos::kPunct)
      return t;
  }
  return first;
}

const GazetteerTerm* longest_term_at(const Document& document, uint32_t first, uint32_t last, uint32_t& size) {
  const Gazetteer& gazetteer = Gazetteer::get();
  uint32_t words = gazetteer.longest_term(document.tokens[first].form);
  if (words == 0 && first + 1 < last && document.tokens[first].space_after == 0) {  // People | ’s Republic of China
    words = gazetteer.longest_term(document.text_of(span_of(document, {first, first + 2})));
  }
  if (words == 0) return nullptr;
  const uint32_t most = std::min(words + 2, last - first);
  // A term's words may be more tokens than words (a comma, a hyphen), hence the two more.
  for (size = most; size > 0; --size) {
    const GazetteerTerm* term = gazetteer.term(document.text_of(span_of(document, {first, first + size})));
    if (term != nullptr) return term;
  }
  return nullptr;
}

Mention make_name(const Document& document, uint32_t first, uint32_t last, EntityType type) {
  Mention mention;
  mention.first = first;
  mention.last = last;
  mention.span = span_of(document, {first, last});
  mention.sentence = sentence_of(document, first);
  mention.head = head_of(document, first, last);
  mention.type = type;
  return mention;
}

bool trim_name(const Document& document, Mention& mention) {
  const Gazetteer& gazetteer = Gazetteer::get();
  uint32_t first = mention.first, last = mention.last;
  while (last > first && is_edge_mark(document.tokens[last - 1])) {
    if (is_shop(document, mention, last)) break;
    const bool abbreviation = document.tokens[last - 1].form == "." && last - first > 1;
    if (abbreviation && !document.tokens[last - 2].space_after && document.tokens[last - 2].form.size() == 1) break;
    --last;
  }
  while (first < last && is_edge_mark(document.tokens[first])) ++first;
  mention.first = first;
  mention.last = last;
  if (first < last && is_determiner(document.tokens[first]) && !article_belongs(document, mention)) ++first;
  if (mention.type == EntityType::kPerson) {
    // The last title in front counts: what stands before it (`Iranian Foreign`) is no part of the name either.
    for (uint32_t t = first; t + 1 < last; ++t) {
      const NounEntry* noun = gazetteer.noun(document.tokens[t].norm);
      const bool role = noun != nullptr && noun->noun_class == NounClass::kPerson &&
                        (noun->sector == "GOV" || noun->sector == "MIL" || noun->sector == "JUD" || noun->office);
      if (gazetteer.title(document.tokens[t].norm) == nullptr && !role) continue;
      const bool forename = t == first && gazetteer.forename(document.tokens[t].norm) != Gender::kUnknown &&
                            document.tokens[t].deprel != Deprel::kNmodDesc;
      // `Muhammed Sheikh Khalil`: behind a forename it is part of the name.
      const bool behind = t > first && gazetteer.forename(document.tokens[t - 1].norm) != Gender::kUnknown &&
                          gazetteer.title(document.tokens[t - 1].norm) == nullptr;
      if (!forename && !behind) first = t + 1;
    }
    while (first + 1 < last && document.tokens[first].form == ".") ++first;
  } else if (mention.type == EntityType::kOrganization) {
    last = without_members(document, first, last);
    first = without_adjective(document, first, last);
    last = without_rest(document, first, last);
  }
  if (first >= last) return false;
  mention.first = first;
  mention.last = last;
  return true;
}

void extend_name(const Document& document, Mention& mention) {
  const Sentence& sentence = document.sentences[mention.sentence];
  if (mention.first > sentence.first && document.tokens[mention.first - 1].form == "The") {
    Mention longer = mention;
    --longer.first;
    if (article_belongs(document, longer)) mention.first = longer.first;
  }
  if (mention.type == EntityType::kOrganization) return extend_body(document, mention);
  if (mention.type != EntityType::kPerson) return;
  auto joined = [&](uint32_t dependent, uint32_t governor) {
    const Token& token = document.tokens[dependent];
    return token.deprel == Deprel::kFlat && token.upos == Upos::kPropn && capitalized(token) && token.head == governor;
  };
  while (mention.last < sentence.last && joined(mention.last, mention.head)) ++mention.last;
  if (continues_with_hyphen(document, mention)) mention.last += 2;
  if (mention.last + 1 < sentence.last && document.tokens[mention.last].form == ",") {
    const std::string_view suffix = document.tokens[mention.last + 1].norm;
    if (suffix == "jr." || suffix == "jr" || suffix == "sr." || suffix == "sr") mention.last += 2;
  }
  if (mention.first > sentence.first) {
    const uint32_t before = mention.first - 1;
    if (joined(mention.head, before) && Gazetteer::get().title(document.tokens[before].norm) == nullptr &&
        document.tokens[before].upos == Upos::kPropn) {
      --mention.first;
    }
  }
}

void extend_body(const Document& document, Mention& mention) {
  const Sentence& sentence = document.sentences[mention.sentence];
  const NounEntry* noun = Gazetteer::get().noun(document.tokens[mention.last - 1].norm);
  if (noun == nullptr || noun->noun_class != NounClass::kOrganization ||
      in_lower_case(document.tokens[mention.last - 1]))
    return;
  for (uint32_t size = 1; size <= 2 && mention.first >= sentence.first + size; ++size) {
    const uint32_t first = mention.first - size;
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(span_of(document, {first, mention.first})));
    if (term == nullptr || (term->kinds & (kAdjectiveKinds | kCountryName)) == 0) continue;
    if (!is_modifier(document.tokens[mention.first - 1])) continue;
    mention.first = first;
    return;
  }
}

}  // namespace actant
