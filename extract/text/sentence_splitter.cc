#include "extract/text/sentence_splitter.h"

#include "extract/text/sentence_rules.h"

namespace actant {
namespace {

// Bytes of the text that are the headline: the title where the text begins with it as a paragraph of its own, else 0.
uint32_t headline_end(const Document& document) {
  const std::string_view title = document.info.title, text = document.text;
  if (title.empty() || document.tokens.empty()) return 0;
  const uint32_t begin = document.tokens.front().span.begin;
  if (!text.substr(begin).starts_with(title)) return 0;
  const size_t end = begin + title.size();
  return end == text.size() || text[end] == '\n' || text[end] == '\r' ? static_cast<uint32_t>(end) : 0;
}

bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "\u2013" || form == "\u2014"; }

bool is_capitals(std::string_view form) {
  size_t letters = 0;
  for (const char c : form) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 3;
}

// The token after the dateline that begins at `first`, a paragraph's first token: `OSLO -`, `DOHA, Qatar (AP) --`; else
// `first`. It is no part of the sentence behind it: read as one, the town would be the subject.
uint32_t dateline_end(const Document& document, uint32_t first) {
  constexpr uint32_t kLongest = 14;  // tokens
  const auto count = static_cast<uint32_t>(document.tokens.size());
  if (!is_capitals(document.tokens[first].form)) return first;
  bool agency = false, inside = false;
  for (uint32_t t = first + 1; t < count && t < first + kLongest; ++t) {
    const Token& token = document.tokens[t];
    if (is_dash(token.form) && !inside) {
      // A dash inside a compound (`EU-wide`) is no end of a dateline.
      return document.tokens[t - 1].space_after != 0 && token.space_after == 1 && t + 1 < count ? t + 1 : first;
    }
    if (token.form == "(") inside = agency = true;
    if (token.form == ")") inside = false;
    const bool name =
        token.form == "," || inside || token.form == ")" || (token.form[0] >= 'A' && token.form[0] <= 'Z');
    if (!name || (!agency && t > first + 6)) return first;
    if (token.space_after >= 2) return first;
  }
  return first;
}

}  // namespace

// The network's word, held to what is certain: quotes and brackets go with the sentence they close, lines that were
// written as lines end.
void SentenceSplitterStage::ask_network(const Document& document) {
  const auto count = static_cast<uint32_t>(document.tokens.size());
  network_->score(document, probability_, scratch_);
  ends_.assign(count, 0);
  bool pending = false;
  for (uint32_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count || document.tokens[i].space_after == 3;
    pending = pending || probability_[i] > threshold_;
    const bool goes_on = !last && (document.tokens[i + 1].multiword_inside || closes_sentence(document, i + 1));
    if (!last && (!pending || goes_on)) continue;
    ends_[i] = 1;
    pending = false;
  }
  add_line_ends(document, ends_);
}

void SentenceSplitterStage::process(Document& document) {
  document.sentences.clear();
  if (document.tokens.empty()) return;
  if (network_) {
    ask_network(document);
  } else {
    find_sentence_ends(document, ends_);
  }
  const uint32_t headline = headline_end(document);
  uint32_t first = 0;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    // A headline is parted from the body even where only a line break stands between them.
    const bool leaves_headline = document.tokens[i].span.end <= headline && i + 1 < document.tokens.size() &&
                                 document.tokens[i + 1].span.begin >= headline;
    const bool paragraph = i == first && (i == 0 || document.tokens[i - 1].space_after >= 2);
    if (paragraph) {
      const uint32_t after = dateline_end(document, i);
      if (after > i) ends_[after - 1] = 1;
    }
    if (!ends_[i] && !leaves_headline) continue;
    Sentence sentence;
    sentence.first = first;
    sentence.last = i + 1;
    sentence.span = {document.tokens[first].span.begin, document.tokens[i].span.end};
    sentence.title = sentence.span.end <= headline;
    document.sentences.push_back(sentence);
    first = i + 1;
  }
}

}  // namespace actant
