#include "graph/merge/conflict.h"

#include <algorithm>

namespace actant {

std::string CountryVotes::best() const {
  std::string result;
  uint64_t most = 0;
  for (const auto& [country, articles] : votes_) {
    if (articles > most) {
      result = country;
      most = articles;
    }
  }
  return result;
}

uint64_t CountryVotes::best_votes() const {
  uint64_t most = 0;
  for (const auto& [country, articles] : votes_) most = std::max(most, articles);
  return most;
}

CountryAgreement agreement(const CountryVotes& a, const CountryVotes& b) {
  if (a.empty() || b.empty()) return CountryAgreement::kUnknown;
  if (a.best() == b.best()) return CountryAgreement::kSame;
  const uint64_t less = std::min(a.best_votes(), b.best_votes()), more = std::max(a.best_votes(), b.best_votes());
  return less * 5 <= more ? CountryAgreement::kDoubtful : CountryAgreement::kContradicting;
}

}  // namespace actant
