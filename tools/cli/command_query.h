#ifndef ACTANT_TOOLS_CLI_COMMAND_QUERY_H_
#define ACTANT_TOOLS_CLI_COMMAND_QUERY_H_

#include "tools/cli/command.h"
#include "tools/cli/edge_search.h"
#include "tools/cli/pattern_query.h"

namespace actant {

/// `actant query DIR SUBJECT RELATION OBJECT`: the edges that match, best supported first. `actant query DIR PATTERN`:
/// what matches several triples.
class QueryCommand : public Command {
 public:
  std::string_view name() const override { return "query"; }
  std::string_view summary() const override { return "find who did what to whom"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  bool is_pattern() const;
  size_t limit() const;
  int run_search(const Store& store, Console& console) const;
  void print_table(const FoundEdges& found, NodeNames& names, Console& console) const;

  EdgeSearch search_;
  std::optional<PatternQuery> pattern_;  ///< of the second form
  std::optional<uint32_t> limit_;
  bool json_ = false;
  bool csv_ = false;
  bool explain_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_QUERY_H_
