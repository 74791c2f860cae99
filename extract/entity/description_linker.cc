#include "extract/entity/description_linker.h"

#include <algorithm>

#include "extract/entity/name_linker.h"
#include "extract/entity/person_name.h"

namespace actant {
namespace {

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const Token& head_token(const Document& document, uint32_t m) { return document.tokens[document.mentions[m].head]; }

/// Calls `use(member)` for the members of a cluster until it returns true; true when one did.
template <typename Use>
bool any_member(const Clusters& clusters, uint32_t mention, Use use) {
  uint32_t member = mention;
  do {
    if (use(member)) return true;
    member = clusters.next_member(member);
  } while (member != mention);
  return false;
}

bool countries_clash(const MentionInfo& a, const MentionInfo& b) {
  return !a.iso3.empty() && !b.iso3.empty() && a.iso3 != b.iso3;
}

// A named person whose title or description agrees with the office of `m`.
bool holds_office(const Clusters& clusters, uint32_t m, uint32_t other) {
  const Document& document = clusters.document();
  const Mention& candidate = document.mentions[other];
  if (candidate.type != EntityType::kPerson || candidate.kind == MentionKind::kPronoun) return false;
  if (clusters.features(other).name == kNone) return false;
  const MentionInfo& info = clusters.info(m);
  const MentionInfo& about = clusters.info(other);
  return offices_agree(document, document.mentions[m], info, candidate, about) && !countries_clash(info, about) &&
         clusters.compatible(other, m);
}

// The one who comes later, when all that agree are one person.
bool link_office_ahead(Clusters& clusters, uint32_t m) {
  uint32_t after = kNone;
  for (uint32_t other = m + 1; other < clusters.document().mentions.size(); ++other) {
    if (!holds_office(clusters, m, other)) continue;
    if (after != kNone && !clusters.same(after, other)) return false;
    after = other;
  }
  return after != kNone && clusters.try_unite(after, m);
}

// The last one before, else the one who comes later.
bool link_office(Clusters& clusters, uint32_t m) {
  for (uint32_t other = m; other-- > 0;) {
    if (holds_office(clusters, m, other) && clusters.try_unite(other, m)) return true;
  }
  return link_office_ahead(clusters, m);
}

bool is_high_office(const Document& document, const MentionInfo& info) {
  const NounEntry* noun = info.office == kNone ? nullptr : Gazetteer::get().noun(document.tokens[info.office].lemma);
  return noun != nullptr && noun->office;
}

// `the retired general`, `the imprisoned legislator`: the person spoken of in this or the sentence before, when the
// words add to what is known without contradicting an office.
bool link_person_spoken_of(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const uint32_t determiner = child_with(document, mention.head, Deprel::kDet);
  if (determiner == kNone || document.tokens[determiner].norm != "the" || mention.last - mention.first != 2)
    return false;
  if (document.tokens[mention.first].upos != Upos::kAdj && document.tokens[mention.first].upos != Upos::kVerb)
    return false;
  if (is_high_office(document, clusters.info(m))) return false;
  uint32_t best = kNone;
  int best_score = 0;
  for (uint32_t other = m; other-- > 0;) {
    const Mention& earlier = document.mentions[other];
    if (mention.sentence - earlier.sentence > 1) break;
    if (earlier.type != EntityType::kPerson || clusters.features(other).name == kNone || !clusters.compatible(other, m))
      continue;
    if (is_high_office(document, clusters.info(other))) continue;
    const int score = 1 + 2 * clusters.info(other).subject + (earlier.sentence == mention.sentence);
    if (score > best_score) {
      best_score = score;
      best = other;
    }
  }
  return best != kNone && clusters.try_unite(best, m);
}

// The country that `m` speaks of, also by a possessor: `the country's government`, `his government`.
std::string_view country_of(const Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  if (!clusters.info(m).iso3.empty()) return clusters.info(m).iso3;
  const uint32_t possessor = child_with(document, document.mentions[m].head, Deprel::kNmodPoss);
  const uint32_t owner = possessor == kNone ? kNone : find_mention_by_head(document, possessor);
  return owner == kNone ? std::string_view() : clusters.features(owner).iso3;
}

// Words of `a` in front of its head that the phrase `b` has not.
bool adds_modifiers(const Document& document, const Mention& a, const Mention& b) {
  for (uint32_t t = a.first; t < a.last; ++t) {
    const Token& token = document.tokens[t];
    if (t == a.head || (token.upos != Upos::kAdj && token.upos != Upos::kNoun && token.upos != Upos::kPropn)) continue;
    // Countries are compared as such; `country` in front stands for one.
    const GazetteerTerm* term = Gazetteer::get().term(token.form);
    if (term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0) continue;
    if (token.deprel == Deprel::kNmodPoss && among(token.norm, {"country", "nation"})) continue;
    bool found = false;
    for (uint32_t u = b.first; u < b.last && !found; ++u) found = same_text(document.tokens[u].lemma, token.lemma);
    if (!found) return true;
  }
  return false;
}

bool same_head(std::string_view a, std::string_view b) {
  auto people = [](std::string_view lemma) { return lemma == "people" || lemma == "nation"; };
  return same_text(a, b) || (people(a) && people(b));
}

// `the political bureau` ... `the political bureau of Hamas`: the same words, then also whose it is.
bool says_whose(const Document& document, const Mention& mention, const MentionInfo& info, const Mention& earlier,
                const MentionInfo& before) {
  if (!info.definite || !before.definite || mention.sentence - earlier.sentence > 1 ||
      mention.number == Number::kPlural)
    return false;
  if (earlier.last - earlier.first < 2 || adds_modifiers(document, earlier, mention)) return false;
  for (uint32_t t = mention.first; t < mention.head; ++t) {
    bool found = document.tokens[t].deprel == Deprel::kNmodPoss || document.tokens[t].upos == Upos::kPart;
    for (uint32_t u = earlier.first; u < earlier.head && !found; ++u)
      found = same_text(document.tokens[t].lemma, document.tokens[u].lemma);
    if (!found) return false;
  }
  return earlier.last == earlier.head + 1;
}

// An earlier description with the same head noun.
bool link_same_head(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  const std::string_view lemma = head_token(document, m).lemma;
  const bool plural = mention.number == Number::kPlural;
  for (uint32_t other = m; other-- > 0;) {
    const Mention& earlier = document.mentions[other];
    // Names count that are written as descriptions: the Palestinian people.
    const bool named =
        earlier.kind == MentionKind::kName && earlier.type == EntityType::kGroup && earlier.last - earlier.first > 1;
    if (earlier.kind != MentionKind::kNominal && !named) continue;
    if (!same_head(head_token(document, other).lemma, lemma)) continue;
    if (earlier.number != mention.number) continue;
    const std::string_view country = country_of(clusters, m), earlier_country = country_of(clusters, other);
    if (!country.empty() && country != earlier_country &&
        !(earlier_country.empty() && mention.sentence == earlier.sentence))
      continue;
    if (adds_modifiers(document, mention, earlier)) {
      if (says_whose(document, mention, info, earlier, clusters.info(other)) && clusters.try_unite(other, m))
        return true;
      continue;
    }
    // `other groups`, `three men`, `a spokesman` bring in somebody new; so do bare plurals unless they say the same
    // words.
    const bool same_words = !adds_modifiers(document, earlier, mention);
    if (info.indefinite && !(plural && same_words)) return false;
    if (!info.definite && !same_words) continue;
    if (clusters.try_unite(other, m)) return true;
  }
  return false;
}

bool is_body_noun(std::string_view lemma) {
  return among(
      lemma, {"group",       "organization", "organisation", "movement",  "party",       "company", "firm",    "agency",
              "network",     "militia",      "bloc",         "newspaper", "association", "bank",    "airline", "club",
              "corporation", "outlet",       "magazine",     "institute", "university",  "carrier", "watchdog"});
}

bool name_has_word(std::string_view name, std::string_view word) {
  size_t at = 0;
  while (at < name.size()) {
    const size_t end = std::min(name.find(' ', at), name.size());
    if (same_text(name.substr(at, end - at), word)) return true;
    at = end + 1;
  }
  return false;
}

bool sector_fits(std::string_view lemma, const GazetteerTerm* term) {
  if (term == nullptr) return true;
  const bool intergovernmental = term->sector == "IGO";
  return !intergovernmental || among(lemma, {"group", "organization", "organisation", "bloc", "alliance", "union",
                                             "body", "agency", "institution", "watchdog", "bank", "association"});
}

// `the ministry`, `the party`: the last named body whose name has the word; else, for general words, the last named
// body.
bool link_body(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  const std::string_view lemma = head_token(document, m).lemma;
  if (mention.number == Number::kPlural && !info.noun->body) return false;
  uint32_t general = kNone;
  bool bare = true;  // no modifiers of its own but a country
  for (uint32_t t = mention.first; t < mention.last; ++t)
    bare = bare && (t == mention.head || document.tokens[t].upos == Upos::kPropn);
  for (uint32_t other = m; other-- > 0;) {
    const Mention& earlier = document.mentions[other];
    if (earlier.kind != MentionKind::kName || earlier.adjectival || countries_clash(info, clusters.info(other)))
      continue;
    if (earlier.type != EntityType::kOrganization && earlier.type != EntityType::kPlace) continue;
    const uint32_t name = clusters.features(other).name;
    const std::string_view text = document.text_of(document.mentions[name == kNone ? other : name].span);
    const bool word = name_has_word(text, lemma) && (bare || !adds_modifiers(document, mention, earlier));
    if (word && earlier.type == EntityType::kOrganization && clusters.try_unite(other, m)) return true;
    if (word && earlier.type == EntityType::kPlace && name_has_word(document.text_of(earlier.span), lemma)) {
      clusters.unite(other, m);  // `the Zionist regime` ... `the regime`: a country under such a name
      return true;
    }
    const bool near = mention.sentence - earlier.sentence <= 2;
    if (general == kNone && near && bare && is_body_noun(lemma) && earlier.type == EntityType::kOrganization &&
        sector_fits(lemma, clusters.info(other).term)) {
      general = other;
    }
  }
  return general != kNone && clusters.try_unite(general, m);
}

bool is_country(const Clusters& clusters, uint32_t m) {
  if (clusters.document().mentions[m].type != EntityType::kPlace) return false;
  // The best name of the cluster decides: `the North`, `Pyongyang` as a government are names of a country too.
  const uint32_t name = clusters.features(m).name;
  const GazetteerTerm* term = name == kNone ? nullptr : clusters.info(name).term;
  return term != nullptr && (term->kinds & (kCountryName | kCountryAdjective)) != 0;
}

// A mention of the country, or kNone.
uint32_t country_named(const Clusters& clusters, std::string_view iso3) {
  if (iso3.empty()) return kNone;
  for (uint32_t m = 0; m < clusters.document().mentions.size(); ++m) {
    if (is_country(clusters, m) && clusters.info(m).iso3 == iso3) return m;
  }
  return kNone;
}

// `his country`: that of the person meant; `our country`: the one that the article speaks of most.
bool link_owned_country(Clusters& clusters, uint32_t m, uint32_t possessor) {
  const Document& document = clusters.document();
  const uint32_t owner = find_mention_by_head(document, possessor);
  if (owner == kNone || owner == m) return false;
  uint32_t country = country_named(clusters, clusters.features(owner).iso3);
  const PronounEntry* pronoun = clusters.info(owner).pronoun;
  if (country == kNone && pronoun != nullptr && pronoun->person == '1') {
    for (uint32_t other = 0; other < document.mentions.size(); ++other) {
      if (!is_country(clusters, other)) continue;
      if (country == kNone || clusters.features(other).size > clusters.features(country).size) country = other;
    }
  }
  if (country == kNone) return false;
  clusters.unite(country, m);
  return true;
}

// `the country`, `the nation`: the country named last, a subject or possessor counting for more than a mention in
// passing.
bool link_country(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const uint32_t possessor = child_with(document, mention.head, Deprel::kNmodPoss);
  if (possessor != kNone) return link_owned_country(clusters, m, possessor);
  uint32_t best = kNone;
  double best_score = 0;
  for (uint32_t other = m; other-- > 0;) {
    const Mention& earlier = document.mentions[other];
    const uint32_t distance = mention.sentence - earlier.sentence;
    if (distance > 6) break;
    // `Egyptians ... the country's court`: a people calls up its country too.
    if (earlier.type == EntityType::kGroup && earlier.kind == MentionKind::kName && best == kNone && distance <= 1) {
      best = country_named(clusters, clusters.info(other).iso3);
      continue;
    }
    if (!is_country(clusters, other)) continue;
    double score = 4.0 / (1 + distance);
    if (clusters.info(other).subject) score += 1.0 / (1 + distance);
    score += 0.15 * std::min<uint32_t>(clusters.features(other).size, 10);
    if (score > best_score) {
      best_score = score;
      best = other;
    }
  }
  if (best == kNone || clusters.same(best, m)) return false;
  clusters.unite(best, m);
  return true;
}

bool link_place(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  const std::string_view lemma = head_token(document, m).lemma;
  if (mention.number == Number::kPlural || info.indefinite || !info.definite) return false;
  bool bare = mention.last - mention.first == 1;
  if (among(lemma, {"country", "nation", "state", "republic", "kingdom"})) return bare && link_country(clusters, m);
  for (uint32_t other = m; other-- > 0 && bare;) {  // `the mosque` ... `Grand Mosque`
    const Mention& earlier = document.mentions[other];
    if (earlier.kind != MentionKind::kName || earlier.type != EntityType::kPlace || earlier.last - earlier.first < 2)
      continue;
    if (same_text(document.tokens[earlier.last - 1].norm, lemma) && clusters.try_unite(other, m)) return true;
  }
  if (!bare || !among(lemma, {"city", "town", "village", "capital", "province", "region", "island", "territory", "area",
                              "enclave"})) {
    return false;
  }
  for (uint32_t other = m; other-- > 0;) {
    const Mention& earlier = document.mentions[other];
    if (mention.sentence - earlier.sentence > 4) return false;
    if (earlier.kind != MentionKind::kName || earlier.type != EntityType::kPlace || is_country(clusters, other))
      continue;
    const GazetteerTerm* term = clusters.info(other).term;
    const bool city = term != nullptr && (term->kinds & (kCityName | kCapital)) != 0;
    const bool region = term != nullptr && (term->kinds & kRegionName) != 0;
    if (lemma == "capital" && !(city && (term->kinds & kCapital) != 0)) continue;
    if (among(lemma, {"city", "town", "village"}) && region) continue;
    if (among(lemma, {"province", "region", "territory", "enclave", "area"}) && city) continue;
    return clusters.try_unite(other, m);
  }
  return false;
}

// True where the article says what the person is; Mr. and Dr. say nothing.
bool tells_office(const Clusters& clusters, uint32_t person) {
  return any_member(clusters, person, [&](uint32_t member) {
    const uint32_t office = clusters.info(member).office;
    return office != kNone && Gazetteer::get().noun(clusters.document().tokens[office].lemma) != nullptr;
  });
}

bool is_actor(Deprel deprel) {
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kObl || deprel == Deprel::kObj ||
         deprel == Deprel::kOblAgent || deprel == Deprel::kRoot || deprel == Deprel::kIobj;
}

}  // namespace

void link_description(Clusters& clusters, uint32_t m) {
  const Mention& mention = clusters.document().mentions[m];
  const ClusterFeatures& features = clusters.features(m);
  if (features.name != kNone || clusters.info(m).noun == nullptr) return;
  const MentionInfo& info = clusters.info(m);
  switch (mention.type) {
    case EntityType::kPerson:
      if (info.indefinite && mention.sentence <= 1 && link_office_ahead(clusters, m)) return;
      if (!info.indefinite && (link_office(clusters, m) || link_person_spoken_of(clusters, m))) return;
      link_same_head(clusters, m);
      break;
    case EntityType::kOrganization:
      if (!info.indefinite && link_body(clusters, m)) return;
      link_same_head(clusters, m);
      break;
    case EntityType::kPlace:
      if (link_place(clusters, m)) return;
      if (info.definite) link_same_head(clusters, m);
      break;
    case EntityType::kGroup:
      link_same_head(clusters, m);
      break;
    default:
      break;
  }
}

void link_lonely_offices(Clusters& clusters) {
  const Document& document = clusters.document();
  uint32_t candidate = kNone;
  bool several = false;
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    if (mention.kind != MentionKind::kName || mention.type != EntityType::kPerson) continue;
    const bool known = candidate != kNone && clusters.same(candidate, m);
    if (known || tells_office(clusters, m)) continue;
    if (clusters.features(m).size < 2 && mention.sentence > 0) continue;
    const bool acts = any_member(
        clusters, m, [&](uint32_t member) { return is_actor(document.tokens[clusters.info(member).outer].deprel); });
    if (!acts) continue;
    several = several || candidate != kNone;
    candidate = m;
  }
  if (candidate == kNone || several) return;
  uint32_t office = kNone;
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    const MentionInfo& info = clusters.info(m);
    if (mention.kind != MentionKind::kNominal || mention.type != EntityType::kPerson ||
        clusters.features(m).name != kNone)
      continue;
    // A country or a department in front makes it one office of one person: `Iran's minister`, `the Foreign Secretary`.
    const bool single =
        !info.iso3.empty() || (mention.last - mention.first > 1 && document.tokens[mention.first].upos != Upos::kVerb);
    const bool high = info.noun != nullptr && info.noun->sector == "GOV" && single && info.definite && !info.indefinite;
    if (!high || !is_actor(document.tokens[mention.head].deprel)) continue;
    if (office != kNone && !clusters.same(office, m)) return;  // two offices, one person: who holds which is open
    office = m;
  }
  if (office == kNone) return;
  const bool acts = any_member(clusters, office, [&](uint32_t member) { return clusters.info(member).subject; });
  if (!acts || (office > candidate && clusters.features(office).size < 2)) return;
  const uint32_t gap = document.mentions[office].sentence > document.mentions[candidate].sentence
                           ? document.mentions[office].sentence - document.mentions[candidate].sentence
                           : document.mentions[candidate].sentence - document.mentions[office].sentence;
  if (gap <= 3) clusters.try_unite(candidate, office);
}

}  // namespace actant
