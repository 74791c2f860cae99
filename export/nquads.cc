#include "export/nquads.h"

#include <unordered_map>

#include "export/text.h"

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

  const std::string& known(std::string_view curie, Expansions& expansions, std::string_view before, std::string_view after) {
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
      case RdfKind::kText:
        return append_rdf_literal(out_, value.text);
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
      case RdfKind::kBoolean:
        out_ += value.count ? "\"true" : "\"false";
        return typed("boolean");
      case RdfKind::kDate:
        return date(value.text);
      case RdfKind::kDateTime:
        out_ += '"';
        out_ += value.text;
        return typed("dateTime");
      case RdfKind::kInstance:
        return instance(value.text);
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

std::unique_ptr<RdfSink> NquadsWriter::start(const std::string& base, Buffers& files) {
  return std::make_unique<NquadsSink>(base, files[0]);
}

}  // namespace actant
