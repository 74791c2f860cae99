#include "extract/entity/name_linker.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/entity/nominal_finder.h"
#include "extract/entity/person_name.h"

namespace actant {
namespace {

constexpr uint32_t kMostWords = 12;

struct Words {
  std::array<std::string_view, kMostWords> words;
  uint32_t size = 0;
};

Words words_of(std::string_view text) {
  Words result;
  size_t at = 0;
  while (at < text.size() && result.size < kMostWords) {
    const size_t end = std::min(text.find_first_of(" \n", at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (word.ends_with(',')) word.remove_suffix(1);
    if (!word.empty() && !(result.size == 0 && same_text(word, "the"))) result.words[result.size++] = word;
    at = end + 1;
  }
  return result;
}

bool is_small(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "for" || word == "on" || word == "in" ||
         word == "to" || word == "&" || word == "de" || word == "at";
}

bool is_kind_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {"party",
                                                "movement",
                                                "group",
                                                "organization",
                                                "organisation",
                                                "corp",
                                                "corp.",
                                                "inc",
                                                "inc.",
                                                "ltd",
                                                "co",
                                                "co.",
                                                "company",
                                                "newspaper",
                                                "news",
                                                "agency",
                                                "magazine",
                                                "network",
                                                "front",
                                                "corporation",
                                                "plc",
                                                "airlines",
                                                "militia",
                                                "television",
                                                "tv",
                                                "province",
                                                "city",
                                                "motor",
                                                "motors",
                                                "holdings",
                                                "holding",
                                                "industries",
                                                "international",
                                                "airways",
                                                "steel",
                                                "technologies",
                                                "systems",
                                                "pharmaceuticals",
                                                "entertainment",
                                                "communications",
                                                "petroleum",
                                                "brothers"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view known) { return same_text(word, known); });
}

bool equal_words(const Words& a, uint32_t from, const Words& b, uint32_t at, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    if (!same_text(a.words[from + i], b.words[at + i])) return false;
  }
  return true;
}

bool acts_on_words(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {"accuse",  "urge",    "warn",     "blame",  "criticize", "criticise",
                                                "condemn", "ask",     "tell",     "call",   "press",     "pressure",
                                                "concern", "support", "threaten", "anger",  "assure",    "persuade",
                                                "thank",   "praise",  "demand",   "inform", "oppose",    "sanction"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

// `the House` is a chamber of its own: short for the U.S. House, not for the White House or the Freedom House.
bool is_other_house(const Words& part, const Words& name) {
  if (part.size != 1 || !same_text(part.words[0], "house") || !same_text(name.words[name.size - 1], "house"))
    return false;
  static constexpr std::string_view kOfChambers[] = {"u.s.", "us", "states", "state", "american", "lower", "upper"};
  return std::none_of(std::begin(kOfChambers), std::end(kOfChambers),
                      [&](std::string_view word) { return same_text(word, name.words[name.size - 2]); });
}

}  // namespace

bool stands_for_government(const Document& document, const Mention& mention) {
  uint32_t first = mention.head;  // `Washington and Seoul say`
  while (document.tokens[first].deprel == Deprel::kConj && document.tokens[first].head != kNone)
    first = document.tokens[first].head;
  const Token& token = document.tokens[first];
  if (token.head == kNone) return false;
  const Token& governor = document.tokens[token.head];
  switch (token.deprel) {
    case Deprel::kNsubj: {
      if (governor.upos != Upos::kVerb && governor.upos != Upos::kAdj) return false;
      static constexpr std::string_view kPlaceVerbs[] = {"host",       "lie",  "see",  "become", "remain",
                                                         "experience", "fall", "wake", "sit"};
      return std::find(std::begin(kPlaceVerbs), std::end(kPlaceVerbs), governor.lemma) == std::end(kPlaceVerbs);
    }
    case Deprel::kOblAgent: return true;
    case Deprel::kObj:
    case Deprel::kIobj: return acts_on_words(governor.lemma);
    case Deprel::kNmodPoss: {
      const NounEntry* noun = noun_entry(governor);
      static constexpr std::string_view kStateNouns[] = {
          "policy", "support",  "program",  "programme", "decision", "role",     "stance",
          "demand", "position", "response", "proposal",  "offer",    "refusal",  "concern",
          "plan",   "claim",    "effort",   "pressure",  "weapon",   "ambition", "nuclear"};
      if (noun != nullptr)
        return noun->noun_class == NounClass::kPerson && noun->sector == "GOV" && governor.lemma != "mayor";
      return std::find(std::begin(kStateNouns), std::end(kStateNouns), governor.lemma) != std::end(kStateNouns);
    }
    case Deprel::kNmod: {  // `accusations by Washington`, `talks between Moscow and Kyiv`
      const uint32_t preposition = child_with(document, first, Deprel::kCase);
      if (preposition == kNone) return false;
      const std::string_view norm = document.tokens[preposition].norm;
      return norm == "by" || norm == "between" || norm == "with" || norm == "against";
    }
    default: return false;
  }
}

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  std::array<char, 12> letters;
  size_t count = 0;
  for (const char c : acronym) {
    if (c == '.') continue;
    if (c < 'A' || c > 'Z' || count == letters.size()) return false;
    letters[count++] = c;
  }
  if (count < 2) return false;
  const Words words = words_of(name);
  size_t with_small = 0, without_small = 0;
  bool small_fits = true, large_fits = true;
  for (uint32_t i = 0; i < words.size; ++i) {
    size_t part = 0;
    do {  // the parts of `Al-Ghad` count one by one
      const char c = words.words[i][part];
      const char capital = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      if (with_small < count && letters[with_small] != capital) small_fits = false;
      ++with_small;
      if (!is_small(words.words[i])) {
        if (without_small < count && letters[without_small] != capital) large_fits = false;
        ++without_small;
      }
      part = words.words[i].find('-', part);
      if (part != std::string_view::npos) ++part;
    } while (part < words.words[i].size());
  }
  return (small_fits && with_small == count) || (large_fits && without_small == count);
}

bool is_short_form_of(std::string_view part, std::string_view name) {
  const Words a = words_of(part), b = words_of(name);
  if (a.size == 0 || a.size >= b.size) return false;
  if (is_other_house(a, b)) return false;
  uint32_t core = 0;  // words in front of the first `of`, `for`
  while (core < b.size && !is_small(b.words[core])) ++core;
  if (core < b.size && a.size <= core && equal_words(a, 0, b, core - a.size, a.size)) return true;
  if (equal_words(a, 0, b, b.size - a.size, a.size) && core == b.size) return true;
  uint32_t bare = b.size;
  while (bare > 1 && is_kind_word(b.words[bare - 1])) --bare;
  if (a.size == bare && equal_words(a, 0, b, 0, bare)) return true;
  // The end of a long name with `of`: `Supreme Court` for `Italian Supreme Court of Cassation` came above, `Council of
  // Ministers` for `Iraqi Council of Ministers` here.
  return a.size > 1 && equal_words(a, 0, b, b.size - a.size, a.size) && core < b.size && b.size - a.size < core;
}

std::string_view NameLinker::key_of(const Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const MentionInfo& info = clusters.info(m);
  std::string key;
  const uint16_t kinds = info.term == nullptr ? 0 : info.term->kinds;
  const bool government =
      (kinds & kCapital) != 0 && mention.type == EntityType::kPlace && stands_for_government(document, mention);
  if (mention.type == EntityType::kPlace && ((kinds & (kCountryName | kCountryAdjective)) != 0 || government)) {
    key = "c:" + std::string(info.term->iso3);
  } else if (mention.type == EntityType::kGroup && (kinds & (kCountryAdjective | kPluralDemonym)) != 0) {
    key = "g:" + std::string(info.term->iso3);
  } else if (mention.type == EntityType::kPlace && !info.region.empty()) {
    key = "r:" + std::string(info.region);
  } else if (mention.type == EntityType::kOrganization && (kinds & (kIgo | kParty)) != 0) {
    key = "i:" + std::string(info.term->name);
  } else {
    const std::string_view text = document.text_of(mention.span);
    std::array<char, 160> buffer;
    std::string_view folded = fold_into(text, buffer);
    if (folded.starts_with("the ")) folded.remove_prefix(4);
    key = std::to_string(static_cast<int>(mention.type)) + ":" + std::string(folded);
    // Mr. Clinton and Mrs. Clinton are two.
    if (mention.type == EntityType::kPerson && name_words(text).size == 1 && mention.gender == Gender::kFemale)
      key += ":f";
  }
  return keys_.store(key);
}

void NameLinker::link_equal(Clusters& clusters) {
  keys_.clear();
  distinct_.clear();
  StringIndex seen;
  const Document& document = clusters.document();
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    if (document.mentions[m].kind != MentionKind::kName) continue;
    const uint32_t first = seen.insert(key_of(clusters, m), m);
    if (first == m) {
      distinct_.push_back(m);
    } else {
      clusters.unite(first, m);
    }
  }
}

void NameLinker::link_people(Clusters& clusters) {
  const Document& document = clusters.document();
  auto text = [&](uint32_t m) { return document.text_of(document.mentions[m].span); };
  auto is_person = [&](uint32_t m) { return document.mentions[m].type == EntityType::kPerson; };
  auto is_full = [&](uint32_t m) { return name_words(text(m)).size >= 2 || begins_with_initial(text(m)); };
  // Full names first, then single words: each to the best, then nearest, full name.
  for (size_t i = 0; i < distinct_.size(); ++i) {
    if (!is_person(distinct_[i]) || !is_full(distinct_[i])) continue;
    for (size_t j = 0; j < i; ++j) {
      if (!is_person(distinct_[j]) || !is_full(distinct_[j])) continue;
      if (initials_contradict(text(distinct_[i]), text(distinct_[j]))) continue;
      if (name_agreement(text(distinct_[i]), text(distinct_[j])) >= 2) clusters.try_unite(distinct_[j], distinct_[i]);
    }
  }
  for (const uint32_t single : distinct_) {
    if (!is_person(single) || is_full(single)) continue;
    uint32_t best = kNone;
    int best_score = 0;
    for (const uint32_t full : distinct_) {
      if (!is_person(full) || full == single || !is_full(full)) continue;
      const int agreement = name_agreement(text(single), text(full));
      if (agreement == 0 || !clusters.compatible(single, full)) continue;
      // A name that came before wins over one that comes later; among those before the latest wins.
      const int score = agreement * 4 + (full < single ? 2 : 1);
      if (score > best_score || (score == best_score && full < single)) {
        best_score = score;
        best = full;
      }
    }
    if (best != kNone) clusters.try_unite(best, single);
  }
}

namespace {

// `Union of Rationalist Atheists (UAAR)`, `CEI (Italian Episcopal Conference)`: the name right in front of the
// parenthesis that holds nothing but this name.
uint32_t glossed_by(const Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  if (mention.first == 0 || mention.last >= document.tokens.size() || mention.type == EntityType::kPerson) return kNone;
  // `FARC (the Revolutionary Armed Forces of Colombia)`
  const uint32_t article = mention.first > 1 && document.tokens[mention.first - 1].norm == "the" ? 1 : 0;
  const std::string_view open = document.tokens[mention.first - 1 - article].form,
                         close = document.tokens[mention.last].form;
  if ((open != "(" && open != "[") || (close != ")" && close != "]")) return kNone;
  if (clusters.info(m).term != nullptr &&
      (clusters.info(m).term->kinds & (kCountryName | kRegionName | kCityName)) != 0)
    return kNone;
  uint32_t best = kNone;
  for (uint32_t other = m; other-- > 0;) {
    const Mention& before = document.mentions[other];
    if (before.last + 4 < mention.first) break;
    const bool touches = before.last + 1 + article == mention.first && before.kind == MentionKind::kName;
    if (!touches || before.type != mention.type) continue;
    if (best == kNone || before.span.size() > document.mentions[best].span.size()) best = other;
  }
  return best;
}

}  // namespace

void NameLinker::link_bodies(Clusters& clusters) {
  const Document& document = clusters.document();
  auto text = [&](uint32_t m) { return document.text_of(document.mentions[m].span); };
  for (const uint32_t part : distinct_) {
    const Mention& mention = document.mentions[part];
    if (mention.type == EntityType::kPerson) continue;
    const uint32_t glossed = glossed_by(clusters, part);
    if (glossed != kNone) {
      clusters.unite(glossed, part);
      continue;
    }
    uint32_t best = kNone;
    for (const uint32_t whole : distinct_) {
      const Mention& other = document.mentions[whole];
      if (whole == part || other.type == EntityType::kPerson || clusters.same(part, whole)) continue;
      const bool directions = mention.type == EntityType::kPlace && other.type == EntityType::kPlace &&
                              (text(part) == "North" || text(part) == "South") &&
                              clusters.info(whole).term != nullptr &&
                              (clusters.info(whole).term->kinds & kCountryName) != 0 &&
                              clusters.info(whole).term->name.starts_with(text(part));
      const bool same_type = mention.type == other.type;
      const bool acronym =
          is_acronym_of(text(part), text(whole)) && (same_type || mention.type == EntityType::kOrganization);
      const bool shorter = same_type && mention.type != EntityType::kPlace && is_short_form_of(text(part), text(whole));
      if (!directions && !acronym && !shorter) continue;
      const std::string_view a = clusters.features(part).iso3, b = clusters.features(whole).iso3;
      if (!a.empty() && !b.empty() && a != b) continue;
      if (best == kNone || whole < part) best = whole;
    }
    if (best != kNone) clusters.unite(best, part);
  }
}

void NameLinker::link(Clusters& clusters) {
  link_equal(clusters);
  link_people(clusters);
  link_bodies(clusters);
}

}  // namespace actant
