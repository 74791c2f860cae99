#include "graph/store/internal/edge_cursor.h"

#include <algorithm>
#include <utility>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/keys.h"
#include "graph/store/internal/values.h"

namespace actant {

using internal::Family;

namespace {

bool is_symmetric(RelationType relation) { return relation_info(relation).symmetric; }

std::string relation_prefix(NodeId node, RelationChoice relation) {
  std::string prefix = internal::edge_prefix(node, relation.type);
  if (relation.open != 0) internal::put_u64(prefix, relation.open);
  return prefix;
}

const std::vector<RelationChoice>& all_relations() {
  static const std::vector<RelationChoice> list = [] {
    std::vector<RelationChoice> result;
    for (const RelationInfo& info : relations()) result.push_back({info.type, 0});
    result.push_back({RelationType::kOpen, 0});
    return result;
  }();
  return list;
}

}  // namespace

void EdgeCursor::Impl::reset(NodeId from, NodeId to) {
  ranges.clear();
  filter.clear();
  seen_.clear();
  resume_after.clear();
  at = 0;
  positioned = false;
  node = from;
  only_other = to;
}

void EdgeCursor::Impl::add_node_ranges(NodeId raw_node, Direction direction,
                                       std::span<const RelationChoice> relations) {
  const bool out = direction != Direction::kIn, in = direction != Direction::kOut;
  if (relations.empty()) {
    if (out) ranges.push_back({false, internal::node_key(raw_node)});
    if (in) ranges.push_back({true, internal::node_key(raw_node)});
    // A symmetric edge may be stored the other way round.
    for (const RelationInfo& info : actant::relations()) {
      if (info.symmetric && out != in) ranges.push_back({out, internal::edge_prefix(raw_node, info.type)});
    }
    return;
  }
  for (const RelationChoice& relation : relations) {
    const bool both = is_symmetric(relation.type);
    if (out || both) ranges.push_back({false, relation_prefix(raw_node, relation)});
    if (in || both) ranges.push_back({true, relation_prefix(raw_node, relation)});
  }
}

void EdgeCursor::Impl::add_pair_ranges(NodeId raw_subject, NodeId raw_object,
                                       std::span<const RelationChoice> relations) {
  for (const RelationChoice& relation : relations.empty() ? std::span(all_relations()) : relations) {
    NodeId first = raw_subject, second = raw_object;
    if (is_symmetric(relation.type) && second < first) std::swap(first, second);
    std::string prefix = relation_prefix(first, relation);
    if (relation.type != RelationType::kOpen || relation.open != 0) {
      if (relation.type != RelationType::kOpen) internal::put_u64(prefix, 0);
      internal::put_u64(prefix, second.value);
    }
    ranges.push_back({false, std::move(prefix)});
  }
}

rocksdb::Iterator& EdgeCursor::Impl::iterator(const Range& range) {
  if (range.prefix.empty()) {  // the whole family: without the prefix filters
    if (!all_) all_ = view.database.iterator(Family::kEdgesOut, &view.snapshot);
    return *all_;
  }
  std::unique_ptr<rocksdb::Iterator>& it = range.in ? in_ : out_;
  if (!it) it = view.database.prefix_iterator(range.in ? Family::kEdgesIn : Family::kEdgesOut, &view.snapshot);
  return *it;
}

// Puts the iterator on the next key of the range; false behind its end.
bool EdgeCursor::Impl::advance(rocksdb::Iterator& it, const Range& range) {
  if (positioned) {
    it.Next();
  } else if (!resume_after.empty()) {
    it.Seek(internal::slice(resume_after));
    if (it.Valid() && internal::view(it.key()) == resume_after) it.Next();
  } else if (range.prefix.empty()) {
    it.SeekToFirst();
  } else {
    it.Seek(internal::slice(range.prefix));
  }
  resume_after.clear();
  positioned = it.Valid() && internal::view(it.key()).starts_with(range.prefix);
  if (!it.Valid()) view.database.check_iterator(it);
  return positioned;
}

const internal::Resolution::Place& EdgeCursor::Impl::place_of_fixed(NodeId raw_node) {
  if (raw_node != fixed_ || !fixed_) {
    fixed_ = raw_node;
    fixed_place_ = view.resolution->place(raw_node);
  }
  return fixed_place_;
}

// Makes `key` of a stored key; false when the edge is not to be shown.
bool EdgeCursor::Impl::accept(std::string_view bytes, bool in) {
  raw = in ? internal::decode_edge_in_key(bytes) : internal::decode_edge_key(bytes);
  if (!filter.empty() && std::none_of(filter.begin(), filter.end(), [&](const RelationChoice& choice) {
        return choice.type == raw.relation && (choice.open == 0 || choice.open == raw.open);
      })) {
    return false;
  }
  key = raw;
  const internal::Resolution::Place& fixed = place_of_fixed(in ? raw.object : raw.subject);
  const internal::Resolution::Place other = view.resolution->place(in ? raw.subject : raw.object);
  key.subject = in ? other.representative : fixed.representative;
  key.object = in ? fixed.representative : other.representative;
  plain_ = fixed.alone && other.alone;
  if (key.subject == key.object) return false;
  if (is_symmetric(key.relation) && key.object < key.subject) std::swap(key.subject, key.object);
  if (only_other && key.object != only_other && key.subject != only_other) return false;
  if (plain_ || every_part) return true;  // no other edge of layer 1 is the same
  return seen_.insert(key);
}

bool EdgeCursor::Impl::next() {
  while (at < ranges.size()) {
    const Range& range = ranges[at];
    rocksdb::Iterator& it = iterator(range);
    while (advance(it, range)) {
      if (accept(internal::view(it.key()), range.in)) return true;
    }
    ++at;
    positioned = false;
  }
  return false;
}

std::optional<internal::EdgeAggregate> EdgeCursor::Impl::sums() const {
  const Range& range = ranges[at];
  const rocksdb::Iterator& it = range.in ? *in_ : range.prefix.empty() ? *all_ : *out_;
  const std::string_view bytes = internal::view(it.value());
  if (range.in && bytes.empty()) return std::nullopt;  // of a graph of version 2
  return internal::parse_value<internal::EdgeAggregate>(bytes, range.in ? "edges_in" : "edges_out");
}

Edge EdgeCursor::Impl::edge() const {
  const std::optional<internal::EdgeAggregate> stored = sums();
  if (stored && plain_) {
    return internal::make_edge(view, key,
                               view.stories ? internal::counted_once(view, internal::edge_key(raw), *stored) : *stored);
  }
  auto result = internal::EdgeReader(view).read_from(key, raw, stored ? &*stored : nullptr);
  if (!result) throw CorruptData("edge " + raw.to_string() + " has no entry in edges_out");
  return *std::move(result);
}

EdgeCursor::EdgeCursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EdgeCursor::~EdgeCursor() = default;

void EdgeCursor::seek_node(NodeId node, Direction direction, std::span<const RelationChoice> relations) {
  const NodeId id = impl_->view.representative(node);
  impl_->reset(id, {});
  for (const NodeId raw : impl_->view.resolution->members(id)) impl_->add_node_ranges(raw, direction, relations);
}

void EdgeCursor::seek_pair(NodeId subject, NodeId object, std::span<const RelationChoice> relations) {
  const NodeId from = impl_->view.representative(subject), to = impl_->view.representative(object);
  impl_->reset(from, to);
  const auto objects = impl_->view.resolution->members(to);
  for (const NodeId raw_subject : impl_->view.resolution->members(from)) {
    for (const NodeId raw_object : objects) impl_->add_pair_ranges(raw_subject, raw_object, relations);
  }
}

void EdgeCursor::seek_all(std::span<const RelationChoice> relations) {
  impl_->reset({}, {});
  impl_->filter.assign(relations.begin(), relations.end());
  impl_->ranges.push_back({false, {}});
}

bool EdgeCursor::next() { return impl_->next(); }
const EdgeKey& EdgeCursor::key() const { return impl_->key; }
const EdgeKey& EdgeCursor::part() const { return impl_->raw; }
Edge EdgeCursor::edge() const { return impl_->edge(); }

NodeId EdgeCursor::other() const {
  const EdgeKey& key = impl_->key;
  return impl_->node && key.object == impl_->node ? key.subject : key.object;
}

EdgeCursor::Place EdgeCursor::place() const {
  const Impl::Range& range = impl_->ranges[impl_->at];
  return {static_cast<uint32_t>(impl_->at),
          range.in ? internal::edge_in_key(impl_->raw) : internal::edge_key(impl_->raw)};
}

void EdgeCursor::resume(const Place& place) {
  impl_->at = place.range;
  impl_->resume_after = place.key;
}

}  // namespace actant
