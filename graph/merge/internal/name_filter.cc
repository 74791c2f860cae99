#include "graph/merge/internal/name_filter.h"

#include <algorithm>
#include <bit>
#include <string>

namespace actant::internal {
namespace {

constexpr int kRememberedBits = 18;  // of the number of pairs of words, 2 MiB
constexpr size_t kMostWords = 12;    // see PersonName

// False when the words are neither near nor the same.
bool may_be_near(const WordTraits& a, const WordTraits& b) {
  const size_t shorter = std::min(a.length, b.length);
  // What near_spelling() asks first; umlauts are inside of words.
  if (shorter < 3 || (a.start != b.start && a.first != b.first)) return false;
  return std::popcount(a.consonants ^ b.consonants) <= 2 * largest_distance(shorter);
}

}  // namespace

NameFilter::NameFilter(const NameWords& dictionary)
    : dictionary_(dictionary), forenames_(size_t{1} << kRememberedBits), surnames_(size_t{1} << kRememberedBits) {}

bool NameFilter::may_be_near(uint32_t a, uint32_t b, Remembered& remembered) {
  if (a == b) return true;
  const WordTraits &left = dictionary_.traits(a), &right = dictionary_.traits(b);
  // What near_spelling() asks first; umlauts are inside of words.
  if (!internal::may_be_near(left, right)) return false;
  const auto [less, larger] = std::minmax(a, b);
  const uint64_t pair = (uint64_t{less} << 32 | larger) << 1;  // 31 bits for the smaller one are enough
  uint64_t& entry = remembered[(pair * 0x9e3779b97f4a7c15ULL) >> (64 - kRememberedBits)];
  if (entry >> 1 != pair >> 1) entry = pair | (actant::may_be_near(dictionary_[a], dictionary_[b]) ? 1 : 0);
  return (entry & 1) != 0;
}

bool NameFilter::forenames_fit(uint32_t a, uint32_t b) {
  if (a == b) return true;
  const WordTraits &left = dictionary_.traits(a), &right = dictionary_.traits(b);
  if (left.length == 1 || right.length == 1) return left.first == right.first;
  return are_forename_variants(left.forename, right.forename) || may_be_near(a, b, forenames_);
}

bool NameFilter::words_fit(Words a, Words b) {
  for (size_t i = 0; i + 1 < a.size(); ++i) {
    if (!forenames_fit(a[i], b[i])) return false;
  }
  return may_be_near(a.back(), b.back(), surnames_);
}

size_t NameFilter::letters(Words words) const {
  size_t sum = 0;
  for (const uint32_t word : words) sum += dictionary_.traits(word).length;
  return sum;
}

// The same letters with other borders of words: "kim min jun", "kim minjun".
bool NameFilter::letters_fit(Words a, Words b) const {
  const WordTraits &first = dictionary_.traits(a.front()), &other = dictionary_.traits(b.front());
  if (first.first != other.first || (first.length == other.length && a.front() != b.front())) return false;
  if (letters(a) != letters(b)) return false;
  std::string left, right;
  for (const uint32_t word : a) left += dictionary_[word].text;
  for (const uint32_t word : b) right += dictionary_[word].text;
  return left == right;
}

bool NameFilter::starts_fit(Words a, Words b) const {
  const WordTraits &left = dictionary_.traits(a.front()), &right = dictionary_.traits(b.front());
  return left.start == right.start || left.first == right.first || are_forename_variants(left.forename, right.forename);
}

NameFilter::Brief NameFilter::brief(Words words) const {
  Brief brief;
  brief.words = static_cast<uint16_t>(words.size());
  if (words.empty()) return brief;
  brief.first = words.front();
  brief.last = words.back();
  brief.first_traits = dictionary_.traits(brief.first);
  brief.last_traits = dictionary_.traits(brief.last);
  brief.letters = static_cast<uint16_t>(letters(words));
  brief.unusual = words.size() > kMostWords || words.size() == 1 || brief.last_traits.generation;
  return brief;
}

bool NameFilter::may_fit(const Brief& a, const Brief& b) {
  if ((a.words == 1) != (b.words == 1)) return false;
  if (a.unusual || b.unusual || a.first == b.last || b.first == a.last) return true;
  const WordTraits &left = a.first_traits, &right = b.first_traits;
  if (a.letters == b.letters && left.first == right.first && left.length != right.length) return true;
  const bool forenames = a.first == b.first || ((left.length == 1 || right.length == 1) && left.first == right.first) ||
                         internal::may_be_near(left, right) || are_forename_variants(left.forename, right.forename);
  if (!forenames) return false;
  return a.words != b.words || a.last == b.last || internal::may_be_near(a.last_traits, b.last_traits);
}

bool NameFilter::may_be_one(Words a, Words b) {
  if (a.empty() || b.empty() || (a.size() == 1) != (b.size() == 1)) return false;
  if (a.front() == b.back() || b.front() == a.back()) return true;  // "abe shinzo"
  const bool generation = dictionary_.traits(a.back()).generation || dictionary_.traits(b.back()).generation;
  if (a.size() == 1 || generation || std::max(a.size(), b.size()) > kMostWords) return starts_fit(a, b);
  const bool fit = a.size() == b.size() ? words_fit(a, b) : forenames_fit(a.front(), b.front());
  return fit || letters_fit(a, b);
}

}  // namespace actant::internal
