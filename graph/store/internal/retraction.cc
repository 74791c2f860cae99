#include <algorithm>
#include <set>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/read_view.h"
#include "graph/store/internal/writer.h"

namespace actant::internal {
namespace {

void ensure(const rocksdb::Status& status) { check(status, "cannot collect the writes of an article"); }

// The dates that are left when `gone` is taken out: those of `now`, unless one end of it may have been that of `gone`.
// `visit_rest` calls its argument for the dates of everything else until this returns false.
template <typename VisitRest>
DateRange dates_without(DateRange now, DateRange gone, const VisitRest& visit_rest) {
  if (gone.first > now.first && gone.last < now.last) return now;
  if (gone.first == 0 && gone.last == 0) return now;
  DateRange rest;
  visit_rest([&](DateRange dates) {
    rest.add(dates);
    return rest != now;  // both ends are still there: no need to read on
  });
  return rest;
}

}  // namespace

Retraction::Removed Retraction::retract(const Contribution& old) {
  Removed removed;
  for (const auto& part : old.edges) removed.evidence += retract_edge(old, part.key);
  for (const auto& part : old.nodes) {
    removed.mentions += part.mentions;
    retract_node(old, part);
    retract_attributes(part);
  }
  drop_prefix(Family::kSentences, article_key(old.article));
  return removed;
}

void Retraction::drop_prefix(Family family, std::string_view prefix) {
  database_.scan(family, prefix, [&](std::string_view key, std::string_view) {
    ensure(batch_.Delete(database_.handle(family), slice(key)));
    return true;
  });
}

void Retraction::retract_node(const Contribution& old, const Contribution::NodePart& part) {
  const std::string key = node_key(part.node);
  const std::string mention = mention_key(part.node, old.article);
  const auto stored = database_.get(Family::kNodes, key);
  const auto own = database_.get(Family::kMentions, mention);
  if (!stored || !own)
    throw CorruptData("node " + part.node.to_string() + " of article " + old.article.to_string() + " is missing");
  auto aggregate = parse_value<NodeAggregate>(*stored, "nodes");
  const PackedDate published = parse_value<MentionValue>(*own, "mentions").published;
  aggregate.mentions -= static_cast<int64_t>(part.mentions);
  aggregate.articles -= 1;
  ensure(batch_.Delete(database_.handle(Family::kMentions), mention));
  if (part.node.type() == EntityType::kStatement) ensure(batch_.Delete(database_.handle(Family::kStatements), mention));
  if (aggregate.articles <= 0) {
    ensure(batch_.Delete(database_.handle(Family::kNodes), key));
    return;
  }
  aggregate.dates = dates_without(aggregate.dates, {published, published}, [&](const auto& visit) {
    database_.scan(Family::kMentions, key, [&](std::string_view other, std::string_view value) {
      if (other == mention) return true;
      const PackedDate date = parse_value<MentionValue>(value, "mentions").published;
      return visit(DateRange{date, date});
    });
  });
  std::string bytes;
  aggregate.append_to(bytes);
  ensure(batch_.Put(database_.handle(Family::kNodes), key, bytes));
}

void Retraction::retract_attributes(const Contribution::NodePart& part) {
  std::vector<std::string> gone;
  for (const auto& attribute : part.attributes) {
    const std::string key = attribute_key(part.node, attribute.kind, attribute.text);
    const auto stored = database_.get(Family::kAttributes, key);
    const uint64_t count = stored ? parse_counter(*stored) : 0;
    if (count > attribute.count) {
      std::string bytes;
      put_u64(bytes, count - attribute.count);
      ensure(batch_.Put(database_.handle(Family::kAttributes), key, bytes));
    } else {
      ensure(batch_.Delete(database_.handle(Family::kAttributes), key));
      if (is_name(attribute.kind)) gone.push_back(key);
    }
  }
  if (!gone.empty()) drop_names(part.node, gone);
}

// An entry of the name index stays while another name of the node leads to it.
void Retraction::drop_names(NodeId node, const std::vector<std::string>& gone) {
  std::set<std::string> kept;
  std::set<std::string> dropped;
  database_.scan(Family::kAttributes, node_key(node), [&](std::string_view key, std::string_view) {
    const AttributeKey attribute = decode_attribute_key(key);
    if (!is_name(attribute.kind)) return true;
    const bool stays = std::find(gone.begin(), gone.end(), key) == gone.end();
    for (std::string& entry : name_entries(node, attribute.text)) (stays ? kept : dropped).insert(std::move(entry));
    return true;
  });
  for (const std::string& entry : dropped) {
    if (!kept.contains(entry)) ensure(batch_.Delete(database_.handle(Family::kNames), entry));
  }
}

uint64_t Retraction::retract_edge(const Contribution& old, const EdgeKey& key) {
  const std::string edge = edge_key(key);
  const std::string own = evidence_prefix(key, old.published(), old.article);
  std::vector<EvidenceValue> evidence;
  database_.scan(Family::kEvidence, own, [&](std::string_view entry, std::string_view value) {
    evidence.push_back(parse_value<EvidenceValue>(value, "evidence"));
    ensure(batch_.Delete(database_.handle(Family::kEvidence), slice(entry)));
    return true;
  });
  const auto stored = database_.get(Family::kEdgesOut, edge);
  if (!stored) throw CorruptData("edge " + key.to_string() + " of article " + old.article.to_string() + " is missing");
  auto aggregate = parse_value<EdgeAggregate>(*stored, "edges_out");
  const EdgeAggregate lost = aggregate_of(evidence, old.published());
  aggregate.articles -= lost.articles;
  aggregate.statements -= lost.statements;
  aggregate.attributed -= lost.attributed;
  aggregate.doubt -= lost.doubt;
  if (aggregate.articles <= 0) {
    ensure(batch_.Delete(database_.handle(Family::kEdgesOut), edge));
    ensure(batch_.Delete(database_.handle(Family::kEdgesIn), edge_in_key(key)));
    return evidence.size();
  }
  aggregate.dates = dates_without(aggregate.dates, lost.dates, [&](const auto& visit) {
    database_.scan(Family::kEvidence, edge, [&](std::string_view entry, std::string_view value) {
      if (entry.starts_with(own)) return true;
      return visit(parse_value<EvidenceValue>(value, "evidence").dates(decode_evidence_key(entry).published));
    });
  });
  std::string bytes;
  aggregate.append_to(bytes);
  ensure(batch_.Put(database_.handle(Family::kEdgesOut), edge, bytes));
  ensure(batch_.Put(database_.handle(Family::kEdgesIn), edge_in_key(key), bytes));
  return evidence.size();
}

}  // namespace actant::internal
