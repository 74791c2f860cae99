#ifndef ACTANT_TOOLS_CLI_COMMAND_SOURCE_H_
#define ACTANT_TOOLS_CLI_COMMAND_SOURCE_H_

#include <optional>
#include <string>

#include "extract/text/article_reader.h"
#include "graph/store/store.h"
#include "tools/cli/command.h"

namespace actant {

/// `actant source DIR ARTICLE`: the record of an article as the archive holds it.
class SourceCommand : public Command {
 public:
  std::string_view name() const override { return "source"; }
  std::string_view summary() const override { return "print the record of the archive that an article was read from"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  std::optional<Article> find_article(const Store& store, Messages& messages) const;
  std::string difference(const Store& store, const Article& stored, const InputArticle& found) const;

  std::string graph_;
  std::string article_;
  std::string archive_;
  ReadOptions read_;
  bool text_ = false;
  bool page_ = false;
  bool force_ = false;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_SOURCE_H_
