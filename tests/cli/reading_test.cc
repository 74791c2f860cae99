// What build and extract say of what they read: counts and lists of what was left out, field names, dates, languages,
// exit codes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* kStory =
    "The foreign ministers of Norway and Iceland met in Bergen on Monday and agreed to share the costs of the new cable between "
    "the two countries, a spokesman of the ministry said.";

std::string warc_record(const std::string& type, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-08-03T10:00:00Z\r\n"
         "WARC-Target-URI: https://c.example/a\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

class ReadingTest : public ProgramTest {
 protected:
  // Two articles are read; one is lost, one is in French, one is read already, and two records of the crawl are none.
  void write_archive() const {
    write_file(folder_ / "in" / "a.jsonl",
               "{\"id\": \"1\", \"text\": \"France praised Germany.\"}\n{\"id\": \"2\", \"text\": \n"
               "{\"id\": \"1\", \"text\": \"France  praised Germany.\"}\n");
    write_file(folder_ / "in" / "b.txt",
               "Le ministre des affaires étrangères a rencontré son homologue allemand à Berlin pour parler de "
               "la paix dans la région, selon un porte-parole du gouvernement.\n");
    write_file(folder_ / "in" / "c.warc", warc_record("warcinfo", "x") +
                                              warc_record("response", "HTTP/1.1 404 Not Found\r\n\r\n") +
                                              warc_record("conversion", std::string("Talks\n") + kStory));
  }
  // The one record of a file.
  json record(const std::string& arguments) const {
    const Outcome outcome = sh("actant extract --no-text " + arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return json::parse(outcome.out);
  }
};

TEST_F(ReadingTest, BuildEndsWithATableOfWhatWasReadAndWhatWasNot) {
  write_archive();
  const Outcome outcome = sh("actant build in --graph g --errors list.tsv");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("in/a.jsonl:2: broken JSON"));
  EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("read 5 articles: 2 added, 0 unchanged, 0 replaced, 3 skipped\n"
                                     "format      read  skipped  lost  why\n"
                                     "JSON Lines     1        2     1  1 broken JSON\n"
                                     "                                 1 duplicate\n"
                                     "WARC           0        2     0  1 no article (HTTP status 404)\n"
                                     "                                 1 no article (warcinfo record)\n"
                                     "WET            1        0     0\n"
                                     "text           0        1     0  1 not in English, but `fr`\n"));
  const auto list = lines_of(read_file(folder_ / "list.tsv"));
  ASSERT_EQ(list.size(), 6U);
  EXPECT_EQ(list[0], "place\tformat\twhat\treason");
  EXPECT_THAT(list[1], testing::StartsWith("in/a.jsonl:2\tJSON Lines\tlost\tbroken JSON: "));
  EXPECT_THAT(list,
              testing::Contains(
                  "in/a.jsonl:3\tJSON Lines\tskipped\tduplicate: an article before it has the same text and origin"));
  EXPECT_THAT(list, testing::Contains(testing::StartsWith("in/b.txt\ttext\tskipped\tnot in English, but `fr`")));
  EXPECT_THAT(list, testing::Contains("in/c.warc@0#urn:uuid:1\tWARC\tskipped\tno article: warcinfo record"));
}

// The same text at another address is an article of its own, linked to the first that prints it.
TEST_F(ReadingTest, NearDuplicatesAreCountedForTheRunAndForTheGraph) {
  const std::string story =
      std::string(kStory) +
      " The cable was cut twice last winter, and repairs took eleven weeks because of the ice. Fishermen on both coasts "
      "had asked for a new route away from their best grounds, which the two ministers promised to look at in spring.";
  const auto article = [](const std::string& id, const std::string& text) {
    return json({{"id", id}, {"url", "https://" + id + ".example/1"}, {"source", id}, {"text", text}}).dump() + "\n";
  };
  write_file(folder_ / "a.jsonl", article("wire", story) + article("post", story + " All rights reserved.") +
                                      article("other", "France praised Germany."));
  write_file(folder_ / "b.jsonl", article("late", "From our correspondent. " + story));
  EXPECT_THAT(sh("actant build a.jsonl --graph g").out,
              HasSubstr("read 3 articles: 3 added, 0 unchanged, 0 replaced, 0 skipped\n1 near duplicate: "));
  const json second = json::parse(sh("actant build b.jsonl --graph g --json").out);
  EXPECT_EQ(second["new_near_duplicates"], 1);
  EXPECT_EQ(second["near_duplicates"], 2);
  const std::string again = sh("actant build a.jsonl b.jsonl --graph g").out;
  EXPECT_THAT(again, testing::AllOf(HasSubstr("nothing changed\ngraph g: 4 articles (2 near duplicates), "),
                                    testing::Not(HasSubstr("near duplicates:"))));
  EXPECT_THAT(sh("actant stats g").out, testing::StartsWith("4 articles (2 near duplicates), "));
  EXPECT_EQ(json::parse(sh("actant stats g --json").out)["counts"]["near_duplicates"], 2);
}

TEST_F(ReadingTest, QuietlyMeansNoLinesAndExitZeroAndTheSameCounts) {
  write_archive();
  const Outcome outcome = sh("actant build in --graph g --keep-going-quietly --json --errors list.tsv");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  const json summary = json::parse(outcome.out);
  EXPECT_EQ(summary["formats"]["JSON Lines"]["lost"], 1);
  EXPECT_EQ(summary["formats"]["JSON Lines"]["skipped"]["broken JSON"], 1);
  EXPECT_EQ(summary["formats"]["WET"]["read"], 1);
  EXPECT_EQ(lines_of(read_file(folder_ / "list.tsv")).size(), 6U);
  EXPECT_EQ(sh("actant extract in/a.jsonl --keep-going-quietly").code, 0);
  EXPECT_EQ(sh("actant extract in/a.jsonl").code, 1);
}

TEST_F(ReadingTest, FieldsHaveTheNamesThatAreGiven) {
  write_file(folder_ / "in.csv",
             "Key,Copy,Kopf,Tag,Medium,Link,Sprache\n"
             "7,France praised Germany.,Praise,3 August 2025,The Post,https://p.example/7,en\n");
  const Outcome without = sh("actant extract in.csv");
  EXPECT_EQ(without.code, 1);
  EXPECT_THAT(without.err,
              HasSubstr("in.csv:1: no text: no column is called text, body, content or the like; name it with --field "
                        "text=COLUMN; the columns are Key, Copy, Kopf, Tag, Medium, Link, Sprache\n"));
  const json doc = record(
      "in.csv --field text=copy --field title=Kopf --field date=Tag --field source=Medium --field url=Link "
      "--field language=Sprache --field id=Key")["doc"];
  EXPECT_EQ(doc, json::parse(R"({"id": "7", "title": "Praise", "date": "2025-08-03", "source": "The Post",
                                 "url": "https://p.example/7", "language": "en", "origin": "in.csv:2"})"));
}

TEST_F(ReadingTest, DatesComeFromTheArticleElseTheNameOfTheFileElseTheUser) {
  write_file(folder_ / "with.txt", "title: Talks\ndate: 2 August 2025\n\nFrance praised Germany.\n");
  write_file(folder_ / "2025-08-03-talks.txt", "France praised Germany.\n");
  write_file(folder_ / "talks_20250803.md", "France praised *Germany*.\n");
  write_file(folder_ / "plain.txt", "France praised Germany.\n");
  EXPECT_EQ(record("with.txt --date 2024")["doc"]["date"], "2025-08-02");
  const json named = record("2025-08-03-talks.txt --date 2024");
  EXPECT_EQ(named["doc"]["date"], "2025-08-03");
  EXPECT_EQ(named["doc"]["date_basis"], "file name");
  EXPECT_EQ(record("talks_20250803.md")["doc"]["date"], "2025-08-03");
  EXPECT_EQ(record("plain.txt --date 2024-05")["doc"]["date"], "2024-05");
  EXPECT_FALSE(record("plain.txt")["doc"].contains("date"));
}

TEST_F(ReadingTest, OtherLanguagesAreReadWhenAskedFor) {
  write_archive();
  EXPECT_EQ(sh("actant extract in/b.txt").out, "");
  EXPECT_EQ(sh("actant extract in/b.txt").code, 0) << "a language is no loss";
  EXPECT_EQ(lines_of(sh("actant extract in/b.txt --language any").out).size(), 1U);
}

TEST_F(ReadingTest, WhatTwoOutletsPrintReachesTheGraphAndCountsOnce) {
  const std::string story = std::string("Angela Merkel met Emmanuel Macron in Paris on Monday. ") + kStory;
  json first = {{"url", "https://one.example/cable"}, {"source", "One"}, {"text", story}}, again = first,
       second = first;
  again["url"] = "http://www.one.example/cable/?utm_source=feed#top";
  second["url"] = "https://two.example/4711";
  second["source"] = "Two";
  write_file(folder_ / "in.jsonl", first.dump() + "\n" + again.dump() + "\n" + second.dump() + "\n");
  const Outcome outcome = sh("actant build in.jsonl --graph g");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("read 3 articles: 2 added, 0 unchanged, 0 replaced, 1 skipped"));
  const auto articles_of_meeting = [&] {
    return json::parse(sh("actant query g 'Angela Merkel' met-with 'Emmanuel Macron' --json").out).at(0).at("articles");
  };
  EXPECT_EQ(articles_of_meeting(), 1);
  EXPECT_EQ(sh("actant build in.jsonl --graph g --count-duplicates").code, 0);
  EXPECT_EQ(articles_of_meeting(), 2);
}

TEST_F(ReadingTest, ASentenceLeadsBackToTheBytesOfItsRecord) {
  const std::string first = warc_record("warcinfo", "x");
  write_file(
      folder_ / "c.warc",
      first + warc_record("conversion", std::string("Talks\nAngela Merkel met Emmanuel Macron in Paris. ") + kStory));
  ASSERT_EQ(sh("actant build c.warc --graph g").code, 0);
  const std::string origin = "c.warc@" + std::to_string(first.size()) + "#urn:uuid:1";
  const json found =
      json::parse(sh("actant why g 'Angela Merkel' met-with 'Emmanuel Macron' --json").out).at(0).at("evidence").at(0);
  EXPECT_EQ(found["article"]["origin"], origin);
  const size_t begin = found["sentence"]["start"], end = found["sentence"]["end"];
  // The record at that byte, and in its text the sentence.
  EXPECT_EQ(read_file(folder_ / "c.warc").substr(first.size(), 8), "WARC/1.0");
  const json read = json::parse(sh("actant extract c.warc").out);
  EXPECT_EQ(read["doc"]["origin"], origin);
  EXPECT_EQ(read["text"].get<std::string>().substr(begin, end - begin), found["text"].get<std::string>());
  const std::string place =
      "(characters " + std::to_string(begin) + "-" + std::to_string(end) + " of " + origin + ")\n";
  EXPECT_THAT(sh("actant why g 'Angela Merkel' met-with --places").out, HasSubstr(place));
  EXPECT_THAT(sh("actant why g 'Angela Merkel' met-with").out, testing::Not(HasSubstr(origin))) << "it has an address";
  for (const char* format :
       {"graphml", "gexf", "html", "jsonld", "nquads", "turtle", "trig", "graphology", "cytoscape", "ftm"}) {
    EXPECT_THAT(sh(std::string("actant export g --to ") + format).out, HasSubstr(origin)) << format;
  }
  for (const char* format : {"gephi-csv", "neo4j-csv", "graphrag"}) {
    EXPECT_THAT(sh(std::string("rm -rf tables; actant export g -o tables --to ") + format + "; cat tables/*").out,
                HasSubstr(origin))
        << format;
  }
}

TEST_F(ReadingTest, TheAuthorIsKeptInTheRecord) {
  write_file(
      folder_ / "a.jsonl",
      R"({"id": "1", "text": "France praised Germany.", "authors": ["Ann \"A\" Li", "Bo Ek"], "writer": "Cy Om"})");
  EXPECT_EQ(record("a.jsonl")["doc"]["author"], "Ann \"A\" Li, Bo Ek");
  EXPECT_EQ(record("a.jsonl --field author=writer")["doc"]["author"], "Cy Om");
}

TEST_F(ReadingTest, OneBriefInTwoOutletsCountsOnce) {
  json first = {{"source", "One"}, {"text", "Angela Merkel met Emmanuel Macron in Paris on Monday."}}, second = first;
  second["source"] = "Two";
  write_file(folder_ / "in.jsonl", first.dump() + "\n" + second.dump() + "\n");
  ASSERT_EQ(sh("actant build in.jsonl --graph g").code, 0);
  EXPECT_EQ(
      json::parse(sh("actant query g 'Angela Merkel' met-with 'Emmanuel Macron' --json").out).at(0).at("articles"), 1);
}

TEST_F(ReadingTest, WrongValuesAreUsageErrorsAndTouchNothing) {
  write_file(folder_ / "a.txt", "France praised Germany.\n");
  for (const char* wrong : {"--field text", "--field body=x", "--field text=", "--date 2025-13", "--date yesterday",
                            "--date-order ymd", "--encoding klingon", "--language fr", "--jobs 0"}) {
    const Outcome outcome = sh(std::string("actant build a.txt --graph g ") + wrong);
    EXPECT_EQ(outcome.code, 2) << wrong;
    EXPECT_FALSE(outcome.err.empty()) << wrong;
  }
  EXPECT_EQ(sh("actant build a.txt").code, 2) << "--graph is missing";
  EXPECT_FALSE(std::filesystem::exists(folder_ / "g"));
}

}  // namespace
}  // namespace actant::test
