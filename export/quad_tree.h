#ifndef ACTANT_EXPORT_QUAD_TREE_H_
#define ACTANT_EXPORT_QUAD_TREE_H_

#include <cstdint>
#include <vector>

#include "export/force_atlas2.h"

namespace actant {

/// The square regions of Barnes and Hut (A hierarchical O(N log N) force-calculation algorithm, Nature 324, 1986): each
/// knows the mass and the centre of mass of what is in it.
class QuadTree {
 public:
  /// Builds over all points. Points of one place share a leaf. O(n log n); memory is kept from build to build.
  void build(const std::vector<Point>& points, const std::vector<float>& masses);

  /// The sum over all other points of mass / distance, along the direction away from them: what repels the point
  /// `index`.
  Point repulsion(uint32_t index, float theta) const;

 private:
  struct Cell {
    float x = 0, y = 0;  // centre of mass
    float mass = 0;
    float width = 0;
    uint32_t first = 0;  // of its points in order_
    uint32_t last = 0;   // behind the last
    uint32_t next = 0;   // the cell behind this one and all inside it
  };

  void add_cell(uint32_t first, uint32_t last, float x, float y, float half, int depth);
  void weigh(Cell& cell) const;

  const std::vector<Point>* points_ = nullptr;
  const std::vector<float>* masses_ = nullptr;
  std::vector<Cell> cells_;  // in depth-first order
  std::vector<uint32_t> order_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_QUAD_TREE_H_
