#include "graph/store/internal/entries.h"

#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

constexpr size_t kWrittenNames = size_t{1} << 18;

void ensure(const rocksdb::Status& status) { check(status, "cannot collect the writes of an article"); }

void write_nodes(const Contribution& contribution, WrittenNames& written, EntrySink& sink) {
  const PackedDate published = contribution.published();
  const std::string one = counter_bytes(1);
  for (const auto& part : contribution.nodes) {
    NodeAggregate aggregate;
    aggregate.mentions = static_cast<int64_t>(part.mentions);
    aggregate.articles = 1;
    aggregate.dates = {published, published};
    sink.merge(Family::kNodes, node_key(part.node), encode(aggregate));
    sink.put(Family::kMentions, mention_key(part.node, contribution.article),
             encode(MentionValue{part.mentions, published}));
    for (const auto& attribute : part.attributes) {
      sink.merge(Family::kAttributes, attribute_key(part.node, attribute.kind, attribute.text),
                 attribute.count == 1 ? one : counter_bytes(attribute.count));
      if (!is_name(attribute.kind) || !written.insert(part.node, attribute.text)) continue;
      for (const std::string& entry : name_entries(part.node, attribute.text)) sink.put(Family::kNames, entry, "");
    }
  }
}

void write_edges(const Contribution& contribution, EntrySink& sink) {
  const PackedDate published = contribution.published();
  for (const auto& part : contribution.edges) {
    const std::string sums = encode(aggregate_of(part.evidence, published));
    sink.merge(Family::kEdgesOut, edge_key(part.key), sums);
    sink.merge(Family::kEdgesIn, edge_in_key(part.key), sums);
    for (size_t i = 0; i < part.evidence.size(); ++i) {
      sink.put(Family::kEvidence, evidence_key(part.key, published, contribution.article, static_cast<uint16_t>(i)),
               encode(part.evidence[i]));
    }
  }
}

}  // namespace

void BatchSink::put(Family family, std::string_view key, std::string_view value) {
  ensure(batch_.Put(database_.handle(family), slice(key), slice(value)));
}

void BatchSink::merge(Family family, std::string_view key, std::string_view operand) {
  ensure(batch_.Merge(database_.handle(family), slice(key), slice(operand)));
}

bool WrittenNames::insert(NodeId node, std::string_view name) {
  if (hashes_.empty()) hashes_.resize(kWrittenNames);
  const uint64_t hash = stable_hash(name, node.value);
  uint64_t& place = hashes_[hash % kWrittenNames];
  if (place == hash) return false;
  place = hash;
  return true;
}

void write_entries(const Contribution& contribution, WrittenNames& written, EntrySink& sink) {
  const std::string key = article_key(contribution.article);
  sink.put(Family::kArticles, key, encode(contribution.value));
  sink.put(Family::kContributions, key, encode_contribution(contribution));
  write_nodes(contribution, written, sink);
  write_edges(contribution, sink);
  for (const auto& [begin, text] : contribution.sentences) {
    sink.put(Family::kSentences, sentence_key(contribution.article, begin), text);
  }
  for (const auto& [node, value] : contribution.statements) {
    sink.put(Family::kStatements, mention_key(node, contribution.article), encode(value));
  }
  for (const std::string& lemma : contribution.lemmas) {
    sink.put(Family::kOpenLemmas, open_lemma_key(open_lemma_id(lemma)), lemma);
  }
}

void count(EntrySink& sink, const char* counter, uint64_t delta) {
  if (delta != 0) sink.merge(Family::kMeta, counter, counter_bytes(delta));
}

std::string counter_bytes(uint64_t value) {
  std::string out;
  put_u64(out, value);
  return out;
}

}  // namespace actant::internal
