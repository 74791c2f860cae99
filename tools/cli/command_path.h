#ifndef ACTANT_TOOLS_CLI_COMMAND_PATH_H_
#define ACTANT_TOOLS_CLI_COMMAND_PATH_H_

#include "graph/query/path_search.h"
#include "tools/cli/command.h"
#include "tools/cli/link_options.h"
#include "tools/cli/node_names.h"

namespace actant {

/// `actant path DIR A B`: how two nodes are connected, with a sentence for each step.
class PathCommand : public Command {
 public:
  std::string_view name() const override { return "path"; }
  std::string_view summary() const override { return "show how two nodes are connected, step by step"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override { links_.validate(); }

 private:
  /// A step of a path: the strongest edge between its nodes, how many there are, and the surest sentence.
  struct Step {
    Edge edge;
    bool turned = false;
    size_t edges = 0;
    std::optional<Evidence> evidence;
  };
  struct ShownPath {
    FoundPath path;
    std::vector<Step> steps;
    double confidence = 1;  ///< that the strongest edge of each step is right, if they are independent
  };

  ShownPath with_steps(const Store& store, const GraphReader& reader, FoundPath path, const LinkFilter& filter) const;
  void print_text(const ShownPath& shown, const Store& store, NodeNames& names, Console& console) const;
  std::string json(const ShownPath& shown, const Store& store, NodeNames& names) const;

  std::string graph_, from_, to_;
  LinkOptions links_;
  uint32_t paths_ = 1, max_hops_ = 6, max_edges_ = 120000;
  std::string by_ = "hops";
  bool directed_ = false, json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_PATH_H_
