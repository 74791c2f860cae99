#ifndef ACTANT_EXTRACT_RELATION_CHOICE_MODEL_H_
#define ACTANT_EXTRACT_RELATION_CHOICE_MODEL_H_

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// A row of a table made by tools/train/fit_qualifiers.py.
struct ChoiceWeight {
  std::string_view feature;
  float weight;
};

/// A log-linear choice between candidates: each has named features whose weights add up to its score, and the candidate
/// is as likely as the exponential of its score among those of all. A feature is written in parts, so that no name need
/// be put together when it is looked up.
class ChoiceModel {
 public:
  /// `weights` have distinct features; they are copied.
  explicit ChoiceModel(std::span<const ChoiceWeight> weights);

  /// When and where an event was: the table qualifiers.inc.
  static const ChoiceModel& qualifiers();

  /// Weight of the feature with this hash (ChoiceScore); 0 where it is unknown. Constant cost.
  float weight(uint64_t hash) const;

 private:
  struct Slot {
    uint64_t hash = 0;
    float weight = 0;
  };
  std::vector<Slot> slots_;  // open addressing
};

/// Adds up the features of one candidate.
class ChoiceScore {
 public:
  /// `names`, where given, gets the features, blanks between them: for training.
  explicit ChoiceScore(const ChoiceModel& model, std::string* names = nullptr) : model_(model), names_(names) {}

  /// The feature whose name is the parts with colons between them.
  void add(std::initializer_list<std::string_view> parts);
  float value() const { return value_; }

 private:
  const ChoiceModel& model_;
  std::string* names_;
  float value_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_CHOICE_MODEL_H_
