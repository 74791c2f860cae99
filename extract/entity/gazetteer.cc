#include "extract/entity/gazetteer.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "extract/entity/tables.h"

namespace actant {
namespace {

constexpr size_t kLongestKey = 96;  // bytes; longer words and names are in no table
using Buffer = std::array<char, kLongestKey>;

std::string_view next_field(std::string_view& rest, char separator) {
  const size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest = end < rest.size() ? rest.substr(end + 1) : std::string_view();
  return field;
}

/// Calls `row(fields)` for each line of a table that is not a comment; missing fields are empty.
template <typename Row>
void each_row(std::string_view table, Row row) {
  while (!table.empty()) {
    std::string_view line = next_field(table, '\n');
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string_view, 6> fields;
    for (std::string_view& field : fields) field = next_field(line, '\t');
    row(fields);
  }
}

template <typename Use>
void each_item(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const std::string_view item = next_field(list, separator);
    if (!item.empty()) use(item);
  }
}

Gender gender_of(std::string_view flags) {
  if (flags.find('m') != std::string_view::npos) return Gender::kMale;
  if (flags.find('f') != std::string_view::npos) return Gender::kFemale;
  if (flags.find('n') != std::string_view::npos) return Gender::kNeuter;
  return Gender::kUnknown;
}

bool all_capitals(std::string_view text) {
  return text.size() <= 4 && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string_view fold_into(std::string_view text, std::span<char> buffer) {
  size_t size = 0;
  for (size_t i = 0; i < text.size() && size < buffer.size(); ++i) {
    const char c = text[i];
    if (c == '\xe2' && text.substr(i, 3) == "\xe2\x80\x99") {
      buffer[size++] = '\'';
      i += 2;
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (size > 0 && buffer[size - 1] != ' ') buffer[size++] = ' ';
    } else {
      buffer[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return {buffer.data(), size};
}

uint32_t StringIndex::insert(std::string_view key, uint32_t value) {
  if (used_ * 2 >= slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  for (size_t i = XXH3_64bits(key.data(), key.size()) & mask;; i = (i + 1) & mask) {
    if (slots_[i].value == kAbsent) {
      slots_[i] = {key, value};
      ++used_;
      return value;
    }
    if (slots_[i].key == key) return slots_[i].value;
  }
}

void StringIndex::assign(std::string_view key, uint32_t value) {
  if (insert(key, value) == value) return;
  const size_t mask = slots_.size() - 1;
  size_t i = XXH3_64bits(key.data(), key.size()) & mask;
  while (slots_[i].key != key) i = (i + 1) & mask;
  slots_[i].value = value;
}

uint32_t StringIndex::find(std::string_view key) const {
  if (slots_.empty()) return kAbsent;
  const size_t mask = slots_.size() - 1;
  for (size_t i = XXH3_64bits(key.data(), key.size()) & mask;; i = (i + 1) & mask) {
    if (slots_[i].value == kAbsent) return kAbsent;
    if (slots_[i].key == key) return slots_[i].value;
  }
}

void StringIndex::grow() {
  std::vector<Slot> old(std::max<size_t>(64, slots_.size() * 2));
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.value != kAbsent) insert(slot.key, slot.value);
  }
}

const Gazetteer& Gazetteer::get() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  read_countries();
  read_regions();
  read_organizations();
  read_events();
  read_forenames();
  read_nouns();
  read_titles();
  read_pronouns();
}

void Gazetteer::add_term(std::string_view text, uint16_t kind, std::string_view iso3, std::string_view name,
                         std::string_view sector) {
  Buffer buffer;
  const std::string_view key = keys_.store(fold_into(text, buffer));
  const auto fresh = static_cast<uint32_t>(terms_.size());
  const uint32_t at = terms_index_.insert(key, fresh);
  if (at == fresh) {
    terms_.push_back({text, iso3, name, sector, kind});
  } else if (terms_[at].iso3 == iso3) {
    terms_[at].kinds |= kind;
  }
  // Keeps the longest term of a first word: a scan tries no more words than that.
  const auto words = static_cast<uint32_t>(1 + std::count(key.begin(), key.end(), ' '));
  const std::string_view first = key.substr(0, key.find(' '));
  const uint32_t known = first_words_.find(first);
  if (known == StringIndex::kAbsent || known < words) first_words_.assign(first, words);
}

void Gazetteer::read_countries() {
  each_row(internal::k_countries_table, [this](const auto& row) {
    const std::string_view iso3 = row[0], name = row[1];
    countries_index_.insert(iso3, static_cast<uint32_t>(country_names_.size()));
    country_names_.push_back(name);
    each_item(row[2], '|', [&](std::string_view term) { add_term(term, kCountryName, iso3, name, "GOV"); });
  });
  // Second, so that no adjective or capital hides a country's name (Mexico City, Luxembourg).
  each_row(internal::k_countries_table, [this](const auto& row) {
    const std::string_view iso3 = row[0], name = row[1];
    each_item(row[3], '|', [&](std::string_view term) { add_term(term, kCountryAdjective, iso3, name, "GOV"); });
    each_item(row[4], '|', [&](std::string_view term) { add_term(term, kPluralDemonym, iso3, name, "GOV"); });
    each_item(row[5], '|', [&](std::string_view term) { add_term(term, kCapital | kCityName, iso3, name, "GOV"); });
  });
}

void Gazetteer::read_regions() {
  each_row(internal::k_regions_table, [this](const auto& row) {
    std::string_view names = row[1];
    const std::string_view name = next_field(names, '|');
    each_item(row[1], '|', [&](std::string_view term) { add_term(term, kRegionName, row[0], name, ""); });
    each_item(row[2], '|', [&](std::string_view term) { add_term(term, kRegionAdjective, row[0], name, ""); });
  });
  each_row(internal::k_cities_table, [this](const auto& row) {
    std::string_view names = row[1];
    const std::string_view name = next_field(names, '|');
    each_item(row[1], '|', [&](std::string_view term) { add_term(term, kCityName, row[0], name, ""); });
  });
}

void Gazetteer::read_organizations() {
  each_row(internal::k_igos_table, [this](const auto& row) {
    each_item(row[2], '|', [&](std::string_view term) { add_term(term, kIgo, "", row[1], row[0]); });
  });
}

void Gazetteer::read_events() {
  each_row(internal::k_events_table, [this](const auto& row) {
    const uint16_t kind = row[0] == "event" ? kEventName : kParty;
    each_item(row[3], '|',
              [&](std::string_view term) { add_term(term, kind, row[1], row[2], kind == kParty ? "PTY" : ""); });
  });
}

void Gazetteer::read_forenames() {
  each_row(internal::k_forenames_table, [this](const auto& row) {
    const auto gender = static_cast<uint32_t>(gender_of(row[0]));
    each_item(row[1], ' ', [&](std::string_view name) {
      Buffer buffer;
      forenames_.insert(keys_.store(fold_into(name, buffer)), gender);
    });
  });
}

void Gazetteer::read_nouns() {
  each_row(internal::k_nouns_table, [this](const auto& row) {
    NounEntry entry;
    entry.noun_class = row[0] == "person"  ? NounClass::kPerson
                       : row[0] == "org"   ? NounClass::kOrganization
                       : row[0] == "place" ? NounClass::kPlace
                                           : NounClass::kGroup;
    entry.sector = row[1];
    entry.gender = gender_of(row[2]);
    entry.office = row[2].find('o') != std::string_view::npos;
    entry.body = row[2].find('b') != std::string_view::npos;
    const auto at = static_cast<uint32_t>(nouns_.size());
    nouns_.push_back(entry);
    each_item(row[3], ' ', [&](std::string_view noun) { nouns_index_.insert(noun, at); });
  });
}

void Gazetteer::read_titles() {
  each_row(internal::k_titles_table, [this](const auto& row) {
    const auto at = static_cast<uint32_t>(titles_.size());
    titles_.push_back({gender_of(row[0]), row[1]});
    each_item(row[2], ' ', [&](std::string_view title) { titles_index_.insert(title, at); });
  });
}

void Gazetteer::read_pronouns() {
  each_row(internal::k_pronouns_table, [this](const auto& row) {
    PronounEntry entry;
    entry.person = row[1].front();
    entry.number = row[2] == "s" ? Number::kSingular : row[2] == "p" ? Number::kPlural : Number::kUnknown;
    entry.gender = gender_of(row[3]);
    pronouns_index_.insert(row[0], static_cast<uint32_t>(pronouns_.size()));
    pronouns_.push_back(entry);
  });
}

const NounEntry* Gazetteer::noun(std::string_view lemma) const {
  Buffer buffer;
  const uint32_t at = nouns_index_.find(fold_into(lemma, buffer));
  return at == StringIndex::kAbsent ? nullptr : &nouns_[at];
}

const TitleEntry* Gazetteer::title(std::string_view word) const {
  Buffer buffer;
  std::string_view key = fold_into(word, buffer);
  if (key.ends_with('.')) key.remove_suffix(1);
  const uint32_t at = titles_index_.find(key);
  return at == StringIndex::kAbsent ? nullptr : &titles_[at];
}

const PronounEntry* Gazetteer::pronoun(std::string_view word) const {
  Buffer buffer;
  const uint32_t at = pronouns_index_.find(fold_into(word, buffer));
  return at == StringIndex::kAbsent ? nullptr : &pronouns_[at];
}

Gender Gazetteer::forename(std::string_view word) const {
  Buffer buffer;
  const uint32_t gender = forenames_.find(fold_into(word, buffer));
  return gender == StringIndex::kAbsent ? Gender::kUnknown : static_cast<Gender>(gender);
}

const GazetteerTerm* Gazetteer::term(std::string_view text) const {
  if (text.size() > kLongestKey) return nullptr;
  Buffer buffer;
  const uint32_t at = terms_index_.find(fold_into(text, buffer));
  if (at == StringIndex::kAbsent) return nullptr;
  const GazetteerTerm& term = terms_[at];
  return all_capitals(term.text) && term.text != text ? nullptr : &term;
}

const GazetteerTerm* Gazetteer::plural_demonym(std::string_view text) const {
  const GazetteerTerm* found = term(text);
  if (found != nullptr && (found->kinds & kPluralDemonym) != 0) return found;
  if (!text.ends_with('s')) return nullptr;
  found = term(text.substr(0, text.size() - 1));
  return found != nullptr && (found->kinds & (kCountryAdjective | kRegionAdjective)) != 0 ? found : nullptr;
}

uint32_t Gazetteer::longest_term(std::string_view word) const {
  Buffer buffer;
  const uint32_t words = first_words_.find(fold_into(word, buffer));
  return words == StringIndex::kAbsent ? 0 : words;
}

std::string_view Gazetteer::country_name(std::string_view iso3) const {
  const uint32_t at = countries_index_.find(iso3);
  return at == StringIndex::kAbsent ? std::string_view() : country_names_[at];
}

}  // namespace actant
