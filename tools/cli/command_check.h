#ifndef ACTANT_TOOLS_CLI_COMMAND_CHECK_H_
#define ACTANT_TOOLS_CLI_COMMAND_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/command.h"

namespace actant {

/// `actant check DIR`: verifies that a graph is whole.
class CheckCommand : public Command {
 public:
  std::string_view name() const override { return "check"; }
  std::string_view summary() const override { return "verify that a graph is whole and say what is wrong"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_CHECK_H_
