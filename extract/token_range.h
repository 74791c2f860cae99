#ifndef ACTANT_EXTRACT_TOKEN_RANGE_H_
#define ACTANT_EXTRACT_TOKEN_RANGE_H_

#include <cstdint>

namespace actant {

/// Tokens [first, last) of a document or of a batch.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t size() const { return last - first; }
  bool contains(uint32_t token) const { return first <= token && token < last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TOKEN_RANGE_H_
