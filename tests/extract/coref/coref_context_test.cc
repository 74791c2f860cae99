#include "extract/coref/coref_context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/coref/chain_linker.h"
#include "extract/entity/entity_stage.h"
#include "graph/model/error.h"
#include "tests/extract/coref/small_ranker.h"
#include "tests/extract/nn/small_transformer_model.h"
#include "tests/support/conllu.h"

namespace actant {
namespace {

using ::testing::HasSubstr;

constexpr size_t kWidth = SmallEncoderModel::kWidth, kUnits = 1, kMatch = 2;
constexpr size_t kColumns = 3 * (kUnits + 1) + 2 * kMatch;

/// small_ranker() with a context of one unit that sees the same.
struct SmallContextModel : SmallEncoderModel {
  SmallContextModel() {
    add_small_ranker(0, 0.5f, writer);
    writer.header["class"] = "coref-context-1";
    writer.header["config"]["context_hidden"] = kUnits;
    writer.header["config"]["match"] = kMatch;
  }
  std::shared_ptr<const CorefRanker> load() {
    const ModelOnDisk disk(writer.bytes());
    return CorefRanker::load(disk.path());
  }
};

/// Sentences `Iran failed`, as many words as asked for, every `Iran` a candidate.
class ContextTest : public ::testing::Test {
 protected:
  void read(size_t sentences) {
    std::string conllu;
    for (size_t i = 0; i < sentences; ++i)
      conllu += "Iran Iran PROPN NNP 2 nsubj NER=B-LOC\nfailed fail VERB VBD 0 root\n\n";
    document_ = testing::parse_conllu(conllu);
    EntityStage().process(document_);
    fill_candidate_table(document_, {}, table_);
  }
  Document document_;
  CandidateTable table_;
  CorefContext::Reading reading_;
};

TEST_F(ContextTest, ALongArticleIsReadInWindowsThatOverlap) {
  SmallContextModel model;
  model.add_layer("context", 3 * kWidth, kColumns);
  const ModelOnDisk disk(model.writer.bytes());
  const KernelSet& kernels = *find_kernels("portable");
  const auto file = ModelFile::open(disk.path());
  const CorefContext context(file, 1, kernels);
  read(200);  // two windows: words [0, 304) and [304, 400)
  CorefContext::begin(reading_);
  for (uint32_t i = 0; i < table_.candidates.size(); ++i) context.read_to(document_, table_, i, reading_);
  const uint32_t last = 199, far = 10;
  ASSERT_EQ(table_.candidates.size(), 200u);

  const TransformerEncoder encoder(file, kernels);
  TransformerEncoder::Scratch scratch;
  const auto row = [&](uint32_t i, uint32_t from, uint32_t to) {  // the layer over the states of candidate i
    std::vector<std::string_view> forms;
    for (uint32_t t = from; t < to; ++t) forms.push_back(document_.tokens[t].form);
    const TokenRange whole{0, to - from};
    const float* states = encoder.encode(forms, {&whole, 1}, scratch) + (table_.candidates[i].head - from) * kWidth;
    std::vector<double> result;
    for (size_t j = 0; j < kColumns; ++j) {
      double sum = model.values.at("context.b")[j];
      for (size_t k = 0; k < 3 * kWidth; ++k)
        sum += states[k % kWidth] * model.values.at("context.w")[k * kColumns + j];
      result.push_back(sum);
    }
    return result;
  };
  const auto a = row(last, 304 - CorefContext::kAround, 400), b = row(far, 0, 304 + CorefContext::kAround);
  std::vector<float> sum(2);
  context.add_new(reading_, last, sum);
  EXPECT_NEAR(sum[0], a[0], 1e-3);
  EXPECT_NEAR(sum[1], a[1], 1e-3);
  sum.assign(2, 1);
  context.add_anaphor(reading_, last, sum);
  EXPECT_NEAR(sum[0], 1 + a[2], 1e-3);
  sum.assign(2, 0);
  context.add_antecedent(reading_, far, sum);
  EXPECT_NEAR(sum[0], b[4], 1e-3);
  EXPECT_NEAR(sum[1], b[5], 1e-3);
  EXPECT_NEAR(context.match(reading_, last, far), a[6] * b[8] + a[7] * b[9], 1e-3);
}

TEST_F(ContextTest, WhatItAddsDecidesALink) {
  for (const float added : {0.0f, 1.0f}) {
    SmallContextModel model;
    std::vector<float> bias(kColumns);
    bias[5] = added;  // the linear part of an antecedent: a pair gets 0.25 by itself, being new 0.5
    model.writer.add_floats("context.w", {3 * kWidth, kColumns}, std::vector<float>(3 * kWidth * kColumns));
    model.writer.add_floats("context.b", {kColumns}, bias);
    ChainLinker linker(model.load());
    read(2);
    linker.link(document_);
    EXPECT_EQ(document_.chains.size(), added > 0 ? 2u : 0u);
  }
}

TEST_F(ContextTest, MoreUnitsThanTheRankerHasAreCorruptData) {
  SmallContextModel model;
  model.writer.header["config"]["context_hidden"] = 2;
  model.add_layer("context", 3 * kWidth, kColumns);
  try {
    model.load();
    FAIL() << "loaded";
  } catch (const CorruptData& error) {
    EXPECT_THAT(error.what(), HasSubstr("context_hidden"));
  }
}

TEST_F(ContextTest, AFileWithoutTheTransformerNamesWhatItLacks) {
  ModelWriter writer = small_ranker(0);
  writer.header["class"] = "coref-context-1";
  const ModelOnDisk disk(writer.bytes());
  EXPECT_THROW(CorefRanker::load(disk.path()), CorruptData);
}

}  // namespace
}  // namespace actant
