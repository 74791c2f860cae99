#include "export/force_atlas2.h"

#include <algorithm>
#include <cmath>

#include "export/quad_tree.h"

namespace actant {
namespace {

// One layout in the making: places, forces, and the speed that the whole may have.
class Simulation {
 public:
  Simulation(uint32_t nodes, const std::vector<WeightedPair>& edges, const ForceAtlas2Options& options)
      : edges_(edges), options_(options), points_(nodes), forces_(nodes), before_(nodes), masses_(nodes, 1) {
    for (const WeightedPair& edge : edges) {
      if (edge.a == edge.b) continue;
      ++masses_[edge.a];
      ++masses_[edge.b];
    }
    spread();
  }

  void step() {
    before_.swap(forces_);
    tree_.build(points_, masses_);
    for (uint32_t i = 0; i < points_.size(); ++i) {
      const Point away = tree_.repulsion(i, options_.theta);
      const float repulsion = options_.scaling * masses_[i];
      forces_[i] = {away.x * repulsion, away.y * repulsion};
      pull_to_centre(i);
    }
    for (const WeightedPair& edge : edges_) attract(edge);
    move();
  }

  std::vector<Point> take() {
    Point centre;
    for (const Point& point : points_) {
      centre.x += point.x / static_cast<float>(points_.size());
      centre.y += point.y / static_cast<float>(points_.size());
    }
    for (Point& point : points_) {
      point.x -= centre.x;
      point.y -= centre.y;
    }
    return std::move(points_);
  }

 private:
  // The start: the sequence R2 (Roberts, 2018, a generalization of the golden ratio to the plane) covers a square
  // evenly without random numbers. The width grows with the graph, as that of the result does.
  void spread() {
    const float width = 20 * std::sqrt(static_cast<float>(points_.size()) + 1);
    double x = 0.5, y = 0.5;
    for (Point& point : points_) {
      x += 0.7548776662466927;
      y += 0.5698402909980532;
      x -= x >= 1 ? 1 : 0;
      y -= y >= 1 ? 1 : 0;
      point = {static_cast<float>(x - 0.5) * width, static_cast<float>(y - 0.5) * width};
    }
  }

  void pull_to_centre(uint32_t i) {
    const float factor = options_.gravity * masses_[i];
    forces_[i].x -= points_[i].x * factor;
    forces_[i].y -= points_[i].y * factor;
  }

  void attract(const WeightedPair& edge) {
    const float factor = edge.weight;
    const float dx = (points_[edge.a].x - points_[edge.b].x) * factor;
    const float dy = (points_[edge.a].y - points_[edge.b].y) * factor;
    forces_[edge.a].x -= dx;
    forces_[edge.a].y -= dy;
    forces_[edge.b].x += dx;
    forces_[edge.b].y += dy;
  }

  static float length(float x, float y) { return std::sqrt(x * x + y * y); }

  // Swinging is the change of a node's force, traction its mean; see the paper and ForceAtlas2.java of Gephi.
  void move() {
    double swinging = 0, traction = 0;
    for (size_t i = 0; i < points_.size(); ++i) {
      swinging += masses_[i] * length(before_[i].x - forces_[i].x, before_[i].y - forces_[i].y);
      traction += masses_[i] * length(before_[i].x + forces_[i].x, before_[i].y + forces_[i].y) / 2;
    }
    adapt_speed(swinging, traction);
    for (size_t i = 0; i < points_.size(); ++i) {
      const float swing = masses_[i] * length(before_[i].x - forces_[i].x, before_[i].y - forces_[i].y);
      const float factor = speed_ / (1 + std::sqrt(speed_ * swing));
      points_[i].x += forces_[i].x * factor;
      points_[i].y += forces_[i].y * factor;
    }
  }

  void adapt_speed(double swinging, double traction) {
    if (swinging <= 0 || traction <= 0) return;
    const double count = static_cast<double>(points_.size());
    const double estimate = 0.05 * std::sqrt(count);
    const double lowest = std::sqrt(estimate);
    const double jitter = options_.tolerance * std::max(lowest, std::min(10.0, estimate * traction / (count * count)));
    constexpr double kLowestEfficiency = 0.05;
    double tolerance = jitter;
    if (swinging / traction > 2) {
      if (efficiency_ > kLowestEfficiency) efficiency_ *= 0.5;
      tolerance = std::max(jitter, static_cast<double>(options_.tolerance));
    }
    const double target = tolerance * efficiency_ * traction / swinging;
    if (swinging > tolerance * traction) {
      if (efficiency_ > kLowestEfficiency) efficiency_ *= 0.7;
    } else if (speed_ < 1000) {
      efficiency_ *= 1.3;
    }
    speed_ += static_cast<float>(std::min(target - speed_, 0.5 * speed_));
  }

  const std::vector<WeightedPair>& edges_;
  const ForceAtlas2Options& options_;
  std::vector<Point> points_, forces_, before_;
  std::vector<float> masses_;  // degree + 1
  QuadTree tree_;
  float speed_ = 1;
  double efficiency_ = 1;
};

int iterations_for(uint32_t nodes) {
  if (nodes <= 1000) return 1000;
  return static_cast<int>(std::max<uint64_t>(100, 1'000'000 / nodes));
}

}  // namespace

std::vector<Point> force_atlas2(uint32_t nodes, const std::vector<WeightedPair>& edges,
                                const ForceAtlas2Options& options) {
  Simulation simulation(nodes, edges, options);
  const int iterations = options.iterations > 0 ? options.iterations : iterations_for(nodes);
  if (nodes > 1) {
    for (int i = 0; i < iterations; ++i) simulation.step();
  }
  return simulation.take();
}

void remove_overlaps(std::vector<Point>& points, const std::vector<float>& radii, float gap, int rounds) {
  if (points.empty()) return;
  // Sweep along x: only discs whose ranges of x meet can overlap.
  const float widest = *std::max_element(radii.begin(), radii.end());
  std::vector<uint32_t> order(points.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < rounds; ++round) {
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return points[a].x != points[b].x ? points[a].x < points[b].x : a < b;
    });
    bool moved = false;
    for (size_t i = 0; i < order.size(); ++i) {
      for (size_t k = i + 1; k < order.size(); ++k) {
        Point& a = points[order[i]];
        Point& b = points[order[k]];
        const float wanted = radii[order[i]] + radii[order[k]] + gap;
        if (b.x - a.x > radii[order[i]] + widest + gap) break;
        const float dx = b.x - a.x, dy = b.y - a.y;
        const float square = dx * dx + dy * dy;
        if (square >= wanted * wanted) continue;
        const float distance = std::sqrt(square);
        const float push = (wanted - distance) / 2 + 1e-3f;
        // Two discs of one place part along a direction that differs from pair to pair.
        const float ux = distance > 1e-6f ? dx / distance : (k % 2 == 0 ? 1.0f : 0.0f);
        const float uy = distance > 1e-6f ? dy / distance : (k % 2 == 0 ? 0.0f : 1.0f);
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
        moved = true;
      }
    }
    if (!moved) return;
  }
}

}  // namespace actant
