#include "graph/store/internal/node_evidence.h"

#include <algorithm>
#include <tuple>

#include "graph/store/internal/duplicates.h"

namespace actant::internal {
namespace {

constexpr size_t kBlock = 4096;  // layer-1 edges; their evidence takes about a megabyte
constexpr int kNear = 8;         // steps that cost about as much as one look-up: an estimate

PackedDate undated_last(PackedDate date) { return date == 0 ? ~PackedDate{0} : date; }

}  // namespace

Evidence make_evidence(const ReadView& view, NodeId subject, const EvidenceKey& key, const EvidenceValue& value) {
  Evidence evidence;
  evidence.article = key.article;
  evidence.original = view.stories ? original_of(view, key.article) : key.article;
  evidence.sentence = value.sentence;
  evidence.confidence = value.confidence / 1e4;
  evidence.time = value.time;
  evidence.title = value.title;
  if (value.attributed_to) evidence.attributed_to = view.representative(value.attributed_to);
  if (value.place) evidence.place = view.representative(value.place);
  // The ends of a symmetric edge may have changed sides.
  const bool turned = view.representative(key.edge.subject) != subject;
  evidence.subject = turned ? value.object : value.subject;
  evidence.object = turned ? value.subject : value.object;
  evidence.published = unpack_date(key.published);
  return evidence;
}

NodeEvidence::NodeEvidence(const ReadView& view)
    : view_(view), it_(view.database.prefix_iterator(Family::kEvidence, &view.snapshot)) {}

// To the first key of the edge, which has some.
void NodeEvidence::seek(std::string_view prefix) {
  const bool same_subject =
      it_->Valid() && view(it_->key()).starts_with(prefix.substr(0, 8)) && view(it_->key()) < prefix;
  if (same_subject) {
    for (int steps = kNear; steps > 0 && it_->Valid() && view(it_->key()) < prefix; --steps) it_->Next();
    if (it_->Valid() && view(it_->key()) >= prefix) return;
  } else if (it_->Valid() && view(it_->key()).starts_with(prefix)) {
    return;
  }
  it_->Seek(slice(prefix));
}

void NodeEvidence::read_part(std::string_view prefix, std::vector<Row>& rows) {
  for (seek(prefix); it_->Valid() && view(it_->key()).starts_with(prefix); it_->Next()) {
    rows.push_back({decode_evidence_key(view(it_->key())), parse_value<EvidenceValue>(view(it_->value()), "evidence")});
  }
  if (!it_->Valid()) view_.database.check_iterator(*it_);
}

void NodeEvidence::read_block(size_t first, size_t last) {
  rows_.resize(last - first);
  order_.clear();
  for (size_t i = first; i < last; ++i) {
    rows_[i - first].clear();
    order_.emplace_back(edge_key(parts_[i].raw), i - first);
  }
  std::sort(order_.begin(), order_.end());
  for (const auto& [prefix, place] : order_) read_part(prefix, rows_[place]);
}

void NodeEvidence::make_evidence(const EdgeKey& merged, std::vector<Row>& rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tuple(undated_last(a.key.published), a.key.article, a.value.sentence, a.key.edge, a.key.ordinal) <
           std::tuple(undated_last(b.key.published), b.key.article, b.value.sentence, b.key.edge, b.key.ordinal);
  });
  evidence_.clear();
  for (const Row& row : rows) evidence_.push_back(internal::make_evidence(view_, merged.subject, row.key, row.value));
}

void NodeEvidence::for_each(std::vector<Part> parts, const Visit& visit) {
  parts_ = std::move(parts);
  std::sort(parts_.begin(), parts_.end(),
            [](const Part& a, const Part& b) { return a.merged != b.merged ? a.merged < b.merged : a.raw < b.raw; });
  parts_.erase(std::unique(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.raw == b.raw; }),
               parts_.end());
  size_t block = 0, block_end = 0;
  for (size_t begin = 0, end = 0; begin < parts_.size(); begin = end) {
    while (end < parts_.size() && parts_[end].merged == parts_[begin].merged) ++end;
    if (end > block_end) {
      block = begin;
      block_end = std::max(end, std::min(begin + kBlock, parts_.size()));
      while (block_end < parts_.size() && parts_[block_end].merged == parts_[block_end - 1].merged) ++block_end;
      read_block(block, block_end);
    }
    std::vector<Row>& rows = rows_[begin - block];
    for (size_t i = begin + 1; i < end; ++i) {
      std::vector<Row>& more = rows_[i - block];
      rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    make_evidence(parts_[begin].merged, rows);
    if (!visit(parts_[begin].merged, parts_[begin].raw, evidence_)) return;
  }
}

}  // namespace actant::internal
