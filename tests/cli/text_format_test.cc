#include "tools/cli/text_format.h"

#include <gtest/gtest.h>

#include "tools/cli/csv_output.h"
#include "tools/cli/evidence_text.h"
#include "tools/cli/progress.h"

namespace actant {
namespace {

TEST(TextFormatTest, NamesCannotDriveTheTerminal) {
  EXPECT_EQ(printable("a\x1b[2Jb\nc\td"), "a [2Jb c d");
  EXPECT_EQ(printable("evil\u202Ename"), "evil name");
  EXPECT_EQ(printable("Sigrún \xff!"), "Sigrún  !");
}

TEST(TextFormatTest, WidthCountsColumnsAndNotBytes) {
  EXPECT_EQ(display_width("Sigrún"), 6U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("東京"), 4U);
  EXPECT_EQ(fit_width("Halldórsdóttir", 6), "Halld…");
}

TEST(TextFormatTest, ProbabilitiesNeverReadAsCertain) {
  EXPECT_EQ(fraction(0.999), "0.99");
  EXPECT_EQ(fraction(0.899994), "0.90");
  EXPECT_EQ(fraction(1), "1.00");
}

TEST(TextFormatTest, TableShortensTheColumnsThatMayBe) {
  Table table({{"n", Table::Align::kRight}, {"name", Table::Align::kLeft, 5}});
  table.add_row({"12", "Abbas Araghchi"});
  table.add_row({"3", "Iran"});
  EXPECT_EQ(table.render(0), " n  name\n12  Abbas Araghchi\n 3  Iran\n");
  EXPECT_EQ(table.render(10), " n  name\n12  Abbas…\n 3  Iran\n");
}

TEST(TextFormatTest, CsvFieldsFollowRfc4180) {
  EXPECT_EQ(csv_field("plain"), "plain");
  EXPECT_EQ(csv_field("a \"b\", c"), "\"a \"\"b\"\", c\"");
  EXPECT_EQ(csv_field("two\nlines"), "two lines");
}

TEST(ProgressTest, LineTellsArticlesSpeedTriplesAndTimeLeft) {
  EXPECT_EQ(progress_line(1240, 4'200'000, 3180, 10, 0.25), "1,240 articles, 0.42 MB/s, 3,180 triples, 30 s left");
  EXPECT_EQ(progress_line(1, 0, 1, 0, 0), "1 article, 0.00 MB/s, 1 triple");
}

class MarkedSentenceTest : public testing::Test {
 protected:
  MarkedSentenceTest() {
    evidence_.sentence = {10, 34};
    evidence_.text = "Sigrún met Óðinn\nin Oslo";
  }

  Evidence evidence_;
};

TEST_F(MarkedSentenceTest, MarksCodePointsOfBothArguments) {
  evidence_.subject = {10, 16};
  evidence_.object = {21, 26};
  EXPECT_EQ(marked_sentence(evidence_, Marks::kQuotes), "«Sigrún» met «Óðinn» in Oslo");
  EXPECT_EQ(marked_sentence(evidence_, Marks::kBold), "\033[1mSigrún\033[0m met \033[1mÓðinn\033[0m in Oslo");
}

TEST_F(MarkedSentenceTest, MarksTheLastWordAndOverlappingOnesOnce) {
  evidence_.subject = {30, 34};
  evidence_.object = {27, 34};
  EXPECT_EQ(marked_sentence(evidence_, Marks::kQuotes), "Sigrún met Óðinn «in Oslo»");
}

TEST_F(MarkedSentenceTest, LeavesOutWhatLiesElsewhere) {
  evidence_.subject = {100, 104};
  EXPECT_EQ(marked_sentence(evidence_, Marks::kQuotes), "Sigrún met Óðinn in Oslo");
}

}  // namespace
}  // namespace actant
