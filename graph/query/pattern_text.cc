#include <charconv>

#include "graph/query/internal/pattern_words.h"
#include "graph/query/pattern.h"

namespace actant {
namespace {

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string term_text(const PatternTerm& term) {
  if (!term.is_variable) return quoted(term.text);
  std::string text = "?" + term.text;
  for (size_t i = 0; i < term.types.size(); ++i) {
    text += (i == 0 ? ":" : "|") + std::string(entity_type_name(term.types[i]));
  }
  return text;
}

std::string fraction_text(double value) {
  char text[32];
  const auto result = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return {text, result.ptr};
}

std::string condition_text(const PatternCondition& condition) {
  std::vector<std::string> items;
  if (!condition.modality) items.emplace_back("any");
  if (condition.polarity == PatternCondition::Polarity::kNegated) items.emplace_back("negated");
  if (condition.polarity == PatternCondition::Polarity::kAffirmed && !condition.modality)
    items.emplace_back("affirmed");
  if (condition.polarity == PatternCondition::Polarity::kEither && condition.modality) items.emplace_back("any");
  if (condition.modality &&
      (*condition.modality != Modality::kActual || condition.polarity == PatternCondition::Polarity::kEither)) {
    items.emplace_back(modality_name(*condition.modality));
  }
  if (!condition.evidence.since.empty()) items.push_back("since " + condition.evidence.since);
  if (!condition.evidence.until.empty()) items.push_back("until " + condition.evidence.until);
  for (const std::string& source : condition.evidence.sources) items.push_back("source " + quoted(source));
  if (!condition.evidence.title.empty()) items.push_back("title " + quoted(condition.evidence.title));
  if (condition.min_articles != 1) items.push_back("articles >= " + std::to_string(condition.min_articles));
  if (condition.min_confidence > 0) items.push_back("confidence >= " + fraction_text(condition.min_confidence));
  return items.empty() ? "" : " [" + joined(items, ", ") + "]";
}

std::string triple_text(const TriplePattern& triple) {
  const PatternRelation& relation = triple.relation;
  return term_text(triple.subject) + " " +
         (relation.is_variable ? "?" + relation.variable : joined(relation.words, "|")) + " " +
         term_text(triple.object) + condition_text(triple.condition);
}

std::string filter_text(const PatternFilter& filter) {
  using Kind = PatternFilter::Kind;
  static constexpr const char* kSigns[] = {"=", "!=", "<", "<=", ">", ">="};
  const std::string sign = kSigns[static_cast<size_t>(filter.comparison)];
  const std::string variable = "?" + filter.variable;
  switch (filter.kind) {
    case Kind::kAnd:
    case Kind::kOr: {
      std::string text = "(";
      for (const PatternFilter& part : filter.parts) {
        text += (text.size() == 1 ? "" : filter.kind == Kind::kAnd ? " and " : " or ") + filter_text(part);
      }
      return text + ")";
    }
    case Kind::kNot: return "not " + filter_text(filter.parts[0]);
    case Kind::kSame: return variable + " " + sign + " " + term_text(filter.other);
    case Kind::kType: return variable + " type " + joined(filter.words, "|");
    case Kind::kCountry: return variable + " country " + joined(filter.words, "|");
    case Kind::kSector: return variable + " sector " + joined(filter.words, "|");
    case Kind::kName: return variable + " name " + quoted(filter.words[0]);
    case Kind::kArticles: return variable + " articles " + sign + " " + std::to_string(filter.number);
  }
  return {};
}

std::string order_text(const PatternOrder& order) {
  static constexpr const char* kKeys[] = {"", "articles", "confidence", "first", "last", "count"};
  const std::string key =
      order.key == PatternOrder::Key::kVariable ? "?" + order.variable : kKeys[static_cast<size_t>(order.key)];
  return key + (order.descending ? " desc" : " asc");
}

}  // namespace

std::string pattern_text(const PatternQuery& query) {
  std::string text;
  for (const TriplePattern& triple : query.triples) text += (text.empty() ? "" : " . ") + triple_text(triple);
  for (const PatternFilter& filter : query.filters) text += " filter " + filter_text(filter);
  if (!query.select.empty()) text += " select ?" + joined(query.select, " ?");
  if (query.distinct) text += " distinct";
  if (query.count) {
    text += " count";
    if (!query.count->of.empty()) text += " ?" + query.count->of;
    if (!query.count->by.empty()) text += " by ?" + joined(query.count->by, " ?");
  }
  for (size_t i = 0; i < query.order.size(); ++i) text += (i == 0 ? " order by " : ", ") + order_text(query.order[i]);
  if (query.limit) text += " limit " + std::to_string(*query.limit);
  if (query.offset > 0) text += " offset " + std::to_string(query.offset);
  return text;
}

}  // namespace actant
