#include "export/jsonld.h"

#include "export/text.h"
#include "graph/model/schema.h"

namespace actant {
namespace {

class JsonldSink : public RdfSink {
 public:
  explicit JsonldSink(std::string& out) : out_(out) {}

  void open(std::span<const std::string_view> classes, std::string_view id) override {
    begin_line();
    if (!classes.empty()) {
      out_ += "\"@type\":[";
      for (const std::string_view name : classes) {
        if (name.data() != classes.front().data()) out_ += ',';
        quote(name);
      }
      out_ += "],";
    }
    out_ += "\"@id\":";
    instance(id);
  }

  void values(const RdfProperty& property, std::span<const RdfValue> values) override {
    key(property.term);
    if (property.list) out_ += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      value(property.kind, values[i]);
    }
    if (property.list) out_ += ']';
  }

  void close() override { out_ += '}'; }

  void triple(std::string_view subject, std::string_view term, std::string_view curie, std::string_view object,
              std::string_view graph) override {
    begin_line();
    if (!graph.empty()) {
      out_ += "\"@id\":";
      instance(graph);
      out_ += ",\"@graph\":[{";
    }
    out_ += "\"@id\":";
    instance(subject);
    key(term.empty() ? curie : term);
    // Open predicates have no term in the context, so the object says itself that it is an IRI.
    if (term.empty()) out_ += "{\"@id\":";
    instance(object);
    out_ += term.empty() ? "}}" : "}";
    if (!graph.empty()) out_ += "]}";
  }

 private:
  void begin_line() {
    out_ += first_ ? "\n{" : ",\n{";
    first_ = false;
  }

  void quote(std::string_view plain) {
    out_ += '"';
    out_ += plain;
    out_ += '"';
  }

  void key(std::string_view name) {
    out_ += ',';
    append_json_string(out_, name);
    out_ += ':';
  }

  void instance(std::string_view id) {
    out_ += "\"i:";
    out_ += id;
    out_ += '"';
  }

  void date(std::string_view date) {
    const std::string_view type = rdf_date_type(date);
    if (type.empty()) return append_json_string(out_, date);
    out_ += "{\"@type\":\"";
    out_ += type;
    out_ += "\",\"@value\":\"";
    out_ += date;
    out_ += "\"}";
  }

  void value(RdfKind kind, const RdfValue& value) {
    switch (kind) {
      case RdfKind::kInteger: return append_number(out_, value.count);
      case RdfKind::kDouble: return append_number(out_, value.number);
      case RdfKind::kBoolean: out_ += value.count ? "true" : "false"; return;
      case RdfKind::kDate: return date(value.text);
      case RdfKind::kInstance: return instance(value.text);
      default: return append_json_string(out_, value.text);
    }
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<RdfSink> JsonldWriter::start(const std::string& base, std::string& out) {
  out += "{\"@context\": {";
  out += jsonld_context();
  for (const RelationInfo& info : relations()) {
    out += ",\n\"";
    out += info.id;
    out += "\": {\"@id\": \"ns:";
    out += info.id;
    out += "\", \"@type\": \"@id\"}";
  }
  out += ",\n\"i\": {\"@id\": ";
  append_json_string(out, base);
  out += ", \"@prefix\": true}},\n\"@graph\": [";
  return std::make_unique<JsonldSink>(out);
}

void JsonldWriter::finish(std::string& out) { out += "\n]}\n"; }

}  // namespace actant
