#include "tools/cli/command_restore.h"

#include "graph/store/backup.h"
#include "tools/cli/text_format.h"

namespace actant {

void RestoreCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "FOLDER", .help = "the folder that 'actant backup' wrote to", .set = set_text(folder_)});
  table.add(Argument{.name = "DIR", .help = "the graph to make; must not exist", .set = set_text(graph_)});
  table.add(Example{"actant restore /media/disk/news.backups news.graph", "after a disk was lost"});
}

int RestoreCommand::run(Console& console) {
  console.messages.status("verifying and copying");
  const BackupInfo info = restore_graph(folder_, graph_);
  console.messages.status("");
  console.out.write("restored " + graph_ + ": " + with_commas(info.bytes) + " bytes\n");
  return exit_code_of(console.messages);
}

}  // namespace actant
