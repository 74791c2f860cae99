#include "extract/text/date.h"

#include <gtest/gtest.h>

namespace actant {
namespace {

TEST(DateTest, ReadsIsoInAllPrecisions) {
  EXPECT_EQ(parse_date("2025-08-03"), "2025-08-03");
  EXPECT_EQ(parse_date("2025-08-03T10:20:30Z"), "2025-08-03");
  EXPECT_EQ(parse_date("2025-08-03T10:20:30.123+02:00"), "2025-08-03");
  EXPECT_EQ(parse_date("2017-07-17 17:03:00"), "2017-07-17");
  EXPECT_EQ(parse_date("2025-08"), "2025-08");
  EXPECT_EQ(parse_date("2025"), "2025");
}

TEST(DateTest, ReadsRfc822AndMonthNames) {
  EXPECT_EQ(parse_date("Sun, 03 Aug 2025 10:00:00 GMT"), "2025-08-03");
  EXPECT_EQ(parse_date("3 August 2025"), "2025-08-03");
  EXPECT_EQ(parse_date("August 3rd, 2025, 5:00 p.m."), "2025-08-03");
  EXPECT_EQ(parse_date("Sept. 2025"), "2025-09");
}

TEST(DateTest, ReadsDigitsAndEpochs) {
  EXPECT_EQ(parse_date("20250803"), "2025-08-03");
  EXPECT_EQ(parse_date("20250803142500"), "2025-08-03");
  EXPECT_EQ(parse_date("1754217000"), "2025-08-03");
  EXPECT_EQ(parse_date("1754217000000"), "2025-08-03");
}

TEST(DateTest, ReadsTheBasicFormWithTimeAndZone) {
  for (const char* text : {"20250803T102030", "20250803T102030Z", "20250803T102030+1100", "20250803T10",
                           "20250803102030Z", "20250803102030-0400", "202508031020Z", "20250803 10:20"}) {
    EXPECT_EQ(parse_date(text), "2025-08-03") << text;
  }
  EXPECT_EQ(parse_date("20251303T102030"), std::nullopt);
}

TEST(DateTest, ReadsDayAndMonthOnlyWhereOneOrderIsPossible) {
  EXPECT_EQ(parse_date("23/04/2025"), "2025-04-23");
  EXPECT_EQ(parse_date("04/23/2025"), "2025-04-23");
  EXPECT_EQ(parse_date("03/04/2025"), std::nullopt);
}

TEST(DateTest, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "None", "null", "yesterday", "2025-13-01", "2025-02-30", "12", "0000-00-00", "99999999"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace actant
