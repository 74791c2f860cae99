#include "graph/merge/similarity.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actant {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'u'; }

struct Rewrite {
  std::string_view from, to;
};

// Rewrites in the order of the list, the longest first; what is left is mapped letter by letter. transliteration_key()
// is stored in the name index, so this list stays as it is.
constexpr std::array<Rewrite, 40> kRewrites = {{
    {"tsch", "c"}, {"tch", "c"}, {"sch", "s"}, {"sz", "s"}, {"cz", "c"},  {"dj", "j"}, {"dzh", "j"}, {"zh", "j"},
    {"gh", "k"},   {"kh", "k"},  {"ck", "k"},  {"ch", "c"}, {"sh", "s"},  {"ph", "f"}, {"th", "t"},  {"dh", "d"},
    {"ts", "c"},   {"tz", "c"},  {"ks", "x"},  {"cs", "x"}, {"iyy", "i"}, {"iy", "i"}, {"yy", "i"},  {"ij", "i"},
    {"yi", "i"},   {"ou", "u"},  {"oo", "u"},  {"ow", "u"}, {"au", "u"},  {"aw", "u"}, {"ei", "i"},  {"ey", "i"},
    {"ai", "i"},   {"ay", "i"},  {"ee", "i"},  {"ea", "i"}, {"ie", "i"},  {"ae", "i"}, {"eh", "i"},  {"ah", "a"},
}};

// What spelling_key() does in another way, tried first: Slavic glides ("akayev", "akaev"), umlauts ("mueller",
// "soekarno").
constexpr std::array<Rewrite, 6> kSpellings = {
    {{"aye", "i"}, {"eye", "i"}, {"iye", "i"}, {"oe", "u"}, {"ue", "u"}, {"eh", "e"}}};

/// Rewrites by the two letters that a word goes on with: most begin no rewrite, and the list need not be walked.
template <size_t size>
class RewriteTable {
 public:
  constexpr explicit RewriteTable(const std::array<Rewrite, size>& list) : list_(list), starts_{} {
    for (const Rewrite& rewrite : list) starts_[index(rewrite.from[0], rewrite.from[1])] = true;
  }
  const Rewrite* find(std::string_view rest) const {
    if (rest.size() < 2 || !is_letter(rest[0]) || !is_letter(rest[1]) || !starts_[index(rest[0], rest[1])])
      return nullptr;
    for (const Rewrite& rewrite : list_) {
      if (rest.starts_with(rewrite.from)) return &rewrite;
    }
    return nullptr;
  }

 private:
  static constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  static constexpr size_t index(char a, char b) { return static_cast<size_t>((a - 'a') * 26 + (b - 'a')); }
  const std::array<Rewrite, size>& list_;
  std::array<bool, 26 * 26> starts_;
};

constexpr RewriteTable kRewriteTable(kRewrites);
constexpr RewriteTable kSpellingTable(kSpellings);

char letter_class(char c) {
  switch (c) {
    case 'e':
    case 'y': return 'i';
    case 'o': return 'u';
    case 'q':
    case 'c': return 'k';
    case 'w': return 'v';
    default: return c;
  }
}

char unvoiced(char c) {
  switch (c) {
    case 'g': return 'k';
    case 'd': return 't';
    case 'b': return 'p';
    case 'v': return 'f';
    case 'z': return 's';
    default: return c;
  }
}

bool is_vowel_letter(char c) { return is_vowel(c) || c == 'o' || c == 'y'; }

// Appends letters; double ones are one.
class KeyText {
 public:
  void add(char c) {
    if (text.empty() || text.back() != c) text += c;
  }
  void add(std::string_view letters) {
    for (const char c : letters) add(c);
  }
  std::string text;
};

// A rewrite of spelling_key(), or null where the letters stand for themselves.
const Rewrite* spelling_rewrite(std::string_view word, size_t i) {
  const std::string_view rest = word.substr(i);
  if (const Rewrite* rewrite = kSpellingTable.find(rest)) {
    const bool after_q = i > 0 && (word[i - 1] == 'q' || word[i - 1] == 'g');  // "miguel"
    const bool silent = rewrite->from != "eh" || rest.size() == 2;
    if ((rewrite->from != "ue" || !after_q) && silent) return rewrite;
  }
  const Rewrite* rewrite = kRewriteTable.find(rest);
  // The `h` of "rahmon" may be a `kh`; at the end of a word it is mute.
  if (rewrite && (rewrite->from == "ah" || rewrite->from == "eh") && rest.size() > 2) return nullptr;
  // The `w` of "jawad" is that of "javad".
  const bool consonant = rest.size() > 2 ? is_vowel_letter(rest[2]) : rest == "ow";  // "berdymukhamedow"
  return rewrite && rewrite->from.back() == 'w' && consonant ? nullptr : rewrite;
}

bool is_pair(char a, char b, char x, char y) { return (a == x && b == y) || (a == y && b == x); }

double substitution(char a, char b) {
  if (a == b || is_pair(a, b, 'e', 'i')) return 0;
  if (is_pair(a, b, 'a', 'e')) return 0.25;  // "ahmed", "ahmad"
  if (is_vowel(a) && is_vowel(b)) return 0.5;
  if (unvoiced(a) == unvoiced(b)) return 0.5;
  for (const auto& [x, y] :
       {std::pair('c', 'k'), {'c', 's'}, {'j', 'k'}, {'i', 'j'}, {'g', 'j'}, {'j', 'z'}, {'h', 'k'}}) {
    if (is_pair(a, b, x, y)) return 0.5;
  }
  return 1;
}

double gap(char c) { return is_vowel(c) || c == 'h' ? 0.5 : 1; }

/// The costs of two letters in quarters, for comparisons of millions of names.
class LetterCosts {
 public:
  LetterCosts() {
    for (char a = 'a'; a <= 'z'; ++a) {
      for (char b = 'a'; b <= 'z'; ++b) changes_[place(a, b)] = static_cast<uint8_t>(4 * substitution(a, b));
      gaps_[static_cast<size_t>(a - 'a')] = static_cast<uint8_t>(4 * gap(a));
    }
  }
  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  int change(char a, char b) const { return is_letter(a) && is_letter(b) ? changes_[place(a, b)] : a == b ? 0 : 4; }
  int loss(char c) const { return is_letter(c) ? gaps_[static_cast<size_t>(c - 'a')] : 4; }

 private:
  static size_t place(char a, char b) { return static_cast<size_t>((a - 'a') * 32 + (b - 'a')); }
  std::array<uint8_t, 26 * 32> changes_{};
  std::array<uint8_t, 26> gaps_{};
};

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<size_t> before(a.size() + 1), last(a.size() + 1), row(a.size() + 1);
  for (size_t i = 0; i <= a.size(); ++i) last[i] = i;
  for (size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    size_t least = j;
    for (size_t i = 1; i <= a.size(); ++i) {
      row[i] = std::min({last[i] + 1, row[i - 1] + 1, last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[i] = std::min(row[i], before[i - 2] + 1);
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[a.size()], limit + 1);
}

double name_similarity(std::string_view a, std::string_view b) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(edit_distance(a, b, longer)) / static_cast<double>(longer);
}

double prefix_similarity(std::string_view typed, std::string_view word) {
  const size_t longer = std::max(typed.size(), word.size());
  const size_t limit = longer / 2;
  const size_t distance = edit_distance(typed, word, limit);
  double best =
      distance > limit ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(std::max<size_t>(longer, 1));
  if (typed.size() >= 2 && word.starts_with(typed)) {
    best = std::max(best, 0.75 + 0.25 * static_cast<double>(typed.size()) / static_cast<double>(word.size()));
  }
  return best;
}

std::string transliteration_key(std::string_view word) {
  KeyText out;
  for (size_t i = 0; i < word.size();) {
    if (const Rewrite* rewrite = kRewriteTable.find(word.substr(i))) {
      out.add(rewrite->to);
      i += rewrite->from.size();
      continue;
    }
    const bool soft_c = word[i] == 'c' && i + 1 < word.size() && (word[i + 1] == 'e' || word[i + 1] == 'i');
    out.add(soft_c ? 's' : letter_class(word[i]));
    ++i;
  }
  if (out.text.size() > 3 && out.text.back() == 'h') out.text.pop_back();  // "hezbollah", "hezbolla"
  return std::move(out.text);
}

std::string spelling_key(std::string_view word) {
  KeyText out;
  size_t i = 0;
  if (word.starts_with("hs") || word.starts_with("ye")) i = 1;  // "hsiao" is "xiao", "yermak" is "ermak"
  if (word.size() > 1 && word[0] == 'x' && is_vowel_letter(word[1])) {
    out.add('s');
    i = 1;
  }
  while (i < word.size()) {
    if (const Rewrite* rewrite = spelling_rewrite(word, i)) {
      out.add(rewrite->to);
      i += rewrite->from.size();
      continue;
    }
    const bool soft_c = word[i] == 'c' && i + 1 < word.size() && (word[i + 1] == 'e' || word[i + 1] == 'i');
    out.add(soft_c ? 's' : word[i] == 'e' ? 'e' : letter_class(word[i]));
    ++i;
  }
  if (out.text.size() > 3 && out.text.back() == 'h') out.text.pop_back();
  return std::move(out.text);
}

std::string consonant_skeleton(std::string_view word) {
  std::string out;
  for (char c : spelling_key(word)) {
    if (is_vowel(c) || c == 'h') continue;
    c = c == 'c' || c == 'j' ? 'k' : unvoiced(c);
    if (out.empty() || out.back() != c) out += c;
    if (out.size() == 6) break;
  }
  return out;
}

double spelling_distance(std::string_view a, std::string_view b, double limit) {
  static const LetterCosts costs;
  constexpr size_t kLongest = 64;  // words are shorter; what is beyond does not count
  a = a.substr(0, kLongest);
  b = b.substr(0, kLongest);
  const int most = static_cast<int>(std::min(limit, 1000.0) * 4);
  std::array<int, kLongest + 1> last, row;
  last[0] = 0;
  for (size_t i = 1; i <= a.size(); ++i) last[i] = last[i - 1] + costs.loss(a[i - 1]);
  for (size_t j = 1; j <= b.size(); ++j) {
    const int loss = costs.loss(b[j - 1]);
    int least = row[0] = last[0] + loss;
    for (size_t i = 1; i <= a.size(); ++i) {
      int change = costs.change(a[i - 1], b[j - 1]);
      if (change == 1 && i == a.size() && j == b.size()) change = 2;  // at the end it is another name
      row[i] = std::min({last[i] + loss, row[i - 1] + costs.loss(a[i - 1]), last[i - 1] + change});
      least = std::min(least, row[i]);
    }
    if (least > most) return least / 4.0;  // it only grows
    std::swap(last, row);
  }
  return last[a.size()] / 4.0;
}

// Each class has as many bits set as letters, at most three. To lose a letter of a class or to change it for one of
// another class costs 1, or half a bit where the other is in no class (substitution(): `h`, `j` and vowels). Those that
// are near each other across the classes of unvoiced() (c, k, s) are one class.
uint32_t consonant_bag(std::string_view spelling) {
  constexpr std::string_view kClasses = "tpflmnrxk";
  uint32_t bag = 0;
  for (char c : spelling) {
    c = unvoiced(c);
    if (c == 'c' || c == 's' || c == 'q') c = 'k';
    const size_t place = kClasses.find(c);
    if (place == std::string_view::npos) continue;
    const uint32_t bits = (bag >> (3 * place)) & 7;
    bag |= ((bits << 1 | 1) & 7) << (3 * place);
  }
  return bag;
}

double transliteration_distance(std::string_view a, std::string_view b) {
  return spelling_distance(spelling_key(a), spelling_key(b));
}

bool is_acronym_of(std::string_view acronym, const std::vector<std::string_view>& words) {
  std::string all, large;
  for (const std::string_view word : words) {
    all += word[0];
    if (word != "of" && word != "the" && word != "and" && word != "for" && word != "in" && word != "on" &&
        word != "to") {
      large += word[0];
    }
  }
  return acronym.size() >= 2 && (acronym == all || acronym == large);
}

}  // namespace actant
