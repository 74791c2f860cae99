#ifndef ACTANT_TESTS_EXTRACT_TEXT_ARCHIVE_TEST_H_
#define ACTANT_TESTS_EXTRACT_TEXT_ARCHIVE_TEST_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extract/text/article_reader.h"
#include "tests/support/temp_dir.h"

namespace actant::test {

/// The running text of page().
inline constexpr const char* kParagraphs =
    "<p>The ministers of Norway and Iceland met in Bergen on Monday and agreed to share the costs of the new cable.</p>"
    "<p>A spokesman said that the talks, which had begun in March, would go on in Reykjavik later in the year.</p>";

inline std::string page(const std::string& head) {
  return "<!doctype html><html lang=\"en-GB\"><head>" + head +
         "</head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><div class=\"share-bar\">Share this with all your "
         "friends on the networks that you like best today.</div><article>" +
         std::string(kParagraphs) +
         "</article><footer>Copyright of the publisher, all rights reserved.</footer></body></html>";
}

inline std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(bytes.size() + 256, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string warc_record(const std::string& type, const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nwarc-record-id: <urn:uuid:" + type +
         ">\r\nWARC-Date: 2025-08-03T10:00:00Z\r\n" + more + "Content-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string http(const std::string& body,
                        const std::string& headers = "Content-Type: text/html; charset=utf-8\r\n") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

/// Reads files as a user's are read, through ArticleReader.
class ArchiveTest : public ::testing::Test {
 protected:
  std::vector<InputArticle> read(const std::string& name, const std::string& bytes, ReadOptions options = {}) {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    problems_.clear();
    ArticleReader reader({path.string()}, options, [&](const ReadProblem& problem) { problems_.push_back(problem); });
    std::vector<InputArticle> articles;
    for (InputArticle article; reader.next(article);) articles.push_back(article);
    return articles;
  }
  std::string place(const InputArticle& article) const {
    return article.info.origin.substr(article.info.origin.rfind('/') + 1);
  }

  TempDir temp_;
  const std::filesystem::path folder_ = temp_.path();
  std::vector<ReadProblem> problems_;
};

}  // namespace actant::test

#endif  // ACTANT_TESTS_EXTRACT_TEXT_ARCHIVE_TEST_H_
