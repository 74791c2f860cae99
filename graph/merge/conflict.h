#ifndef ACTANT_GRAPH_MERGE_CONFLICT_H_
#define ACTANT_GRAPH_MERGE_CONFLICT_H_

#include <cstdint>
#include <map>
#include <string>

namespace actant {

/// For which countries the articles say that a cluster of nodes acts, and how many articles say so.
class CountryVotes {
 public:
  void add(const std::string& country, uint64_t articles) {
    if (!country.empty()) votes_[country] += articles > 0 ? articles : 1;
  }
  void add(const CountryVotes& other) {
    for (const auto& [country, articles] : other.votes_) votes_[country] += articles;
  }
  /// The country of most articles (the first in the alphabet among equals), or empty.
  std::string best() const;
  uint64_t best_votes() const;
  bool empty() const { return votes_.empty(); }

 private:
  std::map<std::string, uint64_t> votes_;
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
