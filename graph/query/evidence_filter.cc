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

constexpr size_t kMostKnown = 100000;  // articles that are remembered, about 100 bytes each

// What records of others give as dates may be anything.
std::string date_or_nothing(std::string text) {
  const bool is_date = text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
  return is_date ? text : std::string();
}

}  // namespace

EvidenceFilter::EvidenceFilter(const Store& store, EvidenceBounds bounds) : store_(store), bounds_(std::move(bounds)) {
  for (std::string& source : bounds_.sources) source = lower_ascii(std::move(source));
  bounds_.title = lower_ascii(std::move(bounds_.title));
}

std::optional<Edge> EvidenceFilter::narrow(const Edge& edge) {
  if (!is_needed()) return edge;
  // The dates of an edge are the first and last of those that its evidence is asked for.
  if (!bounds_.since.empty() && is_before(edge.last_date, bounds_.since)) return std::nullopt;
  if (!bounds_.until.empty() && !edge.first_date.empty() && is_before(bounds_.until, edge.first_date)) return std::nullopt;
  Edge result = edge;
  result.statements = result.attributed = 0;
  result.first_date.clear();
  result.last_date.clear();
  struct Story {
    ArticleId first;  // of the passing articles that print it; the others do not count
    double confidence = 0;
  };
  std::map<ArticleId, Story> stories;  // by original
  store_.for_each_evidence(edge.key, [&](const Evidence& evidence) {
    const auto date = passing_date(evidence);
    if (!date) return true;
    Story& story = stories.try_emplace(evidence.original, Story{evidence.article}).first->second;
    if (story.first != evidence.article) return true;
    ++result.statements;
    result.attributed += evidence.attributed_to ? 1 : 0;
    if (!date->empty() && (result.first_date.empty() || *date < result.first_date)) result.first_date = *date;
    result.last_date = std::max(result.last_date, *date);
    story.confidence = std::max(story.confidence, evidence.confidence);
    return true;
  });
  if (stories.empty()) return std::nullopt;
  result.articles = static_cast<uint32_t>(stories.size());
  double doubt = 1;
  for (const auto& [original, story] : stories) doubt *= 1 - story.confidence;
  result.confidence = 1 - doubt;
  return result;
}

const EvidenceFilter::Known& EvidenceFilter::article(ArticleId id) {
  const auto it = known_.find(id.value);
  if (it != known_.end()) return it->second;
  if (known_.size() >= kMostKnown) known_.clear();
  Known known;
  if (const auto stored = store_.article(id)) {
    known.date = date_or_nothing(stored->info.date.substr(0, 10));
    known.source_passes = bounds_.sources.empty() || std::find(bounds_.sources.begin(), bounds_.sources.end(),
                                                               lower_ascii(stored->info.source)) != bounds_.sources.end();
  }
  return known_.emplace(id.value, std::move(known)).first->second;
}

std::optional<std::string> EvidenceFilter::passing_date(const Evidence& evidence) {
  if (!bounds_.title.empty() && lower_ascii(evidence.title).find(bounds_.title) == std::string::npos) return std::nullopt;
  const Known& from = article(evidence.article);
  if (!from.source_passes) return std::nullopt;
  const size_t slash = evidence.time.find('/');
  const std::string told = date_or_nothing(evidence.time.substr(0, std::min<size_t>(slash, 10)));
  const std::string begin = told.empty() ? from.date : told;
  const std::string end = told.empty() || slash == std::string::npos ? begin : evidence.time.substr(slash + 1, 10);
  if (!bounds_.since.empty() && (end.empty() || is_before(end, bounds_.since))) return std::nullopt;
  if (!bounds_.until.empty() && (begin.empty() || is_before(bounds_.until, begin))) return std::nullopt;
  return begin;
}

}  // namespace actant
