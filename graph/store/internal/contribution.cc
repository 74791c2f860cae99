#include "graph/store/internal/contribution.h"

#include <algorithm>
#include <cmath>

#include "graph/merge/name_key.h"
#include "graph/merge/similarity.h"
#include "graph/model/error.h"
#include "graph/store/internal/coding.h"

namespace actant::internal {

uint64_t Contribution::mentions() const {
  uint64_t sum = 0;
  for (const NodePart& part : nodes) sum += part.mentions;
  return sum;
}

uint64_t Contribution::evidence() const {
  uint64_t sum = 0;
  for (const EdgePart& part : edges) sum += part.evidence.size();
  return sum;
}

EdgeAggregate aggregate_of(const std::vector<EvidenceValue>& evidence, PackedDate published) {
  EdgeAggregate sum;
  sum.articles = 1;
  uint16_t best = 0;
  for (const EvidenceValue& value : evidence) {
    ++sum.statements;
    sum.attributed += value.attributed_to ? 1 : 0;
    sum.dates.add(value.dates(published));
    best = std::max(best, value.confidence);
  }
  sum.doubt = doubt_of(best / 1e4);
  return sum;
}

bool is_name(AttributeKind kind) {
  return kind == AttributeKind::kCanonical || kind == AttributeKind::kAlias || kind == AttributeKind::kOtherName;
}

std::vector<std::string> name_entries(NodeId node, std::string_view name) {
  std::vector<std::string> entries;
  const std::string key = name_key(node.type(), name);
  entries.push_back(name_entry_key('k', key, node));
  // "President Xi" is found with and without the title, "IAEA" under its acronym too
  if (const std::string folded = fold_name(name); !folded.empty() && folded != key && folded.size() <= 200) {
    entries.push_back(name_entry_key('k', folded, node));
  }
  for (const std::string_view word : split_words(key)) {
    entries.push_back(name_entry_key('t', word, node));
    entries.push_back(name_entry_key('p', transliteration_key(word), node));
  }
  return entries;
}

// contribution: number of nodes, nodes (id, mentions, number of attributes, attributes (kind, text, count)),
// number of edges, edges (index of the subject, relation, open, index of the object, flags), number of sentences
std::string encode_contribution(const Contribution& contribution) {
  std::string out;
  put_varint(out, contribution.nodes.size());
  for (const auto& part : contribution.nodes) {
    put_u64(out, part.node.value);
    put_varint(out, part.mentions);
    put_varint(out, part.attributes.size());
    for (const auto& attribute : part.attributes) {
      put_u8(out, static_cast<uint8_t>(attribute.kind));
      put_string(out, attribute.text);
      put_varint(out, attribute.count);
    }
  }
  const auto index = [&](NodeId node) {
    const auto it = std::lower_bound(contribution.nodes.begin(), contribution.nodes.end(), node,
                                     [](const Contribution::NodePart& part, NodeId id) { return part.node < id; });
    return static_cast<uint64_t>(it - contribution.nodes.begin());
  };
  put_varint(out, contribution.edges.size());
  for (const auto& part : contribution.edges) {
    put_varint(out, index(part.key.subject));
    put_u8(out, static_cast<uint8_t>(part.key.relation));
    put_varint(out, part.key.open);
    put_varint(out, index(part.key.object));
    put_u8(out, static_cast<uint8_t>((part.key.negated ? 0x80 : 0) | static_cast<uint8_t>(part.key.modality)));
  }
  put_varint(out, contribution.sentences.size());
  return out;
}

Contribution parse_contribution(ArticleId article, std::string_view bytes) {
  Contribution result;
  result.article = article;
  Decoder in(bytes);
  for (uint64_t nodes = in.varint(); nodes > 0 && in.ok(); --nodes) {
    Contribution::NodePart part;
    part.node.value = in.u64();
    part.mentions = in.varint();
    for (uint64_t attributes = in.varint(); attributes > 0 && in.ok(); --attributes) {
      const auto kind = static_cast<AttributeKind>(in.u8());
      std::string text(in.string());
      part.attributes.push_back({kind, std::move(text), in.varint()});
    }
    result.nodes.push_back(std::move(part));
  }
  bool valid = true;
  const auto node_at = [&](uint64_t index) {
    valid = valid && index < result.nodes.size();
    return valid ? result.nodes[index].node : NodeId{};
  };
  for (uint64_t edges = in.varint(); edges > 0 && in.ok() && valid; --edges) {
    EdgeKey key;
    key.subject = node_at(in.varint());
    key.relation = static_cast<RelationType>(in.u8());
    key.open = in.varint();
    key.object = node_at(in.varint());
    const uint8_t flags = in.u8();
    key.negated = (flags & 0x80) != 0;
    key.modality = static_cast<Modality>(flags & 3);
    result.edges.push_back({key, {}});
  }
  if (in.ok() && !in.done()) result.sentence_count = in.varint();
  if (!in.ok() || !in.done() || !valid) {
    throw CorruptData("the contribution of article " + article.to_string() + " cannot be read");
  }
  return result;
}

}  // namespace actant::internal
