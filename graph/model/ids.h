#ifndef ACTANT_GRAPH_MODEL_IDS_H_
#define ACTANT_GRAPH_MODEL_IDS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/schema.h"

namespace actant {

/// Id of a node: the top four bits are the rank of its type letter in the alphabet, the other 60 a stable hash, so that
/// the order of the numbers is the order of the written ids. Written as letter, `-`, 15 hexadecimal digits: `e-` event,
/// `g-` group, `l-` place, `o-` organization, `p-` person, `s-` statement, `t-` topic.
struct NodeId {
  uint64_t value = 0;

  EntityType type() const;
  std::string to_string() const;
  static NodeId make(EntityType type, uint64_t hash);
  /// nullopt when `text` is not a written node id.
  static std::optional<NodeId> parse(std::string_view text);
  explicit operator bool() const { return value != 0; }
  friend auto operator<=>(const NodeId&, const NodeId&) = default;
};

/// Id of an article: a stable 64-bit hash of its `doc.id`. Written `a-` and 16 hexadecimal digits.
struct ArticleId {
  uint64_t value = 0;

  std::string to_string() const;
  static ArticleId of(std::string_view doc_id);
  friend auto operator<=>(const ArticleId&, const ArticleId&) = default;
};

/// What makes one edge of the graph: the triple with its polarity and modality. Orders by subject, relation, object,
/// negated, modality, which is also the order of the written ids.
struct EdgeKey {
  NodeId subject;
  RelationType relation = RelationType::kOpen;
  uint64_t open = 0;  ///< for kOpen: open_lemma_id() of the predicate; else 0
  NodeId object;      ///< for also-known-as: a topic node named by the alias
  bool negated = false;
  Modality modality = Modality::kActual;

  /// `r-<subject hex>-<relation, two hex digits>[-<open hex>]-<object hex>-<negated><modality>`, at most 64 characters.
  std::string to_string() const;
  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

/// The id of the lemma of an open relation: its hash, so that it depends on nothing else. Never 0.
uint64_t open_lemma_id(std::string_view lemma);

/// XXH64 of the bytes: the only hash that reaches disk.
uint64_t stable_hash(std::string_view bytes, uint64_t seed = 0);

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_IDS_H_
