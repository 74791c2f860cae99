#include "extract/relation/place_words.h"

#include "extract/entity/gazetteer.h"
#include "extract/relation/syntax_walk.h"

namespace actant {

bool is_building(std::string_view lemma) {
  return is_one_of(lemma, {"embassy",      "consulate", "base",     "airport", "hospital",   "prison",  "school",
                           "headquarters", "office",    "mosque",   "church",  "university", "factory", "plant",
                           "court",        "station",   "camp",     "palace",  "hotel",      "market",  "stadium",
                           "museum",       "facility",  "compound", "temple",  "mission"});
}

bool is_country(const Document& document, uint32_t entity) {
  const GazetteerTerm* term = Gazetteer::get().term(document.entities[entity].name);
  return term != nullptr && (term->kinds & kCountryName) != 0;
}

}  // namespace actant
