#include "extract/text/archive/input_stream.h"

#include <algorithm>
#include <cstring>

#include "graph/model/error.h"

namespace actant {

size_t InputStream::read_source(char* out, size_t size) {
  if (!error_.empty()) throw IoError(error_);
  return source_->read(out, size);
}

void InputStream::save(size_t end) {
  const uint64_t next = kept_from_ + kept_.size();
  if (most_kept_ == 0 || next >= base_ + end) return;
  if (base_ + end - kept_from_ > most_kept_) {
    kept_ = {};
    kept_from_ = base_ + end;
  } else {
    kept_.append(buffer_.get() + (next - base_), buffer_.get() + end);
  }
}

void InputStream::keep(uint64_t most) {
  most_kept_ = most;
  kept_from_ = offset();
}

void InputStream::keep_from(uint64_t offset) {
  if (offset <= kept_from_ || most_kept_ == 0) return;
  kept_.erase(0, static_cast<size_t>(std::min<uint64_t>(offset - kept_from_, kept_.size())));
  kept_from_ = offset;
}

std::optional<std::string> InputStream::kept(uint64_t begin, uint64_t end) const {
  if (most_kept_ == 0 || begin < kept_from_ || end > base_ + end_) return std::nullopt;
  std::string bytes;
  if (begin - kept_from_ < kept_.size()) bytes = kept_.substr(begin - kept_from_, end - begin);
  const uint64_t next = begin + bytes.size();
  if (next < end) bytes.append(buffer_.get() + (next - base_), end - next);
  return bytes;
}

bool InputStream::fill() {
  save(end_);
  base_ += end_;
  next_ = end_ = 0;
  end_ = read_source(buffer_.get(), kBuffer);
  return end_ > 0;
}

bool InputStream::fill_behind() {
  if (next_ > 0) {
    save(next_);
    std::memmove(buffer_.get(), buffer_.get() + next_, end_ - next_);
    base_ += next_;
    end_ -= next_;
    next_ = 0;
  }
  if (end_ == kBuffer) return false;
  const size_t count = read_source(buffer_.get() + end_, kBuffer - end_);
  end_ += count;
  return count > 0;
}

std::string_view InputStream::ahead() {
  if (next_ == end_ && !fill()) return {};
  return {buffer_.get() + next_, end_ - next_};
}

std::string_view InputStream::ahead(size_t size) {
  try {
    while (end_ - next_ < size && fill_behind()) {
    }
  } catch (const IoError& error) {
    if (next_ == end_) throw;
    error_ = error.what();
  }
  return {buffer_.get() + next_, std::min(size, end_ - next_)};
}

bool InputStream::read_line(std::string& line, size_t limit, bool& too_long) {
  too_long = false;
  if (peek() < 0) return false;
  while (next_ < end_ || fill()) {
    const char* begin = buffer_.get() + next_;
    const auto* found = static_cast<const char*>(std::memchr(begin, '\n', end_ - next_));
    const size_t length = found ? static_cast<size_t>(found - begin) : end_ - next_;
    const size_t room = limit - std::min(limit, line.size());
    line.append(begin, std::min(length, room));
    too_long |= length > room;
    next_ += length + (found ? 1 : 0);
    if (found) break;
  }
  return true;
}

bool InputStream::read_all(std::string& bytes, size_t limit) {
  while (next_ < end_ || fill()) {
    const size_t room = limit - std::min(limit, bytes.size());
    const size_t length = std::min(end_ - next_, room);
    bytes.append(buffer_.get() + next_, length);
    next_ += length;
    if (next_ < end_) return false;
  }
  return true;
}

uint64_t InputStream::read(std::string& bytes, uint64_t size) {
  uint64_t left = size;
  while (left > 0 && (next_ < end_ || fill())) {
    const size_t length = static_cast<size_t>(std::min<uint64_t>(left, end_ - next_));
    bytes.append(buffer_.get() + next_, length);
    next_ += length;
    left -= length;
  }
  return size - left;
}

uint64_t InputStream::skip(uint64_t size) {
  uint64_t left = size;
  while (left > 0 && (next_ < end_ || fill())) {
    const size_t length = static_cast<size_t>(std::min<uint64_t>(left, end_ - next_));
    next_ += length;
    left -= length;
  }
  return size - left;
}

bool InputStream::recover() {
  save(end_);
  base_ += end_;
  next_ = end_ = 0;
  error_.clear();
  return source_->recover();
}

}  // namespace actant
