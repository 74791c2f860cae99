#ifndef ACTANT_GRAPH_MODEL_SPAN_H_
#define ACTANT_GRAPH_MODEL_SPAN_H_

#include <cstdint>

namespace actant {

/// Half-open range [begin, end) of positions in a text. The unit (UTF-8 bytes inside the extractor, Unicode code points
/// in records and in the graph) is named wherever a span is stored.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_SPAN_H_
