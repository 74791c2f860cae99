#ifndef ACTANT_EXTRACT_PIPELINE_H_
#define ACTANT_EXTRACT_PIPELINE_H_

#include <memory>
#include <vector>

#include "extract/extractor.h"
#include "extract/stage.h"

namespace actant {

/// Runs stages one after another over a document and measures each. Belongs to one thread.
class Pipeline {
 public:
  /// \throws InvalidArgument when a stage requires a layer that no stage before it provides.
  explicit Pipeline(std::vector<std::unique_ptr<Stage>> stages);

  void process(Document& document);
  /// Seconds spent in each stage since the pipeline was made.
  const std::vector<StageTime>& times() const { return times_; }

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
  std::vector<StageTime> times_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_PIPELINE_H_
