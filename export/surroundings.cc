#include "export/surroundings.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kReadRows = (size_t{64} << 10) / 24;

[[noreturn]] void fail(const char* doing) {
  throw IoError(std::string("cannot ") + doing + " a temporary file (see TMPDIR): " + std::strerror(errno));
}

// The digits of `2025-08-03` as a number that sorts as the text does; partial dates are filled up with zero bytes.
uint64_t pack_day(std::string_view day) {
  uint64_t packed = 0;
  int left = 8;
  for (const char c : day) {
    if (c == '-' || left == 0) continue;
    packed = packed << 8 | static_cast<unsigned char>(c);
    --left;
  }
  return left == 8 ? 0 : packed << 8 * left;
}

std::string unpack_day(uint64_t packed) {
  std::string day;
  for (int shift = 56; shift >= 0; shift -= 8) {
    const char c = static_cast<char>(packed >> shift & 0xff);
    if (c == 0) break;
    if (day.size() == 4 || day.size() == 7) day += '-';
    day += c;
  }
  return day;
}

}  // namespace

SurroundingsReader::SurroundingsReader(const SelectedGraph& graph, NodeDetail detail, size_t run_bytes)
    : detail_(detail), run_rows_(std::max<size_t>(1, run_bytes / sizeof(Row))) {
  const CitationNeeds needs{.all_evidence = true, .texts = CitationNeeds::Texts::kNone, .article = false};
  graph.for_each_cited_edge(needs, [&](const CitedEdge& cited) {
    for (const Evidence& piece : cited.evidence) add(cited.edge.key, piece);
    if (detail_ == NodeDetail::kSentences) {
      ++degrees_[cited.edge.key.subject.value];
      if (cited.edge.key.object != cited.edge.key.subject) ++degrees_[cited.edge.key.object.value];
    }
    return true;
  });
  start_merge();
}

void SurroundingsReader::add(const EdgeKey& edge, const Evidence& piece) {
  Row row;
  switch (detail_) {
    case NodeDetail::kNothing:
      return;
    case NodeDetail::kDays:
      row.a = pack_day(piece.published);
      if (row.a == 0) return;
      break;
    case NodeDetail::kSentences:
      row.b = uint64_t{piece.sentence.begin} << 32 | piece.sentence.end;
      [[fallthrough]];
    case NodeDetail::kArticles:
      row.a = piece.article.value;
      break;
  }
  row.node = edge.subject.value;
  add(row);
  row.node = edge.object.value;
  add(row);
}

void SurroundingsReader::add(const Row& row) {
  rows_.push_back(row);
  if (rows_.size() < run_rows_) return;
  sort_rows();
  // The days of a hub repeat many times over: as long as that makes room, nothing goes to the file.
  if (rows_.size() > run_rows_ / 2) spill();
}

void SurroundingsReader::sort_rows() {
  std::sort(rows_.begin(), rows_.end());
  rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
}

void SurroundingsReader::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) fail("make");
  Run run;
  run.begin = std::ftell(file_.get());
  if (std::fwrite(rows_.data(), sizeof(Row), rows_.size(), file_.get()) != rows_.size()) fail("write");
  run.end = std::ftell(file_.get());
  runs_.push_back(std::move(run));
  rows_.clear();
}

// What is still in memory is a run, too.
void SurroundingsReader::start_merge() {
  sort_rows();
  if (file_ && std::fflush(file_.get()) != 0) fail("write");
  runs_.push_back(Run{0, 0, std::move(rows_), 0});
  for (size_t i = 0; i < runs_.size(); ++i) {
    if (fill(runs_[i])) heads_.emplace(runs_[i].rows[runs_[i].at++], i);
  }
}

// False at the end of the run.
bool SurroundingsReader::fill(Run& run) {
  if (run.at < run.rows.size()) return true;
  const size_t left = static_cast<size_t>(run.end - run.begin) / sizeof(Row);
  run.rows.resize(std::min(kReadRows, left));
  run.at = 0;
  if (run.rows.empty()) return false;
  if (std::fseek(file_.get(), run.begin, SEEK_SET) != 0) fail("read");
  if (std::fread(run.rows.data(), sizeof(Row), run.rows.size(), file_.get()) != run.rows.size()) fail("read");
  run.begin += static_cast<long>(run.rows.size() * sizeof(Row));
  return true;
}

void SurroundingsReader::advance() {
  const size_t i = heads_.top().second;
  heads_.pop();
  if (fill(runs_[i])) heads_.emplace(runs_[i].rows[runs_[i].at++], i);
}

void SurroundingsReader::append(const Row& row) {
  switch (detail_) {
    case NodeDetail::kNothing:
      break;
    case NodeDetail::kDays:
      result_.days.push_back(unpack_day(row.a));
      break;
    case NodeDetail::kArticles:
      result_.articles.push_back(ArticleId{row.a});
      break;
    case NodeDetail::kSentences:
      result_.sentences.push_back({ArticleId{row.a}, Span{static_cast<uint32_t>(row.b >> 32), static_cast<uint32_t>(row.b)}});
      break;
  }
}

const Surroundings& SurroundingsReader::of(NodeId node) {
  result_.days.clear();
  result_.articles.clear();
  result_.sentences.clear();
  const auto degree = degrees_.find(node.value);
  result_.degree = degree == degrees_.end() ? 0 : degree->second;
  while (!heads_.empty() && heads_.top().first.node < node.value) advance();
  Row last;
  while (!heads_.empty() && heads_.top().first.node == node.value) {
    const Row row = heads_.top().first;  // runs repeat rows of each other
    if (row != last) append(row);
    last = row;
    advance();
  }
  return result_;
}

}  // namespace actant
