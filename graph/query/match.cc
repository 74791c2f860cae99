#include "graph/query/match.h"

#include <algorithm>

namespace actant {
namespace {

bool is_one_of(EntityType type, const std::vector<EntityType>& types) {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

bool put(uint64_t& slot, uint64_t value) {
  if (slot == 0) slot = value;
  return slot == value;
}

}  // namespace

bool TripleStep::accepts(const EdgeKey& edge) const {
  using Polarity = PatternCondition::Polarity;
  if (condition.polarity != Polarity::kEither && edge.negated != (condition.polarity == Polarity::kNegated))
    return false;
  return !condition.modality || *condition.modality == edge.modality;
}

bool TripleStep::bind(const EdgeKey& edge, NodeId from, NodeId to, Match& match) const {
  if (!is_one_of(from.type(), subject_types) || !is_one_of(to.type(), object_types)) return false;
  if (!put(match.slots[subject], from.value) || !put(match.slots[object], to.value)) return false;
  if (relation_slot >= 0 && !put(match.slots[static_cast<size_t>(relation_slot)], relation_value(edge))) return false;
  match.edges[number] = edge;
  return true;
}

std::vector<RelationChoice> TripleStep::relations_for(const Match& match) const {
  if (relation_slot >= 0 && match.slots[static_cast<size_t>(relation_slot)] != 0) {
    return {relation_of(match.slots[static_cast<size_t>(relation_slot)])};
  }
  return relations;
}

}  // namespace actant
