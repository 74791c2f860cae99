#include "graph/query/internal/pattern_filters.h"

#include "graph/model/schema.h"
#include "graph/query/internal/pattern_words.h"

namespace actant::internal {
namespace {

using Kind = PatternToken::Kind;

constexpr int kDeepest = 64;  // parentheses

}  // namespace

std::string PatternFilterReader::variable(const std::string& what) {
  std::string name = at_.variable(what);
  variables_.push_back(at_.used().back());
  return name;
}

PatternFilter PatternFilterReader::read_or(int depth) {
  PatternFilter first = read_and(depth);
  if (!at_.token().is_word("or")) return first;
  PatternFilter result;
  result.kind = PatternFilter::Kind::kOr;
  result.parts.push_back(std::move(first));
  while (at_.take_word("or")) result.parts.push_back(read_and(depth));
  return result;
}

PatternFilter PatternFilterReader::read_and(int depth) {
  PatternFilter first = read_factor(depth);
  if (!at_.token().is_word("and")) return first;
  PatternFilter result;
  result.kind = PatternFilter::Kind::kAnd;
  result.parts.push_back(std::move(first));
  while (at_.take_word("and")) result.parts.push_back(read_factor(depth));
  return result;
}

PatternFilter PatternFilterReader::read_factor(int depth) {
  if (depth > kDeepest) at_.fail(at_.token(), "the filter is nested too deeply");
  if (at_.take_word("not")) {
    PatternFilter result;
    result.kind = PatternFilter::Kind::kNot;
    result.parts.push_back(read_factor(depth + 1));
    return result;
  }
  if (at_.take_symbol("(")) {
    PatternFilter result = read_or(depth + 1);
    at_.need_symbol(")");
    return result;
  }
  return read_comparison();
}

PatternFilter PatternFilterReader::read_comparison() {
  PatternFilter filter;
  filter.variable = variable("a variable, 'not' or '('");
  const PatternToken word = at_.take();
  if (word.is("=") || word.is("!=")) {
    filter.kind = PatternFilter::Kind::kSame;
    filter.comparison = word.text == "=" ? Comparison::kEqual : Comparison::kNotEqual;
    filter.other = other();
  } else if (word.is_word("type")) {
    filter.kind = PatternFilter::Kind::kType;
    filter.words = at_.word_list("a node type");
    for (const std::string& type : filter.words) {
      if (!parse_entity_type(type)) {
        at_.fail(word, unknown_word("node type", type, type_words()));
      }
    }
  } else if (word.is_word("country") || word.is_word("sector")) {
    filter.kind = word.text == "country" ? PatternFilter::Kind::kCountry : PatternFilter::Kind::kSector;
    filter.words = at_.word_list(word.text == "country" ? "a country like IRN" : "a sector like GOV");
  } else if (word.is_word("name")) {
    filter.kind = PatternFilter::Kind::kName;
    if (at_.token().kind != Kind::kWord && at_.token().kind != Kind::kQuoted) at_.fail_here("a part of a name");
    filter.words.push_back(at_.take().text);
  } else if (word.is_word("articles")) {
    filter.kind = PatternFilter::Kind::kArticles;
    filter.comparison = comparison();
    filter.number = at_.number();
  } else {
    at_.fail(word, "expected =, != or one of type, country, sector, name, articles behind '?" + filter.variable + "'");
  }
  return filter;
}

PatternTerm PatternFilterReader::other() {
  PatternTerm term;
  term.column = at_.token().column;
  if (at_.token().kind == Kind::kVariable) {
    term.is_variable = true;
    term.text = variable("a variable with a name");
    return term;
  }
  if (at_.token().kind == Kind::kQuoted) {
    term.text = at_.take().text;
    return term;
  }
  while (at_.token().kind == Kind::kWord && !at_.at_clause() && !at_.token().is_word("and") &&
         !at_.token().is_word("or")) {
    term.text += (term.text.empty() ? "" : " ") + at_.take().text;
  }
  if (term.text.empty()) at_.fail_here("a variable or a name");
  return term;
}

Comparison PatternFilterReader::comparison() {
  static constexpr std::string_view kSigns[] = {"=", "!=", "<", "<=", ">", ">="};
  for (size_t i = 0; i < std::size(kSigns); ++i) {
    if (at_.take_symbol(kSigns[i])) return static_cast<Comparison>(i);
  }
  at_.fail_here("one of = != < <= > >=");
}

}  // namespace actant::internal
