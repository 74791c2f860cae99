#ifndef ACTANT_TOOLS_CLI_COMMAND_STATS_H_
#define ACTANT_TOOLS_CLI_COMMAND_STATS_H_

#include "tools/cli/command.h"
#include "tools/cli/graph_summary.h"
#include "tools/cli/node_names.h"

namespace actant {

/// `actant stats DIR`: counts, components, top actors.
class StatsCommand : public Command {
 public:
  std::string_view name() const override { return "stats"; }
  std::string_view summary() const override { return "count what the graph holds, name the top actors"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  void print_text(const GraphSummary& summary, NodeNames& names, Console& console) const;

  std::string graph_;
  uint32_t top_ = 10;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_STATS_H_
