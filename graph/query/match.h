#ifndef ACTANT_GRAPH_QUERY_MATCH_H_
#define ACTANT_GRAPH_QUERY_MATCH_H_

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/ids.h"
#include "graph/query/pattern.h"
#include "graph/store/graph_reader.h"

namespace actant {

/// A match on its way through the operators.
struct Match {
  std::vector<uint64_t>
      slots;  ///< of each variable and name: the value of a NodeId, or relation_value(); 0: not bound yet
  std::vector<EdgeKey> edges;  ///< of each triple, by its number
  uint64_t count = 0;          ///< of count
};

/// A relation as the value of a slot: its number or, of an open one, that of its lemma behind all relations.
inline constexpr uint64_t kFirstOpenValue = 256;
inline uint64_t relation_value(const EdgeKey& edge) {
  return edge.relation == RelationType::kOpen ? kFirstOpenValue + edge.open : static_cast<uint64_t>(edge.relation);
}
inline RelationChoice relation_of(uint64_t value) {
  if (value < kFirstOpenValue) return {static_cast<RelationType>(value), 0};
  return {RelationType::kOpen, value - kFirstOpenValue};
}

/// A triple whose names are nodes.
struct TripleStep {
  size_t number = 0;                      ///< in the query
  size_t subject = 0, object = 0;         ///< slots
  int relation_slot = -1;                 ///< -1: no variable
  std::vector<RelationChoice> relations;  ///< empty: any
  PatternCondition condition;
  std::vector<EntityType> subject_types, object_types;  ///< empty: any
  std::string text;                                     ///< as written, for describe()

  /// True when polarity and modality of the edge are those asked for.
  bool accepts(const EdgeKey& edge) const;
  /// Puts the ends and the relation of `edge` into `match`; false when they are of a wrong type or the slots hold
  /// others.
  bool bind(const EdgeKey& edge, NodeId from, NodeId to, Match& match) const;
  /// The relations to look for, given what is bound.
  std::vector<RelationChoice> relations_for(const Match& match) const;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_MATCH_H_
