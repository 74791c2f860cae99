#include "extract/relation/event_link.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/event_anchor.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr std::string_view kCounts[] = {"0", "1", "2", "3", "4", "5"};

std::string_view count_name(size_t count) { return kCounts[std::min<size_t>(count, 5)]; }

std::string_view relation_kind(RelationType relation) {
  switch (relation) {
    case RelationType::kAttacked:
    case RelationType::kCoerced:
    case RelationType::kProtested:
    case RelationType::kMobilized: return "violent";
    case RelationType::kMetWith:
    case RelationType::kVisited:
    case RelationType::kAgreedWith: return "meeting";
    case RelationType::kStated:
    case RelationType::kAccused:
    case RelationType::kSupports:
    case RelationType::kRequested:
    case RelationType::kRejected:
    case RelationType::kThreatened: return "words";
    default: return "other";
  }
}

// The verb that `word` hangs below, or is; kNone.
uint32_t verb_above(const Document& document, uint32_t word) {
  for (int step = 0; step < 12 && word != kNone; ++step, word = document.tokens[word].head) {
    if (document.tokens[word].upos == Upos::kVerb) return word;
  }
  return kNone;
}

}  // namespace

std::string_view tense_name(const Document& document, uint32_t predicate) {
  const Token& word = document.tokens[predicate];
  if (word.upos != Upos::kVerb) return "noun";
  for (const uint32_t child : children_of(document, predicate)) {
    const Token& aux = document.tokens[child];
    if (aux.deprel != Deprel::kAux && aux.deprel != Deprel::kAuxPass) continue;
    if (is_one_of(aux.lemma, {"will", "shall", "'ll", "would", "may", "might", "could", "can"})) return "future";
    if (is_one_of(aux.norm, {"has", "have", "'ve", "been"})) return "perfect";
    if (aux.norm == "had" || aux.xpos == Xpos::kVBD) return "past";
  }
  if (word.xpos == Xpos::kVBD) return "past";
  if (word.xpos == Xpos::kVBZ || word.xpos == Xpos::kVBP) return "present";
  return word.xpos == Xpos::kVB ? "infinitive" : "participle";
}

void EventLink::reset(const Document& document) {
  document_ = &document;
  paragraphs_.clear();
  uint32_t paragraph = 0;
  lead_ = kNone;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    paragraphs_.push_back(paragraph);
    const Sentence& sentence = document.sentences[s];
    if (lead_ == kNone && !sentence.title && sentence.size() > 4) lead_ = s;
    if (sentence.size() > 0 && document.tokens[sentence.last - 1].space_after == 3) ++paragraph;
  }
}

void EventLink::take(const Triple& triple) {
  triple_ = &triple;
  sentence_ = sentence_of(*document_, triple.predicate);
  chain_.clear();
  for (uint32_t word = triple.predicate; word != kNone && chain_.size() < 12; word = document_->tokens[word].head)
    chain_.push_back(word);
  relation_ = relation_info(triple.relation).id;
  kind_ = relation_kind(triple.relation);
  tense_ = tense_name(*document_, triple.predicate);
}

std::string_view EventLink::distance_to(uint32_t sentence) const {
  if (sentence >= sentence_) return count_name(sentence - sentence_);
  static constexpr std::string_view kBack[] = {"0", "-1", "-2", "-3", "-4", "-5"};
  return kBack[std::min(sentence_ - sentence, 5U)];
}

bool EventLink::is_mentioned(uint32_t entity, uint32_t sentence) const {
  if (entity >= document_->entities.size()) return false;
  return std::ranges::any_of(document_->entities[entity].mentions,
                             [&](uint32_t m) { return document_->mentions[m].sentence == sentence; });
}

void EventLink::add_event(std::string_view prefix, ChoiceScore& score) const {
  const Token& word = document_->tokens[triple_->predicate];
  score.add({prefix});
  score.add({prefix, "relation", relation_});
  score.add({prefix, "tense", tense_});
  score.add({prefix, "tense", tense_, kind_});
  score.add({prefix, "modality", modality_name(triple_->modality)});
  score.add({prefix, "at", deprel_name(word.deprel)});
  if (triple_->negated) score.add({prefix, "negated"});
  if (sentence_ == lead_) score.add({prefix, "lead"});
  if (sentence_ == lead_) score.add({prefix, "lead", tense_});
  if (document_->sentences[sentence_].title) score.add({prefix, "title"});
  if (triple_->attributed_to != kNone) score.add({prefix, "attributed"});
  // `the officials said that they attacked`: how deep the event is told.
  size_t clauses = 0;
  bool noun = false;
  for (size_t i = 1; i < chain_.size(); ++i) {
    const Token& above = document_->tokens[chain_[i]];
    if (above.upos == Upos::kVerb && speech_verb(above.lemma) == 0) ++clauses;
    noun = noun || above.upos == Upos::kNoun;
  }
  score.add({prefix, "below", count_name(std::min<size_t>(clauses, 3)), noun ? "noun" : "verbs"});
}

void EventLink::add_word(std::string_view prefix, uint32_t word, ChoiceScore& score) const {
  if (sentence_of(*document_, word) == sentence_) {
    add_path(prefix, word, score);
  } else {
    add_elsewhere(prefix, word, score);
  }
}

void EventLink::add_path(std::string_view prefix, uint32_t word, ChoiceScore& score) const {
  const std::vector<Token>& tokens = document_->tokens;
  uint32_t below[12];
  size_t downs = 0, ups = chain_.size();
  uint32_t at = word;
  while (at != kNone && downs < 12) {
    const auto found = std::find(chain_.begin(), chain_.end(), at);
    if (found != chain_.end()) {
      ups = static_cast<size_t>(found - chain_.begin());
      break;
    }
    below[downs++] = at;
    at = tokens[at].head;
  }
  score.add({prefix, "here"});
  score.add({prefix, "here", kind_});
  score.add({prefix, "steps", count_name(ups), count_name(downs)});
  score.add({prefix, word < triple_->predicate ? "before" : "behind"});
  bool speech = false;
  for (size_t i = 0; i < ups && i < chain_.size(); ++i) {
    score.add({prefix, "up", deprel_name(tokens[chain_[i]].deprel)});
    if (i + 1 < chain_.size() && tokens[chain_[i + 1]].upos == Upos::kVerb &&
        speech_verb(tokens[chain_[i + 1]].lemma) != 0)
      speech = true;
  }
  for (size_t i = 0; i < downs; ++i) {
    score.add({prefix, "down", deprel_name(tokens[below[i]].deprel)});
    if (i > 0 && tokens[below[i]].upos == Upos::kVerb && speech_verb(tokens[below[i]].lemma) != 0)
      score.add({prefix, "down-speech"});
  }
  if (speech) score.add({prefix, "up-speech"});
  if (ups + downs <= 3 && ups < chain_.size()) {
    std::string_view way[3] = {"", "", ""};
    for (size_t i = 0; i < ups; ++i) way[i] = deprel_name(tokens[chain_[i]].deprel);
    for (size_t i = 0; i < downs; ++i) way[ups + i] = deprel_name(tokens[below[downs - 1 - i]].deprel);
    score.add({prefix, "way", count_name(ups), way[0], way[1], way[2]});
    score.add({prefix, "way", count_name(ups), way[0], way[1], way[2], kind_});
  }
  // A clause of another event between: `condemned the attack on Monday`.
  const uint32_t verb = verb_above(*document_, word);
  if (verb != kNone && verb != triple_->predicate) {
    const bool same = (event_relations(tokens[verb]) >> static_cast<int>(triple_->relation) & 1) != 0;
    score.add({prefix, same ? "verb-same" : "verb-other"});
    score.add({prefix, "verb-tense", tense_, tense_name(*document_, verb)});
  }
}

void EventLink::add_elsewhere(std::string_view prefix, uint32_t word, ChoiceScore& score) const {
  const std::vector<Token>& tokens = document_->tokens;
  const uint32_t sentence = sentence_of(*document_, word);
  const std::string_view distance = distance_to(sentence);
  const bool same_paragraph = paragraphs_[sentence] == paragraphs_[sentence_];
  score.add({prefix, "sentence", distance});
  score.add({prefix, "sentence", distance, kind_});
  score.add({prefix, "sentence", distance, tense_});
  score.add({prefix, "sentence", distance, same_paragraph ? "within" : "beyond"});
  if (sentence_ == lead_) score.add({prefix, "of-lead", distance});
  if (sentence == lead_) score.add({prefix, "in-lead"});
  if (document_->sentences[sentence].title) score.add({prefix, "in-title"});
  const bool subject = is_mentioned(triple_->subject, sentence), object = is_mentioned(triple_->object, sentence);
  score.add({prefix, "shares", subject ? "subject" : "-", object ? "object" : "-"});
  score.add({prefix, "shares", subject ? "subject" : "-", object ? "object" : "-", kind_});
  const uint32_t verb = verb_above(*document_, word);
  score.add({prefix, "there", verb == kNone ? "none" : deprel_name(tokens[verb].deprel)});
  if (verb == kNone) return;
  const std::string_view tense = tense_name(*document_, verb);
  const bool speech = speech_verb(tokens[verb].lemma) != 0;
  score.add({prefix, "tenses", tense_, tense});
  score.add({prefix, "verb", speech ? "speech" : "deed", kind_});
  // The same event told again: by its verb, or by what hangs on the verb (`the attack killed three on Monday`).
  const auto same = [&](uint32_t t) {
    return (event_relations(tokens[t]) >> static_cast<int>(triple_->relation) & 1) != 0;
  };
  bool again = same(verb), argument = false;
  for (const uint32_t child : children_of(*document_, verb)) {
    if (is_nominal(tokens[child]) && tokens[child].upos != Upos::kPron && same(child)) again = true;
    const uint32_t entity = find_entity_by_head(*document_, child);
    if (entity != kNone && (entity == triple_->subject || entity == triple_->object)) argument = true;
  }
  if (again) score.add({prefix, "again"});
  if (again) score.add({prefix, "again", distance});
  if (argument) score.add({prefix, "of-party"});
  if (tokens[verb].lemma == tokens[triple_->predicate].lemma) score.add({prefix, "same-word"});
}

}  // namespace actant
