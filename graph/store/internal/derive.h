#ifndef ACTANT_GRAPH_STORE_INTERNAL_DERIVE_H_
#define ACTANT_GRAPH_STORE_INTERNAL_DERIVE_H_

#include <functional>

#include "graph/store/internal/entries.h"

namespace actant::internal {

// What follows from what. The evidence of layer 1 is in the families articles, contributions, mentions, evidence,
// sentences and statements: each of their keys names the article. The others are made of these:
//   nodes from mentions, edges_out from evidence, edges_in from edges_out, attributes from contributions, names from
//   attributes.

/// True for the articles that take part.
using KeepArticle = std::function<bool(ArticleId)>;

/// The article that a key of the families of the evidence names. \throws CorruptData for a key that is too short.
ArticleId article_of(Family family, std::string_view key);
/// True for articles, contributions, mentions, evidence, sentences and statements.
bool is_primary(Family family);

/// Gives the sink the entries of nodes, attributes, names, edges_out and edges_in as they follow from the other
/// families; null `keep`: of all articles. Equal keys are given several times, to be merged. \throws CorruptData.
void derive_entries(const Database& database, const KeepArticle& keep, EntrySink& sink,
                    const Database::Snapshot* snapshot = nullptr);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_DERIVE_H_
