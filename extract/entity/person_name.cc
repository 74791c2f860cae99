#include "extract/entity/person_name.h"

#include <algorithm>
#include <array>

#include "extract/entity/mention_info.h"

namespace actant {
namespace {

bool is_suffix(std::string_view word) {
  return same_text(word, "jr") || same_text(word, "sr") || word == "II" || word == "III" || word == "IV";
}

bool is_article(std::string_view word) { return same_text(word, "al") || same_text(word, "el"); }

// True where the words of `a` stand in `b` one after another.
bool contained(const NameWords& a, const NameWords& b) {
  for (uint32_t at = 0; at + a.size <= b.size; ++at) {
    uint32_t i = 0;
    while (i < a.size && same_text(a.words[i], b.words[at + i])) ++i;
    if (i == a.size) return true;
  }
  return false;
}

// Jr., II and the like, without a dot; empty for none.
std::string_view generation_of(std::string_view name) {
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.remove_suffix(1);
  const size_t blank = name.find_last_of(" ,\n");
  const std::string_view last = blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
  return is_suffix(last) ? last : std::string_view();
}

// The first letters of the initials behind the first word: `HW` of `George H.W. Bush`. Empty when a word is in between.
struct Initials {
  std::array<char, 4> letters{};
  size_t size = 0;
};

Initials middle_initials(std::string_view name) {
  Initials result;
  size_t at = std::min(name.find_first_of(" \n"), name.size());
  while (at < name.size()) {
    const size_t begin = at + 1;
    at = std::min(name.find_first_of(" \n", begin), name.size());
    const std::string_view word = name.substr(begin, at - begin);
    const bool dotted = word.size() >= 2 && word.ends_with('.') && !is_suffix(word.substr(0, word.size() - 1));
    if (!dotted && word.size() != 1) break;
    for (size_t i = 0; i < word.size() && result.size < result.letters.size(); ++i) {
      const bool letter = word[i] >= 'A' && word[i] <= 'Z';
      const bool alone = i + 1 == word.size() || word[i + 1] == '.';
      if (letter && alone) result.letters[result.size++] = word[i];
    }
  }
  return result;
}

// `George W. Bush` is not `George H.W. Bush`, nor `Donald Trump` his son of that name: where both are called in full. A
// bare surname with `Jr.` is the son.
bool namesakes(std::string_view a, std::string_view b, const NameWords& x, const NameWords& y) {
  const std::string_view left = generation_of(a), right = generation_of(b);
  if (!left.empty() && !right.empty()) return !same_text(left, right);
  if (!left.empty() && x.size == 1) return true;
  if (!right.empty() && y.size == 1) return true;
  if (x.size < 2 || y.size < 2) return false;
  // Joe Biden is Joseph R. Biden, Jr.: who is called by a short forename loses the suffix too.
  if (left.empty() != right.empty()) return same_text(x.words[0], y.words[0]);
  const Initials i = middle_initials(a), j = middle_initials(b);
  return i.size > 0 && j.size > 0 && i.letters[0] != j.letters[0];
}

// Joe and Joseph, Vladimir and Volodymyr's initials are not told apart: two letters must agree.
bool forenames_agree(std::string_view a, std::string_view b) {
  return a.size() >= 2 && b.size() >= 2 && same_text(a.substr(0, 2), b.substr(0, 2));
}

}  // namespace

NameWords name_words(std::string_view name) {
  NameWords result;
  size_t at = 0;
  while (at < name.size() && result.size < NameWords::kMost) {
    const size_t end = std::min(name.find_first_of(" -,\n", at), name.size());
    std::string_view word = name.substr(at, end - at);
    at = end + 1;
    const bool initial = word.ends_with('.') || word.size() == 1;
    while (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty() || (initial && word.size() <= 2) || is_suffix(word) || is_article(word)) continue;
    result.words[result.size++] = word;
  }
  return result;
}

bool begins_with_initial(std::string_view name) {
  const size_t end = name.find(' ');
  return end != std::string_view::npos && end <= 2 && (end == 1 || name[1] == '.');
}

bool initials_contradict(std::string_view a, std::string_view b) {
  const auto only_initials = [](std::string_view name) {
    return begins_with_initial(name) && name_words(name).size == 1;  // J. Edgar Hoover goes by another forename
  };
  const bool both = begins_with_initial(a) && begins_with_initial(b);
  return (both || only_initials(a) || only_initials(b)) && !same_text(a.substr(0, 1), b.substr(0, 1));
}

int name_agreement(std::string_view a, std::string_view b) {
  NameWords x = name_words(a), y = name_words(b);
  if (namesakes(a, b, x, y)) return 0;
  if (x.size > y.size) std::swap(x, y);
  if (x.size == 0) return same_text(a, b) ? 3 : 0;
  if (x.size == y.size && contained(x, y)) return 3;
  if (x.size == 1) {
    if (same_text(x.last(), y.last())) return 2;
    if (same_text(x.last(), y.words[0])) return 1;
    return contained(x, y) && y.size > 2 ? 1 : 0;
  }
  if (contained(x, y)) return 2;
  const bool same_last = same_text(x.last(), y.last());
  return same_last && forenames_agree(x.words[0], y.words[0]) ? 2 : 0;
}

}  // namespace actant
