#include "extract/syntax/lemmatizer.h"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>

#include "graph/model/error.h"

namespace actant {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// Appends `text` in simple lower case; broken bytes stay as they are.
void append_lower(std::string_view text, std::string& out) {
  for (size_t i = 0; i < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i]);
      ++i;
      continue;
    }
    utf8proc_int32_t code_point = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                       static_cast<utf8proc_ssize_t>(text.size() - i), &code_point);
    if (used <= 0) {
      out.push_back(text[i++]);
      continue;
    }
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(utf8proc_tolower(code_point), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(count));
    i += static_cast<size_t>(used);
  }
}

/// `text` without its first `prefix` and last `suffix` code points, which it has.
std::string_view trim(std::string_view text, size_t prefix, size_t suffix) {
  for (; prefix > 0; --prefix) {
    do text.remove_prefix(1);
    while (!text.empty() && continues(text.front()));
  }
  while (suffix > 0) {
    if (!continues(text.back())) --suffix;
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

Lemmatizer::Lemmatizer(const std::vector<std::string>& rules) {
  rules_.reserve(rules.size());
  for (const std::string& rule : rules) rules_.push_back(parse(rule));
}

Lemmatizer::Rule Lemmatizer::parse(const std::string& text) {
  Rule rule;
  if (text.size() > 1 && text[0] == '=') {
    rule.whole = true;
    rule.text = text.substr(1);
    return rule;
  }
  const char* const end = text.data() + text.size();
  const auto number = [&](const char* from, uint32_t& to) -> const char* {
    const auto [stop, error] = std::from_chars(from, end, to);
    return error == std::errc() && stop != end && *stop == '|' ? stop + 1 : nullptr;
  };
  const bool kind = text.size() > 2 && (text[0] == 'l' || text[0] == 'k') && text[1] == '|';
  const char* next = kind ? number(text.data() + 2, rule.prefix) : nullptr;
  if (next != nullptr) next = number(next, rule.suffix);
  if (next == nullptr) throw CorruptData("lemma rule: found '" + text + "', expected K|A|B|C or =TEXT");
  rule.lower = text[0] == 'l';
  rule.text.assign(next, end);
  return rule;
}

void Lemmatizer::apply(size_t index, std::string_view form, std::string& lemma) const {
  const Rule& rule = rules_[index];
  lemma.clear();
  if (rule.whole) {
    lemma = rule.text;
    return;
  }
  const size_t code_points = form.size() - static_cast<size_t>(std::count_if(form.begin(), form.end(), continues));
  const size_t removed = size_t{rule.prefix} + rule.suffix;
  const bool fits = removed < code_points || (removed == code_points && !rule.text.empty());
  const std::string_view kept = fits ? trim(form, rule.prefix, rule.suffix) : form;
  if (rule.lower) {
    append_lower(kept, lemma);
  } else {
    lemma.assign(kept);
  }
  if (fits) lemma += rule.text;
}

bool loses_consonant(std::string_view norm, std::string_view lemma) {
  if (lemma.empty() || !norm.starts_with(lemma)) return false;
  const std::string_view rest = norm.substr(lemma.size());
  if (rest.size() < 2 || (rest.substr(1) != "ed" && rest.substr(1) != "ing")) return false;
  const bool doubled = rest[0] == lemma.back() || (rest[0] == 'k' && lemma.back() == 'c');
  return std::string_view("aeiou").find(rest[0]) == std::string_view::npos && !doubled;
}

}  // namespace actant
