#include "graph/merge/similarity.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actant {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'i' || c == 'u'; }

// Rewrites in the order of the list, the longest first; what is left is mapped letter by letter.
constexpr std::array<std::pair<std::string_view, std::string_view>, 40> kRewrites = {{
    {"tsch", "c"}, {"tch", "c"}, {"sch", "s"}, {"sz", "s"}, {"cz", "c"},  {"dj", "j"}, {"dzh", "j"}, {"zh", "j"},
    {"gh", "k"},   {"kh", "k"},  {"ck", "k"},  {"ch", "c"}, {"sh", "s"},  {"ph", "f"}, {"th", "t"},  {"dh", "d"},
    {"ts", "c"},   {"tz", "c"},  {"ks", "x"},  {"cs", "x"}, {"iyy", "i"}, {"iy", "i"}, {"yy", "i"},  {"ij", "i"},
    {"yi", "i"},   {"ou", "u"},  {"oo", "u"},  {"ow", "u"}, {"au", "u"},  {"aw", "u"}, {"ei", "i"},  {"ey", "i"},
    {"ai", "i"},   {"ay", "i"},  {"ee", "i"},  {"ea", "i"}, {"ie", "i"},  {"ae", "i"}, {"eh", "i"},  {"ah", "a"},
}};

char letter_class(char c) {
  switch (c) {
    case 'e':
    case 'y':
      return 'i';
    case 'o':
      return 'u';
    case 'q':
    case 'c':
      return 'k';
    case 'w':
      return 'v';
    default:
      return c;
  }
}

char unvoiced(char c) {
  switch (c) {
    case 'g':
      return 'k';
    case 'd':
      return 't';
    case 'b':
      return 'p';
    case 'v':
      return 'f';
    case 'z':
      return 's';
    default:
      return c;
  }
}

double substitution(char a, char b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return 0.5;
  if (unvoiced(a) == unvoiced(b)) return 0.5;
  const auto pair = std::minmax(a, b);
  if (pair == std::minmax('c', 'k') || pair == std::minmax('c', 's') || pair == std::minmax('j', 'k') ||
      pair == std::minmax('i', 'j') || pair == std::minmax('g', 'j') || pair == std::minmax('j', 'z')) {
    return 0.5;
  }
  return 1;
}

double gap(char c) { return is_vowel(c) || c == 'h' ? 0.5 : 1; }

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
  std::string out;
  const auto append = [&](char c) {
    if (out.empty() || out.back() != c) out += c;  // double letters are one
  };
  for (size_t i = 0; i < word.size();) {
    size_t used = 0;
    for (const auto& [from, to] : kRewrites) {
      if (word.substr(i).starts_with(from)) {
        for (const char c : to) append(c);
        used = from.size();
        break;
      }
    }
    if (used == 0) {
      const bool soft_c = word[i] == 'c' && i + 1 < word.size() && (word[i + 1] == 'e' || word[i + 1] == 'i');
      append(soft_c ? 's' : letter_class(word[i]));
      used = 1;
    }
    i += used;
  }
  if (out.size() > 3 && out.back() == 'h') out.pop_back();  // "hezbollah", "hezbolla"
  return out;
}

std::string consonant_skeleton(std::string_view word) {
  std::string out;
  for (char c : transliteration_key(word)) {
    if (is_vowel(c) || c == 'h') continue;
    c = c == 'c' || c == 'j' ? 'k' : unvoiced(c);
    if (out.empty() || out.back() != c) out += c;
    if (out.size() == 6) break;
  }
  return out;
}

double transliteration_distance(std::string_view left, std::string_view right) {
  const std::string a = transliteration_key(left), b = transliteration_key(right);
  std::vector<double> last(a.size() + 1), row(a.size() + 1);
  for (size_t i = 1; i <= a.size(); ++i) last[i] = last[i - 1] + gap(a[i - 1]);
  for (size_t j = 1; j <= b.size(); ++j) {
    row[0] = last[0] + gap(b[j - 1]);
    for (size_t i = 1; i <= a.size(); ++i) {
      row[i] = std::min(
          {last[i] + gap(b[j - 1]), row[i - 1] + gap(a[i - 1]), last[i - 1] + substitution(a[i - 1], b[j - 1])});
    }
    std::swap(last, row);
  }
  return last[a.size()];
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
