#include "graph/store/internal/edge_reader.h"

#include <algorithm>
#include <tuple>

#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/node_evidence.h"

namespace actant::internal {
namespace {

bool is_symmetric(RelationType relation) { return relation_info(relation).symmetric; }

// Symmetric relations in the order of their values, for jumps in edges_in.
const std::vector<RelationType>& symmetric_relations() {
  static const std::vector<RelationType> list = [] {
    std::vector<RelationType> result;
    for (const RelationInfo& info : relations()) {
      if (info.symmetric) result.push_back(info.type);
    }
    return result;
  }();
  return list;
}

}  // namespace

EdgeKey merged_edge_key(const ReadView& view, const EdgeKey& raw) {
  EdgeKey key = raw;
  key.subject = view.representative(raw.subject);
  key.object = view.representative(raw.object);
  if (is_symmetric(key.relation) && key.object < key.subject) std::swap(key.subject, key.object);
  return key;
}

void EdgeReader::collect_out(NodeId raw, std::vector<Member>& members) const {
  view_.database.scan(
      Family::kEdgesOut, node_key(raw),
      [&](std::string_view key, std::string_view value) {
        Member member;
        member.raw = decode_edge_key(key);
        member.merged = merged_key(member.raw);
        member.aggregate = counted_once(view_, key, parse_value<EdgeAggregate>(value, "edges_out"));
        member.known = true;
        if (member.merged.subject != member.merged.object) members.push_back(member);
        return true;
      },
      &view_.snapshot);
}

void EdgeReader::collect_in(NodeId raw, bool only_symmetric, rocksdb::Iterator& it,
                            std::vector<Member>& members) const {
  const std::string prefix = node_key(raw);
  auto next_symmetric = symmetric_relations().begin();
  it.Seek(slice(only_symmetric ? edge_prefix(raw, *next_symmetric) : prefix));
  while (it.Valid() && view(it.key()).starts_with(prefix)) {
    Member member;
    member.raw = decode_edge_in_key(view(it.key()));
    if (only_symmetric && !is_symmetric(member.raw.relation)) {
      // Jump over the relations in between: a hub may have very many edges of them.
      while (next_symmetric != symmetric_relations().end() && *next_symmetric < member.raw.relation) ++next_symmetric;
      if (next_symmetric == symmetric_relations().end()) break;
      it.Seek(slice(edge_prefix(raw, *next_symmetric)));
      continue;
    }
    member.merged = merged_key(member.raw);
    if (const std::string_view sums = view(it.value()); !sums.empty()) {
      member.aggregate = counted_once(view_, edge_key(member.raw), parse_value<EdgeAggregate>(sums, "edges_in"));
      member.known = true;
    }
    if (member.merged.subject != member.merged.object) members.push_back(member);
    it.Next();
  }
  view_.database.check_iterator(it);
}

EdgeAggregate EdgeReader::aggregate(const Member& member) const {
  if (member.known) return member.aggregate;
  const std::string key = edge_key(member.raw);
  const auto bytes = view_.database.get(Family::kEdgesOut, key, &view_.snapshot);
  if (!bytes) throw CorruptData("edge " + member.raw.to_string() + " has no entry in edges_out");
  return counted_once(view_, key, parse_value<EdgeAggregate>(*bytes, "edges_out"));
}

// Articles of several layer-1 edges may be the same ones, so their sums do not add: the evidence is read again.
EdgeAggregate EdgeReader::aggregate_of_evidence(const Member* begin, const Member* end) const {
  if (view_.sums_kept) {
    if (const auto sum = read_merged_sum(view_, begin->merged)) return *sum;
  }
  CountedOnce once(view_);
  for (const Member* member = begin; member != end; ++member) {
    view_.database.scan(
        Family::kEvidence, edge_key(member->raw),
        [&](std::string_view key, std::string_view bytes) {
          once.add(decode_evidence_key(key), parse_value<EvidenceValue>(bytes, "evidence"));
          return true;
        },
        &view_.snapshot);
  }
  return once.sum();
}

Edge make_edge(const ReadView& view, const EdgeKey& key, const EdgeAggregate& sum) {
  Edge edge;
  edge.key = key;
  if (key.relation == RelationType::kOpen) edge.open_lemma = view.lemmas.lemma_of(key.open);
  edge.articles = static_cast<uint32_t>(sum.articles);
  edge.statements = static_cast<uint32_t>(sum.statements);
  edge.attributed = static_cast<uint32_t>(sum.attributed);
  edge.confidence = sum.confidence();
  edge.first_date = unpack_date(sum.dates.first);
  edge.last_date = unpack_date(sum.dates.last);
  return edge;
}

Edge EdgeReader::merge(const Member* begin, const Member* end) const {
  return make_edge(view_, begin->merged, end - begin == 1 ? aggregate(*begin) : aggregate_of_evidence(begin, end));
}

bool EdgeReader::emit(const std::vector<Member>& members, const std::function<bool(const Edge&)>& visit) const {
  for (size_t begin = 0, end = 0; begin < members.size(); begin = end) {
    while (end < members.size() && members[end].merged == members[begin].merged) ++end;
    if (!visit(merge(members.data() + begin, members.data() + end))) return false;
  }
  return true;
}

void sort_members(std::vector<EdgeMember>& members) {
  if (!std::is_sorted(members.begin(), members.end())) std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end(),
                            [](const EdgeMember& a, const EdgeMember& b) { return a.raw == b.raw; }),
                members.end());
}

void EdgeReader::for_each_of(NodeId node, Direction direction, const std::function<bool(const Edge&)>& visit) const {
  const NodeId id = view_.representative(node);
  const auto in = view_.database.iterator(Family::kEdgesIn, &view_.snapshot);
  std::vector<Member> members;
  for (const NodeId raw : view_.resolution->members(id)) {
    collect_out(raw, members);
    collect_in(raw, direction == Direction::kOut, *in, members);
  }
  if (direction == Direction::kIn) {
    std::erase_if(members, [&](const Member& member) {
      return member.merged.object != id && !is_symmetric(member.merged.relation);
    });
  }
  sort_members(members);
  emit(members, visit);
}

std::vector<EdgeKey> EdgeReader::raw_keys(const EdgeKey& key) const {
  const EdgeKey merged = merged_key(key);
  const auto subjects = view_.resolution->members(merged.subject);
  const auto objects = view_.resolution->members(merged.object);
  std::vector<EdgeKey> keys;
  for (const NodeId subject : subjects) {
    for (const NodeId object : objects) {
      EdgeKey raw = merged;
      raw.subject = subject;
      raw.object = object;
      if (is_symmetric(raw.relation) && raw.object < raw.subject) std::swap(raw.subject, raw.object);
      keys.push_back(raw);
    }
  }
  return keys;
}

std::optional<Edge> EdgeReader::read_from(const EdgeKey& merged, const EdgeKey& raw,
                                          const EdgeAggregate* stored) const {
  if (!view_.sums_kept) return read(merged);
  if (const auto sum = read_merged_sum(view_, merged)) return make_edge(view_, merged, *sum);
  const std::string key = edge_key(raw);
  if (stored) return make_edge(view_, merged, counted_once(view_, key, *stored));
  const auto bytes = view_.database.get(Family::kEdgesOut, key, &view_.snapshot);
  if (!bytes) return std::nullopt;
  return make_edge(view_, merged, counted_once(view_, key, parse_value<EdgeAggregate>(*bytes, "edges_out")));
}

std::optional<Edge> EdgeReader::read(const EdgeKey& key) const {
  std::vector<Member> members;
  const std::vector<EdgeKey> keys = raw_keys(key);
  if (view_.sums_kept && keys.size() > 1) {
    const EdgeKey merged = merged_key(key);
    if (const auto sum = read_merged_sum(view_, merged)) return make_edge(view_, merged, *sum);
  }
  for (const EdgeKey& raw : keys) {
    const std::string raw_key = edge_key(raw);
    const auto bytes = view_.database.get(Family::kEdgesOut, raw_key, &view_.snapshot);
    if (!bytes) continue;
    const auto stored = parse_value<EdgeAggregate>(*bytes, "edges_out");
    members.push_back({merged_key(raw), raw, counted_once(view_, raw_key, stored), true});
    if (view_.sums_kept) break;  // of several the sums would be kept
  }
  if (members.empty()) return std::nullopt;
  return merge(members.data(), members.data() + members.size());
}

void EdgeReader::for_each_evidence(const EdgeKey& key, const std::function<bool(const Evidence&)>& visit) const {
  struct Row {
    PackedDate date;
    EvidenceKey key;
    EvidenceValue value;
  };
  std::vector<Row> rows;
  for (const EdgeKey& raw : raw_keys(key)) {
    view_.database.scan(
        Family::kEvidence, edge_key(raw),
        [&](std::string_view row, std::string_view bytes) {
          auto value = parse_value<EvidenceValue>(bytes, "evidence");
          const EvidenceKey place = decode_evidence_key(row);
          const PackedDate date = place.published ? place.published : ~PackedDate{0};  // undated articles come last
          rows.push_back({date, place, std::move(value)});
          return true;
        },
        &view_.snapshot);
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tuple(a.date, a.key.article, a.value.sentence, a.key.edge, a.key.ordinal) <
           std::tuple(b.date, b.key.article, b.value.sentence, b.key.edge, b.key.ordinal);
  });
  const NodeId subject = merged_key(key).subject;
  for (const Row& row : rows) {
    Evidence evidence = make_evidence(view_, subject, row.key, row.value);
    evidence.text = sentence_text(row.key.article, row.value.sentence);
    if (!visit(evidence)) return;
  }
}

// The stored text may belong to a longer sentence that begins at the same place.
std::string EdgeReader::sentence_text(ArticleId article, Span sentence) const {
  auto text = view_.database.get(Family::kSentences, sentence_key(article, sentence.begin), &view_.snapshot);
  if (!text) return {};
  size_t points = 0;
  for (size_t byte = 0; byte < text->size(); ++byte) {
    if ((static_cast<unsigned char>((*text)[byte]) & 0xc0) == 0x80) continue;
    if (points++ == sentence.size()) {
      text->resize(byte);
      break;
    }
  }
  return std::move(*text);
}

}  // namespace actant::internal
