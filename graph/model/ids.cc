#include "graph/model/ids.h"

#include <xxhash.h>

#include <array>

namespace actant {
namespace {

// Type letters in the order of the alphabet; the rank of a letter is its index and the top four bits of the id. Stored
// on disk: never change. Rank 0 is left free, so that no id is zero.
struct TypeLetter {
  char letter;
  EntityType type;
};
constexpr std::array<TypeLetter, 8> kTypeLetters = {{{'?', EntityType::kTopic},
                                                     {'e', EntityType::kEvent},
                                                     {'g', EntityType::kGroup},
                                                     {'l', EntityType::kPlace},
                                                     {'o', EntityType::kOrganization},
                                                     {'p', EntityType::kPerson},
                                                     {'s', EntityType::kStatement},
                                                     {'t', EntityType::kTopic}}};
constexpr int kHashBits = 60;
constexpr uint64_t kHashMask = (uint64_t{1} << kHashBits) - 1;

void append_hex(std::string& out, uint64_t value, int digits) {
  std::array<char, 16> text;
  for (int i = digits - 1; i >= 0; --i, value >>= 4) text[static_cast<size_t>(i)] = "0123456789abcdef"[value & 15];
  out.append(text.data(), static_cast<size_t>(digits));
}

std::optional<uint64_t> parse_hex(std::string_view text) {
  uint64_t value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return std::nullopt;
    value = value << 4 | static_cast<uint64_t>(digit);
  }
  return value;
}

}  // namespace

EntityType NodeId::type() const { return kTypeLetters[(value >> kHashBits) & 7].type; }

std::string NodeId::to_string() const {
  std::string out = {kTypeLetters[(value >> kHashBits) & 7].letter, '-'};
  append_hex(out, value & kHashMask, 15);
  return out;
}

NodeId NodeId::make(EntityType type, uint64_t hash) {
  uint64_t rank = kTypeLetters.size() - 1;
  for (size_t i = 1; i < kTypeLetters.size(); ++i) {
    if (kTypeLetters[i].type == type) rank = i;
  }
  return NodeId{rank << kHashBits | (hash & kHashMask)};
}

std::optional<NodeId> NodeId::parse(std::string_view text) {
  if (text.size() != 17 || text[1] != '-') return std::nullopt;
  const auto hash = parse_hex(text.substr(2));
  if (!hash) return std::nullopt;
  for (size_t i = 1; i < kTypeLetters.size(); ++i) {
    if (kTypeLetters[i].letter == text[0]) return NodeId{uint64_t{i} << kHashBits | *hash};
  }
  return std::nullopt;
}

std::string ArticleId::to_string() const {
  std::string out = "a-";
  append_hex(out, value, 16);
  return out;
}

ArticleId ArticleId::of(std::string_view doc_id) { return ArticleId{stable_hash(doc_id)}; }

std::string EdgeKey::to_string() const {
  std::string out;
  out.reserve(64);
  out += "r-";
  append_hex(out, subject.value, 16);
  out += '-';
  append_hex(out, static_cast<uint64_t>(relation), 2);
  if (relation == RelationType::kOpen) {
    out += '-';
    append_hex(out, open, 16);
  }
  out += '-';
  append_hex(out, object.value, 16);
  out += '-';
  out += negated ? '1' : '0';
  append_hex(out, static_cast<uint64_t>(modality), 1);
  return out;
}

uint64_t open_lemma_id(std::string_view lemma) {
  const uint64_t hash = stable_hash(lemma);
  return hash == 0 ? 1 : hash;
}

uint64_t stable_hash(std::string_view bytes, uint64_t seed) { return XXH64(bytes.data(), bytes.size(), seed); }

}  // namespace actant
