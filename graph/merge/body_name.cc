#include "graph/merge/body_name.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/merge/known_names.h"
#include "graph/merge/known_places.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

constexpr std::string_view kGenericWords[] = {
    "ministry",  "foreign",  "defense",   "defence",    "interior",      "finance",    "justice",        "health",
    "education", "energy",   "trade",     "parliament", "parliamentary", "supreme",    "constitutional", "high",
    "court",     "police",   "army",      "government", "central",       "bank",       "senate",         "house",
    "cabinet",   "military", "navy",      "air",        "force",         "forces",     "armed",          "security",
    "national",  "council",  "assembly",  "election",   "electoral",     "commission", "office",         "department",
    "affairs",   "of",       "and",       "prosecutor", "attorney",      "general",    "state",          "president",
    "prime",     "minister", "ruling",    "opposition", "party",         "coast",      "guard",          "intelligence",
    "service",   "agency",   "committee", "union",      "federal",       "city",       "hospital",       "university",
    "embassy"};

// Bodies of which a country has one, after the rewriting below.
constexpr std::string_view kBodies[] = {"parliament",
                                        "senate",
                                        "supreme court",
                                        "constitutional court",
                                        "central bank",
                                        "army",
                                        "navy",
                                        "air force",
                                        "armed forces",
                                        "military",
                                        "government",
                                        "cabinet",
                                        "national assembly",
                                        "election commission",
                                        "coast guard",
                                        "national security council",
                                        "high court",
                                        "house of representatives",
                                        "state department",
                                        "presidency",
                                        "federal reserve"};

// Fields of ministries in one word.
constexpr std::pair<std::string_view, std::string_view> kFields[] = {{"defence", "defense"},
                                                                     {"external", "foreign"},
                                                                     {"home", "interior"},
                                                                     {"labor", "labour"},
                                                                     {"internal", "interior"}};

using Words = std::vector<std::string_view>;

struct Placed {
  size_t begin = 0, count = 0;
  std::string_view country;
};

std::string join(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::optional<std::string_view> country_named(const std::string& text) {
  if (const auto country = known_country(text)) return country->iso3;
  return country_of_demonym(text);
}

// Country at the beginning ("iranian", "south korean", "iran") or, behind "of", at the end.
std::optional<Placed> find_country(const Words& words) {
  for (size_t count = std::min<size_t>(words.size() - 1, 4); count > 0; --count) {
    const std::span all(words);
    if (const auto country = country_named(join(all.first(count)))) return Placed{0, count, *country};
    const size_t begin = words.size() - count;
    if (begin < 2) continue;
    const bool the = words[begin - 1] == "the" && begin > 2;
    if (words[begin - 1 - (the ? 1 : 0)] != "of" && words[begin - 1 - (the ? 1 : 0)] != "in") continue;
    if (const auto country = known_country(join(all.subspan(begin)))) {
      const size_t from = begin - 1 - (the ? 1 : 0);
      return Placed{from, words.size() - from, country->iso3};
    }
  }
  return std::nullopt;
}

std::string field_of(Words words) {
  std::erase_if(words, [](std::string_view w) { return w == "affairs" || w == "the" || w == "of" || w == "for"; });
  for (std::string_view& word : words) {
    for (const auto& [from, to] : kFields) {
      if (word == from) word = to;
    }
  }
  return join(words);
}

// "ministry of foreign affairs", "foreign affairs ministry" -> "foreign ministry"; other bodies as they are.
std::string rewrite(const Words& words) {
  if (words.empty()) return {};
  if (words.front() == "ministry" && words.size() > 2 && (words[1] == "of" || words[1] == "for")) {
    const std::string field = field_of({words.begin() + 2, words.end()});
    return field.empty() ? std::string() : field + " ministry";
  }
  if (words.back() == "ministry" && words.size() > 1) {
    const std::string field = field_of({words.begin(), words.end() - 1});
    return field.empty() ? std::string() : field + " ministry";
  }
  std::string text = join(words);
  if (text == "electoral commission") text = "election commission";
  if (text == "department of state") text = "state department";
  return std::find(std::begin(kBodies), std::end(kBodies), text) != std::end(kBodies) ? text : std::string();
}

}  // namespace

bool is_generic_body(std::string_view key) {
  static const std::unordered_set<std::string_view> words(std::begin(kGenericWords), std::end(kGenericWords));
  for (const std::string_view word : split_words(key)) {
    if (!words.contains(word)) return false;
  }
  return true;
}

StateBody state_body(std::string_view key, std::string_view country) {
  Words words = split_words(key);
  StateBody result{std::string(country), {}};
  if (words.empty()) return result;
  if (const auto placed = words.size() > 1 ? find_country(words) : std::nullopt) {
    if (!country.empty() && country != placed->country) return result;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(placed->begin);
    words.erase(begin, begin + static_cast<std::ptrdiff_t>(placed->count));
    result.country = placed->country;
  }
  result.body = rewrite(words);
  return result;
}

std::string people_of(std::string_view key) {
  const Words words = split_words(key);
  if (words.size() == 1) {
    // The plural alone; "iranian" may be anything.
    const auto country = key.ends_with("s") && key.size() > 4 ? country_of_demonym(key) : std::nullopt;
    return country ? std::string(*country) : std::string();
  }
  const auto is_people = [](std::string_view word) {
    return word == "people" || word == "nation" || word == "nationals";
  };
  if (is_people(words.back())) {
    const auto country = country_named(join(std::span(words).first(words.size() - 1)));
    return country ? std::string(*country) : std::string();
  }
  if (is_people(words.front()) && words.size() > 2 && words[1] == "of") {
    const auto country = known_country(join(std::span(words).subspan(2)));
    return country ? std::string(country->iso3) : std::string();
  }
  return {};
}

}  // namespace actant
