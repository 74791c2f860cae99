#include "graph/model/schema.h"

#include <array>

namespace actant {
namespace {

using enum RelationType;

constexpr std::array<RelationInfo, 28> kRelations = {{
    {kStated, "stated", false, false, "01", ""},
    {kMetWith, "met-with", true, false, "04", "CONSULT"},
    {kVisited, "visited", false, false, "042", "CONSULT"},
    {kAgreedWith, "agreed-with", true, false, "03", "AGREE"},
    {kSupports, "supports", false, false, "05", "SUPPORT"},
    {kCooperatedWith, "cooperated-with", true, false, "06", "COOPERATE"},
    {kAided, "aided", false, false, "07", "AID"},
    {kYieldedTo, "yielded-to", false, false, "08", "CONCEDE"},
    {kRequested, "requested", false, false, "10", "REQUEST"},
    {kAccused, "accused", false, false, "11", "ACCUSE"},
    {kRejected, "rejected", false, false, "12", "REJECT"},
    {kThreatened, "threatened", false, false, "13", "THREATEN"},
    {kProtested, "protested", false, false, "14", "PROTEST"},
    {kMobilized, "mobilized", false, false, "15", "MOBILIZE"},
    {kSanctioned, "sanctioned", false, false, "16", "SANCTION"},
    {kCoerced, "coerced", false, false, "17", "COERCE"},
    {kAttacked, "attacked", false, false, "18", "ASSAULT"},
    {kAppointed, "appointed", false, false, "", ""},
    {kRemoved, "removed", false, false, "", ""},
    {kDefeated, "defeated", false, false, "", ""},
    {kAcquired, "acquired", false, false, "", ""},
    {kHoldsPosition, "holds-position", false, true, "", ""},
    {kMemberOf, "member-of", false, true, "", ""},
    {kCitizenOf, "citizen-of", false, true, "", ""},
    {kLocatedIn, "located-in", false, true, "", ""},
    {kPartOf, "part-of", false, true, "", ""},
    {kRelatedTo, "related-to", true, true, "", ""},
    {kAlsoKnownAs, "also-known-as", false, true, "", ""},
}};

constexpr RelationInfo kOpenInfo = {kOpen, "open", false, false, "", ""};
constexpr std::array<std::string_view, 8> kEntityTypes = {"",      "person", "organization", "place",
                                                          "group", "event",  "topic",        "statement"};
constexpr std::array<std::string_view, 4> kModalities = {"actual", "planned", "possible", "requested"};
constexpr std::array<std::string_view, 3> kMentionKinds = {"name", "nominal", "pronoun"};

template <typename T, size_t N>
std::optional<T> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (!name.empty() && names[i] == name) return static_cast<T>(i);
  }
  return std::nullopt;
}

}  // namespace

std::span<const RelationInfo> relations() { return kRelations; }

const RelationInfo& relation_info(RelationType type) {
  for (const RelationInfo& info : kRelations) {
    if (info.type == type) return info;
  }
  return kOpenInfo;
}

std::string_view entity_type_name(EntityType type) { return kEntityTypes[static_cast<size_t>(type) & 7]; }
std::string_view modality_name(Modality modality) { return kModalities[static_cast<size_t>(modality) & 3]; }
std::string_view mention_kind_name(MentionKind kind) { return kMentionKinds[static_cast<size_t>(kind) % 3]; }

std::optional<RelationType> parse_relation(std::string_view id) {
  for (const RelationInfo& info : kRelations) {
    if (info.id == id) return info.type;
  }
  if (id.starts_with("open:") && id.size() > 5) return kOpen;
  return std::nullopt;
}

std::optional<EntityType> parse_entity_type(std::string_view name) { return find_name<EntityType>(kEntityTypes, name); }
std::optional<Modality> parse_modality(std::string_view name) { return find_name<Modality>(kModalities, name); }
std::optional<MentionKind> parse_mention_kind(std::string_view name) {
  return find_name<MentionKind>(kMentionKinds, name);
}

}  // namespace actant
