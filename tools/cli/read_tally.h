#ifndef ACTANT_TOOLS_CLI_READ_TALLY_H_
#define ACTANT_TOOLS_CLI_READ_TALLY_H_

#include <cstdint>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "tools/cli/console.h"

namespace actant {

/// A record or file that was not read, or a warning about one.
struct SkippedRecord {
  std::string place;   ///< file, member, line or byte
  std::string format;  ///< empty: none was recognized
  std::string reason;  ///< one line; the kind before a colon, details behind it
  bool lost = true;    ///< false: nothing to read (a picture of a crawl), or nothing wanted (a duplicate)
};

/// Counts what was read and what was not, by format and reason, and lists it. Thread-safe.
class ReadTally {
 public:
  /// Also writes each skipped record to `list` (may be null, stays open): place, format, `lost` or `skipped`, reason,
  /// parted by tabs, below a header line.
  explicit ReadTally(std::FILE* list);

  void count_article(std::string_view format);
  void count_skipped(const SkippedRecord& record);

  /// Articles that were not read, by reason: of records that are none (request records, pictures) nothing.
  std::map<std::string, uint64_t> skipped() const;
  uint64_t lost() const;
  bool empty() const;

  /// A row for each format: articles read, records skipped, of them lost, and why. Empty when everything was read and
  /// had one format.
  std::string table() const;
  /// The same as JSON: `{"WARC": {"read": 2, "lost": 0, "skipped": {"no article (HTTP status 404)": 1}}}`.
  std::string json() const;

 private:
  struct Format {
    uint64_t read = 0, lost = 0;
    std::map<std::string, uint64_t> skipped;  // by reason
  };
  mutable std::mutex mutex_;
  std::FILE* list_;
  std::map<std::string, Format> formats_;
  std::map<std::string, uint64_t> skipped_;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_READ_TALLY_H_
