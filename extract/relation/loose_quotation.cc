#include "extract/relation/loose_quotation.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/quoted_speech.h"
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

bool holds(std::string_view lemma) {
  return lemma != "know" && ((speech_verb(lemma) | attitude_verb(lemma)) & ~kSaysAside) != 0;
}

// Who says it and by which word.
struct Speaker {
  uint32_t source = kNone;
  uint32_t cue = kNone;
};

// The verb above the quoted words and who does what it says: `scrapped the "very bad" deal`.
Speaker by_verb(const Document& document, const Quotation& quotation) {
  const auto governs = [&](uint32_t token) {
    return document.tokens[token].upos == Upos::kVerb && (token < quotation.first || token >= quotation.last);
  };
  uint32_t verb = top_of(document, quotation);
  while (verb != kNone && !governs(verb)) verb = document.tokens[verb].head;
  if (verb == kNone) return {};
  const bool tells = holds(document.tokens[verb].lemma);
  if (!tells && is_name_of_work(document, quotation)) return {};
  const bool passive = is_passive(document, verb);
  const uint32_t source = passive ? find_agent(document, verb) : find_subject(document, verb);
  if (source == kNone) return passive && tells ? Speaker{kNone, verb} : Speaker{};
  if (!can_speak(document, source) || (source >= quotation.first && source < quotation.last)) return {};
  return {source, verb};
}

// The predicate of what stands in `range`: the first word that hangs on none in it.
uint32_t top_in(const Document& document, TokenRange range) {
  for (uint32_t t = range.first; t < range.last; ++t) {
    const Token& word = document.tokens[t];
    if (word.upos != Upos::kPunct && (word.head == kNone || !range.contains(word.head))) return t;
  }
  return kNone;
}

// `Smith was blunt: "P"`, `Smith's reply: "P"`, `Smith is not amused. "P"`: whoever the words before tell of. `before`
// is their range.
Speaker by_words_before(const Document& document, TokenRange before) {
  const uint32_t top = before.size() == 0 ? kNone : top_in(document, before);
  if (top == kNone) return {};
  const Token& word = document.tokens[top];
  uint32_t source = kNone;
  if (word.upos == Upos::kNoun) source = child_with(document, top, Deprel::kNmodPoss);
  if (source == kNone && !is_passive(document, top)) source = find_subject(document, top);
  if (source == kNone || !before.contains(source) || !can_speak(document, source)) return {};
  return {source, top};
}

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
  constexpr uint32_t kShortest = 3;  // words of a quotation that stands alone
  const size_t known = found.size();
  for (const Quotation& quotation : quotations) {
    if (quotation.first >= quotation.last || !quotation.closed) continue;
    const Span span = span_of(document, {quotation.first, quotation.last});
    const auto tells = [&](const Attribution& other) {
      return other.content.overlaps(span) && !span.contains(document.tokens[other.cue].span);
    };
    if (std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(known), tells)) continue;
    const uint32_t sentence = sentence_of(document, quotation.first);
    const uint32_t first = document.sentences[sentence].first;
    const bool inside = sentence_of(document, quotation.last - 1) == sentence;
    Speaker speaker;
    if (quotation.first >= first + 2 && document.tokens[quotation.first - 2].form == ":") {
      speaker = by_words_before(document, {first, quotation.first - 2});
    } else if (quotation.first <= first + 1 && sentence > 0 && document.tokens[first - 1].space_after < 2) {
      const bool alone = quotation.last + 2 >= document.sentences[sentence_of(document, quotation.last - 1)].last;
      if (alone && words_in(document, {quotation.first, quotation.last}) >= kShortest) {
        const Sentence& before = document.sentences[sentence - 1];
        speaker = by_words_before(document, {before.first, before.last});
      }
    }
    if (speaker.cue == kNone && inside) speaker = by_verb(document, quotation);
    if (speaker.cue != kNone) found.push_back({speaker.source, speaker.cue, span, "quote-loose"});
  }
}

}  // namespace actant
