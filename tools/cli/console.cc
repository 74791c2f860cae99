#include "tools/cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "graph/model/error.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {
constexpr size_t kBufferBytes = 64 * 1024;
}  // namespace

void Output::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) send();
}

void Output::flush() {
  send();
  if (std::fflush(stream_) != 0) {
    if (errno == EPIPE) throw ClosedPipe{};
    throw IoError(std::string("cannot write the output: ") + std::strerror(errno));
  }
}

void Output::send() {
  const size_t written = std::fwrite(buffer_.data(), 1, buffer_.size(), stream_);
  const bool complete = written == buffer_.size();
  buffer_.clear();
  if (complete) return;
  if (errno == EPIPE) throw ClosedPipe{};
  throw IoError(std::string("cannot write the output: ") + std::strerror(errno));
}

void Messages::problem(std::string_view text) {
  ++problems_;
  line("actant: ", text);
}

void Messages::note(std::string_view text) { line("actant: ", text); }

void Messages::detail(std::string_view text) { line("  ", text); }

void Messages::line(std::string_view lead, std::string_view text) {
  const std::string shown = std::string(lead) + printable(text) + "\n";
  const std::lock_guard lock(mutex_);
  if (!status_.empty()) std::fputs("\r\033[K", stream_);
  std::fwrite(shown.data(), 1, shown.size(), stream_);
  if (!status_.empty()) std::fputs(status_.c_str(), stream_);
  std::fflush(stream_);
}

void Messages::status(std::string_view text) {
  if (!is_terminal_) return;
  const std::lock_guard lock(mutex_);
  if (status_.empty() && text.empty()) return;
  status_ = text;
  std::fputs("\r\033[K", stream_);
  std::fputs(status_.c_str(), stream_);
  std::fflush(stream_);
}

bool any_path_exists(const std::vector<std::string>& paths, Messages& messages) {
  std::error_code error;
  const auto exists = [&](const std::string& path) { return path == "-" || std::filesystem::exists(path, error); };
  if (std::any_of(paths.begin(), paths.end(), exists)) return true;
  for (const std::string& path : paths) messages.problem(path + ": " + std::strerror(ENOENT));
  return false;
}

size_t terminal_width(std::FILE* stream) {
  const int descriptor = fileno(stream);
  if (descriptor < 0 || isatty(descriptor) == 0) return 0;
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool may_color(std::FILE* stream) {
  if (terminal_width(stream) == 0) return false;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  return term == nullptr || std::string_view(term) != "dumb";
}

}  // namespace actant
