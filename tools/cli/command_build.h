#ifndef ACTANT_TOOLS_CLI_COMMAND_BUILD_H_
#define ACTANT_TOOLS_CLI_COMMAND_BUILD_H_

#include <unordered_map>
#include <vector>

#include "graph/store/store.h"
#include "tools/cli/article_run.h"
#include "tools/cli/command.h"
#include "tools/cli/identity_options.h"
#include "tools/cli/tally.h"

namespace actant {

/// `actant build PATH... --graph DIR`: articles into a graph.
class BuildCommand : public Command {
 public:
  std::string_view name() const override { return "build"; }
  std::string_view summary() const override { return "build a graph from articles"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  void read(ArticleRun& run, Store& store, Output* records);
  void take(ReadArticle& article, ArticleRun& run);
  void add_group(ArticleRun& run, Store& store, Output* records);
  void add_each(ArticleRun& run, Store& store);

  ArticleOptions articles_;
  std::string graph_;
  std::string records_;
  bool force_ = false;
  bool count_duplicates_ = false;
  IdentityOptions identity_;
  bool json_ = false;
  std::string model_;  // version of the extractor
  Tally tally_;
  // Articles that were read and are not in the graph yet: written together they take less than half the time.
  std::vector<Record> group_;
  std::vector<uint64_t> fingerprints_;
  std::vector<std::string> formats_;
  uint64_t group_bytes_ = 0;  // of text
  bool interrupted_ = false;
  std::unordered_map<uint64_t, uint64_t> seen_;  // fingerprints of the articles of this run by hash of the id
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_BUILD_H_
