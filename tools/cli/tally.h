#ifndef ACTANT_TOOLS_CLI_TALLY_H_
#define ACTANT_TOOLS_CLI_TALLY_H_

#include <cstdint>
#include <map>
#include <string>

#include "graph/store/store.h"
#include "tools/cli/console.h"

namespace actant {

/// What became of the articles of one run of build or load.
struct Tally {
  uint64_t added = 0;
  uint64_t unchanged = 0;
  uint64_t replaced = 0;
  uint64_t triples = 0;                     ///< relations of the added and replaced articles
  std::map<std::string, uint64_t> skipped;  ///< by reason
  std::string table;                        ///< by format, in place of the lines by reason; may be empty
  std::string formats;                      ///< the same as JSON; may be empty
  uint64_t near_duplicates_before = 0;      ///< those of the graph before the run

  void count(AddResult result, uint64_t relations);
  uint64_t skipped_total() const;
  uint64_t read() const { return added + unchanged + replaced + skipped_total(); }
  bool changed() const { return added + replaced > 0; }
};

/// `graph news.graph: 28 articles (2 near duplicates), 239 nodes, 299 edges, 323 pieces of evidence` and a newline.
std::string graph_line(const std::string& directory, const StoreCounts& counts);

/// The same as members of a JSON object, each after a comma.
std::string graph_members(const StoreCounts& counts);

/// The final lines: what was read and what the graph holds now. `json`: one object instead.
void print_tally(const Tally& tally, const StoreCounts& counts, const std::string& directory, bool json, Output& out);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_TALLY_H_
