#include "tools/cli/option_table.h"

#include <algorithm>

namespace actant {
namespace {

/// Calls the setter and puts the name of the flag or argument before its complaint.
void assign(const ValueSetter& set, std::string_view value, const std::string& name) {
  try {
    set(value);
  } catch (const UsageError& error) {
    throw UsageError(name + ": " + error.what());
  }
}

}  // namespace

const Option& OptionTable::find_long(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const Option& option : options_) {
    if (option.name == name || (!option.alias.empty() && option.alias == name)) return option;
    names.push_back(option.name);
    if (!option.alias.empty()) names.push_back(option.alias);
  }
  const std::string_view near = nearest_word(name, names);
  throw UsageError("unknown option --" + std::string(name) +
                   (near.empty() ? "" : " (did you mean --" + std::string(near) + "?)"));
}

const Option& OptionTable::find_letter(char letter) const {
  for (const Option& option : options_) {
    if (option.letter == letter) return option;
  }
  throw UsageError(std::string("unknown option -") + letter);
}

void OptionTable::parse(const std::vector<std::string>& args) const {
  std::vector<std::string> values;
  for (size_t i = 0; i < args.size(); ++i) {
    const std::string& arg = args[i];
    if (arg == "--") {
      values.insert(values.end(), args.begin() + static_cast<std::ptrdiff_t>(i) + 1, args.end());
      break;
    }
    if (arg.size() < 2 || arg[0] != '-') {
      values.push_back(arg);
      continue;
    }
    const bool is_long = arg[1] == '-';
    const size_t equals = is_long ? arg.find('=') : std::string::npos;
    const Option& option = is_long ? find_long(std::string_view(arg).substr(2, equals - 2)) : find_letter(arg[1]);
    const std::string shown = is_long ? arg.substr(0, equals) : arg.substr(0, 2);
    const bool attached = is_long ? equals != std::string::npos : arg.size() > 2;
    if (option.value.empty()) {
      if (attached) throw UsageError(shown + " takes no value");
      option.set({});
    } else if (attached) {
      assign(option.set, std::string_view(arg).substr(is_long ? equals + 1 : 2), shown);
    } else if (i + 1 < args.size()) {
      assign(option.set, args[++i], shown);
    } else {
      throw UsageError(shown + " needs a value: " + shown + " " + option.value);
    }
  }
  distribute(values);
}

void OptionTable::distribute(const std::vector<std::string>& values) const {
  // A repeated argument takes what the ones after it leave over.
  size_t next = 0;
  for (size_t i = 0; i < arguments_.size(); ++i) {
    const Argument& argument = arguments_[i];
    size_t needed_later = 0;
    for (size_t j = i + 1; j < arguments_.size(); ++j) needed_later += arguments_[j].optional ? 0 : 1;
    const size_t left = values.size() - next;
    size_t take = std::min<size_t>(left, 1);
    if (argument.repeated) take = left > needed_later ? left - needed_later : 0;
    if (take == 0 && !argument.optional) throw UsageError("missing argument " + argument.name);
    for (; take > 0; --take) assign(argument.set, values[next++], argument.name);
  }
  if (next < values.size()) throw UsageError("unexpected argument '" + values[next] + "'");
}

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& words) {
  std::string_view best;
  size_t best_distance = std::max<size_t>(1, word.size() / 3) + 1;
  for (const std::string_view other : words) {
    std::vector<size_t> row(other.size() + 1);
    for (size_t j = 0; j <= other.size(); ++j) row[j] = j;
    for (size_t i = 0; i < word.size(); ++i) {
      size_t diagonal = row[0];
      row[0] = i + 1;
      for (size_t j = 0; j < other.size(); ++j) {
        const size_t replaced = diagonal + (word[i] == other[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
      }
    }
    if (row.back() < best_distance) {
      best_distance = row.back();
      best = other;
    }
  }
  return best;
}

}  // namespace actant
