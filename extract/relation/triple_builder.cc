#include "extract/relation/triple_builder.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entity/gazetteer.h"

namespace actant {
namespace {

constexpr std::string_view kIfUsed = "if-used:";

// Rank of how actual a reading is: rule 5 keeps the lowest.
int distance_from_fact(const Triple& triple) {
  static constexpr int kOrder[] = {0, 1, 3, 2};  // actual, planned, possible, requested
  return kOrder[static_cast<int>(triple.modality)] * 2 + (triple.negated ? 1 : 0);
}

uint64_t key_of(const Triple& triple) {
  uint64_t subject = triple.subject;
  uint64_t object = triple.object;
  if (relation_info(triple.relation).symmetric && object < subject) std::swap(subject, object);
  if (triple.relation == RelationType::kAlsoKnownAs)
    object = std::hash<std::string_view>()(triple.text_object) & 0xffffff;
  uint64_t key = subject * 0x9e3779b97f4a7c15u ^ (object + 1) * 0xc2b2ae3d27d4eb4fu;
  key ^= static_cast<uint64_t>(triple.relation) << 56;
  if (triple.relation == RelationType::kOpen) key ^= std::hash<std::string_view>()(triple.open_lemma);
  return key;
}

bool same_triple(const Triple& a, const Triple& b) {
  if (a.relation != b.relation || a.text_object != b.text_object || a.open_lemma != b.open_lemma) return false;
  if (a.subject == b.subject && a.object == b.object) return true;
  return relation_info(a.relation).symmetric && a.subject == b.object && a.object == b.subject;
}

void merge_into(Triple& kept, Triple& other) {
  const int before = distance_from_fact(kept);
  const int now = distance_from_fact(other);
  // Whoever says it first in the more actual form lends the qualifiers; what it leaves open comes from the other.
  if (now < before) {
    std::swap(kept.negated, other.negated);
    std::swap(kept.modality, other.modality);
    std::swap(kept.attributed_to, other.attributed_to);
    std::swap(kept.predicate, other.predicate);
    std::swap(kept.rule, other.rule);
    if (!other.time.empty()) std::swap(kept.time, other.time);
    if (other.place != kNone) std::swap(kept.place, other.place);
  } else if (now == before && other.attributed_to == kNone) {
    kept.attributed_to = kNone;  // the publisher says so too
  }
  if (kept.time.empty()) kept.time = other.time;
  if (kept.place == kNone) kept.place = other.place;
  if (kept.title.empty()) kept.title = other.title;
  // Readings of one predicate are one reading; others count as half independent.
  if (other.evidence != kept.evidence) {
    kept.confidence = std::max(kept.confidence, other.confidence) + (1 - std::max(kept.confidence, other.confidence)) *
                                                                        0.5f *
                                                                        std::min(kept.confidence, other.confidence);
  } else {
    kept.confidence = std::max(kept.confidence, other.confidence);
  }
  kept.pair_probability = std::max(kept.pair_probability, other.pair_probability);
  kept.evidence.insert(kept.evidence.end(), other.evidence.begin(), other.evidence.end());
}

// `Kirkuk in Baghdad`, `Arizona in Wisconsin`: a known city lies in no other city, a state of a federation in no other,
// a country in none of the places that we know.
bool is_too_small(const Document& document, uint32_t place, uint32_t inner) {
  if (document.entities[place].type != EntityType::kPlace || document.entities[inner].type != EntityType::kPlace)
    return false;
  const GazetteerTerm* outside = Gazetteer::get().term(document.entities[place].name);
  const GazetteerTerm* inside = Gazetteer::get().term(document.entities[inner].name);
  if (outside == nullptr || inside == nullptr) return false;
  const auto is_city = [](const GazetteerTerm& term) {
    return (term.kinds & (kCityName | kCapital)) != 0 && (term.kinds & (kRegionName | kCountryName)) == 0;
  };
  constexpr uint16_t kBounded = kCityName | kCapital | kRegionName | kCountryName;
  if ((inside->kinds & kCountryName) != 0 && !is_city(*inside)) return (outside->kinds & kBounded) != 0;
  // Two states of one federation.
  const auto is_region = [](const GazetteerTerm& term) {
    return (term.kinds & kRegionName) != 0 && (term.kinds & (kCityName | kCapital | kCountryName)) == 0;
  };
  if (is_region(*inside) && is_region(*outside) && !inside->iso3.empty() && inside->iso3 == outside->iso3) return true;
  return is_city(*inside) && is_city(*outside);
}

bool is_complete(const Document& document, const Triple& triple) {
  if (triple.relation == RelationType::kOpen) return true;
  if (triple.subject == kNone || !is_usable_argument(document, triple.subject)) return false;
  if (triple.relation == RelationType::kAlsoKnownAs) return !triple.text_object.empty();
  if (triple.relation == RelationType::kStated) return triple.object < document.statements.size();
  if (triple.object == kNone || triple.object == triple.subject || !is_usable_argument(document, triple.object))
    return false;
  return triple.relation != RelationType::kLocatedIn || !is_too_small(document, triple.object, triple.subject);
}

void merge_equal(Document& document) {
  std::unordered_map<uint64_t, std::vector<uint32_t>> seen;
  std::vector<Triple> kept;
  kept.reserve(document.triples.size());
  for (Triple& triple : document.triples) {
    if (!is_complete(document, triple)) continue;
    std::vector<uint32_t>& same = seen[key_of(triple)];
    const auto it = std::find_if(same.begin(), same.end(), [&](uint32_t i) { return same_triple(kept[i], triple); });
    if (it != same.end()) {
      merge_into(kept[*it], triple);
    } else {
      same.push_back(static_cast<uint32_t>(kept.size()));
      kept.push_back(std::move(triple));
    }
  }
  document.triples = std::move(kept);
}

const std::vector<uint32_t>& members_of(const Document& document, uint32_t entity) {
  static const std::vector<uint32_t> kOne;
  return entity < document.entities.size() ? document.entities[entity].members : kOne;
}

// Whom a set that speaks means beside the one whose triple it is: `they said that they had met` is each one's own word.
uint32_t one_of_set(const std::vector<uint32_t>& set, uint32_t preferred) {
  return std::find(set.begin(), set.end(), preferred) != set.end() ? preferred : set.front();
}

// `The leaders said that they would help`, which each of them says: each one's help is his own word, not that of the
// first. `stated`: what was said, one triple for each speaker.
uint32_t source_for(const Document& document, const Triple& triple, std::span<const Triple> stated) {
  if (triple.attributed_to == kNone || triple.attributed_to == triple.subject || triple.predicate == kNone) {
    return triple.attributed_to;
  }
  const Span predicate = document.tokens[triple.predicate].span;
  const auto says = [&](uint32_t speaker, uint32_t statement) {
    return std::ranges::any_of(stated, [&](const Triple& other) {
      return other.relation == RelationType::kStated && other.subject == speaker && other.object == statement;
    });
  };
  for (const Triple& own : stated) {
    if (own.relation != RelationType::kStated || own.subject != triple.subject) continue;
    const bool inside = document.statements[own.object].span.contains(predicate);
    if (inside && says(triple.attributed_to, own.object)) return triple.subject;
  }
  return triple.attributed_to;
}

// What is said of `they`, `the two leaders` is said of each. With each other where it is a relation of the set to
// itself.
void distribute(Document& document) {
  std::vector<Triple> result;
  result.reserve(document.triples.size());
  size_t statements = 0;  // the first triples: those of the stage of statements come before all others
  for (Triple& triple : document.triples) {
    const bool stated = triple.relation == RelationType::kStated || triple.relation == RelationType::kAlsoKnownAs;
    std::vector<uint32_t> subjects = members_of(document, triple.subject);
    std::vector<uint32_t> objects = stated ? std::vector<uint32_t>() : members_of(document, triple.object);
    if (triple.relation == RelationType::kOpen) subjects.clear(), objects.clear();
    if (subjects.empty()) subjects.push_back(triple.subject);
    if (objects.empty()) objects.push_back(triple.object);
    for (const uint32_t subject : subjects) {
      for (const uint32_t object : objects) {
        Triple& one = result.emplace_back(triple);
        one.subject = subject;
        one.object = object;
        const std::vector<uint32_t>& speakers = members_of(document, triple.attributed_to);
        if (!speakers.empty()) one.attributed_to = one_of_set(speakers, subject);
        if (!stated)
          one.attributed_to = source_for(document, one, std::span(result).first(statements));
        else
          statements = result.size();
      }
    }
  }
  document.triples = std::move(result);
}

// Facts about nodes that play no part are no news.
void drop_unused_facts(Document& document) {
  std::vector<bool> used(document.entities.size(), false);
  const auto mark = [&](uint32_t entity) {
    if (entity != kNone) used[entity] = true;
  };
  for (const Triple& triple : document.triples) {
    if (std::string_view(triple.rule).starts_with(kIfUsed) || triple.relation == RelationType::kOpen) continue;
    mark(triple.subject);
    if (triple.relation != RelationType::kStated) mark(triple.object);
    mark(triple.attributed_to);
  }
  std::erase_if(document.triples, [&](const Triple& triple) {
    return std::string_view(triple.rule).starts_with(kIfUsed) && !used[triple.subject];
  });
  for (Triple& triple : document.triples) {
    if (std::string_view(triple.rule).starts_with(kIfUsed)) triple.rule += kIfUsed.size();
  }
}

void fill_about(Document& document) {
  for (Statement& statement : document.statements) {
    statement.about.clear();
    for (uint32_t e = 0; e < document.entities.size(); ++e) {
      const DocumentEntity& entity = document.entities[e];
      if (!entity.named) continue;
      for (uint32_t m : entity.mentions) {
        const Mention& mention = document.mentions[m];
        if (!statement.span.contains(mention.span) || mention.adjectival) continue;
        statement.about.push_back(e);
        break;
      }
    }
  }
}

}  // namespace

bool is_usable_argument(const Document& document, uint32_t entity) {
  if (entity >= document.entities.size()) return false;
  for (uint32_t mention : document.entities[entity].mentions) {
    if (document.mentions[mention].kind != MentionKind::kPronoun) return true;
  }
  return false;
}

void build_triples(Document& document) {
  distribute(document);
  merge_equal(document);
  drop_unused_facts(document);
  for (Triple& triple : document.triples) {
    std::sort(triple.evidence.begin(), triple.evidence.end());
    triple.evidence.erase(std::unique(triple.evidence.begin(), triple.evidence.end()), triple.evidence.end());
    if (triple.attributed_to != kNone && !is_usable_argument(document, triple.attributed_to))
      triple.attributed_to = kNone;
    if (triple.place != kNone && !is_usable_argument(document, triple.place)) triple.place = kNone;
  }
  std::stable_sort(document.triples.begin(), document.triples.end(),
                   [](const Triple& a, const Triple& b) { return a.evidence < b.evidence; });
  fill_about(document);
}

}  // namespace actant
