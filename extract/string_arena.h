#ifndef ACTANT_EXTRACT_STRING_ARENA_H_
#define ACTANT_EXTRACT_STRING_ARENA_H_

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace actant {

/// Bump allocator of strings: views stay valid until clear(), which keeps the blocks for the next article.
class StringArena {
 public:
  std::string_view store(std::string_view bytes) {
    char* to = allocate(bytes.size());
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    return {to, bytes.size()};
  }

  /// Uninitialized room for `size` bytes.
  char* allocate(size_t size) {
    if (size > left_) grow(size);
    char* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

  void clear() {
    current_ = 0;
    left_ = 0;
    next_ = nullptr;
  }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };

  void grow(size_t size) {
    while (current_ < blocks_.size() && blocks_[current_].size < size) ++current_;
    if (current_ == blocks_.size()) {
      const size_t block = size > kBlock ? size : kBlock;
      blocks_.push_back({std::make_unique<char[]>(block), block});
    }
    next_ = blocks_[current_].bytes.get();
    left_ = blocks_[current_].size;
    ++current_;
  }

  static constexpr size_t kBlock = 64 * 1024;
  std::vector<Block> blocks_;
  size_t current_ = 0;  // index of the next unused block
  size_t left_ = 0;
  char* next_ = nullptr;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_STRING_ARENA_H_
