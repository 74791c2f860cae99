#include "extract/entity/pronoun_features.h"

#include <algorithm>

#include "extract/entity/clause_walk.h"
#include "extract/entity/person_name.h"

namespace actant {
namespace {

enum Role : uint32_t {
  kSubject,
  kPassive,
  kObject,
  kAgent,
  kOblique,
  kModifier,
  kOwner,
  kApposition,
  kWord,
  kOther,
  kRoles
};

Role role_of(const Document& document, uint32_t token) {
  for (int steps = 0;
       steps < 4 && document.tokens[token].deprel == Deprel::kConj && document.tokens[token].head != kNone; ++steps)
    token = document.tokens[token].head;
  switch (document.tokens[token].deprel) {
    case Deprel::kNsubj:
    case Deprel::kNsubjOuter: return kSubject;
    case Deprel::kNsubjPass: return kPassive;
    case Deprel::kObj:
    case Deprel::kIobj: return kObject;
    case Deprel::kOblAgent: return kAgent;
    case Deprel::kObl:
    case Deprel::kOblUnmarked: return kOblique;
    case Deprel::kNmod: return kModifier;
    case Deprel::kNmodPoss: return kOwner;
    case Deprel::kAppos: return kApposition;
    case Deprel::kCompound:
    case Deprel::kAmod:
    case Deprel::kFlat:
    case Deprel::kNmodDesc: return kWord;
    default: return kOther;
  }
}

// Subject, object, owner, anything else.
uint32_t pronoun_class(Role role) {
  if (role == kSubject || role == kPassive) return 0;
  if (role == kObject || role == kOblique || role == kAgent) return 1;
  return role == kOwner ? 2 : 3;
}

uint32_t coarse(Role role) {
  static constexpr uint32_t kCoarse[kRoles] = {0, 0, 1, 1, 2, 2, 3, 4, 4, 4};
  return kCoarse[role];
}

uint32_t bucket(uint32_t count) { return count < 4 ? count : count < 7 ? 4 : count < 12 ? 5 : count < 20 ? 6 : 7; }

uint32_t tree_distance(const Document& document, uint32_t a, uint32_t b) {
  uint32_t up = 0;
  for (uint32_t x = a; x != kNone && up < 12; x = document.tokens[x].head, ++up) {
    uint32_t down = 0;
    for (uint32_t y = b; y != kNone && down < 12; y = document.tokens[y].head, ++down) {
      if (x == y) return up + down;
    }
  }
  return 12;
}

// By what the clause of the pronoun hangs on the one above it.
uint32_t link_kind(Deprel deprel) {
  switch (deprel) {
    case Deprel::kCcomp:
    case Deprel::kXcomp: return 0;
    case Deprel::kAdvcl: return 1;
    case Deprel::kAcl:
    case Deprel::kAclRelcl: return 2;
    case Deprel::kConj:
    case Deprel::kParataxis: return 3;
    default: return 4;
  }
}

// What the forename says where nothing else tells the gender: 0 nothing, 1 it agrees, 2 it contradicts. A name of one
// word may be a family name.
uint32_t forename_hint(const Document& document, const ClusterFeatures& cluster, Gender gender) {
  if (cluster.name == kNone || (cluster.gender != Gender::kUnknown && !cluster.gender_by_pronoun)) return 0;
  const Mention& name = document.mentions[cluster.name];
  const Gender forename = Gazetteer::get().forename(document.tokens[name.first].norm);
  return forename == Gender::kUnknown ? 0 : forename == gender ? 1 : 2;
}

constexpr uint32_t kConnectives = 8;

// What joins the clause of the pronoun to the one before: after `because` others are meant than after `when`.
uint32_t connective_of(const Document& document, uint32_t pronoun) {
  const uint32_t clause = clause_of(document, pronoun);
  for (const uint32_t child : children_of(document, clause)) {
    const Token& token = document.tokens[child];
    if (token.deprel != Deprel::kMark && token.deprel != Deprel::kCc && token.deprel != Deprel::kAdvmod) continue;
    const std::string_view word = token.norm;
    if (word == "because" || word == "since" || word == "as") return 1;
    if (word == "that") return 2;
    if (word == "when" || word == "while" || word == "after" || word == "before" || word == "until" || word == "once")
      return 3;
    if (word == "and") return 4;
    if (word == "but" || word == "although" || word == "though") return 5;
    if (word == "if" || word == "whether") return 6;
    if (word == "so" || word == "to") return 7;
  }
  return 0;
}

/// Hands out the numbers of the features: each group has its range.
class Writer {
 public:
  explicit Writer(std::vector<uint16_t>& out) : out_(out) { out_.clear(); }
  /// The value `value` of a group of `size`.
  void add(uint32_t value, uint32_t size) {
    out_.push_back(static_cast<uint16_t>(next_ + std::min(value, size - 1)));
    next_ += size;
  }
  /// The group does not apply.
  void skip(uint32_t size) { next_ += size; }

 private:
  std::vector<uint16_t>& out_;
  uint32_t next_ = 0;
};

}  // namespace

void PronounFeatures::count_cluster(uint32_t candidate, Facts& facts) const {
  const Document& document = clusters_->document();
  uint32_t member = candidate;
  do {
    ++facts.total;
    facts.first = facts.first || member == first_;
    if (member < pronoun_ || member == candidate) {
      ++facts.size;
      facts.subjects += clusters_->info(member).subject;
      facts.opens = facts.opens || document.mentions[member].sentence == 0;
    }
    member = clusters_->next_member(member);
  } while (member != candidate);
}

void PronounFeatures::prepare(const Clusters& clusters, uint32_t pronoun, std::span<const uint32_t> candidates) {
  clusters_ = &clusters;
  pronoun_ = pronoun;
  candidates_.assign(candidates.begin(), candidates.end());
  facts_.assign(candidates.size(), {});
  const Document& document = clusters.document();
  const Mention& mention = document.mentions[pronoun];
  last_pronoun_ = kNone;
  for (uint32_t m = pronoun; m-- > 0 && last_pronoun_ == kNone;) {
    const Mention& before = document.mentions[m];
    if (mention.sentence - before.sentence > 2) break;
    const bool alike = before.kind == MentionKind::kPronoun && before.gender == mention.gender;
    if (alike && clusters.features(m).size > 1) last_pronoun_ = m;
  }
  first_ = 0;
  while (first_ < pronoun && (document.mentions[first_].type != EntityType::kPerson ||
                              document.mentions[first_].kind != MentionKind::kName)) {
    ++first_;
  }
  most_ = 0;
  std::vector<uint32_t> seen;
  for (size_t n = 0; n < candidates.size(); ++n) {
    Facts& facts = facts_[n];
    const uint32_t root = clusters.find(candidates[n]);
    const auto known = std::find(seen.begin(), seen.end(), root);
    facts.rank = static_cast<uint32_t>(known - seen.begin());
    if (known == seen.end()) seen.push_back(root);
    count_cluster(candidates[n], facts);
    most_ = std::max(most_, facts.total);
    const uint32_t sentence = document.mentions[candidates[n]].sentence;
    for (uint32_t m = candidates[n]; m-- > 0 && document.mentions[m].sentence == sentence;)
      facts.order +=
          document.mentions[m].type == EntityType::kPerson && document.mentions[m].kind != MentionKind::kPronoun;
  }
  distinct_ = static_cast<uint32_t>(seen.size());
}

// 0 another clause, 1 subject of the pronoun's clause, 2 other argument there, 3-7 subject of a clause above (by how
// the pronoun's hangs below it), 8 other argument above.
uint32_t PronounFeatures::clause_relation(uint32_t candidate) const {
  const Document& document = clusters_->document();
  uint32_t clause = clause_of(document, document.mentions[pronoun_].head);
  if (subject_of(document, clause) == candidate) return 1;
  if (document.tokens[candidate].head == clause) return 2;
  for (int steps = 0; steps < 5; ++steps) {
    const Token& token = document.tokens[clause];
    if (token.head == kNone) return 0;
    const uint32_t above = clause_of(document, clause);
    if (subject_of(document, above) == candidate) return 3 + link_kind(token.deprel);
    if (document.tokens[candidate].head == above) return 8;
    if (above == clause) return 0;
    clause = above;
  }
  return 0;
}

void PronounFeatures::write(size_t n, std::vector<uint16_t>& out) const {
  const Document& document = clusters_->document();
  const uint32_t other = candidates_[n];
  const Facts& facts = facts_[n];
  const Mention& mention = document.mentions[pronoun_];
  const Mention& candidate = document.mentions[other];
  const MentionInfo& info = clusters_->info(pronoun_);
  const MentionInfo& about = clusters_->info(other);
  const ClusterFeatures& cluster = clusters_->features(other);
  const Role own = role_of(document, mention.head), role = role_of(document, about.outer);
  const uint32_t kind = pronoun_class(own);
  const bool ahead = other > pronoun_, here = candidate.sentence == mention.sentence;
  const uint32_t distance = ahead ? 0 : 1 + mention.sentence - candidate.sentence;  // 0 ahead, 1 here, 2-4 before
  Writer writer(out);
  writer.add(kind, 4);
  writer.add(distance, 5);
  writer.add(role, kRoles);
  writer.add((kind * 5 + distance) * 5 + coarse(role), 100);
  if (here) {
    writer.add(kind * 9 + clause_relation(about.outer), 36);
    writer.add(bucket(ahead ? candidate.first - mention.last : mention.first - candidate.last), 8);
    writer.add(tree_distance(document, mention.head, about.outer), 10);
  } else {
    writer.skip(36 + 8 + 10);
  }
  writer.add(kind * 4 + std::min(facts.rank, 3u), 16);
  writer.add(bucket(facts.size), 6);
  writer.add(facts.subjects, 4);
  writer.add(facts.opens, 2);
  const bool continues = last_pronoun_ != kNone && clusters_->same(last_pronoun_, other);
  const bool near = last_pronoun_ != kNone && document.mentions[last_pronoun_].sentence == mention.sentence;
  writer.add(last_pronoun_ == kNone ? 0 : 1 + 2 * near + continues, 5);
  const uint32_t what = candidate.kind == MentionKind::kName ? 0 : candidate.kind == MentionKind::kNominal ? 1 : 2;
  writer.add((cluster.gender == Gender::kUnknown) * 3 + what, 6);
  writer.add((cluster.name != kNone) * 2 + cluster.has_office, 4);
  writer.add(info.in_quote * 4 + about.in_quote * 2 + here, 8);
  writer.add((own == role) * 5 + distance, 10);
  writer.add(std::min(facts.order, 2u) * 5 + distance, 15);
  writer.add(distinct_, 6);
  if (ahead) {
    writer.add(kind * 3 + (about.subject ? 0 : role == kOwner ? 1 : 2), 12);
  } else {
    writer.skip(12);
  }
  writer.add(document.tokens[about.outer].deprel == Deprel::kConj, 2);
  const uint32_t governor = document.tokens[about.outer].head;
  const uint32_t holder = governor == kNone ? kNone : find_mention_by_head(document, governor);
  writer.add(holder != kNone && document.mentions[holder].type == EntityType::kPerson, 2);
  const uint32_t own_governor = document.tokens[mention.head].head;
  const bool same_governor = governor != kNone && own_governor != kNone &&
                             document.tokens[governor].lemma == document.tokens[own_governor].lemma;
  writer.add(same_governor, 2);
  const bool first_word = mention.first == document.sentences[mention.sentence].first;
  writer.add(first_word * 5 + distance, 10);
  const uint32_t words =
      cluster.name == kNone ? 0 : name_words(document.text_of(document.mentions[cluster.name].span)).size;
  writer.add(words, 4);
  writer.add(bucket(facts.total), 8);
  writer.add(kind * 2 + (facts.total == most_), 8);
  writer.add(facts.first, 2);
  const bool agrees = cluster.gender == mention.gender;
  writer.add(cluster.gender == Gender::kUnknown ? 0 : 1 + 2 * agrees + cluster.gender_by_pronoun, 5);
  writer.add(forename_hint(clusters_->document(), cluster, mention.gender) * 2 + (words == 1), 6);
  if (here && !ahead) {
    writer.add(connective_of(document, mention.head) * 3 + std::min(coarse(role), 2u), 3 * kConnectives);
  } else {
    writer.skip(3 * kConnectives);
  }
}

}  // namespace actant
