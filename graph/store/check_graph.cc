#include "graph/store/check_graph.h"

#include "graph/store/internal/check_parts.h"

namespace actant {

using namespace internal;

CheckResult check_graph(const std::string& directory, const std::function<void(const std::string&)>& report,
                        const CheckOptions& options) {
  try {
    GraphCheck check(directory, report, options);
    check.guarded("checksums", [&] {
      const rocksdb::Status status = check.database().rocks().VerifyChecksum();
      if (!status.ok()) check.problem("checksums", status.ToString());
    });
    check.guarded("articles", [&] { check_articles(check); });
    check.guarded("sentences", [&] { check_sentences(check); });
    check.guarded("evidence", [&] { check_contributions(check); });
    check.guarded("sums", [&] { check_derived(check); });
    check.guarded("counters", [&] { check_counters(check); });
    check.guarded("decisions", [&] { check_decisions(check); });
    check.report_rest();
    return check.result();
  } catch (const CorruptData& error) {  // nothing can be read at all
    report(std::string("checksums: ") + error.what());
    CheckResult result;
    result.problems = 1;
    return result;
  }
}

}  // namespace actant
