#ifndef ACTANT_EXPORT_WRITER_H_
#define ACTANT_EXPORT_WRITER_H_

#include <string>
#include <vector>

#include "graph/store/store.h"

namespace actant {

/// Options shared by the writers; each says which it uses.
struct WriterOptions {
  std::string base_iri;         ///< JSON-LD: prefix of instance IRIs; empty: `urn:x-actant:<database uuid>:`
  bool strict = false;          ///< GraphML: leave out what the official schema does not know (edge kinds for Gephi)
  std::string program_version;  ///< written as the software agent
};

/// What a writer may tell of the whole before it sees the parts.
struct ExportHeader {
  std::string uuid;        ///< of the database
  std::string created;     ///< when the database was made, `2026-11-23T12:00:00Z`
  StoreCounts counts;      ///< of the whole graph, not of the selection
};

/// An edge with the evidence a writer asked for.
struct ExportEdge {
  const Edge& edge;
  const std::vector<Evidence>& evidence;  ///< all of it, or the best piece alone: see Writer::wants_all_evidence
  const Article* article;                 ///< of the best piece; nullptr when there is none
};

/// One export format. Called in the order begin, node*, edge*, article*, end; nodes and edges come in the order of their ids.
/// A writer appends to `out`, which the caller empties into the file between calls, so memory stays constant.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual bool wants_all_evidence() const { return false; }
  virtual bool wants_articles() const { return false; }
  virtual void begin(const ExportHeader& header, std::string& out) = 0;
  virtual void node(const Node& node, std::string& out) = 0;
  virtual void edge(const ExportEdge& edge, std::string& out) = 0;
  virtual void article(const Article&, std::string&) {}
  virtual void end(std::string& out) = 0;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_WRITER_H_
