#include "graph/merge/resolver.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <set>

#include "graph/merge/internal/body_steps.h"
#include "graph/merge/internal/known_steps.h"
#include "graph/merge/internal/merge_state.h"
#include "graph/merge/internal/person_blocks.h"
#include "graph/merge/internal/person_steps.h"
#include "graph/merge/name_key.h"
#include "graph/merge/similarity.h"

namespace actant {
namespace {

using internal::KnownSteps;
using internal::MergeState;

/// The names of watch lists that may be in the graph, as nodes that no article mentions.
struct KnownNames {
  std::vector<RawNode> nodes;
  KnownSteps::Names names;
};

// What a node shares with whatever bears the same name in another spelling.
std::vector<uint64_t> lookup_keys(EntityType type, std::string_view key) {
  std::vector<uint64_t> result;
  const auto seed = static_cast<uint64_t>(type);
  result.push_back(stable_hash(key, seed));
  if (type == EntityType::kPerson) {
    for (const uint64_t block : internal::person_block_keys(key)) result.push_back(block);
  } else {
    std::string block;
    for (const std::string_view word : split_words(key)) block += consonant_skeleton(word) + ' ';
    result.push_back(stable_hash(block, seed + 100));
  }
  return result;
}

/// A set of hashes that may hold some more than were added (Bloom 1970), in at most 64 MiB.
class LookupSet {
 public:
  explicit LookupSet(size_t expected)
      : bits_(std::bit_ceil(std::clamp<size_t>(expected * kBitsEach, 1 << 16, kMostBits))) {}
  void add(uint64_t hash) {
    for (const size_t place : places(hash)) bits_[place] = true;
  }
  bool contains(uint64_t hash) const {
    const auto list = places(hash);
    return std::all_of(list.begin(), list.end(), [&](size_t place) { return bits_[place]; });
  }

 private:
  static constexpr size_t kBitsEach = 12, kMostBits = size_t{1} << 29;
  std::array<size_t, 3> places(uint64_t hash) const {
    const uint64_t step = (hash >> 32 | hash << 32) | 1;
    const size_t mask = bits_.size() - 1;
    return {hash & mask, (hash + step) & mask, (hash + 2 * step) & mask};
  }
  std::vector<bool> bits_;
};

// A list may be far larger than what the graph has of it: only entities of which some name shares a key are kept, and
// now and then another, which fits nothing.
KnownNames read_known(const NodeTable& nodes, const ResolverInput& input) {
  KnownNames result;
  if (!input.for_each_known) return result;
  bool any = false;  // without lists nothing need be looked up
  input.for_each_known([&](const KnownEntity&) { any = true; });
  if (!any) return result;
  constexpr size_t kKeysEach = 8;
  LookupSet wanted(kKeysEach * nodes.size());
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const NodeTable::Node node = nodes[i];
    if (!node.named) continue;
    for (const uint64_t key : lookup_keys(node.type(), node.key())) wanted.add(key);
  }
  std::vector<KnownEntity> entities;
  input.for_each_known([&](KnownEntity entity) {
    const bool kept = std::any_of(entity.names.begin(), entity.names.end(), [&](const std::string& name) {
      const auto keys = lookup_keys(entity.type, name_key(entity.type, name));
      return std::any_of(keys.begin(), keys.end(), [&](uint64_t key) { return wanted.contains(key); });
    });
    if (kept) entities.push_back(std::move(entity));
  });
  std::sort(entities.begin(), entities.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const KnownEntity& entity : entities) {
    const auto number = static_cast<uint32_t>(result.names.ids.size());
    result.names.ids.push_back(entity.id);
    result.names.countries.push_back(entity.countries);
    std::set<std::string> keys;
    for (const std::string& name : entity.names) keys.insert(name_key(entity.type, name));
    for (const std::string& key : keys) {
      RawNode& node = result.nodes.emplace_back();
      node.id = NodeId::make(entity.type, stable_hash(key, stable_hash(entity.id)));
      node.names.push_back({key, 0, true, false});
      node.named = true;
      result.names.entity_of.push_back(number);
    }
  }
  return result;
}

class Resolver {
 public:
  Resolver(NodeTable nodes, uint32_t real, KnownSteps::Names known, const ResolverContext& context,
           const ResolverInput& input)
      : state_(std::move(nodes), real, context, input.threshold, input.take_step),
        names_(std::move(known)),
        known_(state_, names_) {}

  ResolverOutput run(const std::vector<Decision>& decisions) {
    join_known_names();
    follow(decisions);
    internal::EqualNames(state_, known_).run();
    internal::PersonSteps(state_, known_).run();
    internal::BodySteps(state_, known_).run();
    known_.link();
    finish();
    output_.work = state_.work();
    return std::move(output_);
  }

 private:
  void join_known_names() {
    const uint32_t first = state_.size() - static_cast<uint32_t>(names_.entity_of.size());
    for (uint32_t i = first; i < state_.size(); ++i) {
      const uint32_t entity = names_.entity_of[i - first];
      state_.set_known(i, entity);
      if (i > first && names_.entity_of[i - 1 - first] == entity) state_.join(i - 1, i, {});
    }
  }

  // The node that a decision speaks of: by its id, else by its name where only one node bears it.
  std::vector<uint32_t> nodes_of(const DecisionNode& node) {
    if (const auto index = state_.index_of(node.id)) return {*index};
    std::vector<uint32_t> result;
    for (const auto& [type, key] : keys_of(node)) {
      const auto it = by_key_.find(key);
      if (it == by_key_.end()) continue;
      for (const uint32_t found : it->second) {
        if (state_.node(found).type() == type) result.push_back(found);
      }
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  // The keys under which a node of this name may be found.
  static std::vector<std::pair<EntityType, std::string>> keys_of(const DecisionNode& node) {
    std::string_view name = node.name;
    std::optional<EntityType> type;
    if (node.id) type = node.id.type();
    if (const size_t colon = name.find(':'); colon != std::string_view::npos) {
      if (const auto given = parse_entity_type(name.substr(0, colon))) {
        type = given;
        name.remove_prefix(colon + 1);
      }
    }
    std::vector<std::pair<EntityType, std::string>> keys;
    for (const EntityType wanted : {EntityType::kPerson, EntityType::kOrganization, EntityType::kPlace,
                                    EntityType::kGroup, EntityType::kEvent, EntityType::kTopic}) {
      if (!type || *type == wanted) keys.emplace_back(wanted, name_key(wanted, name));
    }
    return keys;
  }

  // Looks the names up by which decisions speak of nodes that are not there by their ids: all in one walk over the
  // nodes.
  void find_names(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
      if (decision.kind == Decision::Kind::kRename) continue;
      for (const DecisionNode* node : {&decision.a, &decision.b}) {
        if (state_.index_of(node->id)) continue;
        for (auto& [type, key] : keys_of(*node)) by_key_.try_emplace(std::move(key));
      }
    }
    for (uint32_t i = 0; !by_key_.empty() && i < state_.size() && state_.is_real(i); ++i) {
      if (const auto it = by_key_.find(state_.key(i)); it != by_key_.end()) it->second.push_back(i);
    }
  }

  void follow(const std::vector<Decision>& decisions) {
    find_names(decisions);
    for (const Decision& decision : decisions) {
      if (decision.kind != Decision::Kind::kDifferent) continue;
      for (const uint32_t a : nodes_of(decision.a)) {
        for (const uint32_t b : nodes_of(decision.b)) {
          if (a != b) state_.set_different(a, b);
        }
      }
    }
    for (const Decision& decision : decisions) {
      if (decision.kind != Decision::Kind::kSame) continue;
      const auto left = nodes_of(decision.a), right = nodes_of(decision.b);
      std::vector<uint32_t> all(left);
      all.insert(all.end(), right.begin(), right.end());
      for (size_t i = 1; !left.empty() && !right.empty() && i < all.size(); ++i) {
        if (state_.one(all[0], all[i])) continue;
        if (is_forbidden(all[0], all[i])) {
          output_.contradictions.push_back(decision);
        } else {
          MergeReason reason;
          reason.code = MergeReason::Code::kUser;
          reason.weight = 100;
          state_.join(all[0], all[i], {reason});
        }
      }
    }
  }

  bool is_forbidden(uint32_t a, uint32_t b) const {
    if (state_.node(a).type() != state_.node(b).type()) return true;
    const auto& different = state_.clusters().facts(a).different;
    return std::any_of(different.begin(), different.end(), [&](uint32_t n) { return state_.one(n, b); });
  }

  void finish() {
    for (uint32_t i = 0; i < state_.size(); ++i) {
      if (state_.clusters().find(i) == i && state_.clusters().size(i) > 1) represent(i);
    }
    std::sort(output_.representatives.begin(), output_.representatives.end());
    std::sort(output_.known.begin(), output_.known.end());
    // What joins names of a list with each other or with a node is told by `known`.
    state_.for_each_step([&](MergeStep step) { output_.steps.push_back(std::move(step)); });
    std::sort(output_.steps.begin(), output_.steps.end(),
              [](const MergeStep& x, const MergeStep& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  }

  // Chooses the representative of a cluster.
  void represent(uint32_t root) {
    std::vector<uint32_t> members = state_.clusters().members(root);
    std::erase_if(members, [&](uint32_t member) { return !state_.is_real(member); });
    if (members.empty()) return;  // names of a list that is not in the graph
    uint32_t best = members.front();
    for (const uint32_t member : members) {
      const NodeTable::Node node = state_.node(member), other = state_.node(best);
      if (node.mentions > other.mentions || (node.mentions == other.mentions && node.id < other.id)) best = member;
    }
    const NodeId representative = state_.node(best).id;
    for (const uint32_t member : members) {
      if (member != best) output_.representatives.emplace_back(state_.node(member).id, representative);
    }
    const uint32_t entity = state_.clusters().facts(root).known;
    if (entity != internal::kNoEntity) output_.known.emplace_back(representative, names_.ids[entity]);
  }

  MergeState state_;
  KnownSteps::Names names_;
  KnownSteps known_;
  ResolverOutput output_;
  std::map<std::string, std::vector<uint32_t>, std::less<>> by_key_;  // of the names that decisions give
};

}  // namespace

MergeStep compare_nodes(const RawNode& a, const RawNode& b, const ResolverContext& context) {
  MergeStep step{a.id, b.id, {}};
  if (a.id == b.id || a.type() != b.type()) return step;
  NodeTable nodes;
  nodes.add(a);
  nodes.add(b);
  nodes.sort();
  if (nodes.size() < 2) return step;
  const MergeState state(std::move(nodes), 2, context);
  internal::Scored scored;
  const auto names = internal::compare_names(a.type(), a.key(), b.key());
  if (names) scored.add(names->code, names->weight);
  state.add_evidence(0, 1, names ? names->code : MergeReason::Code::kSameName, scored);
  if (scored.score < kMergeThreshold) state.add_nearness(0, 1, scored);
  step.reasons = std::move(scored.reasons);
  return step;
}

ResolverOutput resolve_nodes(NodeTable nodes, const ResolverContext& context, const ResolverInput& input) {
  nodes.sort();
  const uint32_t real = nodes.size();
  KnownNames known = read_known(nodes, input);
  for (const RawNode& node : known.nodes) nodes.add(node);
  known.nodes = {};
  return Resolver(std::move(nodes), real, std::move(known.names), context, input).run(input.decisions);
}

ResolverOutput resolve_nodes(const std::vector<RawNode>& nodes, const ResolverContext& context,
                             const ResolverInput& input) {
  NodeTable table;
  for (const RawNode& node : nodes) table.add(node);
  return resolve_nodes(std::move(table), context, input);
}

}  // namespace actant
