#include "export/nquads.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "export/text.h"
#include "graph/model/big_endian.h"

namespace actant {
namespace {

class NquadsSink : public RdfSink {
 public:
  NquadsSink(std::string base, std::string& out) : base_(std::move(base)), out_(out), type_(predicate("rdf:type")) {}

  void open(std::span<const std::string_view> classes, std::string_view id) override {
    subject_ = '<';
    subject_ += base_;
    subject_ += id;
    subject_ += '>';
    for (const std::string_view name : classes) {
      out_ += subject_;
      out_ += type_;
      out_ += known(name, objects_, "<", ">");
      out_ += " .\n";
    }
  }

  void values(const RdfProperty& property, std::span<const RdfValue> values) override {
    const std::string& predicate = known(property.curie, predicates_, " <", "> ");
    for (const RdfValue& value : values) {
      out_ += subject_;
      out_ += predicate;
      object(property.kind, value);
      out_ += " .\n";
    }
  }

  void close() override {}

  void triple(std::string_view subject, std::string_view, std::string_view curie, std::string_view object,
              std::string_view graph) override {
    instance(subject);
    out_ += " <";
    out_ += expand_curie(curie);
    out_ += "> ";
    instance(object);
    if (!graph.empty()) {
      out_ += ' ';
      instance(graph);
    }
    out_ += " .\n";
  }

 private:
  // The names of the vocabulary are constants, so their places in memory identify them.
  using Expansions = std::unordered_map<const char*, std::string>;

  static std::string predicate(std::string_view curie) { return " <" + expand_curie(curie) + "> "; }

  const std::string& known(std::string_view curie, Expansions& expansions, std::string_view before,
                           std::string_view after) {
    std::string& expansion = expansions[curie.data()];
    if (expansion.empty()) expansion = std::string(before) + expand_curie(curie) + std::string(after);
    return expansion;
  }

  void instance(std::string_view id) {
    out_ += '<';
    out_ += base_;
    out_ += id;
    out_ += '>';
  }

  void typed(std::string_view type) {
    out_ += "\"^^<http://www.w3.org/2001/XMLSchema#";
    out_ += type;
    out_ += '>';
  }

  void object(RdfKind kind, const RdfValue& value) {
    switch (kind) {
      case RdfKind::kText: return append_rdf_literal(out_, value.text);
      case RdfKind::kEnglish:
        append_rdf_literal(out_, value.text);
        out_ += "@en";
        return;
      case RdfKind::kInteger:
        out_ += '"';
        append_number(out_, value.count);
        return typed("integer");
      case RdfKind::kDouble:
        out_ += '"';
        append_canonical_double(out_, value.number);
        return typed("double");
      case RdfKind::kBoolean: out_ += value.count ? "\"true" : "\"false"; return typed("boolean");
      case RdfKind::kDate: return date(value.text);
      case RdfKind::kDateTime:
        out_ += '"';
        out_ += value.text;
        return typed("dateTime");
      case RdfKind::kInstance: return instance(value.text);
      case RdfKind::kTerm:
        out_ += '<';
        out_ += expand_curie(value.text);
        out_ += '>';
        return;
      case RdfKind::kIri:
        out_ += '<';
        out_ += value.text;
        out_ += '>';
    }
  }

  void date(std::string_view date) {
    const std::string_view type = rdf_date_type(date);
    if (type.empty()) return append_rdf_literal(out_, date);
    out_ += '"';
    out_ += date;
    typed(type.substr(4));  // without `xsd:`
  }

  std::string base_;
  std::string& out_;
  std::string subject_;
  std::string type_;
  Expansions predicates_, objects_;
};

// Memory of what waits; more of it is in temporary files.
constexpr size_t kTriplesMemory = size_t{12} << 20, kEvidenceMemory = size_t{24} << 20, kHeldMemory = size_t{4} << 20;

/// A piece of evidence in the temporary file, before its text; read by the process that wrote it alone.
struct PackedPiece {
  uint64_t article = 0;
  uint32_t begin = 0, end = 0;
  double confidence = 0;
};

}  // namespace

void append_rdf_literal(std::string& out, std::string_view text) {
  out += '"';
  size_t plain = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '"' && c != '\\' && c != '\n' && c != '\r') continue;
    out += text.substr(plain, i - plain);
    out += '\\';
    out += c == '\n' ? 'n' : c == '\r' ? 'r' : c;
    plain = i + 1;
  }
  out += text.substr(plain);
  out += '"';
}

NquadsWriter::NquadsWriter(const WriterOptions& options)
    : RdfWriter(options),
      triples_(RecordSort::kWholeRecord, kTriplesMemory, options.temporary_folder),
      evidence_(sizeof(uint64_t), kEvidenceMemory, options.temporary_folder),
      held_(0, kHeldMemory, options.temporary_folder) {}

WriterNeeds NquadsWriter::needs() const {
  WriterNeeds needs = RdfWriter::needs();
  needs.edges_ahead = true;
  return needs;
}

std::unique_ptr<RdfSink> NquadsWriter::start(const std::string& base, Buffers&) {
  prefix_ = "<" + base;
  return std::make_unique<NquadsSink>(base, lines_);
}

// The lines of the resource under way, without their ends; valid until lines_ changes.
const std::vector<std::string_view>& NquadsWriter::sorted_lines() {
  views_.clear();
  for (size_t begin = 0; begin < lines_.size();) {
    const size_t end = lines_.find('\n', begin);
    views_.push_back(std::string_view(lines_).substr(begin, end - begin));
    begin = end + 1;
  }
  const size_t same = prefix_.size();
  std::sort(views_.begin(), views_.end(),
            [same](std::string_view a, std::string_view b) { return a.substr(same) < b.substr(same); });
  return views_;
}

void NquadsWriter::write_lines(std::string& out) {
  for (const std::string_view line : sorted_lines()) {
    out += line;
    out += '\n';
  }
  lines_.clear();
}

void NquadsWriter::begin(const ExportHeader& header, Buffers& files) {
  RdfWriter::begin(header, files);
  write_lines(run_);
}

void NquadsWriter::edge_ahead(const ExportEdge& item, Buffers&) {
  triples(item.edge);
  for (const std::string_view line : sorted_lines()) triples_.add(line.substr(prefix_.size()));
  lines_.clear();
  const std::string id = item.edge.key.to_string();
  std::string key, rest;
  for (size_t i = 0; i < item.evidence.size(); ++i) {
    const Evidence& piece = item.evidence[i];
    const PackedPiece packed{piece.article.value, piece.sentence.begin, piece.sentence.end, piece.confidence};
    rest.assign(reinterpret_cast<const char*>(&packed), sizeof packed);
    rest += piece.text;
    key.clear();
    append_big_endian(key, evidence_hash(id, piece, i));
    evidence_.add(key, rest);
  }
}

void NquadsWriter::article(const Article& article, Buffers& files) {
  RdfWriter::article(article, files);
  write_lines(files[0]);
}

void NquadsWriter::write_run(Buffers& files) {
  files[0] += run_;
  run_.clear();
}

void NquadsWriter::write_evidence(Buffers& files) {
  if (evidence_written_) return;
  evidence_written_ = true;
  while (const auto record = evidence_.next()) {
    PackedPiece packed;
    std::memcpy(&packed, record->data() + sizeof(uint64_t), sizeof packed);
    Evidence piece;
    piece.article = ArticleId{packed.article};
    piece.sentence = {packed.begin, packed.end};
    piece.confidence = packed.confidence;
    piece.text = record->substr(sizeof(uint64_t) + sizeof packed);
    evidence(evidence_id(big_endian(*record)), piece);
    write_lines(files[0]);
    files.drain();
  }
}

void NquadsWriter::write_line(std::string_view prefix, std::string_view line, bool held, Buffers& files) {
  if (held) {
    held_.add({}, std::string(prefix).append(line));
    return;
  }
  files[0].append(prefix).append(line) += '\n';
  files.drain();  // a node may have a million triples
}

void NquadsWriter::node(const ExportNode& item, Buffers& files) {
  write_run(files);
  if (!nodes_begun_) triple_ = triples_.next();
  nodes_begun_ = true;
  const std::string id = item.node.id.to_string();
  if (id[0] > 'm') write_evidence(files);
  const bool held = id[0] > 'r';
  RdfWriter::node(item, files);
  for (const std::string_view line : sorted_lines()) {
    for (; triple_ && *triple_ < line.substr(prefix_.size()); triple_ = triples_.next())
      write_line(prefix_, *triple_, held, files);
    write_line({}, line, held, files);
  }
  lines_.clear();
  for (; triple_ && triple_->starts_with(id); triple_ = triples_.next()) write_line(prefix_, *triple_, held, files);
}

void NquadsWriter::edge(const ExportEdge& item, Buffers& files) {
  write_evidence(files);
  statement(item);
  write_lines(files[0]);
}

void NquadsWriter::end(Buffers& files) {
  write_run(files);
  write_evidence(files);
  while (const auto line = held_.next()) write_line({}, *line, false, files);
}

}  // namespace actant
