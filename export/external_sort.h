#ifndef ACTANT_EXPORT_EXTERNAL_SORT_H_
#define ACTANT_EXPORT_EXTERNAL_SORT_H_

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actant {

/// Sorts byte strings that do not fit in memory: sorted runs in an unnamed temporary file, then one merge. Memory: `run_bytes`, and
/// 64 KiB for each run while they are merged. \throws IoError when the folder for temporary files is full or cannot be written.
class ExternalSort {
 public:
  explicit ExternalSort(size_t run_bytes = size_t{32} << 20) : run_bytes_(run_bytes) {}

  void add(std::string record);
  /// Visits all records in the order of their bytes. To be called once, after the last add().
  void for_each(const std::function<void(std::string_view)>& visit);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct Run {
    long begin = 0, end = 0;  // bytes in the file
  };
  class Reader;

  void spill();

  size_t run_bytes_;
  size_t bytes_ = 0;
  std::vector<std::string> records_;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<Run> runs_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_EXTERNAL_SORT_H_
