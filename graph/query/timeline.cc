#include "graph/query/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace actant {
namespace {

class Builder {
 public:
  Builder(const Store& store, const GraphReader& reader, const TimelineOptions& options)
      : store_(store), reader_(reader), options_(options), filter_(store, options.filter.evidence) {}

  Timeline run(NodeId node, std::optional<NodeId> other) {
    if (other) {
      for (const Edge& edge : links_between(store_, reader_, node, *other, true, options_.filter)) add(edge);
    } else {
      const auto cursor = reader_.cursor();
      const auto relations = options_.filter.all_relations();
      for (cursor->seek_node(node, Direction::kBoth, relations); cursor->next();) {
        if (!options_.filter.accepts_key(cursor->key()) || !options_.filter.accepts_node(cursor->other())) continue;
        if (const auto edge = passing_edge(cursor->edge(), options_.filter, filter_)) add(*edge);
      }
    }
    shrink(options_.limit == 0 ? result_.events.size() : options_.limit);
    return std::move(result_);
  }

 private:
  struct Day {
    std::set<ArticleId> articles;
    Evidence best;
  };

  void add(const Edge& edge) {
    std::map<std::string, Day> days;
    store_.for_each_evidence(edge.key, [&](const Evidence& evidence) {
      const auto date = filter_.passing_date(evidence);
      if (!date) return true;
      Day& day = days[*date];
      if (day.articles.empty() || evidence.confidence > day.best.confidence) day.best = evidence;
      day.articles.insert(evidence.original);
      return true;
    });
    for (auto& [date, day] : days) {
      if (date.empty()) {
        ++result_.undated;
        continue;
      }
      ++result_.total;
      result_.events.push_back({date, edge, static_cast<uint32_t>(day.articles.size()), std::move(day.best)});
    }
    if (options_.limit != 0 && result_.events.size() >= 2 * options_.limit + 100) shrink(options_.limit);
  }

  void shrink(size_t size) {
    std::sort(result_.events.begin(), result_.events.end(), [this](const TimelineEvent& a, const TimelineEvent& b) {
      if (a.date != b.date) return (a.date < b.date) != options_.newest_first;
      return a.edge.key < b.edge.key;
    });
    if (result_.events.size() > size) result_.events.resize(size);
  }

  const Store& store_;
  const GraphReader& reader_;
  const TimelineOptions& options_;
  EvidenceFilter filter_;
  Timeline result_;
};

}  // namespace

Timeline make_timeline(const Store& store, const GraphReader& reader, NodeId node, std::optional<NodeId> other,
                       const TimelineOptions& options) {
  return Builder(store, reader, options).run(node, other);
}

}  // namespace actant
