#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about other names of a thing.

namespace actant {

// `Syrian Democratic Forces (SDF)`: one word in capitals, or a name, in brackets behind a name.
void FactStage::other_name(uint32_t index) {
  Document& document = *document_;
  const Mention mention = document.mentions[index];
  if (mention.kind != MentionKind::kName || mention.entity == kNone || mention.adjectival) return;
  const uint32_t open = mention.last;
  if (open + 2 >= document.tokens.size() || !is_one_of(document.tokens[open].form, {"(", "["})) return;
  uint32_t close = open + 1;
  while (close < document.tokens.size() && close < open + 12 && !is_one_of(document.tokens[close].form, {")", "]"}))
    ++close;
  if (close == document.tokens.size() || close == open + 12 || close == open + 1) return;
  // `OSLO (Reuters) - `: a dateline names the agency.
  if (close + 1 < document.tokens.size() && is_one_of(document.tokens[close + 1].form, {"-", "--", "\u2013", "\u2014"}))
    return;
  TokenRange inner{open + 1, close};
  for (uint32_t t = inner.first; t < inner.last; ++t) {  // only names, and the marks around them
    if (is_double_quote(document.tokens[t].form) && t == inner.first)
      ++inner.first;
    else if (is_double_quote(document.tokens[t].form) && t + 1 == inner.last)
      --inner.last;
  }
  if (inner.size() > 1 && document.tokens[inner.first].norm == "the") ++inner.first;
  if (inner.size() == 0) return;
  const std::string_view text = document.text_of(span_of(document, inner));
  const std::string_view name = document.text_of(mention.span);
  uint32_t capitals = 0, letters = 0, digits = 0;
  for (char c : text) {
    capitals += c >= 'A' && c <= 'Z';
    letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    digits += c >= '0' && c <= '9';
  }
  if (text.size() < 2 || letters == 0 || digits > 1 || text == name) return;
  bool same = false;
  if (inner.size() == 1) {
    if (mention.type != EntityType::kOrganization && mention.type != EntityType::kPlace &&
        mention.type != EntityType::kEvent)
      return;
    if (text.size() > 8 || capitals < 2 || 2 * capitals < letters) return;
    // Some of the letters are initials of the name.
    uint32_t found = 0;
    for (char c : text) {
      for (uint32_t t = mention.first; t < mention.last; ++t) {
        const std::string_view form = document.tokens[t].form;
        if (!form.empty() && form[0] == c) {
          ++found;
          break;
        }
      }
    }
    same = 2 * found >= capitals || find_entity_by_head(document, inner.first) == mention.entity;
  } else {
    bool names = true;
    for (uint32_t t = inner.first; t < inner.last; ++t) {
      const Upos upos = document.tokens[t].upos;
      if (upos == Upos::kVerb || upos == Upos::kPunct || upos == Upos::kPron || upos == Upos::kNum) names = false;
    }
    const uint32_t other = find_entity_by_head(document, inner.last - 1);
    same =
        names && capitals >= 2 && text[0] >= 'A' && text[0] <= 'Z' &&
        (other == mention.entity || (mention.type == EntityType::kOrganization && other != kNone && name.size() <= 8));
  }
  if (!same) return;
  Triple& triple = add(mention.entity, RelationType::kAlsoKnownAs, kNone, mention.head, 0.8f, "in-brackets");
  triple.text_object = text == document.entities[mention.entity].name ? name : text;
}

// `X, also known as Y`, `X, nicknamed Y`.
void FactStage::called(uint32_t token) {
  Document& document = *document_;
  const Token& word = document.tokens[token];
  const bool known = word.lemma == "know" || word.norm == "known";
  const bool named = is_one_of(word.norm, {"nicknamed", "dubbed", "alias", "aka"}) ||
                     (word.norm == "called" && word.deprel == Deprel::kAcl);
  if (!known && !named) return;
  if (known && !is_passive(document, token) && word.deprel != Deprel::kAcl) return;
  const uint32_t thing = word.deprel == Deprel::kAcl ? word.head : find_subject(document, token);
  if (thing == kNone) return;
  const uint32_t subject = find_entity_by_head(document, thing);
  if (subject == kNone || !document.entities[subject].named) return;
  for (uint32_t child : children_of(document, token)) {
    const Token& below = document.tokens[child];
    const bool fits = (is_oblique(below.deprel) && preposition_of(document, child) == "as") ||
                      (named && below.deprel == Deprel::kXcomp);
    if (child < token || !fits || below.upos != Upos::kPropn) continue;
    const TokenRange range = minimal_noun_phrase(document, child);
    Triple& triple = add(subject, RelationType::kAlsoKnownAs, kNone, token, 0.7f, "known-as");
    triple.text_object = document.text_of(span_of(document, range));
    return;
  }
}

}  // namespace actant
