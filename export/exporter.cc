#include "export/exporter.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_set>

#include "export/arrangement.h"
#include "export/node_text.h"
#include "export/output_file.h"
#include "export/surroundings.h"
#include "graph/model/error.h"
#include "graph/store/record_sort.h"

namespace actant {
namespace {

constexpr size_t kFlushBytes = 1 << 20;
constexpr size_t kSurroundingsBytes = size_t{24} << 20;
constexpr size_t kHeldBytes = size_t{16} << 20, kHeldPiece = 1 << 16;

// One run of an export.
class Run {
 public:
  Run(const Store& store, const Selection& selection, Writer& writer, const std::string& path)
      : store_(store),
        writer_(writer),
        needs_(writer.needs()),
        everything_(selection.everything()),
        collects_names_(needs_.named_nodes && !everything_),
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
    if (collects_names_) name_subjects_of_statements();
    writer_.begin({store_.uuid(), store_.created(), store_.counts(), store_.model()}, buffers_);
    if (needs_.edges_ahead) {
      pass_edges(needs_.texts, [this](const ExportEdge& edge) { writer_.edge_ahead(edge, buffers_); });
      if (needs_.articles) write_articles();
    }
    const Arrangement* const places = arrangement ? &*arrangement : nullptr;
    if (needs_.surroundings != NodeDetail::kNothing) {
      write_edges_first(places);
    } else {
      write_nodes(places, nullptr);
      write_edges(needs_.edges_ahead ? CitationNeeds::Texts::kNoTexts : needs_.texts, nullptr);
      if (!needs_.edges_ahead) write_named_nodes();
    }
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
    if (held_ != nullptr) {
      if (buffers_[0].size() < std::min(least, kHeldPiece)) return;
      held_->add({}, buffers_[0]);
      buffers_[0].clear();
      return;
    }
    for (size_t i = 0; i < buffers_.size(); ++i) {
      if (buffers_[i].size() < least || buffers_[i].empty()) continue;
      files_.file(i).write(buffers_[i]);
      buffers_[i].clear();
    }
  }

  // What the edges at a node say of it is known when they have been read; in a file that begins with the nodes they
  // wait outside of memory.
  void write_edges_first(const Arrangement* arrangement) {
    if (needs_.nodes_ahead) {
      graph_.for_each_node([this](const Node& node) {
        writer_.node_ahead(node);
        return true;
      });
    }
    SurroundingsReader surroundings(store_, needs_.surroundings, kSurroundingsBytes, temporary_);
    RecordSort held(0, kHeldBytes, temporary_);
    if (buffers_.size() == 1) {
      flush(0);
      held_ = &held;
    }
    write_edges(needs_.texts, &surroundings);
    if (held_ != nullptr) flush(0);
    held_ = nullptr;
    write_nodes(arrangement, &surroundings);
    while (const auto piece = held.next()) {
      buffers_[0] += *piece;
      buffers_.drain();
    }
  }

  void write_edges(CitationNeeds::Texts texts, SurroundingsReader* surroundings) {
    pass_edges(texts, [this, surroundings](const ExportEdge& item) {
      if (surroundings != nullptr) surroundings->add(item.edge, item.evidence);
      writer_.edge(item, buffers_);
      ++counts_.edges;
    });
  }

  void write_nodes(const Arrangement* arrangement, SurroundingsReader* surroundings) {
    const auto write = [&](const Node& node) {
      ExportNode item{node};
      if (arrangement) item.look = arrangement->find(node.id);
      if (surroundings != nullptr) item.surroundings = &surroundings->of(node.id);
      writer_.node(item, buffers_);
      counts_.nodes += graph_.holds(node.id);
      buffers_.drain();
      return true;
    };
    graph_.for_each_node(write, needs_.edges_ahead ? &named_ : nullptr);
  }

  void name(NodeId node) {
    if (node && !graph_.holds(node)) named_.insert(node.value);
  }

  void name_subjects_of_statements() {
    graph_.for_each_node([this](const Node& node) {
      for (const NodeId about : node.about) name(about);
      return true;
    });
  }

  void write_named_nodes() {
    std::vector<uint64_t> ids(named_.begin(), named_.end());
    std::sort(ids.begin(), ids.end());
    for (const uint64_t id : ids) {
      const auto node = store_.node(NodeId{id});
      if (node) writer_.node({*node}, buffers_);
      buffers_.drain();
    }
  }

  template <typename Visit>
  void pass_edges(CitationNeeds::Texts texts, const Visit& visit) {
    const CitationNeeds needs{.all_evidence = needs_.all_evidence, .texts = texts, .article = needs_.best_article};
    graph_.for_each_cited_edge(needs, [&](const CitedEdge& cited) {
      visit({cited.edge, cited.evidence, cited.article});
      if (needs_.articles && !everything_) {
        for (const Evidence& piece : cited.evidence) cited_.insert(piece.article.value);
      }
      if (collects_names_) {
        for (const Evidence& piece : cited.evidence) {
          name(piece.attributed_to);
          name(piece.place);
        }
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
  const bool collects_names_;
  OutputSet files_;
  Buffers buffers_;
  const std::string temporary_;
  RecordSort* held_ = nullptr;  // takes what would go to the file
  const SelectedGraph graph_;
  ExportCounts counts_;
  std::unordered_set<uint64_t> named_;  // nodes outside of the selection; see WriterNeeds::named_nodes
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
