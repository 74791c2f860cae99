// Tokens and sentences of any valid text lie inside it, in order, and cover every visible character.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "extract/text/utf8.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static actant::Document document;
  static actant::TokenizerStage tokenizer;
  static actant::SentenceSplitterStage splitter;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  document.clear();
  document.text = text.substr(0, actant::find_invalid_utf8(text));
  tokenizer.process(document);
  splitter.process(document);
  uint32_t before = 0;
  for (const actant::Token& token : document.tokens) {
    require(token.span.begin < token.span.end && token.span.end <= document.text.size());
    require(token.span.begin >= before || token.multiword_inside);
    before = token.span.begin;
  }
  uint32_t next = 0;
  for (const actant::Sentence& sentence : document.sentences) {
    require(sentence.first == next && sentence.last > sentence.first);
    require(sentence.span.end <= document.text.size());
    next = sentence.last;
  }
  require(next == document.tokens.size());
  return 0;
}
