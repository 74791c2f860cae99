#include "export/exporter.h"

#include <optional>
#include <unordered_set>

#include "export/output_file.h"

namespace actant {
namespace {

constexpr size_t kFlushBytes = 1 << 20;

// Empties the buffer into the file when it is worth a system call.
void flush_if_full(std::string& buffer, OutputFile& file) {
  if (buffer.size() < kFlushBytes) return;
  file.write(buffer);
  buffer.clear();
}

// The surest piece first, ties by article, so that the choice is the same on every run.
bool surer(const Evidence& a, const Evidence& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

void collect_evidence(const Store& store, const EdgeKey& key, bool all, std::vector<Evidence>& evidence) {
  evidence.clear();
  store.for_each_evidence(key, [&](const Evidence& piece) {
    if (all || evidence.empty()) {
      evidence.push_back(piece);
    } else if (surer(piece, evidence.front())) {
      evidence.front() = piece;
    }
    return true;
  });
}

}  // namespace

ExportCounts export_graph(const Store& store, const Selection& selection, Writer& writer, const std::string& path) {
  OutputFile file(path);
  const SelectedGraph graph(store, selection);
  ExportCounts counts;
  std::string buffer;
  writer.begin({store.uuid(), store.created(), store.counts()}, buffer);
  graph.for_each_node([&](const Node& node) {
    writer.node(node, buffer);
    ++counts.nodes;
    flush_if_full(buffer, file);
    return true;
  });
  std::vector<Evidence> evidence;
  std::unordered_set<uint64_t> cited;  // articles of the selected edges; stays empty where everything is selected
  graph.for_each_edge([&](const Edge& edge) {
    collect_evidence(store, edge.key, writer.wants_all_evidence(), evidence);
    std::optional<Article> article;
    if (!evidence.empty()) article = store.article(evidence.front().article);
    writer.edge({edge, evidence, article ? &*article : nullptr}, buffer);
    if (!selection.everything()) {
      for (const Evidence& piece : evidence) cited.insert(piece.article.value);
    }
    ++counts.edges;
    flush_if_full(buffer, file);
    return true;
  });
  if (writer.wants_articles()) {
    store.for_each_article([&](const Article& item) {
      if (selection.everything() || cited.count(item.id.value)) writer.article(item, buffer);
      flush_if_full(buffer, file);
      return true;
    });
  }
  writer.end(buffer);
  file.write(buffer);
  file.close();
  counts.bytes = file.bytes();
  return counts;
}

}  // namespace actant
