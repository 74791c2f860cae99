#ifndef ACTANT_GRAPH_STORE_INTERNAL_MERGE_OPERATOR_H_
#define ACTANT_GRAPH_STORE_INTERNAL_MERGE_OPERATOR_H_

#include <rocksdb/merge_operator.h>

#include <memory>
#include <string>
#include <string_view>

#include "graph/store/internal/database.h"

namespace actant::internal {

// Associative and commutative sums, so that support is added without reading. An operand is a value of the same form as
// the stored one. A value that cannot be read makes the operation fail as corruption; nothing throws, since RocksDB
// calls these on its own threads.

/// The operator of a family; null for those without sums.
std::shared_ptr<rocksdb::MergeOperator> make_merge_operator(Family family);
/// True for the families with sums.
bool has_sums(Family family);
/// Adds `operand` to `value` as the operator of the family does; where it has none, `value` stays as it is.
/// \throws CorruptData.
void add_values(Family family, std::string& value, std::string_view operand);

/// 64-bit sums modulo 2^64, big-endian: attributes, meta counters.
std::shared_ptr<rocksdb::MergeOperator> make_sum_merge();
/// NodeAggregate: nodes.
std::shared_ptr<rocksdb::MergeOperator> make_node_merge();
/// EdgeAggregate: edges_out.
std::shared_ptr<rocksdb::MergeOperator> make_edge_merge();

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_MERGE_OPERATOR_H_
