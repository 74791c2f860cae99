#ifndef ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "graph/store/internal/database.h"

namespace actant::internal {

/// The dictionary of the lemmas of open relations. An id is the lower half of the lemma's hash, or the next free number
/// where another lemma has it already, so ids do not depend on the order of articles unless two lemmas collide.
/// Thread-safe.
class OpenLemmas {
 public:
  explicit OpenLemmas(Database& database) : database_(database) {}
  /// The id of a lemma; a new one is written to the database at once.
  uint32_t id_of(const std::string& lemma);
  /// Empty for an unknown id.
  std::string lemma_of(uint32_t id) const;

 private:
  Database& database_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, uint32_t> ids_;
  mutable std::unordered_map<uint32_t, std::string> lemmas_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_
