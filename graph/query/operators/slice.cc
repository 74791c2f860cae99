#include "graph/query/operators/slice.h"

#include <algorithm>

namespace actant {
namespace {

OperatorEstimate estimate_of(const Operator& from, uint64_t offset, std::optional<uint64_t> limit) {
  const OperatorEstimate& all = from.estimate();
  const double needed =
      limit ? std::min(all.rows, static_cast<double>(*limit) + static_cast<double>(offset)) : all.rows;
  const double rows = std::max(0.0, needed - static_cast<double>(offset));
  return {rows, all.rows > 0 ? all.cost * needed / all.rows : all.cost};
}

}  // namespace

SliceOperator::SliceOperator(std::unique_ptr<Operator> from, uint64_t offset, std::optional<uint64_t> limit)
    : Operator(estimate_of(*from, offset, limit)), offset_(offset), limit_(limit) {
  add_input(std::move(from));
}

std::string SliceOperator::describe() const {
  return (limit_ ? "limit " + std::to_string(*limit_) : std::string("no limit")) +
         (offset_ > 0 ? " offset " + std::to_string(offset_) : "");
}

bool SliceOperator::advance(Match& match) {
  if (limit_ && produced() >= *limit_) return false;
  for (; offset_ > 0; --offset_) {
    if (!input().next(match)) return false;
  }
  return input().next(match);
}

}  // namespace actant
