#include "tools/cli/command_explain.h"

#include "extract/text/article_reader.h"
#include "tools/cli/article_run.h"
#include "tools/cli/explain_json.h"

namespace actant {

void ExplainCommand::declare(OptionTable& table) {
  table.add(Argument{.name = "FILE",
                     .help = "articles as for actant extract; - for standard input",
                     .set = add_text(paths_),
                     .repeated = true});
  table.add(Option{.name = "id", .value = "ID", .help = "only the article with this id", .set = set_text(id_)});
  table.add(Option{.name = "sentence",
                   .letter = 's',
                   .value = "N",
                   .help = "only the sentence number N",
                   .set = set_number(text_.sentence, 1)});
  table.add(Option{.name = "tokens",
                   .letter = 't',
                   .help = "a line for each token instead of the tree of content words",
                   .set = set_true(text_.tokens)});
  table.add(Option{.name = "open", .help = "with the open relations", .set = set_true(open_)});
  table.add(Option{.name = "model",
                   .value = "MODEL",
                   .help = "fast, accurate or a directory; default $ACTANT_MODEL_DIR, else fast",
                   .set = set_text(extract_.model_directory)});
  table.add(Option{.name = "language",
                   .value = "LANGUAGE",
                   .help = "skip articles in other languages; default en; any reads all as if they were English",
                   .set = set_text(extract_.only_language),
                   .choices = {"en", "any"}});
  table.add(Option{.name = "json", .help = "print one line of JSON for each article", .set = set_true(json_)});
  table.add(Example{"actant explain article.txt", "how the article was read, sentence by sentence"});
  table.add(Example{"actant explain archive.jsonl --id wire-17 --sentence 3 --tokens",
                    "one sentence of an archive with all its tokens"});
}

int ExplainCommand::run(Console& console) {
  extract_.open = open_ ? OpenRelations::kAll : OpenRelations::kOff;
  text_.color = console.color;
  const auto extractor = load_extractor(extract_);
  const auto worker = extractor->make_worker();
  ArticleReader reader(paths_, {}, [&](const ReadProblem& problem) {
    console.messages.problem(problem.path + (problem.line > 0 ? ":" + std::to_string(problem.line) : "") + ": " +
                             problem.reason);
  });
  InputArticle article;
  Document document;
  uint64_t shown = 0;
  while (reader.next(article)) {
    if (!id_.empty() && article.info.id != id_) continue;
    document.info = std::move(article.info);
    document.text = std::move(article.text);
    worker->analyze(document);
    for (const std::string& warning : document.warnings) {
      console.messages.problem((document.info.origin.empty() ? document.info.id : document.info.origin) + ": " +
                               warning);
    }
    if (json_) {
      console.out.write(explanation_json(document, extract_));
    } else {
      console.out.write((shown > 0 ? "\n" : "") + ExplainText(document, text_).render());
    }
    ++shown;
  }
  if (shown == 0 && reader.problems() == 0) {
    console.messages.problem(id_.empty() ? "no articles in " + paths_.front() : "no article with the id " + id_);
  }
  return exit_code_of(console.messages);
}

}  // namespace actant
