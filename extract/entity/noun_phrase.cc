#include "extract/entity/noun_phrase.h"

#include <algorithm>
#include <array>

#include "extract/entity/gazetteer.h"

namespace actant {
namespace {

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_quantifier(std::string_view lemma) {
  static constexpr std::array<std::string_view, 24> kQuantifiers = {
      "many",      "several", "few",      "more",  "most",  "some", "such",  "numerous",
      "countless", "all",     "both",     "each",  "every", "any",  "no",    "other",
      "another",   "much",    "multiple", "fewer", "least", "own",  "first", "half"};
  return one_of(lemma, kQuantifiers) && lemma != "first";
}

// What the guidelines leave outside at the front of a phrase.
bool stays_outside(const Token& token) {
  if (token.upos == Upos::kDet || token.upos == Upos::kPunct || token.upos == Upos::kNum) return true;
  if (token.upos == Upos::kPron || token.upos == Upos::kAdp || token.upos == Upos::kCconj || token.upos == Upos::kPart)
    return true;
  if (token.upos == Upos::kSconj || token.upos == Upos::kAux || token.upos == Upos::kSym) return true;
  if (token.upos == Upos::kAdv && token.deprel != Deprel::kAmod && token.deprel != Deprel::kCompound) return true;
  return (token.upos == Upos::kAdj || token.upos == Upos::kNoun) && is_quantifier(token.lemma);
}

bool belongs_before(Deprel deprel) {
  switch (deprel) {
    case Deprel::kAmod:
    case Deprel::kCompound:
    case Deprel::kNmodPoss:
    case Deprel::kNmod:
    case Deprel::kNmodDesc:
    case Deprel::kNmodUnmarked:
    case Deprel::kFlat:
    case Deprel::kGoeswith:
    case Deprel::kFixed: return true;
    default: return false;
  }
}

uint32_t subtree_first(const Document& document, uint32_t token) {
  for (;;) {
    const auto children = children_of(document, token);
    if (children.empty() || children.front() > token) return token;
    token = children.front();
  }
}

// `accused the general of treason`: the phrase is the verb's.
bool of_belongs_to_verb(const Document& document, uint32_t head) {
  static constexpr std::array<std::string_view, 10> kVerbs = {"accuse",  "acquit",  "convict", "suspect", "strip",
                                                              "absolve", "deprive", "rob",     "clear",   "inform"};
  const Token& token = document.tokens[head];
  if (token.head == kNone || (token.deprel != Deprel::kObj && token.deprel != Deprel::kNsubjPass)) return false;
  return one_of(document.tokens[token.head].lemma, kVerbs);
}

// A complement is taken with `of` after any noun, with `for` and `to` after an office: spokesman for, ambassador to.
bool takes_complement(const Document& document, uint32_t head, uint32_t complement) {
  const uint32_t preposition = child_with(document, complement, Deprel::kCase);
  if (preposition == kNone || preposition < head) return false;
  const std::string_view word = document.tokens[preposition].norm;
  if (word == "of") return !of_belongs_to_verb(document, head);
  if (word == "for" && is_served(document, head)) return false;
  if (word != "for" && word != "to") return false;
  static constexpr std::array<std::string_view, 12> kSentTo = {
      "ambassador", "envoy",    "adviser", "advisor",   "aide",      "undersecretary",
      "delegate",   "emissary", "consul",  "secretary", "assistant", "representative"};
  const std::string_view lemma = document.tokens[head].lemma;
  if (word == "to") return one_of(lemma, kSentTo);
  // `thanked the legislators for their leadership`
  static constexpr std::array<std::string_view, 10> kOfTheirOwn = {
      "legislator", "lawmaker", "ruler", "senator", "congressman", "leader", "governor", "mayor", "king", "president"};
  if (one_of(lemma, kOfTheirOwn)) return false;
  const NounEntry* noun = Gazetteer::get().noun(lemma);
  return noun != nullptr && noun->noun_class == NounClass::kPerson && (noun->sector == "GOV" || noun->office);
}

uint32_t phrase_last(const Document& document, uint32_t head, int depth);

bool names_person(const Token& token) {
  const NounEntry* noun = Gazetteer::get().noun(token.lemma);
  return noun != nullptr && noun->noun_class == NounClass::kPerson;
}

// A complement with its own complement and what is joined to it.
uint32_t complement_last(const Document& document, uint32_t complement, int depth) {
  uint32_t last = phrase_last(document, complement, depth);
  for (const uint32_t child : children_of(document, complement)) {
    const Token& token = document.tokens[child];
    // `member of the bureau and head of the movement`: a person is not joined to the complement, whatever the parse
    // says.
    const bool other_role = names_person(token) && !names_person(document.tokens[complement]);
    if (child > complement && token.deprel == Deprel::kConj && token.upos != Upos::kVerb && !other_role) {
      last = std::max(last, phrase_last(document, child, depth));
    }
  }
  return last;
}

// The complement that follows a noun for people right behind it: parsers often hang it elsewhere in a long series.
uint32_t following_complement(const Document& document, uint32_t head) {
  if (head + 2 >= document.tokens.size() || document.tokens[head + 1].norm != "of") return kNone;
  const NounEntry* noun = Gazetteer::get().noun(document.tokens[head].lemma);
  if (noun == nullptr || noun->noun_class != NounClass::kPerson) return kNone;
  const Token& preposition = document.tokens[head + 1];
  const bool near = preposition.deprel == Deprel::kCase && preposition.head != kNone && preposition.head > head &&
                    preposition.head < head + 12;
  return near ? preposition.head : kNone;
}

uint32_t phrase_last(const Document& document, uint32_t head, int depth) {
  uint32_t last = head + 1;
  const uint32_t complement = depth > 0 ? following_complement(document, head) : kNone;
  if (complement != kNone && document.tokens[complement].head != head)
    last = complement_last(document, complement, depth - 1);
  for (const uint32_t child : children_of(document, head)) {
    if (child < head) continue;
    const Deprel deprel = document.tokens[child].deprel;
    const bool joined = subtree_first(document, child) <= last;
    if ((deprel == Deprel::kFlat || deprel == Deprel::kGoeswith || deprel == Deprel::kCompound) && joined) {
      last = std::max(last, phrase_last(document, child, depth));
    } else if (deprel == Deprel::kNmod && depth > 0 && joined && takes_complement(document, head, child)) {
      last = std::max(last, complement_last(document, child, depth - 1));
    } else if (child > last) {
      break;
    }
  }
  return last;
}

}  // namespace

bool is_served(const Document& document, uint32_t office) {
  static constexpr std::array<std::string_view, 8> kServants = {"assistant", "adviser", "advisor", "counsel",
                                                                "counselor", "aide",    "deputy",  "envoy"};
  const std::vector<Token>& tokens = document.tokens;
  if (office >= 3 && tokens[office - 1].norm == "vice") --office;
  if (office >= 2 && tokens[office - 1].norm == "the") --office;
  return office >= 2 && tokens[office - 1].norm == "to" && one_of(tokens[office - 2].norm, kServants);
}

uint32_t child_with(const Document& document, uint32_t token, Deprel deprel) {
  for (const uint32_t child : children_of(document, token)) {
    if (document.tokens[child].deprel == deprel) return child;
  }
  return kNone;
}

bool is_example(const Document& document, uint32_t token) {
  static constexpr std::array<std::string_view, 7> kExamples = {"especially", "particularly", "notably",  "mainly",
                                                                "chiefly",    "primarily",    "including"};
  for (const uint32_t child : children_of(document, token)) {
    if (child < token && one_of(document.tokens[child].norm, kExamples)) return true;
  }
  return false;
}

uint32_t sentence_of(const Document& document, uint32_t token) {
  const auto after = std::upper_bound(document.sentences.begin(), document.sentences.end(), token,
                                      [](uint32_t t, const Sentence& sentence) { return t < sentence.first; });
  return static_cast<uint32_t>(after - document.sentences.begin()) - 1;
}

Span span_of(const Document& document, TokenRange range) {
  return {document.tokens[range.first].span.begin, document.tokens[range.last - 1].span.end};
}

uint32_t quantified_noun(const Document& document, uint32_t token) {
  static constexpr std::array<std::string_view, 16> kQuantities = {
      "dozen",   "hundred", "thousand", "million", "billion", "number", "lot", "plenty",
      "handful", "score",   "majority", "most",    "some",    "many",   "ten", "percent"};
  if (!one_of(document.tokens[token].lemma, kQuantities) && document.tokens[token].upos != Upos::kNum) return token;
  for (const uint32_t child : children_of(document, token)) {
    if (child < token || document.tokens[child].deprel != Deprel::kNmod) continue;
    const uint32_t preposition = child_with(document, child, Deprel::kCase);
    if (preposition != kNone && document.tokens[preposition].norm == "of") return quantified_noun(document, child);
  }
  return token;
}

TokenRange minimal_noun_phrase(const Document& document, uint32_t head) {
  uint32_t first = head;
  for (const uint32_t child : children_of(document, head)) {
    if (child > head) break;
    if (belongs_before(document.tokens[child].deprel)) {
      first = subtree_first(document, child);
      break;
    }
  }
  while (first < head && stays_outside(document.tokens[first])) ++first;
  return {first, phrase_last(document, head, 3)};
}

uint32_t find_mention_by_head(const Document& document, uint32_t token) {
  return token < document.mention_at.size() ? document.mention_at[token] : kNone;
}

uint32_t find_entity_by_head(const Document& document, uint32_t token) {
  const uint32_t mention = find_mention_by_head(document, token);
  return mention == kNone ? kNone : document.mentions[mention].entity;
}

uint32_t add_nominal_mention(Document& document, uint32_t head_token, EntityType type) {
  const uint32_t known = find_mention_by_head(document, head_token);
  if (known != kNone) return known;
  const uint32_t head = quantified_noun(document, head_token);
  if (head != head_token) {
    const uint32_t inner = add_nominal_mention(document, head, type);
    document.mention_at[head_token] = inner;
    return inner;
  }
  const auto index = static_cast<uint32_t>(document.mentions.size());
  const auto entity = static_cast<uint32_t>(document.entities.size());
  const TokenRange range = minimal_noun_phrase(document, head);
  Mention mention;
  mention.first = range.first;
  mention.last = range.last;
  mention.span = span_of(document, range);
  mention.sentence = sentence_of(document, head);
  mention.head = head;
  mention.kind = document.tokens[head].upos == Upos::kPron ? MentionKind::kPronoun : MentionKind::kNominal;
  mention.type = type;
  mention.number = document.tokens[head].xpos == Xpos::kNNS ? Number::kPlural : Number::kSingular;
  mention.entity = entity;
  document.mentions.push_back(mention);
  document.mention_at.resize(document.tokens.size(), kNone);
  document.mention_at[head] = index;
  DocumentEntity& cluster = document.entities.emplace_back();
  cluster.type = type;
  cluster.name = document.text_of(mention.span);
  cluster.mentions.push_back(index);
  return index;
}

}  // namespace actant
