#include "extract/relation/event_date.h"

#include <gtest/gtest.h>

#include "tests/support/conllu.h"

namespace actant {
namespace {

// The date that the words before the verb of `<words> met` get; words hang on the verb, `past` sets its tense.
std::string date_of(std::string_view words, std::string_view anchor, bool past = true) {
  std::string conllu;
  uint32_t count = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    const std::string word(words.substr(at, end - at));
    const bool number = word[0] >= '0' && word[0] <= '9';
    const bool name = word[0] >= 'A' && word[0] <= 'Z';
    conllu += word + " " + word +
              (word == "," ? " PUNCT , V punct\n"
               : number    ? " NUM CD V obl\n"
               : name      ? " PROPN NNP V obl\n"
                           : " NOUN NN V obl\n");
    ++count;
    at = end + 1;
  }
  if (!past) {
    conllu += "will will AUX MD V aux\n";
    ++count;
  }
  conllu += past ? "met meet VERB VBD 0 root\n" : "meet meet VERB VB 0 root\n";
  const std::string verb = std::to_string(count + 1);
  for (size_t at; (at = conllu.find(" V ")) != std::string::npos;) conllu.replace(at + 1, 1, verb);
  const Document document = testing::parse_conllu(conllu);
  std::vector<TimeExpression> times;
  find_times(document, 0, PartialDate::parse(anchor), times);
  return times.empty() ? "" : times[0].value.iso();
}

TEST(EventDateTest, WeekdayIsTheLastOneForThePastAndTheNextForTheFuture) {
  EXPECT_EQ(date_of("on Monday", "2016-06-07"), "2016-06-06");
  EXPECT_EQ(date_of("on Tuesday", "2016-06-07"), "2016-06-07");
  EXPECT_EQ(date_of("on Wednesday", "2016-06-07"), "2016-06-01");
  EXPECT_EQ(date_of("on Wednesday", "2016-06-07", false), "2016-06-08");
}

TEST(EventDateTest, DecadeIsItsTenYears) {
  EXPECT_EQ(date_of("in the 1980s", "2016-08-10"), "1980/1989");
  EXPECT_EQ(date_of("in the 1970s and 80s", "2016-08-10"), "1970/1989");
}

TEST(EventDateTest, KeepsThePrecisionOfTheWords) {
  EXPECT_EQ(date_of("today", "2024-10-18"), "2024-10-18");
  EXPECT_EQ(date_of("yesterday", "2024-03-01"), "2024-02-29");
  EXPECT_EQ(date_of("last month", "2024-01-10"), "2023-12");
  EXPECT_EQ(date_of("next year", "2024-01-10"), "2025");
  EXPECT_EQ(date_of("in 2003", "2024-01-10"), "2003");
  EXPECT_EQ(date_of("today", "2016-05"), "2016-05");
}

TEST(EventDateTest, ReadsCalendarDatesInBothOrders) {
  EXPECT_EQ(date_of("January 5 , 2024", ""), "2024-01-05");
  EXPECT_EQ(date_of("5 January 2024", ""), "2024-01-05");
  EXPECT_EQ(date_of("September 2021", ""), "2021-09");
  EXPECT_EQ(date_of("on December 20", "2024-01-10"), "2023-12-20");
}

TEST(EventDateTest, CountsBack) {
  EXPECT_EQ(date_of("3 days ago", "2024-01-02"), "2023-12-30");
  EXPECT_EQ(date_of("2 years ago", "2023-02-23"), "2021");
  EXPECT_EQ(date_of("last week", "2015-12-22"), "2015-12-14/2015-12-20");
}

TEST(EventDateTest, RelativeDatesNeedAnArticleDate) {
  EXPECT_EQ(date_of("yesterday", ""), "");
  EXPECT_EQ(date_of("on Monday", "2016-06"), "");
  EXPECT_EQ(date_of("since 2016", "2024-01-10"), "");
}

TEST(CalendarTest, RejectsDaysThatDoNotExist) {
  EXPECT_FALSE(PartialDate::parse("2023-02-29"));
  EXPECT_TRUE(PartialDate::parse("2024-02-29"));
  EXPECT_FALSE(PartialDate::parse("soon"));
}

}  // namespace
}  // namespace actant
