#ifndef ACTANT_TOOLS_CLI_COMMAND_REMOVE_H_
#define ACTANT_TOOLS_CLI_COMMAND_REMOVE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/record.h"
#include "tools/cli/command.h"

namespace actant {

/// `actant remove DIR ARTICLE|--source S|--before D`: takes articles back.
class RemoveCommand : public Command {
 public:
  std::string_view name() const override { return "remove"; }
  std::string_view summary() const override { return "take articles and all that only they support back"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  bool is_chosen(const ArticleInfo& info) const;

  std::string graph_;
  std::string article_;
  std::vector<std::string> sources_;
  std::string before_;
  bool dry_run_ = false;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_REMOVE_H_
