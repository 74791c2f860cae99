#ifndef ACTANT_EXPORT_EXPORTER_H_
#define ACTANT_EXPORT_EXPORTER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "export/selection.h"
#include "export/writer.h"

namespace actant {

struct ExportCounts {
  uint64_t nodes = 0;
  uint64_t edges = 0;
  uint64_t bytes = 0;
};

/// How the exporter works, whatever the format.
struct ExportOptions {
  bool layout = false;  ///< give nodes a place, a size and a colour; holds the selection in memory (Arrangement)
  ColorBy color = ColorBy::kType;  ///< with a layout
};

/// The folder in which an export to `path` keeps what does not fit into memory while it runs, in files without a name:
/// that of the export, where there must be room in any case; empty, which is the system's folder for temporary files,
/// for standard output.
std::string temporary_folder_of(const std::string& path);

/// Streams the selected graph through the writer into the file or, for formats of several files, the folder `path`
/// (`-`: standard output). It is written under a temporary name beside it and renamed when complete, so a failed export
/// leaves what was there. Memory is constant but for the selection's set of nodes, a layout, and what the format's page
/// says.
/// \throws IoError naming the file; InvalidArgument when a folder is to go to standard output.
ExportCounts export_graph(const Store& store, const Selection& selection, Writer& writer, const std::string& path,
                          const ExportOptions& options = {});

}  // namespace actant

#endif  // ACTANT_EXPORT_EXPORTER_H_
