#include "extract/relation/open_clause.h"

#include <algorithm>
#include <tuple>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/speech_lexicon.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

// Longer chains of coordination, control and complements are parse errors.
constexpr int kMaxDepth = 6;

bool is_negation(const Token& token) { return token.norm == "not" || token.norm == "n't" || token.norm == "never"; }

bool is_any_oblique(Deprel deprel) {
  return deprel == Deprel::kObl || deprel == Deprel::kOblAgent || deprel == Deprel::kOblUnmarked;
}

bool stays_outside(Deprel deprel) {
  switch (deprel) {
    case Deprel::kAmod:
    case Deprel::kCompound:
    case Deprel::kAux:
    case Deprel::kAuxPass:
    case Deprel::kCop:
    case Deprel::kCase:
    case Deprel::kMark:
    case Deprel::kFlat:
    case Deprel::kFixed:
    case Deprel::kXcomp: return true;
    default: return false;
  }
}

void erase_word(OpenWords& words, uint32_t word) { std::erase(words, word); }

}  // namespace

bool OpenClauseReader::is_clause(uint32_t token) const {
  const Token& word = document_->tokens[token];
  if (word.upos == Upos::kVerb) return true;
  const bool auxiliary = word.deprel == Deprel::kAux || word.deprel == Deprel::kAuxPass || word.deprel == Deprel::kCop;
  if (word.upos == Upos::kAux && !auxiliary) return true;
  return child_with(*document_, token, Deprel::kCop) != kNone;
}

bool OpenClauseReader::is_relative(uint32_t token) const {
  const Token& word = document_->tokens[token];
  const bool tagged = word.xpos == Xpos::kWP || word.xpos == Xpos::kWDT || word.xpos == Xpos::kWPS ||
                      word.xpos == Xpos::kIN || word.xpos == Xpos::kDT;
  return tagged && is_one_of(word.norm, {"who", "which", "that", "whom", "whose"});
}

// The noun a relative clause is about; also for clauses joined to it or inside it.
uint32_t OpenClauseReader::described_noun(uint32_t predicate) const {
  uint32_t at = predicate;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Token& token = document_->tokens[at];
    if (token.deprel == Deprel::kAclRelcl) return token.head;
    const bool inside =
        token.deprel == Deprel::kConj || token.deprel == Deprel::kCcomp || token.deprel == Deprel::kXcomp;
    if (!inside || token.head == kNone) return kNone;
    at = token.head;
  }
  return kNone;
}

uint32_t OpenClauseReader::resolve_relative(uint32_t pronoun, uint32_t predicate) const {
  const std::vector<Token>& tokens = document_->tokens;
  if (const uint32_t noun = described_noun(predicate); noun != kNone) return noun;
  if (tokens[pronoun].xpos == Xpos::kDT) return pronoun;
  // The clause hangs elsewhere: what stands before the pronoun is meant.
  if (pronoun < 2) return kNone;
  const uint32_t before = tokens[pronoun - 1].upos == Upos::kPunct ? pronoun - 2 : pronoun - 1;
  const Upos upos = tokens[before].upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum ? before : kNone;
}

uint32_t OpenClauseReader::subject_of(uint32_t predicate, int depth) const {
  if (depth > kMaxDepth) return kNone;
  for (const uint32_t child : children_of(*document_, predicate)) {
    if (!is_subject(document_->tokens[child].deprel)) continue;
    return is_relative(child) ? resolve_relative(child, predicate) : child;
  }
  const Token& token = document_->tokens[predicate];
  if (token.head == kNone) return kNone;
  const bool participle = token.xpos == Xpos::kVBG || token.xpos == Xpos::kVBN || token.xpos == Xpos::kVBD;
  switch (token.deprel) {
    case Deprel::kConj:
    case Deprel::kAdvcl: return is_clause(token.head) ? subject_of(token.head, depth + 1) : kNone;
    case Deprel::kXcomp: {
      const uint32_t object = child_with(*document_, token.head, Deprel::kObj);
      return object != kNone ? object : subject_of(token.head, depth + 1);
    }
    case Deprel::kAcl: return participle ? token.head : kNone;
    case Deprel::kAclRelcl: return token.xpos == Xpos::kVBN ? token.head : kNone;
    default: return kNone;
  }
}

// `has first been`: the adverb stands among the words of the group.
bool OpenClauseReader::is_inside_group(uint32_t adverb, uint32_t verb) const {
  const std::vector<Token>& tokens = document_->tokens;
  const auto below = children_of(*document_, adverb);
  if (adverb > verb || tokens[adverb].xpos == Xpos::kWRB || below.size() > 1) return false;
  for (uint32_t t = adverb + 1; t < verb; ++t) {
    const Deprel deprel = tokens[t].deprel;
    const bool group = deprel == Deprel::kAdvmod || deprel == Deprel::kAux || deprel == Deprel::kAuxPass ||
                       deprel == Deprel::kCop || tokens[t].head == adverb;
    if (!group || tokens[t].upos == Upos::kPunct) return false;
  }
  return true;
}

OpenWords OpenClauseReader::verb_group(uint32_t verb) const {
  OpenWords words{verb};
  for (const uint32_t child : children_of(*document_, verb)) {
    const Token& token = document_->tokens[child];
    const bool part = token.deprel == Deprel::kAux || token.deprel == Deprel::kAuxPass ||
                      token.deprel == Deprel::kCop || token.deprel == Deprel::kCompoundPrt;
    const bool adverb = token.deprel == Deprel::kAdvmod && (is_negation(token) || is_inside_group(child, verb));
    if (!part && !adverb) continue;
    words.push_back(child);
    for (const uint32_t below : children_of(*document_, child)) words.push_back(below);
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool OpenClauseReader::is_nominal_conjunct(uint32_t token) const {
  const Token& word = document_->tokens[token];
  return word.deprel == Deprel::kConj && (is_nominal(word) || word.upos == Upos::kNum || word.upos == Upos::kAdj ||
                                          word.upos == Upos::kSym || word.upos == Upos::kVerb || word.upos == Upos::kX);
}

std::vector<OpenMember> OpenClauseReader::members(uint32_t head) const {
  std::vector<OpenMember> result;
  for (const uint32_t child : children_of(*document_, head)) {
    if (is_nominal_conjunct(child)) result.push_back({child, open_phrase(*document_, child)});
  }
  const bool single = result.empty();
  result.insert(result.begin(), {head, open_phrase(*document_, head, {.conjuncts = single})});
  return result;
}

void OpenClauseReader::add(OpenRole role, uint32_t head, OpenClause& clause) const {
  if (is_any_oblique(document_->tokens[head].deprel) && gives_example(*document_, head)) return;
  OpenArgument argument{.role = role, .head = head, .link = {}, .members = members(head)};
  if (role == OpenRole::kAdverbial || role == OpenRole::kAgent) argument.link = open_prepositions(*document_, head);
  clause.arguments.push_back(std::move(argument));
}

void OpenClauseReader::add_words(OpenRole role, uint32_t head, OpenWords words, OpenClause& clause) const {
  if (words.empty()) return;
  OpenArgument argument{.role = role, .head = head, .link = {}, .members = {}};
  argument.members.push_back({head, std::move(words)});
  clause.arguments.push_back(std::move(argument));
}

// `that` belongs to the predicate, the rest is the content.
void OpenClauseReader::add_content(uint32_t head, OpenClause& clause) const {
  OpenArgument argument{.role = OpenRole::kContent, .head = head, .link = {}, .members = {}};
  OpenWords words = open_subtree(*document_, head);
  const uint32_t mark = child_with(*document_, head, Deprel::kMark);
  if (mark != kNone && document_->tokens[mark].norm == "that") {
    argument.link.push_back(mark);
    erase_word(words, mark);
  }
  if (words.empty()) return;
  argument.members.push_back({head, std::move(words)});
  clause.arguments.push_back(std::move(argument));
}

void OpenClauseReader::read_copular(OpenClause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  const uint32_t head = clause.predicate;
  const auto below = children_of(*document_, head);
  erase_word(clause.group, head);
  const Upos upos = tokens[head].upos;
  if (upos != Upos::kAdj && upos != Upos::kVerb && upos != Upos::kAdv) {
    OpenWords without;
    OpenArgument argument{.role = OpenRole::kComplement, .head = head, .link = {}, .members = {}};
    for (const uint32_t child : below) {
      const Deprel deprel = tokens[child].deprel;
      const bool grouped = deprel == Deprel::kAdvmod && std::ranges::binary_search(clause.group, child);
      const bool nominal = deprel == Deprel::kConj && !is_clause(child) &&
                           (is_nominal(tokens[child]) || tokens[child].upos == Upos::kAdj);
      if (nominal) argument.members.push_back({child, open_phrase(*document_, child, {.prepositions = true})});
      if (grouped || is_any_oblique(deprel) || deprel == Deprel::kCcomp || deprel == Deprel::kMark ||
          deprel == Deprel::kExpl || (deprel == Deprel::kConj && is_clause(child))) {
        without.push_back(child);
      }
      if (is_any_oblique(deprel)) add(OpenRole::kAdverbial, child, clause);
    }
    const OpenPhraseOptions options{.prepositions = true, .conjuncts = argument.members.empty(), .without = without};
    argument.members.insert(argument.members.begin(), {head, open_phrase(*document_, head, options)});
    clause.arguments.push_back(std::move(argument));
    return;
  }
  // `is familiar with the plan`: with a prepositional complement the adjective joins the predicate.
  OpenWords core{head}, rest;
  bool prepositional = false;
  for (const uint32_t child : below) {
    const Deprel deprel = tokens[child].deprel;
    const bool behind = child > head && is_any_oblique(deprel) && child_with(*document_, child, Deprel::kCase) != kNone;
    prepositional = prepositional || (behind && !gives_example(*document_, child));
    if (is_any_oblique(deprel)) add(OpenRole::kAdverbial, child, clause);
    if (deprel == Deprel::kAdvmod && child < head && !is_negation(tokens[child])) {
      core = join_open_words(core, open_subtree(*document_, child));
    }
    const bool complement = deprel == Deprel::kXcomp || deprel == Deprel::kCcomp || deprel == Deprel::kAdvcl;
    if (complement && child > head) rest = join_open_words(rest, open_subtree(*document_, child));
  }
  if (prepositional) {
    clause.group = join_open_words(clause.group, core);
  } else {
    OpenWords words;
    std::ranges::set_difference(join_open_words(core, rest), clause.group, std::back_inserter(words));
    add_words(OpenRole::kComplement, head, words, clause);
  }
}

void OpenClauseReader::read_verb_arguments(uint32_t verb, OpenClause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  for (const uint32_t child : children_of(*document_, verb)) {
    const Token& token = tokens[child];
    if (is_relative(child) || token.xpos == Xpos::kWRB) continue;  // the noun itself stands for it: add_gap()
    switch (token.deprel) {
      case Deprel::kObj:
        if (token.xpos != Xpos::kWP && token.xpos != Xpos::kWDT) add(OpenRole::kObject, child, clause);
        break;
      case Deprel::kIobj: add(OpenRole::kIndirect, child, clause); break;
      case Deprel::kOblAgent: add(OpenRole::kAgent, child, clause); break;
      case Deprel::kObl:
      case Deprel::kOblUnmarked:
        if (token.xpos != Xpos::kWP && token.xpos != Xpos::kWDT) add(OpenRole::kAdverbial, child, clause);
        break;
      case Deprel::kCcomp: add_content(child, clause); break;
      case Deprel::kAdvmod:
        if (child > verb && !is_negation(token) && !is_one_of(token.norm, {"too", "also", "however"})) {
          add_words(OpenRole::kAdverb, child, open_subtree(*document_, child), clause);
        }
        break;
      default: break;
    }
  }
}

// `failed to reach`, `agreed to be`: the infinitive carries the meaning. False where the verb has an object (`urged
// them to leave`) or the complement is no verb; such complements become arguments.
bool OpenClauseReader::extend_chain(uint32_t verb, OpenClause& clause) const {
  const uint32_t next = child_with(*document_, verb, Deprel::kXcomp);
  if (next == kNone) return false;
  const bool copular = child_with(*document_, next, Deprel::kCop) != kNone;
  const bool chained =
      child_with(*document_, verb, Deprel::kObj) == kNone && (document_->tokens[next].upos == Upos::kVerb || copular);
  if (!chained) {
    for (const uint32_t child : children_of(*document_, verb)) {
      if (document_->tokens[child].deprel != Deprel::kXcomp) continue;
      const Upos upos = document_->tokens[child].upos;
      if (upos == Upos::kNoun || upos == Upos::kPropn) {
        add(OpenRole::kOpenComplement, child, clause);
      } else {
        add_words(OpenRole::kOpenComplement, child, open_subtree(*document_, child), clause);
      }
    }
    return false;
  }
  clause.group = join_open_words(clause.group, verb_group(next));
  for (const uint32_t child : children_of(*document_, next)) {
    if (document_->tokens[child].deprel == Deprel::kMark) clause.group = join_open_words(clause.group, {child});
  }
  if (!copular) {
    clause.chain.push_back(next);
    return true;
  }
  erase_word(clause.group, next);
  OpenWords without;
  for (const uint32_t child : children_of(*document_, next)) {
    const Deprel deprel = document_->tokens[child].deprel;
    if (deprel == Deprel::kMark || is_any_oblique(deprel)) without.push_back(child);
    if (is_any_oblique(deprel)) add(OpenRole::kAdverbial, child, clause);
  }
  add_words(OpenRole::kComplement, next,
            open_phrase(*document_, next, {.prepositions = true, .conjuncts = true, .without = without}), clause);
  return false;
}

void OpenClauseReader::read_verbal(OpenClause& clause) const {
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const uint32_t verb = clause.chain.back();
    read_verb_arguments(verb, clause);
    if (!extend_chain(verb, clause)) return;
  }
}

// `..., said the minister`: the sentence that the clause is put into is its content.
void OpenClauseReader::add_reported(OpenClause& clause) const {
  const Token& token = document_->tokens[clause.predicate];
  if (token.deprel != Deprel::kParataxis || token.head == kNone || speech_verb(token.lemma) == 0) return;
  const bool filled = std::ranges::any_of(clause.arguments, [](const OpenArgument& argument) {
    return argument.role == OpenRole::kContent || argument.role == OpenRole::kObject;
  });
  if (filled) return;
  add_words(OpenRole::kContent, token.head, open_subtree(*document_, token.head, {&clause.predicate, 1}), clause);
}

// What a relative clause leaves open is the noun it describes: `the men (that) police arrested`, `the city in which`.
void OpenClauseReader::add_gap(OpenClause& clause) const {
  const std::vector<Token>& tokens = document_->tokens;
  const Token& predicate = tokens[clause.predicate];
  if (predicate.deprel != Deprel::kAclRelcl || clause.subject == predicate.head) return;
  clause.gap = true;
  for (const uint32_t child : children_of(*document_, clause.predicate)) {
    const bool where = tokens[child].xpos == Xpos::kWRB;
    if (!where && !(is_relative(child) && is_any_oblique(tokens[child].deprel))) continue;
    OpenArgument argument{.role = OpenRole::kAdverbial, .head = predicate.head, .link = {}, .members = {}};
    if (!where) argument.link = open_prepositions(*document_, child);
    argument.members.push_back({predicate.head, open_phrase(*document_, predicate.head)});
    clause.arguments.push_back(std::move(argument));
    return;
  }
  const bool filled = std::ranges::any_of(clause.arguments, [](const OpenArgument& argument) {
    return argument.role == OpenRole::kContent || argument.role == OpenRole::kObject ||
           argument.role == OpenRole::kComplement;
  });
  if (!filled) add_words(OpenRole::kObject, predicate.head, open_phrase(*document_, predicate.head), clause);
}

// The clause itself is no part of its subject (`the line underwritten by the bank`).
void OpenClauseReader::find_subjects(OpenClause& clause) const {
  const uint32_t subject = clause.subject;
  if (document_->tokens[subject].deprel == Deprel::kCsubj || document_->tokens[subject].deprel == Deprel::kCsubjPass) {
    clause.subjects.push_back({subject, open_subtree(*document_, subject)});
    return;
  }
  OpenWords without{clause.predicate};
  std::vector<OpenMember> joined;
  for (const uint32_t child : children_of(*document_, subject)) {
    if (document_->tokens[child].deprel != Deprel::kConj) continue;
    if (is_nominal(document_->tokens[child])) joined.push_back({child, open_phrase(*document_, child)});
  }
  clause.subjects.push_back(
      {subject, open_phrase(*document_, subject, {.conjuncts = joined.empty(), .without = without})});
  clause.subjects.insert(clause.subjects.end(), joined.begin(), joined.end());
}

bool OpenClauseReader::read(uint32_t token, OpenClause& clause) const {
  const Token& word = document_->tokens[token];
  if (!is_clause(token) || stays_outside(word.deprel)) return false;
  clause = OpenClause();
  clause.predicate = token;
  clause.subject = subject_of(token, 0);
  if (clause.subject == kNone || clause.subject == token) return false;
  for (const uint32_t child : children_of(*document_, token)) {
    clause.own_subject = clause.own_subject || is_subject(document_->tokens[child].deprel);
  }
  clause.copular = child_with(*document_, token, Deprel::kCop) != kNone;
  clause.group = verb_group(token);
  clause.chain.push_back(token);
  find_subjects(clause);
  if (clause.copular) {
    read_copular(clause);
  } else {
    read_verbal(clause);
  }
  add_reported(clause);
  add_gap(clause);
  std::ranges::stable_sort(clause.arguments, {}, [&](const OpenArgument& argument) {
    const bool front = argument.role >= OpenRole::kAdverbial && argument.head < token;
    const OpenRole role = argument.role == OpenRole::kAdverb ? OpenRole::kAdverbial : argument.role;
    return std::tuple(role, front, argument.head);
  });
  return true;
}

}  // namespace actant
