#ifndef ACTANT_EXPORT_HTML_H_
#define ACTANT_EXPORT_HTML_H_

#include <string_view>
#include <unordered_map>

#include "export/writer.h"

namespace actant {

/// One page that shows the graph in a browser without a network: the viewer of export/viewer/ with the graph inside it.
/// Made for some thousand nodes. The data are lines of JSON (export/viewer/src/data.js), so that the page parses at
/// once only what it draws. Keeps 16 bytes for each node and each article; at most kMostSentences of an edge are
/// written.
class HtmlWriter : public Writer {
 public:
  static constexpr size_t kMostSentences = 100;

  explicit HtmlWriter(const WriterOptions& options) : options_(options) {}
  WriterNeeds needs() const override {
    return {.all_evidence = true,
            .texts = CitationNeeds::Texts::kAll,
            .best_article = false,
            .articles = true,
            .layout = true};
  }
  void begin(const ExportHeader& header, Buffers& out) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers& out) override;

 private:
  void sentence_head(const Evidence& piece, std::string& out);
  void sentence(const Evidence& piece, std::string& out);
  uint64_t number_of(ArticleId article);

  WriterOptions options_;
  std::unordered_map<uint64_t, uint64_t> nodes_;     // id to number
  std::unordered_map<uint64_t, uint64_t> articles_;  // id to number, in the order in which edges cite them
};

/// The page of the viewer, with the place for the data marked; made by export/viewer/build.mjs.
std::string_view viewer_page();

}  // namespace actant

#endif  // ACTANT_EXPORT_HTML_H_
