#include "extract/relation/attribution_collector.h"

#include <algorithm>

#include "extract/relation/attribution_spans.h"
#include "extract/relation/labelled_speech.h"
#include "extract/relation/loose_quotation.h"
#include "extract/relation/quoted_speech.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// What one verb introduces is one attribution, however many sentences it goes on for.
void join_by_cue(std::vector<Attribution>& attributions) {
  size_t kept = 0;
  for (size_t i = 1; i < attributions.size(); ++i) {
    Attribution &last = attributions[kept], &next = attributions[i];
    if (last.cue == next.cue && last.source == next.source) {
      last.content = {std::min(last.content.begin, next.content.begin), std::max(last.content.end, next.content.end)};
    } else {
      attributions[++kept] = next;
    }
  }
  attributions.resize(std::min(kept + 1, attributions.size()));
}

// What somebody says by a word inside a quotation ends with the quotation.
TokenRange inside_quotation(const std::vector<Quotation>& quotations, const SpeechAct& act) {
  const auto behind = std::ranges::upper_bound(quotations, act.cue, {}, &Quotation::first);
  if (behind == quotations.begin()) return act.content;
  const Quotation& quoted = *std::prev(behind);
  const bool inside = quoted.closed && act.cue < quoted.last;
  return inside ? intersection(act.content, {quoted.first, quoted.last}) : act.content;
}

// The verb of whose content the clause of `cue` is the second half, where that tells as the first verb does: `has
// warned` of `X says Y views Z as its own and has warned that P`; kNone.
uint32_t teller_before(const Document& document, uint32_t cue) {
  const Token& word = document.tokens[cue];
  if (word.deprel != Deprel::kConj || word.upos != Upos::kVerb || speech_verb(word.lemma) == 0) return kNone;
  if (child_with(document, cue, Deprel::kNsubj) != kNone) return kNone;
  const uint32_t inner = first_conjunct(document, cue);
  const Token& told = document.tokens[inner];
  if (told.head == kNone || told.head > inner || told.deprel != Deprel::kCcomp) return kNone;
  if (speech_verb(told.lemma) != 0 || document.tokens[told.head].upos != Upos::kVerb) return kNone;
  if (speech_verb(document.tokens[told.head].lemma) == 0) return kNone;
  const bool finite = word.xpos != Xpos::kVB && word.xpos != Xpos::kVBG;
  return finite ? told.head : kNone;
}

// Gives a verb of telling that the parser joined to what another tells to whoever tells that.
void part_tellers(const Document& document, std::vector<Attribution>& found) {
  for (Attribution& second : found) {
    const uint32_t verb = teller_before(document, second.cue);
    if (verb == kNone) continue;
    const uint32_t first = subtree(document, second.cue).first;
    for (Attribution& told : found) {
      if (told.cue != verb || told.source == kNone || !told.content.contains(document.tokens[second.cue].span))
        continue;
      if (first == 0 || document.tokens[first - 1].span.end <= told.content.begin) continue;
      told.content.end = document.tokens[first - 1].span.end;
      second.source = told.source;
    }
  }
}

// `X issued a statement saying P`: X says it.
void name_authors(const Document& document, std::vector<Attribution>& found) {
  for (Attribution& said : found) {
    if (said.source == kNone) continue;
    const Token& text = document.tokens[said.source];
    const Token& cue = document.tokens[said.cue];
    if (cue.deprel != Deprel::kAcl || cue.head != said.source || text.deprel != Deprel::kObj) continue;
    if (text.head == kNone || document.tokens[text.head].upos != Upos::kVerb) continue;
    const std::string_view does = document.tokens[text.head].lemma;
    if (!is_speech_carrier(does) && !is_one_of(does, {"write", "sign", "circulate", "tweet", "read", "submit"}))
      continue;
    const uint32_t author = is_passive(document, text.head) ? kNone : find_subject(document, text.head);
    if (author != kNone) said.source = author;
  }
}

// Views, stances and labels inside what somebody else says: of those that EWT and GUM annotate inside another, none is
// of these rules.
bool is_by_the_way(const Attribution& inner) {
  return inner.nested &&
         is_one_of(inner.rule, {"holds-that", "claim-that", "said-as", "as-said", "wide-felt", "wide-noun", "wide-held",
                                "wide-unowned", "wide-opinion", "wide-hearsay", "wide-passive", "wide-likened",
                                "wide-adjective", "wide-verb"});
}

}  // namespace

void collect_attributions(Document& document, const std::vector<SpeechAct>& acts, const std::vector<Turn>& turns,
                          const std::vector<Quotation>& quotations) {
  std::vector<Attribution>& found = document.attributions;
  const auto add = [&](const SpeechAct& act) {
    const TokenRange content = inside_quotation(quotations, act);
    if (content.size() == 0 || words_in(document, content) == 0) return;
    found.push_back({act.speaker, act.cue, span_of(document, content), act.rule});
  };
  for (const SpeechAct& act : acts) {
    if (act.speaker != kNone && std::string_view(act.rule) != kTurnSpeech) add(act);
  }
  for (const Turn& turn : turns) {
    SpeechAct act;
    act.cue = turn.cue;
    act.speaker = turn.source != kNone ? turn.source : turn.label;
    act.content = trim_content(document, turn.words);
    act.rule = kTurnSpeech.data();
    add(act);
  }
  std::ranges::stable_sort(found, {}, &Attribution::cue);
  std::vector<SpeechAct> wide;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) find_attributions(document, s, wide);
  const auto said = static_cast<std::ptrdiff_t>(found.size());
  for (const SpeechAct& act : wide) {
    if (!std::ranges::binary_search(found.begin(), found.begin() + said, act.cue, {}, &Attribution::cue)) add(act);
  }
  std::ranges::stable_sort(found, {}, &Attribution::cue);
  part_tellers(document, found);
  name_authors(document, found);
  if (turns.empty()) find_labelled_speech(document, found);
  find_loose_quotations(document, quotations, found);
  std::ranges::stable_sort(found, {}, &Attribution::cue);
  std::vector<Attribution> pieces = found;
  join_by_cue(found);
  mark_nested(document, std::move(pieces), found);
  std::erase_if(found, is_by_the_way);
}

}  // namespace actant
