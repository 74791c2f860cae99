#include "extract/relation/lexicon.h"

#include "extract/relation/lexicon_parser.h"

namespace actant {
namespace {

constexpr std::string_view kTable =
#include "extract/relation/lexicon_en.inc"
    ;

}  // namespace

const Lexicon& Lexicon::english() {
  static const Lexicon lexicon = parse(kTable);
  return lexicon;
}

Lexicon Lexicon::parse(std::string_view table) {
  Lexicon lexicon;
  LexiconParser(lexicon).read(table);
  return lexicon;
}

WordId Lexicon::id(std::string_view lemma) const {
  const auto found = ids_.find(lemma);
  return found == ids_.end() ? 0 : found->second;
}

WordId Lexicon::inflected(std::string_view norm) const {
  const auto found = forms_.find(norm);
  return found == forms_.end() ? 0 : found->second;
}

WordId Lexicon::irregular(std::string_view norm) const {
  const auto found = irregular_.find(norm);
  return found == irregular_.end() ? 0 : found->second;
}

WordId Lexicon::phrase(WordId verb, WordId particle) const {
  const auto found = phrases_.find(static_cast<uint32_t>(verb) << 16 | particle);
  return found == phrases_.end() ? 0 : found->second;
}

size_t Lexicon::senses() const {
  size_t count = 0;
  for (const auto& senses : verbs_) count += senses.size();
  for (const auto& senses : adjectives_) count += senses.size();
  for (const auto& senses : nouns_) count += senses.size();
  return count;
}

uint16_t object_types(RelationType relation) {
  constexpr uint16_t topic = type_bit(EntityType::kTopic), event = type_bit(EntityType::kEvent);
  constexpr uint16_t person = type_bit(EntityType::kPerson), organization = type_bit(EntityType::kOrganization);
  constexpr uint16_t place = type_bit(EntityType::kPlace);
  switch (relation) {
    case RelationType::kSupports:
    case RelationType::kAccused: return kActorTypes | topic | event;
    case RelationType::kAgreedWith:
    case RelationType::kRejected:
    case RelationType::kProtested:
    case RelationType::kCoerced: return kActorTypes | topic;
    case RelationType::kAppointed: return person;
    case RelationType::kAcquired: return organization | place | topic;
    default: return kActorTypes;
  }
}

}  // namespace actant
