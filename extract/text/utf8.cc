#include "extract/text/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace actant {
namespace {

uint64_t load_eight(const char* from) {
  uint64_t word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

constexpr uint64_t kHighBits = 0x8080808080808080u;

bool is_continuation(char byte) { return (static_cast<uint8_t>(byte) & 0xc0) == 0x80; }

// Length of the well-formed sequence that begins with a byte above 0x7f, or 0.
size_t sequence_size(std::string_view text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  const size_t size = lead >= 0xc2 && lead < 0xe0   ? 2
                      : lead >= 0xe0 && lead < 0xf0 ? 3
                      : lead >= 0xf0 && lead < 0xf5 ? 4
                                                    : 0;
  if (size == 0 || text.size() < size) return 0;
  for (size_t i = 1; i < size; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  const auto second = static_cast<uint8_t>(text[1]);
  if (lead == 0xe0 && second < 0xa0) return 0;   // overlong
  if (lead == 0xed && second >= 0xa0) return 0;  // surrogates
  if (lead == 0xf0 && second < 0x90) return 0;   // overlong
  if (lead == 0xf4 && second >= 0x90) return 0;  // above U+10FFFF
  return size;
}

// Continuation bytes among the eight: bit 7 set and bit 6 clear.
uint32_t count_continuations(uint64_t word) { return std::popcount(word & ~(word << 1) & kHighBits); }

}  // namespace

size_t find_invalid_utf8(std::string_view text) {
  size_t at = 0;
  const auto eight = [&](size_t offset) { return load_eight(text.data() + at + offset); };
  while (at < text.size()) {
    while (at + 32 <= text.size() && ((eight(0) | eight(8) | eight(16) | eight(24)) & kHighBits) == 0) at += 32;
    while (at + 8 <= text.size() && (eight(0) & kHighBits) == 0) at += 8;
    if (at == text.size()) break;
    if (static_cast<uint8_t>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const size_t size = sequence_size(text.substr(at));
    if (size == 0) return at;
    at += size;
  }
  return text.size();
}

size_t count_code_points(std::string_view text) {
  size_t continuations = 0, at = 0;
  for (; at + 8 <= text.size(); at += 8) continuations += count_continuations(load_eight(text.data() + at));
  for (; at < text.size(); ++at) continuations += is_continuation(text[at]);
  return text.size() - continuations;
}

void CodePointIndex::reset(std::string_view text) {
  text_ = text;
  before_.clear();
  size_ = static_cast<uint32_t>(count_code_points(text));
  if (size_ == text.size()) return;
  before_.reserve(text.size() / kBlock + 1);
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); at += kBlock) {
    before_.push_back(count);
    count += static_cast<uint32_t>(count_code_points(text.substr(at, kBlock)));
  }
}

uint32_t CodePointIndex::code_points(uint32_t bytes) const {
  if (before_.empty()) return bytes;
  if (bytes >= text_.size()) return size_;
  const uint32_t block = bytes / kBlock;
  return before_[block] + static_cast<uint32_t>(count_code_points(text_.substr(block * kBlock, bytes % kBlock)));
}

uint32_t CodePointIndex::bytes(uint32_t code_points) const {
  if (code_points >= size_) return static_cast<uint32_t>(text_.size());
  if (before_.empty()) return code_points;
  // The last block that has at most this many before it holds the lead byte.
  const auto after = std::upper_bound(before_.begin(), before_.end(), code_points);
  const auto block = static_cast<uint32_t>(after - before_.begin() - 1);
  uint32_t at = block * kBlock, count = before_[block];
  for (; at < text_.size(); ++at) {
    if (is_continuation(text_[at])) continue;
    if (count == code_points) return at;
    ++count;
  }
  return at;
}

}  // namespace actant
