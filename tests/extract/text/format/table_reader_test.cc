// CSV and TSV.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using ::testing::HasSubstr;
using TableReaderTest = test::ArchiveTest;

TEST_F(TableReaderTest, TableHasItsColumnsByNameAndItsRowsOverLines) {
  const auto articles =
      read("a.txt",
           "id,Title,date,body\r\n1,\"A, \"\"B\"\"\",2025-08-03,\"One\nline.\"\r\n2,C,x\r\n3,D,2025-08-04,Two.\r\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.title, "A, \"B\"");
  EXPECT_EQ(articles[0].text, "One\nline.");
  EXPECT_EQ(articles[1].info.id, "3");
  EXPECT_EQ(place(articles[1]), "a.txt:5");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("3 cells, expected 4"));
}

TEST_F(TableReaderTest, DayAndMonthAreToldByTheOtherDatesOfTheFile) {
  const auto articles = read("a.csv", "date;text\n03/04/2025;One caf\xe9.\n25/12/2025;Two.\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.date, "2025-04-03");
  EXPECT_EQ(articles[0].text, "One café.");
  EXPECT_TRUE(problems_.empty());
  EXPECT_EQ(read("b.csv", "date,text\n03/04/2025,One.\n")[0].info.date, "");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].path, HasSubstr("b.csv:2"));
  ReadOptions options;
  options.day_month_order = DayMonthOrder::kMonthFirst;
  EXPECT_EQ(read("c.csv", "date,text\n03/04/2025,One.\n", options)[0].info.date, "2025-03-04");
}

TEST_F(TableReaderTest, TableWithoutTextSaysWhatItHas) {
  EXPECT_TRUE(read("a.csv", "Headline,Date,Copy\nA,2025-08-03,Words.\n").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("--field text=COLUMN; the columns are Headline, Date, Copy"));
  ReadOptions options;
  options.text_field = "Copy";
  EXPECT_EQ(read("b.csv", "Headline,Date,Copy\nA,2025-08-03,Words.\n", options).size(), 1u);
}

TEST_F(TableReaderTest, TablesOfGdeltAreRefusedWithTheWayOut) {
  std::string row = "20250803101500-1\t20250803101500\t1\tc.example\thttps://c.example/1";
  for (int i = 0; i < 22; ++i) row += "\tX";
  EXPECT_TRUE(read("20250803101500.gkg.csv", row + "\n" + row + "\n").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("a table of GDELT GKG holds addresses of articles, not their text"));
}

}  // namespace
}  // namespace actant
