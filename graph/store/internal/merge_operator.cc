#include "graph/store/internal/merge_operator.h"

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/values.h"

namespace actant::internal {
namespace {

struct Sum {
  static constexpr const char* kName = "actant.sum.1";
  uint64_t value = 0;
  bool parse(std::string_view bytes) {
    Decoder in(bytes);
    value = in.u64();
    return in.ok() && in.done();
  }
  void add(const Sum& other) { value += other.value; }
  void append_to(std::string& out) const { put_u64(out, value); }
};

struct NodeSum : NodeAggregate {
  static constexpr const char* kName = "actant.node.1";
};

struct EdgeSum : EdgeAggregate {
  static constexpr const char* kName = "actant.edge.1";
};

// No bytes are the sums of an edge that are not known here, as in graphs of version 2; what is added to them is not
// known either.
struct EdgeInSum : EdgeAggregate {
  static constexpr const char* kName = "actant.edge-in.1";
  bool unknown = false;
  bool parse(std::string_view bytes) {
    unknown = bytes.empty();
    return unknown || EdgeAggregate::parse(bytes);
  }
  void add(const EdgeInSum& other) {
    unknown = unknown || other.unknown;
    EdgeAggregate::add(other);
  }
  void append_to(std::string& out) const {
    if (!unknown) EdgeAggregate::append_to(out);
  }
};

template <typename Value>
class SumOperator : public rocksdb::AssociativeMergeOperator {
 public:
  const char* Name() const override { return Value::kName; }

  bool Merge(const rocksdb::Slice&, const rocksdb::Slice* existing, const rocksdb::Slice& operand, std::string* result,
             rocksdb::Logger*) const override {
    Value total, more;
    if (existing && !total.parse(std::string_view(existing->data(), existing->size()))) return false;
    if (!more.parse(std::string_view(operand.data(), operand.size()))) return false;
    total.add(more);
    result->clear();
    total.append_to(*result);
    return true;
  }
};

template <typename Value>
bool add(std::string& value, std::string_view operand) {
  Value total, more;
  if (!total.parse(value) || !more.parse(operand)) return false;
  total.add(more);
  value.clear();
  total.append_to(value);
  return true;
}

}  // namespace

bool has_sums(Family family) {
  return family == Family::kMeta || family == Family::kAttributes || family == Family::kNodes ||
         family == Family::kEdgesOut || family == Family::kEdgesIn;
}

std::shared_ptr<rocksdb::MergeOperator> make_merge_operator(Family family) {
  if (!has_sums(family)) return nullptr;
  if (family == Family::kNodes) return make_node_merge();
  if (family == Family::kEdgesIn) return std::make_shared<SumOperator<EdgeInSum>>();
  return family == Family::kEdgesOut ? make_edge_merge() : make_sum_merge();
}

void add_values(Family family, std::string& value, std::string_view operand) {
  if (!has_sums(family)) return;
  const bool added = family == Family::kNodes      ? add<NodeSum>(value, operand)
                     : family == Family::kEdgesOut ? add<EdgeSum>(value, operand)
                     : family == Family::kEdgesIn  ? add<EdgeInSum>(value, operand)
                                                   : add<Sum>(value, operand);
  if (!added) throw CorruptData("a sum of the graph cannot be read");
}

std::shared_ptr<rocksdb::MergeOperator> make_sum_merge() { return std::make_shared<SumOperator<Sum>>(); }
std::shared_ptr<rocksdb::MergeOperator> make_node_merge() { return std::make_shared<SumOperator<NodeSum>>(); }
std::shared_ptr<rocksdb::MergeOperator> make_edge_merge() { return std::make_shared<SumOperator<EdgeSum>>(); }

}  // namespace actant::internal
