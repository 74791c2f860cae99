#include "graph/merge/internal/person_steps.h"

#include <algorithm>
#include <set>

#include "graph/merge/internal/weights.h"
#include "graph/merge/name_key.h"
#include "graph/merge/person_names.h"
#include "graph/merge/similarity.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxBlock = 300;           // things in a block whose pairs are all compared
constexpr size_t kWindow = 40;              // in larger blocks
constexpr size_t kMaxSurnameBlock = 2000;   // full names looked at for one surname
constexpr size_t kMinSkeleton = 2;          // consonants by which a word is blocked alone

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out += word;
  return out;
}

std::string ending_key(const std::vector<std::string_view>& words, size_t count) {
  std::string key(1, static_cast<char>('0' + count));
  for (size_t i = words.size() - count; i < words.size(); ++i) key += consonant_skeleton(words[i]) + ' ';
  return key;
}

}  // namespace

std::vector<std::string> person_block_keys(std::string_view key) {
  const auto words = person_words(key);
  std::set<std::string> keys;
  if (words.size() == 1) return {"w" + consonant_skeleton(words[0])};
  for (size_t i = 1; i < words.size(); ++i) {
    const std::string skeleton = consonant_skeleton(words[i]);
    if (skeleton.size() >= kMinSkeleton) keys.insert("w" + skeleton);
  }
  keys.insert("j" + consonant_skeleton(joined(words)));
  std::vector<std::string_view> sorted(words);
  std::sort(sorted.begin(), sorted.end());
  std::string any_order = "s";
  for (const std::string_view word : sorted) any_order.append(word).append(" ");
  keys.insert(any_order);
  // With the initial the blocks of very frequent surnames stay small enough.
  keys.insert("i" + std::string(1, spelling_start(words.front())) + consonant_skeleton(words.back()));
  keys.insert("o" + std::string(1, spelling_start(words.back())) + consonant_skeleton(words.front()));
  return {keys.begin(), keys.end()};
}

void PersonSteps::run() {
  collect();
  pairs_.for_each_pair(
      kMaxBlock, kWindow,
      [&](uint32_t a, uint32_t b) { return state_.node(a).key() < state_.node(b).key(); },
      [&](uint32_t a, uint32_t b) { compare(a, b); });
  join_spellings();
  join_shorter();
  join_surnames();
  join_same_surnames();
}

void PersonSteps::collect() {
  ends_.resize(state_.size());
  ambiguous_.resize(state_.size());
  for (uint32_t i = 0; i < state_.size(); ++i) {
    const RawNode& node = state_.node(i);
    if (node.type() != EntityType::kPerson || !node.named) continue;
    persons_.push_back(i);
    add_to_blocks(i);
  }
  pairs_.finish();
  endings_.finish();
}

void PersonSteps::add_to_blocks(uint32_t index) {
  const RawNode& node = state_.node(index);
  const auto words = person_words(node.key());
  if (words.empty()) return;
  ends_[index] = {words.front(), words.back(), spelling_start(words.front()), words.size() == 1};
  for (const std::string& key : person_block_keys(node.key())) pairs_.add(key, index);
  if (!state_.is_real(index)) return;
  for (size_t count = 1; count < std::min<size_t>(words.size(), 4); ++count) {
    endings_.add(ending_key(words, count), index);
  }
  for (const RawNode::Name& name : node.names) {
    if (!name.canonical) endings_.add("=" + name.key, index);
  }
}

// Cheap, and false for nearly all pairs of a block: forenames that have nothing in common.
bool PersonSteps::may_be_one(uint32_t a, uint32_t b) const {
  const NameEnds &left = ends_[a], &right = ends_[b];
  if (left.single != right.single) return false;  // a surname has its own step
  if (left.start == right.start || left.first[0] == right.first[0]) return true;
  if (left.start == spelling_start(right.last) || right.start == spelling_start(left.last)) return true;
  return are_forename_variants(left.first, right.first);
}

void PersonSteps::compare(uint32_t a, uint32_t b) {
  if (!may_be_one(a, b) || state_.one(a, b)) return;
  const std::string &left = state_.node(a).key(), &right = state_.node(b).key();
  const PersonMatch match = compare_persons(left, right);
  if (match == PersonMatch::kSame) {
    const bool equal = left == right;
    if (equal && ends_[a].single) return;  // surnames have their own step
    const auto code = equal ? MergeReason::Code::kSameName : MergeReason::Code::kSpelling;
    const double weight = equal ? weights::kSameName : weights::kSpelling;
    if (ends_[a].single && !(state_.is_real(a) && state_.is_real(b))) return;  // too little to be on a list
    if (!known_.take(a, b, code, weight)) same_.push_back({a, b, weight});
  } else if (match == PersonMatch::kShorter) {
    if (!state_.is_real(a) || !state_.is_real(b)) {
      known_.take(a, b, MergeReason::Code::kShorterName, weights::kShorterName - 0.5);
      return;
    }
    if (left.size() <= right.size()) shorter_.emplace_back(a, b);
    if (right.size() <= left.size()) shorter_.emplace_back(b, a);
  }
}

void PersonSteps::join_spellings() {
  std::sort(same_.begin(), same_.end(), [](const SamePair& x, const SamePair& y) {
    if (x.weight != y.weight) return x.weight > y.weight;
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  for (const SamePair& pair : same_) {
    const auto code =
        state_.node(pair.a).key() == state_.node(pair.b).key() ? MergeReason::Code::kSameName : MergeReason::Code::kSpelling;
    state_.try_join(pair.a, pair.b, code, pair.weight);
  }
}

// Full names first, so that "j smith" meets all the John Smiths as one.
void PersonSteps::join_shorter() {
  const auto detail = [&](uint32_t node) { return state_.node(node).key().size(); };
  std::sort(shorter_.begin(), shorter_.end(), [&](const auto& x, const auto& y) {
    if (detail(x.first) != detail(y.first)) return detail(x.first) > detail(y.first);
    return x < y;
  });
  shorter_.erase(std::unique(shorter_.begin(), shorter_.end()), shorter_.end());
  for (size_t begin = 0, end = 0; begin < shorter_.size(); begin = end) {
    std::vector<Candidate> candidates;
    for (; end < shorter_.size() && shorter_[end].first == shorter_[begin].first; ++end) {
      candidates.push_back({shorter_[end].second, MergeReason::Code::kShorterName, weights::kShorterName});
    }
    state_.choose_and_join(shorter_[begin].first, std::move(candidates), MergeState::Trust::kAlone);
  }
}

void PersonSteps::join_surnames() {
  std::vector<uint32_t> order(persons_);
  const auto detail = [&](uint32_t node) { return state_.node(node).key().size(); };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return detail(a) > detail(b); });
  for (const uint32_t person : order) {
    if (state_.is_real(person)) join_surname(person);
  }
}

// The persons whose fuller names end in this one.
std::vector<Candidate> PersonSteps::bearers(uint32_t person) const {
  const std::string& key = state_.node(person).key();
  const auto words = person_words(key);
  std::vector<Candidate> candidates;
  if (words.empty() || words.size() > 3) return candidates;
  const double weight = words.size() == 1 ? weights::kSurname : weights::kSurnames;
  std::vector<uint32_t> block = endings_.at(ending_key(words, words.size()));
  if (block.size() > kMaxSurnameBlock) {
    std::stable_sort(block.begin(), block.end(),
                     [&](uint32_t a, uint32_t b) { return state_.node(a).articles > state_.node(b).articles; });
    block.resize(kMaxSurnameBlock);
  }
  for (const uint32_t other : block) {
    const std::string& fuller = state_.node(other).key();
    if (other == person || fuller.size() <= key.size()) continue;
    if (compare_persons(key, fuller) == PersonMatch::kSurname) {
      candidates.push_back({other, MergeReason::Code::kSurname, weight});
    }
  }
  // Names that articles give to someone with a fuller name: "lula", "sisi".
  if (words.size() == 1) {
    for (const uint32_t other : endings_.at("=" + key)) {
      if (split_words(state_.node(other).key()).size() > 1) {
        candidates.push_back({other, MergeReason::Code::kSurname, weight});
      }
    }
  }
  return candidates;
}

void PersonSteps::join_surname(uint32_t person) {
  std::vector<Candidate> candidates = bearers(person);
  if (candidates.empty()) return;
  const bool single = ends_[person].single;
  const auto first = candidates.front().node;
  ambiguous_[person] = single && std::any_of(candidates.begin(), candidates.end(),
                                             [&](const Candidate& other) { return !state_.one(first, other.node); });
  state_.choose_and_join(person, std::move(candidates),
                         single ? MergeState::Trust::kProminent : MergeState::Trust::kAlone);
}

// Persons of whom the articles give no more than the surname: one, unless their countries or offices differ. Where
// several persons of the name are known, something more must speak for it.
void PersonSteps::join_same_surnames() {
  std::vector<uint32_t> singles;
  for (const uint32_t person : persons_) {
    if (state_.is_real(person) && ends_[person].single) singles.push_back(person);
  }
  std::sort(singles.begin(), singles.end(), [&](uint32_t a, uint32_t b) {
    const RawNode &left = state_.node(a), &right = state_.node(b);
    if (left.key() != right.key()) return left.key() < right.key();
    return left.articles != right.articles ? left.articles > right.articles : a < b;
  });
  for (size_t begin = 0, end = 0; begin < singles.size(); begin = end) {
    while (end < singles.size() && state_.node(singles[end]).key() == state_.node(singles[begin]).key()) ++end;
    for (size_t i = begin + 1; i < end; ++i) {
      // With those that have most articles first; a handful is enough to find each its like.
      for (size_t j = begin; j < std::min(i, begin + 8); ++j) {
        const double doubt = ambiguous_[singles[i]] ? 1.0 : 0.0;
        if (state_.try_join(singles[j], singles[i], MergeReason::Code::kSameName, weights::kSameSurname - doubt)) break;
      }
    }
  }
}

}  // namespace actant::internal
