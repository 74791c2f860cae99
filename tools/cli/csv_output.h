#ifndef ACTANT_TOOLS_CLI_CSV_OUTPUT_H_
#define ACTANT_TOOLS_CLI_CSV_OUTPUT_H_

#include <string>
#include <string_view>

#include "graph/store/store.h"
#include "tools/cli/node_names.h"
#include "tools/cli/shown_edge.h"

namespace actant {

/// One field of RFC 4180: quoted when it has a comma or a quote; control characters become blanks, so that a record is
/// one line. `a "b", c` becomes `"a ""b"", c"`.
std::string csv_field(std::string_view text);

/// `id,name,type` of a node; a statement by its text.
std::string node_csv(const Node& node);

/// The header of edge_csv(), with its line end.
std::string edge_csv_header();
/// An edge as one line.
std::string edge_csv(const ShownEdge& shown, NodeNames& names);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_CSV_OUTPUT_H_
