#include "extract/text/layer_stack.h"

#include "extract/text/archive/charset.h"
#include "extract/text/archive/gzip_source.h"
#include "extract/text/format/recognize.h"
#include "graph/model/error.h"

namespace actant {

/// A stream and what reads it: records, or the members of a container. A layer of compression has neither; its stream
/// is the source of the next one.
struct LayerStack::Layer {
  Layer(std::unique_ptr<ByteSource> source, std::string layer_name, uint64_t offset)
      : stream(std::move(source), offset), name(std::move(layer_name)) {}

  InputStream stream;
  std::string name;
  ReaderContext context;
  std::unique_ptr<Container> container;
  std::unique_ptr<RecordReader> reader;
  bool encoded = false;  // the next layer is its text in UTF-8
};

LayerStack::LayerStack(const std::string& path, const ReadOptions& options, ProblemHandler tell)
    : options_(options), tell_(std::move(tell)), path_(path), name_(path == "-" ? kStandardInput : path) {}

LayerStack::~LayerStack() {
  while (!layers_.empty()) layers_.pop_back();  // the upper ones read the lower ones
}

void LayerStack::fail(const std::string& reason) {
  const Layer* top = layers_.empty() ? nullptr : layers_.back().get();
  const std::string prefix = "cannot read " + path_ + ": ";
  const std::string detail = reason.starts_with(prefix) ? reason.substr(prefix.size()) : reason;
  const bool reading = top != nullptr && top->reader != nullptr;
  tell_({top != nullptr ? top->name : name_, reading ? top->context.line : 0, "cannot read: " + detail,
         reading ? top->reader->format() : std::string_view()});
}

void LayerStack::search(std::function<bool(const std::string& name)> on_the_way, uint64_t offset) {
  on_the_way_ = std::move(on_the_way);
  begin_ = offset;
}

std::string LayerStack::record() const {
  Layer& top = *layers_.back();
  const uint64_t begin = top.reader->record_begin(), end = top.reader->record_end();
  if (layers_.size() > 1 && begin == 0 && top.stream.peek() < 0) {
    const Layer& below = *layers_[layers_.size() - 2];
    auto bytes = below.encoded ? below.stream.kept(0, below.stream.offset()) : std::nullopt;
    if (bytes) return std::move(*bytes);
  }
  return top.stream.kept(begin, end).value_or(std::string());
}

void LayerStack::push(std::unique_ptr<ByteSource> source, std::string name, uint64_t offset) {
  layers_.push_back(std::make_unique<Layer>(std::move(source), std::move(name), offset));
  open_layer_or_tell();
}

// The lowest layer takes the file with it.
void LayerStack::pop() {
  if (layers_.size() == 1 && file_ != nullptr) {
    closed_bytes_ = file_->bytes_read();
    file_ = nullptr;
  }
  layers_.pop_back();
}

void LayerStack::open_file() {
  opened_ = true;
  try {
    auto source = std::make_unique<FileSource>(path_);
    if (begin_ > 0 && !source->seek(begin_)) throw IoError("cannot be read from the middle: no regular file");
    file_ = source.get();
    push(std::move(source), name_, begin_);
  } catch (const IoError& error) {
    if (layers_.empty()) file_ = nullptr;
    fail(error.what());
  }
}

// Finds out what the layer on top is and puts more on it. What cannot be read leaves a layer without readers, which
// next() takes away.
void LayerStack::open_layer_or_tell() {
  try {
    open_layer(*layers_.back());
  } catch (const IoError& error) {
    fail(error.what());
  }
}

void LayerStack::open_layer(Layer& layer) {
  const auto refuse = [&](const std::string& reason, bool lost = true) { tell_({layer.name, 0, reason, {}, lost}); };
  const std::string name = layer.name;
  const std::string_view head = layer.stream.ahead(kRecognizedBytes);
  const Recognized what = recognize(head, name, options_);
  const bool opens = what.kind == StreamKind::kGzip || what.kind == StreamKind::kFilter ||
                     what.kind == StreamKind::kContainer || what.kind == StreamKind::kEncoded;
  if (opens && layers_.size() > kDeepest) {
    return refuse("nested too deep: more than " + std::to_string(kDeepest) + " layers of packing");
  }
  layer.encoded = what.kind == StreamKind::kEncoded;
  if (layer.encoded || what.kind == StreamKind::kRecords) layer.stream.keep(most_kept());
  layer.stream.consume(what.mark);
  switch (what.kind) {
    case StreamKind::kEmpty: return refuse("no text: the file is empty");
    case StreamKind::kUnreadable: return refuse(what.reason);
    case StreamKind::kGzip: return push(std::make_unique<GzipSource>(layer.stream), name);
    case StreamKind::kFilter: return push(std::make_unique<FilterSource>(layer.stream), name);
    case StreamKind::kEncoded: return push(std::make_unique<DecodingSource>(layer.stream, what.charset), name);
    case StreamKind::kContainer: layer.container = std::make_unique<Container>(layer.stream); return;
    case StreamKind::kRecords: break;
  }
  layer.context.options = &options_;
  layer.context.name = name;
  layer.context.file = name == kStandardInput ? std::string() : name.substr(name.find_last_of("/!") + 1);
  layer.context.tell = tell_;
  std::string reason;
  layer.reader = make_record_reader(layer.context, layer.stream, reason);
  if (!layer.reader) refuse(reason);
}

// Opens the next member of the container on top; false when it has none left.
bool LayerStack::next_member() {
  Layer& layer = *layers_.back();
  std::string member;
  try {
    do {
      if (!layer.container->next(member)) return false;
    } while (is_foreign_name(member) || member.starts_with("__MACOSX/") ||
             (on_the_way_ && !on_the_way_(layer.name + "!" + member)));
  } catch (const IoError& error) {
    fail(error.what());
    return false;
  }
  push(layer.container->open(), layer.name + "!" + member);
  return true;
}

bool LayerStack::next(InputArticle& article) {
  if (!opened_) open_file();
  while (!layers_.empty()) {
    Layer& layer = *layers_.back();
    if (layer.reader) {
      try {
        if (layer.reader->next(article)) {
          article.format = layer.reader->format();
          article.named_by_file = layer.reader->named_by_file();
          article.info.origin = layer.name;
          return true;
        }
      } catch (const IoError& error) {
        fail(error.what());
        article = {};
        bool recovered = false;
        try {
          recovered = layer.stream.recover();
        } catch (const IoError&) {  // of the layer below, which has been told or will be
        }
        if (recovered) {
          layer.reader->resume();
          continue;
        }
      }
    } else if (layer.container && next_member()) {
      continue;
    }
    pop();
    // Compression below is used up with what it held.
    while (!layers_.empty() && !layers_.back()->container) pop();
  }
  return false;
}

}  // namespace actant
