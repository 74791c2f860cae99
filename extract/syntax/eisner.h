#ifndef ACTANT_EXTRACT_SYNTAX_EISNER_H_
#define ACTANT_EXTRACT_SYNTAX_EISNER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actant {

/// Whether two arcs of the tree cross. `heads[i]` is 0 for the root, k + 1 for token k. Time O(n^2).
bool has_crossing_arcs(const uint32_t* heads, size_t tokens);

/// The best tree without crossing arcs and with exactly one token under the root, by the algorithm of Eisner (1996) in
/// the form of McDonald, Crammer & Pereira (2005). English has hardly a crossing arc, and a parser that is unsure of an
/// attachment makes many. Time O(n^3), memory O(n^2). An object is the scratch memory of one thread.
class ProjectiveDecoder {
 public:
  /// Sentences above are left to the other decoder: their time would be felt.
  static constexpr size_t kMaxTokens = 200;

  /// Scores and heads as in TreeDecoder::decode (extract/syntax/mst.h); `tokens` is at least 1.
  void decode(const float* scores, size_t tokens, size_t stride, uint32_t* heads);

 private:
  // A span [left, right] of tokens whose head is its left or right end; complete, or awaiting dependents of the other
  // end.
  struct Cell {
    float complete[2], open[2];  // [head is the right end, head is the left end]
    uint16_t complete_split[2], open_split;
  };
  Cell& cell(size_t left, size_t right) { return cells_[left * tokens_ + right]; }
  void fill(size_t left, size_t right, const float* scores, size_t stride);
  void read_open(size_t left, size_t right, int side, uint32_t* heads);
  void read_complete(size_t left, size_t right, int side, uint32_t* heads);

  size_t tokens_ = 0;
  std::vector<Cell> cells_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_EISNER_H_
