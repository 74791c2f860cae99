#ifndef ACTANT_TOOLS_CLI_EXIT_CODE_H_
#define ACTANT_TOOLS_CLI_EXIT_CODE_H_

namespace actant {

/// What the program returns to the shell. Scripts rely on the values: never change one.
enum ExitCode : int {
  kExitFine = 0,           ///< everything asked for was done
  kExitDataProblem = 1,    ///< an input or the graph is not as it should be; what could be done was done
  kExitUsage = 2,          ///< the command line is wrong; nothing was done
  kExitInterrupted = 130,  ///< stopped by the user (128 + SIGINT, as shells write it); what was finished is kept
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EXIT_CODE_H_
