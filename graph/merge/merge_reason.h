#ifndef ACTANT_GRAPH_MERGE_MERGE_REASON_H_
#define ACTANT_GRAPH_MERGE_MERGE_REASON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/ids.h"

namespace actant {

/// One thing that speaks for or against two nodes being one.
struct MergeReason {
  /// Written to disk: never change a value.
  enum class Code : uint8_t {
    // What the names say.
    kSameName = 1,     ///< one name after normalization
    kSpelling = 2,     ///< two spellings of one name, or a nickname
    kShorterName = 3,  ///< one leaves words out or gives initials
    kSurname = 4,      ///< one is only the surname of the other
    kAcronym = 5,      ///< one is the acronym of the other
    kGivenName = 6,    ///< a text gives one as a name of the other
    kSameBody = 7,     ///< one body, whose name is told in two ways
    // What else speaks.
    kSameCountry = 16,
    kOtherCountry = 17,
    kSharedNodes = 18,    ///< `count` nodes have to do with both; `node` is the most telling
    kNothingShared = 19,  ///< both have to do with many nodes, and none is the same
    kSameOffice = 20,
    kOtherOffice = 21,      ///< different offices in the same time
    kOtherOccupation = 22,  ///< different lines of work
    kTogether = 23,         ///< `count` articles speak of both as two
    kRelated = 24,          ///< a text tells a relation between the two
    kFarInTime = 25,        ///< the articles are many years apart (`count`)
    kNearInTime = 26,       ///< articles at most `count` days apart
    kSameSource = 27,       ///< one publisher has articles on both
    kOnlyCandidate = 28,    ///< no other node fits
    kFitsBest = 29,         ///< fits clearly better than `count` others
    kProminent = 30,        ///< is in many more articles than any other that fits
    kRareName = 31,         ///< the name is borne by nobody else here
    kCommonName = 32,       ///< many bear the name
    kRelatives = 33,        ///< a text says that they are relatives: father and son are two
    // Decided elsewhere.
    kUser = 48,       ///< a person's decision
    kWatchList = 49,  ///< names of one entity of a watch list
  };
  Code code = Code::kSameName;
  float weight = 0;  ///< log-odds; positive speaks for one node
  uint32_t count = 0;
  NodeId node;

  friend bool operator==(const MergeReason&, const MergeReason&) = default;
};

/// Two nodes of layer 1 that were held to be one, and why.
struct MergeStep {
  NodeId a, b;
  std::vector<MergeReason> reasons;

  double score() const;  ///< sum of the weights
};

/// The score from which two nodes are one. Set by reasoning; tools/eval/score_who measures it.
inline constexpr double kMergeThreshold = 1.0;

/// `two spellings of one name`; `shared` is what to call MergeReason::node, where it is given.
std::string reason_text(const MergeReason& reason, const std::string& shared);

/// Why two written names are one name before anything is scored (name_key.h): `names of Iran that are built in`,
/// `different titles before one name`. Empty when they are the same text or have different keys.
std::string one_key_text(EntityType type, std::string_view a, std::string_view b);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_MERGE_REASON_H_
