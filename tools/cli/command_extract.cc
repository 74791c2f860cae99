#include "tools/cli/command_extract.h"

#include "graph/model/record_io.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/text_format.h"

namespace actant {

void ExtractCommand::declare(OptionTable& table) {
  articles_.declare(table);
  table.add(Option{.name = "output",
                   .letter = 'o',
                   .value = "FILE",
                   .help = "where to write; default -, standard output",
                   .set = set_text(file_)});
  table.add(Option{.name = "force", .letter = 'f', .help = "overwrite FILE", .set = set_true(force_)});
  table.add(Option{.name = "open",
                   .help = "also write open relations: every clause in the words of the article",
                   .set = set_true(articles_.open)});
  table.add(Option{.name = "chains",
                   .help = "also write chains of coreference: all noun phrases that mean the same thing",
                   .set = set_true(articles_.extract.chains)});
  table.add(Option{.name = "no-text", .help = "leave the text of the articles out", .set = set_true(no_text_)});
  table.add(Example{"actant extract article.txt", "what one article says, as one line of JSON"});
  table.add(Example{"actant extract articles/ --jobs 2 -o records.jsonl", "the records of a folder, into a file"});
}

int ExtractCommand::run(Console& console) {
  const InterruptGuard guard;
  const FilePointer file = file_ == "-" ? nullptr : open_result_file(file_, force_);
  Output to_file(file ? file.get() : stdout);
  Output& out = file ? to_file : console.out;
  if (articles_.open) articles_.extract.open = OpenRelations::kAll;
  ArticleRun articles(articles_, console);
  std::string line;
  const ArticleRunResult result = articles.run(nullptr, [&](ReadArticle& article) {
    if (no_text_) article.record.text.clear();
    line.clear();
    append_record(article.record, line);
    out.write(line);
  });
  out.flush();
  for (const auto& [reason, number] : result.skipped) {
    console.messages.note("skipped " + with_commas(number) + ": " + reason);
  }
  if (result.interrupted) {
    console.messages.note("interrupted; the articles read so far are written");
    return kExitInterrupted;
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
