#include <algorithm>
#include <charconv>
#include <set>

#include "graph/model/error.h"
#include "graph/query/internal/pattern_lexer.h"
#include "graph/query/internal/pattern_words.h"
#include "graph/query/pattern.h"

namespace actant {
namespace {

using internal::PatternToken;
using Kind = PatternToken::Kind;

constexpr size_t kMostTriples = 16;
constexpr int kDeepest = 64;  // parentheses of filters

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(internal::pattern_tokens(text)) {}

  PatternQuery run() {
    parse_triples();
    while (token().kind != Kind::kEnd) parse_clause();
    check_variables();
    return std::move(query_);
  }

 private:
  [[noreturn]] static void fail(const PatternToken& at, const std::string& what) {
    throw ParseError(what, {}, 1, at.column);
  }
  [[noreturn]] void fail_here(const std::string& expected) const {
    const PatternToken& at = token();
    if (at.kind == Kind::kEnd) fail(at, "the pattern ends where " + expected + " is expected");
    fail(at, "expected " + expected + ", found " + shown(at));
  }
  static std::string shown(const PatternToken& at) {
    return at.kind == Kind::kVariable ? quoted("?" + at.text) : quoted(at.text);
  }

  const PatternToken& token(size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  PatternToken take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool take_symbol(std::string_view symbol) {
    if (!token().is(symbol)) return false;
    take();
    return true;
  }
  bool take_word(std::string_view word) {
    if (!token().is_word(word)) return false;
    take();
    return true;
  }
  void need_symbol(std::string_view symbol) {
    if (!take_symbol(symbol)) fail_here(quoted(symbol));
  }

  bool at_clause() const {
    if (token().kind != Kind::kWord) return false;
    if (token().text == "order") return token(1).is_word("by");
    return internal::is_clause_word(token().text);
  }

  // --- triples

  void parse_triples() {
    for (;;) {
      if (query_.triples.size() == kMostTriples) fail(token(), "a pattern has at most 16 triples");
      query_.triples.push_back(parse_triple());
      if (!take_symbol(".")) break;
      if (token().kind == Kind::kEnd || at_clause()) break;
    }
    if (token().kind != Kind::kEnd && !at_clause()) {
      fail_here("a period between blanks, '[' or one of filter, select, distinct, count, order by, limit, offset");
    }
  }

  TriplePattern parse_triple() {
    TriplePattern triple;
    triple.subject = parse_subject();
    triple.relation = parse_relation_term();
    triple.object = parse_object(triple);
    if (take_symbol("[")) parse_condition(triple.condition);
    return triple;
  }

  PatternTerm parse_variable() {
    PatternTerm term;
    term.column = token().column;
    term.is_variable = true;
    term.text = take().text;
    if (take_symbol(":")) {
      do {
        const auto type = parse_entity_type(token().text);
        if (token().kind != Kind::kWord || !type) {
          fail(token(), internal::unknown_word("node type", token().text, internal::type_words()));
        }
        term.types.push_back(*type);
        take();
      } while (take_symbol("|"));
    }
    return term;
  }

  bool at_relation() const {
    return token().kind == Kind::kVariable || (token().kind == Kind::kWord && internal::is_relation_word(token().text));
  }

  PatternTerm parse_subject() {
    if (token().kind == Kind::kVariable) return parse_variable();
    PatternTerm term;
    term.column = token().column;
    if (token().kind == Kind::kQuoted) {
      term.text = take().text;
      return term;
    }
    if (token().kind != Kind::kWord) fail_here("a variable or a name");
    term.text = take().text;
    for (last_word_ = at_ - 1; token().kind == Kind::kWord && !at_relation();) {
      last_word_ = at_;
      term.text += " " + take().text;
    }
    return term;
  }

  PatternRelation parse_relation_term() {
    PatternRelation relation;
    relation.column = token().column;
    if (token().kind == Kind::kVariable) {
      // "Iran acused ?x": what was to be a relation has been read as a part of the name.
      const PatternToken& behind = token(1);
      const bool is_object = behind.kind == Kind::kEnd || behind.is(".") || behind.is("[");
      if (is_object && tokens_[last_word_].kind == Kind::kWord && at_ > last_word_ && at_ - last_word_ == 1) {
        fail(tokens_[last_word_], internal::unknown_relation(tokens_[last_word_].text));
      }
      relation.is_variable = true;
      relation.variable = take().text;
      if (token().is(":")) fail(token(), "a variable in the place of the relation has no type");
      return relation;
    }
    if (token().kind != Kind::kWord) {
      if (at_ > 0 && tokens_[at_ - 1].kind == Kind::kWord && last_word_ > 0 && last_word_ == at_ - 1) {
        const PatternToken& word = tokens_[last_word_];
        if (!internal::nearest_relation(word.text).empty()) fail(word, internal::unknown_relation(word.text));
      }
      fail_here("a relation such as met-with");
    }
    do {
      if (token().kind != Kind::kWord) fail_here("a relation");
      if (!internal::is_relation_word(token().text)) fail(token(), internal::unknown_relation(token().text));
      relation.words.push_back(take().text);
    } while (take_symbol("|") || take_symbol(","));
    return relation;
  }

  PatternTerm parse_object(const TriplePattern& triple) {
    if (token().kind == Kind::kVariable) return parse_variable();
    PatternTerm term;
    term.column = token().column;
    if (token().kind == Kind::kQuoted) {
      term.text = take().text;
      return term;
    }
    if (token().kind != Kind::kWord) {
      fail_here("a variable or a name behind " +
                (triple.relation.is_variable ? "the relation" : quoted(triple.relation.words.back())));
    }
    do {
      const PatternToken word = take();
      term.text += (term.text.empty() ? "" : " ") + word.text;
      if (word.text.size() > 1 && word.text.back() == '.' && token().kind == Kind::kVariable) {
        fail(token(), "a period inside a name belongs to the name; put a blank before the period that ends a triple");
      }
    } while (token().kind == Kind::kWord && !at_clause() && !internal::is_relation_word(token().text));
    return term;
  }

  // --- [ ... ]

  void parse_condition(PatternCondition& condition) {
    do {
      parse_condition_item(condition);
      take_symbol(",");
    } while (!take_symbol("]"));
  }

  void parse_condition_item(PatternCondition& condition) {
    const PatternToken word = token();
    if (word.kind != Kind::kWord) fail_here("a condition such as 'since 2024-01' or ']'");
    take();
    if (word.text == "since") {
      condition.evidence.since = date();
    } else if (word.text == "until") {
      condition.evidence.until = date();
    } else if (word.text == "on") {
      condition.evidence.since = condition.evidence.until = date();
    } else if (word.text == "source") {
      condition.evidence.sources.push_back(words_until_end("a publisher"));
    } else if (word.text == "title") {
      condition.evidence.title = words_until_end("a title");
    } else if (word.text == "articles") {
      need_symbol(">=");
      condition.min_articles = static_cast<uint32_t>(std::min<uint64_t>(number(), UINT32_MAX));
    } else if (word.text == "confidence") {
      need_symbol(">=");
      condition.min_confidence = fraction();
    } else if (word.text == "negated") {
      condition.polarity = PatternCondition::Polarity::kNegated;
    } else if (word.text == "affirmed") {
      condition.polarity = PatternCondition::Polarity::kAffirmed;
    } else if (word.text == "any") {
      condition.polarity = PatternCondition::Polarity::kEither;
      condition.modality.reset();
    } else if (const auto modality = parse_modality(word.text)) {
      condition.modality = modality;
    } else {
      fail(word, internal::unknown_word("condition", word.text, internal::condition_words()));
    }
    check_dates(condition, word);
  }

  static void check_dates(const PatternCondition& condition, const PatternToken& at) {
    const std::string &since = condition.evidence.since, &until = condition.evidence.until;
    const size_t common = std::min(since.size(), until.size());
    if (common > 0 && since.compare(0, common, until, 0, common) > 0) {
      fail(at, "since " + since + " is after until " + until);
    }
  }

  std::string date() {
    if (token().kind != Kind::kWord || !internal::is_pattern_date(token().text)) {
      fail_here("a date like 2024, 2024-01 or 2024-01-31");
    }
    return take().text;
  }

  std::string words_until_end(const std::string& what) {
    std::string text;
    while (token().kind == Kind::kWord || token().kind == Kind::kQuoted) {
      text += (text.empty() ? "" : " ") + take().text;
    }
    if (text.empty()) fail_here(what);
    return text;
  }

  uint64_t number() {
    const std::string& text = token().text;
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (token().kind != Kind::kWord || error != std::errc() || end != text.data() + text.size()) {
      fail_here("a whole number");
    }
    take();
    return value;
  }

  double fraction() {
    const std::string& text = token().text;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (token().kind != Kind::kWord || error != std::errc() || end != text.data() + text.size() ||
        !(value >= 0 && value <= 1)) {
      fail_here("a number from 0 to 1");
    }
    take();
    return value;
  }

  // --- clauses

  void parse_clause() {
    const PatternToken word = take();
    const bool known = word.kind == Kind::kWord && (internal::is_clause_word(word.text) || word.text == "order");
    if (!known) {
      --at_;
      fail_here("one of filter, select, distinct, count, order by, limit, offset");
    }
    if (word.text != "filter" && !clauses_.insert(word.text).second) fail(word, quoted(word.text) + " stands twice");
    if (word.text == "filter") {
      query_.filters.push_back(parse_or(0));
    } else if (word.text == "select") {
      query_.distinct = take_word("distinct") || query_.distinct;
      query_.select = variables("a variable to show");
    } else if (word.text == "distinct") {
      query_.distinct = true;
    } else if (word.text == "count") {
      parse_count();
    } else if (word.text == "order") {
      if (!take_word("by")) fail_here("'by'");
      do {
        query_.order.push_back(parse_order_key());
      } while (take_symbol(","));
    } else if (word.text == "limit") {
      query_.limit = number();
    } else {
      query_.offset = number();
    }
  }

  std::vector<std::string> variables(const std::string& what) {
    std::vector<std::string> names;
    while (token().kind == Kind::kVariable) {
      names.push_back(variable(what));
      take_symbol(",");
    }
    if (names.empty()) fail_here(what);
    return names;
  }

  // A variable that is to be checked when the pattern is known.
  std::string variable(const std::string& what) {
    if (token().kind != Kind::kVariable || token().text.empty()) fail_here(what);
    used_.push_back(token());
    return take().text;
  }

  void parse_count() {
    PatternCount count;
    take_word("distinct");  // a variable is counted so anyway
    if (token().kind == Kind::kVariable) count.of = variable("a variable to count");
    if (take_word("by")) count.by = variables("a variable to count by");
    query_.count = std::move(count);
  }

  PatternOrder parse_order_key() {
    PatternOrder order;
    if (token().kind == Kind::kVariable) {
      order.variable = variable("a variable");
    } else {
      const PatternToken word = take();
      using Key = PatternOrder::Key;
      if (word.is_word("articles")) {
        order.key = Key::kArticles;
      } else if (word.is_word("confidence")) {
        order.key = Key::kConfidence;
      } else if (word.is_word("first")) {
        order.key = Key::kFirst;
      } else if (word.is_word("last")) {
        order.key = Key::kLast;
      } else if (word.is_word("count")) {
        order.key = Key::kCount;
        if (!query_.count || query_.count->by.empty()) fail(word, "order by count needs 'count by ?x' before it");
      } else {
        fail(word, "expected a variable or one of articles, confidence, first, last, count");
      }
    }
    // Numbers and dates: the most and the latest first.
    using Key = PatternOrder::Key;
    order.descending = order.key == Key::kArticles || order.key == Key::kConfidence || order.key == Key::kCount;
    if (take_word("desc")) {
      order.descending = true;
    } else if (take_word("asc")) {
      order.descending = false;
    }
    return order;
  }

  // --- filters

  PatternFilter parse_or(int depth) {
    PatternFilter first = parse_and(depth);
    if (!token().is_word("or")) return first;
    PatternFilter result;
    result.kind = PatternFilter::Kind::kOr;
    result.parts.push_back(std::move(first));
    while (take_word("or")) result.parts.push_back(parse_and(depth));
    return result;
  }

  PatternFilter parse_and(int depth) {
    PatternFilter first = parse_factor(depth);
    if (!token().is_word("and")) return first;
    PatternFilter result;
    result.kind = PatternFilter::Kind::kAnd;
    result.parts.push_back(std::move(first));
    while (take_word("and")) result.parts.push_back(parse_factor(depth));
    return result;
  }

  PatternFilter parse_factor(int depth) {
    if (depth > kDeepest) fail(token(), "the filter is nested too deeply");
    if (take_word("not")) {
      PatternFilter result;
      result.kind = PatternFilter::Kind::kNot;
      result.parts.push_back(parse_factor(depth + 1));
      return result;
    }
    if (take_symbol("(")) {
      PatternFilter result = parse_or(depth + 1);
      need_symbol(")");
      return result;
    }
    return parse_comparison();
  }

  PatternFilter parse_comparison() {
    PatternFilter filter;
    filter.variable = variable("a variable, 'not' or '('");
    filter_variables_.push_back(used_.back());
    const PatternToken word = take();
    if (word.is("=") || word.is("!=")) {
      filter.kind = PatternFilter::Kind::kSame;
      filter.comparison = word.text == "=" ? Comparison::kEqual : Comparison::kNotEqual;
      filter.other = parse_other();
    } else if (word.is_word("type")) {
      filter.kind = PatternFilter::Kind::kType;
      filter.words = word_list("a node type");
      for (const std::string& type : filter.words) {
        if (!parse_entity_type(type)) {
          fail(word, internal::unknown_word("node type", type, internal::type_words()));
        }
      }
    } else if (word.is_word("country") || word.is_word("sector")) {
      filter.kind = word.text == "country" ? PatternFilter::Kind::kCountry : PatternFilter::Kind::kSector;
      filter.words = word_list(word.text == "country" ? "a country like IRN" : "a sector like GOV");
    } else if (word.is_word("name")) {
      filter.kind = PatternFilter::Kind::kName;
      if (token().kind != Kind::kWord && token().kind != Kind::kQuoted) fail_here("a part of a name");
      filter.words.push_back(take().text);
    } else if (word.is_word("articles")) {
      filter.kind = PatternFilter::Kind::kArticles;
      filter.comparison = comparison();
      filter.number = number();
    } else {
      fail(word, "expected =, != or one of type, country, sector, name, articles behind '?" + filter.variable + "'");
    }
    return filter;
  }

  PatternTerm parse_other() {
    PatternTerm term;
    term.column = token().column;
    if (token().kind == Kind::kVariable) {
      term.is_variable = true;
      term.text = variable("a variable with a name");
      filter_variables_.push_back(used_.back());
      return term;
    }
    if (token().kind == Kind::kQuoted) {
      term.text = take().text;
      return term;
    }
    while (token().kind == Kind::kWord && !at_clause() && !token().is_word("and") && !token().is_word("or")) {
      term.text += (term.text.empty() ? "" : " ") + take().text;
    }
    if (term.text.empty()) fail_here("a variable or a name");
    return term;
  }

  std::vector<std::string> word_list(const std::string& what) {
    std::vector<std::string> words;
    do {
      if (token().kind != Kind::kWord) fail_here(what);
      words.push_back(take().text);
    } while (take_symbol("|") || take_symbol(","));
    return words;
  }

  Comparison comparison() {
    static constexpr std::string_view kSigns[] = {"=", "!=", "<", "<=", ">", ">="};
    for (size_t i = 0; i < std::size(kSigns); ++i) {
      if (take_symbol(kSigns[i])) return static_cast<Comparison>(i);
    }
    fail_here("one of = != < <= > >=");
  }

  // --- what concerns the whole

  void check_variables() const {
    std::set<std::string> nodes, relations;
    for (const TriplePattern& triple : query_.triples) {
      for (const PatternTerm* term : {&triple.subject, &triple.object}) {
        if (term->is_variable && !term->text.empty()) nodes.insert(term->text);
      }
      if (triple.relation.is_variable && !triple.relation.variable.empty()) relations.insert(triple.relation.variable);
    }
    for (const TriplePattern& triple : query_.triples) {
      if (triple.relation.is_variable && nodes.contains(triple.relation.variable)) {
        throw ParseError("?" + triple.relation.variable + " stands for a node and for a relation", {}, 1,
                         triple.relation.column);
      }
    }
    for (const PatternToken& use : used_) {
      if (!nodes.contains(use.text) && !relations.contains(use.text)) fail(use, "?" + use.text + " is in no triple");
    }
    for (const PatternToken& use : filter_variables_) {
      if (relations.contains(use.text)) fail(use, "?" + use.text + " stands for a relation; name the relation instead");
    }
  }

  std::vector<PatternToken> tokens_;
  size_t at_ = 0;
  size_t last_word_ = 0;  // of the last subject that was not quoted
  PatternQuery query_;
  std::set<std::string> clauses_;
  std::vector<PatternToken> used_, filter_variables_;
};

}  // namespace

PatternQuery parse_pattern(std::string_view text) { return Parser(text).run(); }

bool looks_like_pattern(std::string_view text) {
  size_t words = 0;
  bool telling = false;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = text.find_first_not_of(" \t\r\n", i);
    if (begin == std::string_view::npos) break;
    const size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    // A list of relations by its first.
    telling = telling || word.starts_with('?') || internal::is_relation_word(word.substr(0, word.find_first_of("|,")));
    ++words;
    i = end;
  }
  return words > 1 && telling;
}

std::vector<std::string> pattern_variables(const PatternQuery& query) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const TriplePattern& triple : query.triples) {
    if (triple.subject.is_variable) add(triple.subject.text);
    if (triple.relation.is_variable) add(triple.relation.variable);
    if (triple.object.is_variable) add(triple.object.text);
  }
  return names;
}

}  // namespace actant
