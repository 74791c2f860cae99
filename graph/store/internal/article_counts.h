#ifndef ACTANT_GRAPH_STORE_INTERNAL_ARTICLE_COUNTS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_ARTICLE_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/ids.h"
#include "graph/store/internal/read_view.h"

namespace rocksdb {
class WriteBatch;
}

namespace actant::internal {

// How many articles mention a hub of several names. An article may mention several of them, so the sums of the layer-1
// nodes do not tell; counting reads all mentions, which of the largest hubs took a third of a second. So resolve()
// keeps the number in `joins`, and it holds until the graph changes.

/// Articles of the representative itself from which the number is kept: fewer are counted in well below a millisecond.
inline constexpr int64_t kLeastKeptArticles = 128;

/// joins: `a`, representative; the value: `varint` layer-1 nodes, `varint` articles.
std::string article_count_key(NodeId representative);
struct ArticleCount {
  uint64_t members = 0;
  uint32_t articles = 0;
};
/// \throws CorruptData.
ArticleCount parse_article_count(std::string_view bytes);

/// Counts and replaces all of them. Reads the nodes and the mentions of the hubs once.
void write_article_counts(const ReadView& view, rocksdb::WriteBatch& batch);

/// The number for a representative of so many layer-1 nodes; nullopt when none is kept or the graph changed since.
std::optional<uint32_t> read_article_count(const ReadView& view, NodeId representative, size_t members);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_ARTICLE_COUNTS_H_
