#ifndef ACTANT_EXPORT_WRITER_H_
#define ACTANT_EXPORT_WRITER_H_

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/look.h"
#include "graph/store/store.h"

namespace actant {

/// How RDF formats say where a statement comes from.
enum class Provenance {
  kReified,  ///< a resource with rdf:subject, rdf:predicate, rdf:object: every RDF 1.1 tool reads it
  kGraphs,   ///< each statement is a named graph of one triple: compact in quad stores, lost in tools that know triples
             ///< alone
};

/// How GEXF says when a node or an edge exists.
enum class TimeForm {
  kTimestamps,  ///< on the days of its articles
  kInterval,    ///< from the first to the last of them
  kSpells,      ///< on runs of days without a gap
};

/// Options shared by the writers; each says which it uses.
struct WriterOptions {
  std::string base_iri{};  ///< RDF formats: prefix of instance IRIs; empty: `urn:x-actant:<database uuid>:`
  Provenance provenance = Provenance::kReified;  ///< JSON-LD, N-Quads
  bool strict = false;   ///< GraphML: leave out what the official schema does not know (edge kinds for Gephi)
  bool gexf_12 = false;  ///< GEXF: version 1.2 for old clients instead of 1.3
  TimeForm time = TimeForm::kTimestamps;  ///< GEXF; version 1.2 knows no timestamps and has intervals instead
  bool dynamic_weights = false;  ///< GEXF: the weight of an edge at each time too; graphology refuses such files
  uint64_t split = 0;            ///< JSON-LD: a folder of numbered files of at most this many triples each; 0: one file
  bool excel = false;            ///< CSV: a `'` before text that a spreadsheet would take for a formula
  bool allow_large = false;      ///< DOT: more than 5,000 edges
  std::string program_version{};  ///< written as the software agent
  std::string
      temporary_folder{};  ///< GraphRAG: where sentences that do not fit into memory are sorted; empty: the system's
};

/// What a writer may tell of the whole before it sees the parts.
struct ExportHeader {
  std::string uuid;     ///< of the database
  std::string created;  ///< when the database was made, `2026-11-23T12:00:00Z`
  StoreCounts counts;   ///< of the whole graph, not of the selection
  std::string
      model{};  ///< version of the extractor that read the articles last, with digests of its models; empty: not known
};

/// A sentence of an article, as an evidence piece names it.
struct SentenceKey {
  ArticleId article;
  Span span;  ///< code points
  friend auto operator<=>(const SentenceKey&, const SentenceKey&) = default;
};

/// What a writer wants to be told of the edges at each node: one of the lists of Surroundings.
enum class NodeDetail { kNothing, kDays, kArticles, kSentences };

/// Another node at an edge of an event.
struct Tie {
  NodeId other;
  RelationType relation = RelationType::kOpen;
  bool out = true;   ///< the event is the subject
  std::string name;  ///< of the other node when it is a place
};

/// What the selected edges at a node say of it. Lists are sorted and without repeats; those that were not asked for are
/// empty.
struct Surroundings {
  uint32_t degree = 0;            ///< edges at the node; with NodeDetail::kSentences
  std::vector<std::string> days;  ///< of the articles behind the edges, `2025-08-03`; partial dates as they are
  std::vector<ArticleId> articles;
  std::vector<SentenceKey> sentences;
  std::vector<Tie> ties;  ///< of an event, by edges that the publisher itself asserts; with NodeDetail::kArticles
};

/// A node as the writers get it.
struct ExportNode {
  const Node& node;
  const Look* look = nullptr;                  ///< nullptr unless a layout was asked for
  const Surroundings* surroundings = nullptr;  ///< see WriterNeeds
};

/// An edge with the evidence a writer asked for.
struct ExportEdge {
  const Edge& edge;
  std::span<const Evidence> evidence;  ///< all of it, the best piece first, or the best piece alone: see WriterNeeds
  const ArticleInfo* article;  ///< url, source and origin of the best piece; nullptr when there is none or nobody asked
};

/// What a writer wants to be given; each costs time.
struct WriterNeeds {
  bool all_evidence = false;  ///< ExportEdge::evidence is complete, not the best piece alone
  CitationNeeds::Texts texts = CitationNeeds::Texts::kBest;  ///< Evidence::text of which pieces
  bool best_article = true;                                  ///< ExportEdge::article
  bool articles = false;                                     ///< article() is called for the cited articles
  NodeDetail surroundings = NodeDetail::kNothing;  ///< ExportNode::surroundings: edges come before nodes, see Writer
  bool nodes_ahead = false;                        ///< with surroundings: node_ahead() is called for all nodes before
  bool layout = false;                             ///< ExportNode::look even where the user did not ask for it
  bool named_nodes = false;  ///< node() is also called for nodes outside of the selection that evidence or a statement
                             ///< names: who says it, where it was, what it is about. After the edges, with edges_ahead
                             ///< among the others
  bool edges_ahead = false;  ///< edge_ahead() is called for all edges before all else, and articles come before nodes.
                             ///< The texts are given then; edge() gets none of them
};

/// The bytes a writer has made and the exporter has not written yet, one buffer for each file of the format.
class Buffers {
 public:
  /// `drain` empties buffers into files; `next` ends a file of a numbered series and begins the next one.
  explicit Buffers(size_t files, std::function<void(Buffers&)> drain = {}, std::function<void(size_t)> next = {})
      : texts_(files), drain_(std::move(drain)), next_(std::move(next)) {}
  std::string& operator[](size_t file) { return texts_[file]; }
  size_t size() const { return texts_.size(); }
  /// The exporter does so after each call; writers that say much in one call do it themselves.
  void drain() {
    if (drain_) drain_(*this);
  }
  /// What is in the buffer ends its file, and what follows goes to a file with the next number: after
  /// `part-0001.jsonld` comes `part-0002.jsonld`.
  void next_file(size_t file) {
    if (next_) next_(file);
    texts_[file].clear();
  }

 private:
  std::vector<std::string> texts_;
  std::function<void(Buffers&)> drain_;
  std::function<void(size_t)> next_;
};

/// One export format. Called in the order begin, node*, edge*, article*, end, or with WriterNeeds::edges_ahead begin,
/// edge_ahead*, article*, node*, edge*, end, or with WriterNeeds::surroundings begin, node_ahead*, edge*, node*,
/// article*, end, so that edges are read once; what edge() appends to a format of one file goes behind what node() does
/// all the same. Nodes, edges and articles come in the order of their ids. A writer appends to `out`, which is emptied
/// into the files between calls, so memory stays constant.
class Writer {
 public:
  virtual ~Writer() = default;
  /// Names of the files of a format that is a folder, `nodes.csv`; empty for a format that is one file. Of a numbered
  /// series the first (Buffers::next_file).
  virtual std::span<const std::string_view> files() const { return {}; }
  virtual WriterNeeds needs() const { return {}; }
  virtual void begin(const ExportHeader& header, Buffers& out) = 0;
  virtual void edge_ahead(const ExportEdge&, Buffers&) {}
  virtual void node_ahead(const Node&) {}
  virtual void node(const ExportNode& item, Buffers& out) = 0;
  virtual void edge(const ExportEdge& item, Buffers& out) = 0;
  virtual void article(const Article&, Buffers&) {}
  virtual void end(Buffers& out) = 0;
  /// After end(): what the user should know of what was written, in one line; empty when there is nothing.
  virtual std::string advice() const { return {}; }
};

}  // namespace actant

#endif  // ACTANT_EXPORT_WRITER_H_
