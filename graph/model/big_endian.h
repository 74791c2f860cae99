#ifndef ACTANT_GRAPH_MODEL_BIG_ENDIAN_H_
#define ACTANT_GRAPH_MODEL_BIG_ENDIAN_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace actant {

// Numbers as bytes with the highest first, so that the bytes sort as the numbers do.

/// The value with its bytes in the other order where the machine keeps the lowest first.
inline uint64_t swap_to_big_endian(uint64_t value) {
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

/// The first `width` bytes of `text` (1 to 8) as a number; shorter text is filled up with zeros: "ab" of width 4 is
/// 0x61620000.
inline uint64_t big_endian(std::string_view text, size_t width = 8) {
  uint64_t value = 0;
  if (!text.empty()) std::memcpy(&value, text.data(), std::min(text.size(), width));
  return swap_to_big_endian(value) >> 8 * (8 - width);
}

/// Appends the lowest `width` bytes (1 to 8) of `value`, the highest of them first.
inline void append_big_endian(std::string& out, uint64_t value, size_t width = 8) {
  const uint64_t swapped = swap_to_big_endian(value << 8 * (8 - width));
  char bytes[sizeof swapped];
  std::memcpy(bytes, &swapped, sizeof swapped);
  out.append(bytes, width);
}

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_BIG_ENDIAN_H_
