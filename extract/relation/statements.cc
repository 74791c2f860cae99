#include "extract/relation/statements.h"

#include <algorithm>

#include "extract/relation/speakers.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// A part of a quotation this long, or with a verb, says something; a shorter one is a borrowed word (`the "deal"`).
constexpr uint32_t kMinQuotedWords = 4;
// Sentences from a meeting to a plural that stands for those who met.
// A sentence of a quotation shorter than this belongs to the point made before it.
constexpr uint32_t kMinOwnPoint = 8;

bool has_verb(const Document& document, TokenRange range) {
  for (uint32_t token = range.first; token < range.last; ++token) {
    const Upos upos = document.tokens[token].upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return true;
  }
  return false;
}

uint32_t words_in(const Document& document, TokenRange range) {
  uint32_t count = 0;
  for (uint32_t token = range.first; token < range.last; ++token) count += document.tokens[token].upos != Upos::kPunct;
  return count;
}

// Whether the range is all of its sentence but for marks and conjunctions.
bool is_whole_sentence(const Document& document, TokenRange range, const Sentence& sentence) {
  return words_in(document, {sentence.first, sentence.last}) <= words_in(document, range) + 1;
}

TokenRange intersection(TokenRange a, TokenRange b) {
  TokenRange result{std::max(a.first, b.first), std::min(a.last, b.last)};
  if (result.first >= result.last) result.last = result.first;
  return result;
}

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

bool starts_lower(const Document& document, uint32_t token) {
  const std::string_view form = document.tokens[token].form;
  return !form.empty() && form[0] >= 'a' && form[0] <= 'z';
}

}  // namespace

// The act that has (most of) the part as its content and stands outside the quotation itself.
const SpeechAct* StatementStage::covering_act(const Document& document, TokenRange quotation, TokenRange part) const {
  const uint32_t sentence = sentence_of(document, part.first);
  for (uint32_t i = act_begin_[sentence]; i < act_begin_[sentence + 1]; ++i) {
    const SpeechAct& act = acts_[i];
    if (act.content.size() == 0 || quotation.contains(act.cue)) continue;
    const TokenRange common = intersection(act.content, part);
    if (2 * common.size() > part.size()) return &act;
  }
  return nullptr;
}

// The speech verb of the sentence that stands outside the quotation and nearest to it.
const SpeechAct* StatementStage::cue_beside(const Document& document, TokenRange quotation, uint32_t sentence) const {
  const SpeechAct* best = nullptr;
  uint32_t best_distance = 0;
  for (uint32_t i = act_begin_[sentence]; i < act_begin_[sentence + 1]; ++i) {
    const SpeechAct& act = acts_[i];
    if (quotation.contains(act.cue) || quotation.contains(act.speaker)) continue;
    if ((speech_verb(document.tokens[act.cue].lemma) & kSaysQuote) == 0 && act.content.size() == 0) continue;
    const uint32_t distance = act.cue < quotation.first ? quotation.first - act.cue : act.cue - quotation.last;
    if (best == nullptr || distance < best_distance) {
      best = &act;
      best_distance = distance;
    }
  }
  return best;
}

// The sentence before ends with a colon and has a speech verb, or is nothing but speaker and verb.
const SpeechAct* StatementStage::introduction(const Document& document, TokenRange part, uint32_t sentence) const {
  (void)part;
  if (sentence == 0) return nullptr;
  const Sentence& before = document.sentences[sentence - 1];
  const std::string_view last = document.tokens[before.last - 1].form;
  if (last != ":") return nullptr;
  for (uint32_t i = act_begin_[sentence]; i > act_begin_[sentence - 1]; --i) return &acts_[i - 1];
  return nullptr;
}

void StatementStage::quote(const SpeechAct& by, uint32_t quotation, TokenRange part, bool same_sentence,
                           float confidence) {
  Assigned& assigned = assigned_[quotation];
  SpeechAct act = by;
  act.content = part;
  act.negated = false;
  act.confidence = confidence;
  act.rule = same_sentence ? "quote-said" : "quote-continued";
  assigned.act = act;
  assigned.known = true;
  assigned.act_at = static_cast<uint32_t>(acts_.size());
  acts_.push_back(act);
}

// Finds the speaker of the part of a quotation that lies in one sentence.
void StatementStage::assign_part(const Document& document, uint32_t quotation, TokenRange part, uint32_t sentence) {
  const Quotation& whole = quotations_[quotation];
  const TokenRange quoted{whole.first, whole.last};
  Assigned& assigned = assigned_[quotation];
  part = trim_content(document, part);
  const uint32_t words = words_in(document, part);
  if (words == 0) return;
  if (const SpeechAct* act = covering_act(document, quoted, part)) {
    if (!assigned.known) {
      assigned.act = *act;
      assigned.known = true;
      assigned.act_at = kNone;
    }
    return;
  }
  const bool says = words >= kMinQuotedWords && has_verb(document, part);
  const bool alone = is_whole_sentence(document, part, document.sentences[sentence]);
  if (!says && !alone) return;
  if (!alone) {
    if (const SpeechAct* act = cue_beside(document, quoted, sentence)) {
      if (act->content.size() == 0 || !assigned.known) {
        // `"A," X said, "b"`: one statement around its cue.
        if (quotation > 0 && assigned_[quotation - 1].known && assigned_[quotation - 1].act.cue == act->cue &&
            starts_lower(document, part.first)) {
          const uint32_t at = assigned_[quotation - 1].act_at;
          if (at != kNone) {
            acts_[at].content.last = part.last;
            assigned = assigned_[quotation - 1];
            return;
          }
        }
        return quote(*act, quotation, part, true, 0.7f);
      }
    }
  }
  if (assigned.known) {
    if (assigned.act_at != kNone && words < kMinOwnPoint) {
      acts_[assigned.act_at].content.last = part.last;
      return;
    }
    return quote(assigned.act, quotation, part, false, 0.7f);
  }
  if (const SpeechAct* act = introduction(document, part, sentence)) return quote(*act, quotation, part, false, 0.7f);
  if (whole.continues != kNone && assigned_[whole.continues].known) {
    return quote(assigned_[whole.continues].act, quotation, part, false, 0.65f);
  }
  if (!alone) return;
  // A quotation standing alone goes on with whoever spoke last, in quotation marks or out of them.
  if (quotation > 0 && assigned_[quotation - 1].known) {
    const uint32_t last = sentence_of(document, quotations_[quotation - 1].last - 1);
    if (sentence - last <= 2) return quote(assigned_[quotation - 1].act, quotation, part, false, 0.6f);
  }
  for (uint32_t back = sentence; back > 0 && sentence - back < 2; --back) {
    for (uint32_t i = act_begin_[back]; i > act_begin_[back - 1]; --i) {
      if (acts_[i - 1].rule[0] == 's') return quote(acts_[i - 1], quotation, part, false, 0.55f);
    }
  }
}

void StatementStage::assign_quotations(const Document& document) {
  assigned_.assign(quotations_.size(), {});
  for (uint32_t q = 0; q < quotations_.size(); ++q) {
    const TokenRange quoted{quotations_[q].first, quotations_[q].last};
    const uint32_t first = sentence_of(document, quoted.first);
    const uint32_t last = sentence_of(document, quoted.last - 1);
    // The sentence with the cue may come last (`"A. B," X said.`): look for it before giving parts away.
    for (uint32_t s : {first, last}) {
      if (assigned_[q].known) break;
      const Sentence& sentence = document.sentences[s];
      const TokenRange part = intersection(quoted, {sentence.first, sentence.last});
      const SpeechAct* act = covering_act(document, quoted, part);
      if (act == nullptr && !is_whole_sentence(document, part, sentence) &&
          words_in(document, quoted) >= kMinQuotedWords) {
        act = cue_beside(document, quoted, s);
        if (act != nullptr && act->content.size() != 0 &&
            (speech_verb(document.tokens[act->cue].lemma) & kSaysQuote) == 0)
          act = nullptr;
      }
      if (act != nullptr && first != last) {
        assigned_[q].act = *act;
        assigned_[q].known = true;
      }
    }
    for (uint32_t s = first; s <= last; ++s) {
      const Sentence& sentence = document.sentences[s];
      assign_part(document, q, intersection(quoted, {sentence.first, sentence.last}), s);
    }
  }
}

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
      }
      first = false;
    }
  }
}

void StatementStage::add_attributions(Document& document) {
  std::vector<Attribution>& found = document.attributions;
  const auto add = [&](const SpeechAct& act) {
    if (act.content.size() == 0 || words_in(document, act.content) == 0 || act.speaker == kNone) return;
    found.push_back({act.speaker, act.cue, span_of(document, act.content)});
  };
  for (const SpeechAct& act : acts_) add(act);
  std::ranges::stable_sort(found, {}, &Attribution::cue);
  join_by_cue(found);
  const size_t said = found.size();
  wide_.clear();
  for (uint32_t s = 0; s < document.sentences.size(); ++s) find_attributions(document, s, wide_);
  for (const SpeechAct& act : wide_) {
    const auto known = std::ranges::lower_bound(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(said), act.cue, {}, &Attribution::cue);
    if (known == found.begin() + static_cast<std::ptrdiff_t>(said) || known->cue != act.cue) add(act);
  }
  std::ranges::stable_sort(found, {}, &Attribution::cue);
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

void StatementStage::process(Document& document) {
  document.statements.clear();
  document.attributions.clear();
  acts_.clear();
  act_begin_.clear();
  find_quotations(document, quotations_);
  for (uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
    act_begin_.push_back(static_cast<uint32_t>(acts_.size()));
    find_speech_acts(document, sentence, acts_);
  }
  act_begin_.push_back(static_cast<uint32_t>(acts_.size()));
  widen_to_quotations(document);
  assign_quotations(document);
  add_statements(document);
  add_attributions(document);
}

}  // namespace actant
