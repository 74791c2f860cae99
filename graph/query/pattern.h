#ifndef ACTANT_GRAPH_QUERY_PATTERN_H_
#define ACTANT_GRAPH_QUERY_PATTERN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/schema.h"
#include "graph/query/evidence_filter.h"

namespace actant {

// A query of several triples, as it is written: `?x met-with ?y . ?y holds-position Iran [since 2024-01]`. The language
// and its grammar are described in graph/query/pattern.md. Columns count code points of the text from 1.

/// A place for a node: a variable, or a name that the graph is asked for.
struct PatternTerm {
  bool is_variable = false;
  std::string text;  ///< name of the variable without `?`, empty: one that is used nowhere else; or the name
  std::vector<EntityType> types;  ///< of a variable: what it may stand for; empty: anything
  size_t column = 0;
};

/// A place for a relation: a variable or a list of relations of which any will do.
struct PatternRelation {
  bool is_variable = false;
  std::string variable;            ///< without `?`; may be empty
  std::vector<std::string> words;  ///< `met-with`, `open:buy`, `events`, `facts`, `open`
  size_t column = 0;
};

/// What an edge has to be, beside its ends and relation.
struct PatternCondition {
  enum class Polarity : uint8_t { kAffirmed, kNegated, kEither };

  EvidenceBounds evidence;
  Polarity polarity = Polarity::kAffirmed;
  std::optional<Modality> modality = Modality::kActual;  ///< nullopt: any
  uint32_t min_articles = 1;
  double min_confidence = 0;

  /// True when the key of an edge does not tell and the edge or its evidence has to be read.
  bool needs_edge() const { return evidence.any() || min_articles > 1 || min_confidence > 0; }
};

struct TriplePattern {
  PatternTerm subject;
  PatternRelation relation;
  PatternTerm object;
  PatternCondition condition;
};

enum class Comparison : uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

/// A condition on the nodes of a match.
struct PatternFilter {
  enum class Kind : uint8_t {
    kAnd,       ///< of `parts`
    kOr,        ///< of `parts`
    kNot,       ///< of parts[0]
    kSame,      ///< the node of `variable` is (kEqual) or is not (kNotEqual) that of `other`
    kType,      ///< its type is one of `words`
    kCountry,   ///< it acts for one of these countries (ISO 3166-1 alpha-3)
    kSector,    ///< its PLOVER sector is one of these
    kName,      ///< its name or an alias contains words[0], without regard to case and diacritics
    kArticles,  ///< the number of articles that mention it, compared with `number`
  };

  Kind kind = Kind::kAnd;
  std::vector<PatternFilter> parts;
  std::string variable;
  Comparison comparison = Comparison::kEqual;
  PatternTerm other;
  std::vector<std::string> words;
  uint64_t number = 0;
};

/// What matches are sorted by.
struct PatternOrder {
  enum class Key : uint8_t {
    kVariable,    ///< name of the node
    kArticles,    ///< of the weakest edge of the match
    kConfidence,  ///< that all edges of the match are right
    kFirst,       ///< earliest date of its edges
    kLast,        ///< latest
    kCount,       ///< of count by
  };
  Key key = Key::kVariable;
  std::string variable;
  bool descending = false;
};

/// What is counted instead of listed.
struct PatternCount {
  std::string of;               ///< different nodes of this variable; empty: matches
  std::vector<std::string> by;  ///< one count for each of these together; empty: one count
};

struct PatternQuery {
  std::vector<TriplePattern> triples;
  std::vector<PatternFilter> filters;  ///< all must hold
  std::vector<std::string> select;     ///< variables to show; empty: all that have a name, in the order of the text
  bool distinct = false;               ///< matches with equal shown variables once
  std::optional<PatternCount> count;
  std::vector<PatternOrder> order;
  std::optional<uint64_t> limit;
  uint64_t offset = 0;
};

/// Reads a query. \throws ParseError whose column is the place of the mistake and whose message names it.
PatternQuery parse_pattern(std::string_view text);

/// True for a text that is meant as a query and not as a name: several words with a variable or a relation among them.
bool looks_like_pattern(std::string_view text);

/// The query written out: parse_pattern() of it gives the same query again.
std::string pattern_text(const PatternQuery& query);

/// The named variables in the order of the text; those of relations too.
std::vector<std::string> pattern_variables(const PatternQuery& query);

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_PATTERN_H_
