#ifndef ACTANT_EXTRACT_SYNTAX_MST_H_
#define ACTANT_EXTRACT_SYNTAX_MST_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actant {

/// Heads of a sentence from arc scores: the best tree with exactly one token under the root.
///
/// When the best head of each token already makes such a tree, that is the answer; otherwise the maximum spanning
/// arborescence of Chu & Liu (1965) and Edmonds (1967) is found by contracting cycles in a dense matrix, in the order
/// of Gabow, Galil, Spencer & Tarjan (1986). Where that has several tokens under the root it is sought again with a
/// penalty on root arcs larger than any difference of other scores, which makes the constraint exact. Time O(n^2),
/// memory O(n^2); equal scores prefer the lower head. An object is the scratch memory of one thread.
class TreeDecoder {
 public:
  /// `scores` [tokens x (tokens + 1)], row stride `stride` floats: score of head j for token i, j = 0 is the root and
  /// j = k + 1 token k. The diagonal (j = i + 1) is not read. Writes heads[i] in the same numbering, for each token.
  /// A score that is not finite counts as a very low one.
  void decode(const float* scores, size_t tokens, size_t stride, uint32_t* heads);

 private:
  struct Arc {
    double weight = 0;
    uint32_t head = 0, dependent = 0;  // nodes of the sentence, 0 is the root
  };
  bool greedy(const float* scores, size_t tokens, size_t stride, uint32_t* heads);
  void solve(const float* scores, size_t tokens, size_t stride, double root_penalty, uint32_t* heads);
  void load(const float* scores, size_t stride, double root_penalty);
  uint32_t best_head(uint32_t slot) const;
  void grow_from(uint32_t slot);
  void contract(size_t path_begin);
  void expand(uint32_t* heads);
  Arc& arc(uint32_t to, uint32_t from) { return arcs_[static_cast<size_t>(to) * nodes_ + from]; }

  size_t nodes_ = 0;              // tokens + 1; also the number of slots
  std::vector<Arc> arcs_;         // [slots x slots]: arc into the first from the second
  std::vector<uint32_t> active_;  // slots that are not merged into another
  std::vector<uint32_t> id_;      // of a slot: node, or number of a contraction
  std::vector<uint32_t> best_;    // of a slot: slot of the chosen head
  std::vector<uint8_t> state_;    // of a slot: 0 new, 1 on the path, 2 joined to the root
  std::vector<uint32_t> path_;    // slots
  std::vector<Arc> chosen_;       // by id
  std::vector<uint32_t> parent_;  // by id: the contraction it went into
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_MST_H_
