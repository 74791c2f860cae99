#ifndef ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_

#include <functional>
#include <memory>
#include <utility>

#include "graph/store/graph_reader.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/relation_sample.h"

namespace actant {

/// The state that a reader sees, and what it has learnt of it.
struct GraphReader::Impl {
  Impl(const std::function<internal::ReadView()>& make_view, std::shared_ptr<internal::RelationSample> shared_sample)
      : view(make_view()), sample(std::move(shared_sample)) {}

  internal::ReadView view;
  std::shared_ptr<internal::RelationSample> sample;
  std::unique_ptr<EdgeCursor> counter;  ///< of estimate_edges()
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_
