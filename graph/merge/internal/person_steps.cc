#include "graph/merge/internal/person_steps.h"

#include <algorithm>
#include <deque>

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
constexpr size_t kPersonsAtOnce = 3000000;  // whose blocks are in memory together, about 90 bytes each
constexpr size_t kPairsAtOnce = 1000000;    // pairs that may wait to be freed of doubles
constexpr size_t kWeighedAtOnce = 500000;   // pairs for whose nodes is read together what is around them

using WordRefs = std::vector<const NameWord*>;

std::string joined_skeleton(const WordRefs& words) {
  std::string out;
  for (const NameWord* word : words) out += word->text;
  return consonant_skeleton(out);
}

std::string ending_key(const WordRefs& words, size_t count) {
  std::string key(1, static_cast<char>('0' + count));
  for (size_t i = words.size() - count; i < words.size(); ++i) key += words[i]->skeleton + ' ';
  return key;
}

std::vector<std::string> block_keys(const WordRefs& words) {
  if (words.empty()) return {};
  if (words.size() == 1) return {"w" + words[0]->skeleton};
  std::vector<std::string> keys;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i]->skeleton.size() >= kMinSkeleton) keys.push_back("w" + words[i]->skeleton);
  }
  keys.push_back("j" + joined_skeleton(words));
  std::vector<std::string_view> sorted;
  for (const NameWord* word : words) sorted.push_back(word->text);
  std::sort(sorted.begin(), sorted.end());
  std::string any_order = "s";
  for (const std::string_view word : sorted) any_order.append(word).append(" ");
  keys.push_back(std::move(any_order));
  // With the initial the blocks of very frequent surnames stay small enough.
  keys.push_back("i" + std::string(1, words.front()->start) + words.back()->skeleton);
  keys.push_back("o" + std::string(1, words.back()->start) + words.front()->skeleton);
  return keys;
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

// True where two names share a block before `key`, whose pairs are all compared; lists in order.
bool share_before(std::span<const uint32_t> a, std::span<const uint32_t> b, uint64_t key) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size() && a[i] < key && b[j] < key;) {
    if (a[i] == b[j]) return true;
    ++(a[i] < b[j] ? i : j);
  }
  return false;
}

}  // namespace

SmallBlocks::SmallBlocks(const Blocks& blocks, size_t limit, uint32_t things, ScratchSpace* space) : begins_(space), keys_(space) {
  // Counted two places behind, so that after the sums begins_[i + 1] is where those of i begin, and after they are put there, where they end.
  begins_.resize(size_t{things} + 2);
  blocks.for_each_in_small(limit, [&](uint32_t, uint32_t thing) { ++begins_[thing + 2]; });
  for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  keys_.resize(begins_.back());
  blocks.for_each_in_small(limit, [&](uint32_t key, uint32_t thing) { keys_[begins_[thing + 1]++] = key; });
}

std::vector<std::string> person_block_keys(std::string_view key) {
  std::deque<NameWord> words;
  WordRefs refs;
  for (const std::string& word : person_words(key)) refs.push_back(&words.emplace_back(word));
  return block_keys(refs);
}

PersonSteps::PersonSteps(MergeState& state, KnownSteps& known)
    : state_(state),
      known_(known),
      persons_(state.space()),
      dictionary_(state.space()),
      words_(state.space()),
      first_word_(state.space()),
      endings_(state.space()),
      same_(state.space()),
      shorter_(state.space()) {}

void PersonSteps::run() {
  collect();
  compare_blocks();
  join_spellings();
  join_shorter();
  join_surnames();
  join_same_surnames();
}

void PersonSteps::collect() {
  // Room that is not used costs no memory; growing step by step would, since what is copied is there twice.
  first_word_.reserve(state_.size() + 1);
  words_.reserve(size_t{4} * state_.size());
  persons_.reserve(state_.size());
  for (uint32_t i = 0; i < state_.size(); ++i) {
    first_word_.push_back(static_cast<uint32_t>(words_.size()));
    const auto& node = state_.node(i);
    if (node.type() != EntityType::kPerson || !node.named) continue;
    for (const std::string& word : person_words(node.key())) words_.push_back(dictionary_.add(word));
    persons_.push_back(i);
  }
  first_word_.push_back(static_cast<uint32_t>(words_.size()));
  ambiguous_.resize(state_.size());
  explained_.resize(state_.size());
}

void PersonSteps::compare_blocks() {
  const auto parts = static_cast<uint32_t>(1 + persons_.size() / kPersonsAtOnce);
  PersonName scratch;
  for (uint32_t part = 0; part < parts; ++part) {
    Blocks blocks(state_.space(), part, parts);
    blocks.reserve(8 * persons_.size() / parts);
    for (const uint32_t person : persons_) {
      for (const std::string& key : block_keys(name(person, scratch).words)) blocks.add(key, person);
    }
    blocks.finish();
    small_blocks_ = SmallBlocks(blocks, kMaxBlock, state_.size(), state_.space());
    blocks.for_each_group(
        kMaxBlock, kWindow,
        [&](uint32_t a, uint32_t b) { return state_.order().place(a) < state_.order().place(b); },
        [&](uint32_t person) { return sounds(person); },
        [&](std::span<const uint32_t> group, size_t reach, uint64_t key) { compare_group(group, reach, key); });
  }
  small_blocks_ = {};
  drop_doubles(same_);
  drop_doubles(shorter_);
}

void PersonSteps::add_endings(uint32_t index) {
  PersonName scratch;
  const WordRefs& refs = name(index, scratch).words;
  for (size_t count = 1; count < std::min<size_t>(refs.size(), 4); ++count) {
    endings_.add(ending_key(refs, count), index);
  }
  state_.for_each_alias(index, [&](const auto& alias) { endings_.add("=" + std::string(alias.key), index); });
}

PersonSteps::Words PersonSteps::words(uint32_t index) const {
  return Words(words_).subspan(first_word_[index], first_word_[index + 1] - first_word_[index]);
}

const PersonName& PersonSteps::name(uint32_t index, PersonName& scratch) const {
  scratch.words.clear();
  for (const uint32_t word : words(index)) scratch.words.push_back(&dictionary_[word]);
  return scratch;
}

// False where is_surname_with_article() is, without a look at the key.
bool PersonSteps::may_have_article(uint32_t index) const {
  const Words own = words(index);
  if (own.size() != 2) return false;
  const std::string& first = dictionary_[own.front()].text;
  return first == "al" || first == "el";
}

PersonMatch PersonSteps::match(uint32_t a, uint32_t b) const {
  if (may_have_article(a) || may_have_article(b)) {
    const std::string_view key = state_.key(a), other = state_.key(b);
    if (is_surname_with_article(key, other) || is_surname_with_article(other, key)) return PersonMatch::kSurname;
  }
  name(a, left_);
  name(b, right_);
  for (PersonName* one : {&left_, &right_}) *one = make_person_name(std::move(one->words));
  return compare_persons(left_, right_);
}

// The second key of names whose blocks are large.
uint32_t PersonSteps::sounds(uint32_t index) const {
  const Words own = words(index);
  return dictionary_.sound(own.front()) * 0x9e3779b1U ^ dictionary_.sound(own.back());
}

void PersonSteps::compare_group(std::span<const uint32_t> group, size_t reach, uint64_t key) {
  briefs_.clear();
  shared_.clear();
  for (const uint32_t person : group) {
    briefs_.push_back(filter_.brief(words(person)));
    shared_.push_back(small_blocks_.of(person));
  }
  for (size_t i = 0; i < group.size(); ++i) {
    const size_t end = std::min(group.size(), i + 1 + reach);
    state_.work().looked += end - i - 1;
    for (size_t j = i + 1; j < end; ++j) {
      if (!NameFilter::may_fit(briefs_[i], briefs_[j]) || share_before(shared_[i], shared_[j], key)) continue;
      compare(std::min(group[i], group[j]), std::max(group[i], group[j]));
    }
  }
}

void PersonSteps::compare(uint32_t a, uint32_t b) {
  ++state_.work().compared;
  if (!filter_.may_be_one(words(a), words(b)) || state_.one(a, b)) return;
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
  endings_.reserve(size_t{2} * persons_.size());
  for (const uint32_t person : persons_) {
    if (state_.is_real(person)) add_endings(person);
  }
  endings_.finish();
  ScratchVector<uint32_t> order(persons_);
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
    std::partial_sort(most.begin(), most.begin() + static_cast<std::ptrdiff_t>(few), most.end(), [&](uint32_t a, uint32_t b) {
      return std::pair(state_.articles(b), a) < std::pair(state_.articles(a), b);
    });
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
  const size_t count = name(person, own).words.size();
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
      if (words(other).size() > 1) candidates.push_back({other, MergeReason::Code::kSurname, weight});
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
  for (const uint32_t person : persons_) {
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
  const double doubt = ambiguous ? (explained_[a] || explained_[b] ? weights::kExplainedSurname : weights::kAmbiguousSurname) : 0;
  return state_.try_join(a, b, MergeReason::Code::kSameName, weights::kSameSurname + doubt);
}

}  // namespace actant::internal
