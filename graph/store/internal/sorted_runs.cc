// A run is a file of sections, one for each family; a section is a sequence of entries in the order of their keys, each
//   varint bytes shared with the key before, varint further bytes, varint bytes of the value, further bytes, value
// Nothing of it outlives the process.
#include "graph/store/internal/sorted_runs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

constexpr size_t kWriteBytes = size_t{1} << 20;
constexpr size_t kReadBytes = size_t{64} << 10;

}  // namespace

/// One file. Its name is removed as soon as it is open, so that nothing stays behind whatever happens.
class SortedRuns::Run {
 public:
  explicit Run(const std::string& path)
      : path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    if (file_ < 0) fail();
    ::unlink(path.c_str());
  }
  ~Run() { ::close(file_); }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void begin_section(Family family) {
    section(family).begin = written_ + buffer_.size();
    key_.clear();
  }
  void end_section(Family family) { section(family).end = written_ + buffer_.size(); }

  void write(std::string_view key, std::string_view value) {
    const size_t most = std::min(key.size(), key_.size());
    const size_t shared = static_cast<size_t>(
        std::mismatch(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(most), key_.begin()).first - key.begin());
    put_varint(buffer_, shared);
    put_varint(buffer_, key.size() - shared);
    put_varint(buffer_, value.size());
    buffer_.append(key.substr(shared)).append(value);
    key_.resize(shared);
    key_.append(key.substr(shared));
    if (buffer_.size() >= kWriteBytes) flush();
  }

  void flush() {
    for (size_t done = 0; done < buffer_.size();) {
      const ssize_t count = ::write(file_, buffer_.data() + done, buffer_.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) fail();
      done += static_cast<size_t>(count);
    }
    written_ += buffer_.size();
    buffer_.clear();
  }

  size_t read(uint64_t offset, char* out, size_t size) const {
    for (;;) {
      const ssize_t count = ::pread(file_, out, size, static_cast<off_t>(offset));
      if (count >= 0) return static_cast<size_t>(count);
      if (errno != EINTR) fail();
    }
  }

  struct Section {
    uint64_t begin = 0, end = 0;
  };
  const Section& section_of(Family family) const { return sections_[static_cast<size_t>(family)]; }

 private:
  Section& section(Family family) { return sections_[static_cast<size_t>(family)]; }
  [[noreturn]] void fail() const { throw IoError(path_ + ": " + std::strerror(errno)); }

  std::string path_;
  int file_;
  uint64_t written_ = 0;
  std::string buffer_, key_;
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
      for (size_t filled = have; filled < want;) {
        const size_t count = run_->read(offset_, buffer_.data() + filled, want - filled);
        if (count == 0) throw IoError("a sorted run ended early");
        offset_ += count;
        filled += count;
      }
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
  bytes_[static_cast<size_t>(family)] += key.size() + value.size();
  if (filling_->used() >= memory_bytes_ / 2) spill();
}

void SortedRuns::await() {
  if (spilling_.valid()) spilling_.get();
}

void SortedRuns::spill() {
  await();
  std::swap(filling_, sorting_);
  if (sorting_->used() == 0) return;
  runs_.push_back(std::make_shared<Run>(directory_ + "/run-" + std::to_string(runs_.size())));
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
  spill();
  await();
  filling_ = std::make_unique<EntryBuffer>();
  sorting_ = std::make_unique<EntryBuffer>();
}

std::unique_ptr<EntrySource> SortedRuns::source(Family family) const {
  std::vector<std::unique_ptr<EntrySource>> sources;
  for (const auto& run : runs_) {
    if (run->section_of(family).begin < run->section_of(family).end) {
      sources.push_back(std::make_unique<RunSource<Run>>(run, family));
    }
  }
  return make_merged_source(family, std::move(sources));
}

}  // namespace actant::internal
