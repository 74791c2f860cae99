#include "graph/store/internal/edge_walk.h"

#include <algorithm>

#include "graph/store/internal/merged_sums.h"

namespace actant::internal {
namespace {

constexpr size_t kReadAhead = 4096;  // edges; the evidence of so many takes about half a megabyte

// Symmetric relations in the order of their values, for jumps in edges_in.
const std::vector<RelationType>& symmetric_relations() {
  static const std::vector<RelationType> list = [] {
    std::vector<RelationType> result;
    for (const RelationInfo& info : relations()) {
      if (info.symmetric) result.push_back(info.type);
    }
    return result;
  }();
  return list;
}

}  // namespace

EdgeWalk::EdgeWalk(const ReadView& view)
    : view_(view),
      originals_(view),
      out_(view, Family::kEdgesOut),
      in_(view, Family::kEdgesIn),
      once_(view, Family::kEdgesOnce),
      sums_(view, Family::kEdgesOnce),
      evidence_(view, Family::kEvidence) {}

void EdgeWalk::collect_out(NodeId raw) {
  const std::string prefix = node_key(raw);
  for (out_.seek(prefix); out_.valid() && out_.key().starts_with(prefix); out_.next()) {
    EdgeMember member;
    member.raw = decode_edge_key(out_.key());
    member.merged = merged_edge_key(view_, member.raw);
    if (member.merged.subject == member.merged.object) continue;
    member.aggregate = parse_value<EdgeAggregate>(out_.value(), "edges_out");
    if (view_.stories && once_.find(out_.key())) {
      member.aggregate = counted_once(view_, out_.key(), member.aggregate, once_.value());
    }
    member.known = true;
    members_.push_back(member);
  }
}

// Symmetric edges stand under the smaller node of layer 1, which need not be that of the smaller representative.
void EdgeWalk::collect_in(NodeId raw) {
  for (const RelationType relation : symmetric_relations()) {
    const std::string prefix = edge_prefix(raw, relation);
    for (in_.seek(prefix); in_.valid() && in_.key().starts_with(prefix); in_.next()) {
      EdgeMember member;
      member.raw = decode_edge_in_key(in_.key());
      member.merged = merged_edge_key(view_, member.raw);
      if (member.merged.subject != member.merged.object) members_.push_back(member);
    }
  }
}

// The members of all edges whose subject after resolution is `id`, sorted. `others`: its members but itself.
void EdgeWalk::collect(NodeId id, std::span<const NodeId> others) {
  members_.clear();
  const bool merged = !view_.resolution->decisions().empty();
  const auto collect_of = [&](NodeId raw) {
    collect_out(raw);
    if (merged) collect_in(raw);
  };
  collect_of(id);
  for (const NodeId raw : others) collect_of(raw);
  if (!merged) return;
  std::erase_if(members_, [&](const EdgeMember& member) { return member.merged.subject != id; });
  sort_members(members_);
}

void EdgeWalk::run(const std::function<bool(Members)>& visit) {
  const Resolution::Pairs& moved = view_.resolution->decisions();
  const Resolution::Pairs& membership = view_.resolution->membership();
  auto next_moved = moved.begin();
  auto next_member = membership.begin();
  std::vector<NodeId> others;
  view_.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view) {
        const NodeId id = decode_node_key(key);
        while (next_moved != moved.end() && next_moved->first < id) ++next_moved;
        if (next_moved != moved.end() && next_moved->first == id) return true;
        while (next_member != membership.end() && next_member->first < id) ++next_member;
        others.clear();
        for (; next_member != membership.end() && next_member->first == id; ++next_member) {
          others.push_back(next_member->second);
        }
        collect(id, others);
        ahead_begin_ = 0;
        ahead_.clear();
        for (size_t begin = 0, end = 0; begin < members_.size(); begin = end) {
          while (end < members_.size() && members_[end].merged == members_[begin].merged) ++end;
          if (reads_ahead_ && end > ahead_begin_ + ahead_.size()) read_ahead(begin);
          if (!visit(Members(members_).subspan(begin, end - begin))) return false;
        }
        return true;
      },
      &view_.snapshot);
}

void EdgeWalk::for_each(const std::function<bool(const Edge&)>& visit) {
  run([&](Members members) { return visit(make_edge(view_, members.front().merged, sum(members))); });
}

uint64_t EdgeWalk::count() {
  uint64_t total = 0;
  run([&](Members) { return ++total > 0; });
  return total;
}

EdgeAggregate EdgeWalk::sum(Members members) {
  if (members.size() == 1) {
    const EdgeMember& member = members.front();
    if (member.known) return member.aggregate;
    const std::string key = edge_key(member.raw);
    const auto bytes = view_.database.get(Family::kEdgesOut, key, &view_.snapshot);
    if (!bytes) throw CorruptData("edge " + member.raw.to_string() + " has no entry in edges_out");
    return counted_once(view_, key, parse_value<EdgeAggregate>(*bytes, "edges_out"));
  }
  if (view_.sums_kept) {
    const std::string key = merged_sum_key(members.front().merged);
    if (!sums_.find(key)) throw CorruptData("edge " + members.front().merged.to_string() + " has no kept sums");
    return parse_value<EdgeAggregate>(sums_.value(), "edges_once");
  }
  // Articles of several layer-1 edges may be the same ones, so their sums do not add: the evidence is read again.
  CountedOnce once(view_, &originals_);
  for (const EdgeMember& member : members) {
    for_each_evidence(member, [&](std::string_view key, std::string_view bytes) {
      once.add(decode_evidence_key(key), parse_value<EvidenceValue>(bytes, "evidence"));
    });
  }
  return once.sum();
}

// Of the members from `first` on, those of one edge together.
void EdgeWalk::read_ahead(size_t first) {
  size_t last = std::min(first + kReadAhead, members_.size());
  while (last < members_.size() && members_[last].merged == members_[last - 1].merged) ++last;
  ahead_begin_ = first;
  ahead_.assign(last - first, {});
  order_.clear();
  for (size_t i = first; i < last; ++i) {
    const auto same = [&](size_t other) { return members_[other].merged == members_[i].merged; };
    if (!(i > first && same(i - 1)) && !(i + 1 < last && same(i + 1))) continue;
    order_.emplace_back(edge_key(members_[i].raw), static_cast<uint32_t>(i - first));
  }
  std::sort(order_.begin(), order_.end());
  rows_.clear();
  row_bytes_.clear();
  for (const auto& [prefix, place] : order_) {
    Ahead& ahead = ahead_[place];
    ahead.first = static_cast<uint32_t>(rows_.size());
    for (evidence_.seek(prefix); evidence_.valid() && evidence_.key().starts_with(prefix); evidence_.next()) {
      const std::string_view key = evidence_.key(), value = evidence_.value();
      rows_.push_back({static_cast<uint32_t>(row_bytes_.size()), static_cast<uint32_t>(key.size()),
                       static_cast<uint32_t>(value.size())});
      row_bytes_ += key;
      row_bytes_ += value;
    }
    ahead.count = static_cast<uint32_t>(rows_.size()) - ahead.first;
  }
}

void EdgeWalk::for_each_evidence(const EdgeMember& member,
                                 const std::function<void(std::string_view, std::string_view)>& visit) {
  const size_t place = static_cast<size_t>(&member - members_.data()) - ahead_begin_;
  if (place < ahead_.size() && ahead_[place].count != kNotRead) {
    const std::string_view bytes(row_bytes_);
    for (size_t i = ahead_[place].first, end = i + ahead_[place].count; i < end; ++i) {
      const Row& row = rows_[i];
      visit(bytes.substr(row.key, row.key_size), bytes.substr(row.key + row.key_size, row.value_size));
    }
    return;
  }
  const std::string prefix = edge_key(member.raw);
  for (evidence_.seek(prefix); evidence_.valid() && evidence_.key().starts_with(prefix); evidence_.next()) {
    visit(evidence_.key(), evidence_.value());
  }
}

}  // namespace actant::internal
