#include "extract/nn/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.h"
#include "tests/extract/nn/model_writer.h"

namespace actant {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

ModelWriter small_model() {
  ModelWriter writer;
  writer.header["config"] = {{"d", 4}};
  writer.header["labels"] = {{"upos", {"NOUN", "VERB"}}};
  writer.header["selftest"] = {{{"tokens", {"a", "b"}}, {"upos", {"NOUN", "VERB"}}, {"head", {2, 0}}}};
  writer.header["later addition"] = {1, 2, 3};
  writer.add_floats("w", {2, 2}, {1, 2, 3, 4});
  const uint16_t halves[] = {0x3c00, 0xc000};  // 1, -2
  writer.add("half", "f16", {2}, halves, sizeof halves);
  const int8_t rows[] = {1, 2, -3, 4};
  writer.add("rows", "i8", {2, 2}, rows, sizeof rows);
  writer.add_floats("rows.scale", {2}, {0.5f, 2.0f});
  writer.add_vocabulary({"<unk>", "the", "iran"});
  return writer;
}

std::string message_of(const std::string& bytes) {
  const ModelOnDisk file(bytes);
  try {
    ModelFile::open(file.path())->vocabulary();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr(file.path()));
    return error.what();
  }
  return "";
}

TEST(ModelFileTest, GivesBackWhatWasWritten) {
  const ModelOnDisk disk(small_model().bytes());
  const auto file = ModelFile::open(disk.path());
  EXPECT_EQ(file->model_class(), "test-1");
  EXPECT_EQ(file->number("d"), 4);
  EXPECT_EQ(file->number("e"), std::nullopt);
  EXPECT_THAT(file->labels("upos"), ElementsAre("NOUN", "VERB"));
  EXPECT_THAT(file->floats("w", {2, 2}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(file->floats("half", {2}), ElementsAre(1, -2));
  EXPECT_THAT(file->floats("rows", {2, 2}), ElementsAre(0.5f, 1, -6, 8));
  EXPECT_THAT(file->vocabulary(), ElementsAre("<unk>", "the", "iran"));
  ASSERT_EQ(file->self_tests().size(), 1u);
  EXPECT_THAT(file->self_tests()[0].head, ElementsAre(2, 0));
}

TEST(ModelFileTest, NamesWhatIsMissing) {
  const ModelOnDisk disk(small_model().bytes());
  const auto file = ModelFile::open(disk.path());
  const auto message = [](const auto& action) -> std::string {
    try {
      action();
    } catch (const CorruptData& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(message([&] { file->tensor("sru.0.w"); }), HasSubstr("sru.0.w"));
  EXPECT_THAT(message([&] { file->labels("ner"); }), HasSubstr("ner"));
  EXPECT_THAT(message([&] { file->floats("w", {4}); }), HasSubstr("found [2 x 2], expected [4]"));
  EXPECT_THAT(message([&] { file->require_class("joint-sru-1"); }), HasSubstr("found test-1, expected joint-sru-1"));
}

TEST(ModelFileTest, RefusesEveryCutFile) {
  const std::string whole = small_model().bytes();
  for (size_t size = 0; size < whole.size(); size += size < 80 ? 1 : 37) {
    const ModelOnDisk disk(whole.substr(0, size));
    EXPECT_THROW(ModelFile::open(disk.path()), CorruptData) << size;
  }
}

TEST(ModelFileTest, RefusesEveryAlteredByte) {
  const std::string whole = small_model().bytes();
  for (size_t place = 0; place < whole.size(); ++place) {
    std::string altered = whole;
    altered[place] = static_cast<char>(altered[place] ^ 0x41);
    const ModelOnDisk disk(altered);
    EXPECT_THROW(ModelFile::open(disk.path()), Error) << place;
  }
}

TEST(ModelFileTest, ToldFromOtherVersionsAndOtherFiles) {
  ModelWriter writer = small_model();
  writer.version = 2;
  const ModelOnDisk disk(writer.bytes());
  EXPECT_THROW(ModelFile::open(disk.path()), UnsupportedVersion);
  EXPECT_THAT(message_of(writer.bytes()), HasSubstr("version: found 2, expected 1"));
  EXPECT_THAT(message_of(std::string(100, 'x')), HasSubstr("magic"));
  EXPECT_THAT(message_of(""), HasSubstr("found 0 bytes"));
  EXPECT_THROW(ModelFile::open("/nowhere/en.actm"), IoError);
  EXPECT_THROW(ModelFile::open(testing::TempDir()), IoError);
}

TEST(ModelFileTest, ChecksTheBoundsOfTensors) {
  const auto with = [](const char* key, const nlohmann::json& value) {
    ModelWriter writer = small_model();
    writer.bytes();
    writer.header["tensors"][0][key] = value;
    return message_of(writer.assemble(writer.header.dump(), 1024));
  };
  EXPECT_THAT(with("offset", 1 << 20), HasSubstr("place of w"));
  EXPECT_THAT(with("offset", 0xffffffffffffffc0u), HasSubstr("place of w"));
  EXPECT_THAT(with("offset", 0), HasSubstr("place of w"));
  EXPECT_THAT(with("offset", 1030), HasSubstr("multiple of 64"));
  EXPECT_THAT(with("offset", -64), HasSubstr("offset"));
  EXPECT_THAT(with("bytes", 17), HasSubstr("found 17, expected 16"));
  EXPECT_THAT(with("shape", {1ull << 40, 1ull << 40}), HasSubstr("product"));
  EXPECT_THAT(with("shape", "two"), HasSubstr("shape"));
  EXPECT_THAT(with("dtype", "f64"), HasSubstr("f64"));
  EXPECT_THAT(with("name", 7), HasSubstr("name"));
}

TEST(ModelFileTest, SurvivesBrokenHeadersWithARightChecksum) {
  ModelWriter writer = small_model();
  const std::string whole = writer.bytes();
  const size_t header_end = 32 + writer.header.dump().size();
  size_t opened = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string altered = whole;
    for (int k = 0; k <= round % 3; ++k) {
      altered[12 + writer.generator()() % (header_end - 12)] = static_cast<char>(' ' + writer.generator()() % 95);
    }
    ModelWriter::seal(altered);
    const ModelOnDisk disk(altered);
    try {
      const auto file = ModelFile::open(disk.path());
      ++opened;
      for (const char* name : {"w", "half", "rows"}) file->floats(name);
      file->vocabulary();
    } catch (const Error&) {
    }
  }
  EXPECT_GT(opened, 0u);
}

}  // namespace
}  // namespace actant
