#include "extract/section_joiner.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace actant {
namespace {

void shift(Span& span, uint32_t offset) {
  span.begin += offset;
  span.end += offset;
}

void shift(std::vector<Span>& spans, uint32_t offset) {
  for (Span& span : spans) shift(span, offset);
}

bool is_named(const RecordEntity& entity) {
  return std::ranges::any_of(entity.mentions, [](const RecordMention& m) { return m.kind == MentionKind::kName; });
}

std::string key_of(const RecordEntity& entity) {
  return std::to_string(static_cast<int>(entity.type)) + '\t' + entity.name;
}

std::string key_of(const RecordRelation& relation) {
  const bool turn = relation_info(relation.type).symmetric && relation.object < relation.subject;
  const std::string &first = turn ? relation.object : relation.subject,
                    &second = turn ? relation.subject : relation.object;
  return std::to_string(static_cast<int>(relation.type)) + '\t' + relation.open + '\t' + first + '\t' + second;
}

// Lower is more actual; as within one section (extract/relation/triple_builder.cc).
int distance_from_fact(const RecordRelation& relation) {
  static constexpr int kOrder[] = {0, 1, 3, 2};  // actual, planned, possible, requested
  return kOrder[static_cast<int>(relation.modality)] * 2 + (relation.negated ? 1 : 0);
}

void merge_into(RecordRelation& kept, RecordRelation& other) {
  std::vector<Span> evidence = kept.evidence;
  evidence.insert(evidence.end(), other.evidence.begin(), other.evidence.end());
  const double confidence = std::max(kept.confidence, other.confidence);
  if (distance_from_fact(other) < distance_from_fact(kept)) std::swap(kept, other);
  kept.evidence = std::move(evidence);
  kept.confidence = confidence;
}

}  // namespace

void SectionJoiner::add(const Record& section, uint32_t offset) {
  ids_.clear();
  add_entities(section, offset);
  add_statements(section, offset);
  for (const RecordRelation& relation : section.relations) add_relation(relation, offset);
  for (const RecordChain& chain : section.chains) add_chain(chain, offset);
}

const std::string& SectionJoiner::id_in_whole(const std::string& id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? id : found->second;  // empty, or the text of also-known-as
}

void SectionJoiner::add_entities(const Record& section, uint32_t offset) {
  for (const RecordEntity& entity : section.entities) {
    size_t index = whole_.entities.size();
    if (is_named(entity)) index = named_.try_emplace(key_of(entity), index).first->second;
    if (index == whole_.entities.size()) {
      whole_.entities.push_back(entity);
      whole_.entities.back().id = "e" + std::to_string(index + 1);
      whole_.entities.back().mentions.clear();
    }
    RecordEntity& joined = whole_.entities[index];
    ids_[entity.id] = joined.id;
    if (joined.actor_country.empty()) joined.actor_country = entity.actor_country;
    if (joined.sector.empty()) joined.sector = entity.sector;
    for (RecordMention mention : entity.mentions) {
      shift(mention.span, offset);
      joined.mentions.push_back(mention);
    }
  }
}

void SectionJoiner::add_statements(const Record& section, uint32_t offset) {
  for (RecordStatement statement : section.statements) {
    std::string& id = ids_[statement.id];
    id = statement.id = "s" + std::to_string(whole_.statements.size() + 1);
    shift(statement.span, offset);
    for (std::string& about : statement.about) about = id_in_whole(about);
    whole_.statements.push_back(std::move(statement));
  }
}

void SectionJoiner::add_chain(RecordChain chain, uint32_t offset) {
  chain.entity = id_in_whole(chain.entity);
  for (RecordMention& mention : chain.mentions) shift(mention.span, offset);
  whole_.chains.push_back(std::move(chain));
}

void SectionJoiner::add_relation(RecordRelation relation, uint32_t offset) {
  relation.subject = id_in_whole(relation.subject);
  if (relation.type != RelationType::kAlsoKnownAs) relation.object = id_in_whole(relation.object);
  relation.attributed_to = id_in_whole(relation.attributed_to);
  relation.place = id_in_whole(relation.place);
  for (auto* spans : {&relation.evidence, &relation.open_subject, &relation.open_predicate, &relation.open_object}) {
    shift(*spans, offset);
  }
  const auto [found, fresh] = relations_.try_emplace(key_of(relation), whole_.relations.size());
  if (fresh) {
    whole_.relations.push_back(std::move(relation));
  } else {
    merge_into(whole_.relations[found->second], relation);
  }
}

}  // namespace actant
