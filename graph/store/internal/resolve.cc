#include "graph/store/internal/resolve.h"

#include <algorithm>
#include <map>

#include "graph/merge/name_key.h"
#include "graph/merge/office.h"
#include "graph/merge/resolver.h"
#include "graph/store/internal/article_counts.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/duplicates.h"
#include "graph/store/internal/edge_walk.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/stored_context.h"
#include "graph/store/internal/values.h"
#include "graph/store/internal/writer.h"

namespace actant::internal {
namespace {

constexpr const char* kResolved = "resolved";  // generation, nodes, edges, statements at the last resolution
constexpr size_t kMaxNames = 32;               // names of a node that the resolver compares, the most frequent ones

/// What the attributes of a node say besides its names.
struct OtherAttributes {
  std::map<std::string, uint64_t> countries, sectors, titles;

  void add(const AttributeKey& attribute, uint64_t count) {
    if (attribute.kind == AttributeKind::kCountry) countries[attribute.text] += count;
    if (attribute.kind == AttributeKind::kSector) sectors[attribute.text] += count;
    if (attribute.kind == AttributeKind::kTitle) titles[attribute.text] += count;
  }

  static std::string best(const std::map<std::string, uint64_t>& counts) {
    std::string result;
    uint64_t most = 0;
    for (const auto& [text, count] : counts) {
      if (count > most) {
        result = text;
        most = count;
      }
    }
    return result;
  }

  void describe(RawNode& node) const {
    node.country = best(countries);
    if (node.type() != EntityType::kPerson) return;
    for (const auto& [title, count] : titles) {
      const Office office = office_of(title);
      if (office.kind == Office::Kind::kExclusive) node.offices.push_back(office.key);
      if (office.kind == Office::Kind::kOccupation && node.occupation.empty()) node.occupation = office.key;
    }
    std::sort(node.offices.begin(), node.offices.end());
    node.offices.erase(std::unique(node.offices.begin(), node.offices.end()), node.offices.end());
    if (node.offices.empty() && node.occupation.empty()) node.occupation = occupation_of({}, best(sectors));
  }
};

// Leaves `attributes`, an iterator over the family, behind those of the node.
void read_attributes(const Database& database, rocksdb::Iterator& attributes, RawNode& node) {
  std::map<std::string, RawNode::Name> canonical, alias;
  OtherAttributes others;
  const std::string prefix = node_key(node.id);
  if (!attributes.Valid() || view(attributes.key()) < prefix) attributes.Seek(prefix);
  for (; attributes.Valid() && view(attributes.key()).starts_with(prefix); attributes.Next()) {
    const AttributeKey attribute = decode_attribute_key(view(attributes.key()));
    const uint64_t count = parse_counter(view(attributes.value()));
    others.add(attribute, count);
    if (!is_name(attribute.kind)) continue;
    const bool is_canonical = attribute.kind == AttributeKind::kCanonical;
    node.named = node.named || !is_canonical;
    std::string text = name_key(node.type(), attribute.text);
    RawNode::Name& name = (is_canonical ? canonical : alias)[text];
    name.key = std::move(text);
    name.count += count;
    name.canonical = is_canonical;
    name.stated = name.stated || attribute.kind == AttributeKind::kOtherName;
  }
  database.check_iterator(attributes);
  for (auto* names : {&canonical, &alias}) {
    const size_t begin = node.names.size();
    for (auto& [key, name] : *names) {
      if (names == &alias && canonical.contains(key)) continue;  // says nothing new
      node.names.push_back(std::move(name));
    }
    std::stable_sort(node.names.begin() + static_cast<std::ptrdiff_t>(begin), node.names.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    node.names.resize(std::min(node.names.size(), begin + kMaxNames));
  }
  node.names.shrink_to_fit();
  others.describe(node);
}

uint16_t year_of(PackedDate date) { return static_cast<uint16_t>(date >> 9); }

std::optional<RawNode> read_raw(const Database& database, rocksdb::Iterator& attributes, NodeId id,
                                std::string_view bytes) {
  RawNode node;
  node.id = id;
  const auto aggregate = parse_value<NodeAggregate>(bytes, "nodes");
  node.mentions = static_cast<uint64_t>(std::max<int64_t>(aggregate.mentions, 0));
  node.articles = static_cast<uint64_t>(std::max<int64_t>(aggregate.articles, 0));
  node.first_year = year_of(aggregate.dates.first);
  node.last_year = year_of(aggregate.dates.last);
  read_attributes(database, attributes, node);
  if (node.names.empty()) return std::nullopt;
  return node;
}

// Nodes and their attributes are sorted alike: one walk over both.
NodeTable read_nodes(const Database& database, ScratchSpace& space) {
  NodeTable nodes(&space);
  const auto attributes = database.iterator(Family::kAttributes);
  nodes.reserve(static_cast<size_t>(std::max(database.estimate_entries(Family::kNodes), 0.0)));
  database.scan(Family::kNodes, {}, [&](std::string_view key, std::string_view bytes) {
    const NodeId id = decode_node_key(key);
    if (id.type() == EntityType::kStatement) return true;
    if (const auto node = read_raw(database, *attributes, id, bytes)) nodes.add(*node);
    return true;
  });
  return nodes;
}

}  // namespace

std::optional<RawNode> read_raw_node(const Database& database, NodeId id) {
  const auto bytes = database.get(Family::kNodes, node_key(id));
  if (!bytes || id.type() == EntityType::kStatement) return std::nullopt;
  return read_raw(database, *database.iterator(Family::kAttributes), id, *bytes);
}

MergeStep compare_raw_nodes(const Database& database, NodeId a, NodeId b) {
  const auto left = read_raw_node(database, a), right = read_raw_node(database, b);
  if (!left || !right) return {a, b, {}};
  return compare_nodes(*left, *right, StoredContext(database));
}

uint64_t read_generation(const Database& database, const Database::Snapshot* snapshot) {
  const auto bytes = database.get(Family::kMeta, kGeneration, snapshot);
  return bytes ? parse_counter(*bytes) : 0;
}

std::shared_ptr<const Resolution> resolve_graph(Database& database, const OpenLemmas& lemmas,
                                                std::vector<Decision>& contradictions, const ResolveOptions& options) {
  StoreCounts counts;
  if (read_resolved_counts(database, counts)) return nullptr;
  const uint64_t now = read_generation(database);
  ResolverInput input;
  input.threshold = options.threshold;
  input.decisions = read_decisions(database);
  input.for_each_known = [&](const std::function<void(KnownEntity)>& take) {
    for_each_known(database, [&](KnownEntity entity) {
      take(std::move(entity));
      return true;
    });
  };
  StepWriter steps(database);
  input.take_step = [&](const MergeStep& step) { steps.add(step); };
  // Before the rest, which needs the memory then.
  {
    const auto duplicates = find_duplicates(database);
    write_duplicates(database, duplicates, database.get(Family::kMeta, kCountDuplicates).has_value());
    counts.near_duplicates = duplicates.size();
  }
  ResolverOutput output;
  {
    ScratchSpace space(database.directory(), options.resident_bytes);
    output = resolve_nodes(read_nodes(database, space), StoredContext(database, &space), input);
  }
  steps.finish();
  const auto before = Resolution::load(database);
  contradictions = std::move(output.contradictions);
  std::vector<Resolution::Named> renamed;
  for (const Decision& decision : input.decisions) {
    if (decision.kind == Decision::Kind::kRename && decision.a.id) renamed.emplace_back(decision.a.id, decision.text);
  }
  rocksdb::WriteBatch batch;
  write_links(database, output.known, batch);
  auto after = std::make_shared<const Resolution>(std::move(output.representatives), std::move(renamed),
                                                  std::move(output.known));
  {
    const ReadView view(database, lemmas, after, database.get(Family::kMeta, kStories).has_value());
    count_nodes(view, counts);
    counts.edges = write_merged_sums(database, view, now, batch);
    write_article_counts(view, batch);
  }
  write_resolution(database, *before, *after, has_members(database), batch);
  std::string value;
  for (const uint64_t number : {now, counts.nodes, counts.edges, counts.statements, counts.near_duplicates}) {
    put_u64(value, number);
  }
  check(batch.Put(database.handle(Family::kMeta), kResolved, value), "cannot resolve");
  database.write(batch);
  return after;
}

bool read_resolved_counts(const Database& database, StoreCounts& counts, const Database::Snapshot* snapshot) {
  const auto bytes = database.get(Family::kMeta, kResolved, snapshot);
  if (!bytes) return false;
  Decoder in(*bytes);
  const uint64_t resolved = in.u64();
  counts.nodes = in.u64();
  counts.edges = in.u64();
  counts.statements = in.u64();
  // Graphs that were resolved before this was counted do not tell it.
  counts.near_duplicates = in.left() > 0 ? in.u64() : count_duplicates(database, snapshot);
  if (!in.ok()) throw CorruptData("the counts of the graph cannot be read");
  return resolved == read_generation(database, snapshot);
}

void count_resolved(const ReadView& view, StoreCounts& counts) {
  count_nodes(view, counts);
  counts.edges = EdgeWalk(view).count();
}

void count_nodes(const ReadView& view, StoreCounts& counts) {
  counts.nodes = counts.statements = 0;
  view.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view) {
        const NodeId id = decode_node_key(key);
        if (view.representative(id) == id) ++counts.nodes;
        if (id.type() == EntityType::kStatement) ++counts.statements;
        return true;
      },
      &view.snapshot);
}

}  // namespace actant::internal
