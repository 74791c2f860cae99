#include "extract/entity/new_office_linker.h"

#include <algorithm>

#include "extract/entity/clause_walk.h"

namespace actant {
namespace {

bool gives_office(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {"name",  "elect",    "appoint", "choose",     "select",
                                                "crown", "nominate", "declare", "inaugurate", "become"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

bool is_giving_of_office(std::string_view lemma) {
  static constexpr std::string_view kNouns[] = {"election",     "re-election",   "reelection",   "appointment",
                                                "nomination",   "selection",     "designation",  "inauguration",
                                                "confirmation", "reappointment", "installation", "promotion"};
  return std::find(std::begin(kNouns), std::end(kNouns), lemma) != std::end(kNouns);
}

// Who holds the office that `as` brings in: `the election of X as president`, `his election to serve as president`, `X
// serves as`, `appointed X as`; kNone.
uint32_t holder_before_as(const Document& document, uint32_t role) {
  const uint32_t governor = document.tokens[role].head;
  const Token& word = document.tokens[governor];
  if (word.upos == Upos::kNoun) return is_giving_of_office(word.lemma) ? owner_of(document, governor) : kNone;
  if (word.upos != Upos::kVerb || is_modal_or_negated(document, governor)) return kNone;
  if (word.lemma == "serve") {
    if (word.deprel == Deprel::kAcl && is_giving_of_office(document.tokens[word.head].lemma))
      return owner_of(document, word.head);
    return child_with(document, governor, Deprel::kNsubj);
  }
  if (!gives_office(word.lemma) || word.lemma == "become") return kNone;
  const uint32_t passive = child_with(document, governor, Deprel::kNsubjPass);
  return passive != kNone ? passive : child_with(document, governor, Deprel::kObj);
}

}  // namespace

void link_new_office(Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& role = document.mentions[m];
  const Token& noun = document.tokens[role.head];
  if (role.type != EntityType::kPerson || role.number == Number::kPlural || noun.head == kNone) return;
  uint32_t subject = kNone;
  const uint32_t preposition = child_with(document, role.head, Deprel::kCase);
  if (preposition != kNone && document.tokens[preposition].norm == "as") {
    subject = holder_before_as(document, role.head);
  } else if (noun.deprel == Deprel::kXcomp || noun.deprel == Deprel::kObj) {
    const Token& verb = document.tokens[noun.head];
    if (noun.head > role.head || !gives_office(verb.lemma) || is_modal_or_negated(document, noun.head)) return;
    subject = child_with(document, noun.head, verb.lemma == "become" ? Deprel::kNsubj : Deprel::kNsubjPass);
  }
  const uint32_t holder = subject == kNone || subject == role.head ? kNone : find_mention_by_head(document, subject);
  if (holder != kNone && holder != m && document.mentions[holder].number != Number::kPlural)
    clusters.try_unite(holder, m);
}

}  // namespace actant
