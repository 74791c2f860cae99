#include "export/exporter.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "export/arrangement.h"
#include "export/node_text.h"
#include "export/output_file.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kFlushBytes = 1 << 20;

// The surest piece first, ties by article, so that the choice is the same on every run.
bool surer(const Evidence& a, const Evidence& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// One run of an export.
class Run {
 public:
  Run(const Store& store, const Selection& selection, Writer& writer, const std::string& path)
      : store_(store),
        writer_(writer),
        needs_(writer.needs()),
        everything_(selection.everything()),
        files_(path, writer.files()),
        buffers_(files_.size(), [this](Buffers&) { flush(kFlushBytes); }),
        graph_(store, selection) {}

  ExportCounts write(const ExportOptions& options) {
    std::optional<Arrangement> arrangement;
    if (options.layout || needs_.layout) arrangement.emplace(graph_, options.color);
    writer_.begin({store_.uuid(), store_.created(), store_.counts()}, buffers_);
    write_nodes(arrangement ? &*arrangement : nullptr);
    write_edges();
    if (needs_.articles) write_articles();
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
    graph_.for_each_node([&](const Node& node) {
      ExportNode item{node};
      if (arrangement) item.look = arrangement->find(node.id);
      if (needs_.surroundings) {
        collect_surroundings(node.id);
        item.surroundings = &surroundings_;
      }
      writer_.node(item, buffers_);
      ++counts_.nodes;
      buffers_.drain();
      return true;
    });
  }

  void collect_surroundings(NodeId node) {
    surroundings_ = {};
    graph_.for_each_edge_of(node, [&](const Edge& edge) {
      ++surroundings_.degree;
      graph_.for_each_evidence(edge.key, [&](const Evidence& piece) {
        if (const std::string& date = date_of(piece.article); !date.empty()) surroundings_.days.push_back(date);
        surroundings_.articles.push_back(piece.article);
        surroundings_.sentences.push_back({piece.article, piece.sentence});
        return true;
      });
      return true;
    });
    sort_unique(surroundings_.days);
    sort_unique(surroundings_.articles);
    sort_unique(surroundings_.sentences);
  }

  // The date of an article; the last ones asked for are remembered.
  const std::string& date_of(ArticleId id) {
    constexpr size_t kMostDates = 500'000;  // about 40 MB
    if (dates_.size() >= kMostDates) dates_.clear();
    const auto [entry, is_new] = dates_.try_emplace(id.value);
    if (!is_new) return entry->second;
    if (const auto article = store_.article(id)) entry->second = article->info.date.substr(0, 10);
    return entry->second;
  }

  void collect_evidence(const EdgeKey& key) {
    evidence_.clear();
    graph_.for_each_evidence(key, [&](const Evidence& piece) {
      if (needs_.all_evidence || evidence_.empty()) {
        evidence_.push_back(piece);
      } else if (surer(piece, evidence_.front())) {
        evidence_.front() = piece;
      }
      return true;
    });
    // The best piece stands first; the others keep the order of their dates.
    if (needs_.all_evidence && evidence_.size() > 1) {
      const auto best = std::min_element(evidence_.begin(), evidence_.end(), surer);
      std::rotate(evidence_.begin(), best, best + 1);
    }
  }

  void write_edges() {
    graph_.for_each_edge([&](const Edge& edge) {
      collect_evidence(edge.key);
      std::optional<Article> article;
      if (needs_.best_article && !evidence_.empty()) article = store_.article(evidence_.front().article);
      published_.clear();
      if (needs_.published) {
        for (const Evidence& piece : evidence_) published_.push_back(date_of(piece.article));
      }
      writer_.edge({edge, evidence_, article ? &*article : nullptr, &published_}, buffers_);
      if (needs_.articles && !everything_) {
        for (const Evidence& piece : evidence_) cited_.insert(piece.article.value);
      }
      ++counts_.edges;
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
  const SelectedGraph graph_;
  ExportCounts counts_;
  Surroundings surroundings_;
  std::vector<Evidence> evidence_;
  std::vector<std::string> published_;  // beside evidence_
  std::unordered_map<uint64_t, std::string> dates_;
  std::unordered_set<uint64_t> cited_;  // articles of the selected edges; stays empty where everything is selected
};

}  // namespace

ExportCounts export_graph(const Store& store, const Selection& selection, Writer& writer, const std::string& path,
                          const ExportOptions& options) {
  if (path == "-" && !writer.files().empty()) {
    throw InvalidArgument("this format is a folder of " + std::to_string(writer.files().size()) +
                          " files and cannot go to standard output; give -o FOLDER");
  }
  return Run(store, selection, writer, path).write(options);
}

}  // namespace actant
