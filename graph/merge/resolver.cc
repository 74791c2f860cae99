#include "graph/merge/resolver.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "graph/merge/blocking.h"
#include "graph/merge/clusters.h"
#include "graph/merge/known_names.h"
#include "graph/merge/name_key.h"
#include "graph/merge/person_names.h"
#include "graph/merge/similarity.h"

namespace actant {
namespace {

constexpr size_t kMaxBlock = 600;           // things in a block whose pairs are compared
constexpr size_t kMaxSurnameBlock = 5000;   // full names looked at for one surname
constexpr size_t kContextMembers = 20;      // members of a cluster whose neighbours are read
constexpr double kSomeContext = 0.5;        // a shared place
constexpr double kGoodContext = 1.0;        // a shared actor, or two places
constexpr uint64_t kDominance = 5;          // times as many articles as the next candidate
constexpr uint64_t kProminentArticles = 3;  // articles after which a bare surname is expected to be understood

// Bodies that every country has: without the country such a name tells nothing.
constexpr std::string_view kGenericWords[] = {
    "ministry",  "foreign",  "defense",   "defence",    "interior",      "finance",    "justice",        "health",
    "education", "energy",   "trade",     "parliament", "parliamentary", "supreme",    "constitutional", "high",
    "court",     "police",   "army",      "government", "central",       "bank",       "senate",         "house",
    "cabinet",   "military", "navy",      "air",        "force",         "forces",     "armed",          "security",
    "national",  "council",  "assembly",  "election",   "electoral",     "commission", "office",         "department",
    "affairs",   "of",       "and",       "prosecutor", "attorney",      "general",    "state",          "president",
    "prime",     "minister", "ruling",    "opposition", "party",         "coast",      "guard",          "intelligence",
    "service",   "agency",   "committee", "union",      "federal",       "city",       "hospital",       "university",
    "embassy"};

bool is_generic(std::string_view key) {
  for (const std::string_view word : split_words(key)) {
    if (std::find(std::begin(kGenericWords), std::end(kGenericWords), word) == std::end(kGenericWords)) return false;
  }
  return true;
}

class Resolver {
 public:
  Resolver(std::vector<RawNode> nodes, const Neighbors& neighbors)
      : nodes_(std::move(nodes)), clusters_(nodes_), neighbors_(neighbors) {}

  void run() {
    join_equal_keys();
    join_persons();
    join_spellings();
    join_aliases();
    join_initials();
  }

  std::vector<std::pair<NodeId, NodeId>> decisions() const {
    std::vector<std::pair<NodeId, NodeId>> result;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (clusters_.find(i) != i) continue;
      const auto& members = clusters_.members(i);
      const RawNode* best = &nodes_[members.front()];
      for (const uint32_t member : members) {
        const RawNode& node = nodes_[member];
        if (node.mentions > best->mentions || (node.mentions == best->mentions && node.id < best->id)) best = &node;
      }
      for (const uint32_t member : members) {
        if (nodes_[member].id != best->id) result.emplace_back(nodes_[member].id, best->id);
      }
    }
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  // How much two clusters have to do with the same nodes.
  double context(uint32_t a, uint32_t b) const {
    const std::set<NodeId> left = cluster_neighbors(a), right = cluster_neighbors(b);
    double shared = 0;
    for (const NodeId node : left) {
      if (right.contains(node)) shared += node.type() == EntityType::kPlace ? kSomeContext : kGoodContext;
    }
    return shared;
  }

  std::set<NodeId> cluster_neighbors(uint32_t node) const {
    std::set<NodeId> result;
    const auto& members = clusters_.members(node);
    for (size_t i = 0; i < std::min(members.size(), kContextMembers); ++i) {
      for (const NodeId neighbor : neighbors_(nodes_[members[i]].id)) result.insert(neighbor);
    }
    return result;
  }

  bool countries_allow(uint32_t a, uint32_t b) const {
    switch (agreement(clusters_.countries(a), clusters_.countries(b))) {
      case CountryAgreement::kSame:
      case CountryAgreement::kUnknown:
        return true;
      case CountryAgreement::kDoubtful:
        return context(a, b) >= kGoodContext;
      case CountryAgreement::kContradicting:
        return false;
    }
    return false;
  }

  // --- the same name
  // ---------------------------------------------------------------------------------------------------

  void join_equal_keys() {
    std::map<std::pair<EntityType, std::string_view>, std::vector<uint32_t>> groups;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      // Layer 1 keeps the spokesmen and the parliaments of different articles apart for a reason.
      const bool one_of_many = nodes_[i].type() == EntityType::kPerson || nodes_[i].type() == EntityType::kOrganization;
      if (nodes_[i].named || !one_of_many || !nodes_[i].country.empty())
        groups[{nodes_[i].type(), nodes_[i].key()}].push_back(i);
    }
    for (const auto& [key, group] : groups) {
      if (group.size() > 1) join_group(group);
    }
  }

  // Nodes of one name differ in their countries. Those of one country are one; what has no country goes to the only
  // one, or to the one that stands out.
  void join_group(const std::vector<uint32_t>& group) {
    std::map<std::string_view, uint32_t> first_of_country;
    for (const uint32_t node : group) {
      const auto [it, fresh] = first_of_country.emplace(nodes_[node].country, node);
      if (!fresh) clusters_.join(it->second, node);
    }
    std::vector<uint32_t> known;
    for (const auto& [country, node] : first_of_country) {
      if (!country.empty()) known.push_back(node);
    }
    std::stable_sort(known.begin(), known.end(),
                     [&](uint32_t a, uint32_t b) { return clusters_.articles(a) > clusters_.articles(b); });
    for (size_t i = 1; i < known.size(); ++i) {
      if (countries_allow(known[0], known[i])) clusters_.join(known[0], known[i]);
    }
    const auto unknown = first_of_country.find("");
    if (unknown == first_of_country.end() || known.empty()) return;
    const RawNode& node = nodes_[unknown->second];
    const bool vague = node.type() == EntityType::kGroup || !node.named ||
                       (node.type() == EntityType::kOrganization && is_generic(node.key()));
    if (const auto best = choose(unknown->second, known, vague ? Trust::kNeedsContext : Trust::kAlone)) {
      clusters_.join(unknown->second, *best);
    }
  }

  // --- the choice among candidates
  // -------------------------------------------------------------------------------------

  enum class Trust {
    kAlone,         ///< being the only candidate is enough
    kProminent,     ///< the only candidate must be prominent or share something
    kNeedsContext,  ///< something must be shared in any case
  };

  // The cluster that `node` belongs to, among candidates that may be several things: the only one that does not
  // contradict it, else the one that dominates, else the one that shares more with it. nullopt when that is not clear.
  std::optional<uint32_t> choose(uint32_t node, const std::vector<uint32_t>& candidates, Trust trust) const {
    std::vector<uint32_t> roots;
    for (const uint32_t candidate : candidates) {
      const uint32_t root = clusters_.find(candidate);
      if (root != clusters_.find(node) && countries_allow(node, root)) roots.push_back(root);
    }
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    if (roots.empty()) return std::nullopt;
    std::stable_sort(roots.begin(), roots.end(),
                     [&](uint32_t a, uint32_t b) { return clusters_.articles(a) > clusters_.articles(b); });
    if (roots.size() == 1 && trust == Trust::kAlone) return roots[0];
    if (roots.size() == 1) {
      const bool same_country =
          agreement(clusters_.countries(node), clusters_.countries(roots[0])) == CountryAgreement::kSame;
      if (same_country || context(node, roots[0]) >= kSomeContext) return roots[0];
      if (trust == Trust::kProminent && clusters_.articles(roots[0]) >= kProminentArticles) return roots[0];
      return std::nullopt;
    }
    return choose_among_many(node, roots, trust);
  }

  std::optional<uint32_t> choose_among_many(uint32_t node, const std::vector<uint32_t>& roots, Trust trust) const {
    if (trust != Trust::kNeedsContext && clusters_.articles(roots[0]) >= kDominance * clusters_.articles(roots[1])) {
      return roots[0];
    }
    double best = 0, second = 0;
    uint32_t chosen = 0;
    for (size_t i = 0; i < std::min<size_t>(roots.size(), 10); ++i) {
      const double shared = context(node, roots[i]);
      if (shared > best) {
        second = best;
        best = shared;
        chosen = roots[i];
      } else {
        second = std::max(second, shared);
      }
    }
    if (best >= kGoodContext && best >= 2 * second) return chosen;
    return std::nullopt;
  }

  // --- persons
  // ---------------------------------------------------------------------------------------------------------

  void join_persons() {
    std::vector<uint32_t> persons;
    Blocks pairs, endings;
    ends_.resize(nodes_.size());
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const RawNode& node = nodes_[i];
      if (node.type() != EntityType::kPerson || !node.named) continue;
      persons.push_back(i);
      add_person_blocks(i, pairs, endings);
    }
    std::vector<std::vector<uint32_t>> longer(nodes_.size());
    pairs.for_each_pair(kMaxBlock, [&](uint32_t a, uint32_t b) {
      if (!may_be_one(a, b)) return;
      const PersonMatch match = compare_persons(nodes_[a].key(), nodes_[b].key());
      if (match == PersonMatch::kSame) {
        if (clusters_.find(a) != clusters_.find(b) && countries_allow(a, b)) clusters_.join(a, b);
      } else if (match == PersonMatch::kShorter) {
        if (detail(a) <= detail(b)) longer[a].push_back(b);
        if (detail(b) <= detail(a)) longer[b].push_back(a);
      }
    });
    // Full names first, so that "j smith" meets all the John Smiths as one.
    std::stable_sort(persons.begin(), persons.end(), [&](uint32_t a, uint32_t b) { return detail(a) > detail(b); });
    for (const uint32_t person : persons) {
      if (const auto best = choose(person, longer[person], Trust::kAlone)) clusters_.join(person, *best);
    }
    for (const uint32_t person : persons) join_surname(person, endings);
  }

  /// First and last word of a person's name.
  struct NameEnds {
    std::string_view first, last;
    char start = 0;  ///< spelling_start(first)
    bool single = true;
  };

  // Cheap, and false for nearly all pairs of a block: forenames that have nothing in common.
  bool may_be_one(uint32_t a, uint32_t b) const {
    const NameEnds &left = ends_[a], &right = ends_[b];
    if (left.single != right.single) return false;  // a surname has its own step
    if (left.start == right.start || left.first[0] == right.first[0]) return true;
    return left.first == right.last || right.first == left.last || are_forename_variants(left.first, right.first);
  }

  // Letters that a name gives.
  size_t detail(uint32_t node) const { return nodes_[node].key().size(); }

  void add_person_blocks(uint32_t index, Blocks& pairs, Blocks& endings) {
    const auto words = person_words(nodes_[index].key());
    if (words.empty()) return;
    ends_[index] = {words.front(), words.back(), spelling_start(words.front()), words.size() == 1};
    std::set<std::string> keys;
    std::string joined;
    for (size_t i = 0; i < words.size(); ++i) {
      if (i > 0 || words.size() == 1) keys.insert("w" + consonant_skeleton(words[i]));
      joined += words[i];
    }
    if (words.size() > 1) {
      keys.insert("j" + joined);
      std::vector<std::string_view> sorted(words);
      std::sort(sorted.begin(), sorted.end());
      std::string any_order = "s";
      for (const std::string_view word : sorted) any_order.append(word).append(" ");
      keys.insert(any_order);
      // With the initial the blocks of very frequent surnames stay small enough.
      keys.insert("i" + std::string(1, words[0][0]) + consonant_skeleton(words.back()));
      endings.add(consonant_skeleton(words.back()), index);
    }
    for (const std::string& key : keys) pairs.add(key, index);
    for (const RawNode::Name& name : nodes_[index].names) {
      if (!name.canonical) endings.add("=" + name.key, index);
    }
  }

  void join_surname(uint32_t person, const Blocks& endings) {
    const auto words = person_words(nodes_[person].key());
    if (words.empty()) return;
    std::vector<uint32_t> candidates;
    const auto& block = endings.at(consonant_skeleton(words.back()));
    for (size_t i = 0; i < std::min(block.size(), kMaxSurnameBlock); ++i) {
      const RawNode& other = nodes_[block[i]];
      if (other.key().size() > nodes_[person].key().size() &&
          compare_persons(nodes_[person].key(), other.key()) == PersonMatch::kSurname) {
        candidates.push_back(block[i]);
      }
    }
    // Names that articles give to someone with a fuller name: "lula", "sisi".
    if (words.size() == 1) {
      for (const uint32_t other : endings.at("=" + nodes_[person].key())) {
        if (split_words(nodes_[other].key()).size() > 1) candidates.push_back(other);
      }
    }
    const Trust trust = words.size() > 1 ? Trust::kAlone : Trust::kProminent;
    if (const auto best = choose(person, candidates, trust)) clusters_.join(person, *best);
  }

  // --- other spellings of organizations, places and groups
  // -------------------------------------------------------------

  static bool is_near_spelling(const std::string& a, const std::string& b) {
    const auto left = split_words(a), right = split_words(b);
    if (left.size() != right.size() || std::min(a.size(), b.size()) < 5) return false;
    double distance = 0;
    for (size_t i = 0; i < left.size(); ++i) {
      if (left[i] == right[i]) continue;
      if (std::min(left[i].size(), right[i].size()) < 5) return false;
      if (left[i].find_first_of("0123456789") != std::string_view::npos) return false;
      distance += transliteration_distance(left[i], right[i]);
    }
    return distance <= (std::min(a.size(), b.size()) >= 8 ? 0.5 : 0.0);
  }

  // The key without the Arabic article: "al qaeda", "qaida".
  static std::string without_article(const std::string& key) {
    for (const std::string_view article : {"al ", "el ", "ar ", "as ", "ash "}) {
      if (key.starts_with(article)) return key.substr(article.size());
    }
    return key;
  }

  void join_spellings() {
    Blocks blocks;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const EntityType type = nodes_[i].type();
      if (!nodes_[i].named || (type != EntityType::kOrganization && type != EntityType::kPlace)) continue;
      const std::string& key = nodes_[i].key();
      if (type == EntityType::kPlace && known_country(key)) continue;  // Niger is not a way to spell Nigeria
      std::string block(1, static_cast<char>('0' + static_cast<int>(type)));
      for (const std::string_view word : split_words(without_article(key))) block += consonant_skeleton(word) + ' ';
      blocks.add(block, i);
    }
    blocks.for_each_pair(kMaxBlock, [&](uint32_t a, uint32_t b) {
      if (clusters_.find(a) == clusters_.find(b)) return;
      const std::string left = without_article(nodes_[a].key()), right = without_article(nodes_[b].key());
      const bool same = left == right || is_near_spelling(left, right);
      // One generic name in two countries is two bodies even where a country is not told.
      if (same && !is_generic(left) && countries_allow(a, b)) clusters_.join(a, b);
    });
  }

  // --- names that articles give: acronyms and other names
  // --------------------------------------------------------------

  static bool is_telling(const RawNode& owner, const RawNode::Name& name) {
    if (name.canonical || name.key == owner.key()) return false;
    if (name.stated || is_acronym_of(name.key, split_words(owner.key()))) return true;
    if (owner.type() == EntityType::kPlace) return false;  // "Tehran" for Iran is the government, not the city
    if (name.count < 2 || name.key.size() < 5 || is_generic(name.key)) return false;
    for (const std::string_view word : split_words(name.key)) {  // a part of the full name, not a description
      for (const std::string_view own : split_words(owner.key())) {
        if (word == own && word.size() > 3 && !is_generic(word)) return true;
      }
    }
    return false;
  }

  void join_aliases() {
    std::map<std::pair<EntityType, std::string>, std::vector<uint32_t>> owners;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      for (const RawNode::Name& name : nodes_[i].names) {
        if (is_telling(nodes_[i], name)) owners[{nodes_[i].type(), name.key}].push_back(i);
      }
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].named) continue;
      const auto it = owners.find({nodes_[i].type(), nodes_[i].key()});
      if (it == owners.end()) continue;
      if (const auto best = choose(i, it->second, Trust::kAlone)) clusters_.join(i, *best);
    }
  }

  // An acronym that no article explains goes to the only organization with these initials: four letters are rarely
  // shared by chance, three only count where both have to do with the same nodes.
  void join_initials() {
    std::map<std::string, std::vector<uint32_t>> by_initials;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const auto words = split_words(nodes_[i].key());
      if (nodes_[i].type() != EntityType::kOrganization || !nodes_[i].named || words.size() < 3) continue;
      std::string all, large;
      for (const std::string_view word : words) {
        all += word[0];
        if (word.size() > 3 || (word != "of" && word != "the" && word != "and" && word != "for")) large += word[0];
      }
      by_initials[all].push_back(i);
      if (large != all) by_initials[large].push_back(i);
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const std::string& key = nodes_[i].key();
      if (nodes_[i].type() != EntityType::kOrganization || key.size() < 3 || key.size() > 8) continue;
      if (clusters_.members(i).size() > 1 && key.size() < 4) continue;
      const auto it = by_initials.find(key);
      if (it == by_initials.end()) continue;
      if (const auto best = choose(i, it->second, key.size() >= 4 ? Trust::kAlone : Trust::kNeedsContext)) {
        clusters_.join(i, *best);
      }
    }
  }

  std::vector<RawNode> nodes_;
  std::vector<NameEnds> ends_;  // of persons, by node
  NodeClusters clusters_;
  const Neighbors& neighbors_;
};

}  // namespace

const std::string& RawNode::key() const {
  static const std::string none;
  return names.empty() ? none : names.front().key;
}

std::vector<std::pair<NodeId, NodeId>> resolve_nodes(std::vector<RawNode> nodes, const Neighbors& neighbors) {
  std::erase_if(nodes, [](const RawNode& node) { return node.names.empty() || node.key().empty(); });
  std::sort(nodes.begin(), nodes.end(), [](const RawNode& a, const RawNode& b) { return a.id < b.id; });
  Resolver resolver(std::move(nodes), neighbors);
  resolver.run();
  return resolver.decisions();
}

}  // namespace actant
