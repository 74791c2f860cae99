#include "export/exporter.h"

#include <filesystem>
#include <optional>
#include <unordered_set>

#include "export/arrangement.h"
#include "export/node_text.h"
#include "export/output_file.h"
#include "export/surroundings.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kFlushBytes = 1 << 20;
constexpr size_t kSurroundingsBytes = size_t{24} << 20;

// One run of an export.
class Run {
 public:
  Run(const Store& store, const Selection& selection, Writer& writer, const std::string& path)
      : store_(store),
        writer_(writer),
        needs_(writer.needs()),
        everything_(selection.everything()),
        files_(path, writer.files()),
        buffers_(
            files_.size(), [this](Buffers&) { flush(kFlushBytes); },
            [this](size_t file) {
              files_.file(file).write(buffers_[file]);
              files_.next(file);
            }),
        temporary_(temporary_folder_of(path)),
        graph_(store, selection, temporary_) {}

  ExportCounts write(const ExportOptions& options) {
    std::optional<Arrangement> arrangement;
    if (options.layout || needs_.layout) arrangement.emplace(graph_, options.color);
    writer_.begin({store_.uuid(), store_.created(), store_.counts(), store_.model()}, buffers_);
    if (needs_.edges_ahead) {
      pass_edges(needs_.texts, [this](const ExportEdge& edge) { writer_.edge_ahead(edge, buffers_); });
      if (needs_.articles) write_articles();
    }
    write_nodes(arrangement ? &*arrangement : nullptr);
    pass_edges(needs_.edges_ahead ? CitationNeeds::Texts::kNoTexts : needs_.texts, [this](const ExportEdge& edge) {
      writer_.edge(edge, buffers_);
      ++counts_.edges;
    });
    if (needs_.articles && !needs_.edges_ahead) write_articles();
    writer_.end(buffers_);
    flush(0);
    files_.close();
    counts_.bytes = files_.bytes();
    return counts_;
  }

 private:
  // Empties the buffers into the files when they are worth a system call.
  void flush(size_t least) {
    for (size_t i = 0; i < buffers_.size(); ++i) {
      if (buffers_[i].size() < least || buffers_[i].empty()) continue;
      files_.file(i).write(buffers_[i]);
      buffers_[i].clear();
    }
  }

  void write_nodes(const Arrangement* arrangement) {
    std::optional<SurroundingsReader> surroundings;
    if (needs_.surroundings != NodeDetail::kNothing)
      surroundings.emplace(graph_, needs_.surroundings, kSurroundingsBytes, temporary_);
    graph_.for_each_node([&](const Node& node) {
      ExportNode item{node};
      if (arrangement) item.look = arrangement->find(node.id);
      if (surroundings) item.surroundings = &surroundings->of(node.id);
      writer_.node(item, buffers_);
      ++counts_.nodes;
      buffers_.drain();
      return true;
    });
  }

  template <typename Visit>
  void pass_edges(CitationNeeds::Texts texts, const Visit& visit) {
    const CitationNeeds needs{.all_evidence = needs_.all_evidence, .texts = texts, .article = needs_.best_article};
    graph_.for_each_cited_edge(needs, [&](const CitedEdge& cited) {
      visit({cited.edge, cited.evidence, cited.article});
      if (needs_.articles && !everything_) {
        for (const Evidence& piece : cited.evidence) cited_.insert(piece.article.value);
      }
      buffers_.drain();
      return true;
    });
  }

  void write_articles() {
    store_.for_each_article([&](const Article& article) {
      if (everything_ || cited_.count(article.id.value)) writer_.article(article, buffers_);
      buffers_.drain();
      return true;
    });
  }

  const Store& store_;
  Writer& writer_;
  const WriterNeeds needs_;
  const bool everything_;
  OutputSet files_;
  Buffers buffers_;
  const std::string temporary_;
  const SelectedGraph graph_;
  ExportCounts counts_;
  std::unordered_set<uint64_t> cited_;  // articles of the selected edges; stays empty where everything is selected
};

}  // namespace

std::string temporary_folder_of(const std::string& path) {
  if (path.empty() || path == "-") return {};
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

ExportCounts export_graph(const Store& store, const Selection& selection, Writer& writer, const std::string& path,
                          const ExportOptions& options) {
  if (path == "-" && !writer.files().empty()) {
    throw InvalidArgument("this format is a folder of files and cannot go to standard output; give -o FOLDER");
  }
  return Run(store, selection, writer, path).write(options);
}

}  // namespace actant
