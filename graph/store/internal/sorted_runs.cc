// A run is a file of sections, one for each family; a section is a sequence of entries in the order of their keys, each
//   varint bytes shared with the key before, varint further bytes, varint bytes of the value, further bytes, value
// Nothing of it outlives the process.
#include "graph/store/internal/sorted_runs.h"

#include <algorithm>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/temporary_file.h"

namespace actant::internal {
namespace {

constexpr size_t kReadBytes = size_t{64} << 10;

}  // namespace

/// One file.
class SortedRuns::Run {
 public:
  explicit Run(const std::string& folder) : file_(folder) {}

  void begin_section(Family family) {
    section(family).begin = file_.size();
    key_.clear();
  }
  void end_section(Family family) { section(family).end = file_.size(); }

  void write(std::string_view key, std::string_view value) {
    const size_t most = std::min(key.size(), key_.size());
    const size_t shared = static_cast<size_t>(
        std::mismatch(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(most), key_.begin()).first - key.begin());
    numbers_.clear();
    put_varint(numbers_, shared);
    put_varint(numbers_, key.size() - shared);
    put_varint(numbers_, value.size());
    file_.append(numbers_);
    file_.append(key.substr(shared));
    file_.append(value);
    key_.resize(shared);
    key_.append(key.substr(shared));
  }

  void flush() { file_.flush(); }
  void read(uint64_t offset, char* out, size_t size) const { file_.read(offset, out, size); }

  struct Section {
    uint64_t begin = 0, end = 0;
  };
  const Section& section_of(Family family) const { return sections_[static_cast<size_t>(family)]; }

 private:
  Section& section(Family family) { return sections_[static_cast<size_t>(family)]; }

  TemporaryFile file_;
  std::string numbers_, key_;
  std::array<Section, kFamilies> sections_{};
};

namespace {

template <typename Run>
class RunSource : public EntrySource {
 public:
  RunSource(std::shared_ptr<const Run> run, Family family)
      : run_(std::move(run)), offset_(run_->section_of(family).begin), end_(run_->section_of(family).end) {
    next();
  }
  bool valid() const override { return valid_; }
  std::string_view key() const override { return key_; }
  std::string_view value() const override { return value_; }

  void next() override {
    valid_ = ensure(1);
    if (!valid_) return;
    ensure(30);  // three numbers at most
    const size_t shared = number(), rest = number(), size = number();
    if (!ensure(rest + size)) throw IoError("a sorted run ended early");
    key_.resize(shared);
    key_.append(buffer_, at_, rest);
    value_ = std::string_view(buffer_).substr(at_ + rest, size);
    at_ += rest + size;
  }

 private:
  // Makes at least `size` bytes from at_ on available, as far as there are any.
  bool ensure(size_t size) {
    if (buffer_.size() - at_ >= size) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    const size_t have = buffer_.size();
    const size_t want = static_cast<size_t>(std::min<uint64_t>(std::max(size, kReadBytes), have + (end_ - offset_)));
    if (want > have) {
      buffer_.resize(want);
      run_->read(offset_, buffer_.data() + have, want - have);
      offset_ += want - have;
    }
    return buffer_.size() >= size;
  }

  size_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(buffer_[at_++]);
      value |= uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  std::shared_ptr<const Run> run_;
  uint64_t offset_, end_;
  std::string buffer_;
  size_t at_ = 0;
  std::string key_;
  std::string_view value_;
  bool valid_ = false;
};

/// What was never written to a file.
class BufferSource : public EntrySource {
 public:
  BufferSource(EntryBuffer& buffer, Family family) : walk_(buffer, family) {}
  bool valid() const override { return walk_.valid(); }
  std::string_view key() const override { return walk_.key(); }
  std::string_view value() const override { return walk_.value(); }
  void next() override { walk_.next(); }

 private:
  EntryBuffer::Walk walk_;
};

}  // namespace

SortedRuns::SortedRuns(std::string directory, size_t memory_bytes)
    : directory_(std::move(directory)),
      memory_bytes_(memory_bytes),
      filling_(std::make_unique<EntryBuffer>()),
      sorting_(std::make_unique<EntryBuffer>()) {}

SortedRuns::~SortedRuns() {
  if (spilling_.valid()) spilling_.wait();
}

void SortedRuns::add(Family family, std::string_view key, std::string_view value) {
  filling_->add(family, key, value);
  if (filling_->used() >= memory_bytes_ / 2) spill();
}

void SortedRuns::await() {
  if (spilling_.valid()) spilling_.get();
}

void SortedRuns::spill() {
  await();
  std::swap(filling_, sorting_);
  if (sorting_->used() == 0) return;
  runs_.push_back(std::make_shared<Run>(directory_));
  spilling_ = std::async(std::launch::async, [run = runs_.back().get(), buffer = sorting_.get()] {
    for (size_t i = 0; i < kFamilies; ++i) {
      const auto family = static_cast<Family>(i);
      run->begin_section(family);
      buffer->sorted(family, [&](std::string_view key, std::string_view value) { run->write(key, value); });
      run->end_section(family);
    }
    run->flush();
    buffer->clear();
  });
}

void SortedRuns::finish() {
  if (runs_.empty()) return;  // what fits into memory stays there
  spill();
  await();
  filling_ = std::make_unique<EntryBuffer>();
  sorting_ = std::make_unique<EntryBuffer>();
}

std::unique_ptr<EntrySource> SortedRuns::source(Family family) const {
  if (runs_.empty()) return std::make_unique<BufferSource>(*filling_, family);
  std::vector<std::unique_ptr<EntrySource>> sources;
  for (const auto& run : runs_) {
    if (run->section_of(family).begin < run->section_of(family).end) {
      sources.push_back(std::make_unique<RunSource<Run>>(run, family));
    }
  }
  return make_merged_source(family, std::move(sources));
}

}  // namespace actant::internal
