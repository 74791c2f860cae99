#ifndef ACTANT_GRAPH_MODEL_RECORD_H_
#define ACTANT_GRAPH_MODEL_RECORD_H_

#include <string>
#include <vector>

#include "graph/model/schema.h"
#include "graph/model/span.h"

namespace actant {

/// What is known of an article besides its text. Empty strings mean unknown.
struct ArticleInfo {
  std::string id;  ///< stable id; see extract/text/article_reader.h for how it is made where the input has none
  std::string title;
  std::string date;    ///< ISO 8601, calendar form, possibly partial (`2025`, `2025-08`, `2025-08-03`)
  std::string source;  ///< publisher
  std::string url;
  std::string language;  ///< ISO 639-1
  std::string origin;    ///< where it was read: `file`, `file:line` or `file!member`; written as `doc.origin`
};

/// One mention. Offsets count Unicode code points of the article text.
struct RecordMention {
  Span span;
  MentionKind kind = MentionKind::kName;
};

struct RecordEntity {
  std::string id;  ///< unique in the record, `e1`
  EntityType type = EntityType::kTopic;
  std::string name;  ///< best name in this article
  std::vector<RecordMention> mentions;
  std::string actor_country;  ///< ISO 3166-1 alpha-3 of the country acted for, or empty
  std::string sector;         ///< PLOVER sector (GOV, MIL, ...), or empty
};

struct RecordStatement {
  std::string id;                  ///< unique in the record, `s1`
  Span span;                       ///< code points
  std::vector<std::string> about;  ///< entity ids
};

struct RecordRelation {
  std::string subject;  ///< entity id
  RelationType type = RelationType::kOpen;
  std::string open;    ///< for kOpen: the lemma after `open:`; else empty
  std::string object;  ///< entity or statement id; for also-known-as the name itself
  bool negated = false;
  Modality modality = Modality::kActual;
  std::string attributed_to;   ///< entity id or empty
  std::string time;            ///< ISO 8601 or empty
  std::string place;           ///< entity id or empty
  std::string title;           ///< see holds-position, related-to
  double confidence = 1.0;     ///< calibrated probability
  std::vector<Span> evidence;  ///< sentences, code points
  std::string rule;      ///< which pattern or classifier produced it (for `explain`); may be empty, not interchanged
  std::string features;  ///< what the confidence was computed from (for `explain`); may be empty, not interchanged

  /// For open relations: the words it is made of, in the order of the words (code points).
  std::vector<Span> open_subject, open_predicate, open_object;
};

/// Noun phrases that mean the same thing, be it an entity or not (`the storm`, `it`). Their spans hold determiners,
/// complements and relative clauses.
struct RecordChain {
  std::string entity;  ///< the entity that most of its names and descriptions are, or empty
  std::vector<RecordMention> mentions;
};

/// The extraction record: what an extractor says of one article. See graph/model/record.md for the JSON form.
struct Record {
  ArticleInfo doc;
  std::string text;  ///< UTF-8; empty when left out
  std::vector<RecordEntity> entities;
  std::vector<RecordStatement> statements;
  std::vector<RecordRelation> relations;
  std::vector<RecordChain> chains;  ///< only where they are asked for
  std::string
      extra;  ///< JSON object text with the top-level and `doc` fields that the reader did not know; may be empty
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_RECORD_H_
