#include "extract/relation/pair_features.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint64_t kOffset = 0xcbf29ce484222325u, kPrime = 0x100000001b3u;

uint64_t mix(uint64_t hash, uint64_t part) {
  hash ^= part;
  hash *= 0x9e3779b97f4a7c15u;
  return hash ^ (hash >> 29);
}

// FNV-1a.
uint64_t hash_of(std::string_view text) {
  uint64_t hash = kOffset;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

uint64_t id(Deprel deprel) { return static_cast<uint64_t>(deprel); }

// Kinds of features; numbers are part of the model.
enum Kind : uint32_t {
  kBias = 1,
  kUp,
  kDown,
  kWholePath,
  kPathLength,
  kUpMeeting,
  kDownMeeting,
  kDownPreposition,
  kMeetingPreposition,
  kSubjectPreposition,
  kMeetingLemma,
  kMeetingUpos,
  kBothMeeting,
  kParticle,
  kPassive,
  kNegated,
  kMeetingObject,
  kMeetingObjectPreposition,
  kInterior,
  kInteriorUp,
  kInteriorDown,
  kTypes,
  kTypesPath,
  kSubjectKind,
  kObjectKind,
  kSubjectType,
  kObjectType,
  kOrder,
  kNested,
  kBetween,
  kBetweenAll,
  kBefore,
  kAfter,
  kSubjectHead,
  kObjectHead,
  kHeadsTypes,
  kReading,
  kReadingRule,
  kInverse,
  kNoReading,
  kConjunct,
  kBetweenTypes,
  kSubjectNext,
  kObjectPrevious,
  kLast,
  kMeetingTypes,
  kOtherReading,
};

}  // namespace

template <typename... Parts>
void PairFeatures::add(uint32_t kind, Parts... parts) {
  uint64_t hash = mix(kOffset, kind);
  ((hash = mix(hash, static_cast<uint64_t>(parts))), ...);
  out_->push_back(static_cast<uint32_t>(hash ^ (hash >> 32)));
}

void PairFeatures::reset(const Document& document) {
  document_ = &document;
  mentions_.clear();
  first_.assign(document.sentences.size() + 1, 0);
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& mention = document.mentions[m];
    const Xpos xpos = document.tokens[mention.head].xpos;
    const bool question_word = xpos == Xpos::kWDT || xpos == Xpos::kWP || xpos == Xpos::kWPS;
    const bool relative = mention.kind == MentionKind::kPronoun && question_word;
    if (mention.entity != kNone && !relative) mentions_.push_back(m);
  }
  std::ranges::sort(mentions_, [&](uint32_t a, uint32_t b) {
    const Mention &x = document.mentions[a], &y = document.mentions[b];
    return std::tuple(x.sentence, x.span.begin, y.span.end, a) < std::tuple(y.sentence, y.span.begin, x.span.end, b);
  });
  for (const uint32_t m : mentions_) ++first_[document.mentions[m].sentence + 1];
  for (size_t s = 1; s < first_.size(); ++s) first_[s] += first_[s - 1];
  readings_.clear();
  for (const Triple& triple : document.triples) {
    if (triple.relation == RelationType::kStated || triple.relation == RelationType::kOpen || triple.object == kNone)
      continue;
    for (const uint32_t s : triple.evidence) {
      readings_.push_back({s, triple.subject, triple.object, triple.relation, triple.rule});
    }
  }
  std::ranges::stable_sort(readings_, [](const Reading& a, const Reading& b) { return (a <=> b) < 0; });
  preposition_.clear();
  for (const Mention& mention : document.mentions) {
    preposition_.push_back(hash_of(preposition_of(document, first_conjunct(document, mention.head))));
  }
  // Who it is must not tell what they do: names count as names.
  lemma_.clear();
  word_.clear();
  for (const Token& token : document.tokens) {
    lemma_.push_back(hash_of(token.lemma));
    word_.push_back(hash_of(token.norm));
  }
  for (const Mention& mention : document.mentions) {
    if (mention.kind != MentionKind::kName) continue;
    for (uint32_t t = mention.first; t < mention.last; ++t) lemma_[t] = word_[t] = hash_of("<name>");
  }
}

std::span<const uint32_t> PairFeatures::mentions(uint32_t sentence) const {
  const size_t size = std::min<size_t>(first_[sentence + 1] - first_[sentence], kMaxMentions);
  return {mentions_.data() + first_[sentence], size};
}

bool PairFeatures::write(uint32_t subject, uint32_t object, std::vector<uint32_t>& out) {
  out.clear();
  const Mention &a = document_->mentions[subject], &b = document_->mentions[object];
  if (a.entity == b.entity || a.head == b.head || !find_path(a.head, b.head)) return false;
  out_ = &out;
  add(kBias);
  add_path(a, b);
  add_meeting(a, b);
  add_arguments(a, b);
  add_surroundings(a, b);
  add_readings(a, b);
  return true;
}

// Fills up_, down_, meeting_ and interior_. \return false where the path is too long
bool PairFeatures::find_path(uint32_t from, uint32_t to) {
  const std::vector<Token>& tokens = document_->tokens;
  up_.clear();
  down_.clear();
  interior_.clear();
  for (uint32_t t = from; t != kNone && up_.size() <= kMaxPath; t = tokens[t].head) up_.push_back(t);
  size_t meets = up_.size();
  for (uint32_t t = to; t != kNone && down_.size() <= kMaxPath; t = tokens[t].head) {
    const auto at = std::ranges::find(up_, t);
    if (at != up_.end()) {
      meets = static_cast<size_t>(at - up_.begin());
      break;
    }
    down_.push_back(t);
  }
  if (meets == up_.size() || meets + down_.size() > kMaxPath) return false;
  meeting_ = up_[meets];
  up_.resize(meets);
  for (size_t i = 1; i < up_.size(); ++i) interior_.push_back(up_[i]);
  if (meeting_ != from && meeting_ != to) interior_.push_back(meeting_);
  for (size_t i = 1; i < down_.size(); ++i) interior_.push_back(down_[i]);
  return true;
}

void PairFeatures::add_path(const Mention& subject, const Mention& object) {
  const std::vector<Token>& tokens = document_->tokens;
  // A conjunct stands where the first of its row stands.
  const auto signature = [&](const std::vector<uint32_t>& way, bool& joined) {
    uint64_t hash = kOffset;
    for (size_t i = 0; i < way.size(); ++i) {
      if (i == 0 && way.size() > 1 && tokens[way[i]].deprel == Deprel::kConj) {
        joined = true;
        continue;
      }
      hash = mix(hash, id(tokens[way[i]].deprel) + 1);
    }
    return hash;
  };
  bool subject_joined = false, object_joined = false;
  const uint64_t up = signature(up_, subject_joined), down = signature(down_, object_joined);
  const uint64_t types = static_cast<uint64_t>(subject.type) * 16 + static_cast<uint64_t>(object.type);
  const uint64_t lemma = lemma_[meeting_], prep = preposition(object);
  add(kUp, up);
  add(kDown, down);
  add(kWholePath, up, down);
  add(kTypesPath, up, down, types);
  add(kPathLength, up_.size(), down_.size());
  add(kUpMeeting, up, lemma);
  add(kDownMeeting, down, lemma);
  add(kBothMeeting, up, down, lemma);
  add(kDownPreposition, down, prep);
  add(kMeetingPreposition, lemma, down, prep);
  add(kSubjectPreposition, up, preposition(subject));
  if (subject_joined) add(kConjunct, 0);
  if (object_joined) add(kConjunct, 1);
}

void PairFeatures::add_meeting(const Mention& subject, const Mention& object) {
  const std::vector<Token>& tokens = document_->tokens;
  const Token& meeting = tokens[meeting_];
  const uint64_t lemma = lemma_[meeting_];
  const uint64_t types = static_cast<uint64_t>(subject.type) * 16 + static_cast<uint64_t>(object.type);
  const uint64_t place = meeting_ == subject.head ? 1 : meeting_ == object.head ? 2 : 0;
  add(kMeetingUpos, static_cast<uint64_t>(meeting.upos), place);
  if (place == 0) add(kMeetingLemma, lemma);
  if (place == 0) add(kMeetingTypes, lemma, types);
  bool passive = false, negated = false;
  for (const uint32_t c : children_of(*document_, meeting_)) {
    const Token& child = tokens[c];
    if (child.deprel == Deprel::kCompoundPrt) add(kParticle, lemma, lemma_[c]);
    if (child.deprel == Deprel::kAuxPass || child.deprel == Deprel::kNsubjPass) passive = true;
    if (child.norm == "not" || child.norm == "n't" || child.norm == "never") negated = true;
    if (child.deprel == Deprel::kObj && c != object.head && c != subject.head) {
      add(kMeetingObject, lemma, lemma_[c]);
      add(kMeetingObjectPreposition, lemma_[c], preposition(object));
    }
  }
  if (passive) {
    add(kPassive, 0);
    const auto last = [&](const std::vector<uint32_t>& way) {
      return id(way.empty() ? Deprel::kRoot : tokens[way.back()].deprel);
    };
    add(kPassive, last(up_), last(down_));
  }
  if (negated) add(kNegated);
  for (size_t i = 1; i < up_.size(); ++i) add(kInteriorUp, lemma_[up_[i]]);
  for (size_t i = 1; i < down_.size(); ++i) add(kInteriorDown, lemma_[down_[i]]);
  for (const uint32_t t : interior_) add(kInterior, lemma_[t]);
}

void PairFeatures::add_arguments(const Mention& subject, const Mention& object) {
  const auto kind = [](const Mention& m) { return static_cast<uint64_t>(m.kind) * 2 + (m.adjectival ? 1 : 0); };
  const auto type = [](const Mention& m) { return static_cast<uint64_t>(m.type); };
  add(kTypes, type(subject), type(object));
  add(kSubjectKind, kind(subject));
  add(kObjectKind, kind(object));
  add(kSubjectType, type(subject), kind(subject));
  add(kObjectType, type(object), kind(object));
  if (subject.kind == MentionKind::kNominal) add(kSubjectHead, lemma_[subject.head]);
  if (object.kind == MentionKind::kNominal) add(kObjectHead, lemma_[object.head]);
  if (subject.kind == MentionKind::kNominal) add(kHeadsTypes, 0, lemma_[subject.head], type(object));
  if (object.kind == MentionKind::kNominal) add(kHeadsTypes, 1, lemma_[object.head], type(subject));
  const bool inside = subject.span.contains(object.span), outside = object.span.contains(subject.span);
  if (inside) add(kNested, 0, type(subject), type(object));
  if (outside) add(kNested, 1, type(subject), type(object));
}

void PairFeatures::add_surroundings(const Mention& subject, const Mention& object) {
  const Sentence& sentence = document_->sentences[subject.sentence];
  const bool before = subject.head < object.head;
  const Mention& left = before ? subject : object;
  const Mention& right = before ? object : subject;
  const uint32_t from = std::min(left.last, right.first), to = right.first;
  const uint32_t gap = to > from ? to - from : 0;
  const uint64_t bucket = gap <= 3 ? gap : gap <= 6 ? 4 : gap <= 12 ? 5 : gap <= 20 ? 6 : 7;
  add(kOrder, before, bucket);
  const auto word = [&](uint32_t t) { return word_[t]; };
  uint64_t all = kOffset;
  for (uint32_t t = from; t < to && gap <= 10; ++t) {
    add(kBetween, before, word(t));
    all = mix(all, word(t));
  }
  if (gap <= 3) {
    add(kBetweenAll, before, all);
    add(kBetweenTypes, before, all, static_cast<uint64_t>(subject.type), static_cast<uint64_t>(object.type));
  }
  if (left.first > sentence.first) add(kBefore, before, word(left.first - 1));
  if (right.last < sentence.last) add(kAfter, before, word(right.last));
  if (subject.last < sentence.last) add(kSubjectNext, word(subject.last));
  if (object.first > sentence.first) add(kObjectPrevious, word(object.first - 1));
}

void PairFeatures::add_readings(const Mention& subject, const Mention& object) {
  const auto read = [&](uint32_t from, uint32_t to) {
    return std::ranges::equal_range(readings_, Reading{subject.sentence, from, to, RelationType::kOpen, {}},
                                    [](const Reading& a, const Reading& b) { return (a <=> b) < 0; });
  };
  bool any = false;
  for (const Reading& reading : read(subject.entity, object.entity)) {
    add(kReading, static_cast<uint64_t>(reading.relation));
    add(kReadingRule, static_cast<uint64_t>(reading.relation), hash_of(reading.rule));
    any = true;
  }
  for (const Reading& reading : read(object.entity, subject.entity)) {
    add(relation_info(reading.relation).symmetric ? kReading : kInverse, static_cast<uint64_t>(reading.relation));
    any = true;
  }
  if (!any) add(kNoReading);
}

}  // namespace actant
