#include "extract/relation/statements.h"

#include <algorithm>

#include "extract/relation/attribution_collector.h"
#include "extract/relation/quoted_speech.h"
#include "extract/relation/speakers.h"
#include "extract/relation/syntax_walk.h"
#include "extract/relation/text_author.h"
#include "extract/relation/unmarked_speech.h"

namespace actant {

// `I`, `me`, `my` inside the quotation are the speaker; so is `we` where the speaker is no single person.
void StatementStage::resolve_first_person(Document& document, TokenRange content, uint32_t speaker) {
  const bool many = document.entities[speaker].type != EntityType::kPerson;
  for (uint32_t token = content.first; token < content.last; ++token) {
    const Token& word = document.tokens[token];
    if (word.upos != Upos::kPron) continue;
    const bool first_person =
        many ? is_one_of(word.norm, {"we", "us", "our", "ours"}) : is_one_of(word.norm, {"i", "me", "my", "mine"});
    if (first_person) assign_mention(document, token, speaker);
  }
}

void StatementStage::add_statement(Document& document, const SpeechAct& act, uint32_t speaker) {
  const Span span = span_of(document, act.content);
  uint32_t index = kNone;
  // Two verbs for one content (`said, adding that P`) are one act.
  for (size_t i = document.statements.size(); i-- > 0 && document.statements.size() - i < 8;) {
    const Statement& other = document.statements[i];
    if (other.speaker != speaker || other.cue == act.cue || !other.span.overlaps(span)) continue;
    const uint32_t common = std::min(other.span.end, span.end) - std::max(other.span.begin, span.begin);
    if (5 * common >= 4 * std::max(other.span.size(), span.size())) return;
  }
  // Conjoined speakers share the statement.
  for (uint32_t i = static_cast<uint32_t>(document.statements.size()); i-- > 0 && index == kNone;) {
    if (document.statements[i].span == span && document.statements[i].cue == act.cue) index = i;
    if (document.statements.size() - i > 6) break;
  }
  if (index == kNone) {
    Statement statement;
    statement.span = span;
    statement.speaker = speaker;
    statement.cue = act.cue;
    document.statements.push_back(std::move(statement));
    index = static_cast<uint32_t>(document.statements.size() - 1);
  }
  Triple triple;
  triple.subject = speaker;
  triple.relation = RelationType::kStated;
  triple.object = index;
  triple.negated = act.negated;
  triple.modality = act.modality;
  triple.confidence = act.confidence;
  triple.predicate = act.cue;
  triple.rule = act.rule;
  const uint32_t first = sentence_of(document, act.content.first);
  const uint32_t last = sentence_of(document, act.content.last - 1);
  const uint32_t cue = sentence_of(document, act.cue);
  if (cue < first && first - cue == 1) triple.evidence.push_back(cue);
  for (uint32_t s = first; s <= last; ++s) triple.evidence.push_back(s);
  document.triples.push_back(std::move(triple));
}

// Whether coreference took the pronoun `head` for somebody of whom the sayer talks: `"Obama will not come," he said`.
bool StatementStage::is_named_only_inside(const Document& document, const SpeechAct& act, uint32_t head,
                                          uint32_t speaker) const {
  if (document.tokens[head].upos != Upos::kPron || act.content.first > head) return false;
  for (const uint32_t m : document.entities[speaker].mentions) {
    const Mention& mention = document.mentions[m];
    if (mention.kind != MentionKind::kPronoun && act.content.contains(mention.head)) return true;
  }
  return false;
}

uint32_t StatementStage::previous_speaker(const Document& document) const {
  if (document.statements.empty()) return kNone;
  const uint32_t speaker = document.statements.back().speaker;
  return document.entities[speaker].type == EntityType::kPerson ? speaker : kNone;
}

void StatementStage::add_statements(Document& document) {
  for (const SpeechAct& act : acts_) {
    if (act.content.size() == 0 || act.speaker == kNone) continue;
    if (words_in(document, act.content) == 0) continue;
    heads_.clear();
    conjuncts(document, act.speaker, heads_);
    bool first = true;
    for (uint32_t head : heads_) {
      uint32_t speaker = find_speaker(document, head);
      if (speaker != kNone && is_named_only_inside(document, act, head, speaker)) speaker = previous_speaker(document);
      if (speaker == kNone) continue;
      const std::vector<uint32_t> members = document.entities[speaker].members;
      for (uint32_t member : members) add_statement(document, act, member);
      if (members.empty()) add_statement(document, act, speaker);
      if (first && members.empty()) {
        for (const Quotation& quotation : quotations_) {
          const TokenRange common = intersection(act.content, {quotation.first, quotation.last});
          if (common.size() > 0) resolve_first_person(document, common, speaker);
        }
        if (std::string_view(act.rule) == kUnmarkedSpeech) resolve_first_person(document, act.content, speaker);
      }
      first = false;
    }
  }
}

// `told Y P "must be": "Q"`: what is quoted behind a colon is a statement of its own.
void StatementStage::split_at_colons(const Document& document, uint32_t first) {
  constexpr uint32_t kShortest = 3;  // words
  const size_t count = acts_.size();
  for (size_t i = first; i < count; ++i) {
    const TokenRange content = acts_[i].content;
    for (uint32_t t = content.first + 1; t + 2 < content.last; ++t) {
      if (document.tokens[t].form != ":" || !is_double_quote(document.tokens[t + 1].form)) continue;
      const TokenRange before = trim_content(document, {content.first, t});
      SpeechAct behind = acts_[i];
      behind.content = trim_content(document, {t + 1, content.last});
      if (words_in(document, behind.content) < kShortest) break;
      if (words_in(document, before) < kShortest || !has_verb(document, before)) {
        acts_[i].content = behind.content;  // `X said this: "P"`
      } else {
        acts_[i].content = before;
        acts_.push_back(behind);
      }
      break;
    }
  }
}

// What begins or ends inside a quotation is quoted as far as the quotation goes in this sentence.
void StatementStage::widen_to_quotations(const Document& document) {
  for (SpeechAct& act : acts_) {
    if (act.content.size() == 0) continue;
    const uint32_t s = sentence_of(document, act.content.first);
    const TokenRange sentence{document.sentences[s].first, document.sentences[s].last};
    for (const Quotation& quotation : quotations_) {
      if (quotation.last <= sentence.first) continue;
      if (quotation.first >= sentence.last) break;
      const TokenRange part = intersection({quotation.first, quotation.last}, sentence);
      if (part.contains(act.cue) || part.contains(act.speaker) || intersection(part, act.content).size() == 0) continue;
      TokenRange wide{std::min(part.first, act.content.first), std::max(part.last, act.content.last)};
      if (wide.contains(act.cue) && !act.content.contains(act.cue)) continue;
      // Words before the quotation stay where they do not belong to the content.
      if (act.content.first >= part.first && part.size() < 2) continue;
      act.content = trim_content(document, wide);
    }
  }
}

void StatementStage::resolve_unquoted(Document& document, TokenRange range, uint32_t speaker) {
  uint32_t first = range.first;
  for (const Quotation& quotation : quotations_) {
    if (quotation.last <= range.first) continue;
    if (quotation.first >= range.last) break;
    if (quotation.first > first) resolve_first_person(document, {first, quotation.first}, speaker);
    first = std::max(first, quotation.last);
  }
  if (first < range.last) resolve_first_person(document, {first, range.last}, speaker);
}

void StatementStage::resolve_author(Document& document) {
  const uint32_t author = author_of_text(document);
  if (author == kNone) return;
  const auto end = turns_.empty() ? static_cast<uint32_t>(document.tokens.size()) : turns_.front().label;
  resolve_unquoted(document, {document.sentences.front().last, end}, author);
}

void StatementStage::resolve_turns(Document& document) {
  for (const Turn& turn : turns_) {
    const uint32_t speaker = turn.speaker == kNone ? kNone : find_speaker(document, turn.speaker);
    if (speaker != kNone && document.entities[speaker].members.empty()) resolve_unquoted(document, turn.words, speaker);
  }
}

void StatementStage::process(Document& document) {
  document.statements.clear();
  document.attributions.clear();
  acts_.clear();
  act_begin_.clear();
  find_quotations(document, quotations_);
  for (uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    act_begin_.push_back(static_cast<uint32_t>(acts_.size()));
    find_speech_acts(document, sentence, acts_);
    split_at_colons(document, act_begin_.back());
  }
  act_begin_.push_back(static_cast<uint32_t>(acts_.size()));
  widen_to_quotations(document);
  QuotedSpeech(document, quotations_, act_begin_, acts_).assign();
  find_unmarked_speech(document, quotations_, act_begin_, acts_);
  turns_ = find_turns(document);
  find_turn_speech(document, turns_, acts_);
  find_signed_quotations(document, quotations_, acts_);
  resolve_author(document);
  resolve_turns(document);
  add_statements(document);
  if (attributions_) collect_attributions(document, acts_, turns_, quotations_);
}

}  // namespace actant
