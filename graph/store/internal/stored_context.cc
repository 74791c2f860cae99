#include "graph/store/internal/stored_context.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/forward_iterator.h"
#include "graph/store/internal/keys.h"
#include "graph/store/internal/values.h"

namespace actant::internal {
namespace {

constexpr size_t kMaxNeighbors = 2000;
constexpr size_t kCoveredArticles = 8;  // of a node, whose dates and publishers are looked at
constexpr size_t kMaxArticles = 200;    // of a node, when it is asked what it shares with another

/// Visits the keys of a family that begin with a node until `visit` returns false; jumps.
class KeysOfNode {
 public:
  KeysOfNode(const Database& database, rocksdb::Iterator& it) : database_(database), it_(it) {}
  template <typename Visit>
  void operator()(NodeId node, const Visit& visit) const {
    const std::string prefix = node_key(node);
    for (it_.Seek(prefix); it_.Valid() && view(it_.key()).starts_with(prefix); it_.Next()) {
      if (!visit(view(it_.key()))) return;
    }
    database_.check_iterator(it_);
  }

 private:
  const Database& database_;
  rocksdb::Iterator& it_;
};

/// The same for nodes in order; steps.
class KeysOfNextNode {
 public:
  KeysOfNextNode(const Database& database, Family family) : it_(database, family) {}
  template <typename Visit>
  void operator()(NodeId node, const Visit& visit) {
    const std::string prefix = node_key(node);
    for (bool there = it_.seek(prefix); there && it_.key().starts_with(prefix); there = it_.valid()) {
      if (!visit(it_.key())) return;
      it_.next();
    }
  }

 private:
  ForwardIterator it_;
};

// Days since 1970 of `2024-01-02...`; nullopt for a date that does not say the day.
std::optional<int64_t> day_number(std::string_view date) {
  const auto number = [&](size_t begin, size_t size) {
    unsigned value = 0;
    const auto end = date.data() + begin + size;
    return std::from_chars(date.data() + begin, end, value).ptr == end ? value : 0;
  };
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(number(0, 4))),
                                        std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)));
  if (!day.ok()) return std::nullopt;
  return std::chrono::sys_days(day).time_since_epoch().count();
}

// Sorted, without doubles, behind what `result` holds from `begin` on.
template <typename OutKeys, typename InKeys, typename Vector>
void append_neighbors(NodeId node, OutKeys&& out, InKeys&& in, Vector& result) {
  const size_t begin = result.size();
  const auto read = [&](auto&& keys, size_t limit) {
    keys(node, [&](std::string_view key) {
      const EdgeKey edge = decode_edge_key(key);  // edges_in: the object stands first, as the subject does here
      if (edge.object.type() != EntityType::kStatement && edge.relation != RelationType::kAlsoKnownAs) {
        result.push_back(edge.object);
      }
      return result.size() - begin < limit;
    });
  };
  read(out, kMaxNeighbors);
  read(in, 2 * kMaxNeighbors);
  const auto first = result.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, result.end());
  result.erase(std::unique(first, result.end()), result.end());
}

template <typename Keys, typename Vector>
void append_articles(NodeId node, Keys&& keys, Vector& result) {
  const size_t begin = result.size();
  keys(node, [&](std::string_view key) {
    result.push_back(decode_mention_key(key).article);
    return result.size() - begin < kMaxArticles;
  });
}

}  // namespace

StoredContext::StoredContext(const Database& database, ScratchSpace* space)
    : database_(database),
      out_(database.prefix_iterator(Family::kEdgesOut)),
      in_(database.prefix_iterator(Family::kEdgesIn)),
      mentions_(database.prefix_iterator(Family::kMentions)),
      ahead_(space) {}

void StoredContext::read_ahead(std::span<const NodeId> nodes) const {
  ahead_.nodes.clear();
  ahead_.neighbors.clear();
  ahead_.articles.clear();
  KeysOfNextNode out(database_, Family::kEdgesOut), in(database_, Family::kEdgesIn),
      mentions(database_, Family::kMentions);
  for (const NodeId node : nodes) {
    append_neighbors(node, out, in, ahead_.neighbors);
    append_articles(node, mentions, ahead_.articles);
    ahead_.nodes.push_back({node, ahead_.neighbors.size(), ahead_.articles.size()});
  }
}

const StoredContext::Around* StoredContext::find_ahead(NodeId node) const {
  const auto it = std::lower_bound(ahead_.nodes.begin(), ahead_.nodes.end(), node,
                                   [](const Around& around, NodeId id) { return around.node < id; });
  return it != ahead_.nodes.end() && it->node == node ? &*it : nullptr;
}

std::span<const NodeId> StoredContext::neighbors_ahead(const Around& around) const {
  const size_t begin = &around == ahead_.nodes.data() ? 0 : (&around - 1)->neighbors_end;
  return std::span<const NodeId>(ahead_.neighbors).subspan(begin, around.neighbors_end - begin);
}

std::span<const ArticleId> StoredContext::articles_ahead(const Around& around) const {
  const size_t begin = &around == ahead_.nodes.data() ? 0 : (&around - 1)->articles_end;
  return std::span<const ArticleId>(ahead_.articles).subspan(begin, around.articles_end - begin);
}

std::vector<NodeId> StoredContext::neighbors(NodeId node) const {
  if (const Around* around = find_ahead(node)) {
    const auto found = neighbors_ahead(*around);
    return {found.begin(), found.end()};
  }
  std::vector<NodeId> result;
  append_neighbors(node, KeysOfNode(database_, *out_), KeysOfNode(database_, *in_), result);
  return result;
}

std::vector<ArticleId> StoredContext::articles(NodeId node) const {
  if (const Around* around = find_ahead(node)) {
    const auto found = articles_ahead(*around);
    return {found.begin(), found.end()};
  }
  std::vector<ArticleId> result;
  append_articles(node, KeysOfNode(database_, *mentions_), result);
  return result;
}

std::vector<NodeId> StoredContext::relatives(NodeId node) const {
  std::vector<NodeId> result;
  for (rocksdb::Iterator* edges : {out_.get(), in_.get()}) {
    size_t seen = 0;
    KeysOfNode(database_, *edges)(node, [&](std::string_view key) {
      const EdgeKey edge = decode_edge_key(key);
      const bool said =
          edge.relation == RelationType::kRelatedTo && !edge.negated && edge.modality == Modality::kActual;
      if (said) result.push_back(edge.object);
      return ++seen < kMaxNeighbors;
    });
  }
  return result;
}

StoredContext::Coverage StoredContext::coverage(NodeId node) const {
  Coverage result;
  std::vector<ArticleId> list = articles(node);
  list.resize(std::min(list.size(), kCoveredArticles));
  for (const ArticleId article : list) {
    const auto bytes = database_.get(Family::kArticles, article_key(article));
    if (!bytes) continue;
    const auto value = parse_value<ArticleValue>(*bytes, "articles");
    if (const auto day = day_number(value.info.date)) result.days.push_back(*day);
    if (!value.info.source.empty()) result.sources.push_back(value.info.source);
  }
  return result;
}

ResolverContext::Nearness StoredContext::nearness(NodeId a, NodeId b) const {
  const Coverage left = coverage(a), right = coverage(b);
  Nearness result;
  for (const std::string& source : left.sources) {
    result.same_source =
        result.same_source || std::find(right.sources.begin(), right.sources.end(), source) != right.sources.end();
  }
  for (const int64_t day : left.days) {
    for (const int64_t other : right.days) {
      const auto days = static_cast<uint32_t>(std::abs(day - other));
      if (!result.days || days < *result.days) result.days = days;
    }
  }
  return result;
}

uint32_t StoredContext::together(NodeId a, NodeId b) const {
  std::vector<ArticleId> fewer = articles(a), more = articles(b);
  const bool left_fewer = fewer.size() <= more.size();
  if (!left_fewer) fewer.swap(more);
  uint32_t count = 0;
  for (const ArticleId article : fewer) {  // both in order
    if (more.size() < kMaxArticles) {      // all of them
      count += std::binary_search(more.begin(), more.end(), article) ? 1 : 0;
    } else {
      count += database_.get(Family::kMentions, mention_key(left_fewer ? b : a, article)) ? 1 : 0;
    }
  }
  return count;
}

}  // namespace actant::internal
