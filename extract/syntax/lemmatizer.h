#ifndef ACTANT_EXTRACT_SYNTAX_LEMMATIZER_H_
#define ACTANT_EXTRACT_SYNTAX_LEMMATIZER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Lemma rules as the joint network labels them (extract/nn/network.md, "Lemma rules"): `l|0|4|` makes `run` of
/// `running`,
/// `=be` makes `be` of anything. Immutable; any number of threads may use one.
class Lemmatizer {
 public:
  /// Rules in the order of the network's labels. \throws CorruptData for one that does not follow the grammar
  explicit Lemmatizer(const std::vector<std::string>& rules);

  /// Replaces `lemma` by the lemma of `form` under rule `rule` (< size()). A rule that would remove more code points
  /// than the form has, or leave nothing, gives the form itself (in lower case where the rule says so).
  void apply(size_t rule, std::string_view form, std::string& lemma) const;

  size_t size() const { return rules_.size(); }

 private:
  struct Rule {
    bool whole = false;  // the lemma is `text`
    bool lower = false;
    uint32_t prefix = 0, suffix = 0;  // code points to remove
    std::string text;                 // to append, or the lemma
  };
  static Rule parse(const std::string& text);
  std::vector<Rule> rules_;
};

/// Whether `lemma` lacks a consonant that the word itself has, as `bla` of `blamed` does: only a doubled one goes with
/// the ending (`plan` of `planned`), or the `k` of `panicked`. Both in lower case.
bool loses_consonant(std::string_view norm, std::string_view lemma);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_LEMMATIZER_H_
