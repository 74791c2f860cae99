#include "extract/pipeline.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "graph/model/error.h"

namespace actant {
namespace {

class NamedStage : public Stage {
 public:
  NamedStage(std::string_view name, uint32_t needs, uint32_t gives) : name_(name), needs_(needs), gives_(gives) {}
  std::string_view name() const override { return name_; }
  uint32_t requires_layers() const override { return needs_; }
  uint32_t provides_layers() const override { return gives_; }
  void process(Document& document) override { document.warnings.push_back(std::string(name_)); }

 private:
  std::string_view name_;
  uint32_t needs_, gives_;
};

std::vector<std::unique_ptr<Stage>> chain(std::initializer_list<NamedStage> stages) {
  std::vector<std::unique_ptr<Stage>> result;
  for (const NamedStage& stage : stages) result.push_back(std::make_unique<NamedStage>(stage));
  return result;
}

TEST(PipelineTest, RunsStagesInOrder) {
  Pipeline pipeline(chain({{"a", 0, kTokens}, {"b", kTokens, kSentences}}));
  Document document;
  pipeline.process(document);
  EXPECT_EQ(document.warnings, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(pipeline.times().size(), 2u);
  EXPECT_EQ(pipeline.times()[1].stage, "b");
}

TEST(PipelineTest, AStageWithoutItsInputIsRefusedWhenTheChainIsBuilt) {
  try {
    Pipeline pipeline(chain({{"a", 0, kTokens}, {"parser", kTokens | kSentences, kSyntax}}));
    FAIL();
  } catch (const InvalidArgument& error) {
    EXPECT_NE(std::string(error.what()).find("`parser`"), std::string::npos);
  }
}

}  // namespace
}  // namespace actant
