#include "extract/relation/pair_stage.h"

#include <algorithm>
#include <numeric>

#include "extract/entity/name_title.h"
#include "extract/entity/noun_phrase.h"
#include "extract/relation/polarity.h"
#include "extract/relation/speech_act.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/triple_builder.h"

namespace actant {
namespace {

// Longer sentences are lists and tables.
constexpr uint32_t kMaxTokens = 150;

uint64_t key_of(uint32_t subject, uint32_t object) { return uint64_t{subject} << 32 | object; }

bool is_asked(const Triple& triple) {
  return triple.relation != RelationType::kStated && triple.relation != RelationType::kAlsoKnownAs &&
         triple.relation != RelationType::kOpen && triple.object != kNone && triple.subject != kNone &&
         !triple.evidence.empty();
}

}  // namespace

void PairStage::process(Document& document) {
  document_ = &document;
  features_.reset(document);
  clauses_.reset(document, Lexicon::english());
  offices_.reset(document);
  dropped_.assign(document.triples.size(), 0);
  of_sentence_.resize(document.triples.size());
  std::iota(of_sentence_.begin(), of_sentence_.end(), 0u);
  std::erase_if(of_sentence_, [&](uint32_t t) { return !is_asked(document.triples[t]); });
  std::ranges::stable_sort(of_sentence_, {}, [&](uint32_t t) { return document.triples[t].evidence.front(); });
  next_ = 0;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    if (document.sentences[s].size() <= kMaxTokens) read_sentence(s);
  }
  size_t kept = 0;
  for (size_t t = 0; t < document.triples.size(); ++t) {
    if (t < dropped_.size() && dropped_[t] != 0) continue;
    if (kept != t) document.triples[kept] = std::move(document.triples[t]);
    ++kept;
  }
  document.triples.resize(kept);
}

void PairStage::read_sentence(uint32_t sentence) {
  const Sentence& range = document_->sentences[sentence];
  first_token_ = range.first;
  pairs_.clear();
  beliefs_.clear();
  pair_of_.clear();
  const std::span<const uint32_t> mentions = features_.mentions(sentence);
  if (mentions.size() > 1) {
    is_projected_.assign(range.size() * PairModel::kRoles, 0);
    projections_.resize(range.size() * PairModel::kRoles * model_->hidden());
    for (const uint32_t subject : mentions) {
      for (const uint32_t object : mentions) {
        if (subject != object) score(subject, object);
      }
    }
  }
  judge_readings(sentence);
  add_unread(sentence);
}

std::span<PairStage::Belief> PairStage::beliefs(uint32_t subject, uint32_t object) {
  const size_t count = model_->relations().size();
  const auto [it, is_new] = pair_of_.try_emplace(key_of(subject, object), static_cast<uint32_t>(pairs_.size()));
  if (is_new) {
    pairs_.push_back({subject, object});
    beliefs_.resize(beliefs_.size() + count);
  }
  return std::span(beliefs_).subspan(it->second * count, count);
}

// Adds the word's vector through the matrix of the role; the product is kept for the other pairs of the sentence.
void PairStage::add_word(uint32_t token, PairModel::Role role, float factor) {
  const size_t place = (token - first_token_) * PairModel::kRoles + role, width = model_->hidden();
  float* projected = projections_.data() + place * width;
  if (is_projected_[place] == 0) {
    is_projected_[place] = 1;
    std::fill_n(projected, width, 0.0f);
    const WordInput word = network_->input_layer().look_up(document_->tokens[token].form, words_);
    model_->add_word(role, word.vector, 1, projected);
  }
  for (size_t k = 0; k < width; ++k) sum_[k] += factor * projected[k];
}

void PairStage::score(uint32_t subject, uint32_t object) {
  if (!features_.write(subject, object, values_)) return;
  const Mention &a = document_->mentions[subject], &b = document_->mentions[object];
  sum_.assign(model_->hidden(), 0.0f);
  model_->add_features(values_, sum_.data());
  if (a.kind != MentionKind::kName) add_word(a.head, PairModel::kSubject, 1);
  if (b.kind != MentionKind::kName) add_word(b.head, PairModel::kObject, 1);
  if (features_.meeting() != a.head && features_.meeting() != b.head)
    add_word(features_.meeting(), PairModel::kMeeting, 1);
  const auto interior = features_.interior();
  for (const uint32_t t : interior) add_word(t, PairModel::kInterior, 1.0f / static_cast<float>(interior.size()));
  model_->probabilities(sum_.data(), probability_);
  const std::span<Belief> of_pair = beliefs(a.entity, b.entity);
  for (size_t r = 0; r < of_pair.size(); ++r) {
    if (probability_[r] > of_pair[r].probability)
      of_pair[r] = {probability_[r], predicate(subject, object), subject, object};
  }
}

// The word that says it: where the two paths meet, or the verb below that where they meet in one of the two (`X, who
// met Y`).
uint32_t PairStage::predicate(uint32_t subject, uint32_t object) const {
  const uint32_t meeting = features_.meeting();
  if (meeting != document_->mentions[subject].head && meeting != document_->mentions[object].head) return meeting;
  for (const uint32_t t : features_.interior()) {
    if (document_->tokens[t].upos == Upos::kVerb && document_->tokens[t].head == meeting) return t;
  }
  return meeting;
}

// `X said that it seized Y`: what X does to Y is told in what it says, by the verb next above Y; what X says of Y is
// told by the cue.
uint32_t PairStage::told(RelationType relation, uint32_t object, uint32_t cue) const {
  if (is_done_by_words(relation)) return cue;
  if (std::ranges::none_of(document_->statements, [&](const Statement& s) { return s.cue == cue; })) return cue;
  uint32_t below = object;
  for (uint32_t t = object; t != cue && t != kNone; t = document_->tokens[t].head) {
    below = t;
    if (t != object && document_->tokens[t].upos == Upos::kVerb) break;
  }
  return below == object ? cue : below;
}

void PairStage::judge_readings(uint32_t sentence) {
  const size_t count = model_->relations().size();
  for (; next_ < of_sentence_.size(); ++next_) {
    const uint32_t t = of_sentence_[next_];
    Triple& triple = document_->triples[t];
    if (triple.evidence.front() > sentence) return;
    if (triple.evidence.front() < sentence) continue;  // of a sentence too long to be read
    const auto relation = std::ranges::find(model_->relations(), triple.relation);
    if (relation == model_->relations().end()) continue;
    const size_t r = static_cast<size_t>(relation - model_->relations().begin());
    float most = -1;
    const auto look = [&](uint32_t subject, uint32_t object) {
      const auto found = pair_of_.find(key_of(subject, object));
      if (found == pair_of_.end()) return;
      Belief& belief = beliefs_[found->second * count + r];
      most = std::max(most, belief.probability);
      belief.probability = 0;  // is read already
    };
    look(triple.subject, triple.object);
    if (relation_info(triple.relation).symmetric) look(triple.object, triple.subject);
    triple.pair_probability = std::max(most, triple.pair_probability);
    dropped_[t] = most >= 0 && most < model_->least_to_keep(r);
  }
}

void PairStage::add_unread(uint32_t sentence) {
  const std::span<const RelationType> relations = model_->relations();
  for (size_t p = 0; p < pairs_.size(); ++p) {
    for (size_t r = 0; r < relations.size(); ++r) {
      Belief& belief = beliefs_[p * relations.size() + r];
      if (belief.probability < model_->least_to_add(r)) continue;
      if (relation_info(relations[r]).symmetric) {
        const auto other = pair_of_.find(key_of(pairs_[p].object, pairs_[p].subject));
        if (other != pair_of_.end()) beliefs_[other->second * relations.size() + r].probability = 0;
      }
      add(pairs_[p], relations[r], belief, sentence);
    }
  }
}

void PairStage::add(const EntityPair& pair, RelationType relation, const Belief& belief, uint32_t sentence) {
  // What a description is part of (`U.N. officials`) the rules say where it is news.
  const bool fact = relation_info(relation).fact;
  if (fact && (!document_->entities[pair.subject].named || !document_->entities[pair.object].named)) return;
  if (!is_usable_argument(*document_, pair.subject) || !is_usable_argument(*document_, pair.object)) return;
  // `X is not a member of Y`, `Is X a member of Y?`
  const bool copula = child_with(*document_, belief.predicate, Deprel::kCop) != kNone;
  if (fact && copula && is_asked_whether(*document_, belief.predicate)) return;
  // `in A, B and C`
  if (relation == RelationType::kLocatedIn && are_joined(belief.subject_mention, belief.object_mention)) return;
  Triple triple;
  triple.subject = pair.subject;
  triple.relation = relation;
  triple.object = pair.object;
  triple.predicate =
      fact ? belief.predicate : told(relation, document_->mentions[belief.object_mention].head, belief.predicate);
  triple.confidence = belief.probability;
  triple.pair_probability = belief.probability;
  triple.rule = "pair";
  triple.evidence.push_back(sentence);
  if (!fact) {
    const Polarity polarity = judge_polarity(*document_, Lexicon::english(), clauses_, triple.predicate);
    triple.negated = polarity.negated;
    triple.modality = std::max(polarity.modality, outlook_of(relation, triple.predicate));
  } else {
    triple.negated = copula && is_negated(*document_, belief.predicate);
    if (relation == RelationType::kHoldsPosition) triple.title = title(belief);
  }
  document_->triples.push_back(std::move(triple));
}

// `looks forward to a visit`, `plans talks with`: the word that says it says how far it holds.
Modality PairStage::outlook_of(RelationType relation, uint32_t predicate) const {
  const Token& word = document_->tokens[predicate];
  // `have` obliges to what follows `to` alone.
  if (is_done_by_words(relation) || word.upos != Upos::kVerb || word.lemma == "have") return Modality::kActual;
  switch (Lexicon::english().outlook(clauses_.predicate_word(predicate))) {
    case Outlook::kPlanned: return Modality::kPlanned;
    case Outlook::kPossible: return Modality::kPossible;
    case Outlook::kRequested: return Modality::kRequested;
    default: return Modality::kActual;
  }
}

bool PairStage::are_joined(uint32_t a, uint32_t b) const {
  return first_conjunct(*document_, document_->mentions[a].head) ==
         first_conjunct(*document_, document_->mentions[b].head);
}

// The words of the office, where a title stands before the name or the predicate or the description names it.
std::string_view PairStage::title(const Belief& belief) {
  const Mention& subject = document_->mentions[belief.subject_mention];
  uint32_t noun = kNone;
  if (subject.kind == MentionKind::kName) noun = find_title(*document_, subject).office;
  if (noun == kNone && role_kind(document_->tokens[belief.predicate]) == RoleKind::kPosition) noun = belief.predicate;
  if (noun == kNone && role_kind(document_->tokens[subject.head]) == RoleKind::kPosition) noun = subject.head;
  if (noun == kNone) return {};
  Office office;
  offices_.read(noun, noun < subject.first ? subject.first : kNone, office);
  return OfficeReader::title_text(*document_, office);
}

}  // namespace actant
