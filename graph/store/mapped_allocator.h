#ifndef ACTANT_GRAPH_STORE_MAPPED_ALLOCATOR_H_
#define ACTANT_GRAPH_STORE_MAPPED_ALLOCATOR_H_

#include <sys/mman.h>

#include <cstddef>
#include <new>

namespace actant {

/// Memory for large buffers that come and go: pages of the system of their own, so that room which is not used takes no
/// memory, and what is freed goes back at once and leaves no holes in the heap.
template <typename T>
struct MappedAllocator {
  using value_type = T;

  MappedAllocator() = default;
  template <typename U>
  explicit MappedAllocator(const MappedAllocator<U>&) {}

  T* allocate(size_t count) {
    if (count > SIZE_MAX / sizeof(T)) throw std::bad_array_new_length();
    void* const pages =
        mmap(nullptr, count * sizeof(T), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pages == MAP_FAILED) throw std::bad_alloc();
    return static_cast<T*>(pages);
  }
  void deallocate(T* pages, size_t count) { munmap(pages, count * sizeof(T)); }

  friend bool operator==(const MappedAllocator&, const MappedAllocator&) { return true; }
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_MAPPED_ALLOCATOR_H_
