#ifndef ACTANT_GRAPH_STORE_RECORD_SORT_H_
#define ACTANT_GRAPH_STORE_RECORD_SORT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/mapped_allocator.h"

namespace actant {

/// Sorts records, byte strings that begin with a key of fixed length, which need not fit into memory: what fills the
/// memory is sorted and written to a file, a run; the runs are merged as they are read (Knuth, TAOCP 3, 5.4.1). With a
/// key of no bytes it is a list that need not fit into memory.
///
///     RecordSort sort(8, 32 << 20);
///     while (...) sort.add(key, rest);
///     while (const auto record = sort.next()) use(*record);
class RecordSort {
 public:
  /// As `key_size`: the whole record is its key, of whatever length.
  static constexpr size_t kWholeRecord = SIZE_MAX;

  /// `memory`: bytes of records held at a time, and at most as many for reading them again. `folder`: where the file
  /// lies, whose name is removed as soon as it is made; empty: the system's folder for temporary files. There is no
  /// file until memory is full. `once`: of records that are equal some are dropped, so that those that repeat many
  /// times over need no file; that all are is not promised.
  RecordSort(size_t key_size, size_t memory, std::string folder = {}, bool once = false);
  ~RecordSort();
  RecordSort(const RecordSort&) = delete;
  RecordSort& operator=(const RecordSort&) = delete;

  /// `key` has the length of all keys, or is the whole record. \throws IoError when the folder is full or cannot be
  /// written; InvalidArgument after next().
  void add(std::string_view key, std::string_view rest = {});
  /// Records by their keys, those of one key in the order of add(); nullopt behind the last. The view is valid until
  /// the next call.
  std::optional<std::string_view> next();
  /// How many were added.
  uint64_t size() const { return size_; }

 private:
  class File;
  class RunReader;
  struct Ref {
    uint64_t prefix = 0;  ///< the first bytes of the key as a number that sorts like them
    uint64_t second = 0;  ///< the bytes behind them: most keys are compared without a look at their records
    uint64_t begin = 0;   ///< in bytes_, of the record's length
  };
  struct Head {
    uint64_t prefix = 0;
    std::string_view record;
    size_t run = 0;
  };

  using Bytes = std::basic_string<char, std::char_traits<char>, MappedAllocator<char>>;
  using Refs = std::vector<Ref, MappedAllocator<Ref>>;

  size_t used() const { return bytes_.size() + refs_.size() * sizeof(Ref); }
  uint64_t prefix_of(std::string_view record) const;
  uint64_t second_of(std::string_view record) const;
  std::string_view record_at(uint64_t begin) const;
  int compare_keys(std::string_view a, std::string_view b) const;
  bool comes_before(const Head& a, const Head& b) const;
  void sort();
  void drop_equal();
  void spill();
  void write_run();
  void begin_reading();
  bool advance(Head& head);
  void sink(size_t hole);

  const size_t key_size_;
  const size_t memory_;
  const std::string folder_;
  const bool once_;
  uint64_t size_ = 0;
  Bytes bytes_;  ///< records, each behind a u32 of its length
  Refs refs_;
  std::unique_ptr<File> file_;
  bool reading_ = false, taken_ = false;
  size_t at_ = 0;  ///< in refs_, of the next record when nothing was written to a file
  std::vector<RunReader> readers_;
  std::vector<Head> heads_;  ///< a heap: the next record of each run
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_RECORD_SORT_H_
