#ifndef ACTANT_EXPORT_FORCE_ATLAS2_H_
#define ACTANT_EXPORT_FORCE_ATLAS2_H_

#include <cstdint>
#include <vector>

#include "graph/algorithm/weighted_pair.h"

namespace actant {

/// A place on the plane.
struct Point {
  float x = 0, y = 0;
};

/// ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian, ForceAtlas2, a Continuous Graph Layout Algorithm for Handy Network
/// Visualization Designed for the Gephi Software, PLoS ONE 9(6), 2014): repulsion by degree, attraction along edges,
/// gravity; speed from swinging and traction (section "Adapting the local speed"); repulsion by the approximation of
/// Barnes and Hut.
struct ForceAtlas2Options {
  float scaling = 10;    ///< strength of the repulsion; larger spreads the picture
  float gravity = 0.3f;  ///< keeps components together; grows with the distance (the "stronger gravity" of Gephi)
  float theta =
      1.2f;  ///< a cell counts as one body when its width is below theta times its distance; the value of Gephi
  float tolerance = 1;  ///< how much swinging is borne: larger is faster and less precise
  int iterations = 0;   ///< 0: as many as the size needs, 1000 for small graphs down to 100
};

/// [nodes] a place for each node, the centre of mass at 0. The same input gives the same places on every machine: one
/// thread, no random numbers, basic arithmetic alone. O(iterations * (n log n + m)), 60 bytes a node and 12 an edge.
/// Edges to the same node are ignored.
std::vector<Point> force_atlas2(uint32_t nodes, const std::vector<WeightedPair>& edges,
                                const ForceAtlas2Options& options = {});

/// Moves apart what overlaps: discs of the given radii, with `gap` between them. At most `rounds` passes, each O(n) for
/// even spreads.
void remove_overlaps(std::vector<Point>& points, const std::vector<float>& radii, float gap, int rounds = 60);

}  // namespace actant

#endif  // ACTANT_EXPORT_FORCE_ATLAS2_H_
