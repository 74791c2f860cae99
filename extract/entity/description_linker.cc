#include "extract/entity/description_linker.h"

#include "extract/entity/body_linker.h"
#include "extract/entity/clause_walk.h"
#include "extract/entity/description_match.h"
#include "extract/entity/office_linker.h"
#include "extract/entity/place_linker.h"

namespace actant {
namespace {

bool same_head(std::string_view a, std::string_view b) {
  auto people = [](std::string_view lemma) { return lemma == "people" || lemma == "nation"; };
  return same_text(a, b) || (people(a) && people(b));
}

uint32_t owner_mention(const Document& document, uint32_t m) {
  const uint32_t owner = owner_of(document, document.mentions[m].head);
  return owner == kNone ? kNone : find_mention_by_head(document, owner);
}

// Whether the body that owns the one was mentioned in the sentence of the other.
bool owner_is_near(const Clusters& clusters, uint32_t owner, const Mention& earlier) {
  const Document& document = clusters.document();
  for (uint32_t at = clusters.next_member(owner); at != owner; at = clusters.next_member(at)) {
    if (document.mentions[at].sentence == earlier.sentence && !document.mentions[at].adjectival) return true;
  }
  return false;
}

// `the political bureau` ... `the political bureau of Hamas`: the same words, then also whose it is; at any distance
// where the owner was named beside the first.
bool says_whose(const Clusters& clusters, uint32_t m, uint32_t other, uint32_t owner) {
  const Document& document = clusters.document();
  const Mention &mention = document.mentions[m], &earlier = document.mentions[other];
  if (!clusters.info(other).definite || mention.number == Number::kPlural) return false;
  const bool close = clusters.info(m).definite && mention.sentence - earlier.sentence <= 1;
  if (!close && (owner == kNone || !owner_is_near(clusters, owner, earlier))) return false;
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
    if (earlier.number != mention.number || names_other_owner(clusters, m, document.text_of(earlier.span))) continue;
    // `supporters of Nour` ... `his supporters`
    const uint32_t owner = owner_mention(document, m), earlier_owner = owner_mention(document, other);
    if (owner != kNone && earlier_owner != kNone) {
      if (!clusters.same(owner, earlier_owner)) continue;
      const bool plain = child_with(document, mention.head, Deprel::kNmodPoss) != kNone ||
                         child_with(document, earlier.head, Deprel::kNmodPoss) != kNone;
      if (plain && !adds_words_in_front(document, mention, earlier) && clusters.try_unite(other, m)) return true;
    }
    const std::string_view country = country_of(clusters, m), earlier_country = country_of(clusters, other);
    if (!country.empty() && country != earlier_country &&
        !(earlier_country.empty() && mention.sentence == earlier.sentence))
      continue;
    if (adds_modifiers(document, mention, earlier)) {
      if (says_whose(clusters, m, other, owner) && clusters.try_unite(other, m)) return true;
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

// `police in Britain`: those of that place, not others named before; `the doctors in Vienna` may be those of before.
bool says_where(const Clusters& clusters, uint32_t m) {
  if (clusters.info(m).definite) return false;
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  for (const uint32_t child : children_of(document, mention.head)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (child < mention.last || (deprel != Deprel::kNmod && deprel != Deprel::kNmodUnmarked)) continue;
    const uint32_t preposition = child_with(document, child, Deprel::kCase);
    if (preposition == kNone || document.tokens[preposition].norm != "in") continue;
    const uint32_t place = find_mention_by_head(document, child);
    if (place != kNone && document.mentions[place].type == EntityType::kPlace) return true;
  }
  return false;
}

}  // namespace

void link_description(Clusters& clusters, uint32_t m) {
  const Mention& mention = clusters.document().mentions[m];
  const ClusterFeatures& features = clusters.features(m);
  if (features.name != kNone || clusters.info(m).noun == nullptr) return;
  const MentionInfo& info = clusters.info(m);
  switch (mention.type) {
    case EntityType::kPerson:
      if (link_office(clusters, m)) return;
      link_same_head(clusters, m);
      break;
    case EntityType::kOrganization:
      if (says_where(clusters, m) && head_token(clusters.document(), m).lemma != "government") break;
      if (!info.indefinite && link_body(clusters, m)) return;
      link_same_head(clusters, m);
      break;
    case EntityType::kPlace:
      if (link_place(clusters, m)) return;
      if (info.definite) link_same_head(clusters, m);
      break;
    case EntityType::kGroup:
      if (says_where(clusters, m)) break;
      link_same_head(clusters, m);
      break;
    default: break;
  }
}

}  // namespace actant
