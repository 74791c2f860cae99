#ifndef ACTANT_GRAPH_MERGE_DECISION_H_
#define ACTANT_GRAPH_MERGE_DECISION_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model/ids.h"

namespace actant {

/// A thing that a person's decision speaks of.
struct DecisionNode {
  NodeId id;         ///< a node of layer 1
  std::string name;  ///< as it was called when the decision was made; finds the node again where the id is gone
  friend auto operator<=>(const DecisionNode&, const DecisionNode&) = default;
};

/// What a person decided on who is who. It wins over what the resolver would decide, and is kept apart from the
/// evidence: it stays when articles are added, replaced or removed, and may be taken back at any time.
struct Decision {
  /// Written to disk: never change a value.
  enum class Kind : uint8_t {
    kSame = 's',       ///< `a` and `b` are one thing
    kDifferent = 'd',  ///< they are two
    kRename = 'r',     ///< the node that `a` belongs to is called `text`
  };
  Kind kind = Kind::kSame;
  DecisionNode a, b;  ///< `b` is empty for kRename; else a.id < b.id
  std::string text;   ///< kRename: the name to show
  std::string note;   ///< why, in the words of who decided; may be empty

  /// Puts `a` and `b` in the order of their ids.
  void normalize();
  /// True when both speak of the same nodes, so that the later one replaces the earlier.
  bool same_subject(const Decision& other) const;
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// `same`, `different`, `rename`.
std::string_view decision_kind_name(Decision::Kind kind);

/// One line of the table of decisions, without a line end: kind, id of a, name of a, id of b, name of b, text, note,
/// parted by tabs. Tabs and line ends inside a field are written as blanks.
std::string decision_line(const Decision& decision);
/// The column names of decision_line(), as the first line of a file of them.
std::string decision_header();
/// Reads such a line. Ids may be empty where names are given: a name is then looked up when the decision is applied,
/// and may have a type before it (`person:John Smith`). \throws ParseError saying which field is wrong.
Decision parse_decision(std::string_view line);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_DECISION_H_
