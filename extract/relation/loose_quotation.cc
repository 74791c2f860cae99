#include "extract/relation/loose_quotation.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// `"Meet the Press"`: every long word begins with a capital.
bool is_name_of_work(const Document& document, const Quotation& quotation) {
  bool any = false;
  for (uint32_t t = quotation.first; t < quotation.last; ++t) {
    const Token& word = document.tokens[t];
    if (word.upos == Upos::kPunct || word.form.size() < 4) continue;
    const auto first = static_cast<unsigned char>(word.form.front());
    if (first >= 'a' && first <= 'z') return false;
    any = true;
  }
  return any;
}

// The token of the quotation that hangs on one outside it.
uint32_t top_of(const Document& document, const Quotation& quotation) {
  for (uint32_t t = quotation.first; t < quotation.last; ++t) {
    const uint32_t head = document.tokens[t].head;
    if (document.tokens[t].upos != Upos::kPunct && (head == kNone || head < quotation.first || head >= quotation.last))
      return t;
  }
  return kNone;
}

bool holds(std::string_view lemma) { return speech_verb(lemma) != 0 || attitude_verb(lemma) != 0; }

}  // namespace

bool can_speak(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (word.upos == Upos::kPron) return !is_one_of(word.norm, {"it", "this", "that", "which", "these", "those", "what"});
  if (is_document_noun(word.lemma)) return true;
  const uint32_t mention = find_mention_by_head(document, token);
  if (mention == kNone) return false;
  const EntityType type = document.mentions[mention].type;
  return type == EntityType::kPerson || type == EntityType::kGroup || type == EntityType::kOrganization;
}

void find_loose_quotations(const Document& document, const std::vector<Quotation>& quotations,
                           std::vector<Attribution>& found) {
  const size_t known = found.size();
  for (const Quotation& quotation : quotations) {
    if (quotation.first >= quotation.last) continue;
    const Span span = span_of(document, {quotation.first, quotation.last});
    const auto touches = [&](const Attribution& other) {
      return other.content.overlaps(span) || document.tokens[other.cue].span.overlaps(span);
    };
    const uint32_t sentence = sentence_of(document, quotation.first);
    if (!quotation.closed || sentence_of(document, quotation.last - 1) != sentence) continue;
    if (std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(known), touches)) continue;
    uint32_t verb = top_of(document, quotation);
    const auto governs = [&](uint32_t token) {
      return document.tokens[token].upos == Upos::kVerb && (token < quotation.first || token >= quotation.last);
    };
    while (verb != kNone && !governs(verb)) verb = document.tokens[verb].head;
    if (verb == kNone) continue;
    const bool tells = holds(document.tokens[verb].lemma);
    if (!tells && is_name_of_work(document, quotation)) continue;
    const bool passive = is_passive(document, verb);
    const uint32_t source = passive ? find_agent(document, verb) : find_subject(document, verb);
    if (source == kNone ? !passive || !tells : !can_speak(document, source)) continue;
    if (source != kNone && source >= quotation.first && source < quotation.last) continue;
    found.push_back({source, verb, span, "quote-loose"});
  }
}

}  // namespace actant
