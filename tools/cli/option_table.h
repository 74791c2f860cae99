#ifndef ACTANT_TOOLS_CLI_OPTION_TABLE_H_
#define ACTANT_TOOLS_CLI_OPTION_TABLE_H_

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace actant {

/// The command line is not what the command's help describes: the program exits with kExitUsage.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// Takes one value from the command line. \throws UsageError saying what was found and what was expected, without the
/// name of the option, which the table adds.
using ValueSetter = std::function<void(std::string_view value)>;

/// One flag. Parsing, help, the manual's check and shell completion all read this one definition.
struct Option {
  std::string name = {};                       ///< `jobs` for `--jobs`
  char letter = 0;                             ///< `j` for `-j`, 0 when there is none
  std::string value = {};                      ///< name of its value in the help, `N`; empty for a switch
  std::string help = {};                       ///< one sentence without a final period, with default and unit
  ValueSetter set = {};                        ///< a switch is called with an empty value
  std::string alias = {};                      ///< a second long name, or empty
  std::vector<std::string_view> choices = {};  ///< the words the value may be, for completion; empty: any
};

/// One positional argument.
struct Argument {
  std::string name = {};  ///< `DIR`
  std::string help = {};
  ValueSetter set = {};
  bool optional = false;
  bool repeated = false;  ///< takes one or more; only the first or the last argument of a command may
};

/// An example of the help: what is typed and what it does.
struct Example {
  std::string command;
  std::string meaning;
};

/// The flags, arguments and examples of one command, and the parser that is driven by them.
///
/// Flags and arguments may be mixed. `--name value`, `--name=value`, `-n value`, `-nvalue`; `--` ends the flags; `-` is
/// an argument. A flag given twice is set twice: setters of single values keep the last one.
class OptionTable {
 public:
  void add(Option option) { options_.push_back(std::move(option)); }
  void add(Argument argument) { arguments_.push_back(std::move(argument)); }
  void add(Example example) { examples_.push_back(std::move(example)); }

  /// Calls the setters in the order of `args`. \throws UsageError; an unknown flag names the nearest one.
  void parse(const std::vector<std::string>& args) const;

  const std::vector<Option>& options() const { return options_; }
  const std::vector<Argument>& arguments() const { return arguments_; }
  const std::vector<Example>& examples() const { return examples_; }

 private:
  const Option& find_long(std::string_view name) const;
  const Option& find_letter(char letter) const;
  void distribute(const std::vector<std::string>& values) const;

  std::vector<Option> options_;
  std::vector<Argument> arguments_;
  std::vector<Example> examples_;
};

/// Keeps the text. \throws UsageError when it is empty.
ValueSetter set_text(std::string& target);
/// Adds the text to a list.
ValueSetter add_text(std::vector<std::string>& target);
/// A switch.
ValueSetter set_true(bool& target);
/// A whole number in [least, most].
ValueSetter set_number(uint32_t& target, uint32_t least = 0, uint32_t most = std::numeric_limits<uint32_t>::max());
/// A number in [0, 1].
ValueSetter set_fraction(double& target);
/// One of some words. \throws UsageError naming them.
ValueSetter set_word(std::string& target, std::vector<std::string_view> words);
/// A calendar date of ISO 8601: `2025`, `2025-08` or `2025-08-03`.
ValueSetter set_date(std::string& target);

/// The word of `words` that differs least from `word` (edit distance at most a third of its length), or an empty view.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& words);

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_OPTION_TABLE_H_
