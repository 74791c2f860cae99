#include "extract/entity/set_linker.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "extract/entity/clause_walk.h"

namespace actant {
namespace {

constexpr uint32_t kMostMembers = 8;
constexpr uint32_t kReachOfPronoun = 2;      // sentences back
constexpr uint32_t kReachOfDescription = 4;  // sentences back

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool meets(std::string_view lemma) {
  return among(lemma, {"meet", "phone", "telephone", "host", "receive", "greet", "join", "welcome", "call", "visit"});
}

bool talks_with(std::string_view lemma) {
  return among(lemma, {"meet", "talk", "speak", "discuss", "confer", "negotiate", "consult", "agree", "work",
                       "cooperate", "huddle", "dine", "sit"});
}

bool is_meeting(std::string_view lemma) {
  return among(lemma, {"talk", "meeting", "discussion", "conversation", "negotiation", "consultation", "summit",
                       "dialogue", "call", "conference", "lunch", "dinner"});
}

bool has_preposition(const Document& document, uint32_t token, std::string_view norm) {
  const uint32_t preposition = child_with(document, token, Deprel::kCase);
  return preposition != kNone && document.tokens[preposition].norm == norm;
}

bool is_oblique(Deprel deprel) { return deprel == Deprel::kObl || deprel == Deprel::kNmod; }

bool is_actor(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kGroup ||
         type == EntityType::kPlace;
}

// The mention of `token` and of what is joined to it.
void conjuncts(const Document& document, uint32_t token, std::vector<uint32_t>& out) {
  const uint32_t own = find_mention_by_head(document, token);
  if (own == kNone) return;
  out.push_back(own);
  for (const uint32_t child : children_of(document, document.mentions[own].head)) {
    if (document.tokens[child].deprel != Deprel::kConj || document.tokens[child].upos == Upos::kVerb) continue;
    const uint32_t other = find_mention_by_head(document, child);
    if (other != kNone) out.push_back(other);
  }
}

bool alike(const Document& document, const std::vector<uint32_t>& members) {
  const EntityType type = document.mentions[members.front()].type;
  return std::all_of(members.begin(), members.end(), [&](uint32_t m) { return document.mentions[m].type == type; });
}

}  // namespace

void SetLinker::add(const Clusters& clusters, std::vector<uint32_t> members, uint32_t token) {
  const Document& document = clusters.document();
  std::vector<uint32_t> kept;
  for (const uint32_t m : members) {
    const Mention& mention = document.mentions[m];
    if (!is_actor(mention.type) || mention.adjectival) return;
    if (mention.kind == MentionKind::kPronoun && clusters.features(m).size == 1) return;
    const bool known = std::any_of(kept.begin(), kept.end(), [&](uint32_t k) { return clusters.same(k, m); });
    if (!known) kept.push_back(m);
  }
  if (kept.size() < 2 || kept.size() > kMostMembers) return;
  ActorSet set;
  set.sentence = document.mentions[kept.front()].sentence;
  for (const uint32_t m : kept) set.last = std::max(set.last, document.mentions[m].last);
  set.subject = is_nominal_subject(document.tokens[token].deprel);
  set.members = std::move(kept);
  sets_.push_back(std::move(set));
}

// `A, B and C`
void SetLinker::find_joined(const Clusters& clusters, uint32_t token) {
  const Document& document = clusters.document();
  std::vector<uint32_t> members;
  conjuncts(document, token, members);
  if (members.size() < 2) return;
  const uint32_t outer = clusters.info(members.front()).outer;
  if (document.tokens[outer].deprel == Deprel::kConj || document.tokens[outer].deprel == Deprel::kAppos) return;
  // Places are actors where they act.
  if (document.mentions[members.front()].type == EntityType::kPlace &&
      !is_nominal_subject(document.tokens[outer].deprel))
    return;
  add(clusters, std::move(members), outer);
}

// `A met B`, `A held talks with B`
void SetLinker::find_parties(const Clusters& clusters, uint32_t predicate) {
  const Document& document = clusters.document();
  const std::string_view lemma = document.tokens[predicate].lemma;
  const uint32_t subject = subject_of(document, predicate);
  if (subject == kNone) return;
  std::vector<uint32_t> members;
  conjuncts(document, subject, members);
  const size_t subjects = members.size();
  for (const uint32_t child : children_of(document, predicate)) {
    const Deprel deprel = document.tokens[child].deprel;
    if (deprel == Deprel::kObj && meets(lemma)) conjuncts(document, child, members);
    if (deprel == Deprel::kObl && talks_with(lemma) &&
        (has_preposition(document, child, "with") || has_preposition(document, child, "to")))
      conjuncts(document, child, members);
    const bool meeting = deprel == Deprel::kObj && is_meeting(document.tokens[child].lemma);
    if (!meeting) continue;
    for (const uint32_t holder : {child, predicate}) {
      for (const uint32_t party : children_of(document, holder)) {
        if (is_oblique(document.tokens[party].deprel) && has_preposition(document, party, "with"))
          conjuncts(document, party, members);
      }
    }
  }
  if (subjects == 0 || members.size() == subjects || !alike(document, members)) return;
  add(clusters, std::move(members), subject);
}

void SetLinker::find(const Clusters& clusters) {
  const Document& document = clusters.document();
  sets_.clear();
  of_.assign(document.mentions.size(), kNone);
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].upos == Upos::kVerb) find_parties(clusters, t);
    const uint32_t m = find_mention_by_head(document, t);
    if (m != kNone && document.mentions[m].head == t) find_joined(clusters, t);
  }
}

// On the scale of the pronoun linker.
double SetLinker::score_of(const Clusters& clusters, uint32_t m, const ActorSet& set) const {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  const uint32_t distance = mention.sentence - set.sentence;
  double score = 50 - 16.0 * distance;
  if (distance == 0) score -= 0.25 * std::min<uint32_t>(mention.first - set.last, 60);
  score += set.subject ? 22 : 5;
  if (set.subject && clusters.info(m).subject) score += 8;
  return score + 14 + 4 * std::log2(1.0 + std::min(set.uses, 12u));
}

void SetLinker::use(const Clusters& clusters, uint32_t m, uint32_t set) {
  of_[m] = set;
  sets_[set].sentence = clusters.document().mentions[m].sentence;
  sets_[set].last = clusters.document().mentions[m].last;
  sets_[set].subject = clusters.info(m).subject;
  ++sets_[set].uses;
}

bool SetLinker::link_pronoun(const Clusters& clusters, uint32_t m, double least) {
  const Mention& mention = clusters.document().mentions[m];
  if (mention.number != Number::kPlural) return false;
  uint32_t best = kNone;
  for (uint32_t s = 0; s < sets_.size(); ++s) {
    const ActorSet& set = sets_[s];
    if (set.last > mention.first || set.sentence > mention.sentence) continue;
    if (mention.sentence - set.sentence > kReachOfPronoun) continue;
    const double score = score_of(clusters, m, set);
    if (score <= least) continue;
    least = score;
    best = s;
  }
  if (best != kNone) use(clusters, m, best);
  return best != kNone;
}

namespace {

/// What a plural description asks of the set that it stands for.
struct Asked {
  uint32_t count = 0;  ///< members, 0 for any number
  bool definite = false;
  bool bare = true;  ///< says nothing more of them
};

Asked read_phrase(const Document& document, uint32_t head) {
  Asked asked;
  for (const uint32_t child : children_of(document, head)) {
    const Token& token = document.tokens[child];
    const bool number = token.deprel == Deprel::kNummod;
    if (token.norm == "two" || token.norm == "both") asked.count = 2;
    if (token.norm == "three") asked.count = 3;
    if (token.norm == "four") asked.count = 4;
    if (number && asked.count == 0) asked.bare = false;
    if (token.deprel == Deprel::kDet)
      asked.definite = token.norm == "the" || token.norm == "these" || token.norm == "both";
    const bool harmless = number || token.deprel == Deprel::kDet || token.deprel == Deprel::kPunct ||
                          token.deprel == Deprel::kCase || token.norm == "both" || child > head;
    if (!harmless || token.deprel == Deprel::kNmod || token.deprel == Deprel::kAclRelcl ||
        token.deprel == Deprel::kConj)
      asked.bare = false;
  }
  return asked;
}

bool names_side(std::string_view lemma) { return among(lemma, {"side", "party", "pair", "counterpart"}); }

// Whether such a noun may be said of the member.
bool may_be(const Document& document, const NounEntry* noun, std::string_view lemma, uint32_t member) {
  const EntityType type = document.mentions[member].type;
  if (names_side(lemma)) return true;
  if (noun == nullptr) return false;
  switch (noun->noun_class) {
    case NounClass::kPerson: return type == EntityType::kPerson;
    case NounClass::kOrganization:
      return type == EntityType::kOrganization || (noun->sector == "GOV" && type == EntityType::kPlace);
    case NounClass::kPlace: return type == EntityType::kPlace;
    case NounClass::kGroup: return false;
  }
  return false;
}

}  // namespace

// The same description again.
bool SetLinker::follow(const Clusters& clusters, uint32_t m) {
  for (uint32_t other = clusters.next_member(m); other != m; other = clusters.next_member(other)) {
    if (other > m || of_[other] == kNone) continue;
    use(clusters, m, of_[other]);
    return true;
  }
  return false;
}

bool SetLinker::link_description(const Clusters& clusters, uint32_t m) {
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[m];
  if (mention.number != Number::kPlural) return false;
  if (clusters.features(m).size > 1) return follow(clusters, m);
  const Asked asked = read_phrase(document, mention.head);
  if (!asked.bare || (!asked.definite && asked.count == 0)) return false;
  const std::string_view lemma = document.tokens[mention.head].lemma;
  uint32_t best = kNone;
  double best_score = 0;
  for (uint32_t s = 0; s < sets_.size(); ++s) {
    const ActorSet& set = sets_[s];
    if (set.last > mention.first || set.sentence > mention.sentence) continue;
    if (mention.sentence - set.sentence > kReachOfDescription) continue;
    if (asked.count != 0 && asked.count != set.members.size()) continue;
    const bool fits = std::all_of(set.members.begin(), set.members.end(), [&](uint32_t member) {
      return may_be(document, clusters.info(m).noun, lemma, member);
    });
    const double score = fits ? 100 + score_of(clusters, m, set) : 0;
    if (score <= best_score) continue;
    best_score = score;
    best = s;
  }
  if (best != kNone) use(clusters, m, best);
  return best != kNone;
}

}  // namespace actant
