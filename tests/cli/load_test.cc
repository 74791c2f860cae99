#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class LoadTest : public ProgramTest {};

TEST_F(LoadTest, LoadingAgainChangesNothingAndSaysSo) {
  load_wire();
  const std::string before = sh("actant export g --to jsonld").out;
  const Outcome again = sh("actant load '" + data("wire.jsonl") + "' --graph g");
  EXPECT_EQ(again.code, 0);
  EXPECT_EQ(again.err, "");
  EXPECT_THAT(again.out, StartsWith("read 5 articles: 0 added, 5 unchanged, 0 replaced, 0 skipped\nnothing changed\n"));
  EXPECT_EQ(sh("actant export g --to jsonld").out, before);
}

TEST_F(LoadTest, ReadsGzipOfSeveralMembersAndStandardInput) {
  const Outcome outcome =
      sh("(head -2 '" + data("wire.jsonl") + "' | gzip; tail -n +3 '" + data("wire.jsonl") +
         "' | gzip) > w.gz && actant load w.gz -g a && actant load - -g b < '" + data("wire.jsonl") + "'");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(sh("actant query a --csv").out, sh("actant query b --csv").out);
}

TEST_F(LoadTest, ABrokenLineIsToldAndTheRestGoesOn) {
  const Outcome outcome =
      sh("(head -1 '" + data("wire.jsonl") + "'; echo '{\"doc\":'; printf '\\xff\\n\\n'; echo '{}'; tail -1 '" +
         data("wire.jsonl") + "') > mixed.jsonl; actant load mixed.jsonl --graph g");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, StartsWith("read 5 articles: 2 added, 0 unchanged, 0 replaced, 3 skipped\n"));
  EXPECT_THAT(outcome.err, StartsWith("actant: mixed.jsonl:2: "));
  EXPECT_THAT(outcome.err, HasSubstr("\nactant: mixed.jsonl:3: "));
  EXPECT_THAT(outcome.err, HasSubstr("\nactant: mixed.jsonl:5: doc: is missing\n"));
}

TEST_F(LoadTest, MissingAndEmptyFilesAreOneLineEach) {
  const Outcome missing = sh("actant load nowhere.jsonl --graph g; ls");
  EXPECT_EQ(missing.err, "actant: nowhere.jsonl: No such file or directory\n");
  EXPECT_EQ(missing.out, "") << "no graph is made for nothing";
  const Outcome empty = sh("touch empty; actant load empty --graph g");
  EXPECT_EQ(empty.code, 1);
  EXPECT_EQ(empty.err, "actant: no records in empty\n");
}

TEST_F(LoadTest, CutGzipIsToldAndWhatCameBeforeIsKept) {
  const Outcome outcome = sh("gzip -c '" + data("wire.jsonl") +
                             "' | head -c 600 > cut.gz; actant load cut.gz --graph g; actant stats g --top 0");
  EXPECT_THAT(outcome.err, HasSubstr("cut.gz: "));
}

TEST_F(LoadTest, AnArticleWithOtherContentIsReplaced) {
  load_wire();
  const Outcome outcome =
      sh("head -1 '" + data("wire.jsonl") + "' | sed 's/\"accused\"/\"supports\"/' | actant load - --graph g --json");
  EXPECT_EQ(json::parse(outcome.out)["replaced"], 1);
  EXPECT_EQ(json::parse(sh("actant query g Iran accused Israel --json").out)[0]["articles"], 1);
  EXPECT_EQ(json::parse(sh("actant query g Iran supports Israel --json").out)[0]["articles"], 1);
}

TEST_F(LoadTest, ADirectoryThatIsNoGraphIsLeftAlone) {
  const Outcome outcome = sh("mkdir d; echo x > d/file; actant load '" + data("wire.jsonl") + "' --graph d; ls d");
  EXPECT_EQ(outcome.out, "file\n");
  EXPECT_THAT(outcome.err, HasSubstr("is no graph"));
}

class ExportCommandTest : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    load_wire();
  }
};

TEST_F(ExportCommandTest, FormatIsThatOfTheExtension) {
  EXPECT_THAT(sh("actant export g -o x.graphml").out, StartsWith("wrote x.graphml: "));
  EXPECT_THAT(sh("cat x.graphml").out, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  EXPECT_TRUE(json::accept(sh("actant export g --to jsonld").out));
}

TEST_F(ExportCommandTest, OverwritingAsksForAFlag) {
  const Outcome outcome = sh("echo mine > x.graphml; actant export g -o x.graphml");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, "actant: x.graphml exists already; --force overwrites it\n");
  EXPECT_EQ(sh("cat x.graphml").out, "mine\n");
  EXPECT_EQ(sh("actant export g -o x.graphml --force").code, 0);
}

TEST_F(ExportCommandTest, SelectionsLeaveOutEdges) {
  const auto edges = [&](const std::string& options) {
    const std::string text = sh("actant export g --to graphml " + options).out;
    size_t count = 0;
    for (size_t at = text.find("<edge "); at != std::string::npos; at = text.find("<edge ", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(edges(""), 9U);
  EXPECT_EQ(edges("--with-statements"), 10U);
  EXPECT_EQ(edges("--min-articles 2"), 1U);
  EXPECT_EQ(edges("--relation accused,supports"), 4U);
  EXPECT_EQ(edges("--around 'Sadiq Khan'"), 1U);
  EXPECT_EQ(edges("--around Araghchi --hops 2"), 5U);
  EXPECT_EQ(edges("--type place"), 2U);
  EXPECT_EQ(edges("--since 2025-08-05"), 3U);
  EXPECT_EQ(edges("--source 'Gulf Daily' --until 2025-06"), 2U);
}

TEST_F(ExportCommandTest, AClosedPipeIsNoError) {
  const Outcome outcome = sh("set -o pipefail; actant export g --to jsonld | true");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

TEST_F(ExportCommandTest, ANameThatIsNotInTheGraphIsTold) {
  const Outcome outcome = sh("actant export g -o x.graphml --around Arakchi; ls x.graphml");
  EXPECT_THAT(outcome.err, StartsWith("actant: no node is called 'Arakchi'; the nearest name"));
}

}  // namespace
}  // namespace actant::test
