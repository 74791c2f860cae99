#ifndef ACTANT_GRAPH_STORE_INTERNAL_STORE_IMPL_H_
#define ACTANT_GRAPH_STORE_INTERNAL_STORE_IMPL_H_

#include <memory>
#include <mutex>
#include <string>

#include "graph/store/internal/database.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/open_lemmas.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/relation_sample.h"
#include "graph/store/internal/writer.h"
#include "graph/store/store.h"

namespace actant {

/// What is behind a Store, for the parts of the store that are classes and functions of their own.
struct Store::Impl {
  Impl(const std::string& directory, const StoreOptions& store_options, bool read_only);

  internal::ReadView view() const;
  uint64_t counter(const char* name) const;
  /// \throws InvalidArgument for a store that was opened for reading only.
  void check_writable() const;
  /// Forgets what was read of the decisions.
  void decisions_changed();

  static Impl& of(Store& store) { return *store.impl_; }

  StoreOptions options;
  internal::Database database;
  internal::OpenLemmas lemmas;
  internal::Writer writer;
  std::shared_ptr<internal::RelationSample> sample;  // of all readers of a graph that does not change, or null
  mutable std::mutex mutex;                          // guards what follows
  mutable std::shared_ptr<const internal::Resolution> resolution;
  mutable bool stories = false;
  mutable uint64_t sums_generation = 0;  // of the kept sums when the decisions were read
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_INTERNAL_STORE_IMPL_H_
