#ifndef ACTANT_GRAPH_QUERY_TIMELINE_H_
#define ACTANT_GRAPH_QUERY_TIMELINE_H_

#include <optional>
#include <string>
#include <vector>

#include "graph/query/neighbor_lists.h"

namespace actant {

struct TimelineOptions {
  LinkFilter filter{};  ///< its evidence bounds are those of the events; its types those of the other node
  size_t limit = 0;     ///< so many events; 0: all
  bool newest_first = false;
};

/// Where a timeline was left.
struct TimelinePlace {
  std::string date;
  EdgeKey edge;
};

/// What happened on one day (or month, or year) according to the articles: the evidence of one edge with one date.
struct TimelineEvent {
  std::string date;       ///< ISO 8601 of the event where the text gives it, else of the first article
  Edge edge;              ///< its key and lemma; counts, dates and confidence are those of the whole edge
  uint32_t articles = 0;  ///< that tell of it with this date
  Evidence evidence;      ///< the surest piece, among equals of the earliest article
};

struct Timeline {
  std::vector<TimelineEvent> events;  ///< by date, then by the edge
  uint64_t total = 0;                 ///< events that were read, shown or not
  bool counted = true;                ///< these are all
  uint64_t undated = 0;               ///< events left out since neither text nor article gives a date
  bool more = false;                  ///< there are events behind these
};

/// The events of a node or, when `other` is given, between two nodes, by time. Cost: the evidence of the edges, for a
/// node about two microseconds each (GraphReader::for_each_evidence_of()); of a node with thousands of edges and with a
/// limit, half a microsecond for each edge and the evidence of those that have some by then. Memory: the events, or
/// twice the limit, and 80 bytes for each edge of the node. `after`: only events behind the one of this date and edge,
/// so that a timeline of any length can be read page by page; `total` and `undated` are then those of the edges that
/// were looked at.
Timeline make_timeline(const Store& store, const GraphReader& reader, NodeId node, std::optional<NodeId> other,
                       const TimelineOptions& options, const std::optional<TimelinePlace>& after = {});

}  // namespace actant

#endif  // ACTANT_GRAPH_QUERY_TIMELINE_H_
