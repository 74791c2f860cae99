#ifndef ACTANT_GRAPH_STORE_INTERNAL_RELATION_SAMPLE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_RELATION_SAMPLE_H_

#include <array>
#include <mutex>
#include <optional>

#include "graph/store/graph_reader.h"
#include "graph/store/internal/read_view.h"

namespace actant::internal {

/// GraphReader::statistics() of all relations: read when first asked for, then kept. The readers of a graph that is
/// open for reading only see one state and share one; to sample took longer than to answer most patterns. For any
/// number of threads.
class RelationSample {
 public:
  RelationStatistics of(RelationType relation, const ReadView& view);

 private:
  using Statistics = std::array<RelationStatistics, 256>;  // by the value of the relation
  static Statistics read(const ReadView& view);

  std::mutex mutex_;
  std::optional<Statistics> statistics_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_RELATION_SAMPLE_H_
