#ifndef ACTANT_TOOLS_CLI_COMMAND_WHY_H_
#define ACTANT_TOOLS_CLI_COMMAND_WHY_H_

#include "tools/cli/command.h"
#include "tools/cli/edge_search.h"

namespace actant {

/// `actant why DIR SUBJECT RELATION OBJECT`: the sentences behind the edges that match.
class WhyCommand : public Command {
 public:
  std::string_view name() const override { return "why"; }
  std::string_view summary() const override { return "show the sentences behind an edge"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  void print_edge(const Store& store, const ShownEdge& shown, NodeNames& names, Console& console) const;
  void print_json(const Store& store, const FoundEdges& found, NodeNames& names, Output& out) const;

  EdgeSearch search_;
  uint32_t edges_ = 10;
  uint32_t limit_ = 0;
  bool places_ = false;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_WHY_H_
