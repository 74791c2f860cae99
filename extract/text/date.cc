#include "extract/text/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace actant {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<std::string> make(int year, int month = 0, int day = 0) {
  if (year < 1000 || year > 2999 || month < 0 || month > 12) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (day < 0 || (month > 0 && day > days_in_month(year, month))) return std::nullopt;
  std::array<char, 40> text;
  if (day > 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  } else if (month > 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d", year, month);
  } else {
    std::snprintf(text.data(), text.size(), "%04d", year);
  }
  return text.data();
}

// Civil date of a day number (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
std::optional<std::string> from_days(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(days - era * 146097);
  const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return make(static_cast<int>(year_of_era + era * 400) + (month <= 2), month, day);
}

std::optional<std::string> all_digits(std::string_view text) {
  if (text.size() == 4) return make(number(text));
  if (text.size() == 8 || text.size() == 14) {
    if (auto date = make(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)))) return date;
  }
  if (text.size() >= 9 && text.size() <= 13) {
    int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.size() >= 12) seconds /= 1000;
    return from_days(seconds / 86400);
  }
  return std::nullopt;
}

// The basic form of ISO 8601 with a time of day or a zone: `20250803T101500Z`, `20250803101500+0100`, `20250803 10:15`.
std::optional<std::string> basic_form(std::string_view text) {
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if ((digits != 8 && digits != 12 && digits != 14) || digits == text.size()) return std::nullopt;
  if (std::string_view("TtZz +-").find(text[digits]) == std::string_view::npos) return std::nullopt;
  return all_digits(text.substr(0, 8));
}

struct Part {
  std::string_view text;
  int value;   // of digits or of a month name
  bool month;  // a month name
};

// Numbers and month names in order; ordinal endings, weekday names and the time of day fall away.
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (size_t i = 0; i < text.size() && parts.size() < 4;) {
    size_t end = i;
    if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      if (end < text.size() && text[end] == ':') break;  // the time of day begins
      parts.push_back({text.substr(i, end - i), number(text.substr(i, end - i)), false});
    } else if (is_letter(text[i])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      const std::string_view word = text.substr(i, end - i);
      if (const int month = month_of(word)) parts.push_back({word, month, true});
      if (word == "T") break;
    } else {
      ++end;
    }
    i = end;
  }
  return parts;
}

bool is_numeric(const std::vector<Part>& parts) {
  return parts.size() >= 3 && !parts[0].month && !parts[1].month && !parts[2].month && parts[2].text.size() == 4 &&
         parts[0].text.size() <= 2 && parts[1].text.size() <= 2;
}

// `26 Feb 87` of RFC 822: two digits mean 1950 to 2049 (RFC 2822, 4.3).
int short_year(const Part& part) { return part.value + (part.value < 50 ? 2000 : 1900); }

std::optional<std::string> from_parts(const std::vector<Part>& parts, char separator, DayMonthOrder order) {
  const auto is_year = [](const Part& part) { return !part.month && part.text.size() == 4; };
  if (parts.empty()) return std::nullopt;
  if (parts.size() >= 3) {
    const Part &a = parts[0], &b = parts[1], &c = parts[2];
    if (is_year(a) && !c.month) return make(a.value, b.value, c.value);
    if (b.month && is_year(c)) return make(c.value, b.value, a.value);
    if (a.month && is_year(c)) return make(c.value, a.value, b.value);
    if (is_year(c) && !a.month && !b.month) {
      // d.m.y is never American; d/m/y is decided by what is possible.
      if (separator == '.' || a.value > 12 || a.value == b.value) return make(c.value, b.value, a.value);
      if (b.value > 12) return make(c.value, a.value, b.value);
      if (order == DayMonthOrder::kDayFirst) return make(c.value, b.value, a.value);
      if (order == DayMonthOrder::kMonthFirst) return make(c.value, a.value, b.value);
    }
    if (!a.month && b.month && !c.month && c.text.size() == 2) return make(short_year(c), b.value, a.value);
    return std::nullopt;
  }
  if (parts.size() == 2) {
    if (is_year(parts[0])) return make(parts[0].value, parts[1].value);
    if (is_year(parts[1]) && parts[0].month) return make(parts[1].value, parts[0].value);
  }
  return std::nullopt;
}

}  // namespace

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  if (word.size() < 3 || word.size() > 9) return 0;
  std::array<char, 9> lower{};
  for (size_t i = 0; i < word.size(); ++i) lower[i] = static_cast<char>(word[i] | 32);
  const std::string_view name(lower.data(), word.size());
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == name || (name.size() == 3 && kMonths[i].starts_with(name)) || (name == "sept" && i == 8)) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<size_t>(month)];
}

namespace {

std::string_view trim_date(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text.size() > 64 ? std::string_view() : text;
}

char separator_of(std::string_view text) {
  const size_t first = text.find_first_of("/.-");
  return first == std::string_view::npos ? ' ' : text[first];
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text, DayMonthOrder order) {
  text = trim_date(text);
  if (text.empty()) return std::nullopt;
  if (text.find_first_not_of("0123456789") == std::string_view::npos) return all_digits(text);
  if (auto date = basic_form(text)) return date;
  return from_parts(parts_of(text), separator_of(text), order);
}

DayMonthOrder day_month_order(std::string_view text) {
  text = trim_date(text);
  const std::vector<Part> parts = parts_of(text);
  if (!is_numeric(parts) || separator_of(text) == '.') return DayMonthOrder::kUnknown;
  if (parts[0].value > 12 && parts[1].value <= 12) return DayMonthOrder::kDayFirst;
  if (parts[1].value > 12 && parts[0].value <= 12) return DayMonthOrder::kMonthFirst;
  return DayMonthOrder::kUnknown;
}

bool is_unclear_date(std::string_view text) {
  return !parse_date(text) && parse_date(text, DayMonthOrder::kDayFirst) &&
         parse_date(text, DayMonthOrder::kMonthFirst);
}

std::string day_after(std::string_view date) {
  if (date.size() != 10) return std::string(date);
  int year = number(date.substr(0, 4)), month = number(date.substr(5, 2)), day = number(date.substr(8, 2)) + 1;
  if (month < 1 || month > 12) return std::string(date);
  if (day > days_in_month(year, month)) {
    day = 1;
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
  return make(year, month, day).value_or(std::string(date));
}

}  // namespace actant
