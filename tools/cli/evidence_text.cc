#include "tools/cli/evidence_text.h"

#include <algorithm>
#include <vector>

#include "tools/cli/text_format.h"

namespace actant {
namespace {

bool is_character_begin(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

/// Spans of the sentence in code points from its beginning, in order, overlapping ones joined.
std::vector<Span> marked_spans(const Evidence& evidence) {
  std::vector<Span> spans;
  for (const Span& span : {evidence.subject, evidence.object}) {
    if (span.empty() || !evidence.sentence.contains(span)) continue;
    spans.push_back({span.begin - evidence.sentence.begin, span.end - evidence.sentence.begin});
  }
  std::sort(spans.begin(), spans.end());
  if (spans.size() == 2 && spans[0].overlaps(spans[1])) {
    spans = {{spans[0].begin, std::max(spans[0].end, spans[1].end)}};
  }
  return spans;
}

/// Runs of blanks (line breaks of the article) as one blank; ends trimmed.
std::string collapsed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

std::string marked_sentence(const Evidence& evidence, Marks marks) {
  const std::string text = printable(evidence.text);
  if (marks == Marks::kPlain) return collapsed(text);
  const std::string_view open = marks == Marks::kBold ? "\033[1m" : "«";
  const std::string_view close = marks == Marks::kBold ? "\033[0m" : "»";
  const std::vector<Span> spans = marked_spans(evidence);
  std::string result;
  uint32_t position = 0;
  const auto mark_at = [&] {
    for (const Span& span : spans) {
      if (span.end == position) result += close;
    }
    for (const Span& span : spans) {
      if (span.begin == position) result += open;
    }
  };
  for (const char byte : text) {
    if (is_character_begin(byte)) {
      mark_at();
      ++position;
    }
    result += byte;
  }
  for (const Span& span : spans) {
    if (span.end >= position && span.begin < position) result += close;
  }
  return collapsed(result);
}

std::string relation_shown(const Edge& edge) {
  std::string shown = edge.key.negated ? "not " : "";
  shown += relation_info(edge.key.relation).id;
  if (!edge.open_lemma.empty()) shown += ":" + edge.open_lemma;
  if (edge.key.modality != Modality::kActual) shown += " (" + std::string(modality_name(edge.key.modality)) + ")";
  return shown;
}

std::string edge_line(const ShownEdge& shown, NodeNames& names) {
  return names.shown(shown.subject()) + "  " + relation_shown(shown.edge) + "  " + names.shown(shown.object());
}

std::string article_line(const Article& article) {
  std::string line = article.info.date.empty() ? "undated" : article.info.date;
  if (!article.info.source.empty()) line += " · " + article.info.source;
  line += " · " + (article.info.title.empty() ? article.info.id : article.info.title);
  if (!article.info.url.empty()) line += " · " + article.info.url;
  return printable(line);
}

std::string place_line(const Evidence& evidence, const Article& article) {
  return "characters " + std::to_string(evidence.sentence.begin) + "-" + std::to_string(evidence.sentence.end) +
         " of " + printable(article.info.origin);
}

std::string qualifier_line(const Evidence& evidence, NodeNames& names) {
  std::string line;
  const auto add = [&](std::string_view word, const std::string& value) {
    if (!line.empty()) line += "; ";
    line.append(word).append(" ").append(value);
  };
  if (evidence.attributed_to) add("according to", names.shown(evidence.attributed_to));
  if (!evidence.time.empty()) add("time", evidence.time);
  if (evidence.place) add("place", names.shown(evidence.place));
  if (!evidence.title.empty()) add("title", printable(evidence.title));
  return line;
}

}  // namespace actant
