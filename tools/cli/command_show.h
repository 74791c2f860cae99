#ifndef ACTANT_TOOLS_CLI_COMMAND_SHOW_H_
#define ACTANT_TOOLS_CLI_COMMAND_SHOW_H_

#include "tools/cli/command.h"
#include "tools/cli/node_profile.h"

namespace actant {

/// `actant show DIR NAME`: all that the graph knows of one node.
class ShowCommand : public Command {
 public:
  std::string_view name() const override { return "show"; }
  std::string_view summary() const override { return "show a node: names, positions, relations, dates"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  void print_text(const NodeProfile& profile, NodeNames& names, Console& console) const;
  void print_positions(const std::string& title, const std::vector<HeldPosition>& positions, NodeNames& names,
                       Console& console) const;
  void print_relations(const NodeProfile& profile, NodeNames& names, Console& console) const;
  void print_json(const NodeProfile& profile, NodeNames& names, Output& out) const;

  std::string graph_;
  std::string asked_;
  uint32_t limit_ = 10;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_SHOW_H_
