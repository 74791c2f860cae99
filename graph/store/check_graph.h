#ifndef ACTANT_GRAPH_STORE_CHECK_GRAPH_H_
#define ACTANT_GRAPH_STORE_CHECK_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/store/options.h"

namespace actant {

/// What check_graph() may use.
struct CheckOptions {
  /// Bytes of entries that are sorted in memory. Default 128 MiB.
  size_t memory_bytes = size_t{128} << 20;
  /// Where what does not fit is sorted: about as much as the graph has; empty: the system's folder for temporary files.
  std::string temporary_directory;
  /// After this many problems of one kind the rest of that kind is only counted. Default 20.
  size_t most_problems = 20;
};

/// What check_graph() found.
struct CheckResult {
  uint64_t articles = 0, nodes = 0, edges = 0, evidence = 0;  ///< of layer 1, that is before names are merged
  uint64_t entries = 0;                                       ///< that were compared
  uint64_t problems = 0;                                      ///< 0: all is well
};

/// Verifies every invariant of a graph (graph/store/format.md): the checksums of all blocks; every key and value can be
/// read; the evidence, mentions and sentences belong to stored articles, and each article has all that it contributed;
/// nodes, attributes, names, edges_out and edges_in are exactly what follows from these, in both directions and with
/// all sums; the counters; the decisions (who is who, one story) lead to what exists. `report` is told each problem as
/// one line. The graph is opened for reading; it may be written by another process meanwhile, of which nothing is seen.
/// Cost: a few passes over the graph and a sort of about half of it.
/// \throws InvalidArgument, UnsupportedVersion, IoError for what cannot be opened at all.
CheckResult check_graph(const std::string& directory, const std::function<void(const std::string&)>& report,
                        const CheckOptions& options = {});

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_CHECK_GRAPH_H_
