#include "extract/entity/entity_builder.h"

#include <algorithm>

#include "extract/entity/nominal_finder.h"

namespace actant {
namespace {

bool left_alone(const Clusters& clusters, uint32_t m) {
  return clusters.document().mentions[m].kind == MentionKind::kPronoun && clusters.features(m).size == 1;
}

// Names before descriptions before pronouns; longer before shorter; a name of one's own before an adjective.
int rank(const Mention& mention) {
  if (mention.kind == MentionKind::kPronoun) return 0;
  if (mention.kind == MentionKind::kNominal) return 1;
  return mention.adjectival ? 2 : 3;
}

std::string_view best_name(const Document& document, const Clusters& clusters, const DocumentEntity& entity) {
  const Mention* best = nullptr;
  for (const uint32_t m : entity.mentions) {
    const MentionInfo& info = clusters.info(m);
    const uint16_t place = kCountryName | kCountryAdjective;
    if (entity.type == EntityType::kPlace && info.term != nullptr && (info.term->kinds & place) != 0)
      return info.term->name;
    if (entity.type == EntityType::kPlace && !info.region.empty()) return info.region;
    const Mention& mention = document.mentions[m];
    const bool better =
        best == nullptr || rank(mention) > rank(*best) ||
        (rank(mention) == rank(*best) && mention.kind == MentionKind::kName && mention.span.size() > best->span.size());
    if (better) best = &mention;
  }
  return best == nullptr ? std::string_view() : document.text_of(best->span);
}

std::string_view sector_of(const Document& document, const Clusters& clusters, const DocumentEntity& entity) {
  for (const uint32_t m : entity.mentions) {
    const MentionInfo& info = clusters.info(m);
    if (info.term != nullptr && entity.type != EntityType::kGroup && !info.term->sector.empty())
      return info.term->sector;
    if (info.noun != nullptr && !info.noun->sector.empty()) return info.noun->sector;
    if (info.office != kNone) {
      const NounEntry* noun = noun_entry(document.tokens[info.office]);
      if (noun != nullptr && !noun->sector.empty()) return noun->sector;
      const TitleEntry* title = Gazetteer::get().title(document.tokens[info.office].norm);
      if (title != nullptr && !title->sector.empty()) return title->sector;
    }
    if (document.mentions[m].kind == MentionKind::kName && entity.type == EntityType::kOrganization) {
      // `Foreign Ministry`, `Supreme Court`: the kind of body stands in the name.
      for (uint32_t t = document.mentions[m].last; t-- > document.mentions[m].first;) {
        const NounEntry* noun = Gazetteer::get().noun(document.tokens[t].norm);
        if (noun != nullptr && noun->noun_class == NounClass::kOrganization && !noun->sector.empty())
          return noun->sector;
      }
    }
  }
  return {};
}

void add_members(Document& document, const SetLinker& sets) {
  for (DocumentEntity& entity : document.entities) {
    for (const uint32_t m : entity.mentions) {
      const ActorSet* set = sets.set_of(m);
      if (set == nullptr || !entity.members.empty()) continue;
      for (const uint32_t member : set->members) entity.members.push_back(document.mentions[member].entity);
    }
  }
}

}  // namespace

void build_entities(Document& document, const Clusters& clusters, const SetLinker& sets) {
  std::vector<uint32_t> entity_of(document.mentions.size(), kNone);
  document.entities.clear();
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    document.mentions[m].entity = kNone;
    if (left_alone(clusters, m) && sets.set_of(m) == nullptr) continue;
    uint32_t& entity = entity_of[clusters.find(m)];
    if (entity == kNone) {
      entity = static_cast<uint32_t>(document.entities.size());
      document.entities.emplace_back();
    }
    document.mentions[m].entity = entity;
    document.entities[entity].mentions.push_back(m);
  }
  add_members(document, sets);
  for (DocumentEntity& entity : document.entities) {
    const ClusterFeatures& features = clusters.features(entity.mentions.front());
    entity.type = features.type;
    entity.named = features.name != kNone;
    entity.country = features.iso3;
    entity.name = best_name(document, clusters, entity);
    entity.sector = sector_of(document, clusters, entity);
  }
}

void index_mention_heads(Document& document, const std::vector<MentionInfo>& info) {
  document.mention_at.assign(document.tokens.size(), kNone);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    for (const uint32_t token : {mention.head, info.empty() ? mention.head : info[m].outer}) {
      uint32_t& at = document.mention_at[token];
      if (at == kNone || mention.span.size() > document.mentions[at].span.size()) at = m;
    }
  }
  // What is joined inside a mention (`the government and people of X`) stands for the mention.
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (token.deprel != Deprel::kConj || token.head == kNone || document.mention_at[t] != kNone) continue;
    const uint32_t m = document.mention_at[token.head];
    if (m == kNone || document.mentions[m].kind != MentionKind::kNominal) continue;
    if (document.mentions[m].head == token.head && t < document.mentions[m].last) document.mention_at[t] = m;
  }
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind != MentionKind::kName) continue;
    for (uint32_t t = document.mentions[m].first; t < document.mentions[m].last; ++t) {
      if (document.mention_at[t] == kNone) document.mention_at[t] = m;
    }
  }
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.mention_at[t] != kNone) continue;
    const uint32_t counted = quantified_noun(document, t);
    if (counted != t) document.mention_at[t] = document.mention_at[counted];
  }
}

}  // namespace actant
