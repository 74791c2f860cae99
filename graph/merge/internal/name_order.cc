#include "graph/merge/internal/name_order.h"

#include <algorithm>
#include <string_view>

#include "graph/model/big_endian.h"

namespace actant::internal {
namespace {

/// A node with its type and the first eleven bytes of its name as numbers: most comparisons need no more.
struct Start {
  uint64_t first = 0;
  uint32_t second = 0;
  uint32_t node = 0;
};

}  // namespace

NameOrder::NameOrder(const NodeTable& nodes) : nodes_(nodes.space()), places_(nodes.space()) {
  ScratchVector<Start> starts(nodes.space());
  starts.reserve(nodes.size());
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const std::string_view key = nodes.key(i);
    const auto type = static_cast<uint64_t>(nodes.id(i).type());
    const std::string_view rest = key.substr(std::min<size_t>(key.size(), 7));
    starts.push_back({type << 56 | big_endian(key, 7), static_cast<uint32_t>(big_endian(rest, 4)), i});
  }
  std::sort(starts.begin(), starts.end(), [&](const Start& a, const Start& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    const int names = nodes.key(a.node).compare(nodes.key(b.node));
    if (names != 0) return names < 0;
    const uint32_t left = nodes.articles(a.node), right = nodes.articles(b.node);
    return left != right ? left > right : a.node < b.node;
  });
  nodes_.reserve(starts.size());
  places_.resize(starts.size());
  for (const Start& start : starts) {
    places_[start.node] = static_cast<uint32_t>(nodes_.size());
    nodes_.push_back(start.node);
  }
}

}  // namespace actant::internal
