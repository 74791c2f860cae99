#ifndef ACTANT_TOOLS_CLI_COMMAND_BRIDGES_H_
#define ACTANT_TOOLS_CLI_COMMAND_BRIDGES_H_

#include "tools/cli/command.h"
#include "tools/cli/view_options.h"

namespace actant {

/// `actant bridges DIR`: the links, or nodes, that alone hold parts of the graph together.
class BridgesCommand : public Command {
 public:
  std::string_view name() const override { return "bridges"; }
  std::string_view summary() const override { return "find links and nodes that alone hold parts together"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override { view_.validate(); }

 private:
  /// What falls off, and the one or two nodes that it hangs on.
  struct Row {
    uint32_t cut_off = 0;
    std::vector<NodeId> nodes;
  };
  void print(const std::vector<Row>& rows, const Store& store, Console& console) const;
  void print_table(const std::vector<Row>& rows, NodeNames& names, Console& console) const;

  ViewCommandOptions view_;
  bool nodes_ = false;
  uint32_t min_size_ = 1;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_BRIDGES_H_
