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

}  // namespace

// The network's word, held to what is certain: quotes and brackets go with the sentence they close.
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
