#ifndef ACTANT_TOOLS_CLI_SHOWN_EDGE_H_
#define ACTANT_TOOLS_CLI_SHOWN_EDGE_H_

#include "graph/store/store.h"

namespace actant {

/// An edge as it is printed. The store keeps a symmetric edge with the smaller id as subject; it is printed with the
/// node first that the user asked about, and so may be turned. `edge.key` stays as the store knows it.
struct ShownEdge {
  Edge edge;
  bool turned = false;

  NodeId subject() const { return turned ? edge.key.object : edge.key.subject; }
  NodeId object() const { return turned ? edge.key.subject : edge.key.object; }
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_SHOWN_EDGE_H_
