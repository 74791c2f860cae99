#ifndef ACTANT_EXTRACT_RELATION_PAIR_FEATURES_H_
#define ACTANT_EXTRACT_RELATION_PAIR_FEATURES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "extract/document.h"

namespace actant {

/// What a sentence tells of two of its mentions, for the classifier of relations (pair_model.h): the path between them
/// in the tree and the words on it, prepositions, order and distance, the words around and between them, their types,
/// and what the rules read. At training and at run time alike: a change here needs the model fitted anew
/// (tools/train/fit_relations.sh).
class PairFeatures {
 public:
  /// Mentions farther apart in the tree are no candidates.
  static constexpr size_t kMaxPath = 9;
  /// Mentions of a sentence that are looked at, the first ones. Bounds the pairs of a list of names.
  static constexpr size_t kMaxMentions = 32;

  /// Prepares for an analyzed document whose rules have been applied but not merged. Cost: linear.
  void reset(const Document& document);

  /// Mentions of a sentence that can be arguments, by position.
  std::span<const uint32_t> mentions(uint32_t sentence) const;

  /// Fills `out` with the hashes of the features of an ordered pair of mentions of one sentence. \return false, and
  /// nothing, where the two are no candidates: of one entity, or too far apart.
  bool write(uint32_t subject, uint32_t object, std::vector<uint32_t>& out);

  /// Of the last pair: the token where the paths from both mentions meet, and the tokens between the mentions on the
  /// way.
  uint32_t meeting() const { return meeting_; }
  std::span<const uint32_t> interior() const { return interior_; }

 private:
  struct Reading {
    uint32_t sentence, subject, object;
    RelationType relation;
    std::string_view rule;
    auto operator<=>(const Reading& other) const {
      return std::tuple(sentence, subject, object) <=> std::tuple(other.sentence, other.subject, other.object);
    }
    bool operator==(const Reading&) const = default;
  };

  bool find_path(uint32_t from, uint32_t to);
  void add_path(const Mention& subject, const Mention& object);
  void add_meeting(const Mention& subject, const Mention& object);
  void add_arguments(const Mention& subject, const Mention& object);
  void add_surroundings(const Mention& subject, const Mention& object);
  void add_readings(const Mention& subject, const Mention& object);
  uint64_t preposition(const Mention& mention) const {
    return preposition_[static_cast<size_t>(&mention - document_->mentions.data())];
  }

  template <typename... Parts>
  void add(uint32_t kind, Parts... parts);

  const Document* document_ = nullptr;
  std::vector<uint32_t> mentions_;      ///< by sentence
  std::vector<uint32_t> first_;         ///< [sentences + 1] offsets into `mentions_`
  std::vector<Reading> readings_;       ///< by sentence, subject, object
  std::vector<uint64_t> lemma_, word_;  ///< [tokens] hashes; of all names the same
  std::vector<uint64_t> preposition_;   ///< [mentions] hashes; of a conjunct that of its row
  std::vector<uint32_t> up_,
      down_;  ///< tokens below the meeting point, from the subject upwards, from the object upwards
  std::vector<uint32_t> interior_;
  uint32_t meeting_ = kNone;
  std::vector<uint32_t>* out_ = nullptr;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_PAIR_FEATURES_H_
