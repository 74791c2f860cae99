#include "graph/query/internal/pattern_words.h"

#include <algorithm>

#include "graph/model/schema.h"

namespace actant::internal {
namespace {

constexpr std::string_view kClauses[] = {"filter", "select", "distinct", "count", "limit", "offset"};
constexpr std::string_view kGroups[] = {"events", "facts", "open", "any"};

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// At most a third of the letters may differ.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& words) {
  std::string_view best;
  if (word.size() > 64) return best;
  size_t best_distance = std::max<size_t>(1, word.size() / 3) + 1;
  for (const std::string_view other : words) {
    if (const size_t distance = edit_distance(word, other); distance < best_distance) {
      best_distance = distance;
      best = other;
    }
  }
  return best;
}

std::vector<std::string_view> relation_words() {
  std::vector<std::string_view> words;
  for (const RelationInfo& info : relations()) words.push_back(info.id);
  words.insert(words.end(), std::begin(kGroups), std::end(kGroups));
  return words;
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

}  // namespace

bool is_clause_word(std::string_view word) {
  return std::find(std::begin(kClauses), std::end(kClauses), word) != std::end(kClauses);
}

bool is_relation_word(std::string_view word) {
  return std::find(std::begin(kGroups), std::end(kGroups), word) != std::end(kGroups) ||
         parse_relation(word).has_value();
}

bool is_pattern_date(std::string_view word) {
  if (word.size() != 4 && word.size() != 7 && word.size() != 10) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? word[i] != '-' : word[i] < '0' || word[i] > '9') return false;
  }
  if (word.size() >= 7 && (two_digits(word.substr(5)) < 1 || two_digits(word.substr(5)) > 12)) return false;
  return word.size() < 10 || (two_digits(word.substr(8)) >= 1 && two_digits(word.substr(8)) <= 31);
}

std::vector<std::string_view> type_words() {
  std::vector<std::string_view> words;
  for (auto type = static_cast<int>(EntityType::kPerson); type <= static_cast<int>(EntityType::kStatement); ++type) {
    words.push_back(entity_type_name(static_cast<EntityType>(type)));
  }
  return words;
}

std::vector<std::string_view> condition_words() {
  return {"since",   "until",    "on",  "source", "title",   "articles", "confidence",
          "negated", "affirmed", "any", "actual", "planned", "possible", "requested"};
}

std::string_view nearest_relation(std::string_view word) { return nearest(word, relation_words()); }

std::string unknown_relation(std::string_view word) {
  const std::string_view near = nearest_relation(word);
  return "'" + std::string(word) + "' is no relation" +
         (near.empty() ? "" : " (did you mean " + std::string(near) + "?)");
}

std::string unknown_word(std::string_view kind, std::string_view word, const std::vector<std::string_view>& words) {
  std::string message = "'" + std::string(word) + "' is no " + std::string(kind);
  const std::string_view near = nearest(word, words);
  if (!near.empty()) return message + " (did you mean " + std::string(near) + "?)";
  message += "; there are";
  for (const std::string_view known : words) message += (known == words.front() ? " " : ", ") + std::string(known);
  return message;
}

}  // namespace actant::internal
