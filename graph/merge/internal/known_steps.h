#ifndef ACTANT_GRAPH_MERGE_INTERNAL_KNOWN_STEPS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_KNOWN_STEPS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/merge/internal/merge_state.h"

namespace actant::internal {

/// Links nodes with the entities of watch lists. The other steps tell which names fit; link() decides at the end, when
/// it is known which nodes are one: a cluster is linked with the entity that fits it, when no other fits nearly as
/// well.
class KnownSteps {
 public:
  /// The names of the lists: the nodes of the state behind the real ones.
  struct Names {
    std::vector<uint32_t> entity_of;                  ///< by node
    std::vector<std::string> ids;                     ///< by entity
    std::vector<std::vector<std::string>> countries;  ///< by entity
  };
  KnownSteps(MergeState& state, const Names& names) : state_(state), names_(names) {}

  /// A name of the list (a node that is not real) fits a real node.
  void add(uint32_t real, uint32_t name, MergeReason::Code code, double weight);
  /// Sorts a pair out: true when one of the two is a name of a list and the pair was noted (or both are).
  bool take(uint32_t a, uint32_t b, MergeReason::Code code, double weight);
  void link();

 private:
  struct Fit {
    uint32_t real = 0, name = 0;
    MergeReason::Code code = MergeReason::Code::kSameName;
    double weight = 0;
  };
  struct Link {
    uint32_t real = 0, name = 0;
    Scored scored;
  };
  uint32_t entity(uint32_t name) const { return names_.entity_of[name - (state_.size() - names_.entity_of.size())]; }
  Scored score(const Fit& fit) const;
  bool add_country(const Fit& fit, Scored& scored) const;
  std::vector<Link> best_links();

  MergeState& state_;
  const Names& names_;
  std::vector<Fit> fits_;
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_KNOWN_STEPS_H_
