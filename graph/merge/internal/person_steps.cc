#include "graph/merge/internal/person_steps.h"

#include <algorithm>

#include "graph/merge/internal/person_pairs.h"
#include "graph/merge/internal/weights.h"
#include "graph/merge/name_key.h"
#include "graph/merge/person_names.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxSurnameBlock = 2000;  // full names looked at for one surname
constexpr int kMatchedBits = 18;           // of the number of pairs that are remembered, 2 MiB
constexpr size_t kPairsAtOnce = 1000000;   // pairs that may wait to be freed of doubles
constexpr size_t kWeighedAtOnce = 500000;  // pairs for whose nodes is read together what is around them

using WordRefs = std::vector<const NameWord*>;

std::string ending_key(const WordRefs& words, size_t count) {
  std::string key(1, static_cast<char>('0' + count));
  for (size_t i = words.size() - count; i < words.size(); ++i) key += words[i]->skeleton + ' ';
  return key;
}

template <typename Pair>
void drop_doubles(ScratchVector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

// Now and then, so that a list of pairs that many blocks give does not grow with their number.
template <typename Pair>
void add_pair(ScratchVector<Pair>& pairs, Pair pair) {
  if (pairs.size() == pairs.capacity() && pairs.size() >= kPairsAtOnce) drop_doubles(pairs);
  pairs.push_back(pair);
}

}  // namespace

PersonSteps::PersonSteps(MergeState& state, KnownSteps& known)
    : state_(state),
      known_(known),
      persons_(state),
      endings_(state.space()),
      same_(state.space()),
      shorter_(state.space()),
      matched_(size_t{1} << kMatchedBits),
      ambiguous_(state.size()),
      explained_(state.size()) {}

void PersonSteps::run() {
  PersonPairs(state_, persons_).for_each([&](uint32_t a, uint32_t b) { compare(a, b); });
  drop_doubles(same_);
  drop_doubles(shorter_);
  join_spellings();
  join_shorter();
  join_surnames();
  join_same_surnames();
}

void PersonSteps::add_endings(uint32_t index) {
  PersonName scratch;
  const WordRefs& refs = persons_.name(index, scratch).words;
  for (size_t count = 1; count < std::min<size_t>(refs.size(), 4); ++count) {
    endings_.add(ending_key(refs, count), index);
  }
  state_.for_each_alias(index, [&](const auto& alias) { endings_.add("=" + std::string(alias.key), index); });
}

// False where is_surname_with_article() is, without a look at the key.
bool PersonSteps::may_have_article(uint32_t index) const {
  const PersonList::Words own = persons_.words(index);
  if (own.size() != 2) return false;
  const std::string& first = persons_.dictionary()[own.front()].text;
  return first == "al" || first == "el";
}

PersonMatch PersonSteps::match(uint32_t a, uint32_t b) const {
  if (may_have_article(a) || may_have_article(b)) {
    const std::string_view key = state_.key(a), other = state_.key(b);
    if (is_surname_with_article(key, other) || is_surname_with_article(other, key)) return PersonMatch::kSurname;
  }
  persons_.name(a, left_);
  persons_.name(b, right_);
  for (PersonName* one : {&left_, &right_}) *one = make_person_name(std::move(one->words));
  return compare_persons(left_, right_);
}

void PersonSteps::compare(uint32_t a, uint32_t b) {
  if (state_.one(a, b)) return;
  const uint64_t pair = uint64_t{a} << 32 | b;
  uint64_t& matched = matched_[(pair * 0x9e3779b97f4a7c15ULL) >> (64 - kMatchedBits)];
  if (matched == pair) return;
  matched = pair;
  const PersonMatch result = match(a, b);
  if (result != PersonMatch::kSame && result != PersonMatch::kShorter) return;
  const std::string_view left = state_.key(a), right = state_.key(b);
  const bool real = state_.is_real(a) && state_.is_real(b);
  if (result == PersonMatch::kSame) {
    const bool equal = left == right;
    if (is_single(a) && (equal || !real)) return;  // surnames have their own step; too little to be on a list
    const auto code = equal ? MergeReason::Code::kSameName : MergeReason::Code::kSpelling;
    if (!known_.take(a, b, code, equal ? weights::kSameName : weights::kSpelling)) add_pair(same_, {a, b, equal});
  } else if (!real) {
    known_.take(a, b, MergeReason::Code::kShorterName, weights::kShorterName - 0.5);
  } else {
    if (left.size() <= right.size()) add_pair(shorter_, {a, b});
    if (right.size() <= left.size()) add_pair(shorter_, {b, a});
  }
}

template <typename Pairs, typename Nodes>
void PersonSteps::read_ahead(const Pairs& pairs, size_t begin, const Nodes& nodes) {
  ScratchVector<uint32_t> around(state_.space());
  for (size_t i = begin; i < std::min(pairs.size(), begin + kWeighedAtOnce); ++i) {
    const auto [a, b] = nodes(pairs[i]);
    if (!state_.one(a, b)) around.insert(around.end(), {a, b});
  }
  state_.read_ahead(around);
}

void PersonSteps::join_spellings() {
  std::sort(same_.begin(), same_.end(), [](const SamePair& x, const SamePair& y) {
    if (x.equal != y.equal) return x.equal;
    return x < y;
  });
  for (size_t i = 0; i < same_.size(); ++i) {
    if (i % kWeighedAtOnce == 0) read_ahead(same_, i, [](const SamePair& pair) { return std::pair(pair.a, pair.b); });
    const SamePair& pair = same_[i];
    state_.try_join(pair.a, pair.b, pair.equal ? MergeReason::Code::kSameName : MergeReason::Code::kSpelling,
                    pair.equal ? weights::kSameName : weights::kSpelling);
  }
  same_ = {};
}

// Full names first, so that "j smith" meets all the John Smiths as one.
void PersonSteps::join_shorter() {
  const auto detail = [&](uint32_t node) { return state_.key(node).size(); };
  std::sort(shorter_.begin(), shorter_.end(), [&](const auto& x, const auto& y) {
    if (detail(x.first) != detail(y.first)) return detail(x.first) > detail(y.first);
    return x < y;
  });
  for (size_t begin = 0, end = 0, read = 0; begin < shorter_.size(); begin = end) {
    if (begin >= read) {
      read_ahead(shorter_, begin, [](const auto& pair) { return pair; });
      read = begin + kWeighedAtOnce;
    }
    std::vector<Candidate> candidates;
    for (; end < shorter_.size() && shorter_[end].first == shorter_[begin].first; ++end) {
      candidates.push_back({shorter_[end].second, MergeReason::Code::kShorterName, weights::kShorterName});
    }
    state_.choose_and_join(shorter_[begin].first, std::move(candidates), MergeState::Trust::kAlone);
  }
  shorter_ = {};
}

void PersonSteps::join_surnames() {
  // Not before: the blocks, which take as much, are gone now.
  endings_.reserve(size_t{2} * persons_.nodes().size());
  for (const uint32_t person : persons_.nodes()) {
    if (state_.is_real(person)) add_endings(person);
  }
  endings_.finish();
  ScratchVector<uint32_t> order(persons_.nodes());
  const auto detail = [&](uint32_t node) { return state_.key(node).size(); };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return detail(a) > detail(b); });
  std::vector<Surname> waiting;
  size_t count = 0;
  for (const uint32_t person : order) {
    if (!state_.is_real(person)) continue;
    std::vector<Candidate> candidates = bearers(person);
    if (candidates.empty()) continue;
    count += candidates.size();
    waiting.push_back({person, std::move(candidates)});
    if (count < kWeighedAtOnce) continue;
    join_waiting(waiting);
    count = 0;
  }
  join_waiting(waiting);
}

void PersonSteps::join_waiting(std::vector<Surname>& waiting) {
  ScratchVector<uint32_t> around(state_.space());
  for (const Surname& surname : waiting) {
    around.push_back(surname.person);
    std::vector<uint32_t> most;  // of many candidates those with most articles will be weighed
    for (const Candidate& candidate : surname.candidates) most.push_back(candidate.node);
    const size_t few = std::min(most.size(), MergeState::kMostCandidates);
    std::partial_sort(
        most.begin(), most.begin() + static_cast<std::ptrdiff_t>(few), most.end(),
        [&](uint32_t a, uint32_t b) { return std::pair(state_.articles(b), a) < std::pair(state_.articles(a), b); });
    around.insert(around.end(), most.begin(), most.begin() + static_cast<std::ptrdiff_t>(few));
  }
  state_.read_ahead(around);
  for (Surname& surname : waiting) join_surname(surname.person, std::move(surname.candidates));
  waiting.clear();
}

// The persons whose fuller names end in this one.
std::vector<Candidate> PersonSteps::bearers(uint32_t person) const {
  std::vector<Candidate> candidates;
  PersonName own;
  const size_t count = persons_.name(person, own).words.size();
  if (count == 0 || count > 3) return candidates;
  const double weight = count == 1 ? weights::kSurname : weights::kSurnames;
  const std::string_view key = state_.key(person);
  const bool article = count == 2 && (key.starts_with("al ") || key.starts_with("el "));
  std::vector<uint32_t> block = endings_.at(ending_key(own.words, article ? 1 : count));
  if (block.size() > kMaxSurnameBlock) {
    std::stable_sort(block.begin(), block.end(),
                     [&](uint32_t a, uint32_t b) { return state_.articles(a) > state_.articles(b); });
    block.resize(kMaxSurnameBlock);
  }
  for (const uint32_t other : block) {
    if (other == person || state_.key(other).size() <= key.size()) continue;
    if (match(person, other) == PersonMatch::kSurname) {
      candidates.push_back({other, MergeReason::Code::kSurname, weight});
    }
  }
  // Names that articles give to someone with a fuller name: "lula", "sisi".
  if (count == 1) {
    for (const uint32_t other : endings_.at("=" + std::string(key))) {
      if (persons_.words(other).size() > 1) candidates.push_back({other, MergeReason::Code::kSurname, weight});
    }
  }
  return candidates;
}

void PersonSteps::join_surname(uint32_t person, std::vector<Candidate> candidates) {
  const bool single = is_single(person);
  const auto first = candidates.front().node;
  ambiguous_[person] = single && std::any_of(candidates.begin(), candidates.end(),
                                             [&](const Candidate& other) { return !state_.one(first, other.node); });
  explained_[person] = state_.choose_and_join(person, std::move(candidates),
                                              single ? MergeState::Trust::kProminent : MergeState::Trust::kAlone);
}

// Persons of whom the articles give no more than the surname: one, unless their countries or offices differ. Where
// several persons of the name are known, something more must speak for it.
void PersonSteps::join_same_surnames() {
  ScratchVector<uint32_t> singles(state_.space());
  for (const uint32_t person : persons_.nodes()) {
    if (state_.is_real(person) && is_single(person)) singles.push_back(person);
  }
  std::sort(singles.begin(), singles.end(), [&](uint32_t a, uint32_t b) {
    const NodeTable::Node left = state_.node(a), right = state_.node(b);
    if (left.key() != right.key()) return left.key() < right.key();
    return left.articles != right.articles ? left.articles > right.articles : a < b;
  });
  for (size_t begin = 0, end = 0; begin < singles.size(); begin = end) {
    while (end < singles.size() && state_.key(singles[end]) == state_.key(singles[begin])) ++end;
    for (size_t i = begin + 1; i < end; ++i) {
      // With those that have most articles first; a handful is enough to find each its like.
      for (size_t j = begin; j < std::min(i, begin + 8); ++j) {
        if (join_same_surname(singles[j], singles[i])) break;
      }
    }
  }
}

bool PersonSteps::join_same_surname(uint32_t a, uint32_t b) {
  const bool ambiguous = ambiguous_[a] || ambiguous_[b];
  // Each was found to be one of several persons: that they share the surname says nothing.
  if (ambiguous && explained_[a] && explained_[b]) return false;
  const double doubt =
      ambiguous ? (explained_[a] || explained_[b] ? weights::kExplainedSurname : weights::kAmbiguousSurname) : 0;
  return state_.try_join(a, b, MergeReason::Code::kSameName, weights::kSameSurname + doubt);
}

}  // namespace actant::internal
