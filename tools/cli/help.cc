#include "tools/cli/help.h"

#include "tools/cli/text_format.h"
#include "tools/cli/version.h"

namespace actant {
namespace {

constexpr size_t kWidth = 80;
constexpr size_t kHelpColumn = 26;

/// Appends words, wrapped at kWidth, the first line beginning at column `at`, the others at column `indent`.
void append_wrapped(std::string& out, std::string_view text, size_t at, size_t indent) {
  bool first = true;
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find(' ', i), text.size());
    const std::string_view word = text.substr(i, end - i);
    const size_t width = display_width(word);
    if (!first && at + 1 + width > kWidth) {
      out += "\n" + std::string(indent, ' ');
      at = indent;
    } else if (!first) {
      out += " ";
      ++at;
    }
    out += word;
    at += width;
    first = false;
    i = end + 1;
  }
  out += "\n";
}

void append_entry(std::string& out, const std::string& left, std::string_view help) {
  out += "  " + left;
  size_t at = 2 + display_width(left);
  if (at + 2 > kHelpColumn) {
    out += "\n";
    at = 0;
  }
  out += std::string(kHelpColumn - at, ' ');
  append_wrapped(out, help, kHelpColumn, kHelpColumn);
}

std::string usage_of(Command& command, const OptionTable& table) {
  std::string usage = "actant " + std::string(command.name()) + " [OPTION]...";
  for (const Argument& argument : table.arguments()) {
    const std::string shown = argument.name + (argument.repeated ? "..." : "");
    usage += argument.optional ? " [" + shown + "]" : " " + shown;
  }
  return usage;
}

std::string flag_of(const Option& option) {
  std::string shown = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
  shown += "--" + option.name;
  if (!option.value.empty()) shown += " " + option.value;
  return shown;
}

std::string help_of(const Option& option) {
  return option.alias.empty() ? option.help : option.help + " (also --" + option.alias + ")";
}

std::string words_of(const OptionTable& table) {
  std::string words;
  for (const Option& option : table.options()) {
    words += " --" + option.name;
    if (option.letter != 0) words += std::string(" -") + option.letter;
    if (!option.alias.empty()) words += " --" + option.alias;
  }
  return words.substr(1);
}

}  // namespace

std::string help_text(Command& command) {
  const OptionTable table = command.table();
  std::string out = "actant " + std::string(command.name()) + ": " + std::string(command.summary()) + "\n\nUsage: ";
  append_wrapped(out, usage_of(command, table), 7, 9);
  out += "\nArguments:\n";
  for (const Argument& argument : table.arguments()) append_entry(out, argument.name, argument.help);
  out += "\nOptions:\n";
  for (const Option& option : table.options()) append_entry(out, flag_of(option), help_of(option));
  out += "\nExamples:\n";
  for (const Example& example : table.examples()) {
    out += "  " + example.command + "\n      ";
    append_wrapped(out, example.meaning, 6, 6);
  }
  out += "\nExit status: 0 fine, 1 a problem with the data, 2 wrong usage.\n";
  return out;
}

std::string program_help() {
  std::string out = version_text() + ": from an archive of news to a graph of who did what to whom\n\n";
  out += "Usage: actant COMMAND [OPTION]... ARGUMENT...\n\nCommands:\n";
  for (const std::string_view name : command_names()) {
    append_entry(out, std::string(name), make_command(name)->summary());
  }
  append_entry(out, "help [COMMAND]", "print this help or that of a command");
  append_entry(out, "version", "print the version");
  out += "\nExamples:\n  actant build examples/archive --graph news.graph\n";
  out += "  actant query news.graph Iran accused '?'\n";
  out += "  actant export news.graph --to graphml -o news.graphml\n";
  out += "\nExit status: 0 fine, 1 a problem with the data, 2 wrong usage.\n";
  return out;
}

std::string version_text() { return std::string("actant ") + kVersion; }

std::string bash_completion() {
  std::string names;
  for (const std::string_view name : command_names()) names += std::string(name) + " ";
  std::string out = "# Bash completion of actant, made by `actant help --bash-completion`.\n_actant() {\n";
  out += "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} flags=\n";
  out += "  if ((COMP_CWORD == 1)); then\n    COMPREPLY=($(compgen -W '" + names +
         "help version' -- \"$current\"))\n    return\n  fi\n";
  out += "  case ${COMP_WORDS[1]}:$previous in\n";
  for (const std::string_view name : command_names()) {
    const auto command = make_command(name);
    const OptionTable table = command->table();
    for (const Option& option : table.options()) {
      if (option.choices.empty()) continue;
      out += "    " + std::string(name) + ":--" + option.name + ") COMPREPLY=($(compgen -W '";
      for (const std::string_view choice : option.choices) out += std::string(choice) + " ";
      out.back() = '\'';
      out += " -- \"$current\")); return ;;\n";
    }
  }
  out += "  esac\n  case ${COMP_WORDS[1]} in\n";
  for (const std::string_view name : command_names()) {
    out += "    " + std::string(name) + ") flags='" + words_of(make_command(name)->table()) + "' ;;\n";
  }
  out += "    help) flags='" + names.substr(0, names.size() - 1) + "' ;;\n  esac\n";
  out += "  if [[ $current == -* || ${COMP_WORDS[1]} == help ]]; then\n";
  out += "    COMPREPLY=($(compgen -W \"$flags\" -- \"$current\"))\n  else\n";
  out += "    COMPREPLY=($(compgen -f -- \"$current\"))\n  fi\n}\ncomplete -o filenames -F _actant actant\n";
  return out;
}

}  // namespace actant
