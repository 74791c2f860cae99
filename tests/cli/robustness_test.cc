// What a user sees of models that are damaged and of articles that are no articles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using testing::HasSubstr;

class RobustnessTest : public ProgramTest {
 protected:
  // `actant extract` with a copy of the models that `change`, lines of bash run in their folder, has changed.
  Outcome with_changed_model(const std::string& change) const {
    write_file(folder_ / "a.txt", "Lars Eikeland met Eleanor Whitcombe in Oslo.\n");
    return sh("rm -rf m && cp -r '" ACTANT_SOURCE_DIR "/extract/model' m && chmod -R u+w m && (cd m && " + change +
              ") && actant extract --model m a.txt");
  }
};

void expect_one_line(const Outcome& outcome, const std::string& part) {
  EXPECT_NE(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(part));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

TEST_F(RobustnessTest, ADamagedModelIsOneLineThatNamesTheFile) {
  expect_one_line(with_changed_model("truncate -s 1000000 en.actm"), "m/en.actm");
  expect_one_line(with_changed_model("truncate -s 0 en.actm"), "m/en.actm");
  // Eight bytes in the middle of the weights.
  expect_one_line(with_changed_model("printf damaged! | dd of=en.actm bs=1 seek=9000000 conv=notrunc status=none"),
                  "checksum");
  expect_one_line(with_changed_model("printf '\\143' | dd of=en.actm bs=1 seek=8 conv=notrunc status=none"),
                  "version: found 99");
  expect_one_line(with_changed_model("truncate -s 1000 en.segmenter.actm"), "m/en.segmenter.actm");
  expect_one_line(with_changed_model("truncate -s 1000 en.relations.actm"), "m/en.relations.actm");
  expect_one_line(with_changed_model("cp en.segmenter.actm en.relations.actm"), "m/en.relations.actm");
  expect_one_line(with_changed_model("cp en.segmenter.actm en.actm"), "m/en.actm");
  expect_one_line(with_changed_model("rm en.actm"), "m/en.actm");
}

TEST_F(RobustnessTest, ArticlesOfNothingGiveRecordsOfNothing) {
  write_file(folder_ / "a.jsonl", R"({"id": "1", "text": "... !!! ???"}
{"id": "2", "text": "\u200f\u202e\u0007"}
{"id": "3", "text": "\ud83d\ude00 \ud83d\ude00"}
{"id": "4", "text": "a\r\n\rb\n"}
)");
  const Outcome outcome = sh("actant extract --no-text a.jsonl");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 4) << outcome.out;
}

TEST_F(RobustnessTest, EmptyArticlesAreOneLineEachAndTheOthersAreRead) {
  write_file(
      folder_ / "in/a.jsonl",
      "{\"id\": \"1\", \"text\": \"\"}\n{\"id\": \"2\", \"text\": \" \\n \"}\n{\"id\": \"3\", \"text\": \"Ann Li left.\"}\n");
  write_file(folder_ / "in/b.txt", "");
  write_file(folder_ / "in/c.txt", "\r\n\r\n \t\n");
  const Outcome outcome = sh("actant extract --no-text in");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 1) << outcome.out;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 5) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("skipped 4: no text\n"));
  for (const char* place : {"in/a.jsonl:1: ", "in/a.jsonl:2: ", "in/b.txt: ", "in/c.txt: "})
    EXPECT_THAT(outcome.err, HasSubstr(place));
}

TEST_F(RobustnessTest, AnotherScriptIsSkippedWithALineAndReadWhenForced) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "\xd0\x9c\xd0\xb8\xd0\xbd\xd0\xb8\xd1\x81\xd1\x82\xd1\x80 ";
  write_file(folder_ / "a.txt", text);
  const Outcome skipped = sh("actant extract --no-text a.txt");
  EXPECT_THAT(skipped.err, HasSubstr("not in English"));
  const Outcome forced = sh("actant extract --no-text --language any a.txt");
  EXPECT_EQ(forced.code, 0) << forced.err;
  EXPECT_THAT(forced.out, HasSubstr("\"entities\""));
}

// Words of real articles, and those of one article again and again, without an end of a sentence or of a line.
class LongTextTest : public ProgramTest {
 protected:
  static std::string real_words(size_t size) {
    std::string all;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(ACTANT_SOURCE_DIR "/examples/archive"))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) all += read_file(file);
    std::erase_if(all, [](char c) { return c == '.' || c == '!' || c == '?' || c == ':'; });
    for (char& c : all) c = c == '\n' ? ' ' : c;
    return repeated(all, size);
  }
  static std::string real_articles(size_t size) {
    const std::string article = read_file(ACTANT_SOURCE_DIR "/examples/archive/2025-01-14-minister-visits-bergen.txt");
    return repeated(article.substr(article.find("\n\n")), size);
  }
  static std::string repeated(const std::string& text, size_t size) {
    std::string all;
    while (all.size() < size) all += text;
    all.resize(size);
    return all;
  }

  // Seconds of processor time that reading a text takes, with at most 400 MB of memory.
  double seconds(const std::string& text) const {
    write_file(folder_ / "a.txt", text);
    const Outcome outcome =
        sh("ulimit -v 400000; TIMEFORMAT=%U; time actant extract --no-text --language any --jobs 1 a.txt > out");
    EXPECT_EQ(outcome.code, 0) << outcome.err.substr(0, 500);
    const std::string records = read_file(folder_ / "out");
    EXPECT_EQ(std::count(records.begin(), records.end(), '\n'), 1);
    return std::stod(outcome.err.substr(outcome.err.rfind('\n', outcome.err.size() - 2) + 1));
  }
  // A text five times as long takes about five times as long; one that took its square would take 25 times.
  void expect_linear(const std::string& kind, const std::string& text) const {
    static const double start = seconds("Yes.");  // loading the model
    size_t fifth = text.size() / 5;
    while ((text[fifth] & 0xC0) == 0x80) --fifth;  // whole characters
    const double a = seconds(text.substr(0, fifth)) - start, b = seconds(text) - start;
    EXPECT_LT(b, 10 * a + 0.3) << kind << ": " << a << " s for a fifth, " << b << " s for all";
  }
};

TEST_F(LongTextTest, OneLineOfRealWordsTakesTimeInProportion) {
  const std::string words = real_words(500000);  // 80,000 tokens in one sentence
  expect_linear("words", words);
}

TEST_F(LongTextTest, AnArticleRepeatedTakesTimeInProportion) { expect_linear("articles", real_articles(200000)); }

TEST_F(LongTextTest, OddTextsTakeTimeInProportion) {
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"no blank", "ministerspoke"},
      {"punctuation", ".,;!?"},
      {"marks of speech", "He said \"yes and ( "},
      {"names", "Ann Li and Bo Ek and "},
      {"hyphens", "word-"},
      {"emoji", "\U0001F600\u200d\U0001F9D1 "},
      {"right to left", "The \u200fminister\u202e met \u2066Ann Li\u2069. "},
      {"control characters", "The\x01 mini\x7fster met\x0b Ann\x1b[1m Li. "},
      {"HTML", "<p>The&nbsp;minister <b>met</b> Ann&#39;s. </p><br/>"},
      {"line ends", "She met Ann Li.\r\nShe left.\rHe stayed.\n\r\n"},
      {"letters with marks", "e\u0301\u0302\u0303"}};
  for (const auto& [kind, text] : kinds) expect_linear(kind, repeated(text, 15000 / text.size() * text.size()));
}

}  // namespace
}  // namespace actant::test
