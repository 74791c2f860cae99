#include "graph/store/internal/evidence_window.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace actant::internal {
namespace {

using Part = NodeEvidence::Part;

// False for a partial date and one that it may mean.
bool is_before(PackedDate a, PackedDate b) {
  const int months = 5, years = 9;
  int shift = 0;
  if ((a & 31) == 0 || (b & 31) == 0) shift = months;
  if ((a >> months & 15) == 0 || (b >> months & 15) == 0) shift = years;
  return a >> shift < b >> shift;
}

class Window {
 public:
  explicit Window(const EvidenceWindow& window)
      : window_(window),
        since_(pack_date(window.since)),
        until_(pack_date(window.until)),
        behind_(pack_date(window.behind)) {}

  // True when the dates of an edge leave open whether it has evidence between since and until.
  bool may_hold(DateRange dates) const {
    if (dates.first == 0) return true;
    if (until_ != 0 && is_before(until_, dates.first)) return false;
    if (since_ == 0 || !is_before(dates.last, since_)) return true;
    // Something dated 2022 alone may have been in May, though the last date is in March.
    const auto has = [&](PackedDate partial) { return dates.first <= partial && partial <= dates.last; };
    return has(since_ & ~PackedDate{511}) || has(since_ & ~PackedDate{31});
  }

  // A date at which the edge has evidence that counts for `enough`; 0 when that is not known. The first date is one at
  // which something begins, the last one at which something ends.
  PackedDate sure_date(DateRange dates) const {
    const PackedDate date = dates.first;
    if (date == 0 || (window_.newest_first && dates.last != date)) return 0;
    if ((since_ != 0 && is_before(date, since_)) || (until_ != 0 && is_before(until_, date))) return 0;
    if (behind_ != 0 && !(window_.newest_first ? is_before(date, behind_) : is_before(behind_, date))) return 0;
    return date;
  }

  bool is_behind(DateRange dates, PackedDate last) const {
    if (dates.first == 0) return false;
    return window_.newest_first ? is_before(dates.last, last) : is_before(last, dates.first);
  }

 private:
  const EvidenceWindow& window_;
  const PackedDate since_, until_, behind_;
};

// The date up to which `enough` different edges have evidence for sure; nullopt when so many have not.
std::optional<PackedDate> date_of_enough(const EvidenceWindow& options, const Window& window,
                                         const std::vector<Part>& parts) {
  std::vector<std::pair<PackedDate, uint32_t>> dates;
  for (uint32_t i = 0; i < parts.size(); ++i) {
    if (const PackedDate date = window.sure_date(parts[i].dates)) dates.emplace_back(date, i);
  }
  const auto comes_first = [&](const auto& a, const auto& b) {
    return options.newest_first ? a.first > b.first : a.first < b.first;
  };
  // Edges of merged nodes come once for each of their parts.
  for (size_t first = 2 * options.enough; options.enough <= dates.size(); first *= 4) {
    first = std::min(first, dates.size());
    const auto end = dates.begin() + static_cast<std::ptrdiff_t>(first);
    std::nth_element(dates.begin(), end - 1, dates.end(), comes_first);
    const PackedDate last = (end - 1)->first;
    std::set<EdgeKey> edges;
    for (auto it = dates.begin(); it != end && edges.size() < options.enough; ++it)
      edges.insert(parts[it->second].merged);
    if (edges.size() == options.enough) return last;
    if (first == dates.size()) break;
  }
  return std::nullopt;
}

}  // namespace

bool keep_window(const EvidenceWindow& options, std::vector<Part>& parts, size_t few) {
  if (parts.size() <= few) return true;
  const Window window(options);
  std::erase_if(parts, [&](const Part& part) { return !window.may_hold(part.dates); });
  if (options.enough == 0) return true;
  const auto last = date_of_enough(options, window, parts);
  return !last || std::erase_if(parts, [&](const Part& part) { return window.is_behind(part.dates, *last); }) == 0;
}

}  // namespace actant::internal
