#include "graph/store/internal/keys.h"

#include <utility>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

constexpr uint8_t kNegatedBit = 0x80;
constexpr PackedDate kUndated = ~PackedDate{0};  // undated articles come last

void check_size(std::string_view key, size_t size, const char* what) {
  if (key.size() != size) {
    throw CorruptData(std::string("a key of ") + what + " has " + std::to_string(key.size()) + " bytes, expected " +
                      std::to_string(size));
  }
}

uint8_t edge_flags(const EdgeKey& edge) {
  return static_cast<uint8_t>((edge.negated ? kNegatedBit : 0) | (static_cast<uint8_t>(edge.modality) & 3));
}

std::string encode_edge(const EdgeKey& edge, NodeId first, NodeId second) {
  std::string key;
  key.reserve(kEdgeKeySize + 14);
  put_u64(key, first.value);
  put_u8(key, static_cast<uint8_t>(edge.relation));
  put_u64(key, edge.open);
  put_u64(key, second.value);
  put_u8(key, edge_flags(edge));
  return key;
}

EdgeKey decode_edge(Decoder& in) {
  EdgeKey edge;
  edge.subject.value = in.u64();
  edge.relation = static_cast<RelationType>(in.u8());
  edge.open = in.u64();
  edge.object.value = in.u64();
  const uint8_t flags = in.u8();
  edge.negated = (flags & kNegatedBit) != 0;
  edge.modality = static_cast<Modality>(flags & 3);
  return edge;
}

}  // namespace

std::string article_key(ArticleId article) {
  std::string key;
  put_u64(key, article.value);
  return key;
}

ArticleId decode_article_key(std::string_view key) {
  check_size(key, 8, "articles");
  return ArticleId{Decoder(key).u64()};
}

std::string node_key(NodeId node) {
  std::string key;
  put_u64(key, node.value);
  return key;
}

NodeId decode_node_key(std::string_view key) {
  check_size(key, 8, "nodes");
  return NodeId{Decoder(key).u64()};
}

std::string attribute_key(NodeId node, AttributeKind kind, std::string_view text) {
  std::string key = node_key(node);
  put_u8(key, static_cast<uint8_t>(kind));
  key.append(text);
  return key;
}

AttributeKey decode_attribute_key(std::string_view key) {
  if (key.size() < 9) check_size(key, 9, "attributes");
  Decoder in(key);
  AttributeKey result;
  result.node.value = in.u64();
  result.kind = static_cast<AttributeKind>(in.u8());
  result.text = key.substr(9);
  return result;
}

std::string mention_key(NodeId node, ArticleId article) {
  std::string key = node_key(node);
  put_u64(key, article.value);
  return key;
}

MentionKey decode_mention_key(std::string_view key) {
  check_size(key, 16, "mentions");
  Decoder in(key);
  MentionKey result;
  result.node.value = in.u64();
  result.article.value = in.u64();
  return result;
}

std::string name_entry_key(char kind, std::string_view text, NodeId node) {
  std::string key(1, kind);
  key.append(text);
  key += '\0';
  put_u64(key, node.value);
  return key;
}

NameEntry decode_name_entry(std::string_view key) {
  if (key.size() < 10) check_size(key, 10, "names");
  return {key.substr(1, key.size() - 10), NodeId{Decoder(key.substr(key.size() - 8)).u64()}};
}

std::string edge_key(const EdgeKey& edge) { return encode_edge(edge, edge.subject, edge.object); }

EdgeKey decode_edge_key(std::string_view key) {
  check_size(key, kEdgeKeySize, "edges_out");
  Decoder in(key);
  return decode_edge(in);
}

std::string edge_prefix(NodeId subject, RelationType relation) {
  std::string key = node_key(subject);
  put_u8(key, static_cast<uint8_t>(relation));
  return key;
}

std::string edge_in_key(const EdgeKey& edge) { return encode_edge(edge, edge.object, edge.subject); }

EdgeKey decode_edge_in_key(std::string_view key) {
  check_size(key, kEdgeKeySize, "edges_in");
  Decoder in(key);
  EdgeKey edge = decode_edge(in);
  std::swap(edge.subject, edge.object);
  return edge;
}

std::string evidence_prefix(const EdgeKey& edge, PackedDate published, ArticleId article) {
  std::string key = edge_key(edge);
  put_u32(key, published == 0 ? kUndated : published);
  put_u64(key, article.value);
  return key;
}

std::string evidence_key(const EdgeKey& edge, PackedDate published, ArticleId article, uint16_t ordinal) {
  std::string key = evidence_prefix(edge, published, article);
  put_u16(key, ordinal);
  return key;
}

PackedDate decode_evidence_date(uint32_t stored) { return stored == kUndated ? 0 : stored; }

EvidenceKey decode_evidence_key(std::string_view key) {
  check_size(key, kEdgeKeySize + 14, "evidence");
  Decoder in(key);
  EvidenceKey result;
  result.edge = decode_edge(in);
  result.published = decode_evidence_date(in.u32());
  result.article.value = in.u64();
  result.ordinal = in.u16();
  return result;
}

std::string sentence_key(ArticleId article, uint32_t begin) {
  std::string key = article_key(article);
  put_u32(key, begin);
  return key;
}

std::string open_lemma_key(uint64_t id) {
  std::string key;
  put_u64(key, id);
  return key;
}

}  // namespace actant::internal
