#ifndef ACTANT_TOOLS_CLI_COMMAND_WHY_SAME_H_
#define ACTANT_TOOLS_CLI_COMMAND_WHY_SAME_H_

#include <string>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/command.h"
#include "tools/cli/node_names.h"

namespace actant {

/// `actant why-same DIR A [B]`: why two names are one node, or two.
class WhySameCommand : public Command {
 public:
  std::string_view name() const override { return "why-same"; }
  std::string_view summary() const override { return "show why names are one node, or two"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  int explain_node(const Store& store, Console& console) const;
  int explain_pair(const Store& store, Console& console) const;
  void print(const Store& store, const std::vector<MergeStep>& steps, Console& console) const;

  std::string graph_, a_, b_;
  bool json_ = false;
};

/// The steps that lead from `a` to `b`, the fewest ones; empty when there is no way.
std::vector<MergeStep> path_of_steps(const std::vector<MergeStep>& steps, NodeId a, NodeId b);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_WHY_SAME_H_
