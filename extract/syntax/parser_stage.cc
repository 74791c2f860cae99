#include "extract/syntax/parser_stage.h"

#include "extract/nn/features.h"
#include "extract/syntax/relation_repair.h"

namespace actant {
namespace {

std::optional<EntityType> entity_type(std::string_view name) {
  if (name == "PER") return EntityType::kPerson;
  if (name == "ORG") return EntityType::kOrganization;
  if (name == "LOC") return EntityType::kPlace;
  if (name == "NORP") return EntityType::kGroup;
  if (name == "EVENT") return EntityType::kEvent;
  return std::nullopt;
}

}  // namespace

SyntaxLabels::SyntaxLabels(const JointNetwork& network) : lemmatizer(network.labels(LabelLayer::kLemma)) {
  for (const std::string& label : network.labels(LabelLayer::kUpos)) upos.push_back(parse_upos(label));
  for (const std::string& label : network.labels(LabelLayer::kXpos)) xpos.push_back(parse_xpos(label));
  for (const std::string& label : network.labels(LabelLayer::kDeprel)) deprel.push_back(parse_deprel(label));
  for (const std::string& label : network.name_types()) name_type.push_back(entity_type(label));
}

ParserStage::ParserStage(std::shared_ptr<const JointNetwork> network)
    : network_(std::move(network)), labels_(std::make_shared<SyntaxLabels>(*network_)) {}

ParserStage::ParserStage(std::shared_ptr<const JointNetwork> network, std::shared_ptr<const SyntaxLabels> labels)
    : network_(std::move(network)), labels_(std::move(labels)) {}

void ParserStage::process(Document& document) {
  forms_.clear();
  ranges_.clear();
  for (const Token& token : document.tokens) forms_.push_back(token.form);
  for (const Sentence& sentence : document.sentences) ranges_.push_back({sentence.first, sentence.last});
  network_->analyze(forms_, ranges_, analysis_, scratch_);
  fill_tokens(document);
  document.index_children();
  repair_relations(document);
  add_mentions(document);
}

// Puts into text_ the lemma of the likeliest rule that makes a word; rules alone make `adde` of `added` and `m` of
// `met`. Names may be unknown words.
void ParserStage::choose_lemma(const Token& token, std::span<const uint16_t> rules) {
  const Lemmatizer& lemmatizer = labels_->lemmatizer;
  lemmatizer.apply(rules[0], token.form, text_);
  if (token.upos == Upos::kPropn || !network_->input_layer().knows(token.norm)) return;
  const auto is_word = [&] {
    normalize_form(text_, norm_);
    if (loses_consonant(token.norm, norm_)) return false;
    return network_->input_layer().knows(norm_) && (norm_.size() > 1 || token.norm.size() < 3);
  };
  for (const uint16_t rule : rules) {
    lemmatizer.apply(rule, token.form, text_);
    if (is_word()) return;
  }
  lemmatizer.apply(rules[0], token.form, text_);
}

void ParserStage::fill_tokens(Document& document) {
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    Token& token = document.tokens[i];
    if (token.norm.empty()) {
      normalize_form(token.form, text_);
      token.norm = document.arena.store(text_);
    }
    token.upos = labels_->upos[analysis_.upos[i]];
    token.xpos = labels_->xpos[analysis_.xpos[i]];
    choose_lemma(token, analysis_.lemma_choices[i]);
    // `gunmen` is a word of the vocabulary, but no lemma.
    if (token.xpos == Xpos::kNNS && text_.ends_with("men")) text_[text_.size() - 2] = 'a';
    token.lemma = document.arena.store(text_);
    token.deprel = labels_->deprel[analysis_.deprel[i]];
    token.head = analysis_.head[i] == JointAnalysis::kRoot ? kNone : analysis_.head[i];
  }
}

void ParserStage::add_mentions(Document& document) const {
  uint32_t sentence = 0;
  for (const NameSpan& name : analysis_.names) {
    const std::optional<EntityType> type = labels_->name_type[name.type];
    if (!type) continue;
    while (document.sentences[sentence].last <= name.first) ++sentence;
    Mention mention;
    mention.span = {document.tokens[name.first].span.begin, document.tokens[name.last - 1].span.end};
    mention.sentence = sentence;
    mention.first = name.first;
    mention.last = name.last;
    mention.head = head_of_span(document, name.first, name.last);
    mention.type = *type;
    mention.score = name.probability;
    document.mentions.push_back(mention);
  }
}

uint32_t head_of_span(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t head = document.tokens[i].head;
    if (head == kNone || head < first || head >= last) return i;
  }
  return first;  // not reached in a tree
}

}  // namespace actant
