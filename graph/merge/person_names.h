#ifndef ACTANT_GRAPH_MERGE_PERSON_NAMES_H_
#define ACTANT_GRAPH_MERGE_PERSON_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/forenames.h"

namespace actant {

/// How the names of two persons go together, the strongest first.
enum class PersonMatch : uint8_t {
  kSame,     ///< one name in one or two spellings: "qasem soleimani", "qassim suleymany"
  kShorter,  ///< one leaves words out or gives initials: "j smith", "john smith"; "george w bush", "george bush"
  kSurname,  ///< one is only the end (or, for a name of the East, the beginning) of the other: "araghchi"
  kDifferent,
};

/// Words of a person's key without particles, `the elder` as "sr" and `the younger` as "jr". "abdul rashid", "abd al
/// rashid" and "abdurrashid" are the one word "abdrashid"; "jd" before a name is two initials.
std::vector<std::string> person_words(std::string_view key);

/// What comparisons need of one word of a person's name.
struct NameWord {
  explicit NameWord(std::string_view word);

  std::string text;
  std::string spelling;  ///< spelling_key()
  std::string skeleton;  ///< consonant_skeleton()
  /// The first letter of the word as far as spellings of one name keep it: equal for "yevgeny" and "evgeny", "qasem"
  /// and "gassem", not for "ahmed" and "hamed".
  char start = 0;
  char initial_start = 0;  ///< `start` of the initial alone: that of "c" for "charles", which itself starts like "tch"
  bool western = false;    ///< is_western_forename()
  bool transliterated = false;  ///< has the ending of a surname of a language that is not written in the Latin script
  ForenameGroups forename;
};

/// A name as its words, which must outlive it. At most 12 words are kept; longer names are only equal to themselves.
struct PersonName {
  std::vector<const NameWord*> words;
  std::string_view generation;  ///< "jr", "sr", "ii", "iii", "iv" or empty
};
/// Makes a name of its words in order.
PersonName make_person_name(std::vector<const NameWord*> words);

/// True for words behind a name that are no part of it: "jr", "iii".
bool is_generation(std::string_view word);
/// The largest spelling_distance() of two words of which the shorter has so many letters that may stand for one
/// another.
double largest_distance(size_t letters);
/// False when two different words of two names never stand for one another, apart from initials and forename_groups():
/// for ruling a pair of names out without comparing all of it.
bool may_be_near(const NameWord& a, const NameWord& b);

/// True for two keys like "al mutairi" and "saleh al mutairi": a surname with its article is not a forename and a
/// surname ("al gore").
bool is_surname_with_article(std::string_view surname, std::string_view full);

/// Compares two names. Spellings of names that are written in other scripts at home may differ a little (see
/// spelling_distance); names like "John Johnson" may not, since "John Johnsen" is another man. Particles (al-, el-) and
/// hyphens do not count. "jr", "sr" and numerals must agree.
PersonMatch compare_persons(const PersonName& a, const PersonName& b);
/// The same for two keys of name_key(). Makes the words anew: for a few comparisons.
PersonMatch compare_persons(std::string_view a, std::string_view b);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_PERSON_NAMES_H_
