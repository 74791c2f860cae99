#ifndef ACTANT_EXTRACT_SECTION_JOINER_H_
#define ACTANT_EXTRACT_SECTION_JOINER_H_

#include <cstdint>
#include <string>
#include <unordered_map>

#include "graph/model/record.h"

namespace actant {

/// Joins the records of the sections of one long article (extract/text/sections.h) to the record of the whole.
///
/// Named entities of one type and name become one entity. A description (`the minister`) stays an entity of its
/// section, since it may be another person's there. A triple that several sections state is one, with all its evidence
/// and the qualifiers of its most actual reading. Linear in the size of the records.
class SectionJoiner {
 public:
  /// Appends to `whole`, which must outlive this object; its `doc` and `text` are the caller's to set.
  explicit SectionJoiner(Record& whole) : whole_(whole) {}

  /// `section` begins at code point `offset` of the whole text.
  void add(const Record& section, uint32_t offset);

 private:
  void add_entities(const Record& section, uint32_t offset);
  void add_statements(const Record& section, uint32_t offset);
  void add_chain(RecordChain chain, uint32_t offset);
  void add_relation(RecordRelation relation, uint32_t offset);
  const std::string& id_in_whole(const std::string& id) const;

  Record& whole_;
  std::unordered_map<std::string, size_t> named_;      // type and name -> index of the entity
  std::unordered_map<std::string, size_t> relations_;  // arguments and type -> index of the relation
  std::unordered_map<std::string, std::string> ids_;   // id in the section -> id in the whole
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_SECTION_JOINER_H_
