#ifndef ACTANT_GRAPH_STORE_INTERNAL_ENTRY_SOURCE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_ENTRY_SOURCE_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/database.h"

namespace actant::internal {

/// Entries of one family in the order of their keys, one after the other.
class EntrySource {
 public:
  virtual ~EntrySource() = default;
  virtual bool valid() const = 0;
  /// Of the entry that is at hand; the views live until next().
  virtual std::string_view key() const = 0;
  virtual std::string_view value() const = 0;
  /// \throws IoError, CorruptData.
  virtual void next() = 0;
};

/// The entries of a family of a database that `keep` is true for (null: all).
std::unique_ptr<EntrySource> make_family_source(const Database& database, Family family,
                                                std::function<bool(std::string_view key)> keep,
                                                const Database::Snapshot* snapshot = nullptr);

/// Several sources as one. Entries of equal keys become one: their sum in the families that have a merge operator, else
/// the first of them (which source is first does not matter: such entries are equal).
std::unique_ptr<EntrySource> make_merged_source(Family family, std::vector<std::unique_ptr<EntrySource>> sources);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_ENTRY_SOURCE_H_
