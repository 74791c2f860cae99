#include "graph/store/internal/cited_edges.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

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
  return a.article != b.article ? a.article < b.article : a.sentence < b.sentence;
}

}  // namespace

CitedEdgeReader::CitedEdgeReader(const ReadView& view, const CitationNeeds& needs)
    : view_(view),
      needs_(needs),
      walk_(view),
      sentences_(view, Family::kSentences),
      articles_(view, Family::kArticles) {
  walk_.read_evidence_ahead();
  // Room that is not used costs nothing, and growing would copy.
  items_.reserve(needs.memory / sizeof(Item));
  pieces_.reserve(needs.memory / sizeof(Piece));
  requests_.reserve(needs.memory / sizeof(Request));
  bytes_.reserve(needs.memory);
}

void CitedEdgeReader::for_each(const std::function<bool(const Edge&)>& select,
                               const std::function<bool(const CitedEdge&)>& visit) {
  bool stopped = false;
  walk_.run([&](EdgeWalk::Members members) {
    const EdgeAggregate sum = walk_.sum(members);
    if (!select(make_edge(view_, members.front().merged, sum))) return true;
    add(members, sum);
    if (is_full()) stopped = !emit(visit);
    return !stopped;
  });
  if (!stopped) emit(visit);
}

void CitedEdgeReader::add(EdgeWalk::Members members, const EdgeAggregate& sum) {
  Item item;
  item.key = members.front().merged;
  item.sum = sum;
  item.first = static_cast<uint32_t>(pieces_.size());
  if (needs_.all_evidence) {
    add_all_pieces(members);
  } else {
    add_best_piece(members);
  }
  item.pieces = static_cast<uint32_t>(pieces_.size()) - item.first;
  items_.push_back(item);
}

void CitedEdgeReader::add_all_pieces(EdgeWalk::Members members) {
  const size_t first = pieces_.size();
  for (const EdgeMember& member : members) {
    const bool turned = view_.representative(member.raw.subject) != member.merged.subject;
    walk_.for_each_evidence(member, [&](std::string_view key, std::string_view bytes) {
      const EvidenceKey place = decode_evidence_key(key);
      if (!value_.parse_head(bytes)) throw CorruptData("a value of evidence cannot be read");
      Piece piece{place.article, value_.sentence, place.published, value_.confidence, turned};
      piece.value = static_cast<uint32_t>(bytes_.size());
      piece.value_size = static_cast<uint32_t>(bytes.size());
      bytes_ += bytes;
      pieces_.push_back(piece);
    });
  }
  const auto begin = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
  if (pieces_.end() - begin < 2) return;
  // Pieces of one sentence stand in the order of their edges and ordinals, in which they were read.
  std::stable_sort(begin, pieces_.end(), [](const Piece& a, const Piece& b) {
    return std::tuple(undated_last(a.published), a.article, a.sentence) <
           std::tuple(undated_last(b.published), b.article, b.sentence);
  });
  const auto best = std::min_element(begin, pieces_.end(), surer<Piece>);
  std::rotate(begin, best, best + 1);
}

void CitedEdgeReader::add_best_piece(EdgeWalk::Members members) {
  Piece best;
  bool found = false;
  for (const EdgeMember& member : members) {
    const bool turned = view_.representative(member.raw.subject) != member.merged.subject;
    walk_.for_each_evidence(member, [&](std::string_view key, std::string_view bytes) {
      const EvidenceKey place = decode_evidence_key(key);
      if (!value_.parse_head(bytes)) throw CorruptData("a value of evidence cannot be read");
      const Piece piece{place.article, value_.sentence, place.published, value_.confidence, turned};
      if (found && !surer(piece, best)) return;
      found = true;
      best = piece;
      best_.assign(bytes);
    });
  }
  if (!found) return;
  best.value = static_cast<uint32_t>(bytes_.size());
  best.value_size = static_cast<uint32_t>(best_.size());
  bytes_ += best_;
  pieces_.push_back(best);
}

// What will be read of sentences and articles is guessed.
bool CitedEdgeReader::is_full() const {
  const double cited = cited_bytes_ * static_cast<double>(items_.size());
  return items_.size() * sizeof(Item) + pieces_.size() * (sizeof(Piece) + sizeof(Request)) + bytes_.size() +
             static_cast<size_t>(cited) >= needs_.memory;
}

// The stored text may belong to a longer sentence that begins at the same place: it is cut when it is shown.
void CitedEdgeReader::read_sentences() {
  if (needs_.texts == CitationNeeds::Texts::kNone) return;
  requests_.clear();
  for (const Item& item : items_) {
    const uint32_t wanted = needs_.texts == CitationNeeds::Texts::kAll ? item.pieces : std::min(item.pieces, 1u);
    for (uint32_t i = item.first; i < item.first + wanted; ++i) {
      requests_.push_back({pieces_[i].article, pieces_[i].sentence.begin, i});
    }
  }
  std::sort(requests_.begin(), requests_.end());
  const Piece* last = nullptr;
  for (const Request& request : requests_) {
    Piece& piece = pieces_[request.target];
    if (last && last->article == piece.article && last->sentence.begin == piece.sentence.begin) {
      piece.text = last->text;
      piece.text_size = last->text_size;
    } else if (sentences_.find(sentence_key(piece.article, piece.sentence.begin))) {
      piece.text = static_cast<uint32_t>(bytes_.size());
      piece.text_size = static_cast<uint32_t>(sentences_.value().size());
      bytes_ += sentences_.value();
    }
    last = &piece;
  }
}

void CitedEdgeReader::read_articles() {
  if (!needs_.article) return;
  requests_.clear();
  for (uint32_t i = 0; i < items_.size(); ++i) {
    if (items_[i].pieces > 0) requests_.push_back({pieces_[items_[i].first].article, 0, i});
  }
  std::sort(requests_.begin(), requests_.end());
  for (size_t i = 0; i < requests_.size(); ++i) {
    Item& item = items_[requests_[i].target];
    if (i > 0 && requests_[i - 1].article == requests_[i].article) {
      item.source = items_[requests_[i - 1].target].source;
    } else if (articles_.find(article_key(requests_[i].article))) {
      std::string_view source, url;
      if (!ArticleValue::parse_source(articles_.value(), source, url)) {
        throw CorruptData("a value of articles cannot be read");
      }
      item.source = static_cast<uint32_t>(bytes_.size());
      put_string(bytes_, source);
      put_string(bytes_, url);
    }
  }
}

void CitedEdgeReader::fill(Evidence& evidence, const Piece& piece) {
  const std::string_view bytes(bytes_);
  if (!value_.parse(bytes.substr(piece.value, piece.value_size))) {
    throw CorruptData("a value of evidence cannot be read");
  }
  evidence.article = piece.article;
  evidence.original = walk_.originals().of(piece.article);
  evidence.sentence = piece.sentence;
  evidence.text.assign(first_points(bytes.substr(piece.text, piece.text_size), piece.sentence.size()));
  evidence.confidence = value_.confidence / 1e4;
  evidence.time.assign(value_.time);
  evidence.title.assign(value_.title);
  evidence.attributed_to = value_.attributed_to ? view_.representative(value_.attributed_to) : NodeId{};
  evidence.place = value_.place ? view_.representative(value_.place) : NodeId{};
  evidence.subject = piece.turned ? value_.object : value_.subject;
  evidence.object = piece.turned ? value_.subject : value_.object;
  unpack_date(piece.published, evidence.published);
}

bool CitedEdgeReader::emit(const std::function<bool(const CitedEdge&)>& visit) {
  const size_t before = bytes_.size();
  read_sentences();
  read_articles();
  if (!items_.empty()) cited_bytes_ = static_cast<double>(bytes_.size() - before) / static_cast<double>(items_.size());
  ArticleInfo article;
  for (const Item& item : items_) {
    if (evidence_.size() < item.pieces) evidence_.resize(item.pieces);
    for (uint32_t i = 0; i < item.pieces; ++i) fill(evidence_[i], pieces_[item.first + i]);
    if (item.source != kNone) {
      Decoder in(std::string_view(bytes_).substr(item.source));
      article.source.assign(in.string());
      article.url.assign(in.string());
    }
    const Edge edge = make_edge(view_, item.key, item.sum);
    const std::span<const Evidence> evidence(evidence_.data(), item.pieces);
    if (!visit({edge, evidence, item.source == kNone ? nullptr : &article})) return false;
  }
  clear();
  return true;
}

void CitedEdgeReader::clear() {
  items_.clear();
  pieces_.clear();
  bytes_.clear();
}

}  // namespace actant::internal
