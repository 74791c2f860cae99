#include "export/node_text.h"

#include <array>
#include <cstdio>

#include "export/text.h"

namespace actant {
namespace {

bool is_number(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

int days_of_month(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month - 1) % 12];
}

}  // namespace

std::string node_label(const Node& node) {
  std::string label = node.type == EntityType::kStatement ? shorten(node.statement_text, 80) : clean_name(node.name);
  return label.empty() ? node.id.to_string() : label;
}

std::vector<std::string> node_aliases(const Node& node) {
  std::vector<std::string> names;
  if (node.type == EntityType::kStatement) return names;
  for (const Alias& alias : node.aliases) {
    std::string name = clean_name(alias.name);
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

std::string joined_aliases(const Node& node) {
  std::string joined;
  for (const std::string& name : node_aliases(node)) joined += (joined.empty() ? "" : " | ") + name;
  return joined;
}

std::string edge_relation(const Edge& edge) {
  std::string relation(relation_info(edge.key.relation).id);
  if (edge.key.relation == RelationType::kOpen) relation += ":" + clean_name(edge.open_lemma);
  return relation;
}

std::string edge_kind(const Edge& edge) {
  std::string kind = edge_relation(edge);
  if (edge.key.negated) kind += "~negated";
  if (edge.key.modality != Modality::kActual) {
    kind += '~';
    kind += modality_name(edge.key.modality);
  }
  return kind;
}

bool is_asserted(const Edge& edge) {
  return !edge.key.negated && edge.key.modality == Modality::kActual && edge.attributed < edge.statements;
}

std::string article_url(const ArticleInfo& article) {
  std::string url;
  append_iri(url, clean_name(article.url));
  return url;
}

std::string instance_base(const WriterOptions& options, const ExportHeader& header) {
  std::string base;
  append_iri(base, options.base_iri.empty() ? "urn:x-actant:" + header.uuid + ":" : options.base_iri);
  return base;
}

std::string sentence_id(const SentenceKey& key) {
  std::string id = key.article.to_string();
  id[0] = 'u';
  id += '-';
  append_number(id, static_cast<uint64_t>(key.span.begin));
  id += '-';
  append_number(id, static_cast<uint64_t>(key.span.end));
  return id;
}

std::string quotation(std::span<const Evidence> evidence) {
  return evidence.empty() ? std::string() : shorten(evidence.front().text, kQuotePoints);
}

std::string_view date_precision(std::string_view date) {
  if (date.size() < 4 || !is_number(date.substr(0, 4))) return {};
  if (date.size() == 4) return "year";
  if (date.size() < 7 || date[4] != '-' || !is_number(date.substr(5, 2))) return {};
  const int month = number(date.substr(5, 2));
  if (month < 1 || month > 12) return {};
  if (date.size() == 7) return "month";
  if (date.size() < 10 || date[7] != '-' || !is_number(date.substr(8, 2))) return {};
  if (date.size() > 10 && date[10] != 'T') return {};
  const int day = number(date.substr(8, 2));
  return day >= 1 && day <= days_of_month(number(date.substr(0, 4)), month) ? "day" : "";
}

std::string first_day(std::string_view date) {
  const std::string_view precision = date_precision(date);
  if (precision == "day") return std::string(date.substr(0, 10));
  if (precision == "month") return std::string(date) + "-01";
  if (precision == "year") return std::string(date) + "-01-01";
  return {};
}

}  // namespace actant
