// Writes what the readers make of files and archives as JSON Lines, one article a line, without any model: what is
// compared with known texts, and the same text in which offsets count.
//
//   read_articles PATH... > articles.jsonl
//
// The last line on standard error counts articles and problems, and ends in the processor time of the reading, without
// that of writing the lines.
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/text/article_reader.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: read_articles PATH...\n", stderr);
    return 2;
  }
  actant::ArticleReader reader(
      std::vector<std::string>(argv + 1, argv + argc), {}, [](const actant::ReadProblem& problem) {
        std::fprintf(stderr, "%s:%llu: %s%s\n", problem.path.c_str(), static_cast<unsigned long long>(problem.line),
                     problem.lost ? "" : "(skipped) ", problem.reason.c_str());
      });
  std::clock_t reading = 0, begin = std::clock();
  for (actant::InputArticle article; reader.next(article); begin = std::clock()) {
    reading += std::clock() - begin;
    const nlohmann::json line = {{"id", article.info.id},
                                 {"title", article.info.title},
                                 {"date", article.info.date},
                                 {"date_basis", actant::name_of(article.date_basis)},
                                 {"source", article.info.source},
                                 {"url", article.info.url},
                                 {"language", article.info.language},
                                 {"origin", article.info.origin},
                                 {"format", article.format},
                                 {"excerpt", article.excerpt},
                                 {"text", article.text}};
    std::puts(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  }
  std::fprintf(stderr, "%llu articles, %llu problems, %llu of them lost; %.4f s of processor time\n",
               static_cast<unsigned long long>(reader.articles()), static_cast<unsigned long long>(reader.problems()),
               static_cast<unsigned long long>(reader.lost()), static_cast<double>(reading) / CLOCKS_PER_SEC);
}
