#include "export/turtle.h"

#include "export/nquads.h"
#include "export/text.h"
#include "graph/model/error.h"

namespace actant {
namespace {

class TurtleSink : public RdfSink {
 public:
  explicit TurtleSink(std::string& out) : out_(out) {}

  void open(std::span<const std::string_view> classes, std::string_view id) override {
    subject(id);
    for (const std::string_view name : classes) {
      out_ += first_ ? " a " : " , ";
      out_ += name;
      first_ = false;
    }
  }

  void values(const RdfProperty& property, std::span<const RdfValue> values) override {
    out_ += first_ ? " " : " ;\n  ";
    first_ = false;
    out_ += property.curie;
    for (size_t i = 0; i < values.size(); ++i) {
      out_ += i == 0 ? " " : " , ";
      object(property.kind, values[i]);
    }
  }

  void close() override { out_ += " .\n"; }

  void triple(std::string_view from, std::string_view, std::string_view curie, std::string_view to,
              std::string_view graph) override {
    if (!graph.empty()) {
      subject(graph);
      out_ += " { ";
    }
    subject(from);
    out_ += ' ';
    term(curie);
    out_ += " i:";
    out_ += to;
    out_ += graph.empty() ? " .\n" : " . }\n";
  }

 private:
  void subject(std::string_view id) {
    out_ += "i:";
    out_ += id;
    first_ = true;
  }

  // Prefixed where the local name needs no escapes: open predicates may hold anything.
  void term(std::string_view curie) {
    for (const char c : curie) {
      if ((c >= 'a' && c <= 'z') || c == '-' || c == ':' || c == '_') continue;
      out_ += '<';
      out_ += expand_curie(curie);
      out_ += '>';
      return;
    }
    out_ += curie;
  }

  void object(RdfKind kind, const RdfValue& value) {
    switch (kind) {
      case RdfKind::kText: return append_rdf_literal(out_, value.text);
      case RdfKind::kEnglish:
        append_rdf_literal(out_, value.text);
        out_ += "@en";
        return;
      case RdfKind::kInteger: return append_number(out_, value.count);
      case RdfKind::kDouble: return append_canonical_double(out_, value.number);
      case RdfKind::kBoolean: out_ += value.count ? "true" : "false"; return;
      case RdfKind::kDate: return typed(value.text, rdf_date_type(value.text));
      case RdfKind::kDateTime: return typed(value.text, "xsd:dateTime");
      case RdfKind::kInstance:
        out_ += "i:";
        out_ += value.text;
        return;
      case RdfKind::kTerm: return term(value.text);
      case RdfKind::kIri:
        out_ += '<';
        out_ += value.text;
        out_ += '>';
    }
  }

  void typed(std::string_view text, std::string_view type) {
    append_rdf_literal(out_, text);
    if (type.empty()) return;
    out_ += "^^";
    out_ += type;
  }

  std::string& out_;
  bool first_ = true;  // no class and no property of the resource yet
};

std::unique_ptr<RdfSink> start_turtle(const std::string& base, std::string& out) {
  for (const RdfPrefix& prefix : rdf_prefixes()) {
    out += "@prefix ";
    out += prefix.name;
    out += ": <";
    out += prefix.iri;
    out += "> .\n";
  }
  out += "@prefix i: <" + base + "> .\n\n";
  return std::make_unique<TurtleSink>(out);
}

}  // namespace

TurtleWriter::TurtleWriter(const WriterOptions& options) : RdfWriter(options) {
  if (options.provenance == Provenance::kGraphs) {
    throw InvalidArgument("Turtle has no named graphs; take --to trig, nquads or jsonld for --provenance graphs");
  }
}

std::unique_ptr<RdfSink> TurtleWriter::start(const std::string& base, Buffers& files) {
  return start_turtle(base, files[0]);
}

std::unique_ptr<RdfSink> TrigWriter::start(const std::string& base, Buffers& files) {
  return start_turtle(base, files[0]);
}

}  // namespace actant
