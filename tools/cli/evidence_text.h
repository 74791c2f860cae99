#ifndef ACTANT_TOOLS_CLI_EVIDENCE_TEXT_H_
#define ACTANT_TOOLS_CLI_EVIDENCE_TEXT_H_

#include <string>

#include "graph/store/store.h"
#include "tools/cli/node_names.h"
#include "tools/cli/shown_edge.h"

namespace actant {

/// How the words of the two nodes stand out in a sentence.
enum class Marks {
  kPlain,
  kQuotes,  ///< «Iran» condemned «Israel»
  kBold,    ///< ANSI escapes, for terminals
};

/// The sentence on one line with the words of subject and object marked.
/// `"«Iran» condemned the strikes by «Israel»."`
std::string marked_sentence(const Evidence& evidence, Marks marks);

/// Subject, relation with negation and modality, object:
/// `Iran  not met-with (planned)  Israel`.
std::string edge_line(const ShownEdge& shown, NodeNames& names);

/// `not met-with (planned)`, `open:buy`.
std::string relation_shown(const Edge& edge);

/// Where a sentence stands: `2025-08-03 · Example Wire · "Headline" · https://...`, without what is unknown.
std::string article_line(const Article& article);

/// Where the archive has the sentence: `characters 0-68 of news.zip!b.md`, counted in the text that was read there.
std::string place_line(const Evidence& evidence, const Article& article);

/// What qualifies this piece of evidence, or an empty text: `according to Abbas Araghchi; time 2025-08; place Doha`.
std::string qualifier_line(const Evidence& evidence, NodeNames& names);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EVIDENCE_TEXT_H_
