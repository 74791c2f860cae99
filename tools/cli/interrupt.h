#ifndef ACTANT_TOOLS_CLI_INTERRUPT_H_
#define ACTANT_TOOLS_CLI_INTERRUPT_H_

namespace actant {

/// While it lives, the first SIGINT or SIGTERM asks the command to finish what it began (see interrupted()); the second
/// one ends the program at once. At most one lives at a time.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
};

/// True once the user asked to stop. Any thread.
bool interrupted();

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_INTERRUPT_H_
