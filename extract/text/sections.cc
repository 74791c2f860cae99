#include "extract/text/sections.h"

namespace actant {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// Where the first section of `text` ends, which is longer than `most`.
size_t section_end(std::string_view text, size_t most) {
  const std::string_view window = text.substr(0, most);
  for (const std::string_view separator : {"\n\n", "\n", ". ", " "}) {
    const size_t found = window.rfind(separator);
    if (found != std::string_view::npos && found + separator.size() > most / 2) return found + separator.size();
  }
  size_t end = most;
  while (end > most - 4 && continues(text[end])) --end;
  return continues(text[end]) ? most : end;  // four continuation bytes in a row are no UTF-8 anyway
}

}  // namespace

std::vector<std::string_view> cut_sections(std::string_view text, size_t most) {
  std::vector<std::string_view> sections;
  while (text.size() > most) {
    const size_t end = section_end(text, most);
    sections.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (!text.empty() || sections.empty()) sections.push_back(text);
  return sections;
}

}  // namespace actant
