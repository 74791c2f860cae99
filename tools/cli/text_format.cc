#include "tools/cli/text_format.h"

#include <utf8proc.h>

#include <algorithm>
#include <cmath>

namespace actant {
namespace {

/// Decodes the character at `position` and moves behind it; -1 for a broken byte.
utf8proc_int32_t next_character(std::string_view text, size_t& position) {
  utf8proc_int32_t character = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + position);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - position), &character);
  position += size > 0 ? static_cast<size_t>(size) : 1;
  return size > 0 ? character : -1;
}

/// Line breaks, C0 and C1 controls, and the bidirectional overrides that make a line read as something else.
bool is_control(utf8proc_int32_t character) {
  return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x2028 || character == 0x2029 ||
         (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

std::string padded(const std::string& cell, size_t width, Table::Align align) {
  const size_t own = display_width(cell);
  const std::string blanks(width > own ? width - own : 0, ' ');
  return align == Table::Align::kLeft ? cell + blanks : blanks + cell;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const auto character = next_character(text, i);
    if (is_control(character)) {
      result += ' ';
    } else {
      result += text.substr(begin, i - begin);
    }
  }
  return result;
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const auto character = next_character(text, i);
    width += character < 0 ? 1 : static_cast<size_t>(std::max(0, utf8proc_charwidth(character)));
  }
  return width;
}

std::string fit_width(std::string_view text, size_t width) {
  if (display_width(text) <= width) return std::string(text);
  size_t end = 0;
  size_t used = 0;
  for (size_t i = 0; i < text.size();) {
    const auto character = next_character(text, i);
    used += character < 0 ? 1 : static_cast<size_t>(std::max(0, utf8proc_charwidth(character)));
    if (used + 1 > width) break;
    end = i;
  }
  return std::string(text.substr(0, end)) + (width > 0 ? "…" : "");
}

std::string with_commas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string count_of(uint64_t number, std::string_view singular, std::string_view plural) {
  std::string result = with_commas(number) + " ";
  if (number == 1) return result += singular;
  return plural.empty() ? result.append(singular).append("s") : result.append(plural);
}

std::string duration(double seconds) {
  const auto whole = static_cast<uint64_t>(std::max(0.0, seconds) + 0.5);
  const auto two = [](uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + two(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + two(whole / 60 % 60) + " min";
}

std::string fraction(double value) {
  // To four digits first: the store keeps 0.9 as something just below it.
  const auto hundredths = static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * 10000) / 100);
  if (hundredths == 100) return "1.00";
  return (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
}

std::string date_range(std::string_view first, std::string_view last) {
  if (first.empty() && last.empty()) return "undated";
  if (first.empty() || last.empty() || first == last) return std::string(first.empty() ? last : first);
  return std::string(first) + " to " + std::string(last);
}

void Table::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string Table::render(size_t width, size_t indent) const {
  std::vector<size_t> widths;
  size_t total = indent + 2 * (columns_.size() - 1);
  for (size_t c = 0; c < columns_.size(); ++c) {
    size_t widest = display_width(columns_[c].header);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[c]));
    widths.push_back(widest);
    total += widest;
  }
  for (size_t c = columns_.size(); width != 0 && c-- > 0;) {
    if (columns_[c].most == 0 || total <= width || widths[c] <= columns_[c].most) continue;
    const size_t least = std::max(columns_[c].most, display_width(columns_[c].header));
    const size_t wanted = widths[c] - std::min(widths[c], total - width);
    const size_t now = std::max(least, wanted);
    total -= widths[c] - now;
    widths[c] = now;
  }
  std::string result;
  const auto add_line = [&](const auto& cell_of) {
    std::string line(indent, ' ');
    for (size_t c = 0; c < columns_.size(); ++c) {
      if (c > 0) line += "  ";
      line += padded(fit_width(cell_of(c), widths[c]), widths[c], columns_[c].align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    result += line + "\n";
  };
  const bool has_header =
      std::any_of(columns_.begin(), columns_.end(), [](const Column& column) { return !column.header.empty(); });
  if (has_header) add_line([&](size_t c) { return columns_[c].header; });
  for (const auto& row : rows_) add_line([&](size_t c) { return row[c]; });
  return result;
}

}  // namespace actant
