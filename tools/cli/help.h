#ifndef ACTANT_TOOLS_CLI_HELP_H_
#define ACTANT_TOOLS_CLI_HELP_H_

#include <string>

#include "tools/cli/command.h"

namespace actant {

/// What `actant <name> --help` prints: purpose, usage, arguments, options, examples; lines of at most 80 columns.
std::string help_text(Command& command);

/// What `actant --help` prints: what the program is for, its commands, where to go on.
std::string program_help();

/// `actant 0.1.0`.
std::string version_text();

/// A bash completion script for all commands and flags; tools/cli/completions/actant.bash is its output.
std::string bash_completion();

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_HELP_H_
