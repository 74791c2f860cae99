#ifndef ACTANT_GRAPH_MERGE_INTERNAL_PERSON_BLOCKS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_PERSON_BLOCKS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/merge/blocking.h"
#include "graph/merge/person_names.h"
#include "graph/merge/scratch_space.h"

namespace actant::internal {

/// The blocking keys of a person's name: what two names of one person nearly always share. With the first letter of the
/// forename as spellings keep it, or the names that it may stand for, the sounds of each word behind it; the sounds of
/// the forename with the first letter of the surname; the words without their order and without their borders. All
/// hashed.
void append_block_keys(std::span<const NameWord* const> words, std::vector<uint64_t>& keys);
/// The same of a key of name_key(). Makes the words anew: for a few names.
std::vector<uint64_t> person_block_keys(std::string_view key);

/// True where the names of a block have the sounds of the forename in common, else, mostly, those of the surname: the
/// other word tells them apart.
inline bool is_forename_block(uint64_t key) { return (key & 1) != 0; }

/// A consonant_skeleton() as a number: five bits for each of its letters.
uint32_t packed_skeleton(std::string_view skeleton);
/// Of a packed skeleton itself and, where it has three letters or more, those with one letter left out: two that differ
/// in one letter have one in common (the deletion neighbourhood of Mor and Fraenkel, 1982).
void append_near_skeletons(uint32_t skeleton, std::vector<uint32_t>& result);

/// In which blocks of up to `limit` things a thing is: most pairs share several, and are compared in the first alone.
class SmallBlocks {
 public:
  SmallBlocks() = default;
  /// `things`: their number. 4 bytes for each of them and for each block that it is in.
  SmallBlocks(const Blocks& blocks, size_t limit, uint32_t things, ScratchSpace* space);
  /// Hashed keys in order.
  std::span<const uint32_t> of(uint32_t thing) const {
    return std::span<const uint32_t>(keys_).subspan(begins_[thing], begins_[thing + 1] - begins_[thing]);
  }

 private:
  ScratchVector<uint32_t> begins_, keys_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_PERSON_BLOCKS_H_
