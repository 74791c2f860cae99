#ifndef ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/big_endian.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {

/// Entries in memory that are sorted by family and key when they are read, equal keys made one: their sum in the
/// families that have a merge operator, else the first of them.
class EntryBuffer : public EntrySink {
 public:
  void put(Family family, std::string_view key, std::string_view value) override { add(family, key, value); }
  void merge(Family family, std::string_view key, std::string_view operand) override { add(family, key, operand); }

  void add(Family family, std::string_view key, std::string_view value) {
    Part& part = parts_[static_cast<size_t>(family)];
    part.refs.push_back({big_endian(key), part.bytes.size()});
    const std::array<uint32_t, 2> sizes = {static_cast<uint32_t>(key.size()), static_cast<uint32_t>(value.size())};
    part.bytes.append(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
    part.bytes.append(key).append(value);
    used_ += sizeof sizes + key.size() + value.size() + sizeof(Ref);
  }

  /// Bytes of memory that the entries take.
  size_t used() const { return used_; }

  /// Forgets the entries and keeps the memory for others.
  void clear() {
    for (Part& part : parts_) {
      part.bytes.clear();
      part.refs.clear();
    }
    used_ = 0;
  }

  class Walk;
  /// Calls visit(key, value) for the entries of a family in order. \throws CorruptData for values that cannot be added.
  template <typename Visit>
  void sorted(Family family, const Visit& visit);

 private:
  struct Ref {
    uint64_t prefix;  // of the key, as a number that sorts like it
    size_t offset;
  };
  struct Part {
    std::string bytes;  // entries: u32 sizes of key and value, then both
    std::vector<Ref> refs;
    std::array<uint32_t, 2> sizes(const Ref& ref) const {
      std::array<uint32_t, 2> result;
      std::memcpy(result.data(), bytes.data() + ref.offset, sizeof result);
      return result;
    }
    std::string_view key(const Ref& ref) const { return {bytes.data() + ref.offset + 8, sizes(ref)[0]}; }
    std::string_view value(const Ref& ref) const {
      const auto size = sizes(ref);
      return {bytes.data() + ref.offset + 8 + size[0], size[1]};
    }
    bool same_key(const Ref& a, const Ref& b) const { return a.prefix == b.prefix && key(a) == key(b); }
    void sort() {
      std::sort(refs.begin(), refs.end(), [this](const Ref& a, const Ref& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : key(a) < key(b);
      });
    }
  };

  std::array<Part, kFamilies> parts_;
  size_t used_ = 0;
};

/// The entries of one family in order, one after the other; nothing is added to the buffer meanwhile. Several families
/// may be walked at a time. \throws CorruptData for values that cannot be added.
class EntryBuffer::Walk {
 public:
  Walk(EntryBuffer& buffer, Family family) : family_(family), part_(buffer.parts_[static_cast<size_t>(family)]) {
    part_.sort();
    next();
  }
  bool valid() const { return begin_ < part_.refs.size(); }
  std::string_view key() const { return part_.key(part_.refs[begin_]); }
  std::string_view value() const { return is_sum_ ? std::string_view(sum_) : part_.value(part_.refs[begin_]); }
  void next() {
    const std::vector<Ref>& refs = part_.refs;
    begin_ = end_;
    if (!valid()) return;
    do ++end_;
    while (end_ < refs.size() && part_.same_key(refs[end_], refs[begin_]));
    is_sum_ = end_ - begin_ > 1 && has_sums(family_);
    if (!is_sum_) return;
    sum_ = part_.value(refs[begin_]);
    for (size_t i = begin_ + 1; i < end_; ++i) add_values(family_, sum_, part_.value(refs[i]));
  }

 private:
  const Family family_;
  Part& part_;
  size_t begin_ = 0, end_ = 0;  // in the sorted entries: those of one key
  bool is_sum_ = false;         // of these entries; else the first of them is shown
  std::string sum_;
};

template <typename Visit>
void EntryBuffer::sorted(Family family, const Visit& visit) {
  for (Walk walk(*this, family); walk.valid(); walk.next()) visit(walk.key(), walk.value());
}

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_
