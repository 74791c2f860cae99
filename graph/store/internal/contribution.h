#ifndef ACTANT_GRAPH_STORE_INTERNAL_CONTRIBUTION_H_
#define ACTANT_GRAPH_STORE_INTERNAL_CONTRIBUTION_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/record.h"
#include "graph/store/internal/values.h"

namespace actant::internal {

/// Everything that one article adds to the graph, with layer-1 ids: a pure function of its record, whatever the graph
/// holds.
struct Contribution {
  struct Attribute {
    AttributeKind kind = AttributeKind::kAlias;
    std::string text;
    uint64_t count = 0;
  };
  struct NodePart {
    NodeId node;
    uint64_t mentions = 0;
    std::vector<Attribute> attributes;
  };
  struct EdgePart {
    EdgeKey key;
    std::vector<EvidenceValue> evidence;
  };

  ArticleId article;
  ArticleValue value;
  std::vector<NodePart> nodes;                ///< by id
  std::vector<EdgePart> edges;                ///< by key
  std::map<uint32_t, std::string> sentences;  ///< begin -> text
  std::vector<std::pair<NodeId, StatementValue>> statements;
  std::vector<std::string> lemmas;  ///< of open relations, sorted
  /// Of what parse_contribution() read: how many sentences the article has; graphs made by 0.2 before that was kept
  /// lack it.
  std::optional<uint64_t> sentence_count;

  PackedDate published() const { return pack_date(value.info.date); }
  uint64_t mentions() const;
  uint64_t evidence() const;
};

/// \throws InvalidArgument for a record without an id or with a relation that names no entity or statement of it.
Contribution make_contribution(const Record& record, uint64_t fingerprint, uint64_t model = 0);

/// What the evidence of one article of this date adds to an edge.
EdgeAggregate aggregate_of(const std::vector<EvidenceValue>& evidence, PackedDate published);

/// Value of the family contributions: the nodes with their attributes and the keys of the edges; the evidence is found
/// under these keys. parse() throws CorruptData.
std::string encode_contribution(const Contribution& contribution);
Contribution parse_contribution(ArticleId article, std::string_view bytes);

/// The keys of the name index under which a name of a node of this type is found: `k` + its key, `t` + each word, `p` +
/// how each word sounds.
std::vector<std::string> name_entries(NodeId node, std::string_view name);

/// True for the attributes that are names.
bool is_name(AttributeKind kind);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_CONTRIBUTION_H_
