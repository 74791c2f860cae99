#ifndef ACTANT_TOOLS_CLI_COMMAND_BACKUP_H_
#define ACTANT_TOOLS_CLI_COMMAND_BACKUP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/command.h"

namespace actant {

/// `actant backup DIR FOLDER`: adds the state of a graph to a folder of backups.
class BackupCommand : public Command {
 public:
  std::string_view name() const override { return "backup"; }
  std::string_view summary() const override { return "add the state of a graph to a folder of backups"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::string graph_;
  std::string folder_;
  uint32_t keep_ = 0;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_BACKUP_H_
