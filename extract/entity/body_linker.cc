#include "extract/entity/body_linker.h"

#include "extract/entity/description_match.h"
#include "extract/entity/gazetteer.h"

namespace actant {
namespace {

bool is_body_noun(std::string_view lemma) {
  return among(
      lemma, {"group",       "organization", "organisation", "movement",  "party",       "company", "firm",    "agency",
              "network",     "militia",      "bloc",         "newspaper", "association", "bank",    "airline", "club",
              "corporation", "outlet",       "magazine",     "institute", "university",  "carrier", "watchdog"});
}

bool sector_fits(std::string_view lemma, const GazetteerTerm* term) {
  if (term == nullptr) return true;
  const bool intergovernmental = term->sector == "IGO";
  return !intergovernmental || among(lemma, {"group", "organization", "organisation", "bloc", "alliance", "union",
                                             "body", "agency", "institution", "watchdog", "bank", "association"});
}

// `Colombia's government`, `the government of Iraq`: the country acts.
bool link_government(Clusters& clusters, uint32_t m) {
  if (head_token(clusters.document(), m).lemma != "government") return false;
  const uint32_t country = country_named(clusters, country_of(clusters, m));
  if (country == kNone) return false;
  clusters.unite(country, m);
  return true;
}

// `his party`: the one in the title of the person, `Labour leader Keir Starmer`.
bool link_own_party(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  if (head_token(document, m).lemma != "party") return false;
  const uint32_t possessor = child_with(document, document.mentions[m].head, Deprel::kNmodPoss);
  const uint32_t owner = possessor == kNone ? kNone : find_mention_by_head(document, possessor);
  if (owner == kNone || clusters.features(owner).type != EntityType::kPerson) return false;
  uint32_t party = kNone;
  any_member(clusters, owner, [&](uint32_t member) {
    const TokenRange title = clusters.info(member).title;
    for (uint32_t other = 0; other < document.mentions.size() && title.size() > 0; ++other) {
      const Mention& body = document.mentions[other];
      if (body.kind != MentionKind::kName || body.type != EntityType::kOrganization) continue;
      if (body.first < title.first || body.last > title.last) continue;
      const GazetteerTerm* term = clusters.info(other).term;
      const bool known = term != nullptr && (term->kinds & kParty) != 0;
      if (known || name_has_word(document.text_of(body.span), "party")) party = other;
    }
    return party != kNone;
  });
  return party != kNone && clusters.try_unite(party, m);
}

}  // namespace

// `the ministry`, `the party`: the last named body whose name has the word; else, for general words, the last named
// body.
bool link_body(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  const std::string_view lemma = head_token(document, m).lemma;
  if (mention.number == Number::kPlural && !info.noun->body) return false;
  if (mention.number != Number::kPlural && (link_government(clusters, m) || link_own_party(clusters, m))) return true;
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
    const bool word = name_has_word(text, lemma) && (bare || !adds_modifiers(document, mention, earlier)) &&
                      !names_other_owner(clusters, m, text);
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

}  // namespace actant
