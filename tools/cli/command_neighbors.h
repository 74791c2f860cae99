#ifndef ACTANT_TOOLS_CLI_COMMAND_NEIGHBORS_H_
#define ACTANT_TOOLS_CLI_COMMAND_NEIGHBORS_H_

#include "graph/query/neighborhood.h"
#include "tools/cli/command.h"
#include "tools/cli/link_options.h"
#include "tools/cli/node_names.h"

namespace actant {

/// `actant neighbors DIR NAME`: the nodes within some hops of a node.
class NeighborsCommand : public Command {
 public:
  std::string_view name() const override { return "neighbors"; }
  std::string_view summary() const override { return "list the nodes within some steps of a node"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  std::string graph_, asked_, direction_ = "both";
  LinkOptions links_;
  uint32_t hops_ = 1, max_edges_ = 1000000;
  std::optional<uint32_t> limit_;
  bool json_ = false, csv_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_NEIGHBORS_H_
