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

/// Streams the selected graph through the writer into the file `path` (`-`: standard output). A file is written under a
/// temporary name beside it and renamed when complete, so a failed export leaves what was there.
/// \throws IoError naming the file.
ExportCounts export_graph(const Store& store, const Selection& selection, Writer& writer, const std::string& path);

}  // namespace actant

#endif  // ACTANT_EXPORT_EXPORTER_H_
