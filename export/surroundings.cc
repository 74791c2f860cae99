#include "export/surroundings.h"

#include <string_view>
#include <utility>

#include "export/node_text.h"
#include "graph/model/big_endian.h"

namespace actant {
namespace {

constexpr size_t kRowBytes = 24;
constexpr int kRecentBits = 13;
constexpr size_t kRecent = size_t{1} << kRecentBits;

// The digits of `2025-08-03` as a number that sorts as the text does; partial dates are filled up with zero bytes.
uint64_t pack_day(std::string_view day) {
  uint64_t packed = 0;
  int left = 8;
  for (const char c : day) {
    if (c == '-' || left == 0) continue;
    packed = packed << 8 | static_cast<unsigned char>(c);
    --left;
  }
  return left == 8 ? 0 : packed << 8 * left;
}

// A tie as a number that is never 0: the relation, and whether the node is its subject.
uint64_t pack_tie(RelationType relation, bool out) {
  return uint64_t{static_cast<uint8_t>(relation)} << 2 | (out ? 3 : 1);
}

std::string unpack_day(uint64_t packed) {
  std::string day;
  for (int shift = 56; shift >= 0; shift -= 8) {
    const char c = static_cast<char>(packed >> shift & 0xff);
    if (c == 0) break;
    if (day.size() == 4 || day.size() == 7) day += '-';
    day += c;
  }
  return day;
}

}  // namespace

SurroundingsReader::SurroundingsReader(const Store& store, NodeDetail detail, size_t memory, const std::string& folder)
    : store_(store), detail_(detail), rows_(kRowBytes, memory, folder, true), recent_(kRecent) {}

void SurroundingsReader::add(const Edge& edge, std::span<const Evidence> evidence) {
  for (const Evidence& piece : evidence) add_piece(edge.key, piece);
  if (detail_ == NodeDetail::kArticles && is_asserted(edge)) add_ties(edge.key);
  if (detail_ == NodeDetail::kSentences) {
    ++degrees_[edge.key.subject.value];
    if (edge.key.object != edge.key.subject) ++degrees_[edge.key.object.value];
  }
}

void SurroundingsReader::add_piece(const EdgeKey& edge, const Evidence& piece) {
  Row row;
  switch (detail_) {
    case NodeDetail::kNothing: return;
    case NodeDetail::kDays:
      row.a = pack_day(piece.published);
      if (row.a == 0) return;
      break;
    case NodeDetail::kSentences: row.b = uint64_t{piece.sentence.begin} << 32 | piece.sentence.end; [[fallthrough]];
    case NodeDetail::kArticles: row.a = piece.article.value; break;
  }
  for (const NodeId end : {edge.subject, edge.object}) add_row({end.value, row.a, row.b});
}

void SurroundingsReader::add_ties(const EdgeKey& edge) {
  if (edge.subject.type() == EntityType::kEvent)
    add_row({edge.subject.value, edge.object.value, pack_tie(edge.relation, true)});
  if (edge.object.type() == EntityType::kEvent)
    add_row({edge.object.value, edge.subject.value, pack_tie(edge.relation, false)});
}

// Most rows repeat one that came shortly before: those are not sorted.
void SurroundingsReader::add_row(const Row& row) {
  constexpr uint64_t kOdd = 0x9e3779b97f4a7c15;  // 2^64 by the golden ratio (Knuth, TAOCP 3, 6.4)
  Row& known = recent_[(((row.node * kOdd ^ row.a) * kOdd ^ row.b) * kOdd) >> (64 - kRecentBits)];
  if (known == row) return;
  known = row;
  bytes_.clear();
  for (const uint64_t part : {row.node, row.a, row.b}) append_big_endian(bytes_, part);
  rows_.add(bytes_);
}

void SurroundingsReader::advance() {
  const auto record = rows_.next();
  if (record) {
    head_ = Row{big_endian(*record), big_endian(record->substr(8)), big_endian(record->substr(16))};
  } else {
    head_.reset();
  }
}

void SurroundingsReader::append(const Row& row) {
  switch (detail_) {
    case NodeDetail::kNothing: break;
    case NodeDetail::kDays: result_.days.push_back(unpack_day(row.a)); break;
    case NodeDetail::kArticles: {
      if (row.b == 0) {
        result_.articles.push_back(ArticleId{row.a});
        break;
      }
      const NodeId other{row.a};
      const auto place = other.type() == EntityType::kPlace ? store_.node(other) : std::nullopt;
      result_.ties.push_back(
          {other, static_cast<RelationType>(row.b >> 2), (row.b & 2) != 0, place ? place->name : std::string()});
      break;
    }
    case NodeDetail::kSentences:
      result_.sentences.push_back(
          {ArticleId{row.a}, Span{static_cast<uint32_t>(row.b >> 32), static_cast<uint32_t>(row.b)}});
      break;
  }
}

const Surroundings& SurroundingsReader::of(NodeId node) {
  if (!std::exchange(reading_, true)) advance();
  result_.days.clear();
  result_.articles.clear();
  result_.sentences.clear();
  result_.ties.clear();
  const auto degree = degrees_.find(node.value);
  result_.degree = degree == degrees_.end() ? 0 : degree->second;
  while (head_ && head_->node < node.value) advance();
  Row last;
  for (; head_ && head_->node == node.value; advance()) {
    if (*head_ != last) append(*head_);  // rows may repeat
    last = *head_;
  }
  return result_;
}

}  // namespace actant
