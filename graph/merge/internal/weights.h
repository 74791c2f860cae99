#ifndef ACTANT_GRAPH_MERGE_INTERNAL_WEIGHTS_H_
#define ACTANT_GRAPH_MERGE_INTERNAL_WEIGHTS_H_

#include <cstddef>
#include <cstdint>

// Log-odds of the reasons for and against two nodes being one (graph/merge/merge_reason.h). They were set so that each
// says what it says alone: a full name in two articles is one person with odds of about 20 : 1 (3.0), a surname that
// one full name of the graph explains is that person with odds of less than 2 : 1. They were set by reasoning; a search
// on the part dev of tests/data/who found none that does better on what it had not seen (tools/train/experiments.md).
namespace actant::internal::weights {

// names
inline constexpr double kSameName = 3.0;
inline constexpr double kSameVagueName = 0.5;      // "foreign ministry", "protesters", "a spokesman"
inline constexpr double kSameSurname = 1.5;        // two persons of whom no more than the surname is known
inline constexpr double kAmbiguousSurname = -1.0;  // added where several full names explain it
inline constexpr double kExplainedSurname = -2.0;  // and one of the two was found to be one of these
inline constexpr double kSpelling = 2.5;
inline constexpr double kShorterName = 1.0;
inline constexpr double kSurname = -1.0;
inline constexpr double kSurnames = 0.0;  // two words of a longer name: "lopez obrador"
inline constexpr double kAcronym = 0.0;
inline constexpr double kGivenName = 0.5;
inline constexpr double kSameBody = 3.0;
inline constexpr double kParty = 0.5;       // "Republicans" and a Republican Party
inline constexpr double kShortName = -2.5;  // added for an acronym that is to be an entity of a watch list

// countries
inline constexpr double kSameCountry = 1.0;
inline constexpr double kDoubtfulCountry = -2.5;

// the graph around them: a neighbour counts the less the more articles speak of it
inline constexpr double kSharedActor = 1.5;
inline constexpr double kSharedPlace = 0.7;
inline constexpr double kMostShared = 4.0;
inline constexpr size_t kManyNeighbors = 6;
inline constexpr double kNothingShared = -1.0;
inline constexpr double kTogether = -1.5;  // for each article, at most three times
inline constexpr double kRelated = -6.0;
inline constexpr double kRelatives = -20.0;  // more than all that may speak for it

// offices and times
inline constexpr double kSameOffice = 1.5;
inline constexpr double kOtherOffice = -1.0;
inline constexpr double kOtherOfficeOfSurname = -3.0;
inline constexpr double kOtherOccupation = -2.5;
inline constexpr int kFarYears = 15, kVeryFarYears = 40;
inline constexpr double kFarInTime = -1.0, kVeryFarInTime = -3.0;
// Both together are less than kMargin and kFitsBest: they decide between persons only where something else speaks too.
inline constexpr double kNearInTime = 0.4, kSameSource = 0.4;
inline constexpr uint32_t kNearDays = 3;

// the other candidates
inline constexpr double kOnlyCandidate = 1.5;
inline constexpr double kProminent = 1.0;
inline constexpr double kFitsBest = 1.0;
inline constexpr double kMargin = 1.0;             // by which the best must be ahead
inline constexpr uint64_t kDominance = 5;          // times as many articles as the next candidate
inline constexpr uint64_t kProminentArticles = 3;  // after which a bare surname is expected to be understood

}  // namespace actant::internal::weights

#endif  // ACTANT_GRAPH_MERGE_INTERNAL_WEIGHTS_H_
