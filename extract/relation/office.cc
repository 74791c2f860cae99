#include "extract/relation/office.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint32_t kTitleReach = 10;  // words between an office and the name it stands before

// `Home` of `Home Secretary` is no place that somebody serves; a named place or any organization is.
bool is_body_mention(const Document& document, const Mention& mention) {
  return mention.type != EntityType::kPlace || document.entities[mention.entity].named;
}

// `X, the State Department Spokesperson`, where the parser takes `the State Department` and the office for two
// appositions.
bool is_split_apposition(const Document& document, uint32_t body, uint32_t noun) {
  const Token& first = document.tokens[body];
  const Token& second = document.tokens[noun];
  return first.deprel == Deprel::kAppos && second.deprel == Deprel::kAppos && first.head == second.head &&
         second.head != kNone;
}

bool is_rank(const Token& token) {
  if (token.form.empty() || token.form.front() < 'A' || token.form.front() > 'Z') return false;
  const TitleEntry* title = Gazetteer::get().title(token.norm);
  return title != nullptr && is_one_of(title->sector, {"MIL", "REL", "COP", "EDU"});
}

bool is_plain_role(const Token& token) {
  const RoleKind kind = role_kind(token);
  const bool lower = !token.form.empty() && token.form.front() >= 'a' && token.form.front() <= 'z';
  return lower && (kind == RoleKind::kPosition || kind == RoleKind::kElected) && token.xpos != Xpos::kNNS;
}

// Whether a body in front belongs to the words of the title, or modifies with them the same name (`U.N. Secretary
// General X`, `European Commission President X`).
bool hangs_on_title(const Document& document, uint32_t body, TokenRange title) {
  const uint32_t noun = title.last - 1;
  if (is_below(document, body, noun) || (title.first < noun && is_below(document, body, title.first))) return true;
  const uint32_t name = document.tokens[noun].head;
  return name != kNone && name > noun && document.tokens[body].head == name;
}

// `United States President Barack Obama`: right before an office in capitals, whatever the tree says; not `in Iraq
// President Bush said`.
bool stands_before_title(const Document& document, const Mention& body, TokenRange title) {
  if (body.kind != MentionKind::kName || body.last != title.first || !preposition_of(document, body.head).empty())
    return false;
  const std::string_view form = document.tokens[title.first].form;
  return body.last - body.first > 1 && !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

EntityType type_of(const Document& document, uint32_t entity) { return document.entities[entity].type; }

}  // namespace

void OfficeReader::add_body(uint32_t token, Office& office) const {
  uint32_t entity = find_entity_by_head(*document_, token);
  // `the Hamas movement` serves Hamas.
  if (entity != kNone && !document_->entities[entity].named) {
    for (uint32_t child : children_of(*document_, token)) {
      if (child > token || document_->tokens[child].deprel != Deprel::kCompound) continue;
      const uint32_t named = find_entity_by_head(*document_, child);
      if (named != kNone && document_->entities[named].named && type_of(*document_, named) == EntityType::kOrganization)
        entity = named;
    }
  }
  if (entity == kNone) return;
  const EntityType type = type_of(*document_, entity);
  if (type != EntityType::kOrganization && type != EntityType::kPlace && type != EntityType::kGroup) return;
  if (std::find(office.bodies.begin(), office.bodies.end(), entity) == office.bodies.end())
    office.bodies.push_back(entity);
}

// Walks to the left over the words of the title; a country or body among them is no part of it.
uint32_t OfficeReader::first_of_title(uint32_t noun, Office& office) const {
  const Document& document = *document_;
  const uint32_t begin = document.sentences[sentence_of(document, noun)].first;
  uint32_t first = noun;
  uint32_t country = kNone;
  while (first > begin && noun - first < kTitleReach) {
    const uint32_t t = first - 1;
    const Token& word = document.tokens[t];
    const uint32_t mention = find_mention_by_head(document, t);
    const bool possessive = word.xpos == Xpos::kPOS;
    const uint32_t named = possessive && t > begin ? find_mention_by_head(document, t - 1) : mention;
    const bool is_body = named != kNone && document.mentions[named].kind != MentionKind::kPronoun &&
                         document.mentions[named].entity != kNone &&
                         is_body_mention(document, document.mentions[named]) &&
                         (hangs_on_title(document, possessive ? t - 1 : t, {first, noun + 1}) ||
                          hangs_on_title(document, document.mentions[named].head, {first, noun + 1}) ||
                          is_split_apposition(document, t, noun) ||
                          stands_before_title(document, document.mentions[named], {first, noun + 1}));
    if (is_body) {
      const uint32_t entity = document.mentions[named].entity;
      const EntityType type = type_of(document, entity);
      if (type == EntityType::kPlace && country == kNone && office.bodies.empty())
        country = entity;
      else if (type == EntityType::kPlace)
        office.country = entity;
      else if (type == EntityType::kOrganization || type == EntityType::kGroup)
        add_body(possessive ? t - 1 : t, office);
      else
        break;
      if (possessive) break;
      // Behind the body only its own modifiers follow; words of the title stand after it, but for `former` and the
      // like.
      const uint32_t front = document.mentions[named].first;
      if (front > begin &&
          is_one_of(document.tokens[front - 1].lemma, {"former", "ex", "outgoing", "acting", "deputy", "then"})) {
        office.prefix = front - 1;
      }
      break;
    }
    if (word.xpos == Xpos::kPRPS || word.deprel == Deprel::kDet) break;
    // `editor-in-chief`
    if (word.form == "-" && t >= begin + 3 && document.tokens[t - 1].norm == "in" &&
        document.tokens[t - 2].form == "-") {
      first = t - 3;
      continue;
    }
    if (!may_stand_in_title(word) || word.head == kNone || is_honorific(word.norm) || is_no_title_word(word)) break;
    if (mention != kNone && document.mentions[mention].type == EntityType::kPerson &&
        document.mentions[mention].kind == MentionKind::kName)
      break;
    first = t;
  }
  if (country != kNone) office.bodies.push_back(country);
  return first;
}

// What the phrase headed by `child` is to the role `noun`: the body that it serves, or a part of its title.
namespace {

// `president for nearly four years`
bool is_span_of_time(std::string_view lemma) {
  return is_one_of(lemma, {"year", "month", "week", "day", "decade", "term", "time", "century"});
}

}  // namespace

void OfficeReader::complement(uint32_t noun, uint32_t child, Office& office) const {
  const Document& document = *document_;
  const std::string_view with = preposition_of(document, child);
  if (!is_one_of(with, {"of", "for", "at", "in", "with", "from", "to"})) return;
  if (with == "for" && (is_served(document, noun) || is_span_of_time(document.tokens[child].lemma))) return;
  const uint32_t entity = find_entity_by_head(document, child);
  if (entity != kNone && with != "to" && with != "with") {
    const EntityType type = type_of(document, entity);
    const bool named_place = type == EntityType::kPlace && document.entities[entity].named;
    const bool fits = type == EntityType::kOrganization || type == EntityType::kGroup ||
                      (named_place && (with == "of" || with == "for"));
    if (fits) {
      add_body(child, office);
      for (uint32_t joined : children_of(document, child)) {
        if (document.tokens[joined].deprel != Deprel::kConj) continue;
        const bool role = role_kind(document.tokens[joined]) != RoleKind::kNoRole;
        // Only what comes later: a complement in front may have this very noun joined to it.
        if (role && joined > noun)
          office.others.push_back(joined);
        else if (!role)
          add_body(joined, office);
      }
      return;
    }
  }
  if (office.bodies.empty()) body_of_complement(child, office);
  // `Secretary of State`, `ambassador to the United Nations`: the complement belongs to the title.
  if ((with == "of" || with == "for" || with == "to") && office.title.last <= noun + 3) {
    const TokenRange range = minimal_noun_phrase(document, child);
    if (range.last > office.title.last && range.size() <= 6) office.title.last = range.last;
  }
}

void OfficeReader::complements(uint32_t noun, uint32_t end, Office& office) const {
  const Document& document = *document_;
  for (uint32_t child : children_of(document, noun)) {
    const Token& word = document.tokens[child];
    if (child < noun || (end != kNone && child >= end)) continue;
    if (!is_nominal_modifier(word.deprel) && word.deprel != Deprel::kObl) continue;
    // `member of A and head of B`: what stands right behind the other role is no complement of this one.
    const uint32_t with = child_with(document, child, Deprel::kCase);
    const bool other_role = with != kNone && with > noun + 1 &&
                            role_kind(document.tokens[with - 1]) != RoleKind::kNoRole &&
                            first_conjunct(document, with - 1) != noun;
    if (!other_role) complement(noun, child, office);
  }
  // The same from the side of the second role: its `of` phrase that the parser hung on the first.
  const uint32_t of = noun + 1;
  if (document.tokens[noun].deprel != Deprel::kConj || of >= document.tokens.size() || document.tokens[of].norm != "of")
    return;
  const uint32_t child = document.tokens[of].head;
  if (child == kNone || child < of || document.tokens[child].head == noun || document.tokens[child].head > noun) return;
  if (end == kNone || child < end) complement(noun, child, office);
}

// `editor at large at the Gazette`, `professor of politics at Cairo University`: the body hangs on the words before it.
void OfficeReader::body_of_complement(uint32_t complement, Office& office) const {
  const Document& document = *document_;
  for (uint32_t child : children_of(document, complement)) {
    if (child < complement || !is_nominal_modifier(document.tokens[child].deprel)) continue;
    if (!is_one_of(preposition_of(document, child), {"of", "at", "for", "in"})) continue;
    const uint32_t entity = find_entity_by_head(document, child);
    if (entity == kNone || !document.entities[entity].named) continue;
    if (type_of(document, entity) == EntityType::kOrganization) return add_body(child, office);
  }
}

void OfficeReader::read(uint32_t noun, uint32_t end, Office& office) const {
  office.noun = noun;
  office.bodies.clear();
  office.others.clear();
  office.country = kNone;
  office.prefix = kNone;
  office.title = {kNone, noun + 1};
  // `President-elect`, `Secretary-General`: the words of a hyphenated office are tokens.
  const uint32_t part = office.title.last + 1;
  if (part < document_->tokens.size() && document_->tokens[noun + 1].form == "-" &&
      is_one_of(document_->tokens[part].norm, {"elect", "general", "designate"})) {
    office.title.last = part + 1;
  }
  const uint32_t first = first_of_title(noun, office);
  office.title.first = first;
  complements(noun, end, office);
  if (end == kNone) return;
  office.title.last = std::min(office.title.last, end);
  // `Secretary of State Ann Li`, where the parser hangs the complement on the name.
  const std::vector<Token>& tokens = document_->tokens;
  if (office.title.last != noun + 1 || noun + 2 >= end || noun + 5 < end || tokens[noun + 1].norm != "of") return;
  for (uint32_t t = noun + 2; t < end; ++t) {
    const bool name = find_mention_by_head(*document_, t) != kNone;
    if (name || (tokens[t].upos != Upos::kPropn && tokens[t].upos != Upos::kNoun)) return;
  }
  office.title.last = end;
}

void OfficeReader::read_behind_name(uint32_t entity, uint32_t first, Office& office) const {
  const Document& document = *document_;
  uint32_t last = first;
  for (uint32_t m : document.entities[entity].mentions) {
    if (document.mentions[m].first == first) last = document.mentions[m].last;
  }
  if (last == first || last + 1 >= document.tokens.size() || document.tokens[last].norm != "of") return;
  for (uint32_t t = last + 1; t < last + 5 && t < document.tokens.size(); ++t) {
    uint32_t mention = find_mention_by_head(document, t);
    if (mention == kNone || document.mentions[mention].kind != MentionKind::kName) {
      if (document.tokens[t].upos == Upos::kDet) continue;
      return;
    }
    // Of `Palestinian Authority` and the name inside it the whole.
    for (uint32_t m = 0; m < document.mentions.size(); ++m) {
      const Mention& other = document.mentions[m];
      if (other.kind == MentionKind::kName && other.first == t && other.last > document.mentions[mention].last)
        mention = m;
    }
    return add_body(document.mentions[mention].head, office);
  }
}

std::string_view OfficeReader::title_text(Document& document, const Office& office) {
  const std::string_view words = document.text_of(span_of(document, office.title));
  if (office.prefix == kNone) return words;  // lives as long as the text
  const std::string_view prefix = document.text_of(document.tokens[office.prefix].span);
  char* joined = document.arena.allocate(prefix.size() + 1 + words.size());
  std::copy(prefix.begin(), prefix.end(), joined);
  joined[prefix.size()] = ' ';
  std::copy(words.begin(), words.end(), joined + prefix.size() + 1);
  return {joined, prefix.size() + 1 + words.size()};
}

uint32_t OfficeReader::title_before(uint32_t first) const {
  const Document& document = *document_;
  const uint32_t begin = document.sentences[sentence_of(document, first)].first;
  if (first == begin) return kNone;
  uint32_t t = first - 1;
  while (t > begin && is_honorific(document.tokens[t].norm)) --t;
  if (t > begin + 1 && document.tokens[t - 1].form == "-" &&
      is_one_of(document.tokens[t].norm, {"elect", "general", "designate"})) {
    t -= 2;
  }
  // `army chief General X`, `party leader Ayatollah X`: the rank is no part of the office.
  while (t > begin && is_rank(document.tokens[t]) && is_plain_role(document.tokens[t - 1])) --t;
  if (role_kind(document.tokens[t]) != RoleKind::kNoRole) return t;
  for (uint32_t back = t; back > begin && t - back < kTitleReach; --back) {
    const Token& word = document.tokens[back];
    if (is_one_of(word.norm, {"of", "for", "to"})) {
      if (role_kind(document.tokens[back - 1]) == RoleKind::kNoRole || back == t) return kNone;
      // `Assistant to the President for National Security X` is no president.
      return is_served(document, back - 1) ? kNone : back - 1;
    }
    if (!may_stand_in_title(word) && word.upos != Upos::kDet) return kNone;
  }
  return kNone;
}

}  // namespace actant
