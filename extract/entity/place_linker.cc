#include "extract/entity/place_linker.h"

#include <algorithm>

#include "extract/entity/description_match.h"
#include "extract/entity/gazetteer.h"

namespace actant {
namespace {

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

// `the Iraqi capital`: the capital of that country, when the article names it.
bool link_capital(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const MentionInfo& info = clusters.info(m);
  // `former`, `temporary`, `financial`: other cities may be that.
  const Mention& mention = document.mentions[m];
  const uint32_t words = mention.last - mention.first;
  const bool of = mention.last < document.tokens.size() && document.tokens[mention.last].norm == "of";
  const bool bare = words == 2 || (words == 3 && child_with(document, mention.head, Deprel::kNmodPoss) != kNone);
  if (info.iso3.empty() || !bare || of) return false;
  for (uint32_t other = 0; other < document.mentions.size(); ++other) {
    const Mention& name = document.mentions[other];
    const GazetteerTerm* term = clusters.info(other).term;
    if (name.kind != MentionKind::kName || name.type != EntityType::kPlace || term == nullptr) continue;
    if ((term->kinds & kCapital) == 0 || term->iso3 != info.iso3 || is_country(clusters, other)) continue;
    clusters.unite(other, m);
    return true;
  }
  return false;
}

}  // namespace

bool link_place(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  const std::string_view lemma = head_token(document, m).lemma;
  if (mention.number == Number::kPlural || info.indefinite || !info.definite) return false;
  if (lemma == "capital" && link_capital(clusters, m)) return true;
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

}  // namespace actant
