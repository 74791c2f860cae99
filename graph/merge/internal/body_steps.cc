#include "graph/merge/internal/body_steps.h"

#include <algorithm>
#include <map>

#include "graph/merge/blocking.h"
#include "graph/merge/body_name.h"
#include "graph/merge/internal/weights.h"
#include "graph/merge/known_names.h"
#include "graph/merge/known_places.h"
#include "graph/merge/name_key.h"
#include "graph/merge/person_names.h"
#include "graph/merge/similarity.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxBlock = 300;
constexpr size_t kWindow = 40;
constexpr uint32_t kAccepted = 10;  // articles and mentions after which a name that articles use is no slip

std::string without_blanks(std::string_view key) {
  std::string out(key);
  std::erase(out, ' ');
  return out;
}

bool is_near_spelling(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) >= 8 && without_blanks(a) == without_blanks(b)) return true;  // "ansar allah"
  const auto left = split_words(a), right = split_words(b);
  if (left.size() != right.size() || std::min(a.size(), b.size()) < 5) return false;
  double distance = 0;
  for (size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (std::min(left[i].size(), right[i].size()) < 5) return false;
    if (left[i].find_first_of("0123456789") != std::string_view::npos) return false;
    distance += transliteration_distance(left[i], right[i]);
  }
  return distance <= (std::min(a.size(), b.size()) >= 7 ? 0.5 : 0.0);
}

// The key without the Arabic article: "al qaeda", "qaida".
std::string_view without_article(std::string_view key) {
  for (const std::string_view article : {"al ", "el ", "ar ", "as ", "ash "}) {
    if (key.starts_with(article)) return key.substr(article.size());
  }
  return key;
}

// What an article calls a person may be another person of the surname, whom it was taken for: "Donald Trump Jr." for
// Donald Trump. Bare surnames and forenames are weighed by PersonSteps. A text that says so may give a son another
// forename, but not that of his father.
bool is_telling_of_person(const NodeTable::Node& owner, const NodeTable::Alias& name) {
  std::vector<std::string> own = person_words(owner.key()), other = person_words(name.key);
  const auto generation = [](std::vector<std::string>& words) {
    std::string word = words.size() > 1 && is_generation(words.back()) ? words.back() : std::string();
    if (!word.empty()) words.pop_back();
    return word;
  };
  const bool namesakes = generation(own) != generation(other);
  // "Joe Biden" is Joseph R. Biden Jr.: who is called by a short forename loses the suffix too.
  if (namesakes && own.front() == other.front()) return false;
  if (name.stated) return true;
  if (is_acronym_of(name.key, split_words(owner.key()))) return true;
  if (own.size() < 2 || other.size() < 2 || name.count < 2) return false;
  const auto text = [](const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
  };
  return compare_persons(text(own), text(other)) != PersonMatch::kDifferent;
}

bool is_telling(const NodeTable::Node& owner, const NodeTable::Alias& name) {
  if (name.key == owner.key()) return false;
  if (owner.type() == EntityType::kPerson) return is_telling_of_person(owner, name);
  if (name.stated || is_acronym_of(name.key, split_words(owner.key()))) return true;
  if (owner.type() == EntityType::kPlace) return false;  // "Tehran" for Iran is the government, not the city
  if (is_generic_body(name.key)) return false;
  if (owner.type() == EntityType::kOrganization && std::min(owner.articles, name.count) >= kAccepted &&
      name.key.size() > 2)
    return true;
  if (name.count < 2 || name.key.size() < 5) return false;
  for (const std::string_view word : split_words(name.key)) {  // a part of the full name, not a description
    for (const std::string_view own : split_words(owner.key())) {
      if (word == own && word.size() > 3 && !is_generic_body(word)) return true;
    }
  }
  return false;
}

// "department of justice", "ministry of the interior" -> "justice department", "interior ministry"; empty for others.
std::string turned_body(std::string_view key) {
  for (const std::string_view head : {"department", "ministry", "bureau", "embassy"}) {
    if (!key.starts_with(head)) continue;
    std::string_view rest = key.substr(head.size());
    for (const std::string_view link : {" of the ", " of ", " for "}) {
      if (rest.starts_with(link) && rest.size() > link.size())
        return std::string(rest.substr(link.size())).append(" ").append(head);
    }
  }
  return {};
}

// What news calls a party and its members: "republican", "republicans", "democrats" for the Democratic Party.
std::vector<std::string> party_names(std::string_view key) {
  constexpr std::string_view kParty = " party";
  if (!key.ends_with(kParty) || is_generic_body(key)) return {};
  const std::string base(key.substr(0, key.size() - kParty.size()));
  if (base.size() < 4 || country_of_demonym(base)) return {};
  std::vector<std::string> names = {base, base + "s"};
  if (base.ends_with("ic")) {
    names.push_back(base.substr(0, base.size() - 2));
    names.push_back(names.back() + "s");
  }
  return names;
}

// First letters of all words and of those that are not small.
std::pair<std::string, std::string> initials(std::string_view key) {
  std::string all, large;
  for (const std::string_view word : split_words(key)) {
    all += word[0];
    if (word.size() > 3 || (word != "of" && word != "the" && word != "and" && word != "for")) large += word[0];
  }
  return {all, large};
}

}  // namespace

std::optional<Candidate> compare_names(EntityType type, std::string_view a, std::string_view b) {
  using enum MergeReason::Code;
  if (type == EntityType::kPerson) {
    const bool single = std::min(split_words(a).size(), split_words(b).size()) == 1;
    if (a == b) return Candidate{0, kSameName, single ? weights::kSameSurname : weights::kSameName};
    switch (compare_persons(a, b)) {
      case PersonMatch::kSame: return Candidate{0, kSpelling, weights::kSpelling};
      case PersonMatch::kShorter: return Candidate{0, kShorterName, weights::kShorterName};
      case PersonMatch::kSurname: return Candidate{0, kSurname, single ? weights::kSurname : weights::kSurnames};
      case PersonMatch::kDifferent: return std::nullopt;
    }
  }
  const bool vague = type == EntityType::kGroup || (type == EntityType::kOrganization && is_generic_body(a));
  if (a == b) return Candidate{0, kSameName, vague ? weights::kSameVagueName : weights::kSameName};
  if (is_near_spelling(without_article(a), without_article(b))) return Candidate{0, kSpelling, weights::kSpelling};
  if (is_acronym_of(a, split_words(b)) || is_acronym_of(b, split_words(a))) {
    return Candidate{0, kAcronym, weights::kAcronym};
  }
  return std::nullopt;
}

void BodySteps::run() {
  join_spellings();
  join_state_bodies();
  join_turned_names();
  join_aliases();
  join_parties();
  join_initials();
}

void BodySteps::join_spellings() {
  Blocks blocks(state_.space());
  for (uint32_t i = 0; i < state_.size(); ++i) {
    const NodeTable::Node node = state_.node(i);
    const EntityType type = node.type();
    if (!node.named || (type != EntityType::kOrganization && type != EntityType::kPlace)) continue;
    if (type == EntityType::kPlace && known_country(node.key())) continue;  // Niger is not a way to spell Nigeria
    std::string block(1, static_cast<char>('0' + static_cast<int>(type)));
    for (const std::string_view word : split_words(without_article(node.key())))
      block += consonant_skeleton(word) + ' ';
    blocks.add(block, i);
    blocks.add(block.substr(0, 1) + '=' + without_blanks(without_article(node.key())), i);
  }
  blocks.finish();
  const auto finer = [&](uint32_t a, uint32_t b) {
    return without_article(state_.key(a)) < without_article(state_.key(b));
  };
  blocks.for_each_pair(kMaxBlock, kWindow, finer, [&](uint32_t a, uint32_t b) {
    if (state_.one(a, b) || state_.node(a).type() != state_.node(b).type()) return;
    const std::string_view left = without_article(state_.key(a)), right = without_article(state_.key(b));
    if (state_.key(a) == state_.key(b)) return;  // EqualNames has seen them
    if (left != right && !is_near_spelling(left, right)) return;
    // One generic name in two countries is two bodies even where a country is not told.
    if (is_generic_body(left)) return;
    if (!known_.take(a, b, MergeReason::Code::kSpelling, weights::kSpelling)) {
      state_.try_join(a, b, MergeReason::Code::kSpelling, weights::kSpelling);
    }
  });
}

void BodySteps::join_state_bodies() {
  std::map<std::string, std::vector<uint32_t>> bodies;
  for (uint32_t i = 0; i < state_.size(); ++i) {
    const NodeTable::Node node = state_.node(i);
    std::string key;
    if (node.type() == EntityType::kOrganization && node.named) {
      const StateBody body = state_body(node.key(), node.country);
      if (!body.body.empty() && !body.country.empty()) key = "o" + body.country + body.body;
    } else if (node.type() == EntityType::kGroup) {
      const std::string country = people_of(node.key());
      if (!country.empty()) key = "g" + country;
    }
    if (!key.empty()) bodies[key].push_back(i);
  }
  for (auto& [key, nodes] : bodies) {
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](uint32_t a, uint32_t b) { return state_.node(a).articles > state_.node(b).articles; });
    for (const uint32_t node : nodes) {
      if (!known_.take(nodes.front(), node, MergeReason::Code::kSameBody, weights::kSameBody)) {
        state_.try_join(nodes.front(), node, MergeReason::Code::kSameBody, weights::kSameBody);
      }
    }
  }
}

void BodySteps::join_turned_names() {
  std::map<std::string, std::vector<uint32_t>> bodies;
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    const NodeTable::Node node = state_.node(i);
    if (node.type() != EntityType::kOrganization || !node.named) continue;
    if (std::string turned = turned_body(node.key()); !turned.empty()) bodies[std::move(turned)].push_back(i);
  }
  if (bodies.empty()) return;
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    if (state_.id(i).type() != EntityType::kOrganization) continue;
    const auto found = bodies.find(std::string(state_.key(i)));
    if (found == bodies.end()) continue;
    const double weight = is_generic_body(state_.key(i)) ? weights::kSameVagueName : weights::kSpelling;
    for (const uint32_t other : found->second) state_.try_join(i, other, MergeReason::Code::kSameBody, weight);
  }
}

// The plural alone names a party; the adjective may be anything.
void BodySteps::join_parties() {
  std::map<std::string, std::vector<uint32_t>> parties;
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    const NodeTable::Node node = state_.node(i);
    if (node.type() != EntityType::kOrganization || !node.named) continue;
    for (std::string& name : party_names(node.key())) parties[std::move(name)].push_back(i);
  }
  if (parties.empty()) return;
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    if (state_.id(i).type() != EntityType::kOrganization || !state_.node(i).named) continue;
    const auto found = parties.find(std::string(state_.key(i)));
    if (found == parties.end()) continue;
    std::vector<Candidate> candidates;
    for (const uint32_t party : found->second) {
      candidates.push_back({party, MergeReason::Code::kShorterName, weights::kParty});
    }
    state_.choose_and_join(i, std::move(candidates),
                           state_.key(i).ends_with('s') ? MergeState::Trust::kAlone : MergeState::Trust::kNeedsContext);
  }
}

// Names that articles give: acronyms and other names.
void BodySteps::join_aliases() {
  Blocks owners(state_.space());
  const auto key_of = [](EntityType type, std::string_view name) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(type))).append(name);
  };
  for (uint32_t i = 0; i < state_.size(); ++i) {
    if (!state_.is_real(i)) break;
    const NodeTable::Node owner = state_.node(i);
    state_.for_each_alias(i, [&](const NodeTable::Alias& name) {
      if (is_telling(owner, name)) owners.add(key_of(owner.type(), name.key), i);
    });
  }
  owners.finish();
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    const NodeTable::Node node = state_.node(i);
    if (!node.named) continue;
    std::vector<Candidate> candidates;
    for (const uint32_t owner : owners.at(key_of(node.type(), node.key()))) {
      const bool acronym = is_acronym_of(node.key(), split_words(state_.key(owner)));
      candidates.push_back(
          {owner, acronym ? MergeReason::Code::kAcronym : MergeReason::Code::kGivenName, weights::kGivenName});
    }
    if (!candidates.empty()) state_.choose_and_join(i, std::move(candidates), MergeState::Trust::kAlone);
  }
}

// An acronym that no article explains goes to the only organization with these initials: four letters are rarely shared
// by chance, three only count where both have to do with the same nodes.
void BodySteps::join_initials() {
  Blocks by_initials(state_.space());
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    const NodeTable::Node node = state_.node(i);
    if (node.type() != EntityType::kOrganization || !node.named) continue;
    const auto [all, large] = initials(node.key());
    if (all.size() < 3) continue;
    by_initials.add(all, i);
    by_initials.add(large, i);
  }
  by_initials.finish();
  for (uint32_t i = 0; i < state_.size() && state_.is_real(i); ++i) {
    const std::string_view key = state_.key(i);
    if (state_.node(i).type() != EntityType::kOrganization || key.size() < 3 || key.size() > 8) continue;
    if (key.find(' ') != std::string::npos || (state_.clusters().size(i) > 1 && key.size() < 4)) continue;
    std::vector<Candidate> candidates;
    for (const uint32_t owner : by_initials.at(key)) {
      candidates.push_back({owner, MergeReason::Code::kAcronym, weights::kAcronym});
    }
    if (candidates.empty()) continue;
    state_.choose_and_join(i, std::move(candidates),
                           key.size() >= 4 ? MergeState::Trust::kAlone : MergeState::Trust::kNeedsContext);
  }
}

}  // namespace actant::internal
