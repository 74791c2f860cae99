#include "graph/store/internal/open_lemmas.h"

#include "graph/model/ids.h"
#include "graph/store/internal/keys.h"

namespace actant::internal {

uint32_t OpenLemmas::id_of(const std::string& lemma) {
  const std::lock_guard lock(mutex_);
  if (const auto it = ids_.find(lemma); it != ids_.end()) return it->second;
  auto id = static_cast<uint32_t>(stable_hash(lemma));
  for (;; ++id) {
    if (id == 0) continue;  // 0 stands for no lemma
    const auto stored = database_.get(Family::kOpenLemmas, open_lemma_key(id));
    if (stored && *stored == lemma) break;
    if (!stored) {
      rocksdb::WriteBatch batch;
      check(batch.Put(database_.handle(Family::kOpenLemmas), open_lemma_key(id), lemma), "cannot write");
      database_.write(batch);
      break;
    }
  }
  ids_.emplace(lemma, id);
  lemmas_.emplace(id, lemma);
  return id;
}

std::string OpenLemmas::lemma_of(uint32_t id) const {
  const std::lock_guard lock(mutex_);
  if (const auto it = lemmas_.find(id); it != lemmas_.end()) return it->second;
  const auto stored = database_.get(Family::kOpenLemmas, open_lemma_key(id));
  if (!stored) return {};
  lemmas_.emplace(id, *stored);
  return *stored;
}

}  // namespace actant::internal
