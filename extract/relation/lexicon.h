#ifndef ACTANT_EXTRACT_RELATION_LEXICON_H_
#define ACTANT_EXTRACT_RELATION_LEXICON_H_

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/document.h"
#include "graph/model/schema.h"

namespace actant {

/// A lemma the lexicon knows; 0 is every other word.
using WordId = uint16_t;

/// Grammatical places around a predicate, after passives were turned round (see extract/relation/clause.h).
enum class SlotKind : uint8_t {
  kSubject,     ///< who does it: nsubj, or the `by` phrase of a passive
  kObject,      ///< obj, or the subject of a passive
  kIndirect,    ///< iobj
  kOblique,     ///< a phrase with a preposition
  kComplement,  ///< the subject of the complement clause: Y of `demanded that Y leave`
  kEach,        ///< the subjects among themselves: `A and B met`
  kAct,         ///< what the object is to do: the infinitive of `told X to leave`, the gerund of `kept X from leaving`
};

/// A place, or the owner of the noun in that place (`X` of `rejected X's offer`).
struct SlotPattern {
  SlotKind kind = SlotKind::kSubject;
  WordId preposition = 0;
  bool owner = false;
};

/// What the head word of a place must (not) be; without words: that the place is (not) filled.
struct SlotCondition {
  SlotPattern slot;
  bool modifier = false;  ///< of nouns: look at the noun's own modifiers instead of a place
  bool negated = false;
  std::vector<WordId> words;
};

/// One sense of a verb or adjective: what it says and who stands where.
struct Sense {
  RelationType relation = RelationType::kOpen;
  bool none = false;                         ///< a trap: when it fits, the word says nothing
  bool also = false;                         ///< senses after this one are tried too
  bool mutual = false;                       ///< holds in both directions (`A clashed with B`)
  bool named = false;                        ///< the object must have a name in the article
  std::vector<SlotPattern> subject, object;  ///< alternatives, the first that is filled counts
  std::vector<SlotCondition> conditions;
  uint16_t types = 0;  ///< bits of EntityType allowed as object; 0: what the relation allows
  float prior = 0.7f;  ///< share of right triples expected of it
  const char* name = "";
};

/// One sense of a noun that names an event: the parties follow prepositions, stand before it, or come from a verb that
/// carries it (`launched an attack on`).
struct NounSense {
  RelationType relation = RelationType::kOpen;
  bool none = false;
  bool mutual = false;                ///< both parties do it: talks, clashes
  bool self = false;                  ///< the first party is who the noun denotes: `supporters of X`
  bool stance = false;                ///< second party may be a topic
  std::vector<WordId> first, second;  ///< prepositions of the two parties, best first
  std::vector<SlotCondition> conditions;
  uint16_t types = 0;
  float prior = 0.65f;
  const char* name = "";
};

/// How a verb hands its subject to the event noun that is its object (or subject, in the passive).
enum class Carrier : uint8_t {
  kNothing,      ///< no carrier
  kAgent,        ///< launch, hold, make: the subject is the first party
  kUndergoer,    ///< face, suffer, win: the subject is the second party
  kParticipant,  ///< attend, join: the subject is one of several
  kStop,         ///< end, lift, call off: the event is ended by the subject
  kRefuse,       ///< reject, rule out: the event does not happen
};

/// How a word colours the clause or noun it governs.
enum class Outlook : uint8_t {
  kPlain,       ///< says nothing of it
  kPlanned,     ///< plan, intend, try
  kPromised,    ///< agree, pledge, ready: planned, and an agreement with the other party
  kThreatened,  ///< threaten, vow: planned, and a threat when the act is hostile
  kPossible,    ///< may, consider, hope, fear
  kRequested,   ///< call on, urge, demand
  kRefused,     ///< refuse, decline: negated, and a rejection of the other party
  kNegated,     ///< fail, avoid, prevent: negated
  kDenied,      ///< deny: negated, also of a finite clause
};

/// Word classes the argument rules ask for.
enum class WordClass : uint8_t {
  kTransparent,    ///< member, group, dozens: what follows `of` is meant
  kConduct,        ///< policy, remark, crime: a stance on it is a stance on its owner
  kThing,          ///< plan, bill, right: a stance on it is not one on its owner
  kAsset,          ///< forces, aircraft, home: stands for its owner as an actor
  kVague,          ///< thing, way, time: never an argument
  kObjectControl,  ///< verbs whose object is the subject of their infinitive although they are no requests: force, help
  kSubjectControl,  ///< promise, threaten: the subject stays the subject
  kSpeech,          ///< say, tell: a `must` in their clause is a demand
  kBlame,           ///< accuse, thank: `of/for doing` is what the object did
  kClausal,         ///< colours a clause below it, not an object: `has to leave`, but `has talks`
  kWrapper,         ///< effort, campaign: takes the parties of the event before it (`a mediation effort between`)
  kTie,             ///< ties, relations: a stance on them is one on those they are with
  kRegion,          ///< border, airspace: stands for the country it belongs to
  kCessation,       ///< end, halt: what it governs is going on
  kOfficials,       ///< leader, minister, envoy: the plural of two countries are each other's
  kAnswerable,      ///< responsible, responsibility: `for` the deed of their subject
  kCount,
};

/// The predicate lexicon: immutable after parse(), shared by all threads.
class Lexicon {
 public:
  /// The English lexicon (extract/relation/lexicon_en.inc), parsed on first use; thread-safe.
  static const Lexicon& english();

  /// Reads a table in the form described at the head of lexicon_en.inc.
  /// \throws ParseError with the line number of the first mistake.
  static Lexicon parse(std::string_view table);

  /// Id of a lemma, 0 when unknown. Lemmas are compared as they are (lower case in the table).
  WordId id(std::string_view lemma) const;
  /// Id of the lemma whose inflected form `norm` (lower case) is: `met` gives meet, `condemned` condemn; 0 when
  /// unknown. For words that the lemmatizer got wrong.
  WordId inflected(std::string_view norm) const;
  /// The same for the irregular forms that the table lists (`begun` gives begin); 0 for all others.
  WordId irregular(std::string_view norm) const;
  /// Id of verb and particle as one word (`back down`), 0 when the table has none.
  WordId phrase(WordId verb, WordId particle) const;

  std::span<const Sense> verb(WordId word) const { return at(verbs_, word); }
  std::span<const Sense> adjective(WordId word) const { return at(adjectives_, word); }
  std::span<const NounSense> noun(WordId word) const { return at(nouns_, word); }
  Carrier carrier(WordId word) const { return word < carriers_.size() ? carriers_[word] : Carrier::kNothing; }
  Outlook outlook(WordId word) const { return word < outlooks_.size() ? outlooks_[word] : Outlook::kPlain; }
  bool is(WordId word, WordClass which) const {
    return word < classes_.size() && (classes_[word] >> static_cast<int>(which) & 1) != 0;
  }
  size_t words() const { return outlooks_.size(); }
  /// Number of (word, sense) pairs of verbs, adjectives and nouns.
  size_t senses() const;

 private:
  friend class LexiconParser;

  template <typename T>
  static std::span<const T> at(const std::vector<std::vector<T>>& table, WordId word) {
    return word < table.size() ? std::span<const T>(table[word]) : std::span<const T>();
  }

  std::deque<std::string> strings_;  ///< owns keys and names: addresses stay
  std::unordered_map<std::string_view, WordId> ids_;
  std::unordered_map<std::string_view, WordId> forms_;  ///< inflected forms of all words, see inflected()
  std::unordered_map<std::string_view, WordId> irregular_;
  std::unordered_map<uint32_t, WordId> phrases_;  ///< verb << 16 | particle
  std::vector<std::vector<Sense>> verbs_, adjectives_;
  std::vector<std::vector<NounSense>> nouns_;
  std::vector<Carrier> carriers_;
  std::vector<Outlook> outlooks_;
  std::vector<uint16_t> classes_;
};

/// The types of node that `relation` takes as object, as bits `1 << EntityType` (the ontology's table).
uint16_t object_types(RelationType relation);

inline constexpr uint16_t type_bit(EntityType type) { return static_cast<uint16_t>(1u << static_cast<int>(type)); }
inline constexpr uint16_t kActorTypes =
    (1u << static_cast<int>(EntityType::kPerson)) | (1u << static_cast<int>(EntityType::kOrganization)) |
    (1u << static_cast<int>(EntityType::kPlace)) | (1u << static_cast<int>(EntityType::kGroup));

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_LEXICON_H_
