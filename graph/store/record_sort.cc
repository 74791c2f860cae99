#include "graph/store/record_sort.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "graph/model/big_endian.h"
#include "graph/model/error.h"
#include "graph/store/internal/temporary_file.h"

namespace actant {
namespace {

// What is read of a run at once: as much as the memory allows, but not so little that it costs a system call for a few
// records.
constexpr size_t kMostRead = size_t{256} << 10, kLeastRead = size_t{4} << 10;

uint32_t length_at(const char* bytes) {
  uint32_t length;
  std::memcpy(&length, bytes, sizeof length);
  return length;
}

}  // namespace

/// The runs, one behind the other.
class RecordSort::File {
 public:
  explicit File(const std::string& folder) : file_(folder) {}

  void begin_run() { begins_.push_back(file_.size()); }
  void write(std::string_view bytes) { file_.append(bytes); }
  void flush() { file_.flush(); }
  void read(uint64_t offset, char* out, size_t size) const { file_.read(offset, out, size); }
  size_t runs() const { return begins_.size(); }
  uint64_t begin(size_t run) const { return begins_[run]; }
  uint64_t end(size_t run) const { return run + 1 < begins_.size() ? begins_[run + 1] : file_.size(); }

 private:
  internal::TemporaryFile file_;
  std::vector<uint64_t> begins_;
};

/// One run from front to back.
class RecordSort::RunReader {
 public:
  RunReader(const File& file, size_t run, size_t read_bytes)
      : file_(&file), offset_(file.begin(run)), end_(file.end(run)), read_bytes_(read_bytes) {}

  bool next(std::string_view& record) {
    if (!ensure(sizeof(uint32_t))) return false;
    const size_t length = length_at(buffer_.data() + at_);
    at_ += sizeof(uint32_t);
    ensure(length);
    record = std::string_view(buffer_).substr(at_, length);
    at_ += length;
    return true;
  }

 private:
  // Makes `size` bytes from at_ on available; false at the end of the run.
  bool ensure(size_t size) {
    if (buffer_.size() - at_ >= size) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    const size_t have = buffer_.size();
    const size_t want = static_cast<size_t>(std::min<uint64_t>(std::max(size, read_bytes_), have + (end_ - offset_)));
    buffer_.resize(want);
    file_->read(offset_, buffer_.data() + have, want - have);
    offset_ += want - have;
    return size <= buffer_.size();
  }

  const File* file_;
  uint64_t offset_, end_;
  size_t read_bytes_;
  std::string buffer_;
  size_t at_ = 0;
};

RecordSort::RecordSort(size_t key_size, size_t memory, std::string folder, bool once)
    : key_size_(key_size),
      memory_(memory),
      folder_(folder.empty() ? std::filesystem::temp_directory_path().string() : std::move(folder)),
      once_(once) {
  // Growing would copy, and room that is not used costs nothing.
  bytes_.reserve(memory);
  refs_.reserve(memory / (sizeof(Ref) + sizeof(uint32_t)) + 1);
}

RecordSort::~RecordSort() = default;

uint64_t RecordSort::prefix_of(std::string_view record) const {
  return big_endian(record.substr(0, std::min(key_size_, sizeof(uint64_t))));
}

uint64_t RecordSort::second_of(std::string_view record) const {
  const std::string_view key = record.substr(0, std::min(key_size_, 2 * sizeof(uint64_t)));
  return key.size() <= sizeof(uint64_t) ? 0 : big_endian(key.substr(sizeof(uint64_t)));
}

std::string_view RecordSort::record_at(uint64_t begin) const {
  return std::string_view(bytes_).substr(begin + sizeof(uint32_t), length_at(bytes_.data() + begin));
}

void RecordSort::add(std::string_view key, std::string_view rest) {
  if (reading_) throw InvalidArgument("a record is added to a sort that is being read");
  const auto length = static_cast<uint32_t>(key.size() + rest.size());
  refs_.push_back({prefix_of(key), second_of(key), bytes_.size()});
  bytes_.append(reinterpret_cast<const char*>(&length), sizeof length).append(key).append(rest);
  ++size_;
  if (used() >= memory_) spill();
}

// Of two records whose prefixes are equal.
int RecordSort::compare_keys(std::string_view a, std::string_view b) const {
  if (key_size_ == kWholeRecord) return a.compare(b);
  constexpr size_t kPrefix = sizeof(uint64_t);
  return std::memcmp(a.data() + kPrefix, b.data() + kPrefix, key_size_ - kPrefix);
}

void RecordSort::sort() {
  const auto before = [&](const Ref& a, const Ref& b) {
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    if (a.second != b.second) return a.second < b.second;
    if (key_size_ > 2 * sizeof(uint64_t)) {
      const int order = compare_keys(record_at(a.begin), record_at(b.begin));
      if (order != 0) return order < 0;
    }
    return a.begin < b.begin;
  };
  if (!std::is_sorted(refs_.begin(), refs_.end(), before)) std::sort(refs_.begin(), refs_.end(), before);
}

// Of the sorted records those that are equal to the one before.
void RecordSort::drop_equal() {
  const auto equal = [&](const Ref& a, const Ref& b) {
    return a.prefix == b.prefix && a.second == b.second && record_at(a.begin) == record_at(b.begin);
  };
  refs_.erase(std::unique(refs_.begin(), refs_.end(), equal), refs_.end());
  Bytes kept;
  kept.reserve(bytes_.capacity());
  for (Ref& ref : refs_) {
    const std::string_view bytes =
        std::string_view(bytes_).substr(ref.begin, sizeof(uint32_t) + length_at(bytes_.data() + ref.begin));
    ref.begin = kept.size();
    kept.append(bytes);
  }
  bytes_.swap(kept);
}

void RecordSort::spill() {
  sort();
  if (once_) drop_equal();
  // As long as that makes room, nothing goes to the file.
  if (!once_ || used() > memory_ / 2) write_run();
}

// The records are sorted.
void RecordSort::write_run() {
  if (refs_.empty()) return;
  if (!file_) file_ = std::make_unique<File>(folder_);
  file_->begin_run();
  for (const Ref& ref : refs_) {
    file_->write(std::string_view(bytes_).substr(ref.begin, sizeof(uint32_t) + length_at(bytes_.data() + ref.begin)));
  }
  file_->flush();
  refs_.clear();
  bytes_.clear();
}

void RecordSort::begin_reading() {
  reading_ = true;
  sort();
  if (!file_) return;
  write_run();
  Bytes().swap(bytes_);
  Refs().swap(refs_);
  const size_t read_bytes = std::clamp(memory_ / file_->runs(), kLeastRead, kMostRead);
  readers_.reserve(file_->runs());  // heads view their buffers
  for (size_t run = 0; run < file_->runs(); ++run) {
    readers_.emplace_back(*file_, run, read_bytes);
    Head head{0, {}, run};
    if (advance(head)) heads_.push_back(head);
  }
  std::make_heap(heads_.begin(), heads_.end(), [&](const Head& a, const Head& b) { return comes_before(b, a); });
}

bool RecordSort::advance(Head& head) {
  if (!readers_[head.run].next(head.record)) return false;
  head.prefix = prefix_of(head.record);
  return true;
}

bool RecordSort::comes_before(const Head& a, const Head& b) const {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  if (key_size_ > sizeof(uint64_t)) {
    const int order = compare_keys(a.record, b.record);
    if (order != 0) return order < 0;
  }
  return a.run < b.run;
}

// Lets the head in `hole` go down to its place.
void RecordSort::sink(size_t hole) {
  const Head moved = heads_[hole];
  for (size_t child = 2 * hole + 1; child < heads_.size(); child = 2 * hole + 1) {
    if (child + 1 < heads_.size() && comes_before(heads_[child + 1], heads_[child])) ++child;
    if (!comes_before(heads_[child], moved)) break;
    heads_[hole] = heads_[child];
    hole = child;
  }
  heads_[hole] = moved;
}

std::optional<std::string_view> RecordSort::next() {
  if (!reading_) begin_reading();
  if (!file_) return at_ < refs_.size() ? std::optional(record_at(refs_[at_++].begin)) : std::nullopt;
  if (taken_ && !heads_.empty()) {
    if (!advance(heads_.front())) {
      heads_.front() = heads_.back();
      heads_.pop_back();
    }
    if (!heads_.empty()) sink(0);
  }
  taken_ = true;
  return heads_.empty() ? std::nullopt : std::optional(heads_.front().record);
}

}  // namespace actant
