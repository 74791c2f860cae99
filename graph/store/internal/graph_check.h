#ifndef ACTANT_GRAPH_STORE_INTERNAL_GRAPH_CHECK_H_
#define ACTANT_GRAPH_STORE_INTERNAL_GRAPH_CHECK_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "graph/store/check_graph.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/entry_source.h"
#include "graph/store/internal/sorted_runs.h"

namespace actant::internal {

/// What the parts of check_graph() (check_parts.h) share: a state of the graph, what was counted, and whom to tell.
class GraphCheck {
 public:
  GraphCheck(const std::string& directory, const std::function<void(const std::string&)>& report,
             const CheckOptions& options);

  const CheckOptions& options() const { return options_; }
  const Database& database() const { return database_; }
  const Database::Snapshot& snapshot() const { return snapshot_; }
  CheckResult& result() { return result_; }

  /// Counts a problem, and reports it when there were not too many of its kind. Kinds are names of families and of what
  /// spans several.
  void problem(const std::string& kind, const std::string& text);
  bool found(const std::string& kind) const { return counts_.contains(kind); }
  /// Reports how many problems of each kind were counted only.
  void report_rest() const;

  /// Runs a part; bytes that cannot be read are a problem like others, and end the part.
  template <typename Part>
  void guarded(const std::string& kind, const Part& part) {
    try {
      part();
    } catch (const CorruptData& error) {
      problem(kind, error.what());
    }
  }

  /// All entries of a family.
  void scan(Family family, const std::function<void(std::string_view key, std::string_view value)>& visit);
  /// Walks over the entries of a family whose keys take part, and over what these should be.
  void compare(Family family, EntrySource& expected, const std::function<bool(std::string_view key)>& takes_part,
               bool values);

  /// How a user would name what a key stands for.
  static std::string describe(Family family, std::string_view key);
  static std::string hex(std::string_view bytes);

 private:
  CheckOptions options_;
  const std::function<void(const std::string&)>& report_;
  Database database_;
  Database::Snapshot snapshot_;
  CheckResult result_;
  std::map<std::string, uint64_t> counts_;  // problems of each kind
};

/// Entries that a graph should have, sorted in a folder for temporary files that goes with the object.
class ExpectedEntries {
 public:
  explicit ExpectedEntries(const CheckOptions& options);
  ~ExpectedEntries();
  ExpectedEntries(const ExpectedEntries&) = delete;
  ExpectedEntries& operator=(const ExpectedEntries&) = delete;

  SortedRuns& runs() { return runs_; }

 private:
  std::string folder_;
  SortedRuns runs_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_GRAPH_CHECK_H_
