#include "graph/store/internal/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "graph/store/internal/coding.h"

namespace actant::internal {
namespace {

constexpr double kDoubtUnit = 1 << 24;
// A confidence of 1 would make the doubt infinite.
constexpr double kMaxConfidence = 1 - 1e-9;

// Reads up to `limit` digits.
bool digits(std::string_view& text, size_t limit, uint32_t& value) {
  value = 0;
  size_t count = 0;
  for (; count < limit && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count) {
    value = value * 10 + static_cast<uint32_t>(text[count] - '0');
  }
  text.remove_prefix(count);
  return count == limit;
}

void put_date(std::string& out, const DateRange& dates) {
  put_varint(out, dates.first);
  put_varint(out, dates.last >= dates.first ? dates.last - dates.first : 0);
}

DateRange get_date(Decoder& in) {
  DateRange dates;
  dates.first = static_cast<PackedDate>(in.varint());
  dates.last = dates.first + static_cast<PackedDate>(in.varint());
  return dates;
}

void put_span(std::string& out, Span span) {
  put_varint(out, span.begin);
  put_varint(out, span.end - span.begin);
}

Span get_span(Decoder& in) {
  Span span;
  span.begin = static_cast<uint32_t>(in.varint());
  span.end = span.begin + static_cast<uint32_t>(in.varint());
  return span;
}

void get_head(Decoder& in, EvidenceValue& value) {
  value.sentence = get_span(in);
  value.subject = get_span(in);
  value.object = get_span(in);
  value.confidence = static_cast<uint16_t>(in.varint());
}

}  // namespace

PackedDate pack_date(std::string_view iso) {
  uint32_t year = 0, month = 0, day = 0;
  if (!digits(iso, 4, year) || year == 0) return 0;
  if (iso.starts_with('-')) {
    iso.remove_prefix(1);
    if (!digits(iso, 2, month) || month > 12) return year << 9;
    if (iso.starts_with('-')) {
      iso.remove_prefix(1);
      if (!digits(iso, 2, day) || day > 31) day = 0;
    }
  }
  return year << 9 | month << 5 | (month == 0 ? 0 : day);
}

PackedDate pack_end_date(std::string_view iso) {
  const size_t slash = iso.find('/');
  const PackedDate end = slash == std::string_view::npos ? 0 : pack_date(iso.substr(slash + 1));
  return std::max(end, pack_date(iso));
}

std::string unpack_date(PackedDate date) {
  std::string out;
  unpack_date(date, out);
  return out;
}

void unpack_date(PackedDate date, std::string& out) {
  out.clear();
  if (date == 0) return;
  const uint32_t year = date >> 9, month = date >> 5 & 15, day = date & 31;
  if (year > 9999) out = std::to_string(year);
  const auto digit = [](uint32_t value) { return static_cast<char>('0' + value % 10); };
  const std::array<char, 10> text = {
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-',
      digit(day / 10),    digit(day)};
  const size_t begin = year > 9999 ? 4 : 0;
  const size_t end = month == 0 ? 4 : day == 0 ? 7 : text.size();
  out.append(text.data() + begin, end - begin);
}

void DateRange::add(DateRange other) {
  if (other.first != 0 && (first == 0 || other.first < first)) first = other.first;
  last = std::max(last, other.last);
}

// node aggregate: signed mentions, signed articles, dates
void NodeAggregate::append_to(std::string& out) const {
  put_signed(out, mentions);
  put_signed(out, articles);
  put_date(out, dates);
}

bool NodeAggregate::parse(std::string_view bytes) {
  Decoder in(bytes);
  mentions = in.signed_varint();
  articles = in.signed_varint();
  dates = get_date(in);
  return in.ok() && in.done();
}

void NodeAggregate::add(const NodeAggregate& other) {
  mentions += other.mentions;
  articles += other.articles;
  dates.add(other.dates);
}

// edge aggregate: signed articles, signed statements, signed attributed, signed doubt, dates
void EdgeAggregate::append_to(std::string& out) const {
  put_signed(out, articles);
  put_signed(out, statements);
  put_signed(out, attributed);
  put_signed(out, doubt);
  put_date(out, dates);
}

bool EdgeAggregate::parse(std::string_view bytes) {
  Decoder in(bytes);
  articles = in.signed_varint();
  statements = in.signed_varint();
  attributed = in.signed_varint();
  doubt = in.signed_varint();
  dates = get_date(in);
  return in.ok() && in.done();
}

void EdgeAggregate::add(const EdgeAggregate& other) {
  articles += other.articles;
  statements += other.statements;
  attributed += other.attributed;
  doubt += other.doubt;
  dates.add(other.dates);
}

double EdgeAggregate::confidence() const { return -std::expm1(-static_cast<double>(doubt) / kDoubtUnit); }

int64_t doubt_of(double confidence) {
  const double p = std::clamp(std::isfinite(confidence) ? confidence : 0.0, 0.0, kMaxConfidence);
  return std::llround(-std::log1p(-p) * kDoubtUnit);
}

DateRange EvidenceValue::dates(PackedDate published) const {
  if (const PackedDate first = pack_date(time)) return {first, pack_end_date(time)};
  return {published, published};
}

// evidence: sentence, subject, object, confidence, attributed_to, place, time, title
void EvidenceValue::append_to(std::string& out) const {
  put_span(out, sentence);
  put_span(out, subject);
  put_span(out, object);
  put_varint(out, confidence);
  // Ids are hashes: one byte for none, nine for one.
  for (const NodeId node : {attributed_to, place}) {
    put_u8(out, node ? 1 : 0);
    if (node) put_u64(out, node.value);
  }
  put_string(out, time);
  put_string(out, title);
}

bool EvidenceValue::parse_head(std::string_view bytes) {
  Decoder in(bytes);
  get_head(in, *this);
  return in.ok();
}

bool EvidenceValue::parse(std::string_view bytes) {
  Decoder in(bytes);
  get_head(in, *this);
  for (NodeId* node : {&attributed_to, &place}) node->value = in.u8() ? in.u64() : 0;
  time = in.string();
  title = in.string();
  return in.ok() && in.done();
}

// mention: count, published
void MentionValue::append_to(std::string& out) const {
  put_varint(out, count);
  put_varint(out, published);
}

bool MentionValue::parse(std::string_view bytes) {
  Decoder in(bytes);
  count = in.varint();
  published = static_cast<PackedDate>(in.varint());
  return in.ok() && in.done();
}

// statement: span, number of nodes, nodes, text
void StatementValue::append_to(std::string& out) const {
  put_span(out, span);
  put_varint(out, about.size());
  for (const NodeId node : about) put_u64(out, node.value);
  put_string(out, text);
}

bool StatementValue::parse(std::string_view bytes) {
  Decoder in(bytes);
  span = get_span(in);
  about.clear();
  for (uint64_t count = in.varint(); count > 0 && in.ok(); --count) about.push_back(NodeId{in.u64()});
  text = in.string();
  return in.ok() && in.done();
}

// article: fingerprint, content, model, relations, id, title, date, source, url, language, origin, extra, signature
void ArticleValue::append_to(std::string& out) const {
  put_u64(out, fingerprint);
  put_u64(out, content);
  put_u64(out, model);
  put_varint(out, relations);
  for (const std::string* text :
       {&info.id, &info.title, &info.date, &info.source, &info.url, &info.language, &info.origin, &extra, &signature}) {
    put_string(out, *text);
  }
}

bool ArticleValue::parse(std::string_view bytes) {
  Decoder in(bytes);
  fingerprint = in.u64();
  content = in.u64();
  model = in.u64();
  relations = static_cast<uint32_t>(in.varint());
  for (std::string* text :
       {&info.id, &info.title, &info.date, &info.source, &info.url, &info.language, &info.origin, &extra, &signature}) {
    *text = in.string();
  }
  return in.ok() && in.done();
}

std::string ArticleValue::author() const {
  if (extra.find("\"author\"") == std::string::npos) return {};  // most records have none, and parsing takes longer
  const auto fields = nlohmann::json::parse(extra, nullptr, false);
  const auto doc = fields.is_object() ? fields.find("doc") : fields.end();
  if (doc == fields.end() || !doc->is_object()) return {};
  const auto author = doc->find("author");
  return author != doc->end() && author->is_string() ? author->get<std::string>() : std::string();
}

bool ArticleValue::parse_source(std::string_view bytes, std::string_view& source, std::string_view& url,
                                std::string_view& origin) {
  Decoder in(bytes);
  for (int i = 0; i < 3; ++i) in.u64();
  in.varint();
  for (int i = 0; i < 3; ++i) in.string();  // id, title, date
  source = in.string();
  url = in.string();
  in.string();  // language
  origin = in.string();
  return in.ok();
}

}  // namespace actant::internal
