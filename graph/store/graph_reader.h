#ifndef ACTANT_GRAPH_STORE_GRAPH_READER_H_
#define ACTANT_GRAPH_STORE_GRAPH_READER_H_

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// A relation that a reader asks for; of open ones a single lemma or all.
struct RelationChoice {
  RelationType type = RelationType::kOpen;
  uint64_t open = 0;  ///< for kOpen: open_lemma_id() of the lemma, 0: every lemma
  friend bool operator==(const RelationChoice&, const RelationChoice&) = default;
};

/// What a planner knows of a relation, from a sample of the graph.
struct RelationStatistics {
  double edges = 0;    ///< estimated number of edges
  double fan_out = 1;  ///< edges of a subject that has any, on average
  double fan_in = 1;   ///< edges of an object that has any, on average
};

/// Walks along edges as they lie on disk: keys only, one after the other, nothing kept but what is needed to show an
/// edge of merged nodes once. Made by GraphReader::cursor(), which must outlive it; for one thread. A cursor is cheap
/// to point at the next node (a few microseconds), dear to make.
///
///     auto cursor = reader->cursor();
///     for (cursor->seek_node(iran, Direction::kOut, {}); cursor->next();) use(cursor->key(), cursor->other());
class EdgeCursor {
 public:
  ~EdgeCursor();
  EdgeCursor(const EdgeCursor&) = delete;
  EdgeCursor& operator=(const EdgeCursor&) = delete;

  /// Goes before the first edge at `node`: kOut those of which it is subject, kIn object; a symmetric relation counts
  /// in both directions. `relations` empty: all. Edges come by relation, not by the other node.
  void seek_node(NodeId node, Direction direction, std::span<const RelationChoice> relations = {});
  /// Goes before the first edge from `subject` to `object`; symmetric ones whichever end is stored first. Cost: a
  /// look-up for each relation and, with open relations, the open edges of `subject`.
  void seek_pair(NodeId subject, NodeId object, std::span<const RelationChoice> relations = {});
  /// Goes before the first edge of the graph. Symmetric edges come once, the smaller id as subject.
  void seek_all(std::span<const RelationChoice> relations = {});

  /// Goes on to the next edge; false behind the last. \throws IoError, CorruptData.
  bool next();
  /// The edge that next() found. A symmetric edge has the smaller id as subject.
  const EdgeKey& key() const;
  /// The layer-1 edge that next() found: one of those that the edge is made of.
  const EdgeKey& part() const;
  /// Its other end, seen from the node of seek_node() or the subject of seek_pair(); for seek_all() the object.
  NodeId other() const;
  /// Counts, dates and confidence of the edge. Cost: none for most edges of a subject, a look-up for others, the
  /// evidence of edges that merging made one.
  Edge edge() const;

  /// Where a walk along the edges of a node was left, small enough to keep for many nodes.
  struct Place {
    uint32_t range = 0;
    std::string key;
  };
  /// Behind the edge that next() found last.
  Place place() const;
  /// After seek_node() with the arguments of the first time: goes on behind `place`. Edges of merged nodes that came
  /// before it may come again.
  void resume(const Place& place);

 private:
  friend class GraphReader;
  struct Impl;
  explicit EdgeCursor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What somebody needs who reads evidence in the order of time and not to its end. Dates are ISO 8601, possibly
/// partial; empty: no bound.
struct EvidenceWindow {
  std::string since, until;  ///< inclusive; undated evidence is in any window
  std::string
      behind;  ///< only evidence of another date, after this one (before it, with newest_first), counts for `enough`
  bool newest_first = false;
  size_t enough = 0;  ///< so many dates of edges, from the beginning of the window; 0: all
};

/// One state of the graph, for many small questions: pattern queries, paths, neighbourhoods. Later writes do not reach
/// it. Made by Store::reader(); the store must outlive it. For one thread.
class GraphReader {
 public:
  ~GraphReader();
  GraphReader(const GraphReader&) = delete;
  GraphReader& operator=(const GraphReader&) = delete;

  std::unique_ptr<EdgeCursor> cursor() const;
  /// The node that a layer-1 node belongs to; another id is its own.
  NodeId representative(NodeId id) const;
  std::optional<Edge> edge(const EdgeKey& key) const;
  /// The edge that a layer-1 edge (EdgeCursor::part()) is part of. Cost: two or three look-ups, less than edge() where
  /// nodes have several names.
  std::optional<Edge> edge_of_part(const EdgeKey& part) const;
  /// The edges at a node that `select` takes, each once with all its evidence, which is read for many edges at once:
  /// far less work than edge by edge. Evidence comes by the date of the article, then by article, without `text`.
  /// `part` is for edge_of_part(). Of a node with thousands of edges those may be left out that have no evidence in
  /// `window`; false when some were because there was enough before them. Cost: about half a microsecond for each edge,
  /// and one for each edge and piece that is read, a few for each edge of which the node is the object. Memory: 80
  /// bytes an edge.
  bool for_each_evidence_of(
      NodeId node, std::span<const RelationChoice> relations,
      const std::function<bool(const EdgeKey& key, NodeId other)>& select,
      const std::function<bool(const EdgeKey& key, const EdgeKey& part, std::vector<Evidence>& evidence)>& visit,
      const EvidenceWindow& window = {}) const;
  /// Evidence::text of a piece that was read without it.
  std::string sentence(const Evidence& evidence) const;
  /// The sentences of an article that are evidence, in their order: where each begins (code points of the article's
  /// text) and how it reads.
  void for_each_sentence(ArticleId article,
                         const std::function<bool(uint32_t begin, const std::string& text)>& visit) const;
  /// Articles that mention the node; of merged nodes the sum over their members. A look-up for each.
  uint32_t articles(NodeId id) const;
  std::string open_lemma(uint64_t id) const;  ///< empty for an unknown id

  /// About how many edges seek_node() would find: counted up to `count_at_most`, from there on estimated from the sizes
  /// of the files. Never more than a fraction of a millisecond for the default.
  double estimate_edges(NodeId node, Direction direction, std::span<const RelationChoice> relations,
                        size_t count_at_most = 512) const;
  /// About how many edges the graph has. No cost.
  double estimate_all_edges() const;
  /// Of a relation. The first call reads a sample of some thousand edges (a few milliseconds), later ones read nothing,
  /// nor do those of other readers of a store open for reading only. The sample depends on what is stored alone.
  RelationStatistics statistics(RelationType relation) const;

 private:
  friend class Store;
  struct Impl;
  explicit GraphReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_GRAPH_READER_H_
