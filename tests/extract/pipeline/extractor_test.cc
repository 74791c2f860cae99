// The whole extractor with the models of the repository: what a reader of records relies on, whatever the models say.

#include "extract/extractor.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "extract/text/utf8.h"
#include "graph/model/error.h"
#include "graph/model/record_io.h"

namespace actant {
namespace {

const Extractor& extractor() {
  static const std::shared_ptr<const Extractor> loaded =
      Extractor::load({std::string(ACTANT_SOURCE_DIR) + "/extract/model"});
  return *loaded;
}

std::string example(const std::string& name) {
  std::ifstream file(std::string(ACTANT_SOURCE_DIR) + "/examples/archive/" + name + ".txt");
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  return all.substr(all.find("\n\n") + 2);
}

Record extract(const std::string& text, const std::string& date = "2025-01-14") {
  Record record;
  ArticleInfo info;
  info.id = "test";
  info.date = date;
  extractor().make_worker()->extract(info, text, record);
  return record;
}

std::string to_line(const Record& record) {
  std::string line;
  append_record(record, line);
  return line;
}

bool has(const Record& record, const std::string& subject, RelationType type, const std::string& object) {
  const auto name = [&](const std::string& id) {
    for (const RecordEntity& entity : record.entities) {
      if (entity.id == id) return entity.name;
    }
    return id;
  };
  for (const RecordRelation& relation : record.relations) {
    if (relation.type == type && name(relation.subject) == subject && name(relation.object) == object) return true;
  }
  return false;
}

TEST(ExtractorTest, ReadsWhoDidWhatToWhom) {
  const Record record = extract(example("2025-01-14-minister-visits-bergen"));
  EXPECT_TRUE(has(record, "Sigrun Halldorsdottir", RelationType::kMetWith, "Lars Eikeland") ||
              has(record, "Lars Eikeland", RelationType::kMetWith, "Sigrun Halldorsdottir"))
      << to_line(record);
  EXPECT_TRUE(has(record, "Sigrun Halldorsdottir", RelationType::kHoldsPosition, "Iceland")) << to_line(record);
}

TEST(ExtractorTest, EveryOffsetLiesInTheTextAndEveryIdExists) {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ACTANT_SOURCE_DIR) + "/examples/archive")) {
    const Record record = extract(example(entry.path().stem().string()));
    EXPECT_FALSE(record.relations.empty()) << entry.path();
    // The reader checks ids and offsets.
    EXPECT_NO_THROW(parse_record(to_line(record))) << entry.path();
    for (const RecordRelation& relation : record.relations) {
      EXPECT_FALSE(relation.evidence.empty());
      EXPECT_GE(relation.confidence, 0);
      EXPECT_LE(relation.confidence, 1);
    }
  }
}

TEST(ExtractorTest, OffsetsCountCodePointsOfTheTextAsGiven) {
  const std::string prefix = "\xc3\x84\xc3\x96 \xf0\x9f\x98\x80.\r\n\r\n";
  const Record record = extract(prefix + "Lars Eikeland met Eleanor Whitcombe in Oslo.");
  std::set<uint32_t> begins;
  for (const RecordEntity& entity : record.entities) {
    for (const RecordMention& mention : entity.mentions) begins.insert(mention.span.begin);
  }
  EXPECT_TRUE(begins.count(static_cast<uint32_t>(count_code_points(prefix)))) << to_line(record);
}

TEST(ExtractorTest, AWorkerForgetsTheArticleBefore) {
  const auto worker = extractor().make_worker();
  const std::string first = example("2025-03-06-police-raid"), second = example("2025-10-09-verdict");
  Record record;
  ArticleInfo info;
  info.id = "test";
  info.date = "2025-01-14";
  worker->extract(info, first, record);
  worker->extract(info, second, record);
  EXPECT_EQ(to_line(record), to_line(extract(second)));
}

TEST(ExtractorTest, ThreadsGiveTheSameRecords) {
  const std::string text = example("2025-03-12-nafc-meeting");
  const std::string expected = to_line(extract(text));
  std::vector<std::string> lines(4);
  std::vector<std::thread> threads;
  for (std::string& line : lines) threads.emplace_back([&] { line = to_line(extract(text)); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& line : lines) EXPECT_EQ(line, expected);
}

TEST(ExtractorTest, OddTextIsReadWithoutHarm) {
  const std::string odd[] = {
      "", " \n\n\t ", ".", "...!!!???", "\xf0\x9f\x98\x80\xf0\x9f\x98\x80", std::string(3, '\0') + "a", "\r\r\r\nA.\r",
      "\xe2\x80\x8f\xd9\x85\xd8\xad\xd9\x85\xd8\xaf met Ali.", "<p>Ann &amp; Bob</p> met.", std::string(5000, '('),
      std::string(20000, 'x'), "\"\"\"\"''''", "a\xcc\x81\xcc\x81\xcc\x81 b",
      // mixed line ends, control characters, a mark of byte order, soft hyphens, blanks of no width
      "Ann met Bob.\r\rCarl\n\rleft.\x0b\x0c\n", "Ann\x01\x02\x1b[31m met\x7f Bob.\x1f",
      "\xef\xbb\xbf"
      "Ann met Bob.",
      "An\xc2\xadn m\xe2\x80\x8b"
      "et\xe2\x81\xa0 Bob.\xc2\x85",
      // marks, embeddings and isolates of direction around English names
      "\xe2\x80\x8e"
      "Ann\xe2\x80\xab met \xe2\x81\xa7"
      "Bob\xe2\x81\xa9\xe2\x80\xac.",
      "\xe2\x80\xae.boB tem nnA",
      // left-overs of HTML
      "Ann met <a href=\"x\">Bob</a>&nbsp;&#8217;s <br/> friend &lt;b&gt; </div></div>",
      "<!-- --> <![CDATA[ Ann ]]> <script>if (a<b) {}</script>",
      // other scripts: Han, Hangul, Devanagari, Thai, Cyrillic
      "\xe4\xb8\xad\xe5\x9b\xbd\xe5\xa4\x96\xe4\xba\xa4\xe9\x83\xa8\xe3\x80\x82", "\xed\x95\x9c\xea\xb5\xad",
      "\xe0\xa4\xad\xe0\xa4\xbe\xe0\xa4\xb0\xe0\xa4\xa4", "\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2",
      "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0",
      // a family and a flag of several code points, the last code point there is
      "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 met \xf0\x9f\x87\xb3\xf0\x9f\x87\xb4.",
      "\xf4\x8f\xbf\xbf"};
  for (const std::string& text : odd) EXPECT_NO_THROW(parse_record(to_line(extract(text)))) << text.substr(0, 20);
}

TEST(ExtractorTest, ALongArticleIsReadInSectionsWithAWarning) {
  const std::string article = example("2025-01-14-minister-visits-bergen") + "\n\n";
  std::string text;
  while (text.size() < 140000) text += article;
  const auto worker = extractor().make_worker();
  Record record;
  ArticleInfo info;
  info.id = "long";
  worker->extract(info, text, record);
  ASSERT_EQ(worker->warnings().size(), 1u);
  EXPECT_NE(worker->warnings()[0].find("2 sections"), std::string::npos) << worker->warnings()[0];
  EXPECT_EQ(parse_record(to_line(record)).text, text);
  EXPECT_TRUE(has(record, "Sigrun Halldorsdottir", RelationType::kHoldsPosition, "Iceland"));
  std::set<std::string> named;
  for (const RecordEntity& entity : record.entities) {
    if (entity.mentions.front().kind != MentionKind::kName) continue;
    EXPECT_TRUE(named.insert(std::to_string(static_cast<int>(entity.type)) + entity.name).second) << entity.name;
  }
}

TEST(ExtractorTest, ASentenceOfAHundredThousandTokensEndsInBoundedTime) {
  std::string text;
  for (int i = 0; i < 25000; ++i) text += "and Ann met Bob ";
  EXPECT_EQ(extract(text).text, text);
}

TEST(ExtractorTest, ALineOfTenMegabytesIsReadInSections) {
  const std::string text(10'000'000, 'x');
  const auto worker = extractor().make_worker();
  Record record;
  worker->extract({}, text, record);
  EXPECT_EQ(record.text.size(), text.size());
  EXPECT_EQ(worker->warnings().size(), 1u);
}

TEST(ExtractorTest, OtherLanguagesAreSkippedWithAWarning) {
  const std::string german =
      "Der Minister sagte am Dienstag, dass die Regierung den Vertrag nicht unterzeichnen werde. Die Opposition hat "
      "den Schritt scharf kritisiert und fordert nun eine Abstimmung im Parlament, die noch in dieser Woche stattfinden soll.";
  const auto worker = extractor().make_worker();
  Record record;
  worker->extract({}, german, record);
  EXPECT_TRUE(record.relations.empty());
  EXPECT_EQ(worker->warnings().size(), 1u);
}

TEST(ExtractorTest, AMissingModelFolderIsNamed) {
  try {
    Extractor::load({"/nonexistent/model"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("/nonexistent/model"), std::string::npos);
  }
}

}  // namespace
}  // namespace actant
