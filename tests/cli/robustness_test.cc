// What a user sees of models that are damaged and of articles that are no articles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

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
  expect_one_line(with_changed_model("printf damaged! | dd of=en.actm bs=1 seek=9000000 conv=notrunc status=none"), "checksum");
  expect_one_line(with_changed_model("printf '\\143' | dd of=en.actm bs=1 seek=8 conv=notrunc status=none"), "version: found 99");
  expect_one_line(with_changed_model("truncate -s 1000 en.segmenter.actm"), "m/en.segmenter.actm");
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

}  // namespace
}  // namespace actant::test
