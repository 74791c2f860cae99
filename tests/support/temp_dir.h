#ifndef ACTANT_TESTS_SUPPORT_TEMP_DIR_H_
#define ACTANT_TESTS_SUPPORT_TEMP_DIR_H_

#include <stdlib.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace actant::test {

/// A new directory that is removed with the object: in memory where there is a file system for that with a GB to spare,
/// since a database that waits for a busy disk makes tests last seconds instead of milliseconds; else where $TMPDIR
/// says.
class TempDir {
 public:
  TempDir() {
    std::error_code error;
    const auto memory = std::filesystem::space("/dev/shm", error);
    const bool roomy = !error && memory.available >= (uint64_t{1} << 30) && ::access("/dev/shm", W_OK) == 0;
    const std::filesystem::path parent = roomy ? "/dev/shm" : std::filesystem::temp_directory_path();
    std::string pattern = (parent / "actant-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a temporary directory");
    path_ = pattern;
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

}  // namespace actant::test

#endif  // ACTANT_TESTS_SUPPORT_TEMP_DIR_H_
