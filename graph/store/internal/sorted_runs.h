#ifndef ACTANT_GRAPH_STORE_INTERNAL_SORTED_RUNS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_SORTED_RUNS_H_

#include <array>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/entries.h"
#include "graph/store/internal/entry_buffer.h"
#include "graph/store/internal/entry_source.h"

namespace actant::internal {

/// Sorts more entries than fit into memory: what fills the memory is sorted and written to a file, a run; the runs are
/// merged when they are read (external merge sort, Knuth, TAOCP 3, 5.4.1). Sorting and writing one half of the memory
/// goes on in a thread while the other half is filled; what fits into one half needs no file. add() is for one thread
/// at a time.
class SortedRuns : public EntrySink {
 public:
  /// `directory` exists; the files are removed with this object. Memory while filling: `memory_bytes`; while reading:
  /// up to 128 KiB for each run and source.
  SortedRuns(std::string directory, size_t memory_bytes);
  ~SortedRuns() override;
  SortedRuns(const SortedRuns&) = delete;
  SortedRuns& operator=(const SortedRuns&) = delete;

  void put(Family family, std::string_view key, std::string_view value) override { add(family, key, value); }
  void merge(Family family, std::string_view key, std::string_view operand) override { add(family, key, operand); }
  void add(Family family, std::string_view key, std::string_view value);
  /// To be called after the last add(), before source(). \throws IoError: a full disk.
  void finish();
  /// The entries of a family in order, equal keys made one. Sources of several families may be read at a time, from any
  /// threads; each family has one.
  std::unique_ptr<EntrySource> source(Family family) const;
  /// Bytes of memory that the entries take which are in no file.
  size_t used() const { return filling_->used(); }

 private:
  class Run;
  void spill();
  void await();

  std::string directory_;
  size_t memory_bytes_;
  std::unique_ptr<EntryBuffer> filling_, sorting_;
  std::future<void> spilling_;
  std::vector<std::shared_ptr<Run>> runs_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_SORTED_RUNS_H_
