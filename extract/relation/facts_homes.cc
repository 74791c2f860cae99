#include "extract/entity/gazetteer.h"
#include "extract/relation/facts.h"
#include "extract/relation/syntax_walk.h"

// Facts of FactStage about names that have a country, a body or a plural title beside them, without an office between.

namespace actant {
namespace {

constexpr uint32_t kReach = 6;  // words between a country and the name that it says the home of

bool is_lower(std::string_view form) { return !form.empty() && form[0] >= 'a' && form[0] <= 'z'; }

// Whether the words name a country, a people's region or, with `states`, a state of a federation.
bool names_home(const Document& document, const Mention& mention, bool states) {
  if (mention.kind != MentionKind::kName || mention.entity == kNone) return false;
  const DocumentEntity& entity = document.entities[mention.entity];
  if (entity.type != EntityType::kPlace || entity.country.empty()) return false;
  const GazetteerTerm* term = Gazetteer::get().term(document.text_of(mention.span));
  if (term == nullptr) return false;
  if (states && (term->kinds & kRegionName) != 0) return true;
  return (term->kinds & (kCountryName | kCountryAdjective | kRegionAdjective)) != 0;
}

bool is_news_of_state(std::string_view norm) {
  return is_one_of(
      norm, {"state", "official", "state-run", "state-owned", "government", "government-run", "government-owned"});
}

}  // namespace

// `Norwegian skier X`, `Egyptian daily Y`: a country's adjective and words in small letters right before a name.
void FactStage::home_before_name(uint32_t index) {
  const Document& document = *document_;
  const Mention& name = document.mentions[index];
  const bool person = name.type == EntityType::kPerson;
  if (name.entity == kNone || name.adjectival || (!person && name.type != EntityType::kOrganization)) return;
  if (person && offices_.title_before(name.first) != kNone) return;
  const uint32_t begin = document.sentences[sentence_of(document, name.first)].first;
  bool noun = false, of_state = false;
  uint32_t t = name.first;
  while (t > begin && name.first - t < kReach) {
    const Token& word = document.tokens[t - 1];
    const uint32_t mention = find_mention_by_head(document, t - 1);
    if (mention != kNone && names_home(document, document.mentions[mention], false) && !is_lower(word.form)) {
      if (word.upos != Upos::kAdj && !document.mentions[mention].adjectival) return;
      // `the Iranian and Turkish presidents`, `in Russian Y`: words of a name need a noun between.
      if (!person && !noun) return;
      const uint32_t country = document.mentions[mention].entity;
      if (country == name.entity || word.deprel == Deprel::kConj) return;
      // Whose counterpart or first lady somebody is is an office that has no name here; a couple, an expert on Iraq.
      if (t < name.first &&
          is_one_of(document.tokens[name.first - 1].lemma, {"counterpart", "lady", "couple", "group", "expert"}))
        return;
      const RelationType relation = of_state && !person ? RelationType::kPartOf : RelationType::kCitizenOf;
      add(name.entity, relation, country, name.head, 0.65f, person ? "home-before" : "home-before-body");
      if (person && document.tokens[name.first - 1].xpos == Xpos::kNNS) {
        heads_.clear();
        conjuncts(document, name.head, heads_);
        for (const uint32_t head : heads_) {
          const uint32_t other = find_mention_by_head(document, head);
          if (head == name.head || other == kNone) continue;
          const Mention& joined = document.mentions[other];
          if (joined.kind != MentionKind::kName || joined.entity == kNone || joined.type != EntityType::kPerson)
            continue;
          if (offices_.title_before(joined.first) != kNone) continue;
          add(joined.entity, RelationType::kCitizenOf, country, joined.head, 0.6f, "home-before-list");
        }
      }
      return;
    }
    of_state = of_state || is_news_of_state(word.norm);
    if (!is_lower(word.form) && word.form != "-" && word.upos != Upos::kNum) return;
    const bool fits = word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kNum ||
                      word.form == "-" || (word.upos == Upos::kVerb && word.deprel == Deprel::kAmod);
    if (!fits || (t == name.first && word.upos != Upos::kNoun)) return;
    noun = true;
    --t;
  }
}

// `Russia's X`, `the agency's Y` before the name of a person.
void FactStage::owner_of_name(uint32_t index) {
  const Document& document = *document_;
  const Mention& name = document.mentions[index];
  // `Iraq's National Security Advisor`
  if (name.entity == kNone || role_kind(document.tokens[name.last - 1]) != RoleKind::kNoRole) return;
  if (offices_.title_before(name.first) != kNone || document.tokens[name.head].xpos == Xpos::kNNPS) return;
  const uint32_t owner = child_with(document, name.head, Deprel::kNmodPoss);
  if (owner == kNone || owner >= name.first) return;
  const uint32_t mention = find_mention_by_head(document, owner);
  if (mention == kNone || document.mentions[mention].entity == kNone) return;
  const Mention& whole = document.mentions[mention];
  if (whole.kind != MentionKind::kName || whole.entity == name.entity) return;
  if (names_home(document, whole, false)) {
    add(name.entity, RelationType::kCitizenOf, whole.entity, name.head, 0.6f, "home-owner");
  } else if (document.entities[whole.entity].type == EntityType::kOrganization) {
    add(name.entity, RelationType::kHoldsPosition, whole.entity, name.head, 0.6f, "body-owner");
  }
}

// `X of France`, `X, of Maryland, ...`: where a person is from.
void FactStage::home_behind_name(uint32_t index) {
  const Document& document = *document_;
  const Mention& name = document.mentions[index];
  if (name.entity == kNone || name.last + 2 > document.tokens.size() || offices_.title_before(name.first) != kNone)
    return;
  uint32_t of = name.last;
  const bool comma = document.tokens[of].form == ",";
  if (comma) ++of;
  if (of + 1 >= document.tokens.size() || !is_one_of(document.tokens[of].norm, {"of", "from"})) return;
  for (uint32_t t = of + 1; t < of + 5 && t < document.tokens.size(); ++t) {
    const uint32_t mention = find_mention_by_head(document, t);
    if (mention != kNone && document.mentions[mention].first <= of + 2 && document.mentions[mention].first > of) {
      const Mention& home = document.mentions[mention];
      if (!home.adjectival && home.entity != name.entity && names_home(document, home, true))
        add(name.entity, RelationType::kCitizenOf, home.entity, name.head, 0.6f, "home-behind");
      return;
    }
    if (document.tokens[t].upos != Upos::kDet && document.tokens[t].upos != Upos::kPropn) return;
  }
}

// `Presidents A and B`, `activists A, B and C`: the title in the plural is that of each.
void FactStage::title_of_list(uint32_t index) {
  const Document& document = *document_;
  const Mention name = document.mentions[index];
  const uint32_t noun = offices_.title_before(name.first);
  if (noun == kNone || name.entity == kNone) return;
  const Token& title = document.tokens[noun];
  if (title.xpos != Xpos::kNNS && title.xpos != Xpos::kNNPS &&
      !(title.norm != title.lemma && title.norm.ends_with("s")))
    return;
  std::vector<uint32_t> heads;
  conjuncts(document, name.head, heads);
  for (const uint32_t head : heads) {
    const uint32_t other = find_mention_by_head(document, head);
    if (head == name.head || other == kNone) continue;
    const Mention& joined = document.mentions[other];
    if (joined.kind != MentionKind::kName || joined.entity == kNone || joined.entity == name.entity) continue;
    if (joined.type != EntityType::kPerson || offices_.title_before(joined.first) != kNone) continue;
    office(noun, joined.entity, 0.8f, "title-of-list");
  }
}

}  // namespace actant
