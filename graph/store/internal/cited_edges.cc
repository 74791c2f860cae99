#include "graph/store/internal/cited_edges.h"

#include <algorithm>
#include <tuple>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/forward_iterator.h"

namespace actant::internal {
namespace {

// Parts of the memory. Of what is waiting at a time, one sort is being read and others are being filled.
constexpr size_t kWalkPart = 2, kKeptPart = 8, kRequestsPart = 4, kAnswersPart = 2;

// As an unsigned date that undated articles come last by.
PackedDate undated_last(PackedDate date) { return date == 0 ? ~PackedDate{0} : date; }

// The first `points` code points of a text.
std::string_view first_points(std::string_view text, size_t points) {
  if (text.size() <= points) return text;
  for (size_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80) continue;
    if (points-- == 0) return text.substr(0, byte);
  }
  return text;
}

// The surest piece first, ties by article, so that the choice is the same on every run.
template <typename Piece>
bool surer(const Piece& a, const Piece& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.row.article != b.row.article ? a.row.article < b.row.article : a.sentence < b.sentence;
}

}  // namespace

CitedEdgeReader::CitedEdgeReader(const ReadView& view, const CitationNeeds& needs)
    : view_(view),
      needs_(needs),
      walk_(view, needs.memory / kWalkPart, needs.folder),
      kept_(0, needs.memory / kKeptPart, needs.folder),
      requests_(sizeof(uint64_t) + sizeof(uint32_t), needs.memory / kRequestsPart, needs.folder),
      answers_(sizeof(uint64_t), needs.memory / kAnswersPart, needs.folder) {}

void CitedEdgeReader::for_each(const std::function<bool(const Edge&)>& select,
                               const std::function<bool(const CitedEdge&)>& visit) {
  const bool cites = needs_.article || needs_.texts != CitationNeeds::Texts::kNoTexts;
  walk_.run([&](const EvidenceWalk::MergedEdge& merged) {
    const Edge edge = make_edge(view_, merged.key, merged.sum);
    if (!select(edge)) return true;
    choose_pieces(merged.rows);
    if (cites) {
      keep(merged);
      return true;
    }
    if (evidence_.size() < pieces_.size()) evidence_.resize(pieces_.size());
    for (size_t i = 0; i < pieces_.size(); ++i) fill(evidence_[i], pieces_[i].row);
    return visit({edge, std::span<const Evidence>(evidence_.data(), pieces_.size()), nullptr});
  });
  if (!cites) return;
  read_cited();
  emit_kept(visit);
}

void CitedEdgeReader::choose_pieces(std::span<const EvidenceRow> rows) {
  pieces_.clear();
  for (const EvidenceRow& row : rows) {
    if (!value_.parse_head(row.value)) throw CorruptData("a value of evidence cannot be read");
    const Piece piece{row, value_.sentence, value_.confidence};
    if (needs_.all_evidence || pieces_.empty()) {
      pieces_.push_back(piece);
    } else if (surer(piece, pieces_.front())) {
      pieces_.front() = piece;
    }
  }
  if (pieces_.size() < 2) return;
  // Pieces of one sentence stay in the order of their edges and ordinals.
  std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
    return std::tuple(undated_last(a.row.published), a.row.article, a.sentence) <
           std::tuple(undated_last(b.row.published), b.row.article, b.sentence);
  });
  const auto best = std::min_element(pieces_.begin(), pieces_.end(), surer<Piece>);
  std::rotate(pieces_.begin(), best, best + 1);
}

// Whether something is asked for this piece of an edge: the best one is the first.
bool CitedEdgeReader::is_cited(size_t piece) const { return needs_.texts == CitationNeeds::Texts::kAll || piece == 0; }

// Lets the edge wait and asks for what it cites.
void CitedEdgeReader::keep(const EvidenceWalk::MergedEdge& edge) {
  bytes_ = edge_key(edge.key);
  std::string number;
  edge.sum.append_to(number);
  put_string(bytes_, number);
  for (size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    put_u8(bytes_, piece.row.turned ? 1 : 0);
    put_u32(bytes_, piece.row.published);
    put_u64(bytes_, piece.row.article.value);
    put_string(bytes_, piece.row.value);
    if (!is_cited(i)) continue;
    number.clear();
    put_u64(number, cited_++);
    put_varint(number, piece.sentence.size());
    put_u8(number, i == 0 ? 1 : 0);
    requests_.add(sentence_key(piece.row.article, piece.sentence.begin), number);
  }
  kept_.add({}, bytes_);
}

// Answers the requests in the order in which sentences and articles stand.
void CitedEdgeReader::read_cited() {
  ForwardIterator sentences(view_, Family::kSentences), articles(view_, Family::kArticles);
  const bool texts = needs_.texts != CitationNeeds::Texts::kNoTexts;
  std::string source;  // of the article `source_of`
  ArticleId source_of;
  bool has_source = false;
  std::string answer;
  while (const auto request = requests_.next()) {
    const std::string_view place = request->substr(0, sizeof(uint64_t) + sizeof(uint32_t));
    Decoder in(request->substr(place.size()));
    const std::string_view number = request->substr(place.size(), sizeof(uint64_t));
    in.u64();
    const size_t points = in.varint();
    const bool best = in.u8() != 0;
    answer.clear();
    // The stored text may belong to a longer sentence that begins at the same place.
    put_string(answer, texts && sentences.find(place) ? first_points(sentences.value(), points) : std::string_view());
    if (best && needs_.article) {
      const ArticleId article{Decoder(place).u64()};
      if (!has_source || article != source_of) {
        source.clear();
        has_source = true;
        source_of = article;
        if (articles.find(article_key(article))) {
          std::string_view publisher, url, origin;
          if (!ArticleValue::parse_source(articles.value(), publisher, url, origin)) {
            throw CorruptData("a value of articles cannot be read");
          }
          put_string(source, publisher);
          put_string(source, url);
          put_string(source, origin);
        }
      }
      answer += source;
    }
    answers_.add(number, answer);
  }
}

void CitedEdgeReader::fill(Evidence& evidence, const EvidenceRow& row) {
  if (!value_.parse(row.value)) throw CorruptData("a value of evidence cannot be read");
  evidence.article = row.article;
  evidence.original = walk_.originals().of(row.article);
  evidence.sentence = value_.sentence;
  evidence.text.clear();
  evidence.confidence = value_.confidence / 1e4;
  evidence.time.assign(value_.time);
  evidence.title.assign(value_.title);
  evidence.attributed_to = value_.attributed_to ? view_.representative(value_.attributed_to) : NodeId{};
  evidence.place = value_.place ? view_.representative(value_.place) : NodeId{};
  evidence.subject = row.turned ? value_.object : value_.subject;
  evidence.object = row.turned ? value_.subject : value_.object;
  unpack_date(row.published, evidence.published);
}

bool CitedEdgeReader::emit_kept(const std::function<bool(const CitedEdge&)>& visit) {
  ArticleInfo article;
  while (const auto record = kept_.next()) {
    const EdgeKey key = decode_edge_key(record->substr(0, kEdgeKeySize));
    Decoder in(record->substr(kEdgeKeySize));
    const Edge edge = make_edge(view_, key, parse_value<EdgeAggregate>(in.string(), "edges_out"));
    size_t pieces = 0;
    bool has_article = false;
    for (; !in.done(); ++pieces) {
      EvidenceRow row;
      row.turned = in.u8() != 0;
      row.published = in.u32();
      row.article.value = in.u64();
      row.value = in.string();
      if (evidence_.size() <= pieces) evidence_.emplace_back();
      fill(evidence_[pieces], row);
      if (!is_cited(pieces)) continue;
      const auto answer = answers_.next();
      if (!answer) throw InvalidArgument("a piece of evidence has no answer");
      Decoder from(answer->substr(sizeof(uint64_t)));
      evidence_[pieces].text.assign(from.string());
      if (from.done()) continue;
      has_article = true;
      article.source.assign(from.string());
      article.url.assign(from.string());
      article.origin.assign(from.string());
    }
    if (!visit({edge, std::span<const Evidence>(evidence_.data(), pieces), has_article ? &article : nullptr}))
      return false;
  }
  return true;
}

}  // namespace actant::internal
