#ifndef ACTANT_GRAPH_MERGE_KNOWN_ENTITY_H_
#define ACTANT_GRAPH_MERGE_KNOWN_ENTITY_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/schema.h"

namespace actant {

// Watch lists: people, bodies and places that a user knows by an id of their own, of OpenSanctions, of Aleph or of a
// table. The nodes of the graph that are such an entity carry its ids; two names of one entity are one node.

/// One entity of a watch list.
struct KnownEntity {
  std::string id;  ///< of the list: `Q1234`, `NK-8f3b`; not empty
  EntityType type = EntityType::kPerson;
  std::vector<std::string> names;      ///< the main one first; at least one
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-3
  std::vector<std::string> same_as;    ///< further ids as IRIs (Wikidata, LEI, PermID, OpenCorporates), sorted
  friend bool operator==(const KnownEntity&, const KnownEntity&) = default;
};

/// The IRI of an id of a list: an IRI is left as it is; a Wikidata id (`Q42`), a Legal Entity Identifier (known by its
/// check digits, or `lei:5493001KJTIIGC8Y1R12`), a GeoNames number (`geonames:2643743`) and a PermID
/// (`permid:4295859490`) become theirs; anything else is put under `urn:x-actant:entity:`.
std::string entity_iri(std::string_view id);

/// What a line of a watch list was.
enum class WatchListLine {
  kEntity,   ///< an entity
  kNothing,  ///< blank, a comment, a header, or a thing that is no actor (an address, a sanction)
};

/// Reads watch lists line by line. Each file is either
///
/// - FollowTheMoney JSON as OpenSanctions and Aleph publish it, one entity a line: `id`, `schema`, `properties` with
///   `name`, `alias`, `previousName`, `weakAlias`, `abbreviation`, `firstName`, `lastName`, `country`, `nationality`,
///   `jurisdiction`, `wikidataId`, `leiCode` and others, `referents`;
/// - or tab-separated text with the columns `id`, `type`, `name`, `aliases`, `countries`, `same_as`, of which `aliases`
/// to
///   `same_as` may be missing and hold several values parted by `|`; a first line that begins with `id` may give
///   another order of columns.
///
/// The form is told by the first character of each line. Countries may be ISO 3166-1 codes of two or three letters or
/// English names.
class WatchListReader {
 public:
  /// \throws ParseError saying what is wrong in this line.
  WatchListLine read(std::string_view line, KnownEntity& entity);

 private:
  void read_header(std::string_view line);
  WatchListLine read_table_line(std::string_view line, KnownEntity& entity) const;
  std::vector<std::string> columns_ = {"id", "type", "name", "aliases", "countries", "same_as"};
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_KNOWN_ENTITY_H_
