#include "graph/store/internal/writer.h"

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxWrittenNames = size_t{1} << 18;  // about 12 MB

void ensure(const rocksdb::Status& status) { check(status, "cannot collect the writes of an article"); }

std::string counter_bytes(uint64_t value) {
  std::string out;
  put_u64(out, value);
  return out;
}

template <typename Value>
std::string encode(const Value& value) {
  std::string out;
  value.append_to(out);
  return out;
}

}  // namespace

AddResult Writer::add(const Record& record, uint64_t fingerprint) {
  // Most of the work needs no lock: threads meet only to write.
  const Contribution contribution =
      make_contribution(record, fingerprint, [this](const std::string& lemma) { return lemmas_.id_of(lemma); });
  const std::lock_guard lock(mutex_);
  const std::string key = article_key(contribution.article);
  rocksdb::WriteBatch batch;
  AddResult result = AddResult::kAdded;
  uint64_t articles = 1, evidence = contribution.evidence(), mentions = contribution.mentions();
  if (const auto stored = database_.get(Family::kArticles, key)) {
    ArticleValue old;
    if (!old.parse(*stored)) throw CorruptData("article '" + record.doc.id + "' cannot be read");
    if (fingerprint != 0 && old.fingerprint == fingerprint) return AddResult::kUnchanged;
    if (old.content == contribution.value.content) {
      if (fingerprint != 0) {  // another extractor read the same: contains() has to know
        ensure(batch.Put(database_.handle(Family::kArticles), key, encode(contribution.value)));
        database_.write(batch);
      }
      return AddResult::kUnchanged;
    }
    const auto bytes = database_.get(Family::kContributions, key);
    if (!bytes) throw CorruptData("the contribution of article '" + record.doc.id + "' is missing");
    const auto removed = Retraction(database_, batch).retract(parse_contribution(contribution.article, *bytes));
    written_names_.clear();
    articles = 0;
    evidence -= removed.evidence;  // modulo 2^64, as the counters add
    mentions -= removed.mentions;
    result = AddResult::kReplaced;
  }
  put(batch, contribution);
  count(batch, kArticlesCounter, articles);
  count(batch, kEvidenceCounter, evidence);
  count(batch, kMentionsCounter, mentions);
  count(batch, kGeneration, 1);
  database_.write(batch);
  return result;
}

bool Writer::remove(ArticleId article) {
  const std::lock_guard lock(mutex_);
  const std::string key = article_key(article);
  const auto bytes = database_.get(Family::kContributions, key);
  if (!bytes) return false;
  rocksdb::WriteBatch batch;
  const auto removed = Retraction(database_, batch).retract(parse_contribution(article, *bytes));
  written_names_.clear();
  ensure(batch.Delete(database_.handle(Family::kArticles), key));
  ensure(batch.Delete(database_.handle(Family::kContributions), key));
  count(batch, kArticlesCounter, uint64_t{0} - 1);
  count(batch, kEvidenceCounter, uint64_t{0} - removed.evidence);
  count(batch, kMentionsCounter, uint64_t{0} - removed.mentions);
  count(batch, kGeneration, 1);
  database_.write(batch);
  return true;
}

void Writer::count(rocksdb::WriteBatch& batch, const char* counter, uint64_t delta) {
  if (delta != 0) ensure(batch.Merge(database_.handle(Family::kMeta), counter, counter_bytes(delta)));
}

void Writer::put(rocksdb::WriteBatch& batch, const Contribution& contribution) {
  const std::string key = article_key(contribution.article);
  ensure(batch.Put(database_.handle(Family::kArticles), key, encode(contribution.value)));
  ensure(batch.Put(database_.handle(Family::kContributions), key, encode_contribution(contribution)));
  put_nodes(batch, contribution);
  put_edges(batch, contribution);
  for (const auto& [begin, text] : contribution.sentences) {
    ensure(batch.Put(database_.handle(Family::kSentences), sentence_key(contribution.article, begin), text));
  }
  for (const auto& [node, value] : contribution.statements) {
    ensure(batch.Put(database_.handle(Family::kStatements), mention_key(node, contribution.article), encode(value)));
  }
}

void Writer::put_nodes(rocksdb::WriteBatch& batch, const Contribution& contribution) {
  const PackedDate published = pack_date(contribution.value.info.date);
  const std::string one = counter_bytes(1);
  for (const auto& part : contribution.nodes) {
    NodeAggregate aggregate;
    aggregate.mentions = static_cast<int64_t>(part.mentions);
    aggregate.articles = 1;
    aggregate.dates = {published, published};
    ensure(batch.Merge(database_.handle(Family::kNodes), node_key(part.node), encode(aggregate)));
    ensure(batch.Put(database_.handle(Family::kMentions), mention_key(part.node, contribution.article),
                     encode(MentionValue{part.mentions, published})));
    for (const auto& attribute : part.attributes) {
      ensure(batch.Merge(database_.handle(Family::kAttributes),
                         attribute_key(part.node, attribute.kind, attribute.text),
                         attribute.count == 1 ? one : counter_bytes(attribute.count)));
      if (is_name(attribute.kind)) put_names(batch, part.node, attribute.text);
    }
  }
}

void Writer::put_names(rocksdb::WriteBatch& batch, NodeId node, std::string_view name) {
  const uint64_t hash = stable_hash(name, node.value);
  if (written_names_.contains(hash)) return;
  for (const std::string& entry : name_entries(node, name)) {
    ensure(batch.Put(database_.handle(Family::kNames), entry, ""));
  }
  if (written_names_.size() >= kMaxWrittenNames) written_names_.clear();
  written_names_.insert(hash);
}

void Writer::put_edges(rocksdb::WriteBatch& batch, const Contribution& contribution) {
  for (const auto& part : contribution.edges) {
    ensure(batch.Merge(database_.handle(Family::kEdgesOut), edge_key(part.key), encode(aggregate_of(part.evidence))));
    ensure(batch.Put(database_.handle(Family::kEdgesIn), edge_in_key(part.key), ""));
    for (size_t i = 0; i < part.evidence.size(); ++i) {
      ensure(batch.Put(database_.handle(Family::kEvidence),
                       evidence_key(part.key, contribution.article, static_cast<uint16_t>(i)),
                       encode(part.evidence[i])));
    }
  }
}

}  // namespace actant::internal
