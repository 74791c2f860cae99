#include "extract/relation/open_stage.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/confidence.h"
#include "extract/relation/polarity.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/triple_builder.h"

namespace actant {
namespace {

EntityType type_of_phrase(const Document& document, uint32_t head) {
  return document.tokens[head].upos == Upos::kPron ? EntityType::kGroup : EntityType::kTopic;
}

}  // namespace

void OpenStage::process(Document& document) {
  polarity_clauses_.reset(document, lexicon_);
  reader_.reset(document);
  made_.assign(document.tokens.size(), kNone);
  given_ = document.triples.size();
  propositions_.clear();
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (reader_.read(t, clause_)) append_propositions(document, clause_, propositions_);
    append_nominal_propositions(document, t, propositions_);
  }
  for (const OpenProposition& proposition : propositions_) add(document, proposition);
}

// A noun has the entity that it heads; anything else, and what heads none, gets a topic of its own.
uint32_t OpenStage::entity_of(Document& document, const OpenMember& member) {
  const Token& head = document.tokens[member.head];
  if (is_nominal(head)) {
    if (const uint32_t entity = find_entity_by_head(document, member.head); entity != kNone) return entity;
  }
  if (only_new_) return kNone;
  if (made_[member.head] != kNone) return made_[member.head];
  if (head.upos == Upos::kNoun || head.upos == Upos::kPropn) {
    const uint32_t mention = add_nominal_mention(document, member.head, EntityType::kTopic);
    return made_[member.head] = mention == kNone ? kNone : document.mentions[mention].entity;
  }
  Mention mention;
  mention.first = member.words.front();
  mention.last = member.words.back() + 1;
  mention.head = member.head;
  mention.sentence = sentence_of(document, member.head);
  mention.span = span_of(document, {mention.first, mention.last});
  mention.kind = head.upos == Upos::kPron ? MentionKind::kPronoun : MentionKind::kNominal;
  mention.type = type_of_phrase(document, member.head);
  mention.entity = static_cast<uint32_t>(document.entities.size());
  DocumentEntity entity;
  entity.type = mention.type;
  entity.name = document.text_of(mention.span);
  entity.mentions.push_back(static_cast<uint32_t>(document.mentions.size()));
  document.mentions.push_back(mention);
  document.entities.push_back(std::move(entity));
  return made_[member.head] = mention.entity;
}

bool OpenStage::adds(const Document& document, const Triple& triple) const {
  if (triple.subject == triple.object) return false;
  if (!is_usable_argument(document, triple.subject) || !is_usable_argument(document, triple.object)) return false;
  return std::none_of(document.triples.begin(), document.triples.begin() + static_cast<ptrdiff_t>(given_),
                      [&](const Triple& given) {
                        if (given.predicate == triple.predicate) return true;
                        const bool pair = (given.subject == triple.subject && given.object == triple.object) ||
                                          (given.subject == triple.object && given.object == triple.subject);
                        return pair && std::ranges::binary_search(given.evidence, triple.evidence.front());
                      });
}

void OpenStage::add(Document& document, const OpenProposition& proposition) {
  Triple triple;
  triple.relation = RelationType::kOpen;
  triple.subject = entity_of(document, proposition.subject);
  triple.object = entity_of(document, proposition.object);
  if (triple.subject == kNone || triple.object == kNone) return;
  triple.predicate = proposition.predicate;
  triple.evidence.push_back(sentence_of(document, proposition.predicate));
  if (only_new_ && !adds(document, triple)) return;
  const Polarity polarity = judge_polarity(document, lexicon_, polarity_clauses_, proposition.predicate);
  triple.negated = polarity.negated;
  triple.modality = polarity.modality;
  triple.open_lemma = document.arena.store(proposition.lemma);
  triple.rule = proposition.pattern;
  triple.features = document.arena.store(proposition.features);
  triple.confidence = static_cast<float>(ConfidenceModel::open().probability(triple.features));
  triple.open_subject = spans_of_words(document, proposition.subject.words);
  triple.open_predicate = spans_of_words(document, proposition.words);
  triple.open_object = spans_of_words(document, proposition.object.words);
  document.triples.push_back(std::move(triple));
}

}  // namespace actant
