#ifndef ACTANT_EXPORT_ARRANGEMENT_H_
#define ACTANT_EXPORT_ARRANGEMENT_H_

#include <vector>

#include "export/look.h"
#include "export/selection.h"

namespace actant {

/// Places, sizes and colours of the selected nodes, so that a viewer shows a picture at once: ForceAtlas2 with the
/// edges of each pair as one, then nodes moved apart that would cover each other; the area of a node grows with its
/// degree.
///
/// Holds the nodes and edges of the selection in memory, about 100 bytes a node and 28 an edge. The same graph gives
/// the same picture on every machine.
class Arrangement {
 public:
  Arrangement(const SelectedGraph& graph, ColorBy color);

  /// nullptr for a node that is not selected. O(log n).
  const Look* find(NodeId id) const;

 private:
  std::vector<NodeId> ids_;  // in the order of their numbers, which is that of the ids
  std::vector<Look> looks_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_ARRANGEMENT_H_
