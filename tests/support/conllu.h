#ifndef ACTANT_TESTS_SUPPORT_CONLLU_H_
#define ACTANT_TESTS_SUPPORT_CONLLU_H_

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace actant::testing {

/// Builds Documents with syntax from text, so that stages can be tested without a model.
///
/// Two forms of lines are read, mixed freely; sentences are separated by empty lines:
/// - CoNLL-U (universaldependencies.org/format), ten columns separated by tabs;
/// - short lines of blanks-separated columns `form lemma upos xpos head deprel [misc]`, ids implied (1, 2, ...).
///
/// MISC keys read: `SpaceAfter=No`; `NER=B-PER` / `NER=I-PER` with PER, ORG, LOC, NORP (or GROUP), EVENT, which become
/// mentions of kind kName. Comments: `# newpar` starts a paragraph, `# title` marks the next sentence as headline.
///
///     Document document = parse_conllu(R"(
///     Rice   Rice   PROPN NNP 2 nsubj NER=B-PER
///     smiled smile  VERB  VBD 0 root  SpaceAfter=No
///     .      .      PUNCT .   2 punct
///     )");
class ConlluReader {
 public:
  explicit ConlluReader(Document& document) : document_(document) { document_.clear(); }

  void read(std::string_view text) {
    while (!text.empty()) {
      const size_t end = text.find('\n');
      line(text.substr(0, end));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    finish_sentence();
    locate_views();
    document_.index_children();
  }

 private:
  static std::vector<std::string_view> split(std::string_view line, std::string_view separators) {
    std::vector<std::string_view> columns;
    size_t at = 0;
    while ((at = line.find_first_not_of(separators, at)) != std::string_view::npos) {
      const size_t end = std::min(line.find_first_of(separators, at), line.size());
      columns.push_back(line.substr(at, end - at));
      at = end;
    }
    return columns;
  }

  static uint32_t number(std::string_view text) {
    uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  static bool has_key(std::string_view misc, std::string_view pair) {
    for (std::string_view item : split(misc, "|")) {
      if (item == pair) return true;
    }
    return false;
  }

  static std::string_view value_of(std::string_view misc, std::string_view key) {
    for (std::string_view item : split(misc, "|")) {
      if (item.starts_with(key) && item.size() > key.size() && item[key.size()] == '=')
        return item.substr(key.size() + 1);
    }
    return {};
  }

  void line(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const bool tabbed = line.find('\t') != std::string_view::npos;
    const std::vector<std::string_view> columns = split(line, tabbed ? "\t" : " ");
    if (columns.empty()) return finish_sentence();
    if (columns[0] == "#") {
      if (columns.size() > 1 && columns[1] == "newpar") paragraph_ = true;
      if (columns.size() > 1 && columns[1] == "title") title_ = true;
      return;
    }
    if (columns[0].starts_with("#") && columns.size() < 6) return;
    if (columns.size() >= 10 && tabbed) {
      if (columns[0].find('.') != std::string_view::npos) return;  // an empty node
      if (columns[0].find('-') != std::string_view::npos) return begin_multiword(columns);
      word(number(columns[0]), columns[1], columns[2], columns[3], columns[4], columns[6], columns[7], columns[9]);
    } else if (columns.size() >= 6) {
      const auto id = static_cast<uint32_t>(document_.tokens.size() - first_ + 1);
      word(id, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5],
           columns.size() > 6 ? columns[6] : std::string_view());
    }
  }

  void begin_multiword(const std::vector<std::string_view>& columns) {
    const size_t dash = columns[0].find('-');
    multiword_first_ = number(columns[0].substr(0, dash));
    multiword_last_ = number(columns[0].substr(dash + 1));
    multiword_form_ = columns[1];
    multiword_space_ = !has_key(columns[9], "SpaceAfter=No");
    multiword_at_ = 0;
  }

  void word(uint32_t id, std::string_view form, std::string_view lemma, std::string_view upos, std::string_view xpos,
            std::string_view head, std::string_view deprel, std::string_view misc) {
    std::string& text = document_.text;
    if (document_.tokens.size() == first_ && !text.empty()) {
      while (!text.empty() && text.back() == ' ') text.pop_back();
      text += paragraph_ ? "\n\n" : " ";
      document_.tokens.back().space_after = paragraph_ ? 3 : 1;
      paragraph_ = false;
    }
    Token token;
    const bool inside = multiword_last_ != 0 && id >= multiword_first_ && id <= multiword_last_;
    bool space = !has_key(misc, "SpaceAfter=No");
    if (inside) {
      if (id == multiword_first_) {
        multiword_begin_ = static_cast<uint32_t>(text.size());
        text += multiword_form_;
      }
      // Words written one after another divide the surface token, others share it.
      const bool divides = multiword_form_.substr(std::min(multiword_at_, multiword_form_.size())).starts_with(form);
      const auto begin = static_cast<uint32_t>(multiword_begin_ + (divides ? multiword_at_ : 0));
      const auto size = static_cast<uint32_t>(divides ? form.size() : multiword_form_.size());
      if (divides) multiword_at_ += form.size();
      token.span = {begin, begin + size};
      token.multiword_inside = id != multiword_first_;
      space = id == multiword_last_ && multiword_space_;
    } else {
      token.span.begin = static_cast<uint32_t>(text.size());
      text += form;
      token.span.end = static_cast<uint32_t>(text.size());
    }
    token.form = document_.arena.store(form);
    std::string lower(form);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    token.norm = document_.arena.store(lower);
    token.lemma = document_.arena.store(lemma);
    token.upos = parse_upos(upos);
    token.xpos = parse_xpos(xpos);
    token.deprel = parse_deprel(deprel);
    const uint32_t governor = number(head);
    token.head = governor == 0 ? kNone : static_cast<uint32_t>(first_ + governor - 1);
    token.space_after = space ? 1 : 0;
    if (space) text += ' ';
    name(value_of(misc, "NER"));
    document_.tokens.push_back(token);
  }

  void name(std::string_view tag) {
    const auto at = static_cast<uint32_t>(document_.tokens.size());
    if (tag.size() < 3) return;
    if (tag.starts_with("I-") && !document_.mentions.empty() && document_.mentions.back().last == at) {
      ++document_.mentions.back().last;
      return;
    }
    const std::string_view type = tag.substr(2);
    Mention mention;
    mention.kind = MentionKind::kName;
    mention.type = type == "PER"     ? EntityType::kPerson
                   : type == "ORG"   ? EntityType::kOrganization
                   : type == "LOC"   ? EntityType::kPlace
                   : type == "EVENT" ? EntityType::kEvent
                                     : EntityType::kGroup;
    mention.sentence = static_cast<uint32_t>(document_.sentences.size());
    mention.first = at;
    mention.last = at + 1;
    document_.mentions.push_back(mention);
  }

  void finish_sentence() {
    const size_t count = document_.tokens.size();
    if (count == first_) return;
    for (size_t t = first_; t < count; ++t) {  // a cut sentence
      Token& token = document_.tokens[t];
      if (token.head != kNone && token.head >= count) token.head = kNone;
    }
    Sentence sentence;
    sentence.first = static_cast<uint32_t>(first_);
    sentence.last = static_cast<uint32_t>(count);
    sentence.span = {document_.tokens[first_].span.begin, document_.tokens.back().span.end};
    sentence.title = title_;
    title_ = false;
    document_.sentences.push_back(sentence);
    first_ = count;
    multiword_first_ = multiword_last_ = 0;
  }

  // Forms move into the text once it is whole; mentions get their bytes and heads.
  void locate_views() {
    for (Token& token : document_.tokens) {
      const std::string_view written = document_.text_of(token.span);
      if (written == token.form) token.form = written;
    }
    for (Mention& mention : document_.mentions) {
      mention.span = {document_.tokens[mention.first].span.begin, document_.tokens[mention.last - 1].span.end};
      mention.head = mention.first;
      for (uint32_t t = mention.first; t < mention.last; ++t) {
        const uint32_t governor = document_.tokens[t].head;
        if (governor == kNone || governor < mention.first || governor >= mention.last) {
          mention.head = t;
          break;
        }
      }
    }
  }

  Document& document_;
  size_t first_ = 0;
  bool paragraph_ = false;
  bool title_ = false;
  uint32_t multiword_first_ = 0, multiword_last_ = 0, multiword_begin_ = 0;
  std::string_view multiword_form_;
  bool multiword_space_ = true;
  size_t multiword_at_ = 0;
};

inline void parse_conllu(std::string_view text, Document& document) { ConlluReader(document).read(text); }

inline Document parse_conllu(std::string_view text) {
  Document document;
  parse_conllu(text, document);
  return document;
}

}  // namespace actant::testing

#endif  // ACTANT_TESTS_SUPPORT_CONLLU_H_
