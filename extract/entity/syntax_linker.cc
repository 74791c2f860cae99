#include "extract/entity/syntax_linker.h"

#include <algorithm>

#include "extract/entity/clause_walk.h"
#include "extract/entity/name_types.h"
#include "extract/entity/new_office_linker.h"

namespace actant {
namespace {

uint32_t mention_of(const Document& document, uint32_t token) { return find_mention_by_head(document, token); }

bool is_name(const Document& document, uint32_t mention) {
  return document.mentions[mention].kind == MentionKind::kName;
}

// The name inside a description of a place (`Fazilka district`): the description is that place and no other; kNone.
uint32_t inner_place(const Document& document, uint32_t m) {
  const Mention& mention = document.mentions[m];
  if (mention.kind != MentionKind::kNominal || mention.type != EntityType::kPlace || mention.head <= mention.first)
    return kNone;
  const uint32_t inner = mention_of(document, mention.head - 1);
  if (inner == kNone || !is_name(document, inner)) return kNone;
  return names_next_place(document, document.mentions[inner]) ? inner : kNone;
}

// `Bangladeshis and Rohingya, a minority`: the last of the series before it, where the tree names the first.
uint32_t described_by(const Document& document, uint32_t apposition) {
  const uint32_t first = document.tokens[apposition].head;
  uint32_t last = first;
  for (const uint32_t child : children_of(document, first)) {
    if (document.tokens[child].deprel == Deprel::kConj && child < apposition) last = child;
  }
  return mention_of(document, last) == kNone ? first : last;
}

void link_apposition(Clusters& clusters, uint32_t token) {
  const Document& document = clusters.document();
  const uint32_t a = mention_of(document, described_by(document, token)), b = mention_of(document, token);
  if (a == kNone || b == kNone || a == b || is_example(document, token)) return;
  // `Aceh, Indonesia`: two names in apposition are one thing only when they agree (acronyms have been joined before).
  if (is_name(document, a) && is_name(document, b)) return;
  if (inner_place(document, a) != kNone || inner_place(document, b) != kNone) return;
  clusters.try_unite(a, b);
}

// `Khalil al-Hayya, member of the bureau and head of the movement`: a second role joined to a first.
void link_joined_role(Clusters& clusters, uint32_t token) {
  const Document& document = clusters.document();
  uint32_t role = document.tokens[token].head;
  // Or to the complement of the first role.
  if (document.tokens[role].deprel == Deprel::kNmod && document.tokens[role].head < role)
    role = document.tokens[role].head;
  const uint32_t a = mention_of(document, role), b = mention_of(document, token);
  if (a == kNone || b == kNone || a == b || is_name(document, b) || role > token) return;
  // Some parses join the second role to the name itself.
  const uint32_t first_role = is_name(document, a) ? child_with(document, role, Deprel::kAppos) : role;
  if (first_role == kNone || first_role > token || first_role < role) return;
  const bool describes = document.tokens[first_role].deprel == Deprel::kAppos && clusters.features(a).name != kNone;
  const bool bare = child_with(document, token, Deprel::kDet) == kNone;
  const EntityType type = document.mentions[b].type;
  if (describes && bare && type == EntityType::kPerson && document.mentions[a].type == type) clusters.try_unite(a, b);
}

// `council chairperson and interior minister X`: two roles of one person, neither with an article.
void link_role_before_title(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& name = document.mentions[m];
  const TokenRange title = clusters.info(m).title;
  if (name.type != EntityType::kPerson || clusters.info(m).office == kNone || title.size() == 0 || title.first == 0)
    return;
  const uint32_t joint = title.first - 1;
  if (document.tokens[joint].norm != "and") return;
  for (uint32_t other = m; other-- > 0;) {
    const Mention& role = document.mentions[other];
    if (role.last + 8 < joint) break;
    if (role.last != joint || role.kind != MentionKind::kNominal || role.type != EntityType::kPerson) continue;
    const bool bare = child_with(document, role.head, Deprel::kDet) == kNone;
    if (bare && role.number == Number::kSingular && role.head + 1 == role.last) clusters.try_unite(m, other);
    return;
  }
}

// `Name, description,` and `description, name,` where the parse shows no apposition: the two stand between commas,
// agree in type and are no members of a list.
void link_set_off(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& first = document.mentions[m];
  if (first.kind == MentionKind::kPronoun || first.number == Number::kPlural || first.adjectival) return;
  if (first.last + 1 >= document.tokens.size() || document.tokens[first.last].form != ",") return;
  for (uint32_t other = m + 1; other < document.mentions.size(); ++other) {
    const Mention& second = document.mentions[other];
    // `her adviser, Dr. X`: a name begins with its honorific.
    const TokenRange title = clusters.info(other).title;
    const uint32_t begin = second.kind == MentionKind::kName && title.size() > 0 ? title.first : second.first;
    if (second.sentence != first.sentence || second.first > first.last + 4 || begin > first.last + 2) break;
    if (begin <= first.last || second.type != first.type || second.number == Number::kPlural || second.adjectival)
      continue;
    if (begin == first.last + 2 && document.tokens[first.last + 1].upos != Upos::kDet) continue;
    if ((first.kind == MentionKind::kName) == (second.kind == MentionKind::kName)) continue;
    const Mention& description = first.kind == MentionKind::kName ? second : first;
    if (inner_place(document, m) != kNone || inner_place(document, other) != kNone) return;
    if (description.type != EntityType::kPerson && description.type != EntityType::kPlace &&
        description.type != EntityType::kOrganization)
      return;
    const std::string_view after = document.tokens[std::min<size_t>(second.last, document.tokens.size() - 1)].form;
    const bool closed = after == "," || after == "." || after == ";" || after == "—" || after == "who";
    const uint32_t behind = second.last + 1;
    const bool list = after == "," && behind < document.tokens.size() && document.tokens[behind].upos == Upos::kCconj;
    if (closed && !list && document.tokens[second.head].deprel != Deprel::kConj) clusters.try_unite(m, other);
    return;
  }
}

void link_predicate(Clusters& clusters, uint32_t copula) {
  const Document& document = clusters.document();
  const uint32_t predicate = document.tokens[copula].head;
  if (predicate == kNone || is_modal_or_negated(document, predicate)) return;
  const uint32_t subject = child_with(document, predicate, Deprel::kNsubj);
  if (subject == kNone) return;
  const uint32_t a = mention_of(document, subject), b = mention_of(document, predicate);
  if (a == kNone || b == kNone || a == b || is_name(document, b)) return;
  const Mention& description = document.mentions[b];
  if (description.kind != MentionKind::kNominal || document.mentions[a].number == Number::kPlural) return;
  if (description.number == Number::kPlural) return;
  // `Iran is a country`, `he is a man` say a kind, not who it is: only what singles one out counts.
  const MentionInfo& info = clusters.info(b);
  if (info.definite && !info.indefinite) clusters.try_unite(a, b);
}

// `Pakistan's Chief of Army Staff General Asim Munir` taken for one phrase: the name at its end is whom it means.
void link_name_at_end(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& phrase = document.mentions[m];
  if (phrase.type != EntityType::kPerson || phrase.number == Number::kPlural) return;
  for (uint32_t other = m + 1; other < document.mentions.size(); ++other) {
    const Mention& name = document.mentions[other];
    if (name.first >= phrase.last) return;
    if (name.kind != MentionKind::kName || name.type != EntityType::kPerson || name.adjectival) continue;
    if (name.last == phrase.last && name.first > phrase.head) {
      if (clusters.compatible(other, m)) clusters.unite(other, m);
      return;
    }
  }
}

// `the newspaper Haaretz`, `the capital Doha`
bool link_name_behind(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  for (uint32_t other = m + 1; other < document.mentions.size(); ++other) {
    const Mention& name = document.mentions[other];
    if (name.first > mention.last) break;
    if (name.first != mention.last || name.kind != MentionKind::kName || name.type != mention.type || name.adjectival)
      continue;
    return name.sentence == mention.sentence && clusters.try_unite(other, m);
  }
  return false;
}

bool is_city(const MentionInfo& place) {
  return place.term != nullptr && (place.term->kinds & (kCapital | kCityName)) != 0;
}

// `the Hamas movement`, `Kyodo news agency`, `the city of Raqqa`.
void link_inner_name(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  static constexpr std::string_view kBodies[] = {
      "movement",  "party",      "group",   "agency",   "newspaper", "organization", "organisation", "militia",
      "network",   "magazine",   "company", "daily",    "website",   "channel",      "faction",      "airline",
      "coalition", "insurgency", "region",  "province", "city",      "island",       "town"};
  static constexpr std::string_view kPlaces[] = {"city",     "town",        "village", "province", "state",
                                                 "republic", "port",        "region",  "island",   "kingdom",
                                                 "district", "governorate", "county",  "capital",  "territory"};
  if (const uint32_t own = inner_place(document, m); own != kNone) {
    clusters.unite(own, m);
    return;
  }
  const std::string_view lemma = document.tokens[mention.head].lemma;
  const bool body = std::find(std::begin(kBodies), std::end(kBodies), lemma) != std::end(kBodies);
  const bool place = mention.type == EntityType::kPlace &&
                     std::find(std::begin(kPlaces), std::end(kPlaces), lemma) != std::end(kPlaces);
  if ((!body && !place) || mention.number == Number::kPlural) return;
  if (link_name_behind(clusters, m)) return;
  for (const uint32_t child : children_of(document, mention.head)) {
    const Token& token = document.tokens[child];
    const uint32_t inner = mention_of(document, child);
    if (inner == kNone || !is_name(document, inner) || document.mentions[inner].head != child) continue;
    const Mention& name = document.mentions[inner];
    if (name.type != mention.type) continue;
    // `Hamas movement`, `Christian Democratic party`
    const bool beside = token.deprel == Deprel::kCompound || token.deprel == Deprel::kAmod;
    const bool in_front = body && beside && name.last == mention.head;
    bool behind = place && token.deprel == Deprel::kNmod && child > mention.head;
    if (behind) {
      const uint32_t preposition = child_with(document, child, Deprel::kCase);
      behind = preposition != kNone && document.tokens[preposition].norm == "of" &&
               (lemma != "capital" || is_city(clusters.info(inner)));
    }
    const bool adjective =
        clusters.info(inner).term != nullptr && (clusters.info(inner).term->kinds & kCountryAdjective) != 0;
    if ((in_front && !adjective) || behind) {
      if (clusters.compatible(inner, m)) clusters.unite(inner, m);
      return;
    }
  }
}

void link_relative(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const uint32_t head = document.mentions[m].head;
  const Xpos xpos = document.tokens[head].xpos;
  if (xpos != Xpos::kWP && xpos != Xpos::kWDT && xpos != Xpos::kWPS) return;
  const uint32_t noun = relative_antecedent(document, head);
  if (noun == kNone) return;
  const uint32_t antecedent = mention_of(document, noun);
  if (antecedent != kNone && antecedent != m) clusters.unite(antecedent, m);
}

void link_reflexive(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  if (!document.tokens[mention.head].norm.ends_with("self") && !document.tokens[mention.head].norm.ends_with("selves"))
    return;
  uint32_t at = mention.head;
  for (int steps = 0; steps < 4 && document.tokens[at].head != kNone; ++steps) {
    at = document.tokens[at].head;
    uint32_t subject = child_with(document, at, Deprel::kNsubj);
    if (subject == kNone) subject = child_with(document, at, Deprel::kNsubjPass);
    if (subject == kNone) continue;
    const uint32_t antecedent = mention_of(document, subject);
    if (antecedent != kNone && antecedent != m) clusters.try_unite(antecedent, m);
    return;
  }
}

}  // namespace

void link_by_syntax(Clusters& clusters) {
  const Document& document = clusters.document();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].deprel == Deprel::kAppos && document.tokens[t].head != kNone) link_apposition(clusters, t);
    if (document.tokens[t].deprel == Deprel::kCop) link_predicate(clusters, t);
  }
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].deprel == Deprel::kConj && document.tokens[t].head != kNone) link_joined_role(clusters, t);
  }
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind == MentionKind::kNominal) {
      link_inner_name(clusters, m);
      link_new_office(clusters, m);
      link_name_at_end(clusters, m);
    }
    if (document.mentions[m].kind == MentionKind::kName) link_role_before_title(clusters, m);
    link_set_off(clusters, m);
    if (document.mentions[m].kind == MentionKind::kPronoun) {
      link_relative(clusters, m);
      link_reflexive(clusters, m);
    }
  }
}

}  // namespace actant
