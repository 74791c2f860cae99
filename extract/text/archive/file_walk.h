#ifndef ACTANT_EXTRACT_TEXT_ARCHIVE_FILE_WALK_H_
#define ACTANT_EXTRACT_TEXT_ARCHIVE_FILE_WALK_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace actant {

/// A file to read.
struct WalkedFile {
  std::string path;    ///< `-` for standard input
  uint64_t bytes = 0;  ///< size; 0 where it has none (a pipe)
};

/// Goes through files and folders, a folder at a time: the files of `paths` in their order, those of a folder in byte
/// order of the names, before or between its folders as the names order them. Names that `is_foreign` are passed over.
/// Folders behind symbolic links are not entered, so that no circle is.
class FileWalk {
 public:
  /// Told what cannot be read and which of the `paths` hold nothing: path, reason.
  using Complain = std::function<void(const std::string& path, const std::string& reason)>;

  /// Whether a name (without folder) is that of a file or folder to pass over.
  using IsForeign = std::function<bool(const std::string& name)>;

  FileWalk(std::vector<std::string> paths, IsForeign is_foreign, Complain complain);
  /// The next file; false at the end.
  bool next(WalkedFile& file);

 private:
  struct Entry {
    std::string path;
    bool given;  // one of the paths: read whatever its name is
    bool end;    // the end of the given folder `path`
  };
  void enter(const std::string& folder, bool given);

  std::vector<Entry> stack_;  // the next one last
  IsForeign is_foreign_;
  Complain complain_;
  bool found_ = false;  // a file in the given folder under way
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_TEXT_ARCHIVE_FILE_WALK_H_
