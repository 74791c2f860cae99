#ifndef ACTANT_TOOLS_CLI_COMMAND_COMMUNITIES_H_
#define ACTANT_TOOLS_CLI_COMMAND_COMMUNITIES_H_

#include "graph/algorithm/communities.h"
#include "tools/cli/command.h"
#include "tools/cli/view_options.h"

namespace actant {

/// `actant communities DIR`: groups of nodes that deal with each other more than with others.
class CommunitiesCommand : public Command {
 public:
  std::string_view name() const override { return "communities"; }
  std::string_view summary() const override { return "find groups of nodes that belong together"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override { view_.validate(); }

 private:
  /// A community with its members, the best connected first.
  using Members = std::vector<GraphView::Vertex>;
  void print_text(const std::vector<Members>& shown, size_t all, double modularity, const GraphView& view,
                  NodeNames& names, Console& console) const;

  ViewCommandOptions view_;
  uint32_t members_ = 8, min_size_ = 2;
  double resolution_ = 1;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_COMMUNITIES_H_
