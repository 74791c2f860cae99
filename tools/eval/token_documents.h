#ifndef ACTANT_TOOLS_EVAL_TOKEN_DOCUMENTS_H_
#define ACTANT_TOOLS_EVAL_TOKEN_DOCUMENTS_H_

#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "graph/model/error.h"

namespace actant {

/// A document of coref_tokens.py: words and sentences as given, and the chains where they are annotated.
struct TokenDocument {
  std::string id;
  std::vector<std::string> words;
  std::vector<uint32_t> sentence_ends;  ///< number of words up to there
  std::vector<uint32_t> speakers;       ///< [sentences] number from 1, 0 unknown
  struct Annotated {
    uint32_t first = 0, last = 0;  ///< words [first, last)
    int chain = 0;
  };
  std::vector<Annotated> annotated;
};

/// Reads a file of coref_tokens.py. \throws IoError
inline std::vector<TokenDocument> read_token_documents(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot open " + path);
  std::vector<TokenDocument> documents;
  std::map<std::string, uint32_t> speakers;
  std::map<int, std::vector<uint32_t>> open;
  uint32_t speaker = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#begin document (")) {
      documents.emplace_back();
      documents.back().id = line.substr(17, line.rfind(')') - 17);
      speakers.clear();
      open.clear();
      continue;
    }
    if (documents.empty()) continue;
    TokenDocument& document = documents.back();
    if (line.starts_with("# speaker ") && line.find('\t') == std::string::npos) {
      speaker = speakers.try_emplace(line.substr(10), static_cast<uint32_t>(speakers.size() + 1)).first->second;
      continue;
    }
    const auto count = static_cast<uint32_t>(document.words.size());
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      if (count > (document.sentence_ends.empty() ? 0 : document.sentence_ends.back())) {
        document.sentence_ends.push_back(count);
        document.speakers.push_back(speaker);
      }
      speaker = 0;
      continue;
    }
    document.words.push_back(line.substr(0, tab));
    std::string_view column = std::string_view(line).substr(tab + 1);
    while (!column.empty() && column != "-") {
      std::string_view part = column.substr(0, column.find('|'));
      column.remove_prefix(std::min(column.size(), part.size() + 1));
      const bool begins = part.front() == '(', ends = part.back() == ')';
      const int chain = std::stoi(std::string(part.substr(begins)));
      if (begins) open[chain].push_back(count);
      if (!ends || open[chain].empty()) continue;
      document.annotated.push_back({open[chain].back(), count + 1, chain});
      open[chain].pop_back();
    }
  }
  return documents;
}

/// Fills text, tokens and sentences of `document` from the words, which are joined by blanks.
inline void fill_document(const TokenDocument& from, Document& document) {
  document.clear();
  uint32_t word = 0;
  size_t bytes = 0;
  for (const std::string& form : from.words) bytes += form.size() + 1;
  document.text.reserve(bytes);  // forms are views of it
  for (size_t s = 0; s < from.sentence_ends.size(); ++s) {
    Sentence sentence;
    sentence.first = word;
    sentence.last = from.sentence_ends[s];
    for (; word < sentence.last; ++word) {
      Token token;
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text.append(from.words[word]);
      token.span.end = static_cast<uint32_t>(document.text.size());
      document.text.push_back(' ');
      token.form = document.text_of(token.span);
      token.space_after = 1;
      document.tokens.push_back(token);
    }
    sentence.span = {document.tokens[sentence.first].span.begin, document.tokens.back().span.end};
    document.sentences.push_back(sentence);
  }
}

}  // namespace actant

#endif  // ACTANT_TOOLS_EVAL_TOKEN_DOCUMENTS_H_
