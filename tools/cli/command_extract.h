#ifndef ACTANT_TOOLS_CLI_COMMAND_EXTRACT_H_
#define ACTANT_TOOLS_CLI_COMMAND_EXTRACT_H_

#include "tools/cli/article_run.h"
#include "tools/cli/command.h"

namespace actant {

/// `actant extract PATH...`: articles into extraction records.
class ExtractCommand : public Command {
 public:
  std::string_view name() const override { return "extract"; }
  std::string_view summary() const override { return "write extraction records of articles"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 private:
  ArticleOptions articles_;
  std::string file_ = "-";
  bool force_ = false;
  bool no_text_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_EXTRACT_H_
