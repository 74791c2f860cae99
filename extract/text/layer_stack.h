#ifndef ACTANT_EXTRACT_TEXT_LAYER_STACK_H_
#define ACTANT_EXTRACT_TEXT_LAYER_STACK_H_

#include <cstdint>
#include <functional>
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

  /// To be called before the first next(), to find one record again: of containers, reads only the members whose name
  /// `on_the_way` takes, begins at byte `offset` of the file, and keeps the bytes of each record for record().
  /// \throws IoError when the file cannot be read from there.
  void search(std::function<bool(const std::string& name)> on_the_way, uint64_t offset = 0);
  /// After next() and search(): the bytes that the article was read from, as they stand in what the file unpacks to. In
  /// another character set than UTF-8 where the record is all of a file, else decoded.
  std::string record() const;
  /// The next article; info.origin is the name of the stream it stood in. False at the end.
  bool next(InputArticle& article);
  const std::string& name() const { return name_; }
  /// Of the file as it lies on disk; stays what it was when the file is at its end and closed.
  uint64_t bytes_read() const { return file_ != nullptr ? file_->bytes_read() : closed_bytes_; }

 private:
  struct Layer;
  void open_file();
  uint64_t most_kept() const { return on_the_way_ ? 4 * options_.max_article_bytes + (4u << 20) : 0; }
  void push(std::unique_ptr<ByteSource> source, std::string name, uint64_t offset = 0);
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
  std::function<bool(const std::string& name)> on_the_way_;  // of search()
  uint64_t begin_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_LAYER_STACK_H_
