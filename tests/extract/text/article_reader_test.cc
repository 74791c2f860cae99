#include "extract/text/article_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/extract/text/archive_test.h"
#include "tests/support/temp_dir.h"

namespace actant {
namespace {

using test::gzip;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ArticleReaderTest : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  std::vector<InputArticle> read(std::vector<std::string> paths, ReadOptions options = {}) {
    problems_.clear();
    ArticleReader reader(std::move(paths), options, [&](const ReadProblem& problem) { problems_.push_back(problem); });
    std::vector<InputArticle> articles;
    for (InputArticle article; reader.next(article);) articles.push_back(article);
    EXPECT_EQ(reader.problems(), problems_.size());
    EXPECT_EQ(reader.articles(), articles.size());
    return articles;
  }
  std::vector<InputArticle> read(const std::string& path) { return read(std::vector<std::string>{path}); }

  test::TempDir temp_;
  const std::filesystem::path folder_ = temp_.path();
  std::vector<ReadProblem> problems_;
};

TEST_F(ArticleReaderTest, HeaderOfAPlainFileIsMetadata) {
  const auto articles = read(write("a.txt",
                                   "\xef\xbb\xbfTitle: Storm\r\nDate: 3 August 2025\r\nauthor: X\r\nurl: "
                                   "http://e.org/1\r\nlanguage: en-GB\r\n\r\nIt rained.\r\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.id, "a");
  EXPECT_EQ(articles[0].info.title, "Storm");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].info.url, "http://e.org/1");
  EXPECT_EQ(articles[0].info.language, "en");
  EXPECT_EQ(articles[0].text, "It rained.\r\n");
}

TEST_F(ArticleReaderTest, ShortFirstLineBeforeAnEmptyLineIsTheTitleAndStaysInTheText) {
  const auto articles = read({write("a.txt", "Storm hits coast\n\nIt rained."), write("b.txt", "It rained.\n\nA lot."),
                              write("c.txt", "Note: it rained\nand snowed.\n\nA lot.")});
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[0].info.title, "Storm hits coast");
  EXPECT_EQ(articles[0].text, "Storm hits coast\n\nIt rained.");
  EXPECT_EQ(articles[1].info.title, "");
  EXPECT_EQ(articles[2].info.title, "");
  EXPECT_EQ(articles[2].text, "Note: it rained\nand snowed.\n\nA lot.");
}

TEST_F(ArticleReaderTest, BrokenLineOfJsonLinesIsToldAndTheRestGoesOn) {
  const std::string path = write("a.jsonl",
                                 "{\"id\": 7, \"text\": \"One.\"}\n{\"text\": \"Two.\"\n\n{\"text\": "
                                 "\"caf\xe9\"}\n[1]\n{\"text\": null}\n{\"TEXT\": \"Three.\"}");
  const auto articles = read(path);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.id, "7");
  EXPECT_EQ(articles[0].info.origin, path + ":1");
  EXPECT_EQ(articles[1].text, "Three.");
  EXPECT_THAT(articles[1].info.id, ::testing::MatchesRegex("a-[0-9a-f]+"));
  EXPECT_EQ(articles[1].info.id.size(), 18u);
  ASSERT_EQ(problems_.size(), 4u);
  EXPECT_EQ(problems_[0].line, 2u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("broken JSON"));
  EXPECT_EQ(problems_[1].line, 4u);
  EXPECT_THAT(problems_[1].reason, HasSubstr("not UTF-8: byte 13"));
  EXPECT_EQ(problems_[2].line, 5u);
  EXPECT_THAT(problems_[3].reason, HasSubstr("no text"));
}

TEST_F(ArticleReaderTest, NumberBeyondDoubleIsABrokenRecord) {
  EXPECT_EQ(read(write("a.jsonl", "{\"text\": \"One.\", \"date\": 1e999}\n{\"text\": \"Two.\"}\n")).size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("broken JSON: number overflow"));
}

TEST_F(ArticleReaderTest, BrokenFirstLineCostsNoOther) {
  EXPECT_EQ(read(write("a.jsonl", "{\"text\": \"One.\",\n{\"text\": \"Two.\"}\n")).size(), 1u);
  EXPECT_EQ(problems_.size(), 1u);
  EXPECT_EQ(read(write("b", "{\"text\": \"One.\",\n{\"text\": \"Two.\"}\n")).size(), 1u);
}

TEST_F(ArticleReaderTest, KnowsTheFieldsOfOtherTools) {
  const auto articles = read(write(
      "a.jsonl",
      R"({"maintext": "One.", "date_publish": "None", "date": "2017-07-17 17:03:00", "source_domain": "e.org", "language": "en"})"
      "\n"
      R"({"text": "Two.", "source": {"name": "The Post"}, "publishedAt": 1754217000, "lang": "English", "id": "http://e.org/2"})"
      "\n"
      R"({"text": "Three.", "source": "http://e.org/3", "source-hostname": "Site", "url": null})"
      "\n"
      R"({"text": {"nested": 1}, "body": "Four.", "headline": "  H  "})"));
  ASSERT_EQ(articles.size(), 4u);
  EXPECT_EQ(articles[0].info.date, "2017-07-17");
  EXPECT_EQ(articles[0].info.source, "e.org");
  EXPECT_EQ(articles[1].info.source, "The Post");
  EXPECT_EQ(articles[1].info.date, "2025-08-03");
  EXPECT_EQ(articles[1].info.language, "en");
  EXPECT_EQ(articles[1].info.url, "http://e.org/2");
  EXPECT_EQ(articles[1].info.id, "http://e.org/2");
  EXPECT_EQ(articles[2].info.source, "Site");
  EXPECT_EQ(articles[2].info.url, "http://e.org/3");
  EXPECT_EQ(articles[3].text, "Four.");
  EXPECT_EQ(articles[3].info.title, "H");
}

TEST_F(ArticleReaderTest, ReadsArraysAndObjectsOverLines) {
  const auto articles = read(
      {write("a.json", "[\n  {\"text\": \"One } \\\" {.\"},\n  {\"text\":\n \"Two.\"},\n 3, {\"text\": \"Three.\"}\n]"),
       write("b.json", "{\n  \"text\": \"Four.\",\n  \"source\": {\"name\": \"x\"}\n}\n"),
       write("c.json", "[{\"text\": \"Five")});
  ASSERT_EQ(articles.size(), 4u);
  EXPECT_EQ(articles[0].text, "One } \" {.");
  EXPECT_THAT(articles[1].info.origin, HasSubstr("a.json:3"));
  EXPECT_EQ(articles[3].text, "Four.");
  ASSERT_EQ(problems_.size(), 2u);
  EXPECT_THAT(problems_[1].reason, HasSubstr("ends within"));
}

TEST_F(ArticleReaderTest, ReadsAllMembersOfGzipByContent) {
  const auto articles = read({write("a.bin", gzip("{\"text\": \"One.\"}\n") + gzip("{\"text\": \"Two.\"}\n")),
                              write("b.txt.gz", gzip("Three."))});
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[1].text, "Two.");
  EXPECT_EQ(articles[2].info.id, "b");
}

TEST_F(ArticleReaderTest, CutGzipIsTold) {
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "{\"text\": \"Line " + std::to_string(i * 7919) + "\"}\n";
  const std::string packed = gzip(lines);
  const auto articles = read({write("a.jsonl.gz", packed.substr(0, packed.size() / 2)), write("b.txt", "Good.")});
  ASSERT_FALSE(articles.empty());
  EXPECT_EQ(articles.back().text, "Good.");
  EXPECT_FALSE(problems_.empty());
}

TEST_F(ArticleReaderTest, WalksFoldersInOrderAndPassesOverTheRest) {
  write("z/b.txt", "B.");
  write("z/a/c.txt", "C.");
  write("z/.hidden.txt", "H.");
  write("z/picture.png", "P.");
  write("z/d.jsonl", "{\"text\": \"D.\"}\n");
  std::vector<std::string> texts;
  for (const InputArticle& article : read((folder_ / "z").string())) texts.push_back(article.text);
  EXPECT_THAT(texts, ElementsAre("C.", "B.", "D."));
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_F(ArticleReaderTest, FilesOfOneNameGetDifferentIds) {
  write("z/1/a.txt", "One.");
  write("z/2/a.txt", "Two.");
  const auto articles = read((folder_ / "z").string());
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].info.id, "a");
  EXPECT_THAT(articles[1].info.id, ::testing::EndsWith("z/2/a"));
}

TEST_F(ArticleReaderTest, NothingIsLostWithoutAWord) {
  std::filesystem::create_directories(folder_ / "empty");
  const auto articles = read({(folder_ / "missing.txt").string(), write("e.txt", ""), write("b.txt", " \n"),
                              (folder_ / "empty").string(), write("l.txt", "The caf\xe9 is old."),
                              write("t.txt", "cut \xe2\x82"), write("n.txt", std::string("a\0b", 3)),
                              write("h.txt", "title: x\n\n"), write("j.json", "\n\n"), write("g.txt", "Good.")});
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text, "Good.");
  ASSERT_EQ(problems_.size(), 9u);
  EXPECT_THAT(problems_[0].reason, HasSubstr("no such file"));
  EXPECT_THAT(problems_[4].reason, HasSubstr("looks like Windows-1252, read it with --encoding CP1252"));
  EXPECT_THAT(problems_[5].reason, HasSubstr("byte 4"));
}

TEST_F(ArticleReaderTest, ArticlesAboveTheLimitAreSkipped) {
  ReadOptions options;
  options.max_article_bytes = 40;
  const std::string big(100, 'x');
  const auto articles =
      read({write("a.txt", big), write("b.jsonl", "{\"text\": \"" + big + "\"}\n{\"text\": \"One.\"}\n"),
            write("c.json", "[{\"text\": \"" + big + "\"}, {\"text\": \"Two.\"}]")},
           options);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[1].text, "Two.");
  EXPECT_EQ(problems_.size(), 3u);
}

TEST_F(ArticleReaderTest, CountsBytes) {
  write("z/a.txt", "12345");
  write("z/b.txt", "678");
  ArticleReader reader({(folder_ / "z").string()}, {}, {});
  EXPECT_EQ(reader.bytes_total(), 8u);
  for (InputArticle article; reader.next(article);) {
  }
  EXPECT_EQ(reader.bytes_read(), 8u);
  EXPECT_EQ(reader.files(), 2u);
}

}  // namespace
}  // namespace actant
