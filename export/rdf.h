#ifndef ACTANT_EXPORT_RDF_H_
#define ACTANT_EXPORT_RDF_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// What a value of a property is; all values of one property have one kind.
enum class RdfKind : uint8_t {
  kText,      ///< plain literal
  kEnglish,   ///< literal with the language tag `en`
  kInteger,   ///< xsd:integer
  kDouble,    ///< xsd:double
  kBoolean,   ///< xsd:boolean
  kDate,      ///< ISO 8601 text, typed by its precision: xsd:date, xsd:gYearMonth, xsd:gYear, else a plain literal
  kDateTime,  ///< xsd:dateTime
  kInstance,  ///< id of something in this graph, `p-764514adefa88b5`
  kTerm,      ///< prefixed name of the vocabulary, `ns:met-with`
  kIri,       ///< absolute IRI, already encoded
};

/// A property of our RDF, under both of its names.
struct RdfProperty {
  std::string_view term;   ///< JSON-LD: `prefLabel`, defined by the context
  std::string_view curie;  ///< `skos:prefLabel`
  RdfKind kind;
  bool list = false;  ///< may have several values: JSON-LD writes an array whatever their number
};

/// A value; the property says which field counts.
struct RdfValue {
  std::string_view text = {};
  double number = 0;
  uint64_t count = 0;
};

/// The properties of the vocabulary; export/formats.md tells where each stands.
namespace rdf {
using enum RdfKind;
inline constexpr RdfProperty kPrefLabel{"prefLabel", "skos:prefLabel", kEnglish};
inline constexpr RdfProperty kAltLabel{"altLabel", "skos:altLabel", kText, true};
inline constexpr RdfProperty kSameAs{"sameAs", "owl:sameAs", kIri, true};
inline constexpr RdfProperty kContent{"text", "schema:text", kText};
inline constexpr RdfProperty kAbout{"about", "schema:about", kInstance, true};
inline constexpr RdfProperty kMentions{"mentions", "ns:mentions", kInteger};
inline constexpr RdfProperty kArticles{"articles", "ns:articles", kInteger};
inline constexpr RdfProperty kFirstDate{"firstDate", "ns:firstDate", kDate};
inline constexpr RdfProperty kLastDate{"lastDate", "ns:lastDate", kDate};
inline constexpr RdfProperty kActorCountry{"actorCountry", "ns:actorCountry", kText};
inline constexpr RdfProperty kSector{"sector", "ns:sector", kText};
inline constexpr RdfProperty kSubject{"subject", "rdf:subject", kInstance};
inline constexpr RdfProperty kPredicate{"predicate", "rdf:predicate", kTerm};
inline constexpr RdfProperty kObject{"object", "rdf:object", kInstance};
inline constexpr RdfProperty kNegated{"negated", "ns:negated", kBoolean};
inline constexpr RdfProperty kModality{"modality", "ns:modality", kText};
inline constexpr RdfProperty kAttributedTo{"attributedTo", "ns:attributedTo", kInstance, true};
inline constexpr RdfProperty kEventTime{"eventTime", "ns:time", kDate, true};
inline constexpr RdfProperty kEventInterval{"eventInterval", "ns:time", kInstance, true};
inline constexpr RdfProperty kHasBeginning{"hasBeginning", "time:hasBeginning", kInstance};
inline constexpr RdfProperty kHasEnd{"hasEnd", "time:hasEnd", kInstance};
inline constexpr RdfProperty kInDate{"inDate", "time:inXSDDate", kDate};
inline constexpr RdfProperty kPlace{"place", "ns:place", kInstance, true};
inline constexpr RdfProperty kTitle{"title", "ns:title", kText, true};
inline constexpr RdfProperty kConfidence{"confidence", "ns:confidence", kDouble};
inline constexpr RdfProperty kDerivedFrom{"derivedFrom", "prov:wasDerivedFrom", kInstance, true};
inline constexpr RdfProperty kSource{"source", "oa:hasSource", kInstance};
inline constexpr RdfProperty kSelector{"selector", "oa:hasSelector", kInstance, true};
inline constexpr RdfProperty kStart{"start", "oa:start", kInteger};
inline constexpr RdfProperty kEnd{"end", "oa:end", kInteger};
inline constexpr RdfProperty kExact{"exact", "oa:exact", kText};
inline constexpr RdfProperty kHeadline{"headline", "schema:headline", kText};
inline constexpr RdfProperty kUrl{"url", "schema:url", kIri};
inline constexpr RdfProperty kDatePublished{"datePublished", "schema:datePublished", kDate};
inline constexpr RdfProperty kPublisher{"publisher", "schema:publisher", kText};
inline constexpr RdfProperty kInLanguage{"inLanguage", "schema:inLanguage", kText};
inline constexpr RdfProperty kIdentifier{"identifier", "dcterms:identifier", kText};
inline constexpr RdfProperty kOrigin{"origin", "ns:origin", kText};
inline constexpr RdfProperty kStartedAt{"startedAtTime", "prov:startedAtTime", kDateTime};
inline constexpr RdfProperty kAssociatedWith{"wasAssociatedWith", "prov:wasAssociatedWith", kInstance};
inline constexpr RdfProperty kModel{"model", "ns:model", kText};
inline constexpr RdfProperty kSoftwareVersion{"softwareVersion", "schema:softwareVersion", kText};
}  // namespace rdf

/// A prefix of the context.
struct RdfPrefix {
  std::string_view name;
  std::string_view iri;
};

/// All prefixes but that of the instances.
std::span<const RdfPrefix> rdf_prefixes();

/// `ns:met-with` to `https://w3id.org/actant/ns#met-with`. The prefix must be one of rdf_prefixes().
std::string expand_curie(std::string_view curie);

/// The XML Schema type (prefixed) of an ISO 8601 date by its precision, `xsd:gYearMonth`; empty when it is none.
std::string_view rdf_date_type(std::string_view date);

/// The canonical form of xsd:double, `9.0E-1`, rounded to four digits after the point of the plain form: what JSON-LD
/// processors make of the number (JSON-LD 1.1 API, section 8.6).
void append_canonical_double(std::string& out, double value);

/// Writes RDF in one syntax. Calls come as open, property*, close; nothing is nested.
class RdfSink {
 public:
  virtual ~RdfSink() = default;
  /// Starts a resource of this graph: its classes (prefixed names; none where it is described elsewhere) and its id.
  virtual void open(std::span<const std::string_view> classes, std::string_view id) = 0;
  virtual void values(const RdfProperty& property, std::span<const RdfValue> values) = 0;
  virtual void close() = 0;
  /// A plain triple between instances. `term` names the relation in the context, empty for an open one; `curie` is its
  /// prefixed name. With `graph` it stands in the named graph of this id alone.
  virtual void triple(std::string_view subject, std::string_view term, std::string_view curie, std::string_view object,
                      std::string_view graph) = 0;

  void text(const RdfProperty& property, std::string_view text) {
    const RdfValue value{text};
    if (!text.empty()) values(property, {&value, 1});
  }
  void number(const RdfProperty& property, double number) {
    const RdfValue value{{}, number};
    values(property, {&value, 1});
  }
  void count(const RdfProperty& property, uint64_t count) {
    const RdfValue value{{}, 0, count};
    values(property, {&value, 1});
  }
};

}  // namespace actant

#endif  // ACTANT_EXPORT_RDF_H_
