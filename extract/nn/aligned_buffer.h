#ifndef ACTANT_EXTRACT_NN_ALIGNED_BUFFER_H_
#define ACTANT_EXTRACT_NN_ALIGNED_BUFFER_H_

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace actant {

/// Floats on a cache-line boundary that only grow: scratch memory of a network. Not initialized; resizing loses the
/// content.
class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  AlignedBuffer(AlignedBuffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), capacity_(std::exchange(other.capacity_, 0)) {}
  AlignedBuffer& operator=(AlignedBuffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~AlignedBuffer() { std::free(data_); }

  /// Room for `count` floats; the old content is lost when it has to grow. \throws std::bad_alloc
  float* reserve(size_t count) {
    if (count > capacity_) {
      std::free(data_);
      capacity_ = 0;
      const size_t bytes = (count * sizeof(float) + kAlignment - 1) / kAlignment * kAlignment;
      data_ = static_cast<float*>(std::aligned_alloc(kAlignment, bytes));
      if (data_ == nullptr) throw std::bad_alloc();
      capacity_ = bytes / sizeof(float);
    }
    return data_;
  }

  float* data() { return data_; }
  const float* data() const { return data_; }
  size_t capacity() const { return capacity_; }

 private:
  static constexpr size_t kAlignment = 64;
  float* data_ = nullptr;
  size_t capacity_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_NN_ALIGNED_BUFFER_H_
