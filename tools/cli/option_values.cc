// The setters of option_table.h: one kind of value each, with the message a user reads when it is wrong.

#include <charconv>
#include <cmath>

#include "tools/cli/option_table.h"

namespace actant {
namespace {

std::string quoted(std::string_view value) { return "'" + std::string(value) + "'"; }

bool is_digits(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!is_digits(text.substr(0, 4))) return false;
  if (text.size() >= 7 && (text[4] != '-' || !is_digits(text.substr(5, 2)))) return false;
  if (text.size() == 10 && (text[7] != '-' || !is_digits(text.substr(8, 2)))) return false;
  const int month = text.size() >= 7 ? to_int(text.substr(5, 2)) : 1;
  const int day = text.size() == 10 ? to_int(text.substr(8, 2)) : 1;
  if (month < 1 || month > 12) return false;
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = to_int(text.substr(0, 4));
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day >= 1 && day <= (month == 2 && !leap ? 28 : kDays[month - 1]);
}

}  // namespace

ValueSetter set_text(std::string& target) {
  return [&target](std::string_view value) {
    if (value.empty()) throw UsageError("the value is empty");
    target = value;
  };
}

ValueSetter add_text(std::vector<std::string>& target) {
  return [&target](std::string_view value) {
    if (value.empty()) throw UsageError("the value is empty");
    target.emplace_back(value);
  };
}

ValueSetter set_true(bool& target) {
  return [&target](std::string_view) { target = true; };
}

ValueSetter set_number(uint32_t& target, uint32_t least, uint32_t most) {
  return [&target, least, most](std::string_view value) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), target);
    if (error == std::errc() && end == value.data() + value.size() && target >= least && target <= most) return;
    std::string expected = "a whole number";
    if (most != std::numeric_limits<uint32_t>::max()) {
      expected += " from " + std::to_string(least) + " to " + std::to_string(most);
    } else if (least > 0) {
      expected += " of at least " + std::to_string(least);
    }
    throw UsageError(quoted(value) + " is not " + expected);
  };
}

ValueSetter set_fraction(double& target) {
  return [&target](std::string_view value) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), target);
    if (error == std::errc() && end == value.data() + value.size() && target >= 0 && target <= 1) return;
    throw UsageError(quoted(value) + " is not a number from 0 to 1");
  };
}

ValueSetter set_word(std::string& target, std::vector<std::string_view> words) {
  return [&target, words = std::move(words)](std::string_view value) {
    for (const std::string_view word : words) {
      if (word == value) {
        target = value;
        return;
      }
    }
    std::string message = quoted(value) + " is none of";
    for (const std::string_view word : words) message += (word == words.front() ? " " : ", ") + std::string(word);
    throw UsageError(message);
  };
}

ValueSetter set_date(std::string& target) {
  return [&target](std::string_view value) {
    if (!is_date(value)) throw UsageError(quoted(value) + " is not a date like 2025, 2025-08 or 2025-08-03");
    target = value;
  };
}

}  // namespace actant
