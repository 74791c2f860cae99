#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/confidence.h"

namespace actant {
namespace {

std::string log_odds(float probability) {
  const double p = std::clamp(double{probability}, 0.02, 0.98);
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3f", std::log(p / (1 - p)));
  return text.data();
}

/// `visit` of `visit: to a place`, `quote-said`: names of rules hold no blank in a feature.
std::string rule_name(std::string_view rule) {
  std::string name(rule);
  std::ranges::replace(name, ' ', '-');
  return name;
}

uint32_t distance(const Mention& mention, uint32_t token) {
  if (token < mention.first) return mention.first - token;
  return token >= mention.last ? token - mention.last + 1 : 0;
}

/// The mention of the entity that is nearest to the predicate in its sentence, or nullptr.
const Mention* nearest_mention(const Document& document, uint32_t entity, uint32_t sentence, uint32_t token) {
  const Mention* nearest = nullptr;
  for (const uint32_t m : document.entities[entity].mentions) {
    const Mention& mention = document.mentions[m];
    if (mention.sentence != sentence) continue;
    if (nearest == nullptr || distance(mention, token) < distance(*nearest, token)) nearest = &mention;
  }
  return nearest;
}

void add_argument(const Document& document, const Triple& triple, uint32_t entity, const std::string& place,
                  std::string& out) {
  if (entity >= document.entities.size()) return;
  const DocumentEntity& node = document.entities[entity];
  out += " " + place + "-type:" + std::string(entity_type_name(node.type));
  if (!node.named) out += " " + place + "-unnamed";
  if (node.mentions.size() == 1) out += " " + place + "-once";
  if (triple.predicate == kNone) return;
  const uint32_t sentence = sentence_of(document, triple.predicate);
  const Mention* mention = nearest_mention(document, entity, sentence, triple.predicate);
  if (mention == nullptr) {
    out += " " + place + "-elsewhere";
    return;
  }
  out += " " + place + ":" + std::string(mention_kind_name(mention->kind));
  if (mention->adjectival) out += " " + place + "-adjectival";
  const uint32_t apart = distance(*mention, triple.predicate);
  out += " " + place + (apart <= 3 ? "-near" : apart <= 8 ? "-middle" : apart <= 16 ? "-far" : "-very-far");
}

/// Long articles have more actors to take for one another: log of the length over that of a news item of 250 words.
std::string length_of(const Document& document) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.2f",
                std::log(static_cast<double>(std::max<size_t>(document.text.size(), 200)) / 1500));
  return text.data();
}

}  // namespace

std::string confidence_features(const Document& document, const Triple& triple) {
  const std::string relation(relation_info(triple.relation).id);
  std::string out = "prior=" + log_odds(triple.confidence);
  out += " length=" + length_of(document);
  out += " relation:" + relation;
  out += " rule:" + rule_name(triple.rule);
  out += relation_info(triple.relation).fact        ? " fact"
         : triple.relation == RelationType::kStated ? " speech"
                                                    : " event";
  add_argument(document, triple, triple.subject, "subject", out);
  if (triple.relation == RelationType::kStated) {
    const uint32_t bytes =
        triple.object < document.statements.size() ? document.statements[triple.object].span.size() : 0;
    out += bytes < 40 ? " statement:short" : bytes < 160 ? " statement:middle" : " statement:long";
  } else if (triple.relation != RelationType::kAlsoKnownAs) {
    add_argument(document, triple, triple.object, "object", out);
  }
  out += " evidence:" + std::to_string(std::min<size_t>(triple.evidence.size(), 3));
  out += triple.pair_probability < 0 ? " pair:not-asked" : " pair=" + log_odds(triple.pair_probability);
  if (triple.negated) out += " negated";
  out += " modality:" + std::string(modality_name(triple.modality));
  if (triple.attributed_to != kNone) out += " attributed";
  if (!triple.time.empty()) out += " dated";
  if (triple.predicate != kNone) {
    out += " at:" + std::string(deprel_name(document.tokens[triple.predicate].deprel));
    out += " word:" + std::string(upos_name(document.tokens[triple.predicate].upos));
    const Sentence& sentence = document.sentences[sentence_of(document, triple.predicate)];
    out += " sentence:" + std::to_string(std::min(sentence.size() / 10, 5U));
    if (sentence.title) out += " title";
  }
  return out;
}

}  // namespace actant
