#include <algorithm>
#include <set>

#include "graph/model/error.h"
#include "graph/query/internal/pattern_cursor.h"
#include "graph/query/internal/pattern_filters.h"
#include "graph/query/internal/pattern_words.h"
#include "graph/query/pattern.h"

namespace actant {
namespace {

using internal::PatternCursor;
using internal::PatternToken;
using internal::quoted;
using Kind = PatternToken::Kind;

constexpr size_t kMostTriples = 16;

class Parser {
 public:
  explicit Parser(std::string_view text) : at_(text) {}

  PatternQuery run() {
    parse_triples();
    while (at_.token().kind != Kind::kEnd) parse_clause();
    check_variables();
    return std::move(query_);
  }

 private:
  // --- triples

  void parse_triples() {
    for (;;) {
      if (query_.triples.size() == kMostTriples) PatternCursor::fail(at_.token(), "a pattern has at most 16 triples");
      query_.triples.push_back(parse_triple());
      if (!at_.take_symbol(".")) break;
      if (at_.token().kind == Kind::kEnd || at_.at_clause()) break;
    }
    if (at_.token().kind != Kind::kEnd && !at_.at_clause()) {
      at_.fail_here("a period between blanks, '[' or one of filter, select, distinct, count, order by, limit, offset");
    }
  }

  TriplePattern parse_triple() {
    TriplePattern triple;
    triple.subject = parse_subject();
    triple.relation = parse_relation_term();
    triple.object = parse_object(triple);
    if (at_.take_symbol("[")) parse_condition(triple.condition);
    return triple;
  }

  PatternTerm parse_variable() {
    PatternTerm term;
    term.column = at_.token().column;
    term.is_variable = true;
    term.text = at_.take().text;
    if (at_.take_symbol(":")) {
      do {
        const auto type = parse_entity_type(at_.token().text);
        if (at_.token().kind != Kind::kWord || !type) {
          PatternCursor::fail(at_.token(),
                              internal::unknown_word("node type", at_.token().text, internal::type_words()));
        }
        term.types.push_back(*type);
        at_.take();
      } while (at_.take_symbol("|"));
    }
    return term;
  }

  bool at_relation() const {
    return at_.token().kind == Kind::kVariable ||
           (at_.token().kind == Kind::kWord && internal::is_relation_word(at_.token().text));
  }

  PatternTerm parse_subject() {
    if (at_.token().kind == Kind::kVariable) return parse_variable();
    PatternTerm term;
    term.column = at_.token().column;
    if (at_.token().kind == Kind::kQuoted) {
      term.text = at_.take().text;
      return term;
    }
    if (at_.token().kind != Kind::kWord) at_.fail_here("a variable or a name");
    term.text = at_.take().text;
    for (last_word_ = at_.at() - 1; at_.token().kind == Kind::kWord && !at_relation();) {
      last_word_ = at_.at();
      term.text += " " + at_.take().text;
    }
    return term;
  }

  PatternRelation parse_relation_term() {
    PatternRelation relation;
    relation.column = at_.token().column;
    if (at_.token().kind == Kind::kVariable) {
      // "Iran acused ?x": what was to be a relation has been read as a part of the name.
      const PatternToken& behind = at_.token(1);
      const bool is_object = behind.kind == Kind::kEnd || behind.is(".") || behind.is("[");
      if (is_object && at_.token_at(last_word_).kind == Kind::kWord && at_.at() > last_word_ &&
          at_.at() - last_word_ == 1) {
        PatternCursor::fail(at_.token_at(last_word_), internal::unknown_relation(at_.token_at(last_word_).text));
      }
      relation.is_variable = true;
      relation.variable = at_.take().text;
      if (at_.token().is(":")) PatternCursor::fail(at_.token(), "a variable in the place of the relation has no type");
      return relation;
    }
    if (at_.token().kind != Kind::kWord) {
      if (at_.at() > 0 && at_.token_at(at_.at() - 1).kind == Kind::kWord && last_word_ > 0 &&
          last_word_ == at_.at() - 1) {
        const PatternToken& word = at_.token_at(last_word_);
        if (!internal::nearest_relation(word.text).empty())
          PatternCursor::fail(word, internal::unknown_relation(word.text));
      }
      at_.fail_here("a relation such as met-with");
    }
    do {
      if (at_.token().kind != Kind::kWord) at_.fail_here("a relation");
      if (!internal::is_relation_word(at_.token().text))
        PatternCursor::fail(at_.token(), internal::unknown_relation(at_.token().text));
      relation.words.push_back(at_.take().text);
    } while (at_.take_symbol("|") || at_.take_symbol(","));
    return relation;
  }

  PatternTerm parse_object(const TriplePattern& triple) {
    if (at_.token().kind == Kind::kVariable) return parse_variable();
    PatternTerm term;
    term.column = at_.token().column;
    if (at_.token().kind == Kind::kQuoted) {
      term.text = at_.take().text;
      return term;
    }
    if (at_.token().kind != Kind::kWord) {
      at_.fail_here("a variable or a name behind " +
                    (triple.relation.is_variable ? "the relation" : quoted(triple.relation.words.back())));
    }
    do {
      const PatternToken word = at_.take();
      term.text += (term.text.empty() ? "" : " ") + word.text;
      if (word.text.size() > 1 && word.text.back() == '.' && at_.token().kind == Kind::kVariable) {
        PatternCursor::fail(
            at_.token(),
            "a period inside a name belongs to the name; put a blank before the period that ends a triple");
      }
    } while (at_.token().kind == Kind::kWord && !at_.at_clause() && !internal::is_relation_word(at_.token().text));
    return term;
  }

  // --- [ ... ]

  void parse_condition(PatternCondition& condition) {
    do {
      parse_condition_item(condition);
      at_.take_symbol(",");
    } while (!at_.take_symbol("]"));
  }

  void parse_condition_item(PatternCondition& condition) {
    const PatternToken word = at_.token();
    if (word.kind != Kind::kWord) at_.fail_here("a condition such as 'since 2024-01' or ']'");
    at_.take();
    if (word.text == "since") {
      condition.evidence.since = at_.date();
    } else if (word.text == "until") {
      condition.evidence.until = at_.date();
    } else if (word.text == "on") {
      condition.evidence.since = condition.evidence.until = at_.date();
    } else if (word.text == "source") {
      condition.evidence.sources.push_back(at_.words_until_end("a publisher"));
    } else if (word.text == "title") {
      condition.evidence.title = at_.words_until_end("a title");
    } else if (word.text == "articles") {
      at_.need_symbol(">=");
      condition.min_articles = static_cast<uint32_t>(std::min<uint64_t>(at_.number(), UINT32_MAX));
    } else if (word.text == "confidence") {
      at_.need_symbol(">=");
      condition.min_confidence = at_.fraction();
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
      PatternCursor::fail(word, internal::unknown_word("condition", word.text, internal::condition_words()));
    }
    check_dates(condition, word);
  }

  static void check_dates(const PatternCondition& condition, const PatternToken& at) {
    const std::string &since = condition.evidence.since, &until = condition.evidence.until;
    const size_t common = std::min(since.size(), until.size());
    if (common > 0 && since.compare(0, common, until, 0, common) > 0) {
      PatternCursor::fail(at, "since " + since + " is after until " + until);
    }
  }

  // --- clauses

  void parse_clause() {
    const PatternToken word = at_.take();
    const bool known = word.kind == Kind::kWord && (internal::is_clause_word(word.text) || word.text == "order");
    if (!known) {
      at_.step_back();
      at_.fail_here("one of filter, select, distinct, count, order by, limit, offset");
    }
    if (word.text != "filter" && !clauses_.insert(word.text).second)
      PatternCursor::fail(word, quoted(word.text) + " stands twice");
    if (word.text == "filter") {
      query_.filters.push_back(filters_.read());
    } else if (word.text == "select") {
      query_.distinct = at_.take_word("distinct") || query_.distinct;
      query_.select = at_.variables("a variable to show");
    } else if (word.text == "distinct") {
      query_.distinct = true;
    } else if (word.text == "count") {
      parse_count();
    } else if (word.text == "order") {
      if (!at_.take_word("by")) at_.fail_here("'by'");
      do {
        query_.order.push_back(parse_order_key());
      } while (at_.take_symbol(","));
    } else if (word.text == "limit") {
      query_.limit = at_.number();
    } else {
      query_.offset = at_.number();
    }
  }

  void parse_count() {
    PatternCount count;
    at_.take_word("distinct");  // a variable is counted so anyway
    if (at_.token().kind == Kind::kVariable) count.of = at_.variable("a variable to count");
    if (at_.take_word("by")) count.by = at_.variables("a variable to count by");
    query_.count = std::move(count);
  }

  PatternOrder parse_order_key() {
    PatternOrder order;
    if (at_.token().kind == Kind::kVariable) {
      order.variable = at_.variable("a variable");
    } else {
      const PatternToken word = at_.take();
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
        if (!query_.count || query_.count->by.empty())
          PatternCursor::fail(word, "order by count needs 'count by ?x' before it");
      } else {
        PatternCursor::fail(word, "expected a variable or one of articles, confidence, first, last, count");
      }
    }
    // Numbers and dates: the most and the latest first.
    using Key = PatternOrder::Key;
    order.descending = order.key == Key::kArticles || order.key == Key::kConfidence || order.key == Key::kCount;
    if (at_.take_word("desc")) {
      order.descending = true;
    } else if (at_.take_word("asc")) {
      order.descending = false;
    }
    return order;
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
    for (const PatternToken& use : at_.used()) {
      if (!nodes.contains(use.text) && !relations.contains(use.text))
        PatternCursor::fail(use, "?" + use.text + " is in no triple");
    }
    for (const PatternToken& use : filters_.variables()) {
      if (relations.contains(use.text))
        PatternCursor::fail(use, "?" + use.text + " stands for a relation; name the relation instead");
    }
  }

  PatternCursor at_;
  internal::PatternFilterReader filters_{at_};
  size_t last_word_ = 0;  // of the last subject that was not quoted
  PatternQuery query_;
  std::set<std::string> clauses_;
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
