#include "extract/text/internal/word_rules.h"

#include <algorithm>
#include <cstddef>

#include "extract/text/internal/char_class.h"

namespace actant::internal {
namespace {

constexpr size_t kLongest = 16;

// A word in lower case on the stack; empty when it is longer than any word of the tables.
class LowerCase {
 public:
  explicit LowerCase(std::string_view word) {
    if (word.size() > kLongest) return;
    size_ = word.size();
    for (size_t i = 0; i < size_; ++i) bytes_[i] = ascii_lower(word[i]);
  }
  std::string_view view() const { return {bytes_, size_}; }

 private:
  char bytes_[kLongest];
  size_t size_ = 0;
};

template <size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), LowerCase(word).view());
}

constexpr auto kTitles = sorted(std::to_array<std::string_view>(
    {"adm", "amb", "atty", "brig", "capt", "cmdr",   "col",  "cpl",  "dr",   "fr",  "ft",
     "gen", "gov", "hon",  "lt",   "maj",  "messrs", "mlle", "mme",  "mr",   "mrs", "ms",
     "mt",  "mx",  "pfc",  "pres", "prof", "pvt",    "rep",  "reps", "rev",  "sen", "sens",
     "sgt", "sr",  "st",   "ste",  "supt", "lieut",  "cdr",  "ald",  "insp", "asst"}));

constexpr auto kGeneral = sorted(std::to_array<std::string_view>(
    {"al",   "approx", "apr", "aug", "ave",  "bros", "ca",    "cf",    "co",   "corp", "dec",   "dept", "div",  "eg",
     "esp",  "est",    "ext", "feb", "govt", "inc",  "incl",  "jan",   "jr",   "jul",  "jun",   "ltd",  "mins", "misc",
     "mon",  "nov",    "oct", "oz",  "plc",  "pty",  "sept",  "sep",   "thu",  "thur", "thurs", "tue",  "tues", "univ",
     "viz",  "vs",     "yr",  "yrs", "attn", "blvd", "assn",  "assoc", "bldg", "lb",   "lbs",   "hrs",  "ind",  "intl",
     "natl", "cont",   "arr", "tel", "conn", "ariz", "calif", "colo",  "fla",  "okla", "tenn",  "penn", "pvt"}));

constexpr auto kBeforeNumber = sorted(std::to_array<std::string_view>(
    {"art", "arts", "ch", "chap", "eq", "fig", "figs", "no", "nos", "nr", "p", "para", "pp", "sec", "vol", "vols"}));

constexpr auto kBeforeName = sorted(std::to_array<std::string_view>(
    {"ala",  "ark", "del", "ga",   "ill", "kan",  "ky",  "la",  "mar", "mass", "md",  "mich", "minn",
     "miss", "neb", "nev", "ore",  "pa",  "que",  "sat", "sun", "tex", "va",   "vt",  "wash", "wis",
     "wyo",  "int", "sci", "hist", "ont", "alta", "ed",  "eds", "fri", "wed",  "mon", "tel"}));

// Prefixes that EWT and GUM (train) keep joined at least as often as not.
constexpr auto kPrefixes = sorted(std::to_array<std::string_view>(
    {"anti",  "arch",  "bi",    "bio",   "co",    "counter", "cross",  "de",    "dis",  "e",     "ex",    "extra",
     "hyper", "inter", "intra", "macro", "mega",  "meta",    "micro",  "mid",   "mini", "multi", "neo",   "non",
     "over",  "post",  "pre",   "pro",   "proto", "pseudo",  "psycho", "quasi", "re",   "semi",  "socio", "sub",
     "super", "supra", "tele",  "trans", "tri",   "ultra",   "un",     "uni",   "under"}));

constexpr auto kCompounds = sorted(std::to_array<std::string_view>(
    {"hm-mm", "mm-hm", "mm-hmm", "na-na", "uh-huh", "uh-oh", "uh-uh", "um-hum", "whoo-hoo", "yoo-hoo", "zig-zag"}));

constexpr auto kUnits = sorted(std::to_array<std::string_view>(
    {"am",   "b",    "bn",  "bps", "c",   "cc",  "cm", "db",  "dpi", "f",   "fps", "ft", "g",   "gb",
     "gbps", "ghz",  "gw",  "gwh", "ha",  "hh",  "hp", "hr",  "hrs", "hz",  "in",  "k",  "kb",  "kg",
     "khz",  "km",   "kph", "kw",  "kwh", "l",   "lb", "lbs", "m",   "ma",  "mb",  "mg", "mhz", "mi",
     "min",  "mins", "ml",  "mm",  "mn",  "mph", "ms", "mw",  "mwh", "nm",  "oz",  "p",  "pm",  "rpm",
     "sec",  "secs", "sq",  "tb",  "tn",  "trn", "v",  "w",   "yd",  "yds", "yr",  "yrs"}));

constexpr auto kExtensions = sorted(std::to_array<std::string_view>(
    {"ai",  "app", "asp", "at",  "au",   "avi",  "be",  "biz",  "br",     "ca",   "ch",   "cn",  "co",   "com",
     "csv", "cz",  "de",  "dk",  "doc",  "docx", "edu", "es",   "eu",     "exe",  "fi",   "fm",  "fr",   "gif",
     "gov", "gr",  "hk",  "htm", "html", "ie",   "il",  "info", "int",    "io",   "ir",   "jp",  "jpeg", "jpg",
     "js",  "jsp", "kr",  "me",  "mil",  "mobi", "mp3", "mp4",  "museum", "mx",   "name", "net", "news", "ng",
     "nl",  "nz",  "org", "pdf", "php",  "pl",   "png", "ppt",  "pptx",   "py",   "ru",   "se",  "sg",   "tr",
     "tv",  "tw",  "txt", "ua",  "uk",   "url",  "us",  "wav",  "xls",    "xlsx", "xml",  "za",  "zip"}));

constexpr auto kOpeners = sorted(std::to_array<std::string_view>(
    {"a",      "after",   "all",    "also",      "although", "an",    "and",   "another", "any",  "as",
     "at",     "because", "before", "both",      "but",      "by",    "did",   "do",      "does", "during",
     "each",   "even",    "every",  "for",       "from",     "had",   "has",   "have",    "he",   "her",
     "here",   "his",     "how",    "however",   "i",        "if",    "in",    "instead", "is",   "it",
     "its",    "last",    "many",   "meanwhile", "more",     "most",  "my",    "no",      "not",  "now",
     "of",     "on",      "once",   "one",       "or",       "our",   "she",   "since",   "so",   "some",
     "such",   "that",    "the",    "their",     "then",     "there", "these", "they",    "this", "those",
     "though", "thus",    "to",     "two",       "under",    "until", "was",   "we",      "were", "what",
     "when",   "where",   "which",  "while",     "who",      "why",   "with",  "yet",     "you",  "your"}));

struct Fused {
  std::string_view word;
  std::array<uint8_t, 2> parts;
};

// Spellings without apostrophe only where they are no other word (`its`, `ill`, `were`, `wed` are).
constexpr auto kFused = std::to_array<Fused>({
    {"aint", {2, 0}},   {"arent", {3, 0}},  {"cannot", {3, 0}},  {"cant", {2, 0}},     {"couldnt", {5, 0}},
    {"didnt", {3, 0}},  {"doesnt", {4, 0}}, {"dont", {2, 0}},    {"dunno", {2, 3}},    {"gimme", {3, 0}},
    {"gonna", {3, 0}},  {"gotta", {3, 0}},  {"hadnt", {3, 0}},   {"hasnt", {3, 0}},    {"havent", {4, 0}},
    {"isnt", {2, 0}},   {"ive", {1, 0}},    {"lemme", {3, 0}},   {"shouldnt", {6, 0}}, {"thats", {4, 0}},
    {"theyre", {4, 0}}, {"theyve", {4, 0}}, {"wanna", {3, 0}},   {"wasnt", {3, 0}},    {"werent", {4, 0}},
    {"whats", {4, 0}},  {"wont", {2, 0}},   {"wouldnt", {5, 0}}, {"youll", {3, 0}},    {"youre", {3, 0}},
    {"youve", {3, 0}},
});
static_assert(std::is_sorted(kFused.begin(), kFused.end(),
                             [](const Fused& a, const Fused& b) { return a.word < b.word; }));

// Lengths (bits) of the fused words by first letter: nearly every word is turned away by them.
constexpr std::array<uint16_t, 26> kFusedLengths = [] {
  std::array<uint16_t, 26> lengths{};
  for (const Fused& fused : kFused)
    lengths[static_cast<size_t>(fused.word[0] - 'a')] |= static_cast<uint16_t>(1u << fused.word.size());
  return lengths;
}();

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  if (contains(kTitles, word)) return Abbreviation::kTitle;
  if (LowerCase(word).view() == "etc") return Abbreviation::kEtCetera;
  if (contains(kGeneral, word)) return Abbreviation::kGeneral;
  if (contains(kBeforeNumber, word)) return Abbreviation::kBeforeNumber;
  return contains(kBeforeName, word) ? Abbreviation::kBeforeName : Abbreviation::kNone;
}

bool is_joining_prefix(std::string_view word) { return contains(kPrefixes, word); }
bool is_joined_compound(std::string_view word) { return contains(kCompounds, word); }
bool is_unit(std::string_view letters) { return contains(kUnits, letters); }
bool is_name_extension(std::string_view letters) { return contains(kExtensions, letters); }
bool is_sentence_opener(std::string_view word) { return contains(kOpeners, word); }

std::array<uint8_t, 2> find_fused_word(std::string_view word) {
  const char first = word.empty() ? ' ' : ascii_lower(word[0]);
  if (word.size() > 8 || !is_ascii_lower(first)) return {0, 0};
  if ((kFusedLengths[static_cast<size_t>(first - 'a')] >> word.size() & 1) == 0) return {0, 0};
  const LowerCase lower(word);
  const auto at = std::lower_bound(kFused.begin(), kFused.end(), lower.view(),
                                   [](const Fused& fused, std::string_view key) { return fused.word < key; });
  return at != kFused.end() && at->word == lower.view() ? at->parts : std::array<uint8_t, 2>{0, 0};
}

}  // namespace actant::internal
