#include "graph/store/internal/edge_walk.h"

#include <algorithm>

namespace actant::internal {
namespace {

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
        for (size_t begin = 0, end = 0; begin < members_.size(); begin = end) {
          while (end < members_.size() && members_[end].merged == members_[begin].merged) ++end;
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
  // Articles of several layer-1 edges may be the same ones, so their sums do not add: the evidence is read again.
  CountedOnce once(view_, &originals_);
  for (const EdgeMember& member : members) {
    for_each_evidence(member, [&](std::string_view key, std::string_view bytes) {
      once.add(decode_evidence_key(key), parse_value<EvidenceValue>(bytes, "evidence"));
    });
  }
  return once.sum();
}

void EdgeWalk::for_each_evidence(const EdgeMember& member,
                                 const std::function<void(std::string_view, std::string_view)>& visit) {
  const std::string prefix = edge_key(member.raw);
  for (evidence_.seek(prefix); evidence_.valid() && evidence_.key().starts_with(prefix); evidence_.next()) {
    visit(evidence_.key(), evidence_.value());
  }
}

}  // namespace actant::internal
