#ifndef ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "graph/store/internal/database.h"

namespace actant::internal {

/// The dictionary of the lemmas of open relations, read through a cache. Thread-safe.
class OpenLemmas {
 public:
  explicit OpenLemmas(const Database& database) : database_(database) {}
  /// Empty for an unknown id.
  std::string lemma_of(uint64_t id) const;

 private:
  const Database& database_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<uint64_t, std::string> lemmas_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_OPEN_LEMMAS_H_
