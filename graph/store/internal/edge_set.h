#ifndef ACTANT_GRAPH_STORE_INTERNAL_EDGE_SET_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EDGE_SET_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/model/ids.h"

namespace actant::internal {

/// A set of edges that only grows, in one block of memory (open addressing; Knuth, TAOCP 3, 6.4, algorithm L): for the
/// edges of a hub, of which tens of thousands are put in at once.
class EdgeSet {
 public:
  /// False when it was there. `key` has a subject.
  bool insert(const EdgeKey& key) {
    if (2 * count_ >= places_.size()) grow();
    EdgeKey& place = place_of(key);
    if (place.subject) return false;
    place = key;
    ++count_;
    return true;
  }
  void clear() {
    if (count_ == 0) return;
    places_.clear();
    count_ = 0;
  }
  size_t size() const { return count_; }

 private:
  static size_t hash_of(const EdgeKey& edge) {
    uint64_t hash = edge.subject.value * 0x9e3779b97f4a7c15ULL ^ edge.object.value;
    hash = (hash ^ static_cast<uint64_t>(edge.relation) << 8 ^ edge.open ^ static_cast<uint64_t>(edge.modality) << 2 ^
            static_cast<uint64_t>(edge.negated)) *
           0xff51afd7ed558ccdULL;
    return hash ^ hash >> 32;
  }

  // The place of the edge, or the free one where it belongs.
  EdgeKey& place_of(const EdgeKey& key) {
    const size_t mask = places_.size() - 1;
    size_t at = hash_of(key) & mask;
    while (places_[at].subject && !(places_[at] == key)) at = (at + 1) & mask;
    return places_[at];
  }

  void grow() {
    std::vector<EdgeKey> old(places_.empty() ? 64 : 2 * places_.size());
    old.swap(places_);
    for (const EdgeKey& key : old) {
      if (key.subject) place_of(key) = key;
    }
  }

  std::vector<EdgeKey> places_;  // a power of two of them; free ones without a subject
  size_t count_ = 0;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EDGE_SET_H_
