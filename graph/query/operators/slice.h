#ifndef ACTANT_GRAPH_QUERY_OPERATORS_SLICE_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_SLICE_H_

#include <optional>

#include "graph/query/operator.h"

namespace actant {

/// Leaves out the first `offset` matches and ends after `limit` more. Once it has ended its input is not asked again.
class SliceOperator : public Operator {
 public:
  SliceOperator(std::unique_ptr<Operator> from, uint64_t offset, std::optional<uint64_t> limit);
  std::string describe() const override;

 protected:
  bool advance(Match& match) override;

 private:
  uint64_t offset_;
  std::optional<uint64_t> limit_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_SLICE_H_
