#include "graph/merge/record_identity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/merge/known_names.h"
#include "graph/merge/name_key.h"
#include "graph/merge/office.h"
#include "graph/merge/person_names.h"
#include "graph/merge/similarity.h"

namespace actant {
namespace {

class Identifier {
 public:
  Identifier(const Record& record, const std::vector<std::string>& names)
      : record_(record), names_(names), facts_(record.entities.size()), article_(ArticleId::of(record.doc.id)) {
    for (uint32_t i = 0; i < facts_.size(); ++i) {
      index_.emplace(record.entities[i].id, i);
      Facts& facts = facts_[i];
      const RecordEntity& entity = record.entities[i];
      facts.key = name_key(entity.type, names[i]);
      facts.words = 1 + static_cast<size_t>(std::count(facts.key.begin(), facts.key.end(), ' '));
      facts.named = entity.mentions.empty() || std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                                           [](const auto& m) { return m.kind == MentionKind::kName; });
    }
    read_relations();
  }

  std::vector<RecordIdentity> identify() {
    std::vector<RecordIdentity> result(facts_.size());
    for (uint32_t i = 0; i < facts_.size(); ++i) {
      const std::optional<uint32_t> fuller = fuller_name(i);
      result[i] = {node_of(fuller.value_or(i)), fuller.has_value()};
    }
    return result;
  }

 private:
  struct Facts {
    std::string key;
    size_t words = 0;
    bool named = false;
    std::vector<std::string_view> titles;  // of offices that the record says it holds
  };

  void read_relations() {
    for (const RecordRelation& relation : record_.relations) {
      const auto subject = index_.find(relation.subject), object = index_.find(relation.object);
      if (subject == index_.end() || relation.type == RelationType::kAlsoKnownAs) continue;
      if (relation.type == RelationType::kHoldsPosition && !relation.negated && !relation.title.empty()) {
        facts_[subject->second].titles.push_back(relation.title);
      }
      if (object != index_.end()) related_.insert(std::minmax(subject->second, object->second));
    }
  }

  // The one entity with a fuller name that `index` is.
  std::optional<uint32_t> fuller_name(uint32_t index) const {
    const RecordEntity& entity = record_.entities[index];
    if (!facts_[index].named) return std::nullopt;
    if (entity.type == EntityType::kPerson) {
      const bool article =
          facts_[index].words == 2 && (facts_[index].key.starts_with("al ") || facts_[index].key.starts_with("el "));
      if (facts_[index].words > 1 && !article && !has_initial(facts_[index].key)) return std::nullopt;
    } else if (entity.type != EntityType::kOrganization || facts_[index].words > 1) {
      return std::nullopt;
    }
    std::optional<uint32_t> found;
    for (uint32_t other = 0; other < facts_.size(); ++other) {
      if (other == index || !is_fuller(index, other)) continue;
      if (found && facts_[*found].key != facts_[other].key) return std::nullopt;
      if (!found) found = other;
    }
    return found;
  }

  static bool has_initial(std::string_view key) {
    return key.size() > 1 && (key[1] == ' ' || key.find(' ') == key.size() - 2);
  }

  bool is_fuller(uint32_t index, uint32_t other) const {
    const RecordEntity &entity = record_.entities[index], &candidate = record_.entities[other];
    const Facts &facts = facts_[index], &fuller = facts_[other];
    if (candidate.type != entity.type || !fuller.named) return false;
    // "j smith" and "john smith" have as many words.
    if (fuller.words < facts.words || fuller.key.size() <= facts.key.size()) return false;
    if (!entity.actor_country.empty() && !candidate.actor_country.empty() &&
        entity.actor_country != candidate.actor_country) {
      return false;
    }
    if (related_.contains(std::minmax(index, other))) return false;
    if (entity.type == EntityType::kOrganization) {
      return facts.key.size() >= 2 && is_acronym_of(facts.key, split_words(fuller.key));
    }
    const PersonMatch match = compare_persons(facts.key, fuller.key);
    return match == PersonMatch::kSurname || (match == PersonMatch::kShorter && facts.words >= 2);
  }

  // The country that the record is most about, or empty: by mentions of countries and of those who act for them.
  const std::string& main_country() {
    if (main_country_) return *main_country_;
    std::map<std::string_view, size_t> votes;
    for (uint32_t i = 0; i < facts_.size(); ++i) {
      const RecordEntity& entity = record_.entities[i];
      std::string_view country = entity.actor_country;
      if (country.empty() && entity.type == EntityType::kPlace) {
        if (const auto known = known_country(fold_name(names_[i]))) country = known->iso3;
      }
      if (!country.empty()) votes[country] += std::max<size_t>(entity.mentions.size(), 1);
    }
    size_t most = 0;
    main_country_.emplace();
    for (const auto& [country, count] : votes) {
      if (count > most) {
        most = count;
        main_country_ = country;
      }
    }
    return *main_country_;
  }

  std::string facet(uint32_t index) {
    const RecordEntity& entity = record_.entities[index];
    const Facts& facts = facts_[index];
    if (entity.type != EntityType::kPerson || !facts.named) return {};
    Office office;
    std::string_view occupation;
    for (const std::string_view title : facts.titles) {
      if (!office) office = office_of(title);
      if (occupation.empty()) occupation = occupation_of(title, {});
    }
    if (office.kind != Office::Kind::kExclusive && occupation.empty()) {
      occupation = occupation_of({}, entity.sector);
    }
    if (facts.words > 1) return std::string(office.kind == Office::Kind::kExclusive ? std::string_view() : occupation);
    std::string result(office.kind == Office::Kind::kExclusive ? office.key : occupation);
    if (entity.actor_country.empty() && !main_country().empty()) result += "@" + main_country();
    return result;
  }

  NodeId node_of(uint32_t index) {
    const RecordEntity& entity = record_.entities[index];
    const std::string facet_text = facet(index);
    EntityIdentity identity;
    identity.type = entity.type;
    identity.name = names_[index];
    identity.country = entity.actor_country;
    identity.named = facts_[index].named;
    identity.article = article_;
    identity.facet = facet_text;
    return layer1_node(identity);
  }

  const Record& record_;
  const std::vector<std::string>& names_;
  std::vector<Facts> facts_;
  ArticleId article_;
  std::unordered_map<std::string_view, uint32_t> index_;
  std::set<std::pair<uint32_t, uint32_t>> related_;
  std::optional<std::string> main_country_;
};

}  // namespace

std::vector<RecordIdentity> identify_entities(const Record& record, const std::vector<std::string>& names) {
  return Identifier(record, names).identify();
}

}  // namespace actant
