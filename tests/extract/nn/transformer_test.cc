#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "extract/nn/joint_network.h"
#include "extract/nn/transformer_encoder.h"
#include "graph/model/error.h"
#include "tests/extract/nn/small_transformer_model.h"

namespace actant {
namespace {

using testing::HasSubstr;
using Row = std::vector<double>;
using Rows = std::vector<Row>;

constexpr size_t kWidth = SmallTransformerModel::kWidth;

/// The encoder of `joint-transformer-1` once more, in double precision and with plain loops.
class PlainEncoder {
 public:
  explicit PlainEncoder(const SmallTransformerModel& model) : model_(model) {}

  Rows encode(const std::vector<size_t>& ids) const {
    Rows x;
    for (size_t i = 0; i < ids.size(); ++i) {
      Row row(kWidth);
      for (size_t k = 0; k < kWidth; ++k) row[k] = at("piece", ids[i] * kWidth + k) + at("position", i * kWidth + k);
      x.push_back(norm(row, "norm"));
    }
    for (size_t layer = 0; layer < SmallTransformerModel::kLayers; ++layer) x = run(x, layer);
    return x;
  }

 private:
  double at(const std::string& name, size_t i) const { return model_.values.at(name)[i]; }

  Row norm(const Row& x, const std::string& name) const {
    double mean = 0, variance = 0;
    for (const double value : x) mean += value / kWidth;
    for (const double value : x) variance += (value - mean) * (value - mean) / kWidth;
    Row y(kWidth);
    for (size_t k = 0; k < kWidth; ++k) {
      y[k] = (x[k] - mean) / std::sqrt(variance + 1e-12) * at(name + ".w", k) + at(name + ".b", k);
    }
    return y;
  }
  Row apply(const Row& x, const std::string& name) const {
    Row y(model_.values.at(name + ".b").size());
    for (size_t j = 0; j < y.size(); ++j) {
      y[j] = at(name + ".b", j);
      for (size_t k = 0; k < x.size(); ++k) y[j] += x[k] * at(name + ".t", j * x.size() + k);
    }
    return y;
  }
  static Row sum(Row a, const Row& b) {
    for (size_t k = 0; k < a.size(); ++k) a[k] += b[k];
    return a;
  }

  Rows run(const Rows& x, size_t layer) const {
    const std::string name = "layer." + std::to_string(layer) + ".";
    constexpr size_t kSize = kWidth / SmallTransformerModel::kHeads;
    Rows three, result;
    for (const Row& row : x) three.push_back(apply(row, name + "three"));
    for (size_t i = 0; i < x.size(); ++i) {
      Row attended(kWidth);
      for (size_t head = 0; head < SmallTransformerModel::kHeads; ++head) {
        Row weight(x.size());
        double total = 0;
        for (size_t j = 0; j < x.size(); ++j) {
          double score = 0;
          for (size_t k = 0; k < kSize; ++k) score += three[i][head * kSize + k] * three[j][kWidth + head * kSize + k];
          total += weight[j] = std::exp(score / std::sqrt(double{kSize}));
        }
        for (size_t j = 0; j < x.size(); ++j) {
          for (size_t k = 0; k < kSize; ++k)
            attended[head * kSize + k] += weight[j] / total * three[j][2 * kWidth + head * kSize + k];
        }
      }
      const Row middle = norm(sum(x[i], apply(attended, name + "out")), name + "attended");
      Row wide = apply(middle, name + "up");
      for (double& value : wide) value *= 0.5 * std::erfc(-value / std::sqrt(2.0));
      result.push_back(norm(sum(middle, apply(wide, name + "down")), name + "fed"));
    }
    return result;
  }

  const SmallTransformerModel& model_;
};

/// A file beside the ModelOnDisk of the same test.
class SecondOnDisk {
 public:
  explicit SecondOnDisk(const std::string& bytes, const ModelOnDisk& beside) : path_(beside.path() + ".second") {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~SecondOnDisk() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(TransformerEncoderTest, GivesTheMeanOfTheStatesOfAWordsPieces) {
  SmallTransformerModel model;
  const ModelOnDisk disk(model.writer.bytes());
  const TransformerEncoder encoder(ModelFile::open(disk.path()), *find_kernels("portable"));
  TransformerEncoder::Scratch scratch;
  // The second sentence shows that neither reads the other.
  const std::vector<std::string_view> forms = {"Iran", "talks", "failed", "Talk"};
  const std::vector<TokenRange> sentences = {{0, 3}, {3, 4}};
  const float* states = encoder.encode(forms, sentences, scratch);
  const PlainEncoder plain(model);
  const Rows first = plain.encode({2, 4, 5, 6, 7, 8, 3}), second = plain.encode({2, 5, 3});
  for (size_t k = 0; k < kWidth; ++k) {
    EXPECT_NEAR(states[k], first[1][k], 5e-3);  // the error linear unit is an approximation
    EXPECT_NEAR(states[kWidth + k], (first[2][k] + first[3][k]) / 2, 5e-3);
    EXPECT_NEAR(states[2 * kWidth + k], (first[4][k] + first[5][k]) / 2, 5e-3);
    EXPECT_NEAR(states[3 * kWidth + k], second[1][k], 5e-3);
  }
}

TEST(TransformerEncoderTest, ReadsASentenceOfMorePiecesThanThereArePlaces) {
  SmallTransformerModel model;
  const ModelOnDisk disk(model.writer.bytes());
  const TransformerEncoder encoder(ModelFile::open(disk.path()), best_kernels());
  TransformerEncoder::Scratch scratch;
  const std::vector<std::string_view> forms(400, "talks");
  const TokenRange all{0, 400};
  const float* states = encoder.encode(forms, {&all, 1}, scratch);
  for (size_t i = 0; i < 400 * kWidth; ++i) ASSERT_TRUE(std::isfinite(states[i]));
}

class TwoNetworksTest : public testing::Test {
 protected:
  JointAnalysis analyze(const std::string& transformer) {
    const auto network = JointNetwork::load(disk_.path(), best_kernels(), transformer);
    const std::vector<std::string_view> forms = {"Iran", "talks", "failed", ".", "IRAN", "2015"};
    const std::vector<TokenRange> sentences = {{0, 4}, {4, 6}};
    JointNetwork::Scratch scratch;
    JointAnalysis analysis;
    network->analyze(forms, sentences, analysis, scratch);
    return analysis;
  }

  SmallJointModel model_;
  ModelOnDisk disk_{model_.writer.bytes()};
};

TEST_F(TwoNetworksTest, TheShareSaysWhoseScoresCount) {
  const JointAnalysis alone = analyze("");
  const SecondOnDisk nothing(SmallTransformerModel(0).writer.bytes(), disk_);
  const JointAnalysis same = analyze(nothing.path());
  EXPECT_EQ(same.upos, alone.upos);
  EXPECT_EQ(same.head, alone.head);
  EXPECT_EQ(same.deprel, alone.deprel);
  EXPECT_EQ(same.lemma_choices, alone.lemma_choices);
  const SecondOnDisk everything(SmallTransformerModel(1).writer.bytes(), disk_);
  const JointAnalysis other = analyze(everything.path());
  EXPECT_NE(std::tie(other.upos, other.head, other.xpos), std::tie(alone.upos, alone.head, alone.xpos));
}

TEST_F(TwoNetworksTest, BothFilesIdentifyTheModel) {
  const SecondOnDisk second(SmallTransformerModel(0.5).writer.bytes(), disk_);
  const auto alone = JointNetwork::load(disk_.path());
  const auto both = JointNetwork::load(disk_.path(), best_kernels(), second.path());
  EXPECT_NE(alone->checksum(), both->checksum());
  EXPECT_GT(both->flops_per_token(), alone->flops_per_token());
}

TEST_F(TwoNetworksTest, RefusesATransformerWithOtherLabels) {
  SmallTransformerModel other;
  other.writer.header["labels"]["upos"] = {"VERB", "NOUN"};
  const SecondOnDisk second(other.writer.bytes(), disk_);
  try {
    JointNetwork::load(disk_.path(), best_kernels(), second.path());
    FAIL();
  } catch (const CorruptData& error) {
    EXPECT_THAT(error.what(), HasSubstr("labels of upos"));
  }
}

TEST_F(TwoNetworksTest, ReplaysTheSelfTestsOfBothTogether) {
  SmallTransformerModel other;
  other.writer.header["selftest"] = {{{"tokens", {"Iran", "talks"}}, {"head", {2, 2}}}};
  const SecondOnDisk second(other.writer.bytes(), disk_);
  EXPECT_THROW(JointNetwork::load(disk_.path(), best_kernels(), second.path()), CorruptData);
}

TEST_F(TwoNetworksTest, RefusesAModelOfAnotherNetwork) {
  EXPECT_THROW(JointNetwork::load(disk_.path(), best_kernels(), disk_.path()), CorruptData);
}

}  // namespace
}  // namespace actant
