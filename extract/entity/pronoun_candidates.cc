#include "extract/entity/pronoun_candidates.h"

#include "extract/entity/clause_walk.h"

namespace actant {
namespace {

constexpr uint32_t kWindow = 3;  // sentences before; chosen on the development articles
constexpr size_t kMost = 40;

// Two different arguments of one predicate are different things (binding), unless the pronoun is a possessor.
bool co_arguments(const Document& document, uint32_t pronoun, uint32_t candidate) {
  const Token& a = document.tokens[pronoun];
  const Token& b = document.tokens[candidate];
  if (a.deprel == Deprel::kNmodPoss || a.head == kNone || b.head == kNone) return false;
  if (a.head == b.head) return true;
  return !is_nominal_subject(a.deprel) && document.tokens[a.head].upos == Upos::kVerb &&
         subject_of(document, a.head) == candidate;
}

bool number_fits(const Mention& pronoun, const ClusterFeatures& candidate) {
  if (pronoun.number == Number::kPlural) {
    return candidate.number == Number::kPlural || candidate.type == EntityType::kOrganization ||
           candidate.type == EntityType::kGroup;
  }
  return candidate.number != Number::kPlural || candidate.type == EntityType::kOrganization;
}

bool fits(const Mention& pronoun, const ClusterFeatures& candidate) {
  if (candidate.type == EntityType::kTopic || candidate.type == EntityType::kEvent) return false;
  if (!number_fits(pronoun, candidate)) return false;
  if (pronoun.gender == Gender::kMale || pronoun.gender == Gender::kFemale) {
    if (candidate.type != EntityType::kPerson) return false;
    // A pronoun before may have been linked wrongly: how much it counts the model says.
    return candidate.gender == Gender::kUnknown || candidate.gender == pronoun.gender || candidate.gender_by_pronoun;
  }
  if (pronoun.gender == Gender::kNeuter)
    return candidate.type == EntityType::kOrganization || candidate.type == EntityType::kPlace;
  return candidate.type != EntityType::kPlace || candidate.name == kNone;
}

// `her sister Mary`, `her sister, Mary`: the noun that the pronoun owns, with its other name.
bool is_owned(const Document& document, uint32_t pronoun, uint32_t candidate) {
  const Token& token = document.tokens[pronoun];
  if (token.deprel != Deprel::kNmodPoss || token.head == kNone) return false;
  const auto names = [](Deprel deprel) {
    return deprel == Deprel::kAppos || deprel == Deprel::kFlat || deprel == Deprel::kNmodDesc ||
           deprel == Deprel::kCompound;
  };
  if (candidate == token.head) return true;
  const bool below = document.tokens[candidate].head == token.head && names(document.tokens[candidate].deprel);
  return below || (document.tokens[token.head].head == candidate && names(document.tokens[token.head].deprel));
}

// Acts in a clause that has the pronoun below it, or owns who acts there.
bool governs(const Document& document, uint32_t candidate, uint32_t pronoun) {
  uint32_t predicate = document.tokens[candidate].head;
  if (document.tokens[candidate].deprel == Deprel::kNmodPoss && predicate != kNone)
    predicate = document.tokens[predicate].head;
  uint32_t at = pronoun;
  for (int steps = 0; steps < 12 && at != kNone; ++steps, at = document.tokens[at].head) {
    if (at == candidate) return false;
    if (at == predicate) return true;
  }
  return false;
}

}  // namespace

bool may_corefer(const Clusters& clusters, uint32_t pronoun, uint32_t other) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[pronoun];
  const Mention& candidate = document.mentions[other];
  const ClusterFeatures& features = clusters.features(other);
  if (candidate.kind == MentionKind::kPronoun && features.size == 1) return false;
  const PronounEntry* known = clusters.info(other).pronoun;
  if (known != nullptr && (known->person == '1' || known->person == '2')) return false;
  if (!fits(mention, features)) return false;
  // `She is the president`: what the pronoun was joined with has to fit, too.
  if (clusters.features(pronoun).size > 1 && !clusters.compatible(pronoun, other)) return false;
  if (candidate.span.overlaps(mention.span)) return false;
  if (candidate.sentence == mention.sentence && co_arguments(document, mention.head, clusters.info(other).outer))
    return false;
  return !is_owned(document, mention.head, candidate.head);
}

void find_antecedents(const Clusters& clusters, uint32_t pronoun, std::vector<uint32_t>& out) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[pronoun];
  out.clear();
  for (uint32_t other = pronoun; other-- > 0 && out.size() < kMost;) {
    if (mention.sentence - document.mentions[other].sentence > kWindow) break;
    if (may_corefer(clusters, pronoun, other)) out.push_back(other);
  }
  for (uint32_t other = pronoun + 1; other < document.mentions.size(); ++other) {
    const Mention& later = document.mentions[other];
    if (later.sentence != mention.sentence) break;
    if (later.kind == MentionKind::kPronoun || !governs(document, clusters.info(other).outer, mention.head)) continue;
    if (may_corefer(clusters, pronoun, other)) out.push_back(other);
  }
}

}  // namespace actant
