#ifndef ACTANT_GRAPH_MERGE_NAME_KEY_H_
#define ACTANT_GRAPH_MERGE_NAME_KEY_H_

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/ids.h"

namespace actant {

// Normalization of names. What these functions return is hashed into node ids and stored in the name index, so a change
// of their results is a change of the store's format (graph/store/format.md). They know nothing of the store: the store
// includes them, not the other way round, although merge/ otherwise stands above store/.

/// Lower case without diacritics (NFKD, case folding, letters such as ł and ø to their base), punctuation as blanks,
/// apostrophes and the dots of abbreviations dropped, `&` as `and`, white space collapsed, a leading article and a
/// final possessive dropped. Scripts other than Latin keep their letters. `"The U.S. Dept. of State's"` gives `us dept
/// of state`. Invalid UTF-8 bytes are dropped. Empty when nothing is left.
std::string fold_name(std::string_view name);

/// fold_name() without what is not part of the name of such a thing: titles before a person's name ("President Joe
/// Biden"
/// -> "joe biden"), a company's legal form ("Siemens AG" -> "siemens"). Well-known international organizations and
/// countries give their full common name: "IAEA" -> "international atomic energy agency", place "U.S." -> "united
/// states". Never empty: a name without letters or digits is its own key. At most 200 bytes.
std::string name_key(EntityType type, std::string_view name);

/// What layer 1 of the graph knows of an article-level entity when it decides on its node.
struct EntityIdentity {
  EntityType type = EntityType::kTopic;
  std::string_view name;
  std::string_view country;  ///< ISO 3166-1 alpha-3 or empty
  bool named = true;         ///< false: it is only described ("protesters", "a spokesman")
  ArticleId article;         ///< keeps apart the unnamed persons and bodies of different articles
  std::string_view facet{};  ///< what else keeps persons of one name apart (see identify_entities()), or empty
};

/// The node of layer 1: a pure function of its argument. Equal for equal (type, name key, country, facet); a country
/// as a place is one node whatever it is called; a person or body that is only described ("a spokesman", "the police")
/// is one per article unless a country is known, while a group ("civilians") is one everywhere.
NodeId layer1_node(const EntityIdentity& entity);

/// The words of a key.
std::vector<std::string_view> split_words(std::string_view key);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_NAME_KEY_H_
