#include "extract/entity/nominal_finder.h"

#include <algorithm>

#include "extract/entity/name_title.h"
#include "extract/entity/noun_phrase.h"

namespace actant {
namespace {

/// Which name covers a token; names do not cross, the outer one comes first.
class NameCover {
 public:
  explicit NameCover(const Document& document) {
    of_.assign(document.tokens.size(), kNone);
    for (uint32_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      for (uint32_t t = mention.first; t < mention.last; ++t) {
        if (of_[t] == kNone) of_[t] = m;
      }
    }
    in_title_.assign(document.tokens.size(), false);
    for (const Mention& mention : document.mentions) {
      if (mention.type != EntityType::kPerson) continue;
      const NameTitle title = find_title(document, mention);
      for (uint32_t t = title.range.first; t < title.range.last; ++t) in_title_[t] = is_role(document.tokens[t]);
    }
  }
  uint32_t operator[](uint32_t token) const { return of_[token]; }
  /// True for the role nouns of a title in front of a name: they are no mentions of their own.
  bool in_title(uint32_t token) const { return in_title_[token]; }

 private:
  std::vector<uint32_t> of_;
  std::vector<bool> in_title_;
};

bool is_plural(const Token& token) { return token.xpos == Xpos::kNNS || token.xpos == Xpos::kNNPS; }

// Bodies that act also when they only modify: government officials, opposition activists, army chief.
bool acts_as_modifier(std::string_view norm) {
  static constexpr std::string_view kBodies[] = {"government", "opposition", "army",  "military", "police",    "party",
                                                 "coalition",  "regime",     "junta", "navy",     "parliament"};
  return std::find(std::begin(kBodies), std::end(kBodies), norm) != std::end(kBodies);
}

// `the Palestinian nation` is a people, `the nation` a country.
bool is_people(const Document& document, uint32_t head) {
  if (document.tokens[head].lemma != "nation") return false;
  const uint32_t adjective = child_with(document, head, Deprel::kAmod);
  const GazetteerTerm* term = adjective == kNone ? nullptr : Gazetteer::get().term(document.tokens[adjective].form);
  return term != nullptr && (term->kinds & (kCountryAdjective | kRegionAdjective)) != 0;
}

// `Western nations`, `Islamic countries` act as a group.
bool is_group_of_states(const Document& document, uint32_t head, bool plural) {
  const std::string_view lemma = document.tokens[head].lemma;
  const uint32_t adjective = child_with(document, head, Deprel::kAmod);
  return plural && (lemma == "nation" || lemma == "country") && adjective != kNone && adjective < head &&
         document.tokens[adjective].form.front() >= 'A' && document.tokens[adjective].form.front() <= 'Z';
}

EntityType type_of(const Document& document, uint32_t head, const NounEntry& noun, bool plural) {
  switch (noun.noun_class) {
    case NounClass::kPerson: return plural ? EntityType::kGroup : EntityType::kPerson;
    case NounClass::kGroup: return EntityType::kGroup;
    case NounClass::kPlace:
      return is_people(document, head) || is_group_of_states(document, head, plural) ? EntityType::kGroup
                                                                                     : EntityType::kPlace;
    case NounClass::kOrganization: break;
  }
  if (plural && !noun.body) return EntityType::kGroup;
  // `a group of teenagers` is its people.
  for (const uint32_t child : children_of(document, head)) {
    if (child < head || document.tokens[child].deprel != Deprel::kNmod) continue;
    const NounEntry* inner = noun_entry(document.tokens[child]);
    const bool of_people =
        inner != nullptr && inner->noun_class != NounClass::kOrganization && is_plural(document.tokens[child]);
    if (of_people && (document.tokens[head].lemma == "group" || document.tokens[head].lemma == "team"))
      return EntityType::kGroup;
  }
  return EntityType::kOrganization;
}

// `State` in `Secretary of State`, `head of state`.
bool is_word_of_office(const Document& document, uint32_t t) {
  if (document.tokens[t].norm != "state" || t < 2 || document.tokens[t - 1].norm != "of") return false;
  const std::string_view office = document.tokens[t - 2].norm;
  return office == "secretary" || office == "minister" || office == "head" || office == "heads" ||
         office == "department";
}

// `Malaysia's Prime Minister, Najib Razak,` where the parse takes the description for a title.
bool comma_before_governor(const Document& document, uint32_t t) {
  const uint32_t governor = document.tokens[t].head;
  if (governor == kNone || governor <= t || governor > t + 6) return false;
  for (uint32_t i = t + 1; i < governor; ++i) {
    if (document.tokens[i].form == ",") return true;
  }
  return false;
}

bool is_people_noun(const Token& token) {
  const NounEntry* noun = noun_entry(token);
  if (noun == nullptr || token.upos != Upos::kNoun) return false;
  return noun->noun_class == NounClass::kGroup || (noun->noun_class == NounClass::kPerson && is_plural(token));
}

bool is_body_noun(const Token& token) {
  const NounEntry* noun = noun_entry(token);
  return noun != nullptr && token.upos == Upos::kNoun && noun->noun_class == NounClass::kOrganization;
}

// `the government and people of X`: under one article and with one complement they act as one. The last noun of such a
// series that begins at `t`, or kNone.
uint32_t last_of_joint_body(const Document& document, uint32_t t) {
  const std::vector<Token>& tokens = document.tokens;
  uint32_t last = kNone;
  int people = is_people_noun(tokens[t]), bodies = is_body_noun(tokens[t]);
  if (people + bodies == 0) return kNone;
  for (const uint32_t child : children_of(document, t)) {
    const Deprel deprel = tokens[child].deprel;
    if (child < t) {
      if (deprel == Deprel::kDet && tokens[child].norm != "the") return kNone;
      continue;
    }
    if (deprel == Deprel::kNmod && last == kNone) return kNone;
    if (deprel != Deprel::kConj) continue;
    const bool own_words =
        !children_of(document, child).empty() && std::ranges::any_of(children_of(document, child), [&](uint32_t c) {
          const Deprel d = tokens[c].deprel;
          return c < child && d != Deprel::kCc && d != Deprel::kPunct;
        });
    if (own_words || is_people_noun(tokens[child]) == is_body_noun(tokens[child])) return kNone;
    people += is_people_noun(tokens[child]);
    bodies += is_body_noun(tokens[child]);
    last = child;
  }
  if (last == kNone || people == 0 || bodies == 0) return kNone;
  const uint32_t article = child_with(document, t, Deprel::kDet);
  const bool complement = last + 1 < tokens.size() && tokens[last + 1].norm == "of";
  return article != kNone && complement ? last : kNone;
}

void add_nominal(Document& document, const NameCover& cover, uint32_t t) {
  const Token& token = document.tokens[t];
  if (token.upos != Upos::kNoun && token.upos != Upos::kPropn) return;
  if (cover[t] != kNone) return;
  const NounEntry* noun = noun_entry(token);
  if (noun == nullptr || cover.in_title(t) || is_word_of_office(document, t)) return;
  if (token.deprel == Deprel::kConj && token.head != kNone && last_of_joint_body(document, token.head) != kNone) return;
  const bool modifier = token.deprel == Deprel::kCompound || token.deprel == Deprel::kAmod ||
                        token.deprel == Deprel::kFlat || token.deprel == Deprel::kNmodDesc;
  if (modifier && !comma_before_governor(document, t) &&
      !(noun->noun_class == NounClass::kOrganization && acts_as_modifier(token.norm)))
    return;
  const bool plural = is_plural(token) && !(noun->body && noun->noun_class == NounClass::kOrganization);
  const TokenRange range = minimal_noun_phrase(document, t);
  Mention mention;
  mention.first = range.first;
  mention.last = range.last;
  mention.span = span_of(document, range);
  mention.sentence = sentence_of(document, t);
  mention.head = t;
  mention.kind = MentionKind::kNominal;
  mention.type = type_of(document, t, *noun, plural);
  mention.gender = mention.type == EntityType::kPerson ? noun->gender : Gender::kNeuter;
  const bool people = mention.type == EntityType::kGroup && (noun->noun_class == NounClass::kGroup || !plural);
  mention.number = plural || people ? Number::kPlural : Number::kSingular;
  if (noun->noun_class == NounClass::kPerson && token.upos == Upos::kPropn && is_plural(token))
    mention.number = Number::kPlural;
  if (const uint32_t joined = last_of_joint_body(document, t); joined != kNone) {
    mention.last = minimal_noun_phrase(document, joined).last;
    mention.span = span_of(document, {mention.first, mention.last});
    mention.type = EntityType::kGroup;
    mention.number = Number::kPlural;
  }
  document.mentions.push_back(mention);
}

void add_pronoun(Document& document, uint32_t t) {
  const Token& token = document.tokens[t];
  if (token.upos != Upos::kPron && token.xpos != Xpos::kPRPS && token.xpos != Xpos::kPRP) return;
  if (token.deprel == Deprel::kExpl) return;
  const PronounEntry* pronoun = Gazetteer::get().pronoun(token.norm);
  const bool relative_that = token.norm == "that" && token.xpos == Xpos::kWDT;
  if (pronoun == nullptr && !relative_that) return;
  Mention mention;
  mention.first = t;
  mention.last = t + 1;
  mention.span = token.span;
  mention.sentence = sentence_of(document, t);
  mention.head = t;
  mention.kind = MentionKind::kPronoun;
  mention.type = EntityType::kTopic;
  if (pronoun != nullptr) {
    mention.gender = pronoun->gender;
    mention.number = pronoun->number;
    if (pronoun->gender == Gender::kMale || pronoun->gender == Gender::kFemale || pronoun->person == '1') {
      mention.type = pronoun->number == Number::kPlural ? EntityType::kGroup : EntityType::kPerson;
    } else if (pronoun->number == Number::kPlural) {
      mention.type = EntityType::kGroup;
    }
  }
  document.mentions.push_back(mention);
}

}  // namespace

const NounEntry* noun_entry(const Token& token) {
  const Gazetteer& gazetteer = Gazetteer::get();
  if (const NounEntry* noun = gazetteer.noun(token.lemma)) return noun;
  if (const NounEntry* noun = gazetteer.noun(token.norm)) return noun;
  std::string_view lemma = token.lemma;
  const size_t hyphen = lemma.rfind('-');
  if (hyphen != std::string_view::npos) return gazetteer.noun(lemma.substr(hyphen + 1));
  for (const std::string_view part : {"woman", "man", "worker", "person"}) {
    if (lemma.size() > part.size() + 2 && lemma.ends_with(part) && token.upos == Upos::kNoun)
      return gazetteer.noun(part);
  }
  return nullptr;
}

void find_nominals_and_pronouns(Document& document) {
  const NameCover cover(document);
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    add_nominal(document, cover, t);
    add_pronoun(document, t);
  }
  std::sort(document.mentions.begin(), document.mentions.end(), [](const Mention& a, const Mention& b) {
    return a.first != b.first ? a.first < b.first : a.last != b.last ? a.last > b.last : a.head < b.head;
  });
}

}  // namespace actant
