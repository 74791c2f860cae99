#include "extract/relation/lexicon_parser.h"

#include <charconv>
#include <optional>

#include "graph/model/error.h"

namespace actant {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<Outlook> parse_outlook(std::string_view name) {
  if (name == "planned") return Outlook::kPlanned;
  if (name == "promised") return Outlook::kPromised;
  if (name == "threatened") return Outlook::kThreatened;
  if (name == "possible") return Outlook::kPossible;
  if (name == "requested") return Outlook::kRequested;
  if (name == "refused") return Outlook::kRefused;
  if (name == "negated") return Outlook::kNegated;
  if (name == "denied") return Outlook::kDenied;
  return std::nullopt;
}

std::optional<Carrier> parse_carrier(std::string_view name) {
  if (name == "agent") return Carrier::kAgent;
  if (name == "undergoer") return Carrier::kUndergoer;
  if (name == "participant") return Carrier::kParticipant;
  if (name == "stop") return Carrier::kStop;
  if (name == "refuse") return Carrier::kRefuse;
  return std::nullopt;
}

std::optional<WordClass> parse_class(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "transparent", "conduct", "thing",   "asset", "vague",  "object-control", "subject-control", "speech",
      "blame",       "clausal", "wrapper", "tie",   "region", "cessation",      "officials",       "answerable"};
  static_assert(std::size(kNames) == static_cast<size_t>(WordClass::kCount));
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<WordClass>(i);
  }
  return std::nullopt;
}

}  // namespace

void LexiconParser::fail(const std::string& reason) const {
  throw ParseError("predicate lexicon: " + reason, "lexicon_en.inc", line_);
}

void LexiconParser::read(std::string_view table) {
  intern("");  // id 0: every word that is not in the table
  while (!table.empty()) {
    ++line_;
    const size_t end = table.find('\n');
    line(table.substr(0, end));
    table = end == std::string_view::npos ? std::string_view() : table.substr(end + 1);
  }
  inflect();
}

void LexiconParser::line(std::string_view text) {
  text = trim(text.substr(0, text.find('#')));
  if (text.empty()) return;
  const size_t blank = text.find(' ');
  if (blank == std::string_view::npos) fail("a line needs a kind and words");
  const std::string_view kind = text.substr(0, blank);
  std::vector<std::string_view> fields = split(text.substr(blank), ';');
  if (fields.size() < 2) fail("a line needs words and `;` and what they mean");
  if (kind == "verb" || kind == "adj") return read_verb(fields[0], fields, kind == "adj");
  if (kind == "noun") return read_noun(fields[0], fields);
  if (kind == "outlook") return read_outlook(fields[0], fields[1]);
  if (kind == "carrier") return read_carrier(fields[0], fields[1]);
  if (kind == "forms") return read_forms(fields[0], fields[1]);
  if (kind == "class") return read_class(fields[0], fields[1]);
  fail("unknown kind `" + std::string(kind) + "`");
}

const char* LexiconParser::keep(std::string text) { return lexicon_.strings_.emplace_back(std::move(text)).c_str(); }

WordId LexiconParser::intern(std::string_view word) {
  if (auto found = lexicon_.ids_.find(word); found != lexicon_.ids_.end()) return found->second;
  const size_t id = lexicon_.ids_.size();
  if (id > 0xfffe) fail("too many words");
  lexicon_.ids_.emplace(keep(std::string(word)), static_cast<WordId>(id));
  lexicon_.verbs_.resize(id + 1);
  lexicon_.adjectives_.resize(id + 1);
  lexicon_.nouns_.resize(id + 1);
  lexicon_.carriers_.resize(id + 1);
  lexicon_.outlooks_.resize(id + 1);
  lexicon_.classes_.resize(id + 1);
  if (const size_t plus = word.find('+'); plus != std::string_view::npos) {
    const WordId verb = intern(word.substr(0, plus)), particle = intern(word.substr(plus + 1));
    lexicon_.phrases_.emplace(static_cast<uint32_t>(verb) << 16 | particle, static_cast<WordId>(id));
  }
  return static_cast<WordId>(id);
}

std::vector<WordId> LexiconParser::word_list(std::string_view text) {
  std::vector<WordId> words;
  for (std::string_view word : split(text, ',')) {
    if (word.front() != '@') {
      words.push_back(intern(word));
      continue;
    }
    const auto list = lists_.find(std::string(word.substr(1)));
    if (list == lists_.end()) fail("unknown list `" + std::string(word) + "`");
    words.insert(words.end(), list->second.begin(), list->second.end());
  }
  return words;
}

void LexiconParser::read_class(std::string_view name, std::string_view words) {
  std::vector<WordId>& list = lists_[std::string(name)];
  const std::vector<WordId> more = word_list(words);
  list.insert(list.end(), more.begin(), more.end());
  if (const auto known = parse_class(name)) {
    for (WordId word : more) lexicon_.classes_[word] |= static_cast<uint16_t>(1u << static_cast<int>(*known));
  }
}

void LexiconParser::read_forms(std::string_view lemma, std::string_view forms) {
  const WordId word = intern(lemma);
  for (std::string_view form : split(forms, ',')) {
    add_form(std::string(form), word);
    lexicon_.irregular_.emplace(keep(std::string(form)), word);
  }
}

void LexiconParser::add_form(std::string form, WordId word) {
  if (lexicon_.forms_.contains(form)) return;
  lexicon_.forms_.emplace(keep(std::move(form)), word);
}

// Regular inflection of every word, too freely (`attackked`): only forms that stand in a text are ever asked for.
void LexiconParser::inflect() {
  std::vector<std::pair<std::string, WordId>> words;
  for (const auto& [word, id] : lexicon_.ids_) {
    if (word.size() > 2 && word.find('+') == std::string_view::npos) words.emplace_back(word, id);
  }
  for (const auto& [word, id] : words) {
    const char last = word.back();
    const std::string stem = word.substr(0, word.size() - 1);
    for (const char* ending : {"s", "es", "ed", "ing"}) add_form(word + ending, id);
    if (last == 'e') {
      add_form(word + "d", id);
      add_form(stem + "ing", id);
    } else if (last == 'y') {
      add_form(stem + "ies", id);
      add_form(stem + "ied", id);
    } else {
      add_form(word + last + "ed", id);
      add_form(word + last + "ing", id);
    }
  }
}

void LexiconParser::read_outlook(std::string_view words, std::string_view value) {
  const auto outlook = parse_outlook(value);
  if (!outlook) fail("unknown outlook `" + std::string(value) + "`");
  for (WordId word : word_list(words)) lexicon_.outlooks_[word] = *outlook;
}

void LexiconParser::read_carrier(std::string_view words, std::string_view value) {
  const auto carrier = parse_carrier(value);
  if (!carrier) fail("unknown carrier `" + std::string(value) + "`");
  for (WordId word : word_list(words)) lexicon_.carriers_[word] = *carrier;
}

SlotPattern LexiconParser::slot(std::string_view text) {
  SlotPattern pattern;
  if (text.ends_with(".owner")) {
    pattern.owner = true;
    text.remove_suffix(6);
  }
  if (text == "subj") {
    pattern.kind = SlotKind::kSubject;
  } else if (text == "obj") {
    pattern.kind = SlotKind::kObject;
  } else if (text == "iobj") {
    pattern.kind = SlotKind::kIndirect;
  } else if (text == "comp") {
    pattern.kind = SlotKind::kComplement;
  } else if (text == "act") {
    pattern.kind = SlotKind::kAct;
  } else if (text == "each") {
    pattern.kind = SlotKind::kEach;
  } else {
    pattern.kind = SlotKind::kOblique;
    pattern.preposition = intern(text);
  }
  return pattern;
}

std::vector<SlotPattern> LexiconParser::slots(std::string_view text) {
  std::vector<SlotPattern> result;
  for (std::string_view part : split(text, '/')) result.push_back(slot(part));
  if (result.empty()) fail("no argument named");
  return result;
}

RelationType LexiconParser::read_relation(std::string_view id, bool& none) {
  none = id == "none";
  if (none) return RelationType::kOpen;
  const auto relation = parse_relation(id);
  if (!relation || *relation == RelationType::kOpen) fail("unknown relation `" + std::string(id) + "`");
  return *relation;
}

// Options of verbs, adjectives and nouns alike: `p=0.6`, `type=person,group`, `mutual`, `obj=@money`, `to!=@place`,
// `with`, `!obj`.
bool LexiconParser::read_option(std::string_view option, float& prior, uint16_t& types, bool& mutual,
                                std::vector<SlotCondition>& conditions) {
  if (option == "mutual") return mutual = true;
  const size_t equal = option.find('=');
  if (equal == std::string_view::npos) {
    SlotCondition condition;
    condition.negated = option.front() == '!';
    condition.slot = slot(condition.negated ? option.substr(1) : option);
    conditions.push_back(std::move(condition));
    return true;
  }
  std::string_view key = option.substr(0, equal);
  const std::string_view value = option.substr(equal + 1);
  if (key == "p") {
    const auto result = std::from_chars(value.data(), value.data() + value.size(), prior);
    if (result.ec != std::errc() || prior <= 0 || prior > 1) fail("a prior lies between 0 and 1");
    return true;
  }
  if (key == "type") {
    for (std::string_view name : split(value, ',')) {
      const auto type = parse_entity_type(name);
      if (name == "actor") {
        types |= kActorTypes;
      } else if (type) {
        types |= type_bit(*type);
      } else {
        fail("unknown type `" + std::string(name) + "`");
      }
    }
    return true;
  }
  SlotCondition condition;
  condition.negated = key.ends_with('!');
  if (condition.negated) key.remove_suffix(1);
  condition.modifier = key == "mod";
  if (!condition.modifier) condition.slot = slot(key);
  condition.words = word_list(value);
  conditions.push_back(std::move(condition));
  return true;
}

void LexiconParser::read_conditions(std::string_view text, Sense& sense) {
  for (std::string_view option : split(text, ' ')) {
    if (option == "also") {
      sense.also = true;
    } else if (option == "named") {
      sense.named = true;
    } else {
      read_option(option, sense.prior, sense.types, sense.mutual, sense.conditions);
    }
  }
}

void LexiconParser::read_conditions(std::string_view text, NounSense& sense) {
  for (std::string_view option : split(text, ' ')) {
    if (option.starts_with("1=") || option.starts_with("2=")) {
      std::vector<WordId>& side = option.front() == '1' ? sense.first : sense.second;
      for (std::string_view preposition : split(option.substr(2), '/')) side.push_back(intern(preposition));
    } else if (option == "self") {
      sense.self = true;
    } else {
      read_option(option, sense.prior, sense.types, sense.mutual, sense.conditions);
    }
  }
}

// Fields: words; relation; `subject > object`; options.
void LexiconParser::read_verb(std::string_view words, std::vector<std::string_view>& fields, bool adjective) {
  Sense sense;
  sense.relation = read_relation(fields[1], sense.none);
  if (fields.size() > 2) {
    const size_t arrow = fields[2].find('>');
    if (arrow == std::string_view::npos) fail("arguments are written `subject > object`");
    sense.subject = slots(fields[2].substr(0, arrow));
    sense.object = slots(fields[2].substr(arrow + 1));
  } else if (!sense.none) {
    fail("no arguments");
  }
  if (fields.size() > 3) read_conditions(fields[3], sense);
  for (std::string_view word : split(words, ',')) {
    const WordId id = intern(word);
    sense.name = keep(std::string(adjective ? "adjective:" : "verb:") + std::string(word));
    (adjective ? lexicon_.adjectives_ : lexicon_.verbs_)[id].push_back(sense);
  }
}

// Fields: words; relation; options with `1=by/of` and `2=on/against`.
void LexiconParser::read_noun(std::string_view words, std::vector<std::string_view>& fields) {
  NounSense sense;
  sense.relation = read_relation(fields[1], sense.none);
  if (fields.size() > 2) read_conditions(fields[2], sense);
  sense.stance = !sense.none && (object_types(sense.relation) & type_bit(EntityType::kTopic)) != 0;
  for (std::string_view word : split(words, ',')) {
    const WordId id = intern(word);
    sense.name = keep("noun:" + std::string(word));
    lexicon_.nouns_[id].push_back(sense);
  }
}

}  // namespace actant
