#ifndef ACTANT_GRAPH_STORE_INTERNAL_CHECK_PARTS_H_
#define ACTANT_GRAPH_STORE_INTERNAL_CHECK_PARTS_H_

#include "graph/store/internal/graph_check.h"

namespace actant::internal {

// The parts of check_graph(), in the order in which they run. Each throws CorruptData for what cannot be read.

/// Every article has its own id and a contribution. Counts the articles.
void check_articles(GraphCheck& check);
/// Every article has as many sentences as its contribution counts; each sentence belongs to an article.
void check_sentences(GraphCheck& check);
/// Every article has the mentions, statements and evidence that its contribution lists, and there are no others. Counts
/// the evidence.
void check_contributions(GraphCheck& check);
/// Nodes, attributes, names and edges in both directions are what follows from the articles. Counts nodes and edges.
void check_derived(GraphCheck& check);
/// The counters are what the parts before counted.
void check_counters(GraphCheck& check);
/// Who is who leads to what exists, and so do links of near duplicates and watch lists. Only of a graph that was
/// resolved since it was last written: until then decisions may speak of what is gone.
void check_decisions(GraphCheck& check);
/// The kept numbers of articles of nodes of several names are what counting gives. For check_decisions().
void check_article_counts(GraphCheck& check);
/// The kept sums of edges of several layer-1 edges are what counting gives. Of a graph made before they were kept there
/// are none. For check_decisions().
void check_merged_sums(GraphCheck& check);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_CHECK_PARTS_H_
