#ifndef ACTANT_TOOLS_CLI_COMMAND_MERGE_H_
#define ACTANT_TOOLS_CLI_COMMAND_MERGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/command.h"

namespace actant {

/// `actant merge DIR OTHER...`: joins graphs that were built apart.
class MergeCommand : public Command {
 public:
  std::string_view name() const override { return "merge"; }
  std::string_view summary() const override { return "join graphs that were built apart"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
  std::vector<std::string> others_;
  bool count_duplicates_ = false;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_MERGE_H_
