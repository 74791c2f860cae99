// build and extract with the trained model of extract/model.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kArchive = ACTANT_SOURCE_DIR "/examples/archive";

class BuildTest : public ProgramTest {};
class ExtractCommandTest : public ProgramTest {};

TEST_F(BuildTest, RunningAgainChangesNothingAndNewArticlesAreAdded) {
  ASSERT_EQ(sh(std::string("mkdir in; cp ") + kArchive + "/2025-01-*.txt in").code, 0);
  const Outcome first = sh("actant build in --graph g --json");
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.err, "");
  const json summary = json::parse(first.out);
  EXPECT_GT(summary["added"], 2);
  EXPECT_GT(summary["edges"], 5);
  const std::string before = sh("actant export g --to jsonld").out;

  const Outcome second = sh("actant build in --graph g");
  EXPECT_EQ(second.code, 0);
  EXPECT_THAT(second.out, HasSubstr("nothing changed"));
  EXPECT_EQ(sh("actant export g --to jsonld").out, before);

  const json third =
      json::parse(sh(std::string("cp ") + kArchive + "/2025-02-*.txt in; actant build in -g g --json").out);
  EXPECT_EQ(third["unchanged"], summary["added"]);
  EXPECT_GT(third["added"], 0);
}

TEST_F(BuildTest, TheNumberOfJobsChangesNothing) {
  const std::string build = std::string("actant build ") + kArchive + " --records ";
  ASSERT_EQ(sh(build + "a.jsonl --graph a --jobs 1").code, 0);
  ASSERT_EQ(sh(build + "b.jsonl --graph b --jobs 4").code, 0);
  EXPECT_EQ(sh("cmp a.jsonl b.jsonl").code, 0);
  EXPECT_EQ(sh("actant query a --csv").out, sh("actant query b --csv").out);
  EXPECT_EQ(sh("actant load a.jsonl --graph c").code, 0);
  EXPECT_EQ(sh("actant query a --csv").out, sh("actant query c --csv").out);
}

TEST_F(BuildTest, BadArticlesAreToldCountedAndSkipped) {
  write_file(folder_ / "in" / "good.txt", "Iran condemned Israel on Monday, the foreign ministry in Tehran said.\n");
  write_file(folder_ / "in" / "latin1.txt", "Caf\xe9 owners protested in Paris.\n");
  write_file(folder_ / "in" / "list.jsonl",
             "{\"id\": \"x1\", \"text\": \"France praised Germany.\", \"date\": \"2025-08-03\"}\n{\"id\": \"x2\", "
             "\"text\": \n");
  const Outcome outcome = sh("actant build in --graph g --json");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(json::parse(outcome.out)["added"], 2);
  EXPECT_THAT(outcome.err, HasSubstr("in/latin1.txt"));
  EXPECT_THAT(outcome.err, HasSubstr("in/list.jsonl:2: "));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
}

TEST_F(BuildTest, AMissingPathAndAnEmptyFolderAreOneLine) {
  const Outcome missing = sh("actant build nowhere --graph g; ls");
  EXPECT_EQ(missing.err, "actant: nowhere: No such file or directory\n");
  EXPECT_EQ(missing.out, "");
  const Outcome empty = sh("mkdir in; actant build in --graph g");
  EXPECT_EQ(empty.code, 1);
  EXPECT_EQ(std::count(empty.err.begin(), empty.err.end(), '\n'), 1) << empty.err;
}

TEST_F(BuildTest, TheFirstOfTwoArticlesWithOneIdCountsInEveryRun) {
  write_file(
      folder_ / "in.jsonl",
      "{\"id\": \"x\", \"text\": \"France praised Germany.\"}\n{\"id\": \"x\", \"text\": \"Spain accused Italy.\"}\n");
  for (const char* graph : {"g", "g"}) {
    const Outcome outcome = sh(std::string("actant build in.jsonl --graph ") + graph);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("same id"));
  }
  EXPECT_THAT(sh("actant build in.jsonl --graph g").out, HasSubstr("0 added, 1 unchanged, 0 replaced, 1 skipped"));
}

TEST_F(BuildTest, AnInterruptKeepsWhatWasRead) {
  const Outcome outcome = sh(R"(
    seq 20000 | awk '{ printf "{\"id\": \"x%d\", \"text\": \"France praised Germany in report %d.\"}\n", $1, $1 }' > in.jsonl
    actant build in.jsonl --graph g --jobs 2 --json > summary.json &
    until [[ -e g/CURRENT ]]; do sleep 0.05; done
    sleep 0.5
    kill -INT $!
    wait $!
    echo $?
    actant stats g --top 0 --json > stats.json)");
  // A shell without job control starts background programs with SIGINT ignored; the program sets its own handler.
  EXPECT_EQ(outcome.out, "130\n") << outcome.err;
  EXPECT_EQ(outcome.err, "actant: interrupted; what was read is in the graph, the same command goes on\n");
  const json summary = json::parse(read_file(folder_ / "summary.json"));
  EXPECT_LT(summary["added"], 20000);
  EXPECT_EQ(json::parse(read_file(folder_ / "stats.json"))["counts"]["articles"], summary["added"]);
}

TEST_F(ExtractCommandTest, RecordsComeInTheOrderOfTheInputWithItsIds) {
  write_file(folder_ / "in.jsonl",
             "{\"id\": \"second\", \"text\": \"France praised Germany.\"}\n{\"id\": \"first\", \"text\": \"Spain "
             "accused Italy.\"}\n");
  write_file(
      folder_ / "plain.txt",
      "title: Talks\ndate: 2025-08-03\n\nThe foreign ministers of Iran and Oman met in Muscat on Sunday and talked "
      "about the ships that were seized in the strait.\n");
  const Outcome outcome = sh("actant extract in.jsonl plain.txt --jobs 2");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  std::istringstream lines(outcome.out);
  std::vector<json> records;
  for (std::string line; std::getline(lines, line);) records.push_back(json::parse(line));
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0]["doc"]["id"], "second");
  EXPECT_EQ(records[1]["doc"]["id"], "first");
  EXPECT_EQ(records[2]["doc"]["id"], "plain");
  EXPECT_EQ(records[2]["doc"]["date"], "2025-08-03");
  EXPECT_THAT(records[2]["text"].get<std::string>(), StartsWith("The foreign ministers of Iran"));
  EXPECT_FALSE(json::parse(sh("actant extract plain.txt --no-text").out).contains("text"));
}

TEST_F(ExtractCommandTest, ChainsHoldWhatIsNoEntityToo) {
  write_file(folder_ / "a.txt",
             "The storm hit Florida on Monday. It destroyed hundreds of houses before it moved on to Georgia. Governor "
             "Ann Whitlock said that she had never seen such a storm.\n");
  EXPECT_FALSE(json::parse(sh("actant extract a.txt").out).contains("chains"));
  const json record = json::parse(sh("actant extract --chains a.txt").out);
  const auto words_of = [&](const json& chain) {
    std::vector<std::string> words;
    const std::string text = record["text"];
    for (const json& mention : chain["mentions"])
      words.push_back(text.substr(mention["start"], mention["end"].get<size_t>() - mention["start"].get<size_t>()));
    return words;
  };
  std::vector<std::vector<std::string>> things, entities;
  for (const json& chain : record["chains"]) (chain.contains("entity") ? entities : things).push_back(words_of(chain));
  EXPECT_THAT(things, testing::Contains(testing::ElementsAre("The storm", "It", "it")));
  EXPECT_THAT(entities, testing::Contains(testing::ElementsAre("Governor Ann Whitlock", "she")));
}

TEST_F(ExtractCommandTest, AModelWithoutARankerSaysSoWhenChainsAreAsked) {
  write_file(folder_ / "a.txt", "France praised Germany.\n");
  ASSERT_EQ(sh(std::string("mkdir m; cp ") + ACTANT_SOURCE_DIR + "/extract/model/en.actm m").code, 0);
  EXPECT_EQ(sh("actant extract a.txt --model m").code, 0);
  const Outcome outcome = sh("actant extract --chains a.txt --model m");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("en.coref.actm"));
}

TEST_F(ExtractCommandTest, AFileIsNotOverwrittenUnasked) {
  write_file(folder_ / "a.txt", "France praised Germany.\n");
  EXPECT_EQ(sh("echo mine > out; actant extract a.txt -o out").code, 1);
  EXPECT_EQ(sh("cat out").out, "mine\n");
  EXPECT_EQ(sh("actant extract a.txt -o out -f").code, 0);
}

TEST_F(ExtractCommandTest, AMissingModelIsToldWithItsPath) {
  write_file(folder_ / "a.txt", "France praised Germany.\n");
  const Outcome outcome = sh("actant extract a.txt --model nowhere");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("nowhere"));
}

TEST_F(ExtractCommandTest, TheAccurateModelReadsWithBothNetworks) {
  write_file(folder_ / "a.txt", "Prime Minister Anna Berg met President Jon Dahl in Oslo on Monday.\n");
  const Outcome accurate = sh("actant extract a.txt --model accurate");
  EXPECT_EQ(accurate.code, 0);
  EXPECT_THAT(accurate.out, HasSubstr("met-with"));
  EXPECT_EQ(sh("ACTANT_MODEL_DIR=accurate actant extract a.txt").out, accurate.out);
  EXPECT_EQ(sh("actant extract a.txt --model fast").out, sh("actant extract a.txt").out);
}

}  // namespace
}  // namespace actant::test
