#include "graph/merge/node_table.h"

#include <algorithm>
#include <limits>

#include "graph/model/error.h"

namespace actant {
namespace {

uint32_t clamped(uint64_t number) {
  return static_cast<uint32_t>(std::min<uint64_t>(number, std::numeric_limits<uint32_t>::max()));
}

}  // namespace

const std::string& RawNode::key() const {
  static const std::string none;
  return names.empty() ? none : names.front().key;
}

uint32_t NodeTable::number_of(Profile profile) {
  const auto [it, fresh] = numbers_.try_emplace(std::move(profile), static_cast<uint32_t>(profiles_.size()));
  if (fresh) profiles_.push_back(&it->first);
  return it->second;
}

void NodeTable::reserve(size_t nodes) {
  entries_.reserve(nodes);
  arena_.reserve(nodes * 32);
}

void NodeTable::add(const RawNode& node) {
  if (node.key().empty()) return;
  arena_.resize((arena_.size() + kUnit - 1) / kUnit * kUnit);
  constexpr size_t kMost = std::numeric_limits<uint32_t>::max();
  if (entries_.size() == kMost || arena_.size() / kUnit >= kMost) {
    throw InvalidArgument("the graph has more names than can be resolved at once");
  }
  Entry entry;
  entry.id = node.id;
  entry.names = static_cast<uint32_t>(arena_.size() / kUnit);
  const std::string_view key = std::string_view(node.key()).substr(0, 255);
  entry.key_bytes = static_cast<uint8_t>(key.size());
  arena_.insert(arena_.end(), key.begin(), key.end());
  for (const RawNode::Name& name : node.names) {
    if (name.canonical || name.key.size() > 255 || entry.aliases == 255) continue;
    ++entry.aliases;
    arena_.push_back(static_cast<char>(name.key.size()));
    arena_.push_back(static_cast<char>(std::min<uint64_t>(name.count, 255)));
    arena_.push_back(static_cast<char>(name.stated));
    arena_.insert(arena_.end(), name.key.begin(), name.key.end());
  }
  entry.mentions = clamped(node.mentions);
  entry.articles = clamped(node.articles);
  entry.profile = number_of({node.country, node.occupation, node.offices});
  entry.first_year = node.first_year;
  entry.last_year = node.last_year;
  entry.named = node.named;
  entries_.push_back(entry);
}

void NodeTable::sort() {
  const auto by_id = [](const Entry& a, const Entry& b) { return a.id < b.id; };
  if (!std::is_sorted(entries_.begin(), entries_.end(), by_id)) std::sort(entries_.begin(), entries_.end(), by_id);
}

NodeTable::Node NodeTable::operator[](uint32_t index) const {
  const Entry& entry = entries_[index];
  const Profile& profile = *profiles_[entry.profile];
  Node node;
  node.id = entry.id;
  node.name_key = key(index);
  node.country = profile.country;
  node.mentions = entry.mentions;
  node.articles = entry.articles;
  node.named = entry.named;
  node.offices = profile.offices;
  node.occupation = profile.occupation;
  node.first_year = entry.first_year;
  node.last_year = entry.last_year;
  return node;
}

std::optional<uint32_t> NodeTable::find(NodeId id, uint32_t end) const {
  const auto last = entries_.begin() + end;
  const auto it =
      std::lower_bound(entries_.begin(), last, id, [](const Entry& entry, NodeId i) { return entry.id < i; });
  if (it == last || it->id != id) return std::nullopt;
  return static_cast<uint32_t>(it - entries_.begin());
}

}  // namespace actant
