#include "extract/entity/person_name.h"

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

int name_agreement(std::string_view a, std::string_view b) {
  NameWords x = name_words(a), y = name_words(b);
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
