#include "graph/merge/internal/person_blocks.h"

#include <algorithm>
#include <deque>
#include <string>

#include "graph/merge/similarity.h"
#include "graph/model/ids.h"

namespace actant::internal {
namespace {

constexpr size_t kMinSkeleton = 2;  // consonants by which a word that is not the last is blocked
constexpr int kSkeletonBits = 5;
constexpr uint32_t kSkeletonLetter = (1U << kSkeletonBits) - 1;

using Words = std::span<const NameWord* const>;

enum class Kind : uint64_t { kSingle = 1, kSurname, kVariant, kJoined, kAnyOrder, kForename };

// The lowest bit says what is_forename_block() gives.
uint64_t make_key(Kind kind, uint64_t detail, uint64_t sounds) {
  uint64_t hash = static_cast<uint64_t>(kind) * 0x9e3779b97f4a7c15ULL ^ detail * 0xc2b2ae3d27d4eb4fULL ^
                  sounds * 0x165667b19e3779f9ULL;
  hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93ULL;
  hash ^= hash >> 32;
  return kind == Kind::kForename ? hash | 1 : hash & ~uint64_t{1};
}

uint64_t letter(char c) { return static_cast<uint8_t>(c); }

std::string joined_text(Words words) {
  std::string out;
  for (const NameWord* word : words) out += word->text;
  return out;
}

uint64_t joined_key(const std::string& text) {
  return make_key(Kind::kJoined, 0, packed_skeleton(consonant_skeleton(text)));
}

void append_surname_keys(Words words, std::vector<uint64_t>& keys) {
  const NameWord& first = *words.front();
  for (size_t i = 1; i < words.size(); ++i) {
    const std::string& skeleton = words[i]->skeleton;
    if (i + 1 < words.size() && skeleton.size() < kMinSkeleton) continue;
    const uint32_t sounds = packed_skeleton(skeleton);
    keys.push_back(make_key(Kind::kSurname, letter(first.start), sounds));
    if (first.initial_start != first.start)
      keys.push_back(make_key(Kind::kSurname, letter(first.initial_start), sounds));
    for (uint8_t group = 0; group < first.forename.count; ++group) {
      keys.push_back(make_key(Kind::kVariant, first.forename.numbers[group], sounds));
    }
  }
}

}  // namespace

void append_block_keys(Words words, std::vector<uint64_t>& keys) {
  if (words.size() > 1 && is_generation(words.back()->text)) words = words.first(words.size() - 1);
  if (words.empty()) return;
  if (words.size() == 1) {
    keys.push_back(make_key(Kind::kSingle, 0, packed_skeleton(words[0]->skeleton)));
    return;
  }
  append_surname_keys(words, keys);
  keys.push_back(make_key(Kind::kForename, letter(words.back()->start), packed_skeleton(words.front()->skeleton)));
  std::string text = joined_text(words);
  keys.push_back(joined_key(text));
  // "kim min jun" with its first name behind the others is "minjun kim".
  if (words.size() > 2 && !words.front()->western)
    keys.push_back(joined_key(joined_text(words.subspan(1)) + words.front()->text));
  uint64_t any_order = 0;
  for (const NameWord* word : words) any_order += stable_hash(word->text);
  keys.push_back(make_key(Kind::kAnyOrder, 0, any_order));
}

std::vector<uint64_t> person_block_keys(std::string_view key) {
  std::deque<NameWord> words;
  std::vector<const NameWord*> refs;
  for (const std::string& word : person_words(key)) refs.push_back(&words.emplace_back(word));
  std::vector<uint64_t> keys;
  append_block_keys(refs, keys);
  return keys;
}

uint32_t packed_skeleton(std::string_view skeleton) {
  uint32_t packed = 0;
  for (const char c : skeleton) packed = packed << kSkeletonBits | (static_cast<uint8_t>(c) % kSkeletonLetter + 1);
  return packed;
}

void append_near_skeletons(uint32_t skeleton, std::vector<uint32_t>& result) {
  result.push_back(skeleton);
  if (skeleton >> (2 * kSkeletonBits) == 0) return;
  for (int low = 0; low < 32 && skeleton >> low != 0; low += kSkeletonBits) {
    const uint32_t behind = skeleton & ((1U << low) - 1);
    result.push_back(skeleton >> low >> kSkeletonBits << low | behind);
  }
}

SmallBlocks::SmallBlocks(const Blocks& blocks, size_t limit, uint32_t things, ScratchSpace* space)
    : begins_(space), keys_(space) {
  // Counted two places behind, so that after the sums begins_[i + 1] is where those of i begin, and after they are put
  // there, where they end.
  begins_.resize(size_t{things} + 2);
  blocks.for_each_in_small(limit, [&](uint32_t, uint32_t thing) { ++begins_[thing + 2]; });
  for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  keys_.resize(begins_.back());
  blocks.for_each_in_small(limit, [&](uint32_t key, uint32_t thing) { keys_[begins_[thing + 1]++] = key; });
}

}  // namespace actant::internal
