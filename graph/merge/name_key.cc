#include "graph/merge/name_key.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "graph/merge/known_names.h"

namespace actant {
namespace {

constexpr size_t kMaxKey = 200;  // bytes; longer names are cut and end in a hash

// Letters that Unicode does not decompose.
std::string_view base_letter(int32_t point) {
  switch (point) {
    case 0x142: return "l";
    case 0xf8: return "o";
    case 0x111:
    case 0xf0: return "d";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0xe6: return "ae";
    case 0x153: return "oe";
    case 0xfe: return "th";
    case 0x167: return "t";
    case 0x14b: return "ng";
    case 0x259: return "e";
    case 0x192: return "f";
    default: return {};
  }
}

bool is_apostrophe(int32_t point) {
  return point == '\'' || point == '`' || point == 0xb4 || point == 0x2018 || point == 0x2019 || point == 0x2bb ||
         point == 0x2bc || point == 0x2be || point == 0x2bf || point == 0x2b9 || point == 0x2032;
}

bool is_letter_or_digit(int32_t point) {
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
  }
}

bool is_mark(int32_t point) {
  const auto category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF;
}

void append_point(std::string& out, int32_t point) {
  utf8proc_uint8_t buffer[4];
  const auto length = utf8proc_encode_char(point, buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<size_t>(std::max<utf8proc_ssize_t>(length, 0)));
}

// Collects letters and blanks; one blank between words, none at the ends. A possessive and the dots of abbreviations
// leave no trace.
class Folder {
 public:
  std::string fold(std::string_view name) {
    out_.reserve(name.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
    for (size_t i = 0; i < name.size();) {
      if (bytes[i] < 0x80) {
        ascii(name, i++);
        continue;
      }
      utf8proc_int32_t point = 0;
      const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(name.size() - i), &point);
      if (length <= 0) {
        ++i;
        continue;
      }
      i += static_cast<size_t>(length);
      if (is_apostrophe(point)) {
        possessive(name.substr(i));
      } else {
        wide(point);
      }
    }
    return std::move(out_);
  }

 private:
  void ascii(std::string_view name, size_t i) {
    const char c = name[i];
    if (c >= 'A' && c <= 'Z') {
      letter(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      letter(c);
    } else if (c == '\'' || c == '`') {
      possessive(name.substr(i + 1));
    } else if (c == '.') {
      // "U.S." is one word, "J. Smith", "St.Louis" and "3.5" are two.
      const bool inside =
          i + 1 < name.size() && name[i + 1] != ' ' && i > 0 && !(name[i - 1] >= '0' && name[i - 1] <= '9');
      if (!inside || since_dot_ > 1) blank();
      since_dot_ = 0;
    } else if (c == '&') {
      blank();
      out_ += out_.empty() ? "and" : " and";
      pending_ = true;
    } else {
      blank();
    }
  }

  void wide(int32_t point) {
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto count = utf8proc_decompose_char(
        point, parts, 32, static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
        &boundary);
    for (utf8proc_ssize_t k = 0; k < std::min<utf8proc_ssize_t>(count, 32); ++k) {
      const int32_t part = parts[k];
      if (is_mark(part)) continue;
      if (const std::string_view base = base_letter(part); !base.empty()) {
        for (const char c : base) letter(c);
      } else if (is_letter_or_digit(part)) {
        open_word();
        append_point(out_, part);
      } else if (!is_apostrophe(part)) {
        blank();
      }
    }
  }

  // An apostrophe before the `s` at the end of a word drops both; any other is dropped alone ("O'Brien" -> "obrien").
  void possessive(std::string_view rest) {
    skip_ = !rest.empty() && (rest[0] == 's' || rest[0] == 'S') && (rest.size() == 1 || rest[1] == ' ');
  }

  void letter(char c) {
    if (std::exchange(skip_, false)) return;
    open_word();
    out_ += c;
  }

  void open_word() {
    if (std::exchange(pending_, false) && !out_.empty()) {
      out_ += ' ';
      since_dot_ = 0;
    }
    ++since_dot_;
  }

  void blank() { pending_ = true; }

  std::string out_;
  bool pending_ = false;
  bool skip_ = false;
  size_t since_dot_ = 0;  // letters since the last dot or blank
};

using Words = std::span<const std::string_view>;

bool contains(Words list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// Titles that news put before a name. `king`, `prince` and their like are kept before a single name, where they are the
// name ("King Abdullah").
constexpr std::string_view kTitles[] = {
    "mr",          "mrs",           "ms",         "miss",       "mister",  "dr",
    "doctor",      "prof",          "professor",  "sir",        "dame",    "lady",
    "president",   "vice",          "deputy",     "former",     "ex",      "prime",
    "foreign",     "defense",       "defence",    "interior",   "finance", "minister",
    "premier",     "secretary",     "senator",    "sen",        "rep",     "representative",
    "congressman", "congresswoman", "gov",        "governor",   "gen",     "general",
    "col",         "colonel",       "lt",         "lieutenant", "maj",     "major",
    "capt",        "captain",       "sgt",        "sergeant",   "adm",     "admiral",
    "brig",        "brigadier",     "marshal",    "sheikh",     "sheik",   "shaikh",
    "ayatollah",   "grand",         "imam",       "rabbi",      "rev",     "reverend",
    "judge",       "justice",       "chancellor", "ambassador", "mayor",   "mp",
    "comrade",     "commander",     "chief",      "hon"};
constexpr std::string_view kRoyal[] = {"king",    "queen",  "prince", "princess", "crown",  "pope",
                                       "emperor", "sultan", "emir",   "lord",     "father", "sister"};
constexpr std::string_view kLegalForms[] = {
    "inc",  "incorporated", "corp", "corporation", "co",   "company", "ltd",  "limited", "llc", "plc",
    "gmbh", "ag",           "sa",   "nv",          "bv",   "spa",     "oyj",  "kgaa",    "se",  "asa",
    "pty",  "pvt",          "llp",  "lp",          "sarl", "srl",     "ojsc", "pjsc",    "pte", "bhd"};

std::string join(Words words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool is_numeral(std::string_view word) { return word.find_first_not_of("ivx") == std::string_view::npos; }

std::string person_key(const std::string& folded) {
  const std::vector<std::string_view> words = split_words(folded);
  size_t first = 0;
  while (first + 1 < words.size() && contains(kTitles, words[first])) ++first;
  // "prime minister" alone is no name, so nothing is taken from it
  if (first + 1 == words.size() && contains(kTitles, words[first])) return folded;
  while (first + 2 < words.size() && contains(kRoyal, words[first]) && !is_numeral(words[first + 2])) ++first;
  return join(Words(words).subspan(first));
}

std::string organization_key(const std::string& folded) {
  std::vector<std::string_view> words = split_words(folded);
  while (words.size() > 1 && contains(kLegalForms, words.back())) words.pop_back();
  if (words.size() > 1 && words.back() == "and") words.pop_back();  // "Tiffany & Co."
  return join(words);
}

std::string cut(std::string key) {
  if (key.size() <= kMaxKey) return key;
  const std::string hash = std::to_string(stable_hash(key));
  size_t end = kMaxKey - hash.size() - 1;
  while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xc0) == 0x80) --end;
  key.resize(end);
  return key + '#' + hash;
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

std::string fold_name(std::string_view name) {
  std::string folded = Folder().fold(name);
  if (name.starts_with("A.")) return folded;  // an initial, not an article
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (folded.size() > article.size() && folded.starts_with(article)) return folded.substr(article.size());
  }
  return folded;
}

std::string name_key(EntityType type, std::string_view name) {
  std::string folded = fold_name(name);
  if (folded.empty()) return cut(name.empty() ? "?" : "?" + std::string(name));
  if (type == EntityType::kPerson) return cut(person_key(folded));
  if (type == EntityType::kPlace) {
    if (const auto country = known_country(folded)) return fold_name(country->name);
    if (const auto city = known_city(folded)) return fold_name(*city);
  } else if (type == EntityType::kOrganization) {
    if (const auto full = known_organization(folded)) return cut(fold_name(*full));
    return cut(organization_key(folded));
  }
  return cut(std::move(folded));
}

NodeId layer1_node(const EntityIdentity& entity) {
  std::string key = name_key(entity.type, entity.name);
  std::string country(entity.country);
  if (entity.type == EntityType::kPlace) {
    // Georgia the country, unless something says that it is another.
    const auto known = known_country(fold_name(entity.name));
    if (known && (country.empty() || country == known->iso3)) country = known->iso3;
  } else if (entity.type == EntityType::kOrganization && known_organization(fold_name(entity.name))) {
    country.clear();  // an international organization acts for no country
  }
  key += '\0';
  key += country;
  if (!entity.facet.empty()) key.append(1, '\1').append(entity.facet);
  if (!entity.named) {
    key += '\0';
    const bool one_of_many = entity.type == EntityType::kPerson || entity.type == EntityType::kOrganization;
    if (one_of_many && country.empty()) key += entity.article.to_string();
  }
  return NodeId::make(entity.type, stable_hash(key));
}

}  // namespace actant
