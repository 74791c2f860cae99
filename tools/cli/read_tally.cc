#include "tools/cli/read_tally.h"

#include <algorithm>
#include <vector>

#include "tools/cli/json_output.h"
#include "tools/cli/text_format.h"

namespace actant {
namespace {

/// A run that meets more different reasons than this counts the rest as one.
constexpr size_t kMostReasons = 30;

bool is_no_article(const SkippedRecord& record) { return !record.lost && record.reason.starts_with("no "); }

// Reasons are counted by what stands before the colon; what kind of record is no article stands behind it.
std::string kind_of(const SkippedRecord& record) {
  const size_t colon = record.reason.find(": ");
  std::string kind = record.reason.substr(0, colon);
  if (is_no_article(record) && colon != std::string::npos) kind += " (" + record.reason.substr(colon + 2) + ")";
  return kind;
}

void count(std::map<std::string, uint64_t>& reasons, const std::string& kind) {
  ++reasons[reasons.size() < kMostReasons || reasons.contains(kind) ? kind : "other reasons"];
}

std::string pad(std::string text, size_t width, bool right) {
  if (text.size() < width) text.insert(right ? 0 : text.size(), width - text.size(), ' ');
  return text;
}

}  // namespace

ReadTally::ReadTally(std::FILE* list) : list_(list) {
  if (list_ != nullptr) std::fputs("place\tformat\twhat\treason\n", list_);
}

void ReadTally::count_article(std::string_view format) {
  const std::lock_guard lock(mutex_);
  ++formats_[std::string(format)].read;
}

void ReadTally::count_skipped(const SkippedRecord& record) {
  const std::lock_guard lock(mutex_);
  const std::string kind = kind_of(record);
  Format& format = formats_[record.format.empty() ? "unknown" : record.format];
  format.lost += record.lost;
  count(format.skipped, kind);
  if (!is_no_article(record)) count(skipped_, kind);
  if (list_ == nullptr) return;
  const std::string line = printable(record.place) + "\t" + record.format + "\t" + (record.lost ? "lost" : "skipped") +
                           "\t" + printable(record.reason) + "\n";
  std::fputs(line.c_str(), list_);
}

std::map<std::string, uint64_t> ReadTally::skipped() const {
  const std::lock_guard lock(mutex_);
  return skipped_;
}

uint64_t ReadTally::lost() const {
  const std::lock_guard lock(mutex_);
  uint64_t lost = 0;
  for (const auto& [name, format] : formats_) lost += format.lost;
  return lost;
}

bool ReadTally::empty() const {
  const std::lock_guard lock(mutex_);
  return formats_.empty();
}

std::string ReadTally::table() const {
  const std::lock_guard lock(mutex_);
  const bool plain = formats_.empty() || (formats_.size() == 1 && formats_.begin()->second.skipped.empty());
  if (plain) return {};
  std::vector<std::vector<std::string>> rows = {{"format", "read", "skipped", "lost", "why"}};
  for (const auto& [name, format] : formats_) {
    uint64_t skipped = 0;
    std::vector<std::pair<uint64_t, std::string>> reasons;
    for (const auto& [reason, number] : format.skipped) {
      skipped += number;
      reasons.emplace_back(number, reason);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::string first = reasons.empty() ? "" : with_commas(reasons[0].first) + " " + printable(reasons[0].second);
    rows.push_back({name, with_commas(format.read), with_commas(skipped), with_commas(format.lost), first});
    for (size_t i = 1; i < reasons.size(); ++i) {
      rows.push_back({"", "", "", "", with_commas(reasons[i].first) + " " + printable(reasons[i].second)});
    }
  }
  std::vector<size_t> widths(4, 0);
  for (const auto& row : rows) {
    for (size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string table;
  for (const auto& row : rows) {
    std::string line;
    for (size_t i = 0; i < widths.size(); ++i) line += pad(row[i], widths[i], i > 0) + "  ";
    line += row[4];
    line.erase(line.find_last_not_of(' ') + 1);
    table += line + "\n";
  }
  return table;
}

std::string ReadTally::json() const {
  const std::lock_guard lock(mutex_);
  std::string json = "{";
  const char* comma = "";
  for (const auto& [name, format] : formats_) {
    json += comma + json_string(name) + ": {\"read\": " + std::to_string(format.read) +
            ", \"lost\": " + std::to_string(format.lost) + ", \"skipped\": {";
    const char* inner = "";
    for (const auto& [reason, number] : format.skipped) {
      json += inner + json_string(reason) + ": " + std::to_string(number);
      inner = ", ";
    }
    json += "}}";
    comma = ", ";
  }
  return json + "}";
}

}  // namespace actant
