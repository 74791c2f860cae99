#include "graph/store/internal/resolve.h"

#include <algorithm>
#include <map>

#include "graph/merge/name_key.h"
#include "graph/merge/resolver.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_reader.h"
#include "graph/store/internal/values.h"
#include "graph/store/internal/writer.h"

namespace actant::internal {
namespace {

constexpr const char* kResolved = "resolved";  // generation, nodes, edges, statements at the last resolution
constexpr size_t kMaxNames = 32;               // names of a node that the resolver compares, the most frequent ones
constexpr size_t kMaxNeighbors = 2000;

uint64_t generation(const Database& database) {
  const auto bytes = database.get(Family::kMeta, kGeneration);
  return bytes ? parse_counter(*bytes) : 0;
}

void read_names(const Database& database, RawNode& node) {
  std::map<std::string, RawNode::Name> canonical, alias;
  std::map<std::string, uint64_t> countries;
  database.scan(Family::kAttributes, node_key(node.id), [&](std::string_view key, std::string_view value) {
    const AttributeKey attribute = decode_attribute_key(key);
    const uint64_t count = parse_counter(value);
    if (attribute.kind == AttributeKind::kCountry) countries[attribute.text] += count;
    if (!is_name(attribute.kind)) return true;
    const bool is_canonical = attribute.kind == AttributeKind::kCanonical;
    node.named = node.named || !is_canonical;
    std::string text = name_key(node.type(), attribute.text);
    RawNode::Name& name = (is_canonical ? canonical : alias)[text];
    name.key = std::move(text);
    name.count += count;
    name.canonical = is_canonical;
    name.stated = name.stated || attribute.kind == AttributeKind::kOtherName;
    return true;
  });
  for (auto* names : {&canonical, &alias}) {
    const size_t begin = node.names.size();
    for (auto& [key, name] : *names) node.names.push_back(std::move(name));
    std::stable_sort(node.names.begin() + static_cast<std::ptrdiff_t>(begin), node.names.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    node.names.resize(std::min(node.names.size(), begin + kMaxNames));
  }
  uint64_t best = 0;
  for (const auto& [country, count] : countries) {
    if (count > best) {
      node.country = country;
      best = count;
    }
  }
}

std::vector<RawNode> read_nodes(const Database& database) {
  std::vector<RawNode> nodes;
  database.scan(Family::kNodes, {}, [&](std::string_view key, std::string_view bytes) {
    RawNode node;
    node.id = decode_node_key(key);
    if (node.type() == EntityType::kStatement) return true;
    const auto aggregate = parse_value<NodeAggregate>(bytes, "nodes");
    node.mentions = static_cast<uint64_t>(std::max<int64_t>(aggregate.mentions, 0));
    node.articles = static_cast<uint64_t>(std::max<int64_t>(aggregate.articles, 0));
    read_names(database, node);
    if (!node.names.empty()) nodes.push_back(std::move(node));
    return true;
  });
  return nodes;
}

std::vector<NodeId> read_neighbors(const Database& database, NodeId node) {
  std::vector<NodeId> result;
  const auto read = [&](Family family, size_t limit) {
    database.scan(family, node_key(node), [&](std::string_view key, std::string_view) {
      const EdgeKey edge = decode_edge_key(key);  // edges_in: the object stands first, as the subject does here
      if (edge.object.type() != EntityType::kStatement) result.push_back(edge.object);
      return result.size() < limit;
    });
  };
  read(Family::kEdgesOut, kMaxNeighbors);
  read(Family::kEdgesIn, 2 * kMaxNeighbors);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace

std::shared_ptr<const Resolution> resolve_graph(Database& database, const OpenLemmas& lemmas) {
  StoreCounts counts;
  if (read_resolved_counts(database, counts)) return nullptr;
  const uint64_t now = generation(database);
  const auto before = Resolution::load(database);
  auto after = std::make_shared<const Resolution>(
      resolve_nodes(read_nodes(database), [&](NodeId node) { return read_neighbors(database, node); }));
  write_duplicates(database, find_duplicates(database), database.get(Family::kMeta, kCountDuplicates).has_value());
  count_resolved(ReadView(database, lemmas, after, false), counts);
  rocksdb::WriteBatch batch;
  write_resolution(database, *before, *after, batch);
  std::string value;
  for (const uint64_t number : {now, counts.nodes, counts.edges, counts.statements}) put_u64(value, number);
  check(batch.Put(database.handle(Family::kMeta), kResolved, value), "cannot resolve");
  database.write(batch);
  return after;
}

bool read_resolved_counts(const Database& database, StoreCounts& counts) {
  const auto bytes = database.get(Family::kMeta, kResolved);
  if (!bytes) return false;
  Decoder in(*bytes);
  const uint64_t resolved = in.u64();
  counts.nodes = in.u64();
  counts.edges = in.u64();
  counts.statements = in.u64();
  if (!in.ok()) throw CorruptData("the counts of the graph cannot be read");
  return resolved == generation(database);
}

void count_resolved(const ReadView& view, StoreCounts& counts) {
  counts.nodes = counts.edges = counts.statements = 0;
  view.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view) {
        const NodeId id = decode_node_key(key);
        if (view.representative(id) == id) ++counts.nodes;
        if (id.type() == EntityType::kStatement) ++counts.statements;
        return true;
      },
      &view.snapshot);
  counts.edges = EdgeReader(view).count();
}

}  // namespace actant::internal
