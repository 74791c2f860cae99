#ifndef ACTANT_TOOLS_CLI_COMMAND_DECISIONS_H_
#define ACTANT_TOOLS_CLI_COMMAND_DECISIONS_H_

#include <string>

#include "tools/cli/command.h"
#include "tools/cli/identity_options.h"

namespace actant {

/// `actant decisions DIR`: what persons decided, as a table that another graph can read.
class DecisionsCommand : public Command {
 public:
  std::string_view name() const override { return "decisions"; }
  std::string_view summary() const override { return "list what was decided on who is who"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
};

/// `actant resolve DIR`: decides anew which nodes are one, with watch lists and decisions.
class ResolveCommand : public Command {
 public:
  std::string_view name() const override { return "resolve"; }
  std::string_view summary() const override { return "take watch lists and decisions into a graph"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
  IdentityOptions identity_;
  bool forget_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_DECISIONS_H_
