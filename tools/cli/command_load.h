#ifndef ACTANT_TOOLS_CLI_COMMAND_LOAD_H_
#define ACTANT_TOOLS_CLI_COMMAND_LOAD_H_

#include <optional>
#include <string>
#include <vector>

#include "graph/store/bulk_loader.h"
#include "tools/cli/command.h"
#include "tools/cli/identity_options.h"
#include "tools/cli/line_reader.h"
#include "tools/cli/tally.h"

namespace actant {

/// `actant load RECORDS... --graph DIR`: merges extraction records made by anyone.
class LoadCommand : public Command {
 public:
  std::string_view name() const override { return "load"; }
  std::string_view summary() const override { return "merge extraction records into a graph"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  BulkOptions loading() const;
  void load_file(const std::string& path, BulkLoader& loader, Console& console);
  void load_line(const std::string& line, const LineReader& reader, BulkLoader& loader, Messages& messages);
  void skip(const std::string& place, const Error& error, Messages& messages);

  std::vector<std::string> paths_;
  std::string graph_;
  bool bulk_ = false;
  std::optional<uint32_t> step_;  // MB
  bool count_duplicates_ = false;
  IdentityOptions identity_;
  bool json_ = false;
  Tally tally_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_LOAD_H_
