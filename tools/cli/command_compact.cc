#include "tools/cli/command_compact.h"

#include <filesystem>

#include "graph/store/store.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

uint64_t bytes_of(const std::string& directory) {
  uint64_t sum = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    const uint64_t size = it->is_regular_file(error) ? it->file_size(error) : 0;
    if (!error) sum += size;
  }
  return sum;
}

}  // namespace

void CompactCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "DIR", .help = "the graph", .set = set_text(graph_)});
  table.add(Example{"actant compact news.graph", "after many articles were replaced or removed"});
}

int CompactCommand::run(Console& console) {
  StoreOptions options;
  options.create = false;
  uint64_t before = 0;
  {
    const auto store = Store::open(graph_, options);
    before = bytes_of(graph_);
    console.messages.status("compacting");
    store->compact();
  }
  console.messages.status("");
  console.out.write("graph " + graph_ + ": " + with_commas(before) + " bytes before, " + with_commas(bytes_of(graph_)) +
                    " now\n");
  return exit_code_of(console.messages);
}

}  // namespace actant
