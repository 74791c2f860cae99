#include "tools/cli/option_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tools/cli/command.h"

namespace actant {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class OptionTableTest : public testing::Test {
 protected:
  OptionTableTest() {
    table_.add(Argument{.name = "PATH", .set = add_text(paths_), .repeated = true});
    table_.add(Option{.name = "jobs", .letter = 'j', .value = "N", .set = set_number(jobs_, 1, 8)});
    table_.add(Option{.name = "since", .value = "DATE", .set = set_date(since_), .alias = "from"});
    table_.add(Option{.name = "open", .set = set_true(open_)});
  }

  OptionTable table_;
  std::vector<std::string> paths_;
  uint32_t jobs_ = 0;
  std::string since_;
  bool open_ = false;
};

TEST_F(OptionTableTest, TakesValuesInEveryForm) {
  for (const auto& form :
       {std::vector<std::string>{"a", "--jobs", "3"}, {"--jobs=3", "a"}, {"-j3", "a"}, {"-j", "3", "a"}}) {
    jobs_ = 0;
    table_.parse(form);
    EXPECT_EQ(jobs_, 3U);
  }
}

TEST_F(OptionTableTest, MixesFlagsAndArguments) {
  table_.parse({"a", "--open", "-", "--from", "2025-08", "b"});
  EXPECT_THAT(paths_, ElementsAre("a", "-", "b"));
  EXPECT_TRUE(open_);
  EXPECT_EQ(since_, "2025-08");
}

TEST_F(OptionTableTest, TakesEverythingBehindTwoDashesAsArguments) {
  table_.parse({"--", "--open", "-j"});
  EXPECT_THAT(paths_, ElementsAre("--open", "-j"));
  EXPECT_FALSE(open_);
}

TEST_F(OptionTableTest, NamesTheNearestFlag) {
  EXPECT_THAT([&] { table_.parse({"a", "--job", "2"}); },
              ThrowsMessage<UsageError>("unknown option --job (did you mean --jobs?)"));
}

TEST_F(OptionTableTest, SaysWhichValueIsWrongAndWhatWasExpected) {
  EXPECT_THAT([&] { table_.parse({"a", "--jobs", "9"}); },
              ThrowsMessage<UsageError>("--jobs: '9' is not a whole number from 1 to 8"));
  EXPECT_THAT([&] { table_.parse({"a", "--since", "2025-02-30"}); },
              ThrowsMessage<UsageError>(HasSubstr("is not a date")));
  EXPECT_THAT([&] { table_.parse({"a", "--since", "20250203"}); },
              ThrowsMessage<UsageError>(HasSubstr("is not a date")));
  EXPECT_THAT([&] { table_.parse({"a", "--jobs"}); }, ThrowsMessage<UsageError>("--jobs needs a value: --jobs N"));
  EXPECT_THAT([&] { table_.parse({"a", "--open=1"}); }, ThrowsMessage<UsageError>("--open takes no value"));
}

TEST_F(OptionTableTest, CountsArguments) {
  EXPECT_THAT([&] { table_.parse({}); }, ThrowsMessage<UsageError>("missing argument PATH"));
  OptionTable one;
  std::string name;
  one.add(Argument{.name = "NAME", .set = set_text(name), .optional = true});
  one.parse({});
  EXPECT_THAT([&] { one.parse({"a", "b"}); }, ThrowsMessage<UsageError>("unexpected argument 'b'"));
}

TEST(CommandSetupTest, RejectsWhatCannotBeMeantWithoutTouchingAFile) {
  const auto fails = [](const char* name, std::vector<std::string> args, const char* reason) {
    EXPECT_THAT([&] { make_command(name)->setup(args); }, ThrowsMessage<UsageError>(HasSubstr(reason))) << name;
  };
  fails("build", {"no-such-folder"}, "--graph DIR is missing");
  fails("query", {"no-such-graph", "Iran", "acused"}, "did you mean accused?");
  fails("query", {"g", "--since", "2025-08", "--until", "2024"}, "is after");
  fails("query", {"g", "--json", "--csv"}, "exclude each other");
  fails("query", {"g", "--type", "persons"}, "did you mean person?");
  fails("export", {"g"}, "which format?");
  fails("export", {"g", "--to", "dvi"}, "there are graphml, gexf");
  fails("export", {"g", "--to", "nquads", "--split", "1000"}, "--split is for --to jsonld alone");
  make_command("export")->setup({"g", "-o", "x.graphml", "--top", "10", "--ego", "Iran", "--hops", "2"});
}

}  // namespace
}  // namespace actant
