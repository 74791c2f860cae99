#include "tools/cli/progress.h"

#include "tools/cli/text_format.h"

namespace actant {
namespace {
constexpr std::chrono::milliseconds kRedraw{100};
/// Below this share of the input the speed so far says little about the rest.
constexpr double kEarly = 0.005;
}  // namespace

Progress::Progress(Messages& messages, uint64_t total_bytes) : messages_(messages), total_bytes_(total_bytes) {}

Progress::~Progress() { messages_.status(""); }

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

void Progress::show(uint64_t articles, uint64_t text_bytes, uint64_t triples, uint64_t input_bytes) {
  if (!messages_.is_terminal()) return;
  const auto now = Clock::now();
  if (now - last_drawn_ < kRedraw) return;
  last_drawn_ = now;
  const double done = total_bytes_ > 0 ? static_cast<double>(input_bytes) / static_cast<double>(total_bytes_) : 0;
  messages_.status(progress_line(articles, text_bytes, triples, seconds(), done));
}

std::string progress_line(uint64_t articles, uint64_t text_bytes, uint64_t triples, double seconds, double done) {
  const auto hundredths =
      static_cast<uint64_t>(seconds > 0 ? static_cast<double>(text_bytes) / 1e6 / seconds * 100 + 0.5 : 0);
  std::string line = count_of(articles, "article") + ", " + std::to_string(hundredths / 100) + "." +
                     (hundredths % 100 < 10 ? "0" : "") + std::to_string(hundredths % 100) + " MB/s, " +
                     count_of(triples, "triple");
  if (done > kEarly && done < 1) line += ", " + duration(seconds * (1 - done) / done) + " left";
  return line;
}

}  // namespace actant
