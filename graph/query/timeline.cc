#include "graph/query/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace actant {
namespace {

class Builder {
 public:
  Builder(const Store& store, const GraphReader& reader, const TimelineOptions& options,
          const std::optional<TimelinePlace>& after)
      : store_(store), reader_(reader), options_(options), after_(after), filter_(store, options.filter.evidence) {}

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

  // True when no event of the edge is on the page, by its first and last dates.
  bool is_elsewhere(const Edge& edge) const {
    if (!after_) return false;  // the first page counts all events
    const std::string &first = options_.newest_first ? edge.last_date : edge.first_date,
                      &last = options_.newest_first ? edge.first_date : edge.last_date;
    return is_before(last, after_->date) || (!page_end_.empty() && is_before(page_end_, first));
  }

  // In the order of the timeline; of a partial date and one that it may mean neither is.
  bool is_before(const std::string& a, const std::string& b) const {
    const size_t common = std::min(a.size(), b.size());
    const int order = a.compare(0, common, b, 0, common);
    return options_.newest_first ? order > 0 : order < 0;
  }

  bool is_after(const std::string& date, const EdgeKey& edge) const {
    if (!after_) return true;
    return date != after_->date ? (date < after_->date) == options_.newest_first : after_->edge < edge;
  }

  void add(const Edge& edge) {
    if (is_elsewhere(edge)) return;
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
      if (!is_after(date, edge.key)) continue;
      result_.events.push_back({date, edge, static_cast<uint32_t>(day.articles.size()), std::move(day.best)});
    }
    if (options_.limit != 0 && result_.events.size() >= 2 * options_.limit + 100) shrink(options_.limit);
  }

  void shrink(size_t size) {
    std::sort(result_.events.begin(), result_.events.end(), [this](const TimelineEvent& a, const TimelineEvent& b) {
      if (a.date != b.date) return (a.date < b.date) != options_.newest_first;
      return a.edge.key < b.edge.key;
    });
    if (result_.events.size() <= size) return;
    result_.more = true;
    result_.events.resize(size);
    if (size > 0) page_end_ = result_.events.back().date;
  }

  const Store& store_;
  const GraphReader& reader_;
  const TimelineOptions& options_;
  const std::optional<TimelinePlace>& after_;
  EvidenceFilter filter_;
  std::string page_end_;  // behind it nothing is on the page
  Timeline result_;
};

}  // namespace

Timeline make_timeline(const Store& store, const GraphReader& reader, NodeId node, std::optional<NodeId> other,
                       const TimelineOptions& options, const std::optional<TimelinePlace>& after) {
  return Builder(store, reader, options, after).run(node, other);
}

}  // namespace actant
