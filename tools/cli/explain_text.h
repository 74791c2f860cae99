#ifndef ACTANT_TOOLS_CLI_EXPLAIN_TEXT_H_
#define ACTANT_TOOLS_CLI_EXPLAIN_TEXT_H_

#include <string>
#include <vector>

#include "extract/document.h"

namespace actant {

/// What the text of `actant explain` shows.
struct ExplainOptions {
  bool tokens = false;    ///< a line for each token instead of the tree of content words
  uint32_t sentence = 0;  ///< only this one, counted from 1; 0: all
  bool color = false;     ///< ANSI escapes
};

/// How an article was read, sentence by sentence: the parse, the mentions with their entities, the triples with the
/// pattern and the score behind each; the entities first.
class ExplainText {
 public:
  /// Both must outlive the object. The document is one of Extractor::Worker::analyze().
  ExplainText(const Document& document, const ExplainOptions& options);

  std::string render();

 private:
  void add_header(std::string& out) const;
  void add_entities(std::string& out) const;
  void add_sentence(uint32_t index, std::string& out) const;
  void add_tree(uint32_t token, uint32_t depth, std::string& out) const;
  void add_tokens(const Sentence& sentence, std::string& out) const;
  void add_triple(const Triple& triple, uint32_t sentence, std::string& out) const;
  std::string words_of(uint32_t token) const;
  std::string mentions_of(uint32_t first, uint32_t last) const;
  std::string entity(uint32_t index) const;
  std::string object_of(const Triple& triple) const;
  std::string qualifiers_of(const Triple& triple) const;
  std::string bold(const std::string& text) const;
  std::string dim(const std::string& text) const;

  const Document& document_;
  const ExplainOptions& options_;
};

/// `verb:meet: subject, object`: what a rule is called, for people.
std::string rule_shown(const Triple& triple);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_EXPLAIN_TEXT_H_
