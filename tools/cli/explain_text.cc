#include "tools/cli/explain_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "extract/entity/noun_phrase.h"
#include "extract/relation/confidence.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

// Parts of the log-odds smaller than this explain nothing.
constexpr float kLeastShown = 0.05f;

/// Words that are shown beside the word they belong to instead of on a line of their own.
bool is_function_word(const Document& document, uint32_t token) {
  if (!children_of(document, token).empty() && document.tokens[token].deprel != Deprel::kCase) return false;
  switch (document.tokens[token].deprel) {
    case Deprel::kCase:
    case Deprel::kDet:
    case Deprel::kDetPredet:
    case Deprel::kAux:
    case Deprel::kAuxPass:
    case Deprel::kCop:
    case Deprel::kMark:
    case Deprel::kCc:
    case Deprel::kCcPreconj:
    case Deprel::kPunct:
    case Deprel::kCompoundPrt:
    case Deprel::kFlat:
    case Deprel::kFixed:
    case Deprel::kExpl:
    case Deprel::kGoeswith: return true;
    default: return false;
  }
}

std::string signed_number(float value) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%+.2f", static_cast<double>(value));
  return text.data();
}

std::string padded(std::string text, size_t width) {
  const size_t shown = display_width(text);
  if (shown < width) text.append(width - shown, ' ');
  return text;
}

void add_number(std::string& out, const char* name, uint32_t value) {
  out += name;
  out += std::to_string(value);
}

}  // namespace

std::string rule_shown(const Triple& triple) { return printable(triple.rule); }

ExplainText::ExplainText(const Document& document, const ExplainOptions& options)
    : document_(document), options_(options) {}

std::string ExplainText::bold(const std::string& text) const {
  return options_.color ? "\033[1m" + text + "\033[0m" : text;
}

std::string ExplainText::dim(const std::string& text) const {
  return options_.color ? "\033[2m" + text + "\033[0m" : text;
}

std::string ExplainText::render() {
  std::string out;
  add_header(out);
  if (options_.sentence == 0) add_entities(out);
  for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
    if (options_.sentence == 0 || options_.sentence == s + 1) add_sentence(s, out);
  }
  return out;
}

void ExplainText::add_header(std::string& out) const {
  const ArticleInfo& info = document_.info;
  std::string line = info.id;
  for (const std::string* part : {&info.date, &info.source, &info.title}) {
    if (!part->empty()) line += " · " + *part;
  }
  out += bold("# " + printable(line)) + "\n";
}

std::string ExplainText::entity(uint32_t index) const {
  if (index >= document_.entities.size()) return "?";
  return printable(document_.entities[index].name) + dim(" e" + std::to_string(index + 1));
}

void ExplainText::add_entities(std::string& out) const {
  out += "\nentities\n";
  for (uint32_t e = 0; e < document_.entities.size(); ++e) {
    const DocumentEntity& node = document_.entities[e];
    out += "  " + padded("e" + std::to_string(e + 1), 5) + padded(std::string(entity_type_name(node.type)), 14);
    out += bold(printable(node.name));
    if (!node.country.empty()) out += " " + std::string(node.country);
    if (!node.sector.empty()) out += " " + std::string(node.sector);
    out += "\n       ";
    for (const uint32_t m : node.mentions) {
      const Mention& mention = document_.mentions[m];
      out += " [" + std::to_string(mention.sentence + 1) + "] " + printable(document_.text_of(mention.span));
      if (mention.kind != MentionKind::kName) out += dim(" (" + std::string(mention_kind_name(mention.kind)) + ")");
      out += m == node.mentions.back() ? "\n" : ";";
    }
    if (node.mentions.empty()) out += "\n";
  }
}

std::string ExplainText::mentions_of(uint32_t first, uint32_t last) const {
  std::string out;
  for (uint32_t m = 0; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.head < first || mention.head >= last || mention.entity == kNone) continue;
    if (!out.empty()) out += ", ";
    out += "e" + std::to_string(mention.entity + 1) + " " + std::string(mention_kind_name(mention.kind));
    if (mention.last - mention.first > 1) out += " ‹" + printable(document_.text_of(mention.span)) + "›";
  }
  return out;
}

// The word with its function words, in the order of the text, itself standing out: `in the [city]`.
std::string ExplainText::words_of(uint32_t token) const {
  std::vector<uint32_t> words{token};
  for (size_t at = 0; at < words.size(); ++at) {
    for (const uint32_t child : children_of(document_, words[at])) {
      if (is_function_word(document_, child) && document_.tokens[child].upos != Upos::kPunct) words.push_back(child);
    }
  }
  std::ranges::sort(words);
  std::string out;
  for (const uint32_t word : words) {
    if (!out.empty()) out += ' ';
    const std::string form = printable(document_.tokens[word].form);
    out += word == token ? bold(form) : words.size() > 1 ? dim(form) : form;
  }
  return out;
}

void ExplainText::add_tree(uint32_t token, uint32_t depth, std::string& out) const {
  constexpr uint32_t kDeepest = 40;  // columns are few; deeper words stay at this depth
  const Token& word = document_.tokens[token];
  out += "  " + std::string(2 * std::min(depth, kDeepest), ' ') + std::string(deprel_name(word.deprel)) + "  ";
  out += words_of(token) + dim("  " + printable(word.lemma) + " " + std::string(xpos_name(word.xpos)));
  const std::string mentions = mentions_of(token, token + 1);
  if (!mentions.empty()) out += "  = " + mentions;
  out += "\n";
}

void ExplainText::add_tokens(const Sentence& sentence, std::string& out) const {
  Table table({{"", Table::Align::kRight},
               {"form"},
               {"lemma"},
               {"upos"},
               {"tag"},
               {"head", Table::Align::kRight},
               {"relation"},
               {"mention"}});
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& word = document_.tokens[t];
    const uint32_t head = word.head == kNone ? 0 : word.head - sentence.first + 1;
    table.add_row({std::to_string(t - sentence.first + 1), printable(word.form), printable(word.lemma),
                   std::string(upos_name(word.upos)), std::string(xpos_name(word.xpos)), std::to_string(head),
                   std::string(deprel_name(word.deprel)), mentions_of(t, t + 1)});
  }
  out += table.render(0, 2);
}

void ExplainText::add_sentence(uint32_t index, std::string& out) const {
  const Sentence& sentence = document_.sentences[index];
  out += "\n" + bold("[" + std::to_string(index + 1) + "]") + (sentence.title ? " (headline) " : " ");
  out += bold(printable(document_.text_of(sentence.span))) + "\n";
  if (options_.tokens) {
    add_tokens(sentence, out);
  } else {
    // Depth first, each word's dependents by position; without recursion, since broken parses can be deep.
    std::vector<std::pair<uint32_t, uint32_t>> open;
    for (uint32_t t = sentence.last; t-- > sentence.first;) {
      if (document_.tokens[t].head == kNone) open.emplace_back(t, 0);
    }
    while (!open.empty()) {
      const auto [token, depth] = open.back();
      open.pop_back();
      add_tree(token, depth, out);
      const auto children = children_of(document_, token);
      for (size_t c = children.size(); c-- > 0;) {
        if (!is_function_word(document_, children[c])) open.emplace_back(children[c], depth + 1);
      }
    }
  }
  for (const Triple& triple : document_.triples) {
    if (!triple.evidence.empty() && std::ranges::find(triple.evidence, index) != triple.evidence.end()) {
      add_triple(triple, index, out);
    }
  }
}

std::string ExplainText::object_of(const Triple& triple) const {
  if (triple.relation == RelationType::kStated) {
    if (triple.object >= document_.statements.size()) return "?";
    return "“" + printable(document_.text_of(document_.statements[triple.object].span)) + "”";
  }
  if (triple.relation == RelationType::kAlsoKnownAs) return "“" + printable(triple.text_object) + "”";
  return entity(triple.object);
}

std::string ExplainText::qualifiers_of(const Triple& triple) const {
  std::string out;
  if (triple.negated) out += "; negated";
  if (triple.modality != Modality::kActual) out += "; " + std::string(modality_name(triple.modality));
  if (triple.attributed_to != kNone) out += "; according to " + entity(triple.attributed_to);
  if (!triple.time.empty()) out += "; time " + printable(triple.time);
  if (triple.place != kNone) out += "; place " + entity(triple.place);
  if (!triple.title.empty()) out += "; title " + printable(triple.title);
  return out;
}

void ExplainText::add_triple(const Triple& triple, uint32_t sentence, std::string& out) const {
  const bool open = triple.relation == RelationType::kOpen;
  const std::string relation =
      open ? "open:" + printable(triple.open_lemma) : std::string(relation_info(triple.relation).id);
  out += "  → " + entity(triple.subject) + "  " + bold(relation) + "  " + object_of(triple) + "  " +
         fraction(static_cast<double>(triple.confidence)) + qualifiers_of(triple) + "\n";
  if (triple.evidence.front() != sentence) {
    add_number(out, "      also read here; explained at sentence ", triple.evidence.front() + 1);
    out += "\n";
    return;
  }
  out += dim("      by ") + rule_shown(triple);
  if (triple.predicate != kNone && triple.predicate < document_.tokens.size()) {
    const uint32_t home = sentence_of(document_, triple.predicate);
    out += dim(" at ") + "‘" + printable(document_.tokens[triple.predicate].form) + "’";
    add_number(out, " (word ", triple.predicate - document_.sentences[home].first + 1);
    if (home != sentence) add_number(out, " of sentence ", home + 1);
    out += ")";
  }
  out += "\n";
  if (triple.features.empty()) return;
  auto parts = (open ? ConfidenceModel::open() : ConfidenceModel::relations()).contributions(triple.features);
  std::erase_if(parts, [](const ConfidenceWeight& part) { return std::abs(part.weight) < kLeastShown; });
  std::ranges::stable_sort(parts, [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
  std::string line = "      score";
  for (const ConfidenceWeight& part : parts) line += " " + std::string(part.feature) + " " + signed_number(part.weight);
  out += dim(printable(line)) + "\n";
}

}  // namespace actant
