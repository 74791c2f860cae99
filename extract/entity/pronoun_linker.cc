#include "extract/entity/pronoun_linker.h"

#include <algorithm>
#include <cmath>

#include "extract/entity/clause_walk.h"
#include "extract/entity/pronoun_candidates.h"
#include "extract/entity/pronoun_model.h"

namespace actant {
namespace {

constexpr uint32_t kWindow = 3;     // sentences before
constexpr double kLeastScore = 25;  // below, better unresolved; both chosen on the development articles

double role_score(const Token& token) {
  switch (token.deprel) {
    case Deprel::kNsubj:
    case Deprel::kNsubjPass:
    case Deprel::kNsubjOuter: return 22;
    case Deprel::kObj:
    case Deprel::kIobj:
    case Deprel::kOblAgent: return 10;
    case Deprel::kNmodPoss: return 6;
    case Deprel::kCompound:
    case Deprel::kAmod:
    case Deprel::kNmodDesc: return -18;
    case Deprel::kNmod: return 0;
    default: return 5;
  }
}

// `activists protesting the arrest of their candidate`: the noun that the clause around the pronoun modifies acts in
// it.
bool modified_by_clause(const Document& document, uint32_t noun, uint32_t pronoun) {
  uint32_t at = pronoun;
  for (int steps = 0; steps < 6 && document.tokens[at].head != kNone; ++steps) {
    const Deprel deprel = document.tokens[at].deprel;
    at = document.tokens[at].head;
    if (at == noun) return deprel == Deprel::kAcl || deprel == Deprel::kAclRelcl;
  }
  return false;
}

// `detained protesters as they protested`: who is named after the deed.
bool is_doer_of(const Document& document, uint32_t noun, uint32_t pronoun) {
  const Token& word = document.tokens[pronoun];
  if (!is_nominal_subject(word.deprel) || word.head == kNone) return false;
  std::string_view deed = document.tokens[word.head].lemma, doer = document.tokens[noun].lemma;
  if (deed.ends_with('e')) deed.remove_suffix(1);
  if (deed.size() < 4 || !doer.starts_with(deed)) return false;
  doer.remove_prefix(deed.size());
  return doer == "er" || doer == "or" || doer == "ant";
}

// `Iraqi police say`: a body of many.
bool is_many(const Document& document, const Mention& candidate, const ClusterFeatures& features) {
  return features.number == Number::kPlural ||
         (candidate.kind == MentionKind::kNominal && document.tokens[candidate.head].xpos == Xpos::kNNS);
}

double score_of(const Clusters& clusters, uint32_t pronoun, uint32_t other) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[pronoun];
  const Mention& candidate = document.mentions[other];
  const MentionInfo& info = clusters.info(pronoun);
  const MentionInfo& about = clusters.info(other);
  const ClusterFeatures& features = clusters.features(other);
  const uint32_t distance = mention.sentence - candidate.sentence;
  double score =
      50 - 16.0 * distance - (distance == 0 ? 0.25 * std::min<uint32_t>(mention.first - candidate.first, 60) : 0);
  const Token& role = document.tokens[about.outer];
  score += role_score(role);
  if (about.subject && info.subject) score += 8;
  score += 4 * std::log2(1.0 + std::min<uint32_t>(features.size, 12));
  if (features.name != kNone) score += 4;
  if (candidate.kind == MentionKind::kPronoun) score += 6;
  if (mention.number == Number::kPlural) {
    if (is_many(document, candidate, features)) {
      score += 14;
    } else if (features.type == EntityType::kOrganization) {
      score -= 8;
    }
    if (is_doer_of(document, candidate.head, mention.head)) score += 30;
  }
  if (mention.gender == Gender::kNeuter && features.type == EntityType::kPlace) score -= candidate.adjectival ? 14 : 4;
  if (mention.gender == Gender::kNeuter && features.name == kNone && features.type == EntityType::kPlace) score -= 12;
  if (distance == 0 && modified_by_clause(document, candidate.head, mention.head)) score += 20;
  // Inside a quotation `he` is hardly the speaker outside it.
  if (info.in_quote && !about.in_quote && distance == 0 && about.subject) score -= 30;
  if (!info.in_quote && about.in_quote) score -= 8;
  return score;
}

// `In his speech, Obama said`: the subject of the clause that follows.
uint32_t subject_ahead(const Clusters& clusters, uint32_t pronoun) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[pronoun];
  const uint32_t clause = clause_of(document, mention.head);
  for (uint32_t other = pronoun + 1; other < document.mentions.size(); ++other) {
    if (document.mentions[other].sentence != mention.sentence) break;
    if (!clusters.info(other).subject || document.mentions[other].kind == MentionKind::kPronoun) continue;
    const uint32_t governor = document.tokens[clusters.info(other).outer].head;
    uint32_t at = clause;
    for (int steps = 0; steps < 4 && at != kNone; ++steps, at = document.tokens[at].head) {
      if (at == governor) return may_corefer(clusters, pronoun, other) ? other : kNone;
    }
  }
  return kNone;
}

}  // namespace

bool is_open(const Clusters& clusters, uint32_t m) {
  if (clusters.features(m).name != kNone) return false;
  for (uint32_t member = clusters.next_member(m); member != m; member = clusters.next_member(member)) {
    if (member < m || clusters.info(member).pronoun != nullptr) return false;
  }
  return true;
}

bool is_he_or_she(const Clusters& clusters, uint32_t m) {
  const PronounEntry* pronoun = clusters.info(m).pronoun;
  return pronoun != nullptr && pronoun->person == '3' && is_open(clusters, m) &&
         (pronoun->gender == Gender::kMale || pronoun->gender == Gender::kFemale);
}

// The mention that the fitted model likes best, if it likes any better than none.
void PronounLinker::link_by_model(Clusters& clusters, uint32_t m) {
  find_antecedents(clusters, m, candidates_);
  if (candidates_.empty()) return;
  facts_.prepare(clusters, m, candidates_);
  uint32_t best = kNone;
  float best_score = 0;
  for (size_t n = 0; n < candidates_.size(); ++n) {
    facts_.write(n, features_);
    const float score = pronoun_score(features_);
    if (score <= best_score) continue;
    best_score = score;
    best = candidates_[n];
  }
  if (best != kNone) clusters.unite(best, m);
}

void PronounLinker::link(Clusters& clusters, SetLinker& sets, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const PronounEntry* pronoun = clusters.info(m).pronoun;
  if (is_he_or_she(clusters, m)) return link_by_model(clusters, m);
  if (pronoun == nullptr || pronoun->person != '3' || !is_open(clusters, m)) return;
  uint32_t best = kNone;
  double best_score = kLeastScore;
  for (uint32_t other = m; other-- > 0;) {
    if (mention.sentence - document.mentions[other].sentence > kWindow) break;
    if (!may_corefer(clusters, m, other)) continue;
    const double score = score_of(clusters, m, other);
    if (score > best_score) {
      best_score = score;
      best = other;
    }
  }
  const bool opens = !is_nominal_subject(document.tokens[mention.head].deprel);
  const bool here = best != kNone && document.mentions[best].sentence == mention.sentence;
  if (opens && !here && clause_of(document, mention.head) > mention.head) {
    const uint32_t ahead = subject_ahead(clusters, m);
    if (ahead != kNone) best = ahead;
  }
  if (sets.link_pronoun(clusters, m, best_score)) return;
  if (best != kNone) clusters.unite(best, m);
}

}  // namespace actant
