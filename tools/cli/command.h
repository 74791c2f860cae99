#ifndef ACTANT_TOOLS_CLI_COMMAND_H_
#define ACTANT_TOOLS_CLI_COMMAND_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/console.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/option_table.h"

namespace actant {

/// One subcommand: `actant <name> ...`. A command declares its flags once; setup() parses and validates them without
/// touching a file; run() does the work.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string_view name() const = 0;
  /// What it does, for the list of commands: a verb phrase without a final period, at most 60 characters.
  virtual std::string_view summary() const = 0;
  /// Adds flags, arguments and examples. The setters may refer to members of the command.
  virtual void declare(OptionTable& table) = 0;

  /// Reads the arguments behind the name. \throws UsageError. Reads and writes no file. Call once.
  void setup(const std::vector<std::string>& args);
  /// Results go to console.out, everything else to console.messages. Returns an ExitCode.
  /// \throws Error for what ends the command; ClosedPipe.
  virtual int run(Console& console) = 0;

  /// The declared table with `--help`, which every command has.
  OptionTable table();
  /// True when `--help` was given: the program then prints the help instead of running.
  bool wants_help() const { return wants_help_; }

 protected:
  /// Checks what concerns several options at once. \throws UsageError.
  virtual void validate() {}

 private:
  bool wants_help_ = false;
};

/// A new command of this name, or nullptr.
std::unique_ptr<Command> make_command(std::string_view name);
/// Names of all commands in the order of the help.
const std::vector<std::string_view>& command_names();

/// kExitDataProblem when problems were reported, else kExitFine.
inline int exit_code_of(const Messages& messages) { return messages.problems() > 0 ? kExitDataProblem : kExitFine; }

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_H_
