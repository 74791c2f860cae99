#include "extract/relation/topic_link.h"

#include "extract/entity/clause_walk.h"
#include "extract/entity/description_match.h"
#include "extract/entity/noun_phrase.h"
#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

bool is_complement(const Token& token, uint32_t noun) {
  return token.head == noun && (is_nominal_modifier(token.deprel) || token.deprel == Deprel::kNmodPoss ||
                                token.deprel == Deprel::kAcl || token.deprel == Deprel::kAclRelcl);
}

uint32_t owner_entity(const Document& document, uint32_t noun) {
  const uint32_t owner = owner_of(document, noun);
  return owner == kNone ? kNone : find_entity_by_head(document, owner);
}

// Whether each complement of `noun` (`with Iran`, `to leave`) stands at `other` too.
bool adds_no_complement(const Document& document, uint32_t noun, uint32_t other) {
  for (const uint32_t child : children_of(document, noun)) {
    const Token& word = document.tokens[child];
    if (!is_complement(word, noun)) continue;
    bool found = false;
    for (const uint32_t known : children_of(document, other)) {
      if (!is_complement(document.tokens[known], other)) continue;
      const uint32_t entity = find_entity_by_head(document, child);
      found = found || document.tokens[known].lemma == word.lemma ||
              (entity != kNone && entity == find_entity_by_head(document, known));
    }
    if (!found) return false;
  }
  return true;
}

bool is_definite(const Document& document, uint32_t noun) {
  const uint32_t determiner = child_with(document, noun, Deprel::kDet);
  return determiner != kNone && is_one_of(document.tokens[determiner].norm, {"the", "this", "that", "these", "those"});
}

bool means_again(const Document& document, const Mention& mention, const Mention& earlier) {
  if (earlier.number != mention.number || earlier.head >= mention.head) return false;
  if (document.tokens[earlier.head].lemma != document.tokens[mention.head].lemma) return false;
  const bool adds = adds_words_in_front(document, mention, earlier);
  const uint32_t owner = owner_entity(document, mention.head);
  if (owner != kNone && owner == owner_entity(document, earlier.head))
    return !adds || !adds_words_in_front(document, earlier, mention);
  return !adds && is_definite(document, mention.head) && adds_no_complement(document, mention.head, earlier.head);
}

}  // namespace

uint32_t same_topic(const Document& document, uint32_t mention) {
  const Mention& phrase = document.mentions[mention];
  uint32_t nearest = kNone, found = kNone;
  for (uint32_t e = 0; e < document.entities.size(); ++e) {
    const DocumentEntity& entity = document.entities[e];
    if (entity.type != EntityType::kTopic || e == phrase.entity) continue;
    for (const uint32_t m : entity.mentions) {
      const Mention& earlier = document.mentions[m];
      if ((nearest != kNone && earlier.head <= nearest) || !means_again(document, phrase, earlier)) continue;
      nearest = earlier.head;
      found = e;
    }
  }
  return found;
}

void join_newest_topic(Document& document, uint32_t mention, uint32_t entity) {
  document.mentions[mention].entity = entity;
  document.entities[entity].mentions.push_back(mention);
  document.entities.pop_back();
}

}  // namespace actant
