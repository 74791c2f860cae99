#ifndef ACTANT_TOOLS_CLI_PROGRESS_H_
#define ACTANT_TOOLS_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>

#include "tools/cli/console.h"

namespace actant {

/// The status line of a long run: articles, MB/s, triples, time left. Draws at most ten times a second, and only where
/// standard error is a terminal. One thread.
class Progress {
 public:
  /// `total_bytes`: size of the input on disk, 0 when it is not known (standard input).
  Progress(Messages& messages, uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `text_bytes`: of the articles so far; `input_bytes`: read of total_bytes so far (compressed bytes, say).
  void show(uint64_t articles, uint64_t text_bytes, uint64_t triples, uint64_t input_bytes);
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  Messages& messages_;
  uint64_t total_bytes_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_drawn_{};
};

/// `1,240 articles, 0.42 MB/s, 3,180 triples, 3 min 20 s left`; 10^6 bytes are a MB.
std::string progress_line(uint64_t articles, uint64_t text_bytes, uint64_t triples, double seconds, double done);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_PROGRESS_H_
