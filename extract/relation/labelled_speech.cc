#include "extract/relation/labelled_speech.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/quoted_speech.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr uint32_t kLongestLabel = 6;       // tokens
constexpr uint32_t kShortestContent = 3;    // words
constexpr uint32_t kLongestSignature = 20;  // tokens

bool starts_line(const Document& document, uint32_t token) {
  return token == 0 || document.tokens[token - 1].space_after >= 2;
}

// The token behind the line that `token` stands in.
uint32_t end_of_line(const Document& document, uint32_t token) {
  while (token < document.tokens.size() && document.tokens[token].space_after < 2) ++token;
  return std::min(token + 1, static_cast<uint32_t>(document.tokens.size()));
}

bool is_dash(std::string_view form) { return is_one_of(form, {"\xE2\x80\x94", "\xE2\x80\x93", "--", "\xE2\x80\x95"}); }

// Whoever the label names; kNone where it is no name of a person or body, nor what reports cite (`Poll`, `Report`).
uint32_t labelled(const Document& document, TokenRange label) {
  const uint32_t last = label.last - 1;
  if (label.size() == 1 &&
      is_one_of(document.tokens[last].norm,
                {"poll", "polls", "report", "reports", "study", "source", "sources", "police", "officials", "survey"}))
    return last;
  for (uint32_t t = label.first; t < label.last; ++t) {
    const uint32_t mention = find_mention_by_head(document, t);
    if (mention == kNone || document.mentions[mention].kind != MentionKind::kName) continue;
    const EntityType type = document.mentions[mention].type;
    if (document.mentions[mention].last != label.last) continue;
    if (type == EntityType::kPerson || type == EntityType::kOrganization) return document.mentions[mention].head;
  }
  return kNone;
}

// Whether more than half of the words is content of what is found already.
bool is_known(const Document& document, const std::vector<Attribution>& found, TokenRange range) {
  const Span span = span_of(document, range);
  return std::ranges::any_of(found, [&](const Attribution& other) {
    if (!other.content.overlaps(span)) return false;
    const uint32_t common = std::min(other.content.end, span.end) - std::max(other.content.begin, span.begin);
    return 2 * common > span.size();
  });
}

void read_label(const Document& document, uint32_t first, std::vector<Attribution>& found) {
  const uint32_t end = end_of_line(document, first);
  uint32_t colon = first + 1;
  while (colon < end && colon <= first + kLongestLabel && document.tokens[colon].form != ":") ++colon;
  if (colon >= end || document.tokens[colon].form != ":") return;
  const TokenRange content = trim_content(document, {colon + 1, end});
  const uint32_t source = labelled(document, {first, colon});
  if (source == kNone || words_in(document, content) < kShortestContent) return;
  // `Smith: the man behind the deal`
  if (find_mention_by_head(document, source) != kNone && !has_verb(document, content)) return;
  if (is_known(document, found, content)) return;
  found.push_back({source, colon, span_of(document, content), "speech-labelled"});
}

// `— Jane Smith (@jsmith) March 3, 2016`
void read_signature(const Document& document, uint32_t first, std::vector<Attribution>& found) {
  const uint32_t end = end_of_line(document, first);
  if (!is_dash(document.tokens[first].form) || first == 0 || end - first > kLongestSignature) return;
  uint32_t bracket = first + 1;
  while (bracket < end && document.tokens[bracket].form != "(") ++bracket;
  if (bracket + 1 >= end || bracket == first + 1 || !document.tokens[bracket + 1].form.starts_with('@')) return;
  uint32_t begin = first - 1;
  while (!starts_line(document, begin)) --begin;
  const TokenRange content = trim_content(document, {begin, first});
  if (words_in(document, content) == 0) return;
  uint32_t source = first + 1;
  for (uint32_t t = first + 1; t < bracket; ++t) {
    const uint32_t mention = find_mention_by_head(document, t);
    if (mention != kNone && document.mentions[mention].kind == MentionKind::kName)
      source = document.mentions[mention].head;
  }
  const Span span = span_of(document, content);
  // What is said inside the post is the author's word.
  std::erase_if(found, [&](const Attribution& other) {
    return !document.tokens[other.cue].span.overlaps(span) && span.contains(other.content);
  });
  found.push_back({source, first, span, "speech-signed"});
}

}  // namespace

void find_labelled_speech(const Document& document, std::vector<Attribution>& found) {
  for (uint32_t t = 0; t < document.tokens.size(); t = end_of_line(document, t)) {
    read_label(document, t, found);
    read_signature(document, t, found);
  }
}

}  // namespace actant
