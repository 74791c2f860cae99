#include "graph/store/internal/article_counts.h"

#include <rocksdb/write_batch.h>

#include <vector>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/keys.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"
#include "graph/store/internal/values.h"

namespace actant::internal {

std::string article_count_key(NodeId representative) { return "a" + node_key(representative); }

ArticleCount parse_article_count(std::string_view bytes) {
  Decoder in(bytes);
  ArticleCount count;
  count.members = in.varint();
  count.articles = static_cast<uint32_t>(in.varint());
  if (!in.ok() || !in.done()) throw CorruptData("a number of articles in joins cannot be read");
  return count;
}

void write_article_counts(const ReadView& view, rocksdb::WriteBatch& batch) {
  auto* family = view.database.handle(Family::kJoins);
  check(batch.DeleteRange(family, slice("a"), slice("b")), "cannot write the numbers of articles");
  const NodeReader reader(view);
  view.database.scan(
      Family::kNodes, {},
      [&](std::string_view key, std::string_view bytes) {
        const NodeId id = decode_node_key(key);
        if (id.type() == EntityType::kStatement) return true;
        if (parse_value<NodeAggregate>(bytes, "nodes").articles < kLeastKeptArticles) return true;
        if (view.representative(id) != id || view.resolution->is_alone(id)) return true;
        const std::vector<NodeId> members = view.resolution->members(id);
        std::string value;
        put_varint(value, members.size());
        put_varint(value, reader.distinct_articles(members));
        check(batch.Put(family, article_count_key(id), value), "cannot write the numbers of articles");
        return true;
      },
      &view.snapshot);
}

std::optional<uint32_t> read_article_count(const ReadView& view, NodeId representative, size_t members) {
  const auto bytes = view.database.get(Family::kJoins, article_count_key(representative), &view.snapshot);
  if (!bytes) return std::nullopt;
  const ArticleCount count = parse_article_count(*bytes);
  StoreCounts counts;
  if (count.members != members || !read_resolved_counts(view.database, counts, &view.snapshot)) return std::nullopt;
  return count.articles;
}

}  // namespace actant::internal
