#include "tools/cli/edge_filters.h"

#include <algorithm>

namespace actant {
namespace {

std::vector<std::string_view> type_words() {
  std::vector<std::string_view> words;
  for (auto type = static_cast<int>(EntityType::kPerson); type <= static_cast<int>(EntityType::kStatement); ++type) {
    words.push_back(entity_type_name(static_cast<EntityType>(type)));
  }
  return words;
}

std::string unknown_word(std::string_view kind, std::string_view word, const std::vector<std::string_view>& words) {
  std::string message = "'" + std::string(word) + "' is no " + std::string(kind);
  const std::string_view near = nearest_word(word, words);
  if (!near.empty()) return message + " (did you mean " + std::string(near) + "?)";
  message += "; there are";
  for (const std::string_view known : words) message += (known == words.front() ? " " : ", ") + std::string(known);
  return message;
}

ValueSetter add_types(std::vector<EntityType>& target) {
  return [&target](std::string_view value) {
    for_each_part(value, [&](std::string_view word) {
      const auto type = parse_entity_type(word);
      if (!type) throw UsageError(unknown_word("node type", word, type_words()));
      target.push_back(*type);
    });
  };
}

}  // namespace

std::vector<std::string_view> relation_words() {
  std::vector<std::string_view> words;
  for (const RelationInfo& info : relations()) words.push_back(info.id);
  for (const std::string_view group : {"events", "facts", "open"}) words.push_back(group);
  return words;
}

void for_each_part(std::string_view list, const std::function<void(std::string_view part)>& add) {
  bool any = false;
  for (size_t i = 0; i <= list.size();) {
    const size_t end = std::min(list.find(',', i), list.size());
    if (end > i) {
      add(list.substr(i, end - i));
      any = true;
    }
    i = end + 1;
  }
  if (!any) throw UsageError("the value is empty");
}

ValueSetter add_relations(std::vector<std::string>& target) {
  return [&target](std::string_view value) {
    for_each_part(value, [&](std::string_view word) {
      if (word == "?" || word == "any") return;
      if (word == "events" || word == "facts") {
        for (const RelationInfo& info : relations()) {
          if (info.fact == (word == "facts") && info.type != RelationType::kStated) target.emplace_back(info.id);
        }
        return;
      }
      const auto relation = parse_relation(word);
      if (word == "open") {
        target.emplace_back(word);
        return;
      }
      if (!relation || word == "open:") throw UsageError(unknown_word("relation", word, relation_words()));
      target.emplace_back(word);
    });
  };
}

void check_dates(const std::string& since, const std::string& until) {
  if (since.empty() || until.empty()) return;
  const size_t common = std::min(since.size(), until.size());
  if (since.compare(0, common, until, 0, common) > 0) {
    throw UsageError("--since " + since + " is after --until " + until);
  }
}

void declare_edge_filters(OptionTable& table, EdgeFilters& filters) {
  table.add(
      Option{.name = "since",
             .value = "DATE",
             .help = "only what happened (else: was published) on this day or later; a month or a year may be given",
             .set = set_date(filters.since),
             .alias = "from"});
  table.add(Option{.name = "until",
                   .value = "DATE",
                   .help = "only what happened (else: was published) up to the end of this day, month or year",
                   .set = set_date(filters.until)});
  table.add(Option{.name = "source",
                   .value = "NAME",
                   .help = "only what this publisher says; may be given several times",
                   .set = add_text(filters.sources)});
  table.add(Option{.name = "type",
                   .value = "TYPES",
                   .help = "only nodes of these types: person, organization, place, group, event, topic, statement "
                           "(a comma list)",
                   .set = add_types(filters.types),
                   .choices = type_words()});
  table.add(Option{.name = "min-articles",
                   .value = "N",
                   .help = "only edges that at least N articles support; default 1",
                   .set = set_number(filters.min_articles, 1),
                   .alias = "min-weight"});
  table.add(Option{.name = "min-confidence",
                   .value = "P",
                   .help = "only edges that are right with a probability of at least P, from 0 to 1; default 0",
                   .set = set_fraction(filters.min_confidence)});
}

}  // namespace actant
