#include "extract/relation/qualifier_candidates.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/place_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint32_t kReach = 4;  // sentences on either side; a twentieth of the annotated qualifiers stand farther off

std::string_view few(size_t count) { return count == 1 ? "1" : count == 2 ? "2" : count < 5 ? "few" : "many"; }

std::string_view precision_of(const TimeExpression& time) {
  if (time.use == TimeUse::kSince) return "since";
  if (time.use == TimeUse::kStretch) return "stretch";
  if (time.value.to) return "interval";
  return time.value.from.day != 0 ? "day" : time.value.from.month != 0 ? "month" : "year";
}

}  // namespace

void QualifierCandidates::reset(const Document& document, std::span<const TimeExpression> times) {
  document_ = &document;
  times_ = times;
  link_.reset(document);
  dateline_ = find_dateline(document);
  time_sentences_.clear();
  for (const TimeExpression& time : times) time_sentences_.push_back(sentence_of(document, time.words.first));
  told_.clear();
  for (uint32_t i = 0; i < document.triples.size(); ++i) {
    const Triple& triple = document.triples[i];
    if (triple.predicate != kNone && (!triple.time.empty() || triple.place != kNone))
      told_.push_back({sentence_of(document, triple.predicate), i});
  }
  std::ranges::stable_sort(told_, {}, &Told::sentence);
  find_places();
}

void QualifierCandidates::find_places() {
  places_.clear();
  for (uint32_t t = 0; t < document_->tokens.size(); ++t) {
    const Token& token = document_->tokens[t];
    if (!is_nominal(token) && token.upos != Upos::kAdj) continue;
    const uint32_t m = document_->mention_at[t];
    if (m == kNone || document_->mentions[m].head != t) continue;
    const Mention& mention = document_->mentions[m];
    if (mention.entity == kNone || mention.kind == MentionKind::kPronoun) continue;
    const DocumentEntity& entity = document_->entities[mention.entity];
    const bool place = entity.type == EntityType::kPlace && entity.members.empty();
    // `at the White House`: a body by its name.
    if (place || named_place(*document_, t) == mention.entity)
      places_.push_back({sentence_of(*document_, t), t, mention.entity, mention.adjectival});
  }
}

// The sentences around, and the lead, which often dates and places all that follows.
bool QualifierCandidates::is_near(uint32_t sentence) const {
  return (sentence <= link_.sentence() + kReach && link_.sentence() <= sentence + kReach) || sentence == link_.lead();
}

ChoiceScore QualifierCandidates::open(QualifierCandidate& candidate) const {
  return ChoiceScore(ChoiceModel::qualifiers(), with_features_ ? &candidate.features : nullptr);
}

// Other triples that the same time dates: of the same sentence, of the same actors.
void QualifierCandidates::add_told(const Triple& triple, std::string_view prefix, const TimeExpression& time,
                                   ChoiceScore& score) const {
  const std::string iso = time.value.iso();
  bool here = false, again = false, subject = false, object = false;
  const uint32_t sentence = link_.sentence();
  const uint32_t first = sentence > kReach ? sentence - kReach : 0;
  for (auto at = std::ranges::lower_bound(told_, first, {}, &Told::sentence);
       at != told_.end() && at->sentence <= sentence + kReach; ++at) {
    const Triple& other = document_->triples[at->triple];
    if (&other == &triple || other.time != iso) continue;
    here = here || at->sentence == sentence;
    subject = subject || other.subject == triple.subject;
    object = object || other.object == triple.object;
    again = again ||
            (other.relation == triple.relation && (other.subject == triple.subject || other.object == triple.object));
  }
  if (here) score.add({prefix, "dates-here"});
  if (subject) score.add({prefix, "dates-subject", link_.kind()});
  if (object) score.add({prefix, "dates-object", link_.kind()});
  if (again) score.add({prefix, "dates-same"});
}

void QualifierCandidates::score_time(const Triple& triple, const TimeExpression& time, size_t rivals,
                                     ChoiceScore& score) const {
  constexpr std::string_view k = "time";
  const std::string_view where = sentence_of(*document_, time.words.first) == link_.sentence() ? "here" : "there";
  link_.add_word(k, time.governor, score);
  if (time.governor == triple.predicate) score.add({k, "own"});
  const std::string_view precision = precision_of(time);
  score.add({k, "precision", precision});
  score.add({k, "precision", precision, where});
  score.add({k, "precision", precision, link_.tense()});
  score.add({k, "rivals", where, few(rivals)});
  const Token& governor = document_->tokens[time.governor];
  score.add({k, "governor", upos_name(governor.upos), where});
  if (where == "there" && governor.upos == Upos::kVerb) score.add({k, "governor-at", deprel_name(governor.deprel)});
  add_told(triple, k, time, score);
}

void QualifierCandidates::times(const Triple& triple, std::vector<QualifierCandidate>& out) {
  link_.take(triple);
  out.assign(1, {});
  uint32_t nearest = kNone;
  size_t here = 0, around = 0;
  const auto apart = [&](uint32_t i) {
    const uint32_t word = times_[i].words.first;
    return word > triple.predicate ? word - triple.predicate : triple.predicate - word;
  };
  for (uint32_t i = 0; i < times_.size(); ++i) {
    if (!is_near(time_sentences_[i])) continue;
    ++around;
    here += time_sentences_[i] == link_.sentence();
    if (nearest == kNone || apart(i) < apart(nearest)) nearest = i;
  }
  ChoiceScore none = open(out.front());
  link_.add_event("no-time", none);
  none.add({"no-time", "here", few(here + 1)});
  none.add({"no-time", "around", few(around + 1)});
  out.front().score = none.value();
  for (uint32_t i = 0; i < times_.size(); ++i) {
    if (!is_near(time_sentences_[i])) continue;
    QualifierCandidate& candidate = out.emplace_back();
    candidate.index = i;
    candidate.token = times_[i].words.first;
    ChoiceScore score = open(candidate);
    const bool same = time_sentences_[i] == link_.sentence();
    score_time(triple, times_[i], same ? here : around, score);
    if (i == nearest) score.add({"time", "nearest", same ? "here" : "there"});
    candidate.score = score.value();
  }
}

void QualifierCandidates::score_place(const Triple& triple, const Placed& place, ChoiceScore& score) const {
  constexpr std::string_view k = "place";
  const Token& word = document_->tokens[place.token];
  const bool same = place.sentence == link_.sentence();
  const std::string_view where = same ? "here" : "there";
  const std::string_view preposition = preposition_of(*document_, place.token);
  link_.add_word(k, place.token, score);
  const std::string_view role = preposition.empty() ? deprel_name(word.deprel) : preposition;
  score.add({k, "by", role});
  score.add({k, "by", role, where});
  score.add({k, "by", role, link_.kind()});
  score.add({k, "deprel", deprel_name(word.deprel), where});
  if (word.head != kNone) {
    const Token& head = document_->tokens[word.head];
    score.add({k, "on", upos_name(head.upos), where});
    const uint32_t above = find_entity_by_head(*document_, word.head);
    if (above != kNone) {
      score.add({k, "on-entity", entity_type_name(document_->entities[above].type), where});
      if (above == triple.subject) score.add({k, "on-subject", link_.kind()});
      if (above == triple.object) score.add({k, "on-object", link_.kind()});
    }
    if (is_site(head.lemma) || (above != kNone && document_->entities[above].type == EntityType::kPlace))
      score.add({k, "coarser"});
  }
  bool finer = false;
  for (const uint32_t child : children_of(*document_, place.token)) {
    const uint32_t below = find_entity_by_head(*document_, child);
    if (below != kNone && document_->entities[below].type == EntityType::kPlace) finer = true;
  }
  if (finer) score.add({k, "finer"});
  if (place.adjectival) score.add({k, "adjectival", where});
  const DocumentEntity& entity = document_->entities[place.entity];
  const std::string_view type = !entity.named                       ? "unnamed"
                                : entity.type != EntityType::kPlace ? "building"
                                : entity.country.empty()            ? "town"
                                                                    : "country";
  score.add({k, "type", type});
  score.add({k, "type", type, where});
  score.add({k, "type", type, link_.kind()});
  const auto country_of = [&](uint32_t e) {
    return e < document_->entities.size() ? document_->entities[e].country : std::string_view();
  };
  if (type == "country" && entity.country == country_of(triple.subject)) score.add({k, "of-subject", link_.kind()});
  if (type == "country" && triple.relation != RelationType::kStated && entity.country == country_of(triple.object))
    score.add({k, "of-object", link_.kind()});
  if (place.entity == dateline_.place) score.add({k, "dateline"});
  if (entity.mentions.size() > 2) score.add({k, "often"});
  add_placed(triple, place.entity, score);
}

// Where others of the sentence, or the same deeds elsewhere, are said to be.
void QualifierCandidates::add_placed(const Triple& triple, uint32_t place, ChoiceScore& score) const {
  constexpr std::string_view k = "place";
  bool here = false, again = false, party = false;
  const uint32_t first = link_.sentence() > kReach ? link_.sentence() - kReach : 0;
  for (auto at = std::ranges::lower_bound(told_, first, {}, &Told::sentence);
       at != told_.end() && at->sentence <= link_.sentence() + kReach; ++at) {
    const Triple& other = document_->triples[at->triple];
    if (&other == &triple || other.place != place) continue;
    here = here || at->sentence == link_.sentence();
    again = again || other.relation == triple.relation;
    party = party || other.subject == triple.subject || other.object == triple.object;
  }
  if (here) score.add({k, "places-here"});
  if (again) score.add({k, "places-same"});
  if (party) score.add({k, "places-party"});
}

std::span<const QualifierCandidates::Placed> QualifierCandidates::places_near(const Triple& triple) {
  near_.clear();
  const auto take = [&](uint32_t first, uint32_t last) {
    for (auto at = std::ranges::lower_bound(places_, first, {}, &Placed::sentence);
         at != places_.end() && at->sentence <= last; ++at) {
      if (at->entity != triple.subject && at->entity != triple.object) near_.push_back(*at);
    }
  };
  const uint32_t first = link_.sentence() > kReach ? link_.sentence() - kReach : 0;
  if (link_.lead() < first) take(link_.lead(), link_.lead());
  take(first, link_.sentence() + kReach);
  return near_;
}

void QualifierCandidates::places(const Triple& triple, std::vector<QualifierCandidate>& out) {
  link_.take(triple);
  out.assign(1, {});
  const std::span<const Placed> near = places_near(triple);
  const auto here = std::ranges::count(near, link_.sentence(), &Placed::sentence);
  ChoiceScore none = open(out.front());
  link_.add_event("no-place", none);
  none.add({"no-place", "here", few(static_cast<size_t>(here) + 1)});
  none.add({"no-place", "around", few(near.size() + 1)});
  none.add({"no-place", triple.place == kNone ? "unread" : "read"});
  none.add({"no-place", triple.place == kNone ? "unread" : "read", link_.kind()});
  out.front().score = none.value();
  for (const Placed& place : near) {
    QualifierCandidate& candidate = out.emplace_back();
    candidate.index = place.entity;
    candidate.token = place.token;
    ChoiceScore score = open(candidate);
    score_place(triple, place, score);
    if (place.entity == triple.place) {
      score.add({"place", "read", place.sentence == link_.sentence() ? "here" : "there"});
      score.add({"place", "read", link_.kind()});
    }
    candidate.score = score.value();
  }
}

}  // namespace actant
