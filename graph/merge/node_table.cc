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

uint16_t NodeTable::number_of(std::string_view text) {
  const auto it = numbers_.find(text);
  if (it != numbers_.end()) return it->second;
  if (shared_.size() > std::numeric_limits<uint16_t>::max()) return 0;  // not known
  const auto number = static_cast<uint16_t>(shared_.size());
  shared_.push_back(numbers_.emplace(text, number).first->first);
  return number;
}

void NodeTable::reserve(size_t nodes) {
  entries_.reserve(nodes);
  arena_.reserve(nodes * 64);
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
  arena_ += key;
  for (const RawNode::Name& name : node.names) {
    if (name.canonical || name.key.size() > 255 || entry.aliases == 255) continue;
    ++entry.aliases;
    arena_ += static_cast<char>(name.key.size());
    arena_ += static_cast<char>(std::min<uint64_t>(name.count, 255));
    arena_ += static_cast<char>(name.stated);
    arena_ += name.key;
  }
  entry.mentions = clamped(node.mentions);
  entry.articles = clamped(node.articles);
  if (!node.offices.empty()) {
    const auto [it, fresh] = office_numbers_.try_emplace(node.offices, static_cast<uint32_t>(offices_.size()));
    if (fresh) offices_.emplace_back(it->first);
    entry.offices = it->second;
  }
  entry.first_year = node.first_year;
  entry.last_year = node.last_year;
  entry.country = number_of(node.country);
  entry.occupation = number_of(node.occupation);
  entry.named = node.named;
  entries_.push_back(entry);
}

void NodeTable::sort() {
  const auto by_id = [](const Entry& a, const Entry& b) { return a.id < b.id; };
  if (!std::is_sorted(entries_.begin(), entries_.end(), by_id)) std::sort(entries_.begin(), entries_.end(), by_id);
}

NodeTable::Node NodeTable::operator[](uint32_t index) const {
  const Entry& entry = entries_[index];
  Node node;
  node.id = entry.id;
  node.name_key = key(index);
  node.country = shared_[entry.country];
  node.mentions = entry.mentions;
  node.articles = entry.articles;
  node.named = entry.named;
  node.offices = offices_[entry.offices];
  node.occupation = shared_[entry.occupation];
  node.first_year = entry.first_year;
  node.last_year = entry.last_year;
  return node;
}

std::optional<uint32_t> NodeTable::find(NodeId id, uint32_t end) const {
  const auto last = entries_.begin() + end;
  const auto it = std::lower_bound(entries_.begin(), last, id, [](const Entry& entry, NodeId i) { return entry.id < i; });
  if (it == last || it->id != id) return std::nullopt;
  return static_cast<uint32_t>(it - entries_.begin());
}

}  // namespace actant
