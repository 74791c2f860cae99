#ifndef ACTANT_GRAPH_STORE_INTERNAL_VALUES_H_
#define ACTANT_GRAPH_STORE_INTERNAL_VALUES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/internal/keys.h"
#include "graph/store/store.h"

namespace actant::internal {

// Values of the column families; the grammar is in graph/store/format.md. parse() functions return false for bytes that
// are no such value and never throw, since the merge operator uses them.

/// The first date of "2025", "2025-08", "2025-08-03", "2025-08-03T10:00Z" or an interval "a/b"; 0 when there is none.
PackedDate pack_date(std::string_view iso);
/// The same for the end of an interval.
PackedDate pack_end_date(std::string_view iso);
std::string unpack_date(PackedDate date);
/// The same into `out`, in the place of what it held.
void unpack_date(PackedDate date, std::string& out);

/// First and last of a set of dates; {0, 0} when it has none.
struct DateRange {
  PackedDate first = 0;
  PackedDate last = 0;
  void add(DateRange other);
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// nodes: sums and dates over the articles that mention the node.
struct NodeAggregate {
  int64_t mentions = 0;
  int64_t articles = 0;
  DateRange dates;
  void add(const NodeAggregate& other);
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
  friend bool operator==(const NodeAggregate&, const NodeAggregate&) = default;
};

/// edges_out: sums and dates over the articles that support the edge.
struct EdgeAggregate {
  int64_t articles = 0;
  int64_t statements = 0;
  int64_t attributed = 0;
  int64_t doubt = 0;  ///< sum over articles of -log(1 - best confidence) in units of 2^-24: integers add in any order
  DateRange dates;
  void add(const EdgeAggregate& other);
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
  double confidence() const;  ///< 1 - product(1 - p)
  friend bool operator==(const EdgeAggregate&, const EdgeAggregate&) = default;
};

/// One article's share of EdgeAggregate::doubt.
int64_t doubt_of(double confidence);

/// evidence.
struct EvidenceValue {
  Span sentence, subject, object;  ///< code points
  uint16_t confidence = 0;         ///< in units of 1/10000
  std::string time, title;
  NodeId attributed_to, place;
  /// Of the event where known, else of the article.
  DateRange dates(PackedDate published) const;
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
  /// The same for the first fields alone, sentence to confidence.
  bool parse_head(std::string_view bytes);
};

/// mentions: of one node in one article.
struct MentionValue {
  uint64_t count = 0;
  PackedDate published = 0;
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
};

/// statements: of one article.
struct StatementValue {
  Span span;
  std::vector<NodeId> about;
  std::string text;
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
};

/// articles.
struct ArticleValue {
  uint64_t fingerprint = 0;  ///< given by the caller of add(); 0 when none was
  uint64_t content = 0;      ///< hash of the record
  uint32_t relations = 0;
  uint64_t model = 0;  ///< hash of the extractor's version; 0 when it is not known
  ArticleInfo info;
  std::string extra;
  std::string signature;  ///< see graph/merge/text_signature.h; empty for a short or missing text
  void append_to(std::string& out) const;
  bool parse(std::string_view bytes);
  /// `doc.author` of `extra`; empty when there is none.
  std::string author() const;
  /// Of the bytes of a value, without the rest.
  static bool parse_source(std::string_view bytes, std::string_view& source, std::string_view& url,
                           std::string_view& origin);
};

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_VALUES_H_
