#ifndef ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/entries.h"
#include "graph/store/internal/merge_operator.h"

namespace actant::internal {

/// Entries in memory that are sorted by family and key when they are read, equal keys made one: their sum in the families
/// that have a merge operator, else the first of them.
class EntryBuffer : public EntrySink {
 public:
  void put(Family family, std::string_view key, std::string_view value) override { add(family, key, value); }
  void merge(Family family, std::string_view key, std::string_view operand) override { add(family, key, operand); }

  void add(Family family, std::string_view key, std::string_view value) {
    Part& part = parts_[static_cast<size_t>(family)];
    part.refs.push_back({key_prefix(key), part.bytes.size()});
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

  /// Calls visit(key, value) for the entries of a family in order. \throws CorruptData for values that cannot be added.
  template <typename Visit>
  void sorted(Family family, const Visit& visit) {
    Part& part = parts_[static_cast<size_t>(family)];
    std::sort(part.refs.begin(), part.refs.end(), [&](const Ref& a, const Ref& b) {
      if (a.prefix != b.prefix) return a.prefix < b.prefix;
      return part.key(a) < part.key(b);
    });
    std::string sum;
    for (size_t begin = 0, end = 0; begin < part.refs.size(); begin = end) {
      const std::string_view key = part.key(part.refs[begin]);
      for (end = begin + 1; end < part.refs.size() && part.refs[end].prefix == part.refs[begin].prefix &&
                            part.key(part.refs[end]) == key;) {
        ++end;
      }
      if (end - begin == 1 || !has_sums(family)) {
        visit(key, part.value(part.refs[begin]));
        continue;
      }
      sum = part.value(part.refs[begin]);
      for (size_t i = begin + 1; i < end; ++i) add_values(family, sum, part.value(part.refs[i]));
      visit(key, sum);
    }
  }

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
  };

  static uint64_t key_prefix(std::string_view key) {
    uint64_t prefix = 0;
    for (size_t i = 0; i < 8; ++i) prefix = prefix << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0);
    return prefix;
  }

  std::array<Part, kFamilies> parts_;
  size_t used_ = 0;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_ENTRY_BUFFER_H_
