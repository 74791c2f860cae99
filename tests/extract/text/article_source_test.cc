// The record behind an article is found again, byte for byte, in every format and however it is packed.

#include "extract/text/article_source.h"

#include "graph/model/error.h"
#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::gzip;
using test::http;
using test::page;
using test::warc_record;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string little_endian(uint64_t value, size_t bytes) {
  std::string out;
  for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xff);
  return out;
}

/// A zip of members that are not compressed.
std::string zip(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out, directory;
  for (const auto& [name, bytes] : members) {
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const std::string head = little_endian(20, 2) + std::string(8, '\0') + little_endian(sum, 4) +
                             little_endian(bytes.size(), 4) + little_endian(bytes.size(), 4) +
                             little_endian(name.size(), 2) + little_endian(0, 2);
    directory +=
        "PK\x01\x02" + little_endian(20, 2) + head + std::string(10, '\0') + little_endian(out.size(), 4) + name;
    out += "PK\x03\x04" + head + name + bytes;
  }
  const std::string number = little_endian(members.size(), 2);
  return out + directory + "PK\x05\x06" + std::string(4, '\0') + number + number + little_endian(directory.size(), 4) +
         little_endian(out.size(), 4) + std::string(2, '\0');
}

/// A tar of regular files.
std::string tar(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string out;
  for (const auto& [name, bytes] : members) {
    std::string head = name + std::string(100 - name.size(), '\0') +
                       std::string(
                           "0000644\0"
                           "0000000\0"
                           "0000000\0",
                           24);
    char numbers[32];
    std::snprintf(numbers, sizeof numbers, "%011zo", bytes.size());
    head.append(numbers, 12).append("00000000000").append(1, '\0').append("        0").append(100, '\0');
    head.append(
            "ustar\0"
            "00",
            8)
        .append(512 - head.size(), '\0');
    unsigned sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    std::snprintf(numbers, sizeof numbers, "%06o", sum);
    head.replace(148, 8, std::string(numbers, 7) + " ");
    out += head + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
  }
  return out + std::string(1024, '\0');
}

class ArticleSourceTest : public test::ArchiveTest {
 protected:
  // The records of all articles of a file, each found by its origin alone.
  std::vector<std::string> records(const std::string& name, const std::string& bytes, ReadOptions options = {}) {
    std::vector<std::string> found;
    for (const InputArticle& article : read(name, bytes, options)) {
      const SourceRecord source = find_source(article.info.origin, "", options, {});
      EXPECT_EQ(source.article.text, article.text) << article.info.origin;
      found.push_back(source.bytes);
    }
    return found;
  }
  std::string message(const std::string& origin, const std::string& archive = "") {
    try {
      find_source(origin, archive, {}, {});
    } catch (const IoError& error) {
      return error.what();
    }
    return "found";
  }
};

const std::string kTarget = "WARC-Target-URI: https://c.example/a\r\n";
const std::string kOne = warc_record("response", http(page("<title>One</title>")), kTarget);
const std::string kTwo = warc_record("conversion", "Two\nThe second text.\n");

TEST_F(ArticleSourceTest, RecordsOfACrawlComeOutOfTheirGzipMembers) {
  const std::string info = warc_record("warcinfo", std::string(100000, 'x'));
  const std::string one = kOne.substr(0, kOne.size() - 4),
                    two = kTwo.substr(0, kTwo.size() - 4);  // without the lines behind
  EXPECT_THAT(records("a.warc", info + kOne + info + kTwo), ElementsAre(one, two));
  EXPECT_THAT(records("b.warc.gz", gzip(info) + gzip(kOne) + gzip(info) + gzip(kTwo)), ElementsAre(one, two));
  EXPECT_THAT(records("c.warc.gz", gzip(info + kOne + info + kTwo)), ElementsAre(one, two));
  EXPECT_EQ(page_of(one), page("<title>One</title>"));
  EXPECT_EQ(page_of(two), "Two\nThe second text.\n");
  EXPECT_EQ(page_of("no record"), "no record");
}

TEST_F(ArticleSourceTest, ARecordOfACrawlIsReadWithoutWhatIsBeforeIt) {
  std::string crawl = gzip(kOne) + gzip(kTwo);
  const std::string origin = read("a.warc.gz", crawl).at(1).info.origin;
  std::fill_n(crawl.begin(), gzip(kOne).size(), 'x');  // nobody looks there
  std::ofstream(folder_ / "a.warc.gz", std::ios::binary) << crawl;
  EXPECT_EQ(find_source(origin, "", {}, {}).article.text, "Two\nThe second text.\n");
}

TEST_F(ArticleSourceTest, LinesObjectsAndRows) {
  EXPECT_THAT(records("a.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": 1}\n{\"text\": \"Two.\"}"),
              ElementsAre("{\"text\": \"One.\"}\n", "{\"text\": \"Two.\"}"));
  EXPECT_THAT(records("a.json", "[{\"text\": \"One.\"}, {\"text\": \"Two.\"},\n\n {\"text\":\n\"Three.\"}]"),
              ElementsAre("{\"text\": \"One.\"}", "{\"text\": \"Two.\"}", "{\"text\":\n\"Three.\"}"));
  EXPECT_THAT(records("a.csv", "title,text\nA,\"One\n\"\"1\"\".\"\r\nB,Two.\n"),
              ElementsAre("A,\"One\n\"\"1\"\".\"\r\n", "B,Two.\n"));
}

TEST_F(ArticleSourceTest, ElementsOfMarkup) {
  const std::string one = "<item><title>A</title><description>One &amp; &lt;b&gt;.</description></item>",
                    two = "<item ><description>Two.</description></item >";
  const std::string feed = "<rss><channel>\n" + one + "<x/>" + two + "</channel></rss>";
  EXPECT_THAT(records("a.xml", feed), ElementsAre(one, two));
  EXPECT_THAT(records("b.xml", "\xef\xbb\xbf" + feed), ElementsAre(one, two));
  EXPECT_THAT(records("c.xml", "<rss><channel>" + std::string(300000, ' ') + one + "</channel></rss>"),
              ElementsAre(one));
  const auto story = [](const std::string& id, const std::string& body) {
    return "<REUTERS NEWID=\"" + id + "\">\n<TEXT>\n<TITLE>OIL</TITLE>\n<BODY>" + body + "</BODY></TEXT>\n</REUTERS>\n";
  };
  EXPECT_THAT(
      records("r.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + story("7", "Oil rose.") + story("8", "It fell.")),
      ElementsAre(story("7", "Oil rose."), story("8", "It fell.")));
}

TEST_F(ArticleSourceTest, Messages) {
  const auto message = [](const std::string& id) {
    return "From: a@b.example\nSubject: Talks\nMessage-ID: <" + id + ">\n\nText of " + id + ".\n>From there.\n";
  };
  const std::string line = "From a@b.example Sun Aug  3 10:00:00 2025\n";
  EXPECT_THAT(records("a.eml", message("m1")), ElementsAre(message("m1")));
  EXPECT_THAT(records("box", line + message("m1") + "\n" + line + message("m2") + "\n" + line + message("m3")),
              ElementsAre(line + message("m1") + "\n", line + message("m2") + "\n", line + message("m3")));
}

TEST_F(ArticleSourceTest, WholeFilesInTheirOwnCharacterSet) {
  EXPECT_THAT(records("a.txt", "\xef\xbb\xbfTitle\n\nSome text."), ElementsAre("\xef\xbb\xbfTitle\n\nSome text."));
  EXPECT_THAT(records("a.md", "# A\n\n*Some* text."), ElementsAre("# A\n\n*Some* text."));
  EXPECT_THAT(records("a.html", page("")), ElementsAre(page("")));
  const std::string wide(
      "\xff\xfe"
      "T\0e\0x\0t\0.\0",
      12);
  EXPECT_THAT(records("wide.txt", wide), ElementsAre(wide));
  ReadOptions options;
  options.encoding = "windows-1252";
  EXPECT_THAT(records("b.txt", "The caf\xe9.", options), ElementsAre("The caf\xe9."));
}

TEST_F(ArticleSourceTest, MembersOfContainersPackedInAnyWay) {
  const std::string lines = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  const std::vector<std::pair<std::string, std::string>> members = {
      {"a.txt", "Text A."}, {"deep/b.jsonl.gz", gzip(lines)}, {"c!d:1@2.warc", kTwo}, {"a.txt.md", "Text B."}};
  const auto expected = ElementsAre("Text A.", "{\"text\": \"One.\"}\n", "{\"text\": \"Two.\"}\n",
                                    kTwo.substr(0, kTwo.size() - 4), "Text B.");
  EXPECT_THAT(records("a.zip", zip(members)), expected);
  EXPECT_THAT(records("a.tar", tar(members)), expected);
  EXPECT_THAT(records("a.tar.gz", gzip(tar(members))), expected);
  EXPECT_THAT(records("b.zip", zip({{"x.txt", "Text X."}, {"in.tar.gz", gzip(tar(members))}})),
              ElementsAre("Text X.", "Text A.", "{\"text\": \"One.\"}\n", "{\"text\": \"Two.\"}\n",
                          kTwo.substr(0, kTwo.size() - 4), "Text B."));
}

TEST_F(ArticleSourceTest, OfMembersOfOneNameTheOneThatDoesNotDiffer) {
  const auto articles = read("a.tar", tar({{"a.txt", "The first text."}, {"a.txt", "The second text."}}));
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].info.origin, articles[1].info.origin);
  const auto source = find_source(articles[1].info.origin, "", {}, [](const InputArticle& article) {
    return std::string(article.text == "The second text." ? "" : "another text");
  });
  EXPECT_EQ(source.bytes, "The second text.");
  EXPECT_EQ(source.changed, "");
}

TEST_F(ArticleSourceTest, ArchivesThatMovedAreFoundBelowAFolder) {
  const std::string origin = read("a.jsonl", "{\"text\": \"One.\"}\n").at(0).info.origin;
  std::filesystem::create_directories(folder_ / "new/place");
  std::filesystem::rename(folder_ / "a.jsonl", folder_ / "new/place/a.jsonl");
  EXPECT_THAT(message(origin), HasSubstr("is not there any more; --archive says where it is now"));
  EXPECT_EQ(message(origin, folder_ / "new/place"), "found");
  EXPECT_THAT(message(origin, folder_ / "new"), HasSubstr("is not there, nor below"));
  EXPECT_EQ(message("place/a.jsonl:1", folder_ / "new"), "found");
  EXPECT_EQ(message("/mnt/old/place/a.jsonl:1", folder_ / "new"), "found");
  std::filesystem::rename(folder_ / "new/place/a.jsonl", folder_ / "b@2.jsonl");
  EXPECT_EQ(message(origin, folder_ / "b@2.jsonl"), "found") << "whatever the file is called now";
  EXPECT_EQ(message("standard input:1", folder_ / "b@2.jsonl"), "found");
  EXPECT_THAT(message("standard input:1"),
              HasSubstr("was read from standard input; --archive names the file that was"));
}

TEST_F(ArticleSourceTest, AFileThatHasChangedIsAnErrorThatSaysWhatIsMissing) {
  const std::string path = (folder_ / "a.jsonl").string();
  const std::string origin = read("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n").at(1).info.origin;
  read("a.jsonl", "{\"text\": \"One.\"}\n");
  EXPECT_EQ(message(origin), path + ": has changed since it was read: no article at :2");
  read("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \n");
  EXPECT_THAT(message(origin), HasSubstr("no article at :2 (broken JSON"));
  read("a.jsonl", "");
  EXPECT_THAT(message(origin), HasSubstr("no article at :2 (no text: the file is empty)"));
  const std::string crawl = read("a.warc.gz", gzip(kOne) + gzip(kTwo)).at(1).info.origin;
  read("a.warc.gz", gzip(kTwo) + gzip(kOne));
  EXPECT_THAT(message(crawl), HasSubstr("a.warc.gz: has changed since it was read: no article at @"));
  EXPECT_EQ(find_source((folder_ / "a.warc.gz").string() + "@0#urn:uuid:conversion", "", {},
                        [](const InputArticle&) { return std::string("other"); })
                .changed,
            "other");
}

}  // namespace
}  // namespace actant
