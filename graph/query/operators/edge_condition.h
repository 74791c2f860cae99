#ifndef ACTANT_GRAPH_QUERY_OPERATORS_EDGE_CONDITION_H_
#define ACTANT_GRAPH_QUERY_OPERATORS_EDGE_CONDITION_H_

#include "graph/query/evidence_filter.h"
#include "graph/query/operator.h"

namespace actant {

/// The matches whose edge of one triple meets its condition on articles, confidence, dates, publishers or title. Cost:
/// a look-up for each edge and, where the evidence is asked, reading it; nothing for an edge that comes again at once.
class EdgeConditionOperator : public Operator {
 public:
  EdgeConditionOperator(std::unique_ptr<Operator> from, TripleStep step, const Store& store, const GraphReader& reader,
                        OperatorEstimate estimate);
  std::string describe() const override { return "condition: " + step_.text; }

 protected:
  bool advance(Match& match) override;

 private:
  bool passes(const EdgeKey& key);

  TripleStep step_;
  const GraphReader& reader_;
  EvidenceFilter filter_;
  EdgeKey last_;
  bool last_passes_ = false, has_last_ = false;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_OPERATORS_EDGE_CONDITION_H_
