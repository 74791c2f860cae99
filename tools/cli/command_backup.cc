#include "tools/cli/command_backup.h"

#include "graph/store/backup.h"
#include "tools/cli/text_format.h"

namespace actant {

void BackupCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Argument{
      .name = "FOLDER", .help = "the folder of backups; made when it does not exist", .set = set_text(folder_)});
  table.add(Option{.name = "keep",
                   .value = "N",
                   .help = "then remove all but the N latest backups; default 0, which removes none",
                   .set = set_number(keep_)});
  table.add(Example{"actant backup news.graph /media/disk/news.backups --keep 7", "every night, for a week"});
}

int BackupCommand::run(Console& console) {
  StoreOptions options;
  options.create = false;
  const auto store = Store::open(graph_, options);
  console.messages.status("copying");
  const BackupInfo info = backup_graph(*store, folder_, keep_);
  console.messages.status("");
  console.out.write("backed up " + graph_ + " to " + folder_ + ": " + with_commas(info.bytes) + " bytes, " +
                    count_of(info.backups, "backup") + " there\n");
  return exit_code_of(console.messages);
}

}  // namespace actant
