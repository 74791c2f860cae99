#ifndef ACTANT_EXTRACT_TEXT_LAYER_STACK_H_
#define ACTANT_EXTRACT_TEXT_LAYER_STACK_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extract/text/archive/byte_source.h"
#include "extract/text/archive/input_stream.h"
#include "extract/text/archive/unpacker.h"
#include "extract/text/format/record_reader.h"

namespace actant {

/// How messages call standard input.
inline constexpr const char* kStandardInput = "standard input";

/// Reads the articles of one file through all that it is packed in: a zip of folders of gzipped WARC. Each layer is
/// opened when its first bytes say what it is; damage in one costs what it holds behind the damage, not its neighbours.
///
/// Layers nest at most kDeepest levels, against files that hold themselves.
class LayerStack {
 public:
  static constexpr size_t kDeepest = 8;

  /// Opens nothing yet. `path`: `-` for standard input.
  LayerStack(const std::string& path, const ReadOptions& options, ProblemHandler tell);
  ~LayerStack();

  /// The next article; info.origin is the name of the stream it stood in. False at the end.
  bool next(InputArticle& article);
  const std::string& name() const { return name_; }
  /// Of the file as it lies on disk; stays what it was when the file is at its end and closed.
  uint64_t bytes_read() const { return file_ != nullptr ? file_->bytes_read() : closed_bytes_; }

 private:
  struct Layer;
  void open_file();
  void push(std::unique_ptr<ByteSource> source, std::string name);
  void open_layer(Layer& layer);
  void open_layer_or_tell();
  bool next_member();
  void pop();
  void fail(const std::string& reason);

  const ReadOptions& options_;
  ProblemHandler tell_;
  std::string path_, name_;
  FileSource* file_ = nullptr;  // the lowest source, while it is open
  uint64_t closed_bytes_ = 0;
  std::vector<std::unique_ptr<Layer>> layers_;
  bool opened_ = false;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_LAYER_STACK_H_
