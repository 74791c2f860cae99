#ifndef ACTANT_TOOLS_CLI_COMMAND_TOP_H_
#define ACTANT_TOOLS_CLI_COMMAND_TOP_H_

#include "tools/cli/command.h"
#include "tools/cli/view_options.h"

namespace actant {

/// `actant top DIR`: the most central nodes by one of several measures.
class TopCommand : public Command {
 public:
  std::string_view name() const override { return "top"; }
  std::string_view summary() const override { return "rank the nodes by how central they are"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  std::vector<double> scores(const GraphView& view, Console& console) const;
  std::string score_text(double score) const;

  ViewCommandOptions view_;
  std::string by_ = "degree";
  std::optional<uint32_t> sample_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_TOP_H_
