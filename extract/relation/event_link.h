#ifndef ACTANT_EXTRACT_RELATION_EVENT_LINK_H_
#define ACTANT_EXTRACT_RELATION_EVENT_LINK_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/relation/choice_model.h"

namespace actant {

/// How a word of the article stands to the predicate of a triple, as features for the choice of its time and place
/// (choice_model.h): on the tree within the sentence; by sentences, paragraphs, and what they share with the event
/// beyond it.
class EventLink {
 public:
  /// The document must outlive the object or the next call.
  void reset(const Document& document);
  /// The triple that the next calls are about; it has a predicate.
  void take(const Triple& triple);

  /// What the choice of none depends on: relation, tense, modality, where the predicate stands.
  void add_event(std::string_view prefix, ChoiceScore& score) const;
  /// How `word` stands to the event.
  void add_word(std::string_view prefix, uint32_t word, ChoiceScore& score) const;

  uint32_t sentence() const { return sentence_; }
  /// The first sentence of the body; kNone without one.
  uint32_t lead() const { return lead_; }
  /// `violent`, `meeting`, `words`, `other`: which relations behave alike.
  std::string_view kind() const { return kind_; }
  /// `past`, `perfect`, `present`, `future`, `infinitive`, `participle`, `noun`.
  std::string_view tense() const { return tense_; }
  /// Whether the entity is mentioned in the sentence.
  bool is_mentioned(uint32_t entity, uint32_t sentence) const;
  /// `-2`, `0`, `1`: sentences from the event to there.
  std::string_view distance_to(uint32_t sentence) const;

 private:
  void add_path(std::string_view prefix, uint32_t word, ChoiceScore& score) const;
  void add_elsewhere(std::string_view prefix, uint32_t word, ChoiceScore& score) const;

  const Document* document_ = nullptr;
  std::vector<uint32_t> paragraphs_;  // [sentences] number of the paragraph
  uint32_t lead_ = 0;                 // first sentence of the body
  const Triple* triple_ = nullptr;
  uint32_t sentence_ = 0;
  std::vector<uint32_t> chain_;  // predicate and the words above it
  std::string_view relation_, kind_, tense_;
};

/// Tense of a predicate as its words tell.
std::string_view tense_name(const Document& document, uint32_t predicate);

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_EVENT_LINK_H_
