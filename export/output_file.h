#ifndef ACTANT_EXPORT_OUTPUT_FILE_H_
#define ACTANT_EXPORT_OUTPUT_FILE_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  /// Syncs and closes what was written; it keeps its temporary name. \throws IoError.
  void finish();
  /// finish(), and renames. \throws IoError.
  void close();
  uint64_t bytes() const { return bytes_; }

 private:
  std::string path_;
  std::string temporary_;
  int descriptor_ = -1;
  uint64_t bytes_ = 0;
};

/// The files of an export: one file, or a folder with several. A folder is made under a temporary name and renamed by
/// close(); where the folder exists already, its files are replaced one by one when all are complete. A file whose name
/// ends in a number
/// (`part-0001.jsonld`) may be followed by others; files that an earlier, longer series left in the folder are removed.
class OutputSet {
 public:
  /// `names` empty: `path` is a file, `-` standard output. Else `path` is the folder of these files. \throws IoError.
  OutputSet(std::string path, std::span<const std::string_view> names);
  ~OutputSet();
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;

  size_t size() const { return files_.size(); }
  OutputFile& file(size_t index) { return *files_[index].file; }
  /// Finishes the file and begins the one with the next number in its place. \throws IoError.
  void next(size_t index);
  /// \throws IoError.
  void close();
  uint64_t bytes() const;

 private:
  struct Named {
    std::string name;
    std::unique_ptr<OutputFile> file;
  };

  std::string folder_;  // where the files are made
  std::string path_;
  std::string temporary_;  // of a folder that did not exist before
  std::vector<Named> files_;
  std::vector<std::unique_ptr<OutputFile>> finished_;  // earlier files of numbered series
};

}  // namespace actant

#endif  // ACTANT_EXPORT_OUTPUT_FILE_H_
