#include "graph/merge/person_names.h"

#include <algorithm>
#include <deque>

#include "graph/merge/name_key.h"
#include "graph/merge/similarity.h"

namespace actant {
namespace {

constexpr size_t kMaxWords = 12;

constexpr std::string_view kParticles[] = {"al", "el", "ul", "ad", "as", "ash", "an", "ar", "at", "az"};
// In the languages of those who write so: "Alexandre Dumas fils", "Sarney Filho"; `the elder` and `the younger` are two
// words.
constexpr std::string_view kGenerations[] = {"jr",  "sr", "junior", "senior", "ii",
                                             "iii", "iv", "pere",   "fils",   "filho"};
constexpr std::string_view kSons[] = {"junior", "fils", "filho"}, kFathers[] = {"senior", "pere"};
constexpr std::string_view kServants[] = {"abdul", "abdel", "abdal", "abdur", "abder",
                                          "abdus", "abdes", "abdou", "abed",  "abd"};
constexpr std::string_view kNoInitials[] = {"md", "ng", "st", "mr", "dr", "fr"};

bool contains(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Endings of surnames of languages that are not written in the Latin script.
bool is_transliterated_surname(std::string_view word) {
  for (const std::string_view ending :
       {"enko", "enka",   "ov",  "ova", "ev",  "eva",  "off",  "sky", "skiy", "skyy",  "ski",   "skii",  "ich", "vich",
        "vych", "shvili", "dze", "yan", "ian", "chuk", "chyk", "yuk", "iuk",  "zadeh", "ullah", "uddin", "pour"}) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  }
  return false;
}

char start_of(std::string_view spelling) {
  const char c = spelling.empty() ? 0 : spelling[0];
  switch (c) {
    case 'e':
    case 'i':
    case 'u': return 'a';
    case 'g':
    case 'q': return 'k';
    case 'd': return 't';
    case 'b': return 'p';
    default: return c;
  }
}

// "abdurrashid", "abdelaziz" -> "abdrashid", "abdaziz": the article between, which takes the sound of what follows, is
// written in many ways.
std::string without_inner_article(std::string_view word) {
  std::string_view rest = word.substr(3);
  while (!rest.empty() && is_vowel(rest[0])) rest.remove_prefix(1);
  if (rest.size() > 3 && (rest[0] == 'l' || rest[0] == rest[1])) rest.remove_prefix(1);
  return rest.size() < 3 || rest.size() == word.size() - 3 ? std::string(word) : "abd" + std::string(rest);
}

bool is_initials(std::string_view word) {
  return word.size() >= 2 && word.size() <= 3 && !contains(word, kNoInitials) &&
         std::none_of(word.begin(), word.end(), [](char c) { return is_vowel(c) || c == 'y' || c < 'a' || c > 'z'; });
}

// The letters that stand for umlauts as one: "mueller", "muller".
std::string without_umlauts(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool second = word[i] == 'e' && i > 0 && (word[i - 1] == 'a' || word[i - 1] == 'o' || word[i - 1] == 'u');
    if (!second || i + 1 == word.size() || is_vowel(word[i + 1])) out += word[i];
  }
  return out;
}

enum class WordMatch : uint8_t { kNone, kInitial, kNear, kEqual };

constexpr double kMostMore = 0.25;

// Short names have near neighbours that are other names. Chosen on the part dev of tests/data/who. `more` is added to
// what is allowed.
double distance_limit(size_t letters, double more) {
  return (letters >= 8 ? 1.0 : letters >= 6 ? 0.5 : letters >= 4 ? 0.25 : 0.0) + (letters >= 5 ? more : 0);
}

bool near_spelling(const NameWord& a, const NameWord& b, double more = 0) {
  const size_t shorter = std::min(a.text.size(), b.text.size());
  if (shorter < 3 || a.start != b.start || are_other_forenames(a.forename, b.forename)) return false;
  const double limit = distance_limit(shorter, more);
  const std::pair<size_t, size_t> sizes = std::minmax({a.spelling.size(), b.spelling.size()});
  if (static_cast<double>(sizes.second - sizes.first) * 0.5 > limit)
    return false;  // each letter that is not there costs as much
  return spelling_distance(a.spelling, b.spelling, limit) <= limit;
}

bool is_umlaut_spelling(const NameWord& a, const NameWord& b) {
  if (std::min(a.text.size(), b.text.size()) < 5 || a.text.size() == b.text.size()) return false;
  return without_umlauts(a.text) == without_umlauts(b.text);
}

WordMatch match_words(const NameWord& a, const NameWord& b, bool tolerant, bool forename, double more = 0) {
  if (a.text == b.text) return WordMatch::kEqual;
  if (a.text.size() == 1 || b.text.size() == 1) return a.text[0] == b.text[0] ? WordMatch::kInitial : WordMatch::kNone;
  if (forename && are_forename_variants(a.forename, b.forename)) return WordMatch::kNear;
  if (tolerant) return near_spelling(a, b, more) ? WordMatch::kNear : WordMatch::kNone;
  return is_umlaut_spelling(a, b) ? WordMatch::kNear : WordMatch::kNone;
}

using Words = std::vector<const NameWord*>;

std::string joined(const Words& words, size_t first, size_t end) {
  std::string out;
  for (size_t i = first; i < end; ++i) out += words[i]->text;
  return out;
}

bool equal_texts(const Words& a, const Words& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NameWord* x, const NameWord* y) { return x == y || x->text == y->text; });
}

bool is_tolerant(const PersonName& name) { return !name.words.front()->western || name.words.back()->transliterated; }

// A forename that few bear says much, so that the surname may differ more.
double more_for(const NameWord& forename) {
  return forename.text.size() >= 5 && !forename.western && forename.forename.count == 0 ? kMostMore : 0;
}

// Aligns the words of the shorter name to words of the longer one in order, first to first and last to last or the
// first words to the first ("gabriel garcia", "gabriel garcia marquez").
PersonMatch align(const PersonName& shorter, const PersonName& longer, bool tolerant) {
  const Words &a = shorter.words, &b = longer.words;
  bool exact = true;  // no word only near
  bool initials = false;
  size_t j = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const bool forename = i + 1 < a.size();
    const double more = i > 1 && !initials ? kMostMore : i > 0 && exact && !initials ? more_for(*a[0]) : 0;
    WordMatch match = WordMatch::kNone;
    for (; j < b.size(); ++j) {
      if (i == 0 && j > 0) return PersonMatch::kDifferent;  // the first words must be the same
      match = match_words(*a[i], *b[j], tolerant, forename, more);
      if (match == WordMatch::kInitial && !forename) match = WordMatch::kNone;
      if (match != WordMatch::kNone) break;
    }
    if (match == WordMatch::kNone) return PersonMatch::kDifferent;
    initials = initials || match == WordMatch::kInitial;
    exact = exact && match != WordMatch::kNear;
    ++j;
  }
  if (a.size() == b.size()) return initials ? PersonMatch::kShorter : PersonMatch::kSame;
  // Two middle initials that differ are two persons: george w bush, george h w bush.
  if (a.size() > 2 && b.size() > 2 && a[1]->text.size() == 1 && b[1]->text.size() == 1 && a[1]->text != b[1]->text)
    return PersonMatch::kDifferent;
  const bool last_to_last = j == b.size();
  if (!last_to_last && (!exact || initials || a.size() < 2)) return PersonMatch::kDifferent;
  return PersonMatch::kShorter;
}

// All words of the shorter one are the last of the longer. Alone a surname has to be spelled nearly the same
// ("khomeini" is not khamenei).
bool is_ending(const Words& shorter, const Words& longer, bool tolerant) {
  if (shorter.size() >= longer.size()) return false;
  const size_t offset = longer.size() - shorter.size();
  for (size_t i = 0; i < shorter.size(); ++i) {
    const NameWord &a = *shorter[i], &b = *longer[offset + i];
    const WordMatch match = match_words(a, b, tolerant, false);
    if (match != WordMatch::kEqual && match != WordMatch::kNear) return false;
    // Of a short one, each letter is another name: "pool" is not paul.
    if (match == WordMatch::kNear && shorter.size() == 1 && std::min(a.text.size(), b.text.size()) < 5) return false;
    if (match == WordMatch::kNear && tolerant && spelling_distance(a.spelling, b.spelling, 0.25) > 0.25) return false;
  }
  return true;
}

PersonMatch compare_single(const NameWord& word, const PersonName& name) {
  if (name.words.size() > 1) {
    return is_ending({&word}, name.words, is_tolerant(name)) ? PersonMatch::kSurname : PersonMatch::kDifferent;
  }
  const NameWord& other = *name.words[0];
  const bool near = word.text.size() >= 5 && other.text.size() >= 5 && !word.western &&
                    !are_other_forenames(word.forename, other.forename) &&
                    spelling_distance(word.spelling, other.spelling, 0) == 0;
  return near ? PersonMatch::kSame : PersonMatch::kDifferent;
}

// "abe shinzo", "shinzo abe"; "kim min jun", "minjun kim".
bool is_rotation(const Words& a, const Words& b) {
  const auto turned = [](const Words& x, const Words& y) {
    return x.front()->text == y.back()->text && joined(x, 1, x.size()) == joined(y, 0, y.size() - 1);
  };
  return turned(a, b) || turned(b, a);
}

// "apj kalam", "a p j kalam".
bool are_joined_initials(const Words& shorter, const Words& longer) {
  const std::string& letters = shorter.front()->text;
  const size_t skipped = letters.size() - 1;
  if (letters.size() < 2 || letters.size() > 4 || longer.size() != shorter.size() + skipped) return false;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (longer[i]->text.size() != 1 || longer[i]->text[0] != letters[i]) return false;
  }
  return std::equal(shorter.begin() + 1, shorter.end(), longer.begin() + static_cast<std::ptrdiff_t>(letters.size()),
                    [](const NameWord* x, const NameWord* y) { return x->text == y->text; });
}

}  // namespace

NameWord::NameWord(std::string_view word)
    : text(word),
      spelling(spelling_key(word)),
      skeleton(consonant_skeleton(word)),
      start(start_of(spelling)),
      initial_start(start_of(spelling_key(word.substr(0, 1)))),
      western(is_western_forename(word)),
      transliterated(is_transliterated_surname(word)),
      forename(forename_groups(word)) {}

std::vector<std::string> person_words(std::string_view key) {
  std::vector<std::string_view> all = split_words(key);
  std::vector<std::string> words;
  std::string_view generation;
  if (all.size() > 2 && all[all.size() - 2] == "the" && (all.back() == "elder" || all.back() == "younger")) {
    generation = all.back() == "elder" ? "sr" : "jr";
    all.resize(all.size() - 2);
  }
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string_view word = all[i];
    // "al gore" is a name, the "al" of "ahmed al sharaa" is not part of one.
    if (all.size() > 2 && i > 0 && i + 1 < all.size() && contains(word, kParticles)) continue;
    if (contains(word, kServants) && i + 1 < all.size()) {
      if (i + 2 < all.size() && contains(all[i + 1], kParticles)) ++i;
      words.push_back("abd" + std::string(all[++i]));
    } else if (word.size() > 6 && word.starts_with("abd") && !word.starts_with("abdulla") &&
               !word.starts_with("abdalla")) {
      words.push_back(without_inner_article(word));
    } else if (i == 0 && all.size() > 1 && is_initials(word)) {
      for (const char c : word) words.emplace_back(1, c);
    } else {
      words.emplace_back(word);
    }
  }
  if (!generation.empty()) words.emplace_back(generation);
  return words;
}

PersonName make_person_name(std::vector<const NameWord*> words) {
  PersonName name;
  name.words = std::move(words);
  if (name.words.size() > 1 && is_generation(name.words.back()->text)) {
    name.generation = name.words.back()->text;
    if (contains(name.generation, kSons)) name.generation = "jr";
    if (contains(name.generation, kFathers)) name.generation = "sr";
    name.words.pop_back();
  }
  return name;
}

PersonMatch compare_persons(const PersonName& first, const PersonName& second) {
  const bool swapped = first.words.size() > second.words.size();
  const PersonName &left = swapped ? second : first, &right = swapped ? first : second;
  if (left.words.empty() || left.generation != right.generation) return PersonMatch::kDifferent;
  if (equal_texts(left.words, right.words)) return PersonMatch::kSame;
  if (right.words.size() > kMaxWords) return PersonMatch::kDifferent;
  if (left.words.size() == 1) return compare_single(*left.words[0], right);
  if (joined(left.words, 0, left.words.size()) == joined(right.words, 0, right.words.size())) return PersonMatch::kSame;
  const bool tolerant = is_tolerant(left) && is_tolerant(right);
  if (const PersonMatch match = align(left, right, tolerant); match != PersonMatch::kDifferent) return match;
  if (are_joined_initials(left.words, right.words)) return PersonMatch::kSame;
  if (tolerant && left.words.size() != right.words.size() &&
      match_words(*left.words[0], *right.words[0], true, true) >= WordMatch::kNear &&
      near_spelling(NameWord(joined(left.words, 1, left.words.size())),
                    NameWord(joined(right.words, 1, right.words.size())))) {
    return PersonMatch::kSame;  // ahmadi nejad
  }
  const bool no_west = !left.words.front()->western && !right.words.front()->western;
  if (no_west && is_rotation(left.words, right.words)) return PersonMatch::kSame;
  if (is_ending(left.words, right.words, tolerant)) return PersonMatch::kSurname;  // lopez obrador
  return PersonMatch::kDifferent;
}

bool is_generation(std::string_view word) { return contains(word, kGenerations); }

double largest_distance(size_t letters) { return distance_limit(letters, kMostMore); }

bool may_be_near(const NameWord& a, const NameWord& b) {
  return near_spelling(a, b, kMostMore) || is_umlaut_spelling(a, b);
}

bool is_surname_with_article(std::string_view surname, std::string_view full) {
  if (!surname.starts_with("al ") && !surname.starts_with("el ")) return false;
  return full.size() > surname.size() + 1 && full.ends_with(surname) && full[full.size() - surname.size() - 1] == ' ' &&
         std::count(surname.begin(), surname.end(), ' ') == 1;
}

PersonMatch compare_persons(std::string_view a, std::string_view b) {
  if (is_surname_with_article(a, b) || is_surname_with_article(b, a)) return PersonMatch::kSurname;
  std::deque<NameWord> words;
  const auto name = [&](std::string_view key) {
    std::vector<const NameWord*> list;
    for (const std::string& word : person_words(key)) list.push_back(&words.emplace_back(word));
    return make_person_name(std::move(list));
  };
  const PersonName left = name(a), right = name(b);
  return compare_persons(left, right);
}

}  // namespace actant
