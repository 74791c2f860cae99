#ifndef ACTANT_EXTRACT_RELATION_OPEN_STAGE_H_
#define ACTANT_EXTRACT_RELATION_OPEN_STAGE_H_

#include <string_view>
#include <vector>

#include "extract/relation/clause.h"
#include "extract/relation/open_proposition.h"
#include "extract/stage.h"

namespace actant {

/// Appends the open relations of an article to document.triples: every clause, apposition and title, sentence by
/// sentence, with the words it is made of. They are not merged over sentences. Runs last, so that it finds the entities
/// as they are; phrases that are no entity get one of type topic.
class OpenStage : public Stage {
 public:
  /// With `only_new`, only what adds to the graph: both sides are entities with a name or a description, and no triple
  /// of the ontology was read off the same predicate or links the two in the same sentence.
  explicit OpenStage(bool only_new, const Lexicon& lexicon = Lexicon::english())
      : only_new_(only_new), lexicon_(lexicon) {}

  std::string_view name() const override { return "open"; }
  uint32_t requires_layers() const override { return kTokens | kSentences | kSyntax | kEntities | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override;

 private:
  void add(Document& document, const OpenProposition& proposition);
  uint32_t entity_of(Document& document, const OpenMember& member);
  bool adds(const Document& document, const Triple& triple) const;

  bool only_new_;
  const Lexicon& lexicon_;
  ClauseReader polarity_clauses_;
  OpenClauseReader reader_;
  OpenClause clause_;
  std::vector<OpenProposition> propositions_;
  std::vector<uint32_t> made_;  // entity made for the phrase headed by a token
  size_t given_ = 0;            // triples of the ontology
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_OPEN_STAGE_H_
