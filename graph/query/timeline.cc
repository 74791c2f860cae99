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
      result_.counted = reader_.for_each_evidence_of(
          node, options_.filter.relations,
          [&](const EdgeKey& key, NodeId end) {
            return options_.filter.accepts_key(key) && options_.filter.accepts_node(end);
          },
          [&](const EdgeKey& key, const EdgeKey& part, std::vector<Evidence>& evidence) {
            add(key, part, evidence);
            return true;
          },
          window());
    }
    shrink(options_.limit == 0 ? result_.events.size() : options_.limit);
    for (TimelineEvent& event : result_.events) complete(event);
    return std::move(result_);
  }

 private:
  struct Day {
    std::set<ArticleId> articles;
    const Evidence* best = nullptr;
  };

  // What a page needs of the evidence of a hub, and one event more. How many events pass is known from the dates of
  // edges alone unless the filter asks for anything else.
  EvidenceWindow window() const {
    const EvidenceBounds& bounds = options_.filter.evidence;
    EvidenceWindow window{bounds.since, bounds.until, {}, options_.newest_first, 0};
    if (after_) {
      std::string& bound = options_.newest_first ? window.until : window.since;
      if (bound.empty() || is_before(bound, after_->date)) bound = after_->date;
      window.behind = after_->date;
    }
    const bool dates_tell = bounds.sources.empty() && bounds.title.empty() && options_.filter.min_articles <= 1 &&
                            options_.filter.min_confidence <= 0;
    if (options_.limit != 0 && dates_tell) window.enough = options_.limit + 1;
    return window;
  }

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

  // An edge between two nodes.
  void add(const Edge& edge) {
    if (is_elsewhere(edge)) return;
    std::vector<Evidence> evidence;
    store_.for_each_evidence(edge.key, [&](const Evidence& piece) {
      evidence.push_back(piece);
      return true;
    });
    add(edge, evidence);
  }

  // Of an edge of the node, whose sums are read only where the filter asks for them: most events are not shown.
  void add(const EdgeKey& key, const EdgeKey& part, std::vector<Evidence>& evidence) {
    Edge edge;
    edge.key = key;
    if (options_.filter.needs_edge()) {
      const auto whole = reader_.edge_of_part(part);
      if (!whole || whole->articles < options_.filter.min_articles) return;
      const auto narrowed = filter_.narrow(*whole, evidence);
      if (!narrowed || narrowed->articles < options_.filter.min_articles ||
          narrowed->confidence < options_.filter.min_confidence) {
        return;
      }
      edge = *narrowed;
      if (is_elsewhere(edge)) return;
    }
    add(edge, evidence);
  }

  // What the page shows and was not needed to choose it.
  void complete(TimelineEvent& event) const {
    if (event.edge.articles == 0) {
      if (const auto edge = reader_.edge(event.edge.key)) event.edge = *edge;
    }
    if (event.evidence.text.empty()) event.evidence.text = reader_.sentence(event.evidence);
  }

  void add(const Edge& edge, const std::vector<Evidence>& evidence) {
    std::map<std::string, Day> days;
    for (const Evidence& piece : evidence) {
      const auto date = filter_.passing_date(piece);
      if (!date) continue;
      Day& day = days[*date];
      if (day.articles.empty() || piece.confidence > day.best->confidence) day.best = &piece;
      day.articles.insert(piece.original);
    }
    for (auto& [date, day] : days) {
      if (date.empty()) {
        ++result_.undated;
        continue;
      }
      ++result_.total;
      if (!is_after(date, edge.key) || (!page_end_.empty() && is_before(page_end_, date))) continue;
      result_.events.push_back({date, edge, static_cast<uint32_t>(day.articles.size()), *day.best});
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
