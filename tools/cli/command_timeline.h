#ifndef ACTANT_TOOLS_CLI_COMMAND_TIMELINE_H_
#define ACTANT_TOOLS_CLI_COMMAND_TIMELINE_H_

#include "graph/query/timeline.h"
#include "tools/cli/command.h"
#include "tools/cli/link_options.h"
#include "tools/cli/node_names.h"

namespace actant {

/// `actant timeline DIR A [B]`: the events of a node, or between two, by time.
class TimelineCommand : public Command {
 public:
  std::string_view name() const override { return "timeline"; }
  std::string_view summary() const override { return "list the events of a node, or between two, by time"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  void print_text(const TimelineEvent& event, const Store& store, NodeId first, NodeNames& names,
                  Console& console) const;
  void tell(const Timeline& timeline, size_t shown, Messages& messages) const;

  std::string graph_, node_, other_;
  LinkOptions links_;
  std::optional<uint32_t> limit_;
  bool reverse_ = false, sentences_ = false, json_ = false, csv_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_TIMELINE_H_
