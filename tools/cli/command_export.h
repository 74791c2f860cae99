#ifndef ACTANT_TOOLS_CLI_COMMAND_EXPORT_H_
#define ACTANT_TOOLS_CLI_COMMAND_EXPORT_H_

#include "export/exporter.h"
#include "export/selection.h"
#include "export/writer.h"
#include "tools/cli/command.h"
#include "tools/cli/edge_filters.h"

namespace actant {

/// `actant export DIR --to FORMAT -o FILE`: the graph, or a part of it, as a file for other programs.
class ExportCommand : public Command {
 public:
  std::string_view name() const override { return "export"; }
  std::string_view summary() const override { return "write the graph for browsers, Gephi, Neo4j, RDF tools"; }
  void declare(OptionTable& table) override;
  int run(Console& console) override;

 protected:
  void validate() override;

 private:
  void declare_selection(OptionTable& table);
  void declare_looks(OptionTable& table);
  void declare_format_options(OptionTable& table);
  bool choose_around(const Store& store, Selection& selection, Messages& messages) const;
  Selection selection() const;

  std::string graph_;
  std::string format_;
  std::string file_ = "-";
  bool force_ = false;
  EdgeFilters filters_;
  std::vector<std::string> relations_;
  std::vector<std::string> around_;
  uint32_t hops_ = 1;
  uint32_t top_ = 0;
  uint32_t split_ = 0;
  bool with_statements_ = false;
  bool open_ = false;
  WriterOptions writer_options_;
  ExportOptions export_options_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_EXPORT_H_
