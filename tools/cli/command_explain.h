#ifndef ACTANT_TOOLS_CLI_COMMAND_EXPLAIN_H_
#define ACTANT_TOOLS_CLI_COMMAND_EXPLAIN_H_

#include "extract/extractor.h"
#include "tools/cli/command.h"
#include "tools/cli/explain_text.h"

namespace actant {

/// `actant explain FILE...`: how articles were read, so that an error is found.
class ExplainCommand : public Command {
 public:
  std::string_view name() const override { return "explain"; }
  std::string_view summary() const override { return "show how an article is read: parse, entities, rules"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  std::vector<std::string> paths_;
  ExtractOptions extract_;
  ExplainOptions text_;
  std::string id_;
  bool open_ = false;
  bool json_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_EXPLAIN_H_
