// Help, manual pages and completion say the same of every flag.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "tests/cli/program.h"
#include "tools/cli/command.h"
#include "tools/cli/help.h"

namespace actant {
namespace {

std::string manual_of(std::string_view name) {
  return test::read_file(ACTANT_SOURCE_DIR "/tools/cli/man/actant-" + std::string(name) + ".md");
}

/// The flags named at the beginning of the items of OPTIONS.
std::set<std::string> flags_of_manual(const std::string& manual) {
  const size_t begin = manual.find("\n## OPTIONS\n");
  const std::string section = manual.substr(begin, manual.find("\n## ", begin + 4) - begin);
  std::set<std::string> flags;
  const std::regex item("\n- ([^:]*):");
  const std::regex flag("`(--?[a-z-]+)( [A-Z]+)?`");
  for (std::sregex_iterator i(section.begin(), section.end(), item), end; i != end; ++i) {
    const std::string head = (*i)[1];
    for (std::sregex_iterator j(head.begin(), head.end(), flag); j != end; ++j)
      flags.insert((*j)[1].str() + (*j)[2].str());
  }
  return flags;
}

std::set<std::string> flags_of_table(const OptionTable& table) {
  std::set<std::string> flags;
  for (const Option& option : table.options()) {
    const std::string value = option.value.empty() ? "" : " " + option.value;
    flags.insert("--" + option.name + value);
    if (!option.alias.empty()) flags.insert("--" + option.alias + value);
    if (option.letter != 0) flags.insert(std::string("-") + option.letter);
  }
  return flags;
}

class ManualTest : public testing::TestWithParam<std::string_view> {};

TEST_P(ManualTest, HasTheFlagsOfTheHelpAndNoOthers) {
  EXPECT_EQ(flags_of_manual(manual_of(GetParam())), flags_of_table(make_command(GetParam())->table()));
}

TEST_P(ManualTest, HasAllSectionsInOrder) {
  const std::string manual = manual_of(GetParam());
  size_t at = 0;
  for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "MEMORY", "EXAMPLES"}) {
    at = manual.find("\n## " + std::string(section) + "\n", at);
    ASSERT_NE(at, std::string::npos) << section;
  }
}

TEST_P(ManualTest, HelpAndManualShareTheExamples) {
  const auto command = make_command(GetParam());
  const std::string help = help_text(*command);
  const std::string manual = manual_of(GetParam());
  const OptionTable table = command->table();
  for (const Example& example : table.examples()) {
    EXPECT_NE(help.find(example.command), std::string::npos);
    EXPECT_NE(manual.find(example.command), std::string::npos) << example.command;
  }
  EXPECT_FALSE(table.examples().empty());
}

TEST_P(ManualTest, HelpFitsAnOldTerminal) {
  std::istringstream lines(help_text(*make_command(GetParam())));
  for (std::string line; std::getline(lines, line);) {
    if (line.find("actant ") == std::string::npos) {
      EXPECT_LE(line.size(), 82U) << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Commands, ManualTest, testing::ValuesIn(command_names()), [](const auto& parameter) {
  std::string name(parameter.param);  // of letters, digits and underscores, as GoogleTest wants it
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(CompletionTest, FileOfTheRepositoryIsWhatTheProgramPrints) {
  EXPECT_EQ(test::read_file(ACTANT_SOURCE_DIR "/tools/cli/completions/actant.bash"), bash_completion())
      << "run: actant help --bash-completion > tools/cli/completions/actant.bash";
}

}  // namespace
}  // namespace actant
