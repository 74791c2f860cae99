#ifndef ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_
#define ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "graph/store/graph_reader.h"
#include "graph/store/internal/read_view.h"

namespace actant {

/// The state that a reader sees, and what it has learnt of it.
struct GraphReader::Impl {
  explicit Impl(const std::function<internal::ReadView()>& make_view) : view(make_view()) {}

  using Statistics = std::array<RelationStatistics, 256>;  ///< by the value of the relation
  void sample(Statistics& statistics) const;

  internal::ReadView view;
  std::optional<Statistics> statistics;
  std::unique_ptr<EdgeCursor> counter;  ///< of estimate_edges()
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_INTERNAL_GRAPH_READER_H_
