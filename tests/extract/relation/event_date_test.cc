#include "extract/relation/event_date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/relation/event_fixture.h"

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

TEST(EventDateTest, ReadsOtherFormsOfDates) {
  EXPECT_EQ(date_of("2016-12-10", ""), "2016-12-10");
  EXPECT_EQ(date_of("in mid-2016", ""), "2016");
  EXPECT_EQ(date_of("in March last year", "2023-06-01"), "2022-03");
  EXPECT_EQ(date_of("earlier this year", "2023-06-01"), "2023");
  EXPECT_EQ(date_of("Tuesday of last week", "2023-06-01"), "2023-05-23");
  EXPECT_EQ(date_of("last Friday", "2019-11-15"), "2019-11-08");
  EXPECT_EQ(date_of("over the weekend", "2019-11-20"), "2019-11-16/2019-11-17");
}

TEST(EventDateTest, ReadsRanges) {
  EXPECT_EQ(date_of("from Monday to Wednesday", "2019-11-21"), "2019-11-18/2019-11-20");
  EXPECT_EQ(date_of("from May 3 to June 5 , 2020", ""), "2020-05-03/2020-06-05");
  EXPECT_EQ(date_of("between 2012 and 2015", ""), "2012/2015");
  EXPECT_EQ(date_of("May 5 to 7", "2019-11-21"), "2019-05-05/2019-05-07");
  EXPECT_EQ(date_of("between 5 and 7 May 2019", ""), "2019-05-05/2019-05-07");
  EXPECT_EQ(date_of("from at least 2002 to 2005", ""), "2002/2005");
}

TEST(EventDateTest, WhatStillHoldsReachesToTheArticle) {
  EXPECT_EQ(date_of("since 2016", "2024-01-10"), "2016/2024-01-10");
  EXPECT_EQ(date_of("since Monday", "2024-01-10"), "2024-01-08/2024-01-10");
  EXPECT_EQ(date_of("in the past two weeks", "2024-01-10"), "2023-12-27/2024-01-10");
  EXPECT_EQ(date_of("in the last 24 hours", "2024-01-10"), "2024-01-09/2024-01-10");
  EXPECT_EQ(date_of("in the last three years", "2024-01-10"), "2021/2024");
}

TEST(EventDateTest, WhatBoundsRecursOrIsANameDatesNothing) {
  EXPECT_EQ(date_of("until Friday", "2024-01-10"), "");
  EXPECT_EQ(date_of("by the late 1990s", "2024-01-10"), "");
  EXPECT_EQ(date_of("every Friday", "2024-01-10"), "");
  EXPECT_EQ(date_of("on Bloody Sunday", "2024-01-10"), "");
  EXPECT_EQ(date_of("since September 11", "2024-01-10"), "");
  EXPECT_EQ(date_of("before last year", "2024-01-10"), "");
  EXPECT_EQ(date_of("before last year 's war", "2024-01-10"), "2023");
  EXPECT_EQ(date_of("2003 people", "2024-01-10"), "");
}

TEST(EventDateTest, CountsBack) {
  EXPECT_EQ(date_of("3 days ago", "2024-01-02"), "2023-12-30");
  EXPECT_EQ(date_of("2 years ago", "2023-02-23"), "2021");
  EXPECT_EQ(date_of("last week", "2015-12-22"), "2015-12-14/2015-12-20");
}

TEST(EventDateTest, RelativeDatesNeedAnArticleDate) {
  EXPECT_EQ(date_of("yesterday", ""), "");
  EXPECT_EQ(date_of("on Monday", "2016-06"), "");
  EXPECT_EQ(date_of("since 2016", ""), "");
}

// The dates of the triples, in order, that EventStage and TimeStage make of a tree in an article of that day.
std::vector<std::string> dates_in(std::string_view tree, std::string_view day) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  document.info.date = day;
  EventStage().process(document);
  TimeStage().process(document);
  std::vector<std::string> dates;
  for (const Triple& triple : document.triples) dates.emplace_back(triple.time);
  return dates;
}

TEST(TimeStageTest, DaysAreCountedFromAnEventDatedElsewhere) {
  EXPECT_THAT(dates_in(R"(
    Hamas    Hamas    PROPN NNP 2 nsubj NER=B-ORG
    attacked attack   VERB  VBD 0 root
    Israel   Israel   PROPN NNP 2 obj NER=B-LOC
    on       on       ADP   IN  5 case
    Monday   Monday   PROPN NNP 2 obl

    Two      two      NUM   CD  2 nummod
    days     day      NOUN  NNS 7 obl
    after    after    ADP   IN  5 case
    the      the      DET   DT  5 det
    attack   attack   NOUN  NN  7 obl
    Kerry    Kerry    PROPN NNP 7 nsubj NER=B-PER
    met      meet     VERB  VBD 0 root
    Abbas    Abbas    PROPN NNP 7 obj NER=B-PER
  )",
                       "2019-11-22"),
              ::testing::ElementsAre("2019-11-18", "2019-11-20"));
}

TEST(TimeStageTest, TheDatelineSaysWhatTodayIs) {
  EXPECT_THAT(dates_in(R"(
    GENEVA   Geneva   PROPN NNP 7 nmod NER=B-LOC SpaceAfter=No
    ,        ,        PUNCT ,   1 punct
    Aug.     Aug.     PROPN NNP 1 appos
    3        3        NUM   CD  3 nummod
    -        -        PUNCT :   7 punct
    Kerry    Kerry    PROPN NNP 7 nsubj NER=B-PER
    met      meet     VERB  VBD 0 root
    Abbas    Abbas    PROPN NNP 7 obj NER=B-PER
    today    today    NOUN  NN  7 obl
  )",
                       "2016-08-04"),
              ::testing::ElementsAre("2016-08-03"));
}

TEST(TimeStageTest, ADayBehindANameBelongsToTheVerb) {
  EXPECT_THAT(dates_in(R"(
    Kerry    Kerry    PROPN NNP 2 nsubj NER=B-PER
    met      meet     VERB  VBD 0 root
    Abbas    Abbas    PROPN NNP 2 obj NER=B-PER
    on       on       ADP   IN  5 case
    Monday   Monday   PROPN NNP 3 nmod
  )",
                       "2019-11-22"),
              ::testing::ElementsAre("2019-11-18"));
}

TEST(TimeStageTest, CondemningAnAttackDoesNotDateIt) {
  EXPECT_THAT(dates_in(R"(
    Kerry     Kerry    PROPN NNP 2 nsubj NER=B-PER
    condemned condemn  VERB  VBD 0 root
    Hamas     Hamas    PROPN NNP 5 nmod:poss NER=B-ORG
    's        's       PART  POS 3 case
    attack    attack   NOUN  NN  2 obj
    on        on       ADP   IN  7 case
    Israel    Israel   PROPN NNP 5 nmod NER=B-LOC
    on        on       ADP   IN  9 case
    Monday    Monday   PROPN NNP 2 obl
  )",
                       "2019-11-22"),
              ::testing::UnorderedElementsAre("2019-11-18", ""));
}

// The dates that TimeStage gives to a triple with this predicate, whose arguments are the first two names.
std::string date_of_triple(std::string_view tree, RelationType relation, uint32_t predicate,
                           EntityType subject_type = EntityType::kOrganization) {
  Document document = testing::parse_conllu(tree);
  testing::make_entities(document);
  document.info.date = "2019-11-22";
  document.entities[0].type = subject_type;
  Triple& triple = document.triples.emplace_back();
  triple.subject = 0;
  triple.relation = relation;
  triple.object = 1;
  triple.predicate = predicate;
  triple.evidence = {0};
  TimeStage().process(document);
  return std::string(document.triples.front().time);
}

TEST(TimeStageTest, AClaimIsDatedAsTheDeedClaimed) {
  EXPECT_EQ(date_of_triple(R"(
    Hamas          Hamas          PROPN NNP 2 nsubj NER=B-ORG
    claimed        claim          VERB  VBD 0 root
    responsibility responsibility NOUN  NN  2 obj
    on             on             ADP   IN  5 case
    Thursday       Thursday       PROPN NNP 2 obl
    for            for            ADP   IN  9 case
    Monday         Monday         PROPN NNP 9 nmod:poss
    's             's             PART  POS 7 case
    attack         attack         NOUN  NN  2 obl
    on             on             ADP   IN  11 case
    Israel         Israel         PROPN NNP 9 nmod NER=B-LOC
  )",
                           RelationType::kAttacked, 1),
            "2019-11-18");
}

constexpr std::string_view kElection = R"(
    The      the      DET   DT  2 det
    Election Election PROPN NNP 6 nsubj:pass NER=B-EVENT
    in       in       ADP   IN  4 case
    Iran     Iran     PROPN NNP 2 nmod NER=B-LOC
    was      be       AUX   VBD 6 aux:pass
    held     hold     VERB  VBN 0 root
    on       on       ADP   IN  8 case
    Monday   Monday   PROPN NNP 6 obl
)";

TEST(TimeStageTest, AnEventLiesSomewhereWhenItTakesPlace) {
  EXPECT_EQ(date_of_triple(kElection, RelationType::kLocatedIn, 1, EntityType::kEvent), "2019-11-18");
  EXPECT_EQ(date_of_triple(kElection, RelationType::kLocatedIn, 1, EntityType::kOrganization), "");
}

TEST(TimeStageTest, AnOfficeHasTheYearBeforeIt) {
  EXPECT_EQ(date_of_triple(R"(
    Romney   Romney   PROPN NNP 7 nsubj NER=B-PER
    ,        ,        PUNCT ,   5 punct
    the      the      DET   DT  5 det
    2012     2012     NUM   CD  5 nummod
    nominee  nominee  NOUN  NN  1 appos
    ,        ,        PUNCT ,   5 punct
    met      meet     VERB  VBD 0 root
    Kerry    Kerry    PROPN NNP 7 obj NER=B-PER
  )",
                           RelationType::kHoldsPosition, 4),
            "2012");
}

TEST(TimeStageTest, TheDayOfAClauseDatesNoOffice) {
  EXPECT_EQ(date_of_triple(R"(
    On       on       ADP   IN  2 case
    Thursday Thursday PROPN NNP 6 nmod
    ,        ,        PUNCT ,   6 punct
    Hakim    Hakim    PROPN NNP 7 nsubj NER=B-PER
    the      the      DET   DT  6 det
    leader   leader   NOUN  NN  4 appos
    met      meet     VERB  VBD 0 root
    Kerry    Kerry    PROPN NNP 7 obj NER=B-PER
  )",
                           RelationType::kHoldsPosition, 5),
            "");
}

// Two sentences of one speaker, the first on Monday; gives the dates of what he said.
std::vector<std::string> dates_of_speech(std::string_view second) {
  const std::string first = R"(
    Kerry  Kerry  PROPN NNP 2 nsubj NER=B-PER
    said   say    VERB  VBD 0 root
    on     on     ADP   IN  4 case
    Monday Monday PROPN NNP 2 obl
    peace  peace  NOUN  NN  6 nsubj
    failed fail   VERB  VBD 2 ccomp

  )";
  Document document = testing::parse_conllu(first + std::string(second));
  testing::make_entities(document);
  document.info.date = "2019-11-22";
  document.tokens[document.sentences[0].last - 1].space_after = 3;  // a new paragraph
  for (uint32_t sentence = 0; sentence < 2; ++sentence) {
    const uint32_t verb = document.sentences[sentence].first + 1;
    const Span said(document.tokens[document.sentences[sentence].last - 2].span.begin,
                    document.tokens[document.sentences[sentence].last - 1].span.end);
    document.statements.push_back({said, 0, verb, {}});
    Triple& triple = document.triples.emplace_back();
    triple.subject = 0;
    triple.relation = RelationType::kStated;
    triple.object = sentence;
    triple.predicate = verb;
    triple.evidence = {sentence};
  }
  TimeStage().process(document);
  return {std::string(document.triples[0].time), std::string(document.triples[1].time)};
}

TEST(TimeStageTest, WhoIsQuotedFurtherSpokeOnThatDay) {
  EXPECT_THAT(dates_of_speech(R"(
    Kerry  Kerry  PROPN NNP 2 nsubj NER=B-PER
    said   say    VERB  VBD 0 root
    war    war    NOUN  NN  4 nsubj
    looms  loom   VERB  VBZ 2 ccomp
  )"),
              ::testing::ElementsAre("2019-11-18", "2019-11-18"));
}

TEST(TimeStageTest, WhoSpeaksAtAMeetingSpeaksOnAnotherOccasion) {
  EXPECT_THAT(dates_of_speech(R"(
    Kerry   Kerry   PROPN NNP 2 nsubj NER=B-PER
    said    say     VERB  VBD 0 root
    at      at      ADP   IN  5 case
    a       a       DET   DT  5 det
    session session NOUN  NN  2 obl
    war     war     NOUN  NN  7 nsubj
    looms   loom    VERB  VBZ 2 ccomp
  )"),
              ::testing::ElementsAre("2019-11-18", ""));
}

TEST(CalendarTest, RejectsDaysThatDoNotExist) {
  EXPECT_FALSE(PartialDate::parse("2023-02-29"));
  EXPECT_TRUE(PartialDate::parse("2024-02-29"));
  EXPECT_FALSE(PartialDate::parse("soon"));
}

}  // namespace
}  // namespace actant
