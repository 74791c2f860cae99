#include "graph/query/evidence_filter.h"

#include <algorithm>
#include <map>

namespace actant {
namespace {

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// Partial dates are inclusive: 2024-03-05 is not before 2024-03, and 2024 not after 2024-03.
bool is_before(std::string_view date, std::string_view bound) {
  const size_t common = std::min(date.size(), bound.size());
  return date.substr(0, common) < bound.substr(0, common);
}

constexpr size_t kMostKnown = 1000000;  // articles that are remembered, about 32 bytes each

// What records of others give as dates may be anything.
std::string date_or_nothing(std::string text) {
  const bool is_date = text.size() >= 4 && !text.starts_with("0000") &&
                       std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
  return is_date ? text : std::string();
}

}  // namespace

EvidenceFilter::EvidenceFilter(const Store& store, EvidenceBounds bounds) : store_(store), bounds_(std::move(bounds)) {
  for (std::string& source : bounds_.sources) source = lower_ascii(std::move(source));
  bounds_.title = lower_ascii(std::move(bounds_.title));
}

// Counts, dates and confidence of the evidence that passes, by date.
class EvidenceFilter::Sum {
 public:
  void add(const Evidence& evidence, const std::string& date) {
    Story& story = stories_.try_emplace(evidence.original, Story{evidence.article}).first->second;
    if (story.first != evidence.article) return;
    ++statements_;
    attributed_ += evidence.attributed_to ? 1 : 0;
    if (!date.empty() && (first_date_.empty() || date < first_date_)) first_date_ = date;
    last_date_ = std::max(last_date_, date);
    story.confidence = std::max(story.confidence, evidence.confidence);
  }

  std::optional<Edge> edge(const Edge& whole) const {
    if (stories_.empty()) return std::nullopt;
    Edge result = whole;
    result.statements = statements_;
    result.attributed = attributed_;
    result.first_date = first_date_;
    result.last_date = last_date_;
    result.articles = static_cast<uint32_t>(stories_.size());
    double doubt = 1;
    for (const auto& [original, story] : stories_) doubt *= 1 - story.confidence;
    result.confidence = 1 - doubt;
    return result;
  }

 private:
  struct Story {
    ArticleId first;  // of the passing articles that print it; the others do not count
    double confidence = 0;
  };
  std::map<ArticleId, Story> stories_;  // by original
  uint32_t statements_ = 0, attributed_ = 0;
  std::string first_date_, last_date_;
};

// The dates of an edge are the first and last of those that its evidence is asked for.
bool EvidenceFilter::may_pass(const Edge& edge) const {
  if (!bounds_.since.empty() && is_before(edge.last_date, bounds_.since)) {
    // Something dated 2022 alone may have been in May, though the last date is in March.
    const auto has = [&](const std::string& partial) {
      return edge.first_date <= partial && partial <= edge.last_date;
    };
    if (!has(bounds_.since.substr(0, 4)) && !has(bounds_.since.substr(0, 7))) return false;
  }
  return bounds_.until.empty() || edge.first_date.empty() || !is_before(bounds_.until, edge.first_date);
}

std::optional<Edge> EvidenceFilter::narrow(const Edge& edge) {
  if (!is_needed()) return edge;
  if (!may_pass(edge)) return std::nullopt;
  Sum sum;
  store_.for_each_evidence(edge.key, [&](const Evidence& evidence) {
    if (const auto date = passing_date(evidence)) sum.add(evidence, *date);
    return true;
  });
  return sum.edge(edge);
}

std::optional<Edge> EvidenceFilter::narrow(const Edge& edge, std::vector<Evidence>& evidence) {
  if (!is_needed()) return edge;
  Sum sum;
  std::erase_if(evidence, [&](const Evidence& piece) {
    const auto date = passing_date(piece);
    if (date) sum.add(piece, *date);
    return !date;
  });
  return sum.edge(edge);
}

bool EvidenceFilter::source_passes(ArticleId id) {
  if (bounds_.sources.empty()) return true;
  const auto it = sources_.find(id.value);
  if (it != sources_.end()) return it->second;
  if (sources_.size() >= kMostKnown) sources_.clear();
  const auto stored = store_.article(id);
  const bool passes = stored && std::find(bounds_.sources.begin(), bounds_.sources.end(),
                                          lower_ascii(stored->info.source)) != bounds_.sources.end();
  return sources_.emplace(id.value, passes).first->second;
}

std::optional<std::string> EvidenceFilter::passing_date(const Evidence& evidence) {
  if (!bounds_.title.empty() && lower_ascii(evidence.title).find(bounds_.title) == std::string::npos)
    return std::nullopt;
  const size_t slash = evidence.time.find('/');
  const std::string told = date_or_nothing(evidence.time.substr(0, std::min<size_t>(slash, 10)));
  const std::string begin = told.empty() ? evidence.published : told;
  const std::string end = told.empty() || slash == std::string::npos ? begin : evidence.time.substr(slash + 1, 10);
  if (!bounds_.since.empty() && (end.empty() || is_before(end, bounds_.since))) return std::nullopt;
  if (!bounds_.until.empty() && (begin.empty() || is_before(bounds_.until, begin))) return std::nullopt;
  // Last, since it may have to look the article up.
  if (!source_passes(evidence.article)) return std::nullopt;
  return begin;
}

}  // namespace actant
