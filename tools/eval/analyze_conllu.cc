// Writes our analysis in the form of a gold file, for score_conllu.py and score_ner.py.
//
//   analyze_conllu --model extract/model gold.conllu > system.conllu        words and sentences of the gold file
//   analyze_conllu --model extract/model --raw text.txt > system.conllu     our own words and sentences
//   analyze_conllu --model extract/model --iob2 gold.iob2 > system.iob2     names only
//
// Names stand in the last column as NER=B-PER. They are those of the program (extract/entity/name_finder.h), outermost
// ones only, with adjectives and names of peoples as NORP; with --recognizer they are those of the network alone.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/name_finder.h"
#include "extract/entity/name_rules.h"
#include "extract/model_folder.h"
#include "extract/nn/segmenter_network.h"
#include "extract/syntax/parser_stage.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kDocumentSentences = 200;  // where the input does not mark documents

enum class Format { kConllu, kRaw, kIob2 };

struct Options {
  Format format = Format::kConllu;
  bool recognizer = false;
  std::string model, input;
};

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> columns;
  for (size_t begin = 0;;) {
    const size_t end = line.find('\t', begin);
    columns.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return columns;
    begin = end + 1;
  }
}

/// A sentence of the input: its lines as they are, and which of them are words.
struct InputSentence {
  std::vector<std::string_view> lines;
  std::vector<std::string_view> forms;
  std::vector<bool> is_word;  // of a line
  bool new_document = false;
};

std::vector<InputSentence> read_sentences(std::string_view text, Format format) {
  std::vector<InputSentence> sentences;
  InputSentence sentence;
  const auto finish = [&] {
    if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
  };
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.empty()) {
      finish();
      continue;
    }
    const auto columns = split(line);
    const bool conllu_word = columns.size() == 10 && columns[0].find_first_of("-.") == std::string_view::npos;
    const bool word = format == Format::kConllu ? conllu_word : columns.size() > 1;
    if (word) sentence.forms.push_back(columns[format == Format::kConllu ? 1 : 0]);
    sentence.new_document |= line.substr(0, 8) == "# newdoc" || line.substr(0, 8) == "# doc_id";
    sentence.lines.push_back(line);
    sentence.is_word.push_back(word);
  }
  finish();
  return sentences;
}

/// Tokens and sentences of `document` from gold words, which are joined by blanks.
void fill(const std::vector<InputSentence>& sentences, size_t first, size_t last, Document& document) {
  document.clear();
  for (size_t s = first; s < last; ++s) {
    Sentence sentence;
    sentence.first = static_cast<uint32_t>(document.tokens.size());
    for (const std::string_view form : sentences[s].forms) {
      Token token;
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text.append(form);
      token.span.end = static_cast<uint32_t>(document.text.size());
      document.text.push_back(' ');
      token.form = form;
      token.space_after = 1;
      document.tokens.push_back(token);
    }
    sentence.last = static_cast<uint32_t>(document.tokens.size());
    sentence.span = {document.tokens[sentence.first].span.begin, document.tokens.back().span.end};
    document.sentences.push_back(sentence);
  }
}

const char* name_label(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return "PER";
    case EntityType::kOrganization: return "ORG";
    case EntityType::kPlace: return "LOC";
    case EntityType::kGroup: return "NORP";
    case EntityType::kEvent: return "EVENT";
    default: return "MISC";
  }
}

std::vector<std::string> name_tags(const Document& document) {
  std::vector<std::string> tags(document.tokens.size(), "O");
  for (const Mention& mention : document.mentions) {
    if (tags[mention.first] != "O") continue;  // inside another name
    const GazetteerTerm* term = Gazetteer::get().term(document.text_of(mention.span));
    const bool people = (mention.adjectival && document.tokens[mention.head].upos == Upos::kAdj) ||
                        (term != nullptr && (term->kinds & kAdjectiveKinds) != 0 && (term->kinds & kCountryName) == 0);
    for (uint32_t i = mention.first; i < mention.last; ++i) {
      tags[i] = std::string(i == mention.first ? "B-" : "I-") + (people ? "NORP" : name_label(mention.type));
    }
  }
  return tags;
}

/// One line of CoNLL-U for a token; `number` counts from 1 in its sentence.
void write_token(const Document& document, const Sentence& sentence, uint32_t index, const std::string& tag, bool blank,
                 std::ostream& out) {
  const Token& token = document.tokens[index];
  const uint32_t head = token.head == kNone ? 0 : token.head - sentence.first + 1;
  out << index - sentence.first + 1 << '\t' << token.form << '\t' << token.lemma << '\t' << upos_name(token.upos)
      << '\t' << xpos_name(token.xpos) << "\t_\t" << head << '\t' << deprel_name(token.deprel) << "\t_\t";
  if (tag != "O") out << "NER=" << tag << (blank ? "" : "|");
  if (!blank) out << "SpaceAfter=No";
  if (tag == "O" && blank) out << '_';
  out << '\n';
}

void write_gold_words(const Document& document, const std::vector<InputSentence>& sentences, size_t first,
                      Format format, std::ostream& out) {
  const std::vector<std::string> tags = name_tags(document);
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    const InputSentence& input = sentences[first + s];
    uint32_t index = document.sentences[s].first;
    for (size_t i = 0; i < input.lines.size(); ++i) {
      if (!input.is_word[i]) {
        out << input.lines[i] << '\n';
      } else if (format == Format::kIob2) {
        out << document.tokens[index].form << '\t' << tags[index] << '\n';
        ++index;
      } else {
        const bool blank = split(input.lines[i])[9].find("SpaceAfter=No") == std::string_view::npos;
        write_token(document, document.sentences[s], index, tags[index], blank, out);
        ++index;
      }
    }
    out << '\n';
  }
}

void write_own_words(const Document& document, std::ostream& out) {
  const std::vector<std::string> tags = name_tags(document);
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const auto& tokens = document.tokens;
      uint32_t end = i + 1;
      while (end < sentence.last && tokens[end].multiword_inside) ++end;
      if (end > i + 1 && !tokens[i].multiword_inside) {
        const Span span{tokens[i].span.begin, tokens[end - 1].span.end};
        out << i - sentence.first + 1 << '-' << end - sentence.first << '\t' << document.text_of(span)
            << "\t_\t_\t_\t_\t_\t_\t_\t" << (tokens[end - 1].space_after == 0 ? "SpaceAfter=No" : "_") << '\n';
      }
      const bool inside = tokens[i].multiword_inside || end > i + 1;
      write_token(document, sentence, i, tags[i], inside || tokens[i].space_after != 0, out);
    }
    out << '\n';
  }
}

std::string read_all(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void run(const Options& options) {
  ParserStage parser(load_joint_network(options.model));
  const std::string text = read_all(options.input);
  NameFinder finder;
  Document document;
  if (options.format == Format::kRaw) {
    SentenceSplitterStage splitter(SegmenterNetwork::load(ModelFolder(options.model).find("en.segmenter.actm")));
    document.text = text;
    tokenize(document);
    splitter.process(document);
    parser.process(document);
    if (!options.recognizer) finder.find(document);
    write_own_words(document, std::cout);
    return;
  }
  const auto sentences = read_sentences(text, options.format);
  for (size_t first = 0; first < sentences.size();) {
    size_t last = first + 1;
    while (last < sentences.size() && !sentences[last].new_document && last - first < kDocumentSentences) ++last;
    fill(sentences, first, last, document);
    parser.process(document);
    if (!options.recognizer) finder.find(document);
    write_gold_words(document, sentences, first, options.format, std::cout);
    first = last;
  }
}

bool parse(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--raw") {
      options.format = Format::kRaw;
    } else if (argument == "--iob2") {
      options.format = Format::kIob2;
    } else if (argument == "--recognizer") {
      options.recognizer = true;
    } else if (argument == "--model" && i + 1 < argc) {
      options.model = argv[++i];
    } else if (options.input.empty() && (argument == "-" || argument.substr(0, 1) != "-")) {
      options.input = argument;
    } else {
      return false;
    }
  }
  return !options.input.empty() && !options.model.empty();
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  actant::Options options;
  if (!actant::parse(argc, argv, options)) {
    std::fputs("usage: analyze_conllu --model DIR [--raw | --iob2] [--recognizer] FILE   (FILE `-` is stdin)\n",
               stderr);
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    actant::run(options);
    std::cout.flush();
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "analyze_conllu: %s\n", error.what());
    return 1;
  }
}
