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

}  // namespace

EvidenceFilter::EvidenceFilter(const Store& store, EvidenceBounds bounds) : store_(store), bounds_(std::move(bounds)) {
  for (std::string& source : bounds_.sources) source = lower_ascii(std::move(source));
}

std::optional<Edge> EvidenceFilter::narrow(const Edge& edge) {
  if (!is_needed()) return edge;
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
  Known known;
  if (const auto stored = store_.article(id)) {
    known.date = stored->info.date.substr(0, 10);
    known.source_passes = bounds_.sources.empty() || std::find(bounds_.sources.begin(), bounds_.sources.end(),
                                                               lower_ascii(stored->info.source)) != bounds_.sources.end();
  }
  return known_.emplace(id.value, std::move(known)).first->second;
}

// The date of the evidence (empty: not known) when it passes.
std::optional<std::string> EvidenceFilter::passing_date(const Evidence& evidence) {
  if (!is_needed()) return evidence.time;
  const Known& from = article(evidence.article);
  if (!from.source_passes) return std::nullopt;
  const size_t slash = evidence.time.find('/');
  const std::string begin = evidence.time.empty() ? from.date : evidence.time.substr(0, std::min<size_t>(slash, 10));
  const std::string end = slash == std::string::npos ? begin : evidence.time.substr(slash + 1, 10);
  if (!bounds_.since.empty() && (end.empty() || is_before(end, bounds_.since))) return std::nullopt;
  if (!bounds_.until.empty() && (begin.empty() || is_before(bounds_.until, begin))) return std::nullopt;
  return begin;
}

}  // namespace actant
