#include "export/external_sort.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <queue>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;

[[noreturn]] void fail(const char* doing) {
  throw IoError(std::string("cannot ") + doing + " a temporary file (see TMPDIR): " + std::strerror(errno));
}

}  // namespace

// Reads one run from front to back through a buffer of its own.
class ExternalSort::Reader {
 public:
  Reader(std::FILE* file, Run run) : file_(file), run_(run) {}

  bool next(std::string& record) {
    uint32_t length = 0;
    if (!read(reinterpret_cast<char*>(&length), sizeof length)) return false;
    record.resize(length);
    return read(record.data(), length);
  }

 private:
  bool read(char* target, size_t count) {
    while (count > 0) {
      if (at_ == buffer_.size() && !fill()) return false;
      const size_t taken = std::min(count, buffer_.size() - at_);
      std::memcpy(target, buffer_.data() + at_, taken);
      at_ += taken;
      target += taken;
      count -= taken;
    }
    return true;
  }

  bool fill() {
    const auto left = static_cast<size_t>(run_.end - run_.begin);
    buffer_.resize(std::min(kBufferBytes, left));
    at_ = 0;
    if (buffer_.empty()) return false;
    if (std::fseek(file_, run_.begin, SEEK_SET) != 0) fail("read");
    if (std::fread(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) fail("read");
    run_.begin += static_cast<long>(buffer_.size());
    return true;
  }

  std::FILE* file_;
  Run run_;
  std::string buffer_;
  size_t at_ = 0;
};

void ExternalSort::add(std::string record) {
  bytes_ += record.size() + sizeof(std::string);
  records_.push_back(std::move(record));
  if (bytes_ >= run_bytes_) spill();
}

void ExternalSort::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) fail("make");
  std::sort(records_.begin(), records_.end());
  Run run{std::ftell(file_.get()), 0};
  for (const std::string& record : records_) {
    const auto length = static_cast<uint32_t>(record.size());
    if (std::fwrite(&length, sizeof length, 1, file_.get()) != 1) fail("write");
    if (std::fwrite(record.data(), 1, length, file_.get()) != length) fail("write");
  }
  run.end = std::ftell(file_.get());
  runs_.push_back(run);
  records_.clear();
  bytes_ = 0;
}

void ExternalSort::for_each(const std::function<void(std::string_view)>& visit) {
  if (runs_.empty()) {
    std::sort(records_.begin(), records_.end());
    for (const std::string& record : records_) visit(record);
    return;
  }
  spill();
  if (std::fflush(file_.get()) != 0) fail("write");
  std::vector<Reader> readers;
  for (const Run& run : runs_) readers.emplace_back(file_.get(), run);
  using Head = std::pair<std::string, size_t>;  // the next record of a run
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  std::string record;
  for (size_t i = 0; i < readers.size(); ++i) {
    if (readers[i].next(record)) heads.emplace(record, i);
  }
  while (!heads.empty()) {
    const Head head = heads.top();
    heads.pop();
    visit(head.first);
    if (readers[head.second].next(record)) heads.emplace(record, head.second);
  }
}

}  // namespace actant
