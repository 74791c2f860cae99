#ifndef ACTANT_EXTRACT_RELATION_STATEMENTS_H_
#define ACTANT_EXTRACT_RELATION_STATEMENTS_H_

#include <string_view>
#include <vector>

#include "extract/relation/quotation.h"
#include "extract/relation/speech_act.h"
#include "extract/relation/transcript.h"
#include "extract/stage.h"

namespace actant {

/// Who says what: fills Document::statements and adds the `stated` triples. Direct, indirect and mixed quotations, also
/// over several sentences and paragraphs, and the turns of transcripts; the speakers are entities, conjoined ones each
/// of their own. `I` inside a quotation or a turn becomes a mention of its speaker.
class StatementStage : public Stage {
 public:
  /// `attributions`: fill Document::attributions as well; costs time.
  explicit StatementStage(bool attributions = false) : attributions_(attributions) {}

  std::string_view name() const override { return "statements"; }
  uint32_t requires_layers() const override { return kSyntax | kEntities; }
  uint32_t provides_layers() const override { return kStatements; }
  void process(Document& document) override;

 private:
  void split_at_colons(const Document& document, uint32_t first);
  void widen_to_quotations(const Document& document);
  bool is_named_only_inside(const Document& document, const SpeechAct& act, uint32_t head, uint32_t speaker) const;
  uint32_t previous_speaker(const Document& document) const;
  void add_statements(Document& document);
  void add_statement(Document& document, const SpeechAct& act, uint32_t speaker);
  void resolve_author(Document& document);
  void resolve_turns(Document& document);
  void resolve_unquoted(Document& document, TokenRange range, uint32_t speaker);
  void resolve_first_person(Document& document, TokenRange content, uint32_t speaker);

  bool attributions_ = false;
  std::vector<Quotation> quotations_;
  std::vector<Turn> turns_;
  std::vector<SpeechAct> acts_;      // by sentence; those made of quotations come last
  std::vector<uint32_t> act_begin_;  // [sentences + 1] offsets into acts_
  std::vector<uint32_t> heads_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_RELATION_STATEMENTS_H_
