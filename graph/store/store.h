#ifndef ACTANT_GRAPH_STORE_STORE_H_
#define ACTANT_GRAPH_STORE_STORE_H_

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/decision.h"
#include "graph/merge/known_entity.h"
#include "graph/merge/known_places.h"
#include "graph/merge/merge_reason.h"
#include "graph/model/ids.h"
#include "graph/model/record.h"
#include "graph/store/options.h"

namespace actant {

/// A name of a node and how many mentions used it.
struct Alias {
  std::string name;
  uint64_t mentions = 0;
};

/// An office or job: holds-position edges, for display.
struct Position {
  std::string title;
  NodeId body;
  uint32_t articles = 0;
};

/// A node of the merged graph: all the article-level entities that the resolver holds to be one thing.
struct Node {
  NodeId id;  ///< the representative: the member with most mentions, among equals the smallest id
  EntityType type = EntityType::kTopic;
  std::string name;            ///< canonical: the most frequent full name
  std::vector<Alias> aliases;  ///< most frequent first, without `name`
  uint64_t mentions = 0;
  uint32_t articles = 0;              ///< articles that mention it
  std::string first_date, last_date;  ///< ISO 8601 of the earliest and latest article; empty when none is dated
  std::string actor_country;          ///< ISO 3166-1 alpha-3 or empty
  std::string sector;                 ///< PLOVER sector or empty
  std::string statement_text;         ///< for statements: the content
  std::vector<NodeId> about;          ///< for statements: the nodes it is about
  std::vector<std::string>
      same_as;  ///< IRIs of the same thing elsewhere (owl:sameAs): of watch lists, GeoNames; sorted
  std::optional<Coordinates> coordinates;  ///< for countries: the middle; for cities that are built in
};

/// An edge of the merged graph, aggregated over its evidence.
struct Edge {
  EdgeKey key;
  std::string open_lemma;             ///< for kOpen
  uint32_t articles = 0;              ///< distinct articles that support it (the weight)
  uint32_t statements = 0;            ///< pieces of evidence
  uint32_t attributed = 0;            ///< of these, attributed to someone else than the publisher
  double confidence = 0;              ///< 1 - product over articles of (1 - best confidence in the article)
  std::string first_date, last_date;  ///< of event time where known, else of the article
};

/// One place where an edge was read.
struct Evidence {
  ArticleId article;
  ArticleId original;  ///< the first article that prints the same story, often `article` itself; counts once
  Span sentence;       ///< code points in the article
  std::string text;    ///< the sentence
  double confidence = 0;
  std::string time;             ///< ISO 8601 of the event or empty
  NodeId attributed_to, place;  ///< zero when none
  std::string title;            ///< see holds-position
  Span subject, object;         ///< a mention of each inside the sentence (code points in the article); empty when none
  std::string published;        ///< ISO 8601 day, month or year of the article; empty when it is undated
};

/// What is read with each edge by Store::for_each_cited_edge(); less is faster.
struct CitationNeeds {
  enum class Texts { kNoTexts, kBest, kAll };
  bool all_evidence = false;         ///< else the best piece alone
  Texts texts = Texts::kBest;        ///< Evidence::text of which pieces
  bool article = true;               ///< CitedEdge::article
  size_t memory = size_t{96} << 20;  ///< bytes of edges and sentences that wait in memory; what is more waits in files
  std::string folder{};  ///< for these files, about half the size of the family evidence and the sentences; empty: the
                         ///< system's folder for temporary files. They have no name and go with the process
};

/// An edge with what it was read from; valid until the visitor returns.
struct CitedEdge {
  const Edge& edge;
  std::span<const Evidence> evidence;  ///< the surest piece first (ties: by article, then sentence), the others by date
  const ArticleInfo* article;  ///< url, source and origin of the first piece's article; nullptr unless asked for
};

struct Article {
  ArticleId id;
  ArticleId original;  ///< the first article that prints the same story, by date and id; often `id` itself
  ArticleInfo info;
  uint32_t relations = 0;
  std::string author;  ///< as the input names them, several parted by commas (`doc.author` of the record); empty when
                       ///< it does not
};

/// How Store::resolve() decides. Other values than the defaults are for measurements.
struct ResolveOptions {
  double threshold = kMergeThreshold;  ///< the score from which nodes are one
  /// Of what grows with the number of names so much stays in memory; the rest waits in temporary files in the folder of
  /// the graph.
  size_t resident_bytes = size_t{768} << 20;
};

enum class AddResult { kAdded, kUnchanged, kReplaced };
enum class Direction { kOut, kIn, kBoth };

/// Counters of the whole graph.
struct StoreCounts {
  uint64_t articles = 0, nodes = 0, edges = 0, evidence = 0, statements = 0, mentions = 0;
  uint64_t near_duplicates = 0;  ///< articles that print the story of another one, as of the last resolve()
};

class GraphReader;

/// The graph on disk. RocksDB stays behind this class.
///
/// One process writes; any number may read. All functions may be called from several threads.
/// Callbacks return false to stop. \throws IoError, CorruptData, UnsupportedVersion.
class Store {
 public:
  /// Opens for writing; creates the directory when it is missing or empty. \throws InvalidArgument when `directory`
  /// exists and is no graph; IoError when another process writes to it.
  static std::unique_ptr<Store> open(const std::string& directory, const StoreOptions& options = {});
  /// Opens for reading only. \throws InvalidArgument when `directory` is no graph.
  static std::unique_ptr<Store> open_read_only(const std::string& directory, const StoreOptions& options = {});
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Adds one article with everything derived from it in one atomic write. An article already stored with the same
  /// content is left alone; with other content it is replaced. `fingerprint` is what contains() compares later, made by
  /// article_fingerprint(); 0: contains() will not know the article. Two articles may be added from two threads.
  /// \throws InvalidArgument for a record without `doc.id` or a store opened for reading only.
  /// `model`: the version of the extractor that made the record, kept for model(); empty when it is not known.
  AddResult add(const Record& record, uint64_t fingerprint = 0, std::string_view model = {});
  /// Adds several articles in this order, as add() would; of the records of one call the new ones
  /// are sorted and become visible together, about 8 MiB in one atomic write, which takes less than half the time of
  /// add(). Some hundred records a call are enough. `fingerprints`: one for each record, or none.
  /// \throws InvalidArgument when one of them cannot be added: none of them is.
  std::vector<AddResult> add_all(std::span<const Record> records, std::string_view model = {},
                                 std::span<const uint64_t> fingerprints = {});
  /// Takes an article back with everything derived from it; false when it is not stored.
  bool remove(ArticleId article);
  /// True when an article of this id and content fingerprint (see article_fingerprint) is stored: lets a build skip it
  /// unread.
  bool contains(ArticleId article, uint64_t fingerprint) const;
  /// Decides which article-level entities are one node. To be called after a batch of add(), decide() or add_known();
  /// cheap when nothing changed. Returns the decisions of persons that contradict others and so could not be followed.
  std::vector<Decision> resolve(const ResolveOptions& options = {});
  /// Whether the articles of one story (near duplicates: the same wire story in ten outlets) count as evidence each, or
  /// once, as they do unless this is called. Kept with the graph; takes effect at the next resolve().
  void count_duplicates(bool each);

  /// Keeps what a person decided on who is who; it takes the place of an earlier decision on the same nodes, and takes
  /// effect with the next resolve(). Kept apart from the articles: removing or adding any does not touch it.
  void decide(Decision decision);
  /// Takes back what was decided on these nodes; false when nothing was.
  bool undecide(const Decision& decision);
  /// What persons decided, in an order that depends on nothing else.
  std::vector<Decision> decisions() const;

  /// Adds an entity of a watch list, or puts it in place of the one with its id. Takes effect with the next resolve().
  void add_known(const KnownEntity& entity);
  /// Forgets all entities of watch lists.
  void clear_known();
  void for_each_known(const std::function<bool(const KnownEntity&)>& visit) const;
  /// How many nodes are an entity of a watch list.
  uint64_t linked_entities() const;

  /// The layer-1 nodes that `node` is made of, itself among them when it is a representative; by id.
  std::vector<NodeId> members(NodeId node) const;
  /// One of these alone, as the articles tell of it. nullopt when there is no such node.
  std::optional<Node> member(NodeId node) const;
  /// Why the members of a node are one: each is connected with the others by these steps.
  std::vector<MergeStep> merge_steps(NodeId node) const;
  /// What speaks for and against two layer-1 nodes being one, whatever was decided.
  MergeStep compare(NodeId a, NodeId b) const;
  /// Writes everything to disk.
  void flush();
  /// Merges all tables into the fewest and drops what was replaced or removed. Needs space for the graph once more.
  void compact();

  StoreCounts counts() const;
  std::string uuid() const;  ///< random, made with the database
  /// Version of the extractor that added an article last; empty when none was given.
  std::string model() const;
  std::string created() const;  ///< UTC time when the database was made, `2026-11-23T12:00:00Z`

  std::optional<Node> node(NodeId id) const;
  std::optional<Edge> edge(const EdgeKey& key) const;
  std::optional<Article> article(ArticleId id) const;
  /// Nodes whose name or alias equals `name` after normalization (case, diacritics, punctuation, articles); best first.
  std::vector<Node> find(std::string_view name) const;
  /// The layer-1 nodes that bear this name, most mentions first.
  std::vector<NodeId> find_members(std::string_view name) const;
  /// Nodes with the names nearest to `name`, for "did you mean"; best first.
  std::vector<Node> nearest(std::string_view name, size_t limit) const;
  /// All nodes in the order of their ids (statements last but topics: they are nodes too).
  void for_each_node(const std::function<bool(const Node&)>& visit) const;
  /// The ids that for_each_node() visits, without reading the nodes: much cheaper.
  void for_each_node_id(const std::function<bool(NodeId)>& visit) const;
  /// All edges in the order of their keys. Symmetric edges have the smaller id as subject. Constant memory but for the
  /// edges of one node.
  void for_each_edge(const std::function<bool(const Edge&)>& visit) const;
  /// The same edges in the same order, those that `select` takes, with their evidence, sentences and articles. These
  /// are read in the order in which they stand on disk and sorted by edge, which is many times faster than asking for
  /// each. Memory: `needs.memory` and what the largest edge needs. `select` may be called for all edges before `visit`
  /// is for the first.
  void for_each_cited_edge(const CitationNeeds& needs, const std::function<bool(const Edge&)>& select,
                           const std::function<bool(const CitedEdge&)>& visit) const;
  /// Edges at one node. A symmetric edge is visited once whatever the direction.
  void for_each_edge_of(NodeId node, Direction direction, const std::function<bool(const Edge&)>& visit) const;
  /// Evidence of one edge, ordered by the date of the article, then by article.
  void for_each_evidence(const EdgeKey& key, const std::function<bool(const Evidence&)>& visit) const;
  void for_each_article(const std::function<bool(const Article&)>& visit) const;
  /// The graph as it is now, for many small questions (graph/store/graph_reader.h). The store must outlive it.
  std::unique_ptr<GraphReader> reader() const;

  struct Impl;  // of the store's own parts

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Fingerprint of an article's content and of the extractor that read it.
uint64_t article_fingerprint(std::string_view text, std::string_view extractor_version);

}  // namespace actant

#endif  // ACTANT_GRAPH_STORE_STORE_H_
