#include "extract/relation/open_proposition.h"

#include <algorithm>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Lists longer than this are enumerations, not facts of a clause.
constexpr size_t kMostTriples = 64;

char letter_of(OpenRole role) {
  static constexpr char kLetters[] = {'O', 'I', 'C', 'X', 'K', 'A', 'A', 'a'};
  return kLetters[static_cast<size_t>(role)];
}

const char* pattern_of(const OpenClause& clause, const OpenArgument& first) {
  const bool more = clause.arguments.size() > 1;
  switch (first.role) {
    case OpenRole::kObject:
      if (!more) return "open:SVO";
      if (std::ranges::any_of(clause.arguments, [](const auto& a) { return a.role == OpenRole::kIndirect; }))
        return "open:SVOO";
      return clause.arguments[1].role == OpenRole::kOpenComplement ? "open:SVOC" : "open:SVOA";
    case OpenRole::kComplement:
    case OpenRole::kOpenComplement: return more ? "open:SVCA" : "open:SVC";
    case OpenRole::kContent: return "open:SV-content";
    case OpenRole::kIndirect: return "open:SVO";
    default: return "open:SVA";
  }
}

void append_count(std::string& out, const char* name, size_t count, size_t step, size_t most) {
  out += name;
  out += std::to_string(std::min(count / step, most));
}

std::string_view word_of_role(OpenRole role) {
  static constexpr std::string_view kWords[] = {"object",  "indirect", "complement", "open-complement",
                                                "content", "agent",    "adverbial",  "adverb"};
  return kWords[static_cast<size_t>(role)];
}

/// What holds for all triples of a clause.
std::string clause_features(const Document& document, const OpenClause& clause) {
  std::string out = " type:V";
  for (size_t i = 0; i < std::min<size_t>(clause.arguments.size(), 2); ++i) out += letter_of(clause.arguments[i].role);
  const Token& predicate = document.tokens[clause.predicate];
  const Token& subject = document.tokens[clause.subject];
  out += " at:" + std::string(deprel_name(predicate.deprel));
  out += clause.own_subject ? " subject:own" : " subject:shared";
  out += subject.upos == Upos::kPron ? " subject:pronoun" : " subject:noun";
  out += " subject:" + std::string(deprel_name(subject.deprel));
  if (clause.gap) out += " gap";
  append_count(out, " arguments:", clause.arguments.size(), 1, 3);
  append_count(out, " sentence:", document.sentences[sentence_of(document, clause.predicate)].size(), 10, 4);
  return out;
}

void append_lemma(std::string& out, const Token& token) {
  if (!out.empty()) out += '_';
  out += token.lemma.empty() ? token.norm : token.lemma;
}

/// `fail_reach`, `call_off`, `be_familiar`: verbs of the chain, particle, adjective.
std::string lemma_of(const Document& document, const OpenClause& clause) {
  std::string lemma;
  if (clause.copular) {
    lemma = "be";
    if (std::ranges::binary_search(clause.group, clause.predicate))
      append_lemma(lemma, document.tokens[clause.predicate]);
    return lemma;
  }
  for (const uint32_t verb : clause.chain) {
    append_lemma(lemma, document.tokens[verb]);
    const uint32_t particle = child_with(document, verb, Deprel::kCompoundPrt);
    if (particle != kNone) append_lemma(lemma, document.tokens[particle]);
  }
  if (clause.chain.size() > 0 && child_with(document, clause.chain.back(), Deprel::kXcomp) != kNone) {
    const uint32_t last = child_with(document, clause.chain.back(), Deprel::kXcomp);
    if (child_with(document, last, Deprel::kCop) != kNone) lemma += "_be";
  }
  return lemma;
}

/// Fills the triples of one clause.
class ClauseWriter {
 public:
  ClauseWriter(const Document& document, const OpenClause& clause, std::vector<OpenProposition>& out)
      : document_(document),
        clause_(clause),
        out_(out),
        shared_(clause_features(document, clause)),
        lemma_(lemma_of(document, clause)) {}

  void write() {
    const OpenArgument& first = clause_.arguments.front();
    const OpenArgument* indirect = find_indirect();
    OpenWords group = clause_.group;
    // `gave them time`: without the receiver the verb says little.
    if (indirect != nullptr) group = join_open_words(group, all_words(*indirect));
    for (const OpenMember& subject : clause_.subjects) add(subject, first, group, pattern_of(clause_, first), true);
    for (const OpenArgument& argument : clause_.arguments) {
      if (&argument == &first || &argument == indirect) continue;
      OpenWords words = clause_.group;
      // `urged Iran to stop`: the complement is about the object.
      const bool about_object = argument.role == OpenRole::kOpenComplement || argument.role == OpenRole::kContent;
      if (about_object && first.role == OpenRole::kObject) words = join_open_words(words, all_words(first));
      for (const OpenMember& subject : clause_.subjects) add(subject, argument, words, "open:adverbial", false);
    }
  }

 private:
  const OpenArgument* find_indirect() const {
    if (clause_.arguments.front().role != OpenRole::kObject) return nullptr;
    for (const OpenArgument& argument : clause_.arguments) {
      if (argument.role == OpenRole::kIndirect) return &argument;
    }
    return nullptr;
  }

  static OpenWords all_words(const OpenArgument& argument) {
    OpenWords words;
    for (const OpenMember& member : argument.members) words = join_open_words(words, member.words);
    return words;
  }

  void add(const OpenMember& subject, const OpenArgument& argument, const OpenWords& group, const char* pattern,
           bool main) {
    for (const OpenMember& object : argument.members) {
      if (subject.words.empty() || object.words.empty() || out_.size() > before_ + kMostTriples) continue;
      OpenProposition proposition{.predicate = clause_.predicate,
                                  .subject = subject,
                                  .object = object,
                                  .words = join_open_words(group, argument.link),
                                  .lemma = lemma_,
                                  .pattern = pattern,
                                  .features = {}};
      for (const uint32_t word : argument.link) {
        if (argument.role != OpenRole::kContent) append_lemma(proposition.lemma, document_.tokens[word]);
      }
      proposition.features = main ? "main:" : "further:";
      proposition.features += word_of_role(argument.role);
      proposition.features += shared_;
      append_count(proposition.features, " subject-words:", subject.words.size(), 3, 4);
      append_count(proposition.features, " object-words:", object.words.size(), 4, 5);
      append_count(proposition.features, " predicate-words:", proposition.words.size(), 1, 5);
      out_.push_back(std::move(proposition));
    }
  }

  const Document& document_;
  const OpenClause& clause_;
  std::vector<OpenProposition>& out_;
  const size_t before_ = out_.size();
  std::string shared_, lemma_;
};

std::string nominal_features(const Document& document, const char* kind, uint32_t token, const OpenProposition& made) {
  std::string out = std::string("main:") + kind;
  out += std::string(" at:") + std::string(upos_name(document.tokens[token].upos));
  out += std::string(" subject:") + std::string(upos_name(document.tokens[made.subject.head].upos));
  append_count(out, " subject-words:", made.subject.words.size(), 3, 4);
  append_count(out, " object-words:", made.object.words.size(), 4, 5);
  append_count(out, " sentence:", document.sentences[sentence_of(document, token)].size(), 10, 4);
  return out;
}

/// `president of Y` behind or before X: (X, president of, Y).
void append_relational(const Document& document, const OpenMember& subject, uint32_t noun, const char* kind,
                       std::vector<OpenProposition>& out) {
  if (document.tokens[noun].upos != Upos::kNoun) return;
  for (const uint32_t child : children_of(document, noun)) {
    if (document.tokens[child].deprel != Deprel::kNmod || child < noun) continue;
    const OpenWords link = open_prepositions(document, child);
    if (link.empty() || gives_example(document, child)) continue;
    const OpenWords without{child};
    OpenProposition made{.predicate = noun,
                         .subject = subject,
                         .object = {child, open_phrase(document, child, {.conjuncts = true})},
                         .words = {},
                         .lemma = "be",
                         .pattern = "open:noun-of",
                         .features = {}};
    made.words = open_phrase(document, noun, {.without = without});
    made.words = join_open_words(made.words, link);
    append_lemma(made.lemma, document.tokens[noun]);
    for (const uint32_t word : link) append_lemma(made.lemma, document.tokens[word]);
    if (made.object.words.empty()) return;
    made.features = nominal_features(document, kind, noun, made);
    out.push_back(std::move(made));
    return;
  }
}

bool titles_name(const Document& document, uint32_t token) {
  const Token& word = document.tokens[token];
  if (word.head == kNone || document.tokens[word.head].upos != Upos::kPropn) return false;
  if (word.deprel == Deprel::kNmodDesc) return true;
  if (word.deprel != Deprel::kCompound || word.upos != Upos::kNoun) return false;
  const uint32_t mention = find_mention_by_head(document, word.head);
  return mention != kNone && document.mentions[mention].kind == MentionKind::kName &&
         document.mentions[mention].type == EntityType::kPerson;
}

}  // namespace

void append_propositions(const Document& document, const OpenClause& clause, std::vector<OpenProposition>& out) {
  if (!clause.arguments.empty()) ClauseWriter(document, clause, out).write();
}

void append_nominal_propositions(const Document& document, uint32_t token, std::vector<OpenProposition>& out) {
  const Token& word = document.tokens[token];
  const bool apposition = word.deprel == Deprel::kAppos && word.head != kNone;
  if (!apposition && !titles_name(document, token)) return;
  OpenProposition made;
  made.predicate = token;
  made.lemma = "be";
  made.pattern = apposition ? "open:apposition" : "open:title";
  const OpenWords without{token};
  made.subject = {word.head, open_phrase(document, word.head, {.without = without})};
  made.object = {token, apposition ? open_phrase(document, token) : open_subtree(document, token)};
  if (!apposition) std::erase_if(made.subject.words, [&](uint32_t t) { return document.tokens[t].upos == Upos::kDet; });
  if (made.subject.words.empty() || made.object.words.empty()) return;
  made.features = nominal_features(document, apposition ? "apposition" : "title", token, made);
  const OpenMember subject = made.subject;
  out.push_back(std::move(made));
  if (apposition) append_relational(document, subject, token, "noun-of", out);
}

}  // namespace actant
