#include "export/quad_tree.h"

#include <algorithm>

namespace actant {
namespace {

constexpr uint32_t kLeafPoints = 8;  // small leaves cost more cells than their direct sums save
constexpr int kMaxDepth = 24;        // points of one place cannot be parted

}  // namespace

void QuadTree::build(const std::vector<Point>& points, const std::vector<float>& masses) {
  points_ = &points;
  masses_ = &masses;
  cells_.clear();
  order_.resize(points.size());
  if (points.empty()) return;
  float left = points[0].x, right = left, bottom = points[0].y, top = bottom;
  for (uint32_t i = 0; i < points.size(); ++i) {
    order_[i] = i;
    left = std::min(left, points[i].x);
    right = std::max(right, points[i].x);
    bottom = std::min(bottom, points[i].y);
    top = std::max(top, points[i].y);
  }
  const float half = std::max(right - left, top - bottom) / 2 + 1e-6f;
  add_cell(0, static_cast<uint32_t>(points.size()), (left + right) / 2, (bottom + top) / 2, half, 0);
}

void QuadTree::weigh(Cell& cell) const {
  for (uint32_t i = cell.first; i < cell.last; ++i) {
    const uint32_t point = order_[i];
    const float mass = (*masses_)[point];
    cell.mass += mass;
    cell.x += mass * (*points_)[point].x;
    cell.y += mass * (*points_)[point].y;
  }
  cell.x /= cell.mass;
  cell.y /= cell.mass;
}

void QuadTree::add_cell(uint32_t first, uint32_t last, float x, float y, float half, int depth) {
  const size_t self = cells_.size();
  Cell cell;
  cell.width = 2 * half;
  cell.first = first;
  cell.last = last;
  weigh(cell);
  cells_.push_back(cell);
  if (last - first > kLeafPoints && depth < kMaxDepth) {
    cells_[self].first = cells_[self].last = 0;  // its points belong to the cells inside it
    const auto begin = order_.begin();
    const auto split = [&](uint32_t from, uint32_t to, auto inside) {
      return static_cast<uint32_t>(std::stable_partition(begin + from, begin + to, inside) - begin);
    };
    const auto low = [&](uint32_t i) { return (*points_)[i].y < y; };
    const auto left = [&](uint32_t i) { return (*points_)[i].x < x; };
    const uint32_t middle = split(first, last, low);
    const uint32_t lower = split(first, middle, left);
    const uint32_t upper = split(middle, last, left);
    const float quarter = half / 2;
    if (lower > first) add_cell(first, lower, x - quarter, y - quarter, quarter, depth + 1);
    if (middle > lower) add_cell(lower, middle, x + quarter, y - quarter, quarter, depth + 1);
    if (upper > middle) add_cell(middle, upper, x - quarter, y + quarter, quarter, depth + 1);
    if (last > upper) add_cell(upper, last, x + quarter, y + quarter, quarter, depth + 1);
  }
  cells_[self].next = static_cast<uint32_t>(cells_.size());
}

Point QuadTree::repulsion(uint32_t index, float theta) const {
  const Point point = (*points_)[index];
  const float theta2 = theta * theta;
  Point force;
  for (uint32_t at = 0; at < cells_.size();) {
    const Cell& cell = cells_[at];
    const float dx = point.x - cell.x, dy = point.y - cell.y;
    const float distance2 = dx * dx + dy * dy;
    if (cell.width * cell.width < theta2 * distance2) {
      const float factor = cell.mass / distance2;
      force.x += dx * factor;
      force.y += dy * factor;
      at = cell.next;
      continue;
    }
    for (uint32_t i = cell.first; i < cell.last; ++i) {
      const Point& other = (*points_)[order_[i]];
      const float ox = point.x - other.x, oy = point.y - other.y;
      const float square = ox * ox + oy * oy;
      if (square <= 0) continue;  // the point itself, or one of the same place
      const float factor = (*masses_)[order_[i]] / square;
      force.x += ox * factor;
      force.y += oy * factor;
    }
    ++at;
  }
  return force;
}

}  // namespace actant
