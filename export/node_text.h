#ifndef ACTANT_EXPORT_NODE_TEXT_H_
#define ACTANT_EXPORT_NODE_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/writer.h"

namespace actant {

/// The name that viewers show: one clean line, never empty (the id stands in). Statements are cut at 80 code points.
std::string node_label(const Node& node);

/// The other names, clean, without empty ones, most frequent first.
std::vector<std::string> node_aliases(const Node& node);

/// The same in one line, ` | ` between them.
std::string joined_aliases(const Node& node);

/// The relation as files name it: `met-with`, `open:pose_with`.
std::string edge_relation(const Edge& edge);

/// Name of the edge kind that keeps parallel edges apart: `met-with`, `met-with~negated`, `aided~planned`.
std::string edge_kind(const Edge& edge);

/// Only what the publisher itself asserts as a fact: not negated, actual, and not attributed alone.
bool is_asserted(const Edge& edge);

/// Weight of an edge: its articles, at least 1 (viewers drop weight 0).
inline double edge_weight(const Edge& edge) { return static_cast<double>(edge.articles ? edge.articles : 1); }

/// The address of an article with what IRIs forbid percent-encoded; empty when there is none.
std::string article_url(const ArticleInfo& article);

/// What the IRIs of nodes and edges begin with; the id follows.
std::string instance_base(const WriterOptions& options, const ExportHeader& header);

/// Written id of a sentence: `u-`, article, begin.
std::string sentence_id(const SentenceKey& key);

/// Code points of the one quotation that goes with an edge.
inline constexpr size_t kQuotePoints = 300;

/// The quotation of the best piece of evidence, one line; empty when there is none.
std::string quotation(std::span<const Evidence> evidence);

/// The first day of an ISO 8601 date that may be partial: `2025-08` gives `2025-08-01`; empty when it is none.
std::string first_day(std::string_view date);
/// `day`, `month`, `year`, or empty.
std::string_view date_precision(std::string_view date);

}  // namespace actant

#endif  // ACTANT_EXPORT_NODE_TEXT_H_
