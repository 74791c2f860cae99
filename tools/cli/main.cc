// The program: finds the subcommand, sets it up, runs it, and turns what it throws into one line and an exit code.

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "tools/cli/command.h"
#include "tools/cli/help.h"

namespace actant {
namespace {

int usage_error(std::string_view command, const std::string& text, std::string_view help) {
  std::string line = "actant";
  if (!command.empty()) line.append(" ").append(command);
  line.append(": ").append(text).append("; see '").append(help).append("'\n");
  std::fputs(line.c_str(), stderr);
  return kExitUsage;
}

std::string unknown_command(const std::string& name) {
  std::string text = "unknown command '" + name + "'";
  const std::string_view near = nearest_word(name, command_names());
  return near.empty() ? text : text + " (did you mean " + std::string(near) + "?)";
}

int print_help(const std::vector<std::string>& args, Output& out) {
  if (args.size() == 2 && args[1] == "--bash-completion") {
    out.write(bash_completion());
  } else if (args.size() == 1) {
    out.write(program_help());
  } else {
    const auto command = make_command(args[1]);
    if (!command) return usage_error("", unknown_command(args[1]), "actant help");
    out.write(help_text(*command));
  }
  return kExitFine;
}

int run_command(Command& command, const std::vector<std::string>& args, Output& out, Messages& messages) {
  try {
    command.setup({args.begin() + 1, args.end()});
  } catch (const UsageError& error) {
    return usage_error(command.name(), error.what(), "actant " + std::string(command.name()) + " --help");
  }
  if (command.wants_help()) {
    out.write(help_text(command));
    return kExitFine;
  }
  Console console{out, messages, may_color(stdout), terminal_width(stdout)};
  return command.run(console);
}

int dispatch(const std::vector<std::string>& args, Output& out, Messages& messages) {
  if (args.empty()) {
    std::fputs(program_help().c_str(), stderr);
    return kExitUsage;
  }
  if (args[0] == "--version" || args[0] == "version") {
    out.write(version_text() + "\n");
    return kExitFine;
  }
  if (args[0] == "help" || args[0] == "--help" || args[0] == "-h") return print_help(args, out);
  const auto command = make_command(args[0]);
  if (!command) return usage_error("", unknown_command(args[0]), "actant help");
  return run_command(*command, args, out, messages);
}

int guarded_main(const std::vector<std::string>& args) {
  // Writing to a pipe that its reader closed then fails with EPIPE instead of ending the program.
  std::signal(SIGPIPE, SIG_IGN);
  Output out(stdout);
  Messages messages(stderr, terminal_width(stderr) > 0);
  try {
    const int code = dispatch(args, out, messages);
    messages.status("");
    out.flush();
    return code;
  } catch (const ClosedPipe&) {
    return kExitFine;
  } catch (const UsageError& error) {
    return usage_error(args[0], error.what(), "actant " + args[0] + " --help");
  } catch (const std::bad_alloc&) {
    messages.problem("out of memory");
  } catch (const std::exception& error) {
    messages.status("");
    messages.problem(error.what());
  }
  try {
    out.flush();
  } catch (...) {  // the first error has been told
  }
  return kExitDataProblem;
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) { return actant::guarded_main({argv + 1, argv + argc}); }
