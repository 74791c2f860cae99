#include "extract/model_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "graph/model/error.h"

namespace actant {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

class ModelFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::temp_directory_path() / "actant_ModelFolderTest";
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "accurate");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }
  void write(const std::string& file) { std::ofstream(root_ / file) << "x"; }

  std::filesystem::path root_;
};

TEST_F(ModelFolderTest, FindsTheFilesOfADirectory) {
  write("en.actm");
  const ModelFolder folder(root_.string());
  EXPECT_EQ(folder.find("en.actm"), (root_ / "en.actm").string());
  EXPECT_EQ(folder.find("en.relations.actm"), "");
}

TEST_F(ModelFolderTest, AModelThatAddsATransformerHasTheRestFromAbove) {
  write("en.actm");
  write("en.segmenter.actm");
  write("accurate/en.transformer.actm");
  const ModelFolder folder((root_ / "accurate").string());
  EXPECT_EQ(folder.find("en.transformer.actm"), (root_ / "accurate" / "en.transformer.actm").string());
  EXPECT_EQ(folder.find("en.segmenter.actm"), (root_ / "en.segmenter.actm").string());
  EXPECT_EQ(ModelFolder(root_.string()).find("en.transformer.actm"), "");
}

TEST_F(ModelFolderTest, AnyOtherDirectoryTakesNothingFromAbove) {
  write("en.actm");
  EXPECT_EQ(ModelFolder((root_ / "accurate").string()).find("en.actm"), "");
}

TEST_F(ModelFolderTest, NamesStandForTheModelsOfTheProgram) {
  EXPECT_EQ(ModelFolder("").path(), default_model_directory());
  EXPECT_EQ(ModelFolder("fast").path(), default_model_directory());
  EXPECT_EQ(ModelFolder("accurate").path(), std::filesystem::path(default_model_directory()) / "accurate");
}

TEST_F(ModelFolderTest, AMisspelledNameIsToldWhatAModelIs) {
  EXPECT_THAT([] { load_joint_network("accurat"); },
              ThrowsMessage<IoError>(AllOf(HasSubstr("'accurat'"), HasSubstr("`fast`, `accurate` or a folder"))));
}

}  // namespace
}  // namespace actant
