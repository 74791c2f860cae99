// A file of any bytes (text, JSON, gzip, damaged) is read to its end: what cannot be read is told, and what comes out
// is UTF-8.

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "extract/text/article_reader.h"
#include "extract/text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path =
      std::filesystem::temp_directory_path() / ("actant-fuzz-" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  actant::ArticleReader reader({path}, {}, [](const actant::ReadProblem& problem) {
    if (problem.reason.empty() || problem.reason.find('\n') != std::string::npos) std::abort();
  });
  actant::InputArticle article;
  while (reader.next(article)) {
    if (article.info.id.empty()) std::abort();
    const std::string& text = article.text;
    const actant::ArticleInfo& info = article.info;
    for (const std::string* field :
         {&text, &info.id, &info.title, &info.date, &info.source, &info.url, &info.language, &info.origin}) {
      if (actant::find_invalid_utf8(*field) != field->size()) std::abort();
    }
  }
  if (reader.articles() == 0 && reader.problems() == 0) std::abort();  // nothing is lost without a word
  std::filesystem::remove(path);
  return 0;
}
