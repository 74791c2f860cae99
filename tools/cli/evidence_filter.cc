#include "tools/cli/evidence_filter.h"

#include <algorithm>
#include <map>

#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// The first and the last day that a partial date may mean, as far as comparing texts needs it: of `2025-08` these are
/// `2025-08-00` and `2025-08-99`.
std::string first_day(const std::string& date) {
  return date + std::string("0000-00-00").substr(std::min<size_t>(date.size(), 10));
}
std::string last_day(const std::string& date) {
  return date + std::string("9999-99-99").substr(std::min<size_t>(date.size(), 10));
}

void widen(const std::string& date, std::string& first, std::string& last) {
  if (date.empty()) return;
  if (first.empty() || date < first) first = date;
  if (date > last) last = date;
}

}  // namespace

bool EvidenceFilter::check(const Article& article) const {
  const std::string date = article.info.date.substr(0, 10);
  if (!filters_.since.empty() && (date.empty() || last_day(date) < first_day(filters_.since))) return false;
  if (!filters_.until.empty() && (date.empty() || first_day(date) > last_day(filters_.until))) return false;
  return filters_.sources.empty() ||
         std::any_of(filters_.sources.begin(), filters_.sources.end(), [&](const std::string& source) {
           return lower_ascii(source) == lower_ascii(article.info.source);
         });
}

bool EvidenceFilter::passes(ArticleId id) {
  if (!is_needed()) return true;
  const auto [entry, is_new] = known_.try_emplace(id.value, false);
  if (is_new) {
    const auto article = store_.article(id);
    entry->second = article && check(*article);
  }
  return entry->second;
}

std::optional<Edge> EvidenceFilter::narrow(const Edge& edge) {
  if (!is_needed()) return edge;
  Edge narrowed = edge;
  narrowed.statements = narrowed.attributed = 0;
  narrowed.first_date = narrowed.last_date = "";
  std::map<uint64_t, double> best_of_article;
  store_.for_each_evidence(edge.key, [&](const Evidence& evidence) {
    if (!passes(evidence.article)) return true;
    ++narrowed.statements;
    if (evidence.attributed_to) ++narrowed.attributed;
    double& best = best_of_article[evidence.article.value];
    best = std::max(best, evidence.confidence);
    std::string date = evidence.time;
    if (date.empty()) {
      if (const auto article = store_.article(evidence.article)) date = article->info.date;
    }
    widen(date, narrowed.first_date, narrowed.last_date);
    return true;
  });
  if (best_of_article.empty()) return std::nullopt;
  narrowed.articles = static_cast<uint32_t>(best_of_article.size());
  double doubt = 1;
  for (const auto& [article, confidence] : best_of_article) doubt *= 1 - confidence;
  narrowed.confidence = 1 - doubt;
  return narrowed;
}

}  // namespace actant
