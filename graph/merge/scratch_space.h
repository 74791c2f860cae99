#ifndef ACTANT_GRAPH_MERGE_SCRATCH_SPACE_H_
#define ACTANT_GRAPH_MERGE_SCRATCH_SPACE_H_

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <new>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

namespace actant {

/// Room for arrays that may be larger than memory: files without a name in a folder, mapped into memory. Only so much
/// of them stays resident in the process; what was not used lately is on the disk, and read again when it is touched.
/// The files are gone with the object, also when the process is killed.
class ScratchSpace {
 public:
  /// `resident_bytes`: of all arrays together; for some milliseconds it may be more.
  ScratchSpace(std::string folder, size_t resident_bytes);
  ~ScratchSpace();
  ScratchSpace(const ScratchSpace&) = delete;
  ScratchSpace& operator=(const ScratchSpace&) = delete;

  /// Zeroed, on a page border. \throws IoError where the disk has no room: not later, when it is written to.
  void* allocate(size_t bytes);
  void deallocate(void* place, size_t bytes) noexcept;
  size_t most_bytes() const { return most_bytes_; }  ///< of all arrays at one time

 private:
  int make_file(size_t bytes) const;
  void trim_now_and_then();
  void trim(size_t bytes) const;

  const std::string folder_;
  const size_t resident_bytes_;
  std::mutex mutex_;
  std::condition_variable end_;
  bool ending_ = false;
  std::map<void*, size_t> arrays_;
  size_t bytes_ = 0, most_bytes_ = 0;
  std::thread trimmer_;  // runs once the arrays are larger than what may be resident
};

/// Takes large arrays from a ScratchSpace, small ones, and all where there is none, from the heap.
template <typename T>
class ScratchAllocator {
 public:
  using value_type = T;
  using propagate_on_container_copy_assignment = std::true_type;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;

  ScratchAllocator(ScratchSpace* space = nullptr) : space_(space) {}  // NOLINT: converts as an allocator does
  template <typename Other>
  ScratchAllocator(const ScratchAllocator<Other>& other) : space_(other.space()) {}  // NOLINT

  T* allocate(size_t count) {
    if (is_small(count)) return std::allocator<T>().allocate(count);
    return static_cast<T*>(space_->allocate(count * sizeof(T)));
  }
  void deallocate(T* place, size_t count) noexcept {
    if (is_small(count)) return std::allocator<T>().deallocate(place, count);
    space_->deallocate(place, count * sizeof(T));
  }
  ScratchSpace* space() const { return space_; }
  friend bool operator==(const ScratchAllocator& a, const ScratchAllocator& b) { return a.space_ == b.space_; }

 private:
  bool is_small(size_t count) const { return space_ == nullptr || count < (size_t{1} << 20) / sizeof(T); }

  ScratchSpace* space_;
};

template <typename T>
using ScratchVector = std::vector<T, ScratchAllocator<T>>;

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_SCRATCH_SPACE_H_
