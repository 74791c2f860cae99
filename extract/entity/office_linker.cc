#include "extract/entity/office_linker.h"

#include "extract/entity/description_match.h"
#include "extract/entity/gazetteer.h"

namespace actant {
namespace {

// `Trump ... in his conversation with the president of Ukraine`: somebody else, unless the article says that he is of
// that country.
bool stands_beside(const Clusters& clusters, uint32_t m, uint32_t other) {
  const Document& document = clusters.document();
  if (clusters.info(m).iso3.empty() || !clusters.features(other).iso3.empty()) return false;
  return any_member(clusters, other, [&](uint32_t member) {
    return document.mentions[member].sentence == document.mentions[m].sentence && member != m;
  });
}

// A named person whose title or description agrees with the office of `m`.
bool holds_office(const Clusters& clusters, uint32_t m, uint32_t other) {
  const Document& document = clusters.document();
  const Mention& candidate = document.mentions[other];
  if (candidate.type != EntityType::kPerson || candidate.kind == MentionKind::kPronoun) return false;
  if (clusters.features(other).name == kNone || stands_beside(clusters, m, other)) return false;
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

// The last one before, but the subject of a sentence before who is spoken to or of in it (`President A spoke with
// President B. The president`); else the one who comes later.
bool link_holder(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  uint32_t best = kNone;
  for (uint32_t other = m; other-- > 0;) {
    if (best != kNone && document.mentions[other].sentence != document.mentions[best].sentence) break;
    if (!holds_office(clusters, m, other)) continue;
    if (best == kNone || (clusters.info(other).subject && !clusters.info(best).subject)) best = other;
  }
  if (best != kNone && clusters.try_unite(best, m)) return true;
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

// A person of the first sentences who is called by the same role: `an opposition leader` ... `party leader Ayman Nour`.
bool link_role_ahead(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  uint32_t found = kNone;
  for (uint32_t other = m + 1; other < document.mentions.size(); ++other) {
    const Mention& later = document.mentions[other];
    if (later.sentence > mention.sentence + 2) break;
    if (later.kind != MentionKind::kName || later.type != EntityType::kPerson) continue;
    const uint32_t office = clusters.info(other).office;
    if (office == kNone || document.tokens[office].lemma != document.tokens[mention.head].lemma) continue;
    if (countries_clash(clusters.info(m), clusters.info(other))) continue;
    if (found != kNone && !clusters.same(found, other)) return false;
    found = other;
  }
  return found != kNone && clusters.try_unite(found, m);
}

// A person of the first sentence, the only one there, is the only one whom the next sentence names: `a jailed rebel
// leader`
// ... `Francisco Galan`.
bool link_first_named(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  uint32_t found = kNone;
  for (uint32_t other = 0; other < document.mentions.size(); ++other) {
    const Mention& near = document.mentions[other];
    if (near.sentence > mention.sentence + 1) break;
    if (other == m || near.type != EntityType::kPerson || near.kind == MentionKind::kPronoun) continue;
    if (near.sentence <= mention.sentence) return false;
    if (near.kind != MentionKind::kName) continue;
    if (found != kNone && !clusters.same(found, other)) return false;
    found = other;
  }
  if (found == kNone || clusters.features(found).has_office) return false;
  return clusters.try_unite(found, m);
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

bool link_office(Clusters& clusters, uint32_t m) {
  const Mention& mention = clusters.document().mentions[m];
  const MentionInfo& info = clusters.info(m);
  if (!info.indefinite) {
    if (link_holder(clusters, m) || link_person_spoken_of(clusters, m)) return true;
    // `The leader of Hamas is warning ... . Khaled Meshaal said`
    const bool says_who = info.subject && mention.last - mention.first > 1 && mention.number == Number::kSingular;
    return says_who && mention.sentence <= 1 && link_first_named(clusters, m);
  }
  if (mention.sentence > 1 || mention.number == Number::kPlural) return false;
  return link_office_ahead(clusters, m) || link_role_ahead(clusters, m) || link_first_named(clusters, m);
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
    if (office == kNone) office = m;
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
