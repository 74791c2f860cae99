#include "tools/cli/command.h"

#include "tools/cli/command_backup.h"
#include "tools/cli/command_bridges.h"
#include "tools/cli/command_build.h"
#include "tools/cli/command_check.h"
#include "tools/cli/command_communities.h"
#include "tools/cli/command_compact.h"
#include "tools/cli/command_decide.h"
#include "tools/cli/command_decisions.h"
#include "tools/cli/command_explain.h"
#include "tools/cli/command_export.h"
#include "tools/cli/command_extract.h"
#include "tools/cli/command_load.h"
#include "tools/cli/command_merge.h"
#include "tools/cli/command_neighbors.h"
#include "tools/cli/command_path.h"
#include "tools/cli/command_query.h"
#include "tools/cli/command_remove.h"
#include "tools/cli/command_restore.h"
#include "tools/cli/command_show.h"
#include "tools/cli/command_source.h"
#include "tools/cli/command_stats.h"
#include "tools/cli/command_timeline.h"
#include "tools/cli/command_top.h"
#include "tools/cli/command_why.h"
#include "tools/cli/command_why_same.h"

namespace actant {
namespace {

struct Entry {
  std::string_view name;
  std::unique_ptr<Command> (*make)();
};

template <typename T>
std::unique_ptr<Command> make() {
  return std::make_unique<T>();
}

constexpr Entry kCommands[] = {
    {"build", make<BuildCommand>},
    {"extract", make<ExtractCommand>},
    {"load", make<LoadCommand>},
    {"query", make<QueryCommand>},
    {"show", make<ShowCommand>},
    {"why", make<WhyCommand>},
    {"source", make<SourceCommand>},
    {"stats", make<StatsCommand>},
    {"export", make<ExportCommand>},
    {"merge", make<MergeCommand>},
    {"remove", make<RemoveCommand>},
    {"check", make<CheckCommand>},
    {"compact", make<CompactCommand>},
    {"backup", make<BackupCommand>},
    {"restore", make<RestoreCommand>},
    {"path", make<PathCommand>},
    {"neighbors", make<NeighborsCommand>},
    {"timeline", make<TimelineCommand>},
    {"top", make<TopCommand>},
    {"communities", make<CommunitiesCommand>},
    {"bridges", make<BridgesCommand>},
    {"why-same", make<WhySameCommand>},
    {"same", make<SameCommand>},
    {"different", make<DifferentCommand>},
    {"rename", make<RenameCommand>},
    {"decisions", make<DecisionsCommand>},
    {"resolve", make<ResolveCommand>},
    {"explain", make<ExplainCommand>},
};

}  // namespace

OptionTable Command::table() {
  OptionTable table;
  declare(table);
  table.add(Option{.name = "help", .letter = 'h', .help = "print this help and exit", .set = set_true(wants_help_)});
  return table;
}

void Command::setup(const std::vector<std::string>& args) {
  // Help is wanted even where the rest of the line is wrong or missing.
  for (const std::string& arg : args) {
    if (arg == "--") break;
    if (arg == "--help" || arg == "-h") wants_help_ = true;
  }
  if (wants_help_) return;
  table().parse(args);
  validate();
}

std::unique_ptr<Command> make_command(std::string_view name) {
  for (const Entry& entry : kCommands) {
    if (entry.name == name) return entry.make();
  }
  return nullptr;
}

const std::vector<std::string_view>& command_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const Entry& entry : kCommands) result.push_back(entry.name);
    return result;
  }();
  return names;
}

}  // namespace actant
