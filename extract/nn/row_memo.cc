#include "extract/nn/row_memo.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace actant {

void RowMemo::reset(size_t row_bytes) {
  entries_.assign(kSlots, {});
  rows_.assign(kSlots * row_bytes, 0);
  row_bytes_ = row_bytes;
  block_ = 0;
}

void RowMemo::begin_block() {
  ++block_;
  homeless_ = 0;
}

RowMemo::Place RowMemo::find_or_add(const uint8_t* row, const ByteRow& scale) {
  const uint64_t hash = XXH3_64bits(row, row_bytes_);
  Entry* const set = &entries_[hash % kSets * kWays];
  for (Entry* entry = set; entry != set + kWays; ++entry) {
    if (entry->block == 0 || entry->hash != hash) continue;
    const auto slot = static_cast<uint32_t>(entry - entries_.data());
    if (entry->scale.scale != scale.scale || entry->scale.zero != scale.zero) continue;
    if (std::memcmp(&rows_[slot * row_bytes_], row, row_bytes_) != 0) continue;
    entry->block = block_;
    return {slot, true};
  }
  const auto older = [](const Entry& a, const Entry& b) { return a.block < b.block; };
  Entry* const oldest = std::min_element(set, set + kWays, older);
  if (oldest->block == block_) return {kSlots + homeless_++, false};
  *oldest = {hash, block_, scale};
  const auto slot = static_cast<uint32_t>(oldest - entries_.data());
  std::memcpy(&rows_[slot * row_bytes_], row, row_bytes_);
  return {slot, false};
}

}  // namespace actant
