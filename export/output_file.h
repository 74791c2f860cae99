#ifndef ACTANT_EXPORT_OUTPUT_FILE_H_
#define ACTANT_EXPORT_OUTPUT_FILE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace actant {

/// A file written under a temporary name and renamed by close(). The destructor removes what was not closed.
class OutputFile {
 public:
  /// `-` is standard output. \throws IoError.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// \throws IoError, for example when the disk is full.
  void write(std::string_view bytes);
  /// Syncs and renames. \throws IoError.
  void close();
  uint64_t bytes() const { return bytes_; }

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
  uint64_t bytes_ = 0;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_OUTPUT_FILE_H_
