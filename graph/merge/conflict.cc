#include "graph/merge/conflict.h"

#include <algorithm>

namespace actant {

void CountryVotes::add(std::string_view country, uint64_t articles) {
  if (country.empty()) return;
  const auto it = std::lower_bound(votes_.begin(), votes_.end(), country,
                                   [](const auto& vote, std::string_view text) { return vote.first < text; });
  const uint64_t more = articles > 0 ? articles : 1;
  if (it != votes_.end() && it->first == country) {
    it->second += more;
  } else {
    votes_.insert(it, {country, more});
  }
}

void CountryVotes::add(const CountryVotes& other) {
  for (const auto& [country, articles] : other.votes_) add(country, articles);
}

std::string_view CountryVotes::best() const {
  std::string_view result;
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
