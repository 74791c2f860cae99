#ifndef ACTANT_GRAPH_MERGE_CONFLICT_H_
#define ACTANT_GRAPH_MERGE_CONFLICT_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace actant {

/// For which countries the articles say that a cluster of nodes acts, and how many articles say so.
class CountryVotes {
 public:
  /// The text must outlive the votes.
  void add(std::string_view country, uint64_t articles);
  void add(const CountryVotes& other);
  /// The country of most articles (the first in the alphabet among equals), or empty.
  std::string_view best() const;
  uint64_t best_votes() const;
  bool empty() const { return votes_.empty(); }

 private:
  std::vector<std::pair<std::string_view, uint64_t>> votes_;  // in the order of the countries
};

/// How two clusters' countries go together.
enum class CountryAgreement {
  kSame,           ///< both act for the same
  kUnknown,        ///< at least one is not known
  kDoubtful,       ///< they differ, but one side is so rare (a fifth or less) that a mistake of the extractor is likely
  kContradicting,  ///< they differ
};

CountryAgreement agreement(const CountryVotes& a, const CountryVotes& b);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_CONFLICT_H_
