#include "graph/merge/merge_reason.h"

#include <optional>

#include "graph/merge/known_names.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

/// What the program calls a country, city or organization that has this name, if it knows it.
std::optional<std::string_view> built_in_name(EntityType type, std::string_view name) {
  const std::string folded = fold_name(name);
  if (type == EntityType::kOrganization) return known_organization(folded);
  if (type != EntityType::kPlace) return std::nullopt;
  if (const auto country = known_country(folded)) return country->name;
  return known_city(folded);
}

}  // namespace

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
    case kSameBody: return "two ways to name one body";
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

std::string one_key_text(EntityType type, std::string_view a, std::string_view b) {
  if (a == b || name_key(type, a) != name_key(type, b)) return {};
  if (fold_name(a) == fold_name(b)) return "they differ in capitals, accents, punctuation or an article only";
  if (const auto name = built_in_name(type, a)) return "names of " + std::string(*name) + " that are built in";
  if (type == EntityType::kPerson) return "different titles before one name";
  return "different legal forms behind one name";
}

}  // namespace actant
