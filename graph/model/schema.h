#ifndef ACTANT_GRAPH_MODEL_SCHEMA_H_
#define ACTANT_GRAPH_MODEL_SCHEMA_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace actant {

/// Node types. The values are stored on disk: never change or reuse one.
enum class EntityType : uint8_t {
  kPerson = 1,        ///< a human being, by name or by a description that stands for one
  kOrganization = 2,  ///< government body, party, company, armed group, media, NGO, court
  kPlace = 3,         ///< country, region, city, landform; a country acting as a state
  kGroup = 4,         ///< nationality, ethnic, religious or social group, an unnamed body of people
  kEvent = 5,         ///< a named or dated happening
  kTopic = 6,         ///< what a stance or an agreement is about: policy, cause, law, deal, work, object
  kStatement = 7,     ///< the content of a speech act
};

/// Relations of the ontology. The values are stored on disk: never change or reuse one.
enum class RelationType : uint8_t {
  kStated = 1,
  kMetWith = 2,
  kVisited = 3,
  kAgreedWith = 4,
  kSupports = 5,
  kCooperatedWith = 6,
  kAided = 7,
  kYieldedTo = 8,
  kRequested = 9,
  kAccused = 10,
  kRejected = 11,
  kThreatened = 12,
  kProtested = 13,
  kMobilized = 14,
  kSanctioned = 15,
  kCoerced = 16,
  kAttacked = 17,
  kAppointed = 18,
  kRemoved = 19,
  kDefeated = 20,
  kAcquired = 21,
  kHoldsPosition = 32,
  kMemberOf = 33,
  kCitizenOf = 34,
  kLocatedIn = 35,
  kPartOf = 36,
  kRelatedTo = 37,
  kAlsoKnownAs = 38,
  kOpen = 64,  ///< any other predicate; its lemma is kept beside it (`open:<lemma>`)
};

/// How far the triple is said to hold. Stored on disk: never change a value.
enum class Modality : uint8_t {
  kActual = 0,     ///< happened or holds
  kPlanned = 1,    ///< will or intends to
  kPossible = 2,   ///< may, would, if
  kRequested = 3,  ///< asked for by someone
};

/// How a mention refers to its entity.
enum class MentionKind : uint8_t { kName = 0, kNominal = 1, kPronoun = 2 };

/// What is known of a relation as such.
struct RelationInfo {
  RelationType type;
  std::string_view id;      ///< stable id of files and command line, `met-with`
  bool symmetric;           ///< subject and object may be exchanged
  bool fact;                ///< a fact relation (holds-position ...), not an event relation
  std::string_view cameo;   ///< CAMEO root code(s), empty where there is none
  std::string_view plover;  ///< PLOVER type(s), empty where there is none
};

/// All relations of the ontology but kOpen, in the order of their values.
std::span<const RelationInfo> relations();

/// The row of `type`; kOpen has the id `open`.
const RelationInfo& relation_info(RelationType type);

std::string_view entity_type_name(EntityType type);    ///< `person`
std::string_view modality_name(Modality modality);     ///< `actual`
std::string_view mention_kind_name(MentionKind kind);  ///< `name`

/// Inverse of the names above; nullopt for an unknown word. `open:...` gives kOpen.
std::optional<RelationType> parse_relation(std::string_view id);
std::optional<EntityType> parse_entity_type(std::string_view name);
std::optional<Modality> parse_modality(std::string_view name);
std::optional<MentionKind> parse_mention_kind(std::string_view name);

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_SCHEMA_H_
