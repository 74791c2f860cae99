#include "graph/merge/person_names.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "graph/merge/name_key.h"
#include "graph/merge/similarity.h"

namespace actant {
namespace {

// Frequent forenames of languages written in the Latin script.
constexpr std::string_view kWesternForenames =
    "aaron adam adrian alan albert alejandro alex alexandra alfred alice allen amanda amy andrea andreas andrew andy "
    "angela "
    "ann anna anne anthony antonio arthur ashley barbara beatrice ben benjamin bernard bernie beth bill billy bob "
    "bobby brad "
    "brandon brenda brett brian bruce bryan calvin carl carla carlos carol caroline catherine cecilia charles "
    "charlotte cheryl "
    "chris christian christina christine christopher clara claire clarence claude claudia colin craig cynthia daniel "
    "danielle "
    "david dean deborah dennis derek diana diane dick dominic dominique donald donna dorothy doug douglas duncan dylan "
    "ed "
    "eddie edgar eduardo edward edwin elaine elena eli elizabeth ellen emanuel emily emma eric erica ernest esther "
    "ethan eugene "
    "eva evan evelyn felipe fernando florence frances francesco francis francisco francois frank franz fred frederick "
    "gabriel "
    "gareth gary gavin geoffrey george gerald gerard gerhard gilbert giovanni giuseppe glen gloria gordon grace graham "
    "greg "
    "gregory guy hans harold harriet harry heather heidi helen henri henry herbert hillary holly howard hugh hugo ian "
    "ignacio "
    "irene isabel ivan jack jackie jacob jacques jaime james jan jane janet jason javier jay jean jeff jeffrey "
    "jennifer jeremy "
    "jerome jerry jesse jessica jill jim jimmy joan joe joel johan johannes john johnny jon jonathan jordan jorge jose "
    "joseph "
    "joshua joyce juan juergen julia julian julie justin karen karl kate katherine kathleen katie keith kelly ken "
    "kenneth kevin "
    "kim kurt kyle lance larry laura lauren laurence laurent lawrence lee leo leon leonard leslie lewis liam linda "
    "lisa logan "
    "lloyd louis louise lucas lucy luis luke lynn manuel marc marcel marcia marco marcus margaret maria marie marilyn "
    "mario "
    "marion mark marta martha martin mary mason matthew maurice max megan melissa michael michel michelle miguel mike "
    "mitch "
    "monica nancy natalie nathan neil nicholas nick nicola nicolas nicole noah nora norman oliver olivia oscar owen "
    "pablo pamela "
    "pat patricia patrick paul paula pedro peggy penny peter phil philip philippe phillip pierre rachel ralph ramon "
    "randy raul "
    "ray raymond rebecca ricardo richard rick rob robert roberto robin rodney roger roland ron ronald rosa rose ross "
    "roy russell "
    "ruth ryan sally sam samantha samuel sandra santiago sarah scott sean sebastian sergio seth shane shannon sharon "
    "shaun sheila "
    "shirley silvia simon sophie spencer stanley stella stephanie stephen steve steven stuart susan suzanne sylvia ted "
    "teresa "
    "terry theo theodore theresa thomas tim timothy tina todd tom tommy tony tracy travis trevor tyler ulrich ursula "
    "valerie "
    "vanessa vernon veronica vicky victor victoria vincent virginia walter warren wayne wendy werner wilhelm will "
    "william willie "
    "wolfgang yvonne zachary";

// One line for each name: its variants by language, script and familiarity.
constexpr std::string_view kVariants[] = {
    "william bill will billy willie liam",
    "robert rob bob bobby robbie",
    "richard rick dick rich ricky",
    "james jim jimmy jamie",
    "john johnny jon jack",
    "joseph joe joey",
    "michael mike mikey",
    "thomas tom tommy",
    "edward ed eddie ted ned",
    "donald don donny",
    "ronald ron ronnie",
    "kenneth ken kenny",
    "charles charlie chuck",
    "daniel dan danny",
    "david dave",
    "stephen steve steven",
    "christopher chris",
    "nicholas nick nicolas",
    "anthony tony",
    "matthew matt",
    "andrew andy drew",
    "patrick pat paddy",
    "timothy tim",
    "gregory greg",
    "jeffrey jeff geoffrey geoff",
    "benjamin ben bennie binyamin benyamin",
    "samuel sam",
    "alexander alex aleksandr alexandr oleksandr alyaksandr aliaksandr sasha",
    "elizabeth liz beth betty eliza",
    "katherine catherine kate katie kathy cathy",
    "margaret maggie meg peggy",
    "susan sue suzanne",
    "deborah debbie",
    "barbara barb",
    "jennifer jen jenny",
    "patricia pat patty trish",
    "theodore ted theo",
    "frederick fred freddie",
    "lawrence larry laurence",
    "gerald gerry jerry",
    "walter walt",
    "philip phil phillip",
    "vincent vince",
    "leonard len lenny",
    "bernard bernie",
    "francis frank",
    "ronald ronnie",
    "rudolph rudy rudolf",
    "joshua josh",
    "jonathan jon",
    "zachary zach zack",
    "raymond ray",
    "eugene gene",
    "albert al bert",
    "vladimir volodymyr uladzimir wladimir",
    "sergei sergey serhiy serhii siarhei serge",
    "nikolai nikolay mykola nicolai",
    "dmitry dmitri dmitriy dmytro dzmitry",
    "yevgeny evgeny yevhen evgeni yevgeniy eugene",
    "mikhail mykhailo michail",
    "pyotr petro piotr",
    "pavel pavlo pawel",
    "andrei andrey andriy andrii",
    "alexei aleksei alexey oleksiy oleksii aleksey",
    "yuri yury yuriy iurii",
    "viktor victor wiktor",
    "konstantin kostyantyn constantin",
    "igor ihor",
    "oleg oleh",
    "vasily vasyl vasiliy vassily",
    "anatoly anatoliy anatolii",
    "vitaly vitali vitaliy vitalii",
    "arseniy arseny",
    "mohammed muhammad mohamed mohammad muhammed mohamad muhamad mohamud mahomed mehmed",
    "ahmed ahmad ahmet",
    "mahmoud mahmud mahmood",
    "hussein hussain husayn hosein hossein husein",
    "hassan hasan hassane",
    "abdullah abdallah abdulla",
    "yusuf youssef yousef yosef yusef",
    "ibrahim ebrahim ibraheem",
    "ismail esmail ismael",
    "omar umar omer",
    "osama usama",
    "khalid khaled",
    "saeed said saied sayed",
    "mustafa mostafa moustafa",
    "ali aly",
    "amir ameer emir",
    "walid waleed",
    "rashid rasheed rachid",
    "yasser yasir yaser",
    "moammar muammar muammer moamer",
    "abdul abdel abd",
    "qasem qassem qasim qassim kassem ghasem kasim",
    "jamal gamal jamaal",
    "tariq tarek tareq",
    "faisal faysal feisal",
    "jose pepe",
    "francisco paco",
    "eduardo edu",
    "benazir benazeer",
    "narendra narender",
    "jong chong"};

constexpr std::string_view kParticles[] = {"al", "el", "ul", "ad", "as", "ash", "an", "ar", "at", "az"};
constexpr std::string_view kGenerations[] = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"};

template <typename Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  for (const std::string_view word : split_words(text)) visit(word);
}

bool contains(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Endings of surnames of languages that are not written in the Latin script.
bool is_transliterated_surname(std::string_view word) {
  for (const std::string_view ending :
       {"enko", "enka",   "ov",  "ova", "ev",  "eva",  "off",  "sky", "skiy", "skyy",  "ski",   "skii",  "ich", "vich",
        "vych", "shvili", "dze", "yan", "ian", "chuk", "chyk", "yuk", "iuk",  "zadeh", "ullah", "uddin", "pour"}) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  }
  return false;
}

enum class WordMatch { kNone, kInitial, kNear, kEqual };

bool near_spelling(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < 3 || spelling_start(a) != spelling_start(b)) return false;
  // Short names have near neighbours that are other names (Salah, Saleh). Chosen on
  // tests/graph/merge/person_names_test.cc.
  const double limit = shorter >= 8 ? 1.0 : shorter >= 6 ? 0.5 : 0.0;
  return transliteration_distance(a, b) <= limit;
}

WordMatch match_words(std::string_view a, std::string_view b, bool tolerant, bool forename) {
  if (a == b) return WordMatch::kEqual;
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? WordMatch::kInitial : WordMatch::kNone;
  if (forename && are_forename_variants(a, b)) return WordMatch::kNear;
  return tolerant && near_spelling(a, b) ? WordMatch::kNear : WordMatch::kNone;
}

struct PersonName {
  std::vector<std::string_view> words;
  std::string_view generation;
};

PersonName parse(std::string_view key) {
  PersonName name;
  name.words = person_words(key);
  if (name.words.size() > 1 && contains(name.words.back(), kGenerations)) {
    name.generation = name.words.back();
    if (name.generation == "junior") name.generation = "jr";
    if (name.generation == "senior") name.generation = "sr";
    name.words.pop_back();
  }
  return name;
}

std::string joined(const std::vector<std::string_view>& words, size_t first = 0) {
  std::string out;
  for (size_t i = first; i < words.size(); ++i) out += words[i];
  return out;
}

bool is_tolerant(const PersonName& name) {
  return !is_western_forename(name.words.front()) || is_transliterated_surname(name.words.back());
}

// Aligns the words of the shorter name to words of the longer one in order, first to first and last to last or the
// first words to the first ("gabriel garcia", "gabriel garcia marquez").
PersonMatch align(const PersonName& shorter, const PersonName& longer, bool tolerant) {
  const auto& a = shorter.words;
  const auto& b = longer.words;
  bool exact = true;  // no word only near
  bool initials = false;
  size_t j = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const bool forename = i + 1 < a.size();
    WordMatch match = WordMatch::kNone;
    for (; j < b.size(); ++j) {
      if (i == 0 && j > 0) return PersonMatch::kDifferent;  // the first words must be the same
      match = match_words(a[i], b[j], tolerant, forename);
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
  if (a.size() > 2 && b.size() > 2 && a[1].size() == 1 && b[1].size() == 1 && a[1] != b[1])
    return PersonMatch::kDifferent;
  const bool last_to_last = j == b.size();
  if (!last_to_last && (!exact || initials || a.size() < 2)) return PersonMatch::kDifferent;
  return PersonMatch::kShorter;
}

// All words of the shorter one are the last of the longer.
bool is_ending(const std::vector<std::string_view>& shorter, const std::vector<std::string_view>& longer,
               bool tolerant) {
  if (shorter.size() >= longer.size()) return false;
  const size_t offset = longer.size() - shorter.size();
  for (size_t i = 0; i < shorter.size(); ++i) {
    const WordMatch match = match_words(shorter[i], longer[offset + i], tolerant, false);
    if (match != WordMatch::kEqual && match != WordMatch::kNear) return false;
  }
  return true;
}

}  // namespace

char spelling_start(std::string_view word) {
  const char c = transliteration_key(word)[0];
  switch (c) {
    case 'a':
    case 'i':
    case 'u':
      return 'a';
    case 'g':
    case 'q':
      return 'k';
    case 'd':
      return 't';
    case 'b':
      return 'p';
    default:
      return c;
  }
}

bool is_western_forename(std::string_view word) {
  static const std::unordered_set<std::string_view> set = [] {
    std::unordered_set<std::string_view> result;
    for_each_word(kWesternForenames, [&](std::string_view name) { result.insert(name); });
    return result;
  }();
  return set.contains(word);
}

bool are_forename_variants(std::string_view a, std::string_view b) {
  static const auto groups = [] {
    std::unordered_multimap<std::string_view, size_t> result;
    for (size_t i = 0; i < std::size(kVariants); ++i) {
      for_each_word(kVariants[i], [&](std::string_view name) { result.emplace(name, i); });
    }
    return result;
  }();
  const auto [begin_a, end_a] = groups.equal_range(a);
  const auto [begin_b, end_b] = groups.equal_range(b);
  for (auto x = begin_a; x != end_a; ++x) {
    for (auto y = begin_b; y != end_b; ++y) {
      if (x->second == y->second) return true;
    }
  }
  return false;
}

std::vector<std::string_view> person_words(std::string_view key) {
  std::vector<std::string_view> words = split_words(key);
  // "al gore" is a name, the "al" of "ahmed al sharaa" is not part of one.
  if (words.size() < 3) return words;
  for (size_t i = words.size() - 1; i-- > 1;) {
    if (contains(words[i], kParticles)) words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return words;
}

PersonMatch compare_persons(std::string_view a, std::string_view b) {
  PersonName left = parse(a), right = parse(b);
  if (left.words.empty() || right.words.empty()) return PersonMatch::kDifferent;
  if (left.generation != right.generation) return PersonMatch::kDifferent;
  if (left.words.size() > right.words.size()) std::swap(left, right);
  if (left.words == right.words || (left.words.size() > 1 && joined(left.words) == joined(right.words)))
    return PersonMatch::kSame;
  if (left.words.size() == 1) {
    if (right.words.size() == 1) {
      const bool near = left.words[0].size() >= 5 && right.words[0].size() >= 5 &&
                        !is_western_forename(left.words[0]) &&
                        transliteration_distance(left.words[0], right.words[0]) == 0;
      return near ? PersonMatch::kSame : PersonMatch::kDifferent;
    }
    return is_ending(left.words, right.words, is_tolerant(right)) ? PersonMatch::kSurname : PersonMatch::kDifferent;
  }
  const bool tolerant = is_tolerant(left) && is_tolerant(right);
  if (const PersonMatch match = align(left, right, tolerant); match != PersonMatch::kDifferent) return match;
  if (tolerant && left.words.size() != right.words.size() &&
      match_words(left.words[0], right.words[0], true, true) >= WordMatch::kNear &&
      near_spelling(joined(left.words, 1), joined(right.words, 1))) {
    return PersonMatch::kSame;  // ahmadi nejad
  }
  const bool no_west = !is_western_forename(left.words.front()) && !is_western_forename(right.words.front());
  if (no_west && left.words.size() == 2 && right.words.size() == 2 && left.words[0] == right.words[1] &&
      left.words[1] == right.words[0]) {
    return PersonMatch::kSame;  // abe shinzo
  }
  if (is_ending(left.words, right.words, tolerant)) return PersonMatch::kSurname;  // lopez obrador
  return PersonMatch::kDifferent;
}

}  // namespace actant
