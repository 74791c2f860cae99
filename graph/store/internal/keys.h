#ifndef ACTANT_GRAPH_STORE_INTERNAL_KEYS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_KEYS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model/ids.h"

namespace actant::internal {

// Keys of the column families, one pair of functions each; the grammar is in graph/store/format.md. Encoders return the
// key, prefixes are keys cut short. Decoders throw CorruptData for a key of the wrong length.

/// A day, month or year as a number that sorts as its ISO 8601 text: year << 9 | month << 5 | day, zero for what is not
/// given. 0 is no date.
using PackedDate = uint32_t;

inline constexpr size_t kEdgeKeySize = 26;

/// articles, contributions: article.
std::string article_key(ArticleId article);
ArticleId decode_article_key(std::string_view key);

/// nodes, resolution: node. Also the prefix of attributes, mentions, statements and edges of that node.
std::string node_key(NodeId node);
NodeId decode_node_key(std::string_view key);

/// What an attribute says of its node. On disk: never change a value.
enum class AttributeKind : uint8_t {
  kCanonical = 1,  ///< best name of an article; counts articles
  kAlias = 2,      ///< a name as mentioned; counts mentions
  kCountry = 3,    ///< ISO 3166-1 alpha-3; counts articles
  kSector = 4,     ///< PLOVER sector; counts articles
  kTitle = 5,      ///< office or job; counts pieces of evidence
  kOtherName = 6,  ///< name given by an also-known-as relation; counts articles
};

/// attributes: node, kind, text.
struct AttributeKey {
  NodeId node;
  AttributeKind kind = AttributeKind::kAlias;
  std::string text;
};
std::string attribute_key(NodeId node, AttributeKind kind, std::string_view text);
AttributeKey decode_attribute_key(std::string_view key);

/// mentions, statements: node, article.
struct MentionKey {
  NodeId node;
  ArticleId article;
};
std::string mention_key(NodeId node, ArticleId article);
MentionKey decode_mention_key(std::string_view key);

/// names: kind (`k` whole key, `t` one word of it, `p` how a word sounds), text, zero byte, node.
std::string name_entry_key(char kind, std::string_view text, NodeId node);
struct NameEntry {
  std::string_view text;  ///< into the key
  NodeId node;
};
NameEntry decode_name_entry(std::string_view key);

/// edges_out: subject, relation, open, object, flags (bit 7 negated, bits 0-1 modality).
std::string edge_key(const EdgeKey& edge);
EdgeKey decode_edge_key(std::string_view key);
/// Prefix of the edges with this subject and relation (and, for kOpen, lemma).
std::string edge_prefix(NodeId subject, RelationType relation);
/// edges_in: the same with subject and object exchanged.
std::string edge_in_key(const EdgeKey& edge);
EdgeKey decode_edge_in_key(std::string_view key);

/// evidence: edge key, date of the article, article, ordinal. So the evidence of an edge stands in the order of time,
/// and a period of a hub's edge is read without the rest.
std::string evidence_key(const EdgeKey& edge, PackedDate published, ArticleId article, uint16_t ordinal);
std::string evidence_prefix(const EdgeKey& edge, PackedDate published, ArticleId article);
struct EvidenceKey {
  EdgeKey edge;
  PackedDate published = 0;  ///< of the article; 0: none
  ArticleId article;
  uint16_t ordinal = 0;
};
EvidenceKey decode_evidence_key(std::string_view key);
/// The date as it stands in a key of evidence, where undated articles come last.
PackedDate decode_evidence_date(uint32_t stored);

/// sentences: article, begin (code points).
std::string sentence_key(ArticleId article, uint32_t begin);

/// open_lemmas: id.
std::string open_lemma_key(uint64_t id);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_KEYS_H_
