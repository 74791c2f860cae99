#include "extract/entity/clusters.h"

#include <algorithm>

#include "extract/entity/person_name.h"

namespace actant {
namespace {

bool genders_clash(Gender a, Gender b) { return a != b && a != Gender::kUnknown && b != Gender::kUnknown; }

bool acts_together(EntityType type) { return type == EntityType::kGroup || type == EntityType::kOrganization; }

bool types_clash(EntityType a, EntityType b) {
  if (a == b || a == EntityType::kTopic || b == EntityType::kTopic) return false;
  // A team or a militia is called a group here and an organization there.
  return !(acts_together(a) && acts_together(b));
}

}  // namespace

void Clusters::reset() {
  const size_t count = document_.mentions.size();
  parent_.resize(count);
  next_.resize(count);
  features_.assign(count, ClusterFeatures{});
  for (uint32_t m = 0; m < count; ++m) {
    const Mention& mention = document_.mentions[m];
    parent_[m] = m;
    next_[m] = m;
    ClusterFeatures& features = features_[m];
    features.type = mention.type;
    features.gender = mention.gender;
    features.gender_by_pronoun = mention.kind == MentionKind::kPronoun && mention.gender != Gender::kUnknown;
    features.number = mention.number;
    features.iso3 = info_[m].iso3;
    if (mention.kind == MentionKind::kName) features.name = m;
    features.has_nominal = mention.kind == MentionKind::kNominal;
    features.has_office = info_[m].office != kNone;
  }
}

uint32_t Clusters::find(uint32_t mention) const {
  while (parent_[mention] != mention) mention = parent_[mention] = parent_[parent_[mention]];
  return mention;
}

bool Clusters::compatible(uint32_t a, uint32_t b) const {
  const ClusterFeatures& x = features(a);
  const ClusterFeatures& y = features(b);
  if (types_clash(x.type, y.type) || genders_clash(x.gender, y.gender)) return false;
  const bool plural_clash = x.number != y.number && x.number != Number::kUnknown && y.number != Number::kUnknown;
  if (plural_clash && !acts_together(x.type) && !acts_together(y.type)) return false;
  if (!x.iso3.empty() && !y.iso3.empty() && x.iso3 != y.iso3) return false;
  if (x.name == kNone || y.name == kNone) return true;
  if (x.type != EntityType::kPerson || y.type != EntityType::kPerson) return false;
  return names_compatible(document_.text_of(document_.mentions[x.name].span),
                          document_.text_of(document_.mentions[y.name].span));
}

void Clusters::unite(uint32_t a, uint32_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return;
  if (b < a) std::swap(a, b);
  ClusterFeatures& x = features_[a];
  const ClusterFeatures& y = features_[b];
  const bool other_is_named = x.name == kNone && y.name != kNone;
  if (x.type == EntityType::kTopic || (other_is_named && y.type != EntityType::kTopic)) x.type = y.type;
  // What a title or a forename says counts more than the pronouns that were linked before.
  if (x.gender == Gender::kUnknown || (x.gender_by_pronoun && y.gender != Gender::kUnknown && !y.gender_by_pronoun)) {
    x.gender = y.gender;
    x.gender_by_pronoun = y.gender_by_pronoun;
  }
  if (x.number == Number::kUnknown || other_is_named) x.number = y.number == Number::kUnknown ? x.number : y.number;
  if (x.iso3.empty()) x.iso3 = y.iso3;
  if (x.name == kNone) {
    x.name = y.name;
  } else if (y.name != kNone) {
    const Mention& mine = document_.mentions[x.name];
    const Mention& other = document_.mentions[y.name];
    const bool better = mine.adjectival != other.adjectival ? mine.adjectival : other.span.size() > mine.span.size();
    if (better) x.name = y.name;
  }
  x.size += y.size;
  x.has_nominal = x.has_nominal || y.has_nominal;
  x.has_office = x.has_office || y.has_office;
  parent_[b] = a;
  std::swap(next_[a], next_[b]);
}

bool Clusters::nested(uint32_t a, uint32_t b) const {
  const Mention& x = document_.mentions[a];
  const Mention& y = document_.mentions[b];
  return x.span.overlaps(y.span) && x.head != y.head;
}

bool Clusters::try_unite(uint32_t a, uint32_t b) {
  if (same(a, b)) return true;
  if (nested(a, b) || !compatible(a, b)) return false;
  unite(a, b);
  return true;
}

}  // namespace actant
