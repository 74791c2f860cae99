#ifndef ACTANT_GRAPH_STORE_INTERNAL_CODING_H_
#define ACTANT_GRAPH_STORE_INTERNAL_CODING_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model/big_endian.h"

namespace actant::internal {

// Integers as they stand in keys (big-endian, fixed width, so that bytes sort as numbers) and in values (LEB128 varint,
// zigzag for signed ones). See graph/store/format.md.

inline void put_u8(std::string& out, uint8_t value) { out += static_cast<char>(value); }

inline void put_u16(std::string& out, uint16_t value) { append_big_endian(out, value, 2); }
inline void put_u32(std::string& out, uint32_t value) { append_big_endian(out, value, 4); }
inline void put_u64(std::string& out, uint64_t value) { append_big_endian(out, value, 8); }

inline void put_varint(std::string& out, uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

inline void put_signed(std::string& out, int64_t value) {
  put_varint(out, static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
}

/// Length as varint, then the bytes.
inline void put_string(std::string& out, std::string_view value) {
  put_varint(out, value.size());
  out.append(value);
}

/// Takes values from the front of bytes. After the first one that is not there ok() is false and all are zero; nothing
/// throws, since merge operators decode too.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool done() const { return rest_.empty(); }
  size_t left() const { return rest_.size(); }

  uint8_t u8() { return static_cast<uint8_t>(fixed(1)); }
  uint16_t u16() { return static_cast<uint16_t>(fixed(2)); }
  uint32_t u32() { return static_cast<uint32_t>(fixed(4)); }
  uint64_t u64() { return fixed(8); }

  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const uint8_t byte = u8();
      value |= uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }

  int64_t signed_varint() {
    const uint64_t value = varint();
    return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }

  std::string_view string() {
    const uint64_t size = varint();
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

 private:
  uint64_t fixed(size_t bytes) {
    if (bytes > rest_.size()) ok_ = false;
    if (!ok_) return 0;
    const uint64_t value = big_endian(rest_, bytes);
    rest_.remove_prefix(bytes);
    return value;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_CODING_H_
