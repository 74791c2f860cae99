#include "graph/store/internal/open_lemmas.h"

#include "graph/store/internal/keys.h"

namespace actant::internal {

std::string OpenLemmas::lemma_of(uint64_t id) const {
  const std::lock_guard lock(mutex_);
  if (const auto it = lemmas_.find(id); it != lemmas_.end()) return it->second;
  const auto stored = database_.get(Family::kOpenLemmas, open_lemma_key(id));
  if (!stored) return {};
  lemmas_.emplace(id, *stored);
  return *stored;
}

}  // namespace actant::internal
