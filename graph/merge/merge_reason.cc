#include "graph/merge/merge_reason.h"

namespace actant {

double MergeStep::score() const {
  double sum = 0;
  for (const MergeReason& reason : reasons) sum += reason.weight;
  return sum;
}

std::string reason_text(const MergeReason& reason, const std::string& shared) {
  using enum MergeReason::Code;
  const std::string count = std::to_string(reason.count);
  const auto many = [&](const std::string& one, const char* several) {
    return reason.count == 1 ? one : count + several;
  };
  switch (reason.code) {
    case kSameName: return "the same name";
    case kSpelling: return "two spellings of one name";
    case kShorterName: return "one name leaves out words or letters of the other";
    case kSurname: return "one name is part of the other";
    case kAcronym: return "one name is the acronym of the other";
    case kGivenName: return "a text gives one as a name of the other";
    case kSameBody: return "the same body of one country";
    case kSameCountry: return "the same country";
    case kOtherCountry: return "different countries";
    case kSharedNodes:
      return many("one node has to do with both", " nodes have to do with both") +
             (shared.empty() ? "" : ": " + shared) + (reason.count > 1 && !shared.empty() ? " and others" : "");
    case kNothingShared: return "they have to do with different nodes";
    case kSameOffice: return "the same office";
    case kOtherOffice: return "different offices at the same time";
    case kOtherOccupation: return "different lines of work";
    case kTogether: return many("one article speaks of both", " articles speak of both");
    case kRelated: return "a text tells a relation between the two";
    case kRelatives: return "a text says that they are relatives";
    case kFarInTime: return count + " years apart";
    case kNearInTime:
      return reason.count == 0 ? "articles of the same day" : "articles " + many("one day", " days") + " apart";
    case kSameSource: return "the same publisher";
    case kOnlyCandidate: return "no other node fits";
    case kFitsBest: return "fits better than " + many("one other node", " other nodes");
    case kProminent: return "far more articles than any other node that fits";
    case kRareName: return "nobody else bears the name";
    case kCommonName: return count + " others bear the name";
    case kUser: return "decided by a person";
    case kWatchList: return "names of one entity of a watch list";
  }
  return "unknown";
}

}  // namespace actant
