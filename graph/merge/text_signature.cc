#include "graph/merge/text_signature.h"

#include <algorithm>
#include <cstring>

#include "graph/model/big_endian.h"

namespace actant {
namespace {

constexpr size_t kShingleWords = 4;
constexpr size_t kLeastShingles = 16;
constexpr uint64_t kNone = ~uint64_t{0};

// The finalizer of MurmurHash3, a bijection that spreads every bit.
uint64_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ x >> 33;
}

// Bytes of a word: ASCII letters and digits without case, and everything beyond ASCII, whose case is left as it is.
unsigned char word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 'A' && byte <= 'Z') return static_cast<unsigned char>(byte + 'a' - 'A');
  const bool inside = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
  return inside ? byte : 0;
}

class Bins {
 public:
  void add(uint64_t shingle) {
    const uint64_t hash = mix(shingle);
    uint64_t& least = least_[hash >> 58];
    least = std::min(least, hash << 6 >> 6);
  }

  std::string signature() const {
    std::string out(kSignatureBytes, '\0');
    for (size_t i = 0; i < kSignatureBytes; ++i) out[i] = static_cast<char>(mix(filled(i)) & 0xff);
    return out;
  }

 private:
  // What a bin without shingles borrows depends on which bins have some, not on what is in them.
  uint64_t filled(size_t bin) const {
    uint64_t least = least_[bin];
    for (uint64_t attempt = 1; least == kNone; ++attempt) least = least_[mix(bin << 32 | attempt) >> 58];
    return least;
  }

  std::array<uint64_t, kSignatureBytes> least_ = [] {
    std::array<uint64_t, kSignatureBytes> all{};
    all.fill(kNone);
    return all;
  }();
};

// Agrees with that of the same words and, but for chance, with no other in any band.
std::string brief_signature(uint64_t words) {
  std::string out(kSignatureBytes, '\0');
  for (size_t i = 0; i < kSignatureBytes; ++i) out[i] = static_cast<char>(mix(words + i) & 0xff);
  return out;
}

}  // namespace

std::string text_signature(std::string_view text) {
  Bins bins;
  std::array<uint64_t, kShingleWords> last{};
  size_t words = 0;
  uint64_t word = 0, whole = 0;
  const auto end_word = [&] {
    last[words++ % kShingleWords] = mix(word);
    whole = mix(whole + word);
    word = 0;
    if (words < kShingleWords) return;
    uint64_t shingle = 0;
    for (size_t i = 0; i < kShingleWords; ++i)
      shingle = shingle * 0x9e3779b97f4a7c15ULL + last[(words + i) % kShingleWords];
    bins.add(shingle);
  };
  for (const char c : text) {
    if (const unsigned char byte = word_byte(c)) {
      word = (word + byte) * 0x100000001b3ULL;
    } else if (word != 0) {
      end_word();
    }
  }
  if (word != 0) end_word();
  if (words == 0) return {};
  return words < kLeastShingles + kShingleWords - 1 ? brief_signature(whole) : bins.signature();
}

double signature_similarity(std::string_view a, std::string_view b) {
  size_t equal = 0;
  for (size_t i = 0; i < kSignatureBytes; ++i) equal += a[i] == b[i] ? 1 : 0;
  constexpr double kByChance = 1.0 / 256;
  const double share = static_cast<double>(equal) / kSignatureBytes;
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

uint32_t signature_band(std::string_view signature, size_t band) {
  return static_cast<uint32_t>(big_endian(signature.substr(4 * band), 4));
}

}  // namespace actant
