#include "graph/store/internal/evidence_walk.h"

#include <utility>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/forward_iterator.h"
#include "graph/store/record_sort.h"

namespace actant::internal {
namespace {

constexpr size_t kRowTail = 14;     // of a key of evidence, behind that of the edge: date, article, ordinal
constexpr size_t kPlaceBytes = 12;  // of these, date and article

// The sums of an edge of layer 1 as they are counted, as bytes.
std::string_view counted_sums(const ReadView& view, std::string_view key, std::string_view stored,
                              ForwardIterator& once, std::string& bytes) {
  if (!view.stories || !once.find(key)) return stored;
  bytes.clear();
  counted_once(view, key, parse_value<EdgeAggregate>(stored, "edges_out"), once.value()).append_to(bytes);
  return bytes;
}

}  // namespace

EvidenceWalk::EvidenceWalk(const ReadView& view, size_t memory, std::string folder)
    : view_(view), memory_(memory), folder_(std::move(folder)), originals_(view) {}

void EvidenceWalk::run(const Visit& visit) {
  if (!view_.resolution->decisions().empty()) return run_sorted(visit);
  scan([&](const EdgeKey& key, std::string_view record) {
    add_member(record);
    return emit(key, visit);
  });
}

void EvidenceWalk::run_sorted(const Visit& visit) {
  RecordSort sort(kEdgeKeySize, memory_, folder_);
  scan([&](const EdgeKey& key, std::string_view record) {
    sort.add(edge_key(key), record);
    return true;
  });
  // The records of an edge are kept until the first of the next one comes: rows_ views them.
  std::string key, next_key;
  std::vector<std::string> records;
  size_t used = 0;
  const auto close = [&] {
    for (size_t i = 0; i < used; ++i) add_member(records[i]);
    used = 0;
    return emit(decode_edge_key(key), visit);
  };
  while (const auto record = sort.next()) {
    const std::string_view record_key = record->substr(0, kEdgeKeySize);
    if (used > 0 && record_key != key && !close()) return;
    key.assign(record_key);
    if (used == records.size()) records.emplace_back();
    records[used++].assign(record->substr(kEdgeKeySize));
  }
  if (used > 0) close();
}

// Edges and evidence stand in the order of the same keys.
void EvidenceWalk::scan(const Take& take) {
  const auto edges = view_.database.iterator(Family::kEdgesOut, &view_.snapshot);
  const auto evidence = view_.database.iterator(Family::kEvidence, &view_.snapshot);
  ForwardIterator once(view_, Family::kEdgesOnce);
  std::string record, sums;
  evidence->SeekToFirst();
  for (edges->SeekToFirst(); edges->Valid(); edges->Next()) {
    const std::string_view key = internal::view(edges->key());
    const EdgeKey raw = decode_edge_key(key);
    const EdgeKey merged = merged_edge_key(view_, raw);
    record.clear();
    put_u8(record, view_.representative(raw.subject) != merged.subject ? 1 : 0);
    put_string(record, counted_sums(view_, key, internal::view(edges->value()), once, sums));
    while (evidence->Valid() && internal::view(evidence->key()) < key) evidence->Next();
    for (; evidence->Valid() && internal::view(evidence->key()).starts_with(key); evidence->Next()) {
      const std::string_view row = internal::view(evidence->key());
      if (row.size() != kEdgeKeySize + kRowTail)
        throw CorruptData("a key of evidence has " + std::to_string(row.size()) + " bytes");
      record.append(row.substr(kEdgeKeySize, kPlaceBytes));
      put_string(record, internal::view(evidence->value()));
    }
    // An edge that merging makes a loop is left out.
    if (merged.subject != merged.object && !take(merged, record)) return;
  }
  view_.database.check_iterator(*edges);
  view_.database.check_iterator(*evidence);
}

void EvidenceWalk::add_member(std::string_view record) {
  Decoder in(record);
  const bool turned = in.u8() != 0;
  const std::string_view sums = in.string();
  if (members_++ == 0) sum_ = parse_value<EdgeAggregate>(sums, "edges_out");
  while (!in.done() && in.ok()) {
    EvidenceRow row;
    row.turned = turned;
    row.published = decode_evidence_date(in.u32());
    row.article.value = in.u64();
    row.value = in.string();
    rows_.push_back(row);
  }
}

// Articles of several layer-1 edges may be the same ones, so their sums do not add.
EdgeAggregate EvidenceWalk::count_once() const {
  CountedOnce once(view_, &originals_);
  EvidenceKey place;
  for (const EvidenceRow& row : rows_) {
    place.published = row.published;
    place.article = row.article;
    once.add(place, parse_value<EvidenceValue>(row.value, "evidence"));
  }
  return once.sum();
}

bool EvidenceWalk::emit(const EdgeKey& key, const Visit& visit) {
  if (members_ > 1) sum_ = count_once();
  const bool goes_on = visit({key, sum_, rows_});
  members_ = 0;
  rows_.clear();
  return goes_on;
}

}  // namespace actant::internal
