#include "extract/relation/transcript.h"

#include <algorithm>

#include "extract/relation/quoted_speech.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint32_t kLongestLabel = 8;  // tokens

bool starts_line(const Document& document, uint32_t token) {
  return token == 0 || document.tokens[token - 1].space_after >= 2;
}

bool is_courtesy(std::string_view norm) {
  return is_one_of(norm, {"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sen.", "rep.", "gov.", "gen."});
}

// `PSAKI`, `JEAN-PIERRE`, `McKIBBEN`, `MR.`: capitals but for a prefix of the name.
bool is_capitals(const Token& word) {
  uint32_t capitals = 0, small = 0;
  for (const char c : word.form) {
    capitals += c >= 'A' && c <= 'Z';
    small += c >= 'a' && c <= 'z';
    if (c >= '0' && c <= '9') return false;
  }
  return is_courtesy(word.norm) || (capitals > 0 && small == 0) || (capitals > 2 && small <= 2);
}

// The colon behind the label that begins with `first`; kNone where there is none.
uint32_t colon_behind(const Document& document, uint32_t first) {
  const auto count = static_cast<uint32_t>(document.tokens.size());
  for (uint32_t t = first; t < count && t <= first + kLongestLabel; ++t) {
    const Token& word = document.tokens[t];
    if (word.form == ":") return t > first ? t : kNone;
    if (word.space_after >= 2) return kNone;
  }
  return kNone;
}

bool all_capitals(const Document& document, TokenRange label) {
  uint32_t letters = 0;
  for (uint32_t t = label.first; t < label.last; ++t) {
    const Token& word = document.tokens[t];
    if (word.upos != Upos::kPunct && !is_capitals(word)) return false;
    letters += word.form.size() > 1 && !is_courtesy(word.norm);
  }
  return letters > 0;
}

// The last word of the label that stands for a person or a group; kNone.
uint32_t speaker_of(const Document& document, TokenRange label) {
  for (uint32_t t = label.last; t-- > label.first;) {
    const uint32_t mention = find_mention_by_head(document, t);
    if (mention == kNone) continue;
    const EntityType type = document.mentions[mention].type;
    if (type == EntityType::kPerson || type == EntityType::kGroup || type == EntityType::kOrganization)
      return document.mentions[mention].head;
  }
  return kNone;
}

// Whether the label is a person's name, with a courtesy before it at most.
bool is_name(const Document& document, TokenRange label) {
  const uint32_t mention = find_mention_by_head(document, label.last - 1);
  if (mention == kNone) return false;
  const Mention& name = document.mentions[mention];
  if (name.kind != MentionKind::kName || name.type != EntityType::kPerson || name.last != label.last) return false;
  return name.first == label.first || (name.first == label.first + 1 && is_courtesy(document.tokens[label.first].norm));
}

// The name in the heading, before token `end`, whose title the label is: `THE PRESIDENT` of `Remarks by President
// Biden`. kNone where there is none.
uint32_t titled_name(const Document& document, TokenRange label, uint32_t end) {
  if (document.tokens[label.first].norm == "the") ++label.first;
  for (uint32_t t = 0; label.size() > 0 && t + label.size() < end; ++t) {
    bool same = t == 0 || document.tokens[t - 1].norm != "vice";
    for (uint32_t i = 0; same && i < label.size(); ++i)
      same = document.tokens[t + i].norm == document.tokens[label.first + i].norm;
    if (!same) continue;
    const uint32_t mention = find_mention_by_head(document, t + label.size());
    if (mention == kNone || document.mentions[mention].kind != MentionKind::kName) continue;
    if (document.mentions[mention].type == EntityType::kPerson) return document.mentions[mention].head;
  }
  return kNone;
}

bool is_question_label(const Document& document, uint32_t first) {
  const Token& word = document.tokens[first];
  return word.form == "Q" && word.space_after < 2 && first + 1 < document.tokens.size();
}

bool is_dash(std::string_view form) {
  return is_one_of(form, {"\xE2\x80\x94", "\xE2\x80\x93", "--", "-", "\xE2\x80\x95"});
}

// Drops names in small letters that come once: `Smith: the man behind the deal`.
void drop_single_names(const Document& document, std::vector<Turn>& turns) {
  const auto single = [&](const Turn& turn) {
    if (turn.speaker == kNone || all_capitals(document, {turn.label, turn.cue})) return false;
    const uint32_t entity = find_entity_by_head(document, turn.speaker);
    return std::ranges::count_if(turns, [&](const Turn& other) {
             return other.speaker != kNone && find_entity_by_head(document, other.speaker) == entity;
           }) < 2;
  };
  std::vector<Turn> kept;
  std::ranges::copy_if(turns, std::back_inserter(kept), [&](const Turn& turn) { return !single(turn); });
  turns = std::move(kept);
}

}  // namespace

std::vector<Turn> find_turns(const Document& document) {
  std::vector<Turn> turns;
  for (const Sentence& sentence : document.sentences) {
    const uint32_t first = sentence.first;
    if (!starts_line(document, first)) continue;
    const uint32_t colon = colon_behind(document, first);
    Turn turn;
    turn.label = first;
    if (colon != kNone && (all_capitals(document, {first, colon}) || is_name(document, {first, colon}))) {
      turn.cue = colon;
      turn.source = document.tokens[first].form == "Q" ? first : speaker_of(document, {first, colon});
      const uint32_t mention = turn.source == kNone ? kNone : find_mention_by_head(document, turn.source);
      const bool named = mention != kNone && document.mentions[mention].kind == MentionKind::kName;
      const uint32_t heading = turns.empty() ? first : turns.front().label;
      turn.speaker = named ? turn.source : titled_name(document, {first, colon}, heading);
      if (turn.source == kNone) turn.source = turn.speaker;
    } else if (is_question_label(document, first)) {
      turn.cue = turn.source = first;
    } else {
      continue;
    }
    turns.push_back(turn);
  }
  drop_single_names(document, turns);
  const auto known = std::ranges::count_if(
      turns, [&](const Turn& turn) { return turn.source != kNone && document.tokens[turn.source].form != "Q"; });
  if (known < 2) turns.clear();
  for (size_t i = 0; i < turns.size(); ++i) {
    const auto end = i + 1 < turns.size() ? turns[i + 1].label : static_cast<uint32_t>(document.tokens.size());
    turns[i].words = {turns[i].cue + 1, end};
  }
  return turns;
}

void find_turn_speech(const Document& document, const std::vector<Turn>& turns, std::vector<SpeechAct>& acts) {
  constexpr uint32_t kShortest = 8;  // words; shorter ones greet, thank and give the floor
  for (const Turn& turn : turns) {
    if (turn.speaker == kNone || turn.words.size() == 0) continue;
    SpeechAct act;
    act.cue = turn.cue;
    act.speaker = turn.speaker;
    act.confidence = 0.7f;
    act.rule = kTurnSpeech.data();
    const uint32_t last = sentence_of(document, turn.words.last - 1);
    for (uint32_t s = sentence_of(document, turn.words.first); s <= last; ++s) {
      const Sentence& sentence = document.sentences[s];
      const TokenRange part = intersection(turn.words, {sentence.first, sentence.last});
      if (part.size() == 0 || document.tokens[part.last - 1].form == "?") continue;
      act.content = trim_content(document, part);
      if (words_in(document, act.content) >= kShortest && has_verb(document, act.content)) acts.push_back(act);
    }
  }
}

void find_signed_quotations(const Document& document, const std::vector<Quotation>& quotations,
                            std::vector<SpeechAct>& acts) {
  constexpr uint32_t kShortest = 4;  // words of a quotation that says something
  constexpr uint32_t kLongest = 14;  // tokens of a signature
  const auto count = static_cast<uint32_t>(document.tokens.size());
  for (const Quotation& quotation : quotations) {
    const uint32_t dash = quotation.last + 1;
    if (!quotation.closed || dash + 1 >= count || !is_dash(document.tokens[dash].form)) continue;
    if (words_in(document, {quotation.first, quotation.last}) < kShortest) continue;
    uint32_t end = dash + 1;
    while (end < count && document.tokens[end - 1].space_after < 2 && end <= dash + kLongest) ++end;
    if ((end < count && document.tokens[end - 1].space_after < 2) || has_verb(document, {dash + 1, end})) continue;
    uint32_t signer = kNone;
    for (uint32_t t = dash + 1; t < end && t < dash + 5 && signer == kNone; ++t) {
      const uint32_t mention = find_mention_by_head(document, t);
      if (mention == kNone || document.mentions[mention].kind != MentionKind::kName) continue;
      const EntityType type = document.mentions[mention].type;
      if (type == EntityType::kPerson || type == EntityType::kOrganization) signer = document.mentions[mention].head;
    }
    if (signer == kNone) continue;
    SpeechAct act;
    act.cue = dash;
    act.speaker = signer;
    act.confidence = 0.7f;
    act.rule = "quote-signed";
    const TokenRange quoted{quotation.first, quotation.last};
    std::erase_if(acts, [&](const SpeechAct& other) {
      return other.content.size() > 0 && quoted.contains(other.content.first) &&
             quoted.contains(other.content.last - 1) && !quoted.contains(other.cue);
    });
    const uint32_t last = sentence_of(document, quoted.last - 1);
    for (uint32_t s = sentence_of(document, quoted.first); s <= last; ++s) {
      const Sentence& sentence = document.sentences[s];
      act.content = trim_content(document, intersection(quoted, {sentence.first, sentence.last}));
      if (words_in(document, act.content) > 0) acts.push_back(act);
    }
  }
}

}  // namespace actant
