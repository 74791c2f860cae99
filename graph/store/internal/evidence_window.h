#ifndef ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WINDOW_H_
#define ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WINDOW_H_

#include <vector>

#include "graph/store/graph_reader.h"
#include "graph/store/internal/node_evidence.h"

namespace actant::internal {

/// Of fewer edges all evidence is read, which takes some ten milliseconds.
inline constexpr size_t kFewParts = 4096;

/// Takes those layer-1 edges out of `parts` whose first and last dates tell that their evidence is not needed for
/// `window`; none where they are few. An edge of which the dates are not known stays. False when some were taken out
/// because there was enough before them. Cost: linear, but for the first window.enough.
bool keep_window(const EvidenceWindow& window, std::vector<NodeEvidence::Part>& parts, size_t few = kFewParts);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_EVIDENCE_WINDOW_H_
