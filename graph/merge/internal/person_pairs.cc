#include "graph/merge/internal/person_pairs.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace actant::internal {
namespace {

constexpr uint64_t kLarge = ~uint64_t{0};  // instead of the key of a small block
constexpr size_t kMaxBlock = 48;           // names in a block whose pairs are all looked at
constexpr size_t kWindow = 10;             // in groups of larger blocks
constexpr size_t kWindowOfAll = 10;        // in all of a larger block
constexpr size_t kMaxAlike = 100;          // as kMaxBlock, where all sounds are alike
constexpr size_t kWindowOfAlike = 40;      // in larger groups of these
constexpr size_t kMostOfSurname =
    40;  // full names that one with an initial meets; MergeState weighs twelve persons at most
constexpr size_t kPersonsAtOnce = 3000000;  // whose blocks are in memory together, about 60 bytes each

// True where two names share a block before `key`, whose pairs are all looked at; lists in order.
bool share_before(std::span<const uint32_t> a, std::span<const uint32_t> b, uint64_t key) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size() && a[i] < key && b[j] < key;) {
    if (a[i] == b[j]) return true;
    ++(a[i] < b[j] ? i : j);
  }
  return false;
}

}  // namespace

void PersonPairs::for_each(const Visit& visit) {
  visit_ = &visit;
  const auto parts = static_cast<uint32_t>(1 + persons_.nodes().size() / kPersonsAtOnce);
  PersonName scratch;
  std::vector<uint64_t> keys;
  for (uint32_t part = 0; part < parts; ++part) {
    Blocks blocks(state_.space(), part, parts);
    blocks.reserve(8 * persons_.nodes().size() / parts);
    for (const uint32_t person : persons_.nodes()) {
      keys.clear();
      append_block_keys(persons_.name(person, scratch).words, keys);
      for (const uint64_t key : keys) blocks.add(key, person);
    }
    blocks.finish();
    small_blocks_ = SmallBlocks(blocks, kMaxBlock, state_.size(), state_.space());
    blocks.for_each_block([&](std::span<uint32_t> things, uint32_t key) {
      if (things.size() > kMaxBlock) return visit_large(things, is_forename_block(key));
      load(things);
      look_at_all(places_, key);
    });
  }
  small_blocks_ = {};
}

void PersonPairs::load(std::span<const uint32_t> things) {
  block_ = things;
  briefs_.clear();
  shared_.clear();
  for (const uint32_t person : things) {
    briefs_.push_back(filter_.brief(persons_.words(person)));
    shared_.push_back(small_blocks_.of(person));
  }
  places_.resize(things.size());
  std::iota(places_.begin(), places_.end(), 0);
}

void PersonPairs::look(uint32_t a, uint32_t b, uint64_t key) {
  ++state_.work().looked;
  if (!NameFilter::may_fit(briefs_[a], briefs_[b]) || share_before(shared_[a], shared_[b], key)) return;
  ++state_.work().compared;
  const auto [left, right] = std::minmax(block_[a], block_[b]);
  if (filter_.may_be_one(persons_.words(left), persons_.words(right))) (*visit_)(left, right);
}

void PersonPairs::look_at_all(Places group, uint64_t key) {
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; j < group.size(); ++j) look(group[i], group[j], key);
  }
}

void PersonPairs::look_at_next(Places group, size_t window) {
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; j < std::min(group.size(), i + 1 + window); ++j) look(group[i], group[j], kLarge);
  }
}

void PersonPairs::visit_large(std::span<uint32_t> things, bool forenames_alike) {
  std::sort(things.begin(), things.end(),
            [&](uint32_t a, uint32_t b) { return state_.order().place(a) < state_.order().place(b); });
  load(things);
  look_at_next(places_, kWindowOfAll);
  look_at_alike(forenames_alike);
  look_at_near(forenames_alike);
  if (!forenames_alike) look_at_initials();
}

// Names all of whose sounds are alike.
void PersonPairs::look_at_alike(bool forenames_alike) {
  near_.clear();
  for (const uint32_t place : places_) near_.push_back({0, sound(place, forenames_alike), place});
  std::sort(near_.begin(), near_.end());
  std::vector<uint32_t> group;
  for (size_t begin = 0, end = 0; begin < near_.size(); begin = end) {
    group.clear();
    for (; end < near_.size() && near_[end].sound == near_[begin].sound; ++end) group.push_back(near_[end].place);
    group.size() <= kMaxAlike ? look_at_all(group, kLarge) : look_at_next(group, kWindowOfAlike);
  }
}

// Names with one word in common of which the others sound alike but for a consonant.
void PersonPairs::look_at_near(bool forenames_alike) {
  near_.clear();
  std::vector<uint32_t> skeletons;
  for (const uint32_t place : places_) {
    const uint32_t own = sound(place, forenames_alike);
    skeletons.clear();
    append_near_skeletons(own, skeletons);
    const uint64_t common = forenames_alike ? briefs_[place].first : briefs_[place].last;
    for (const uint32_t skeleton : skeletons) near_.push_back({common << 32 | skeleton, own, place});
  }
  std::sort(near_.begin(), near_.end());
  near_.erase(std::unique(near_.begin(), near_.end()), near_.end());
  for (size_t i = 0, next = 0; i < near_.size(); ++i) {
    while (next < near_.size() && near_[next].key == near_[i].key && near_[next].sound == near_[i].sound) ++next;
    for (size_t j = next; j < std::min(near_.size(), next + kWindow) && near_[j].key == near_[i].key; ++j) {
      look(near_[i].place, near_[j].place, kLarge);
    }
  }
}

// Few names have an initial, and many may be meant by it: those that most articles speak of are what can be chosen
// from.
void PersonPairs::look_at_initials() {
  std::vector<uint32_t> surnames;
  for (const uint32_t place : places_) {
    if (is_initial(place)) surnames.push_back(briefs_[place].last);
  }
  std::sort(surnames.begin(), surnames.end());
  const auto has_initials = [&](uint32_t place) {
    return std::binary_search(surnames.begin(), surnames.end(), briefs_[place].last);
  };
  std::vector<uint32_t> order;
  std::copy_if(places_.begin(), places_.end(), std::back_inserter(order), has_initials);
  const auto rank = [&](uint32_t place) {
    return std::tuple(briefs_[place].last, !is_initial(place), ~state_.articles(block_[place]), place);
  };
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  for (size_t i = 0, end = 0, full = 0; i < order.size(); ++i) {
    if (i == end) {
      while (end < order.size() && briefs_[order[end]].last == briefs_[order[i]].last) ++end;
      for (full = i; full < end && is_initial(order[full]);) ++full;
    }
    for (size_t j = i + 1; i < full && j < std::min({full, i + 1 + kWindow}); ++j) look(order[i], order[j], kLarge);
    for (size_t j = full; i < full && j < std::min(end, full + kMostOfSurname); ++j) look(order[i], order[j], kLarge);
  }
}

}  // namespace actant::internal
