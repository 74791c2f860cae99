// The rule tokenizer for training programs: texts on standard input, one a line; JSON Lines on standard output.
//
// A line is either {"text": "..."} and gives {"text": ..., "tokens": [[begin, end, space_after, multiword_inside],
// ...]}, or the bare text with line breaks written \n and backslashes \\, and gives "tokens": [[begin, end], ...].
// Offsets count code points; space_after is 0 nothing, 1 blank, 2 line break, 3 empty line or end. With --sentences
// [MODEL] the sentence ends (code points) of that segmenter, or of the rules without MODEL, come too, as "ends".
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "extract/text/utf8.h"

namespace {

std::string unescape(const std::string& line) {
  std::string text;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      text += line[i] == 'n' ? '\n' : line[i];
    } else {
      text += line[i];
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const bool with_sentences = argc > 1 && std::string(argv[1]) == "--sentences";
  actant::Document document;
  actant::SentenceSplitterStage splitter(argc > 2 ? actant::SegmenterNetwork::load(argv[2]) : nullptr);
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    const bool json = record.is_object() && record.contains("text");
    document.clear();
    document.text = json ? record["text"].get<std::string>() : unescape(line);
    if (actant::find_invalid_utf8(document.text) != document.text.size()) {
      std::cerr << "dump_tokens: a text is not UTF-8\n";
      return 1;
    }
    actant::tokenize(document);
    const actant::CodePointIndex index(document.text);
    nlohmann::json tokens = nlohmann::json::array();
    for (const actant::Token& token : document.tokens) {
      nlohmann::json entry = {index.code_points(token.span.begin), index.code_points(token.span.end)};
      if (json) {
        entry.push_back(token.space_after);
        entry.push_back(token.multiword_inside ? 1 : 0);
      }
      tokens.push_back(std::move(entry));
    }
    nlohmann::json result = {{"text", document.text}, {"tokens", std::move(tokens)}};
    if (with_sentences) {
      splitter.process(document);
      for (const actant::Sentence& sentence : document.sentences)
        result["ends"].push_back(index.code_points(sentence.span.end));
    }
    std::cout << result.dump() << '\n';
  }
  return 0;
}
