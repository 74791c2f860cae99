#include "extract/relation/stance_prefix.h"

#include <algorithm>

#include "extract/entity/gazetteer.h"
#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr std::string_view kPro = "pro-", kAnti = "anti-";

// Nouns for protest: to be against somebody there is to protest.
bool is_protest(std::string_view lemma) {
  return is_one_of(lemma, {"protest", "protester", "protestor", "demonstration", "demonstrator", "rally", "march",
                           "riot", "slogan", "chant", "banner", "marcher", "uprising", "sentiment"});
}

}  // namespace

// The named thing of the article that `name` means: by one of its names, else by the country of the adjective.
uint32_t StancePrefixes::entity_named(std::string_view name) const {
  const Document& document = *context_.document;
  const GazetteerTerm* term = Gazetteer::get().term(name);
  uint32_t country = kNone;
  for (const Mention& mention : document.mentions) {
    if (mention.kind != MentionKind::kName || mention.entity == kNone) continue;
    if (document.text_of(mention.span) == name) return mention.entity;
    const DocumentEntity& entity = document.entities[mention.entity];
    if (country != kNone || term == nullptr || entity.type != EntityType::kPlace) continue;
    if (entity.name == term->name) country = mention.entity;
  }
  return country;
}

// `an anti-Taliban offensive`
bool StancePrefixes::is_attack(uint32_t noun) const {
  return std::ranges::any_of(context_.lexicon->noun(context_.clauses.word(noun)),
                             [](const NounSense& sense) { return sense.relation == RelationType::kAttacked; });
}

bool StancePrefixes::read(uint32_t token) {
  const Document& document = *context_.document;
  const Token& word = document.tokens[token];
  const bool pro = word.norm.starts_with(kPro), anti = word.norm.starts_with(kAnti);
  if (!pro && !anti) return false;
  const bool modifier = word.deprel == Deprel::kAmod || word.deprel == Deprel::kCompound;
  const size_t prefix = pro ? kPro.size() : kAnti.size();
  if (!modifier || word.head == kNone || word.form.size() <= prefix + 1) return false;
  const uint32_t object = entity_named(word.form.substr(prefix));
  if (object == kNone) return false;
  Parties holders, targets;
  context_.arguments.find(word.head, Wanted{}, holders);
  // `chanted anti-American slogans`: who chants them.
  const Token& noun = document.tokens[word.head];
  if (holders.empty() && noun.deprel == Deprel::kObj && noun.head != kNone) {
    if (const uint32_t agent = context_.clauses.agent(noun.head); agent != kNone) {
      context_.arguments.find(agent, Wanted{}, holders);
    }
  }
  targets.add(object, token);
  EventReading reading;
  reading.relation = pro                      ? RelationType::kSupports
                     : is_protest(noun.lemma) ? RelationType::kProtested
                     : is_attack(word.head)   ? RelationType::kAttacked
                                              : RelationType::kRejected;
  reading.predicate = token;
  reading.confidence = pro ? 0.6f : 0.5f;
  reading.rule = pro ? "prefix:pro" : "prefix:anti";
  return writer_.add(holders, targets, reading);
}

}  // namespace actant
