#ifndef ACTANT_TOOLS_CLI_COMMAND_LOAD_H_
#define ACTANT_TOOLS_CLI_COMMAND_LOAD_H_

#include <memory>
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
  void load_file(const std::string& path, Store& store, Console& console);
  void load_line(const std::string& line, const LineReader& reader, Store& store, Messages& messages);
  void add_group(Store& store, Messages& messages);
  void add_one(const Record& record, const std::string& place, Store& store, Messages& messages);
  void skip(const std::string& place, const Error& error, Messages& messages);

  std::vector<std::string> paths_;
  std::string graph_;
  bool bulk_ = false;
  bool count_duplicates_ = false;
  IdentityOptions identity_;
  bool json_ = false;
  std::unique_ptr<BulkLoader> loader_;  // with --bulk
  std::vector<Record> group_;        // to be added together
  std::vector<std::string> places_;  // of these, FILE:LINE
  Tally tally_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_LOAD_H_
