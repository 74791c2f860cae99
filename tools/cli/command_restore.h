#ifndef ACTANT_TOOLS_CLI_COMMAND_RESTORE_H_
#define ACTANT_TOOLS_CLI_COMMAND_RESTORE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/command.h"

namespace actant {

/// `actant restore FOLDER DIR`: makes a graph of the latest backup.
class RestoreCommand : public Command {
 public:
  std::string_view name() const override { return "restore"; }
  std::string_view summary() const override { return "make a graph of the latest backup"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string folder_;
  std::string graph_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_RESTORE_H_
