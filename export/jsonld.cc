#include "export/jsonld.h"

#include <algorithm>
#include <array>

#include "export/text.h"
#include "graph/model/schema.h"

namespace actant {
namespace {

constexpr std::string_view kFoot = "\n]}\n";

// All before the first object, which is the same in each file.
std::string head_of(const std::string& base) {
  std::string head = "{\"@context\": {";
  head += jsonld_context();
  for (const RelationInfo& info : relations()) {
    head += ",\n\"";
    head += info.id;
    head += "\": {\"@id\": \"ns:";
    head += info.id;
    head += "\", \"@type\": \"@id\"}";
  }
  head += ",\n\"i\": {\"@id\": ";
  append_json_string(head, base);
  head += ", \"@prefix\": true}},\n\"@graph\": [";
  return head;
}

}  // namespace

class JsonldWriter::Sink : public RdfSink {
 public:
  /// `most`: triples of a file; 0: all are in one.
  Sink(const std::string& base, uint64_t most, Buffers& files)
      : head_(head_of(base)), most_(most), files_(files), out_(files[0]) {
    out_ += head_;
  }

  /// Of the fullest file.
  uint64_t most_triples() const { return most_triples_; }

  void open(std::span<const std::string_view> classes, std::string_view id) override {
    begin_line();
    triples_ += classes.size();
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
    triples_ += values.size();
    if (property.list) out_ += '[';
    for (size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ',';
      value(property.kind, values[i]);
    }
    if (property.list) out_ += ']';
  }

  void close() override {
    out_ += '}';
    end_line();
  }

  void triple(std::string_view subject, std::string_view term, std::string_view curie, std::string_view object,
              std::string_view graph) override {
    begin_line();
    ++triples_;
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
    end_line();
  }

 private:
  void begin_line() {
    line_ = out_.size();
    out_ += in_file_ == 0 ? "\n{" : ",\n{";
    triples_ = 0;
  }

  // An object that the file has no room for begins the next one.
  void end_line() {
    if (most_ > 0 && in_file_ > 0 && in_file_ + triples_ > most_) {
      std::string object = out_.substr(line_ + 1);  // without the comma
      out_.resize(line_);
      out_ += kFoot;
      files_.next_file(0);
      out_ += head_;
      out_ += object;
      in_file_ = 0;
    }
    in_file_ += triples_;
    most_triples_ = std::max(most_triples_, in_file_);
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

  const std::string head_;
  const uint64_t most_;
  Buffers& files_;
  std::string& out_;
  size_t line_ = 0;       // where the object at hand begins
  uint64_t triples_ = 0;  // of that object; none has none
  uint64_t in_file_ = 0;  // of the objects before it in its file
  uint64_t most_triples_ = 0;
};

std::span<const std::string_view> JsonldWriter::files() const {
  static constexpr std::array<std::string_view, 1> kFirst = {"part-0001.jsonld"};
  return options().split > 0 ? std::span<const std::string_view>(kFirst) : std::span<const std::string_view>();
}

std::unique_ptr<RdfSink> JsonldWriter::start(const std::string& base, Buffers& files) {
  auto sink = std::make_unique<Sink>(base, options().split, files);
  lines_ = sink.get();
  return sink;
}

void JsonldWriter::finish(std::string& out) { out += kFoot; }

std::string JsonldWriter::advice() const {
  if (!lines_ || lines_->most_triples() <= kManyTriples) return {};
  return "more than " + std::to_string(kManyTriples) +
         " triples in one file are more than most JSON-LD processors can hold; take nquads, " + "or --split " +
         std::to_string(kManyTriples);
}

}  // namespace actant
