#ifndef ACTANT_EXTRACT_RELATION_OFFICE_H_
#define ACTANT_EXTRACT_RELATION_OFFICE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/entity/noun_phrase.h"
#include "extract/relation/office_words.h"

namespace actant {

/// A role as a noun phrase states it.
struct Office {
  uint32_t noun = kNone;         ///< head of the role
  uint32_t prefix = kNone;       ///< word of the title that stands before the country: `outgoing` Mexican President
  TokenRange title;              ///< words of the title
  std::vector<uint32_t> bodies;  ///< entities in whose service the role is: organization or, without one, country
  std::vector<uint32_t>
      others;                ///< further role nouns that the phrase joins on: `member of the bureau and head of Hamas`
  uint32_t country = kNone;  ///< entity of the country named beside an organization
};

/// Reads the parts of a role: of `Iranian Foreign Minister` the country and `Foreign Minister`, of `head of the Hamas
/// movement` Hamas and `head`.
class OfficeReader {
 public:
  void reset(const Document& document) { document_ = &document; }
  /// The role whose noun is `noun`; `end` limits the words behind it (the first token of the name that it stands
  /// before), kNone: no limit.
  void read(uint32_t noun, uint32_t end, Office& office) const;
  /// The body named behind the name of entity `entity` that begins at token `first`: `President Macron of France`.
  void read_behind_name(uint32_t entity, uint32_t first, Office& office) const;
  /// The title as text, in the document's arena.
  static std::string_view title_text(Document& document, const Office& office);
  /// The noun of the title directly before the name [first, ...), kNone when there is none: `CEO` of `CEO of the
  /// Refugee Council X`.
  uint32_t title_before(uint32_t first) const;

 private:
  uint32_t first_of_title(uint32_t noun, Office& office) const;
  void complement(uint32_t noun, uint32_t child, Office& office) const;
  void complements(uint32_t noun, uint32_t end, Office& office) const;
  void body_of_complement(uint32_t complement, Office& office) const;
  void add_body(uint32_t token, Office& office) const;

  const Document* document_ = nullptr;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OFFICE_H_
