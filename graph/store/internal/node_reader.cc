#include "graph/store/internal/node_reader.h"

#include <algorithm>
#include <map>

#include "graph/merge/known_names.h"
#include "graph/merge/name_key.h"
#include "graph/store/internal/article_counts.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/forward_iterator.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/values.h"

namespace actant::internal {
namespace {

// By count, then longer, then byte order.
bool better(const std::pair<std::string, uint64_t>& a, const std::pair<std::string, uint64_t>& b) {
  if (a.second != b.second) return a.second > b.second;
  if (a.first.size() != b.first.size()) return a.first.size() > b.first.size();
  return a.first < b.first;
}

std::string best_of(const std::map<std::string, uint64_t>& counts) {
  std::pair<std::string, uint64_t> best;
  for (const auto& entry : counts) {
    if (best.second == 0 || better({entry.first, entry.second}, best)) best = {entry.first, entry.second};
  }
  return best.first;
}

bool is_acronym(std::string_view name) {
  return name.size() <= 8 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '&';
         });
}

/// What the attributes of all members say.
struct Attributes {
  std::map<std::string, uint64_t> canonical, aliases, countries, sectors;

  void add(const AttributeKey& key, uint64_t count) {
    switch (key.kind) {
      case AttributeKind::kCanonical: canonical[key.text] += count; break;
      case AttributeKind::kAlias:
      case AttributeKind::kOtherName: aliases[key.text] += count; break;
      case AttributeKind::kCountry: countries[key.text] += count; break;
      case AttributeKind::kSector: sectors[key.text] += count; break;
      case AttributeKind::kTitle: break;
    }
  }
};

std::vector<Alias> sorted_aliases(const Attributes& attributes, const std::string& name) {
  Counted list;
  for (const auto& [text, count] : attributes.aliases) {
    if (text != name) list.emplace_back(text, count);
  }
  for (const auto& [text, count] : attributes.canonical) {
    // A best name that no mention bears comes from a record without offsets.
    if (text != name && !attributes.aliases.contains(text)) list.emplace_back(text, count);
  }
  std::sort(list.begin(), list.end(), better);
  std::vector<Alias> aliases;
  for (auto& [text, count] : list) aliases.push_back({std::move(text), count});
  return aliases;
}

}  // namespace

uint64_t parse_counter(std::string_view bytes) {
  Decoder in(bytes);
  const uint64_t value = in.u64();
  if (!in.ok() || !in.done()) throw CorruptData("a counter cannot be read");
  return value;
}

std::string choose_name(EntityType type, const Counted& names) {
  const auto words = [](const std::string& name) { return 1 + std::count(name.begin(), name.end(), ' '); };
  const bool person = type == EntityType::kPerson;
  bool full_exists = false;
  // "Nato" is not the full name of what is mostly written NATO.
  const auto is_spoken_acronym = [&](const std::pair<std::string, uint64_t>& own) {
    return std::any_of(names.begin(), names.end(), [&](const auto& entry) {
      const auto& [name, count] = entry;
      return is_acronym(name) && count >= own.second && name.size() == own.first.size() &&
             std::equal(own.first.begin(), own.first.end(), name.begin(),
                        [](char a, char b) { return a == b || (a >= 'a' && a <= 'z' && a - 'a' + 'A' == b); });
    });
  };
  const auto is_full = [&](const auto& entry) { return person ? words(entry.first) > 1 : !is_spoken_acronym(entry); };
  for (const auto& entry : names) full_exists = full_exists || is_full(entry);
  const std::pair<std::string, uint64_t>* best = nullptr;
  for (const auto& entry : names) {
    if (full_exists && !is_full(entry)) continue;
    if (!best || better(entry, *best)) best = &entry;
  }
  if (!best) return {};
  if (type == EntityType::kPlace) {
    if (const auto country = known_country(fold_name(best->first))) return std::string(country->name);
  }
  return best->first;
}

std::optional<Node> NodeReader::read(NodeId id) const { return read_representative(view_.representative(id)); }

std::optional<Node> NodeReader::read_member(NodeId id) const { return read_sum(id, {id}); }

std::optional<Node> NodeReader::read_representative(NodeId id) const {
  auto node = read_sum(id, view_.resolution->members(id));
  if (node && node->type != EntityType::kStatement) {
    if (const std::string* name = view_.resolution->renamed(id)) {
      node->aliases.insert(node->aliases.begin(), {node->name, node->mentions});
      std::erase_if(node->aliases, [&](const Alias& alias) { return alias.name == *name; });
      node->name = *name;
    }
    add_known(*node);
  }
  return node;
}

// What is known of the node beyond the articles.
void NodeReader::add_known(Node& node) const {
  if (const auto id = view_.resolution->known(node.id)) {
    node.same_as.push_back(entity_iri(*id));
    if (const auto entity = read_known(view_.database, *id, &view_.snapshot)) {
      node.same_as.insert(node.same_as.end(), entity->same_as.begin(), entity->same_as.end());
    }
  }
  if (node.type == EntityType::kPlace) {
    const std::string folded = fold_name(node.name);
    if (const auto country = known_country(folded)) {
      if (country->iso3 == node.actor_country) node.coordinates = country_coordinates(country->iso3);
    } else {
      const auto& cities = known_cities(name_key(EntityType::kPlace, node.name));
      for (const KnownCity& city : cities) {
        // Without a country only a name that one country has.
        if (node.actor_country == city.iso3 || (node.actor_country.empty() && cities.size() == 1)) {
          node.same_as.push_back(entity_iri("geonames:" + std::string(city.geonames)));
          node.coordinates = city.coordinates;
        }
      }
    }
  }
  std::sort(node.same_as.begin(), node.same_as.end());
  node.same_as.erase(std::unique(node.same_as.begin(), node.same_as.end()), node.same_as.end());
}

std::optional<Node> NodeReader::read_sum(NodeId id, const std::vector<NodeId>& members) const {
  Node node;
  node.id = id;
  node.type = id.type();
  NodeAggregate sum;
  Attributes attributes;
  size_t present = 0;
  int64_t own_articles = 0;
  for (const NodeId member : members) {
    const auto bytes = aggregate(member);
    if (!bytes) continue;
    ++present;
    const auto aggregated = parse_value<NodeAggregate>(*bytes, "nodes");
    sum.add(aggregated);
    if (member == id) own_articles = aggregated.articles;
    if (node.type == EntityType::kStatement) continue;
    scan(Family::kAttributes, member, [&](std::string_view key, std::string_view value) {
      attributes.add(decode_attribute_key(key), parse_counter(value));
    });
  }
  if (present == 0) return std::nullopt;
  node.mentions = static_cast<uint64_t>(std::max<int64_t>(sum.mentions, 0));
  node.articles = static_cast<uint32_t>(sum.articles);
  if (present > 1) {
    const auto kept = own_articles < kLeastKeptArticles ? std::nullopt : read_article_count(view_, id, members.size());
    node.articles = kept ? *kept : distinct_articles(members);
  }
  node.first_date = unpack_date(sum.dates.first);
  node.last_date = unpack_date(sum.dates.last);
  if (node.type == EntityType::kStatement) {
    read_statement(node);
    return node;
  }
  node.name = choose_name(node.type, Counted(attributes.canonical.begin(), attributes.canonical.end()));
  node.aliases = sorted_aliases(attributes, node.name);
  node.actor_country = best_of(attributes.countries);
  node.sector = best_of(attributes.sectors);
  if (node.type == EntityType::kPlace && node.actor_country.empty()) {
    if (const auto country = known_country(fold_name(node.name))) node.actor_country = country->iso3;
  }
  return node;
}

void NodeReader::read_statement(Node& node) const {
  scan(Family::kStatements, node.id, [&](std::string_view, std::string_view bytes) {
    const auto value = parse_value<StatementValue>(bytes, "statements");
    if (node.statement_text.empty()) node.statement_text = value.text;
    for (const NodeId about : value.about) node.about.push_back(view_.representative(about));
  });
  std::sort(node.about.begin(), node.about.end());
  node.about.erase(std::unique(node.about.begin(), node.about.end()), node.about.end());
  node.name = node.statement_text;
}

uint32_t NodeReader::distinct_articles(const std::vector<NodeId>& members) const {
  std::vector<ArticleId> articles;
  for (const NodeId member : members) {
    scan(Family::kMentions, member,
         [&](std::string_view key, std::string_view) { articles.push_back(decode_mention_key(key).article); });
  }
  std::sort(articles.begin(), articles.end());
  return static_cast<uint32_t>(std::unique(articles.begin(), articles.end()) - articles.begin());
}

uint32_t NodeReader::articles(NodeId id) const {
  uint32_t sum = 0;
  for (const NodeId member : view_.resolution->members(view_.representative(id))) {
    if (const auto bytes = view_.database.get(Family::kNodes, node_key(member), &view_.snapshot)) {
      sum += static_cast<uint32_t>(parse_value<NodeAggregate>(*bytes, "nodes").articles);
    }
  }
  return sum;
}

struct NodeReader::Walk {
  explicit Walk(const ReadView& view)
      : nodes(view, Family::kNodes),
        attributes(view, Family::kAttributes),
        mentions(view, Family::kMentions),
        statements(view, Family::kStatements) {}
  ForwardIterator nodes, attributes, mentions, statements;
};

NodeReader::NodeReader(const ReadView& view) : view_(view) {}
NodeReader::~NodeReader() = default;

// The entries of one node.
void NodeReader::scan(Family family, NodeId node, const Visitor& visit) const {
  const std::string prefix = node_key(node);
  if (!walk_) {
    view_.database.scan(
        family, prefix,
        [&](std::string_view key, std::string_view value) {
          visit(key, value);
          return true;
        },
        &view_.snapshot);
    return;
  }
  ForwardIterator& it = family == Family::kAttributes ? walk_->attributes
                        : family == Family::kMentions ? walk_->mentions
                                                      : walk_->statements;
  for (it.seek(prefix); it.valid() && it.key().starts_with(prefix); it.next()) visit(it.key(), it.value());
}

std::optional<std::string> NodeReader::aggregate(NodeId member) const {
  const std::string key = node_key(member);
  if (!walk_) return view_.database.get(Family::kNodes, key, &view_.snapshot);
  return walk_->nodes.find(key) ? std::optional<std::string>(walk_->nodes.value()) : std::nullopt;
}

void NodeReader::for_each(const std::function<bool(const Node&)>& visit) {
  walk_ = std::make_unique<Walk>(view_);
  view_.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view) {
        const NodeId id = decode_node_key(key);
        if (view_.representative(id) != id) return true;
        const auto node = read_representative(id);
        return !node || visit(*node);
      },
      &view_.snapshot);
  walk_ = nullptr;
}

}  // namespace actant::internal
