#ifndef ACTANT_TOOLS_CLI_COMMAND_COMPACT_H_
#define ACTANT_TOOLS_CLI_COMMAND_COMPACT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/command.h"

namespace actant {

/// `actant compact DIR`: makes a graph as small as it can be.
class CompactCommand : public Command {
 public:
  std::string_view name() const override { return "compact"; }
  std::string_view summary() const override { return "make a graph as small and fast to read as it can be"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_COMPACT_H_
