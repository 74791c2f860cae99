#include "extract/pipeline.h"

#include <chrono>
#include <string>

#include "graph/model/error.h"

namespace actant {

Pipeline::Pipeline(std::vector<std::unique_ptr<Stage>> stages) : stages_(std::move(stages)) {
  uint32_t provided = 0;
  for (const auto& stage : stages_) {
    if ((stage->requires_layers() & ~provided) != 0) {
      throw InvalidArgument("stage `" + std::string(stage->name()) +
                            "` needs a layer that no stage before it provides");
    }
    provided |= stage->provides_layers();
    times_.push_back({stage->name(), 0});
  }
}

void Pipeline::process(Document& document) {
  using Clock = std::chrono::steady_clock;
  Clock::time_point before = Clock::now();
  for (size_t i = 0; i < stages_.size(); ++i) {
    stages_[i]->process(document);
    const Clock::time_point after = Clock::now();
    times_[i].seconds += std::chrono::duration<double>(after - before).count();
    before = after;
  }
}

}  // namespace actant
