#ifndef ACTANT_TOOLS_CLI_CONSOLE_H_
#define ACTANT_TOOLS_CLI_CONSOLE_H_

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// The reader of standard output went away (`actant query ... | head`): the command stops, and that is no error.
struct ClosedPipe {};

/// Where results go: standard output or a file, through one large buffer.
class Output {
 public:
  /// Writes to `stream`, which stays open.
  explicit Output(std::FILE* stream) : stream_(stream) {}

  /// \throws ClosedPipe, or IoError naming the reason (a full disk).
  void write(std::string_view bytes);
  /// Hands everything to the system. \throws as write().
  void flush();

 private:
  void send();
  std::FILE* stream_;
  std::string buffer_;
};

/// Where everything else goes: standard error. Thread-safe.
///
/// A status line is redrawn in place while lines are printed above it; it exists on terminals only.
class Messages {
 public:
  Messages(std::FILE* stream, bool is_terminal) : stream_(stream), is_terminal_(is_terminal) {}

  /// One line `actant: <text>` about something that is wrong with the data; makes the exit code kExitDataProblem.
  void problem(std::string_view text);
  /// One line `actant: <text>` that the user should know and that changes nothing.
  void note(std::string_view text);
  /// A line that belongs to the problem or note before it, indented.
  void detail(std::string_view text);
  /// Replaces the status line; an empty text removes it. Does nothing when standard error is no terminal.
  void status(std::string_view text);

  uint64_t problems() const { return problems_; }
  bool is_terminal() const { return is_terminal_; }

 private:
  void line(std::string_view lead, std::string_view text);
  std::FILE* stream_;
  bool is_terminal_;
  std::mutex mutex_;
  std::string status_;
  std::atomic<uint64_t> problems_{0};
};

/// What a command sees of the world outside the graph.
struct Console {
  Output& out;
  Messages& messages;
  bool color = false;  ///< results may hold ANSI escapes: a terminal, and NO_COLOR is not set
  size_t width = 0;    ///< columns of the terminal that shows the results; 0: no terminal, lines may be of any length
};

/// True when one of the paths exists (`-` does). Otherwise each is told as a problem: asked before a graph is made for
/// nothing.
bool any_path_exists(const std::vector<std::string>& paths, Messages& messages);

/// Columns of the terminal behind `stream`, or 0 when it is none.
size_t terminal_width(std::FILE* stream);
/// https://no-color.org: colors only on a terminal, and only when NO_COLOR is unset or empty and TERM is not `dumb`.
bool may_color(std::FILE* stream);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_CONSOLE_H_
