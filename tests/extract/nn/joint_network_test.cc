#include "extract/nn/joint_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "extract/nn/features.h"
#include "graph/model/error.h"
#include "tests/extract/nn/small_joint_model.h"

namespace actant {
namespace {

using testing::HasSubstr;

using Row = std::vector<double>;
using Rows = std::vector<Row>;

/// Largest difference of the kernels in floats from double precision.
constexpr double kTolerance = 2e-4;

/// extract/nn/network.md once more, in double precision and with plain loops.
class PlainNetwork {
 public:
  explicit PlainNetwork(const SmallJointModel& model) : model_(model) {}

  Rows encode(const std::vector<std::string>& forms) const {
    Rows x = input(forms);
    for (size_t layer = 0; layer < 2; ++layer) x = sru(x, layer);
    return x;
  }
  Rows apply(const Rows& x, const std::string& name, bool relu, bool bias = true) const {
    const auto& w = model_.values.at(name + ".w");
    Rows y;
    for (const Row& row : x) {
      Row out(w.size() / row.size());
      for (size_t j = 0; j < out.size(); ++j) {
        if (bias) out[j] = model_.values.at(name + ".b")[j];
        for (size_t i = 0; i < row.size(); ++i) out[j] += row[i] * w[i * out.size() + j];
        if (relu) out[j] = std::max(0.0, out[j]);
      }
      y.push_back(out);
    }
    return y;
  }
  Row values(const std::string& name) const { return {model_.values.at(name).begin(), model_.values.at(name).end()}; }

 private:
  Rows input(const std::vector<std::string>& forms) const {
    Rows rows;
    bool caps = true;
    for (const std::string& form : forms) caps &= !has_lower_case(form);
    for (size_t i = 0; i < forms.size(); ++i) {
      std::string norm;
      normalize_form(forms[i], norm);
      std::vector<uint32_t> ngrams(kMaxNgrams);
      ngrams.resize(ngram_rows(norm, SmallJointModel::kBuckets, ngrams.data()));
      Row row(SmallJointModel::kEmbedding + SmallJointModel::kShape);
      size_t id = 0;
      for (size_t k = 1; k < model_.words.size(); ++k) {
        if (model_.words[k] == norm) id = k;
      }
      for (size_t j = 0; j < SmallJointModel::kEmbedding; ++j) {
        for (const uint32_t n : ngrams) row[j] += at("ngram", n, j, SmallJointModel::kEmbedding);
        row[j] =
            row[j] / std::sqrt(std::max<size_t>(1, ngrams.size())) + at("word", id, j, SmallJointModel::kEmbedding);
      }
      for (size_t j = 0; j < SmallJointModel::kShape; ++j) {
        row[SmallJointModel::kEmbedding + j] = at("shape", word_shape(forms[i]), j, SmallJointModel::kShape) +
                                               at("place", place_id(i, forms.size(), caps), j, SmallJointModel::kShape);
      }
      rows.push_back(row);
    }
    return rows;
  }

  double at(const std::string& name, size_t row, size_t column, size_t columns) const {
    return model_.values.at(name)[row * columns + column];
  }

  Rows sru(const Rows& x, size_t layer) const {
    const std::string name = "sru." + std::to_string(layer);
    const size_t d = SmallJointModel::kUnits, blocks = layer == 0 ? 4 : 3, n = x.size();
    const Rows u = apply(x, name, false, false);
    const Row v = values(name + ".v"), b = values(name + ".b");
    const auto sigmoid = [](double z) { return 1 / (1 + std::exp(-z)); };
    Rows h(n, Row(2 * d));
    for (size_t direction = 0; direction < 2; ++direction) {
      for (size_t unit = 0; unit < d; ++unit) {
        double c = 0;
        for (size_t step = 0; step < n; ++step) {
          const size_t t = direction == 0 ? step : n - 1 - step;
          const double* row = u[t].data() + direction * blocks * d + unit;
          const double forget = sigmoid(row[d] + v[direction * 2 * d + unit] * c + b[direction * 2 * d + unit]);
          const double reset =
              sigmoid(row[2 * d] + v[direction * 2 * d + d + unit] * c + b[direction * 2 * d + d + unit]);
          const double highway = blocks == 4 ? row[3 * d] : x[t][direction * d + unit];
          c = forget * c + (1 - forget) * row[0];
          h[t][direction * d + unit] = reset * c + (1 - reset) * highway;
        }
      }
    }
    return h;
  }

  const SmallJointModel& model_;
};

class JointNetworkTest : public testing::Test {
 protected:
  void analyze(const std::vector<std::string>& words, const std::vector<TokenRange>& sentences) {
    analyze(*network_, words, sentences);
  }
  void analyze(const JointNetwork& network, const std::vector<std::string>& words,
               const std::vector<TokenRange>& sentences) {
    const std::vector<std::string_view> forms(words.begin(), words.end());
    network.analyze(forms, sentences, analysis_, scratch_);
  }

  SmallJointModel model_;
  ModelOnDisk disk_{model_.writer.bytes()};
  std::shared_ptr<const JointNetwork> network_ = JointNetwork::load(disk_.path());
  std::shared_ptr<const JointNetwork> in_floats_ = JointNetwork::load(disk_.path(), *find_kernels("portable"));
  JointNetwork::Scratch scratch_;
  JointAnalysis analysis_;
};

size_t argmax(const Row& row, size_t begin, size_t end) {
  return static_cast<size_t>(std::max_element(row.begin() + begin, row.begin() + end) - row.begin()) - begin;
}

const std::vector<std::string> kSentence = {"Iran", "'s", "Zürich", "talks", "IN", "2015", "failed", "."};

TEST_F(JointNetworkTest, ScoresAsItsDescriptionSays) {
  const PlainNetwork plain(model_);
  const size_t n = kSentence.size(), arc = SmallJointModel::kArc;
  const Rows h = plain.encode(kSentence);
  analyze(*in_floats_, kSentence, {{0, 8}});
  const Rows tag = plain.apply(h, "tag", true);
  const Rows upos = plain.apply(tag, "upos", false), lemma = plain.apply(tag, "lemma", false);
  const Rows ner = plain.apply(plain.apply(h, "ner_hidden", true), "ner", false);
  const Rows dep = plain.apply(plain.apply(h, "dep", true), "arc", false, false);
  Rows heads = plain.apply(h, "head", true);
  heads.insert(heads.begin(), plain.values("root"));
  const Row bias = plain.values("arc.b");
  for (size_t i = 0; i < n; ++i) {
    EXPECT_EQ(analysis_.upos[i], argmax(upos[i], 0, 2));
    EXPECT_EQ(analysis_.lemma[i], argmax(lemma[i], 0, 2));
    for (size_t j = 0; j < ner[i].size(); ++j) {
      EXPECT_NEAR(scratch_.heads.names.data()[i * ner[i].size() + j], ner[i][j], kTolerance);
    }
    for (size_t j = 0; j <= n; ++j) {
      double score = 0;
      for (size_t k = 0; k < arc; ++k) score += heads[j][k] * (dep[i][k] + bias[k]);
      EXPECT_NEAR(scratch_.heads.arcs.data()[i * (n + 1) + j], score, kTolerance);
    }
  }
}

TEST_F(JointNetworkTest, LabelsArcsAsItsDescriptionSays) {
  const PlainNetwork plain(model_);
  analyze(*in_floats_, kSentence, {{0, 8}});
  const Rows h = plain.encode(kSentence);
  const Rows p = plain.apply(h, "label_dep", false), q = plain.apply(h, "label_head", false, false);
  size_t roots = 0;
  for (size_t i = 0; i < kSentence.size(); ++i) {
    const bool root = analysis_.head[i] == JointAnalysis::kRoot;
    Row pair = root ? plain.values("label_root") : q[analysis_.head[i]];
    for (size_t k = 0; k < pair.size(); ++k) pair[k] = std::max(0.0, pair[k] + p[i][k]);
    // `root`, label 0, is the relation of the root and of no other token.
    EXPECT_EQ(analysis_.deprel[i], root ? 0 : 1 + argmax(plain.apply({pair}, "label", false)[0], 1, 4));
    roots += root;
  }
  EXPECT_EQ(roots, 1u);
}

TEST_F(JointNetworkTest, BytesChangeTheScoresByAFewPercent) {
  const size_t scores = kSentence.size() * (kSentence.size() + 1);
  analyze(*in_floats_, kSentence, {{0, 8}});
  const std::vector<float> exact(scratch_.heads.arcs.data(), scratch_.heads.arcs.data() + scores);
  analyze(kSentence, {{0, 8}});
  double difference = 0, size = 0;
  for (size_t i = 0; i < scores; ++i) {
    difference += std::pow(scratch_.heads.arcs.data()[i] - exact[i], 2);
    size += std::pow(exact[i], 2);
  }
  EXPECT_LT(std::sqrt(difference / size), 0.05);
}

TEST_F(JointNetworkTest, ASentenceGetsTheSameAnalysisWhateverStandsAroundIt) {
  std::vector<std::string> words;
  std::vector<TokenRange> sentences;
  for (size_t s = 0; s < 300; ++s) {
    const auto first = static_cast<uint32_t>(words.size());
    for (size_t i = 0; i <= s % 13; ++i) words.push_back(kSentence[(s * 5 + i * 3) % 8] + std::to_string(s % 50));
    sentences.push_back({first, static_cast<uint32_t>(words.size())});
  }
  analyze(words, sentences);
  const JointAnalysis together = analysis_;
  size_t names = 0;
  for (const TokenRange& range : sentences) {
    JointNetwork::Scratch fresh;
    const std::vector<std::string_view> forms(words.begin() + range.first, words.begin() + range.last);
    const TokenRange alone{0, range.size()};
    network_->analyze(forms, {&alone, 1}, analysis_, fresh);
    for (uint32_t i = 0; i < range.size(); ++i) {
      const uint32_t head = analysis_.head[i];
      ASSERT_EQ(together.upos[range.first + i], analysis_.upos[i]);
      ASSERT_EQ(together.deprel[range.first + i], analysis_.deprel[i]);
      ASSERT_EQ(together.head[range.first + i], head == JointAnalysis::kRoot ? head : head + range.first);
    }
    for (const NameSpan& name : analysis_.names) {
      ASSERT_LT(names, together.names.size());
      ASSERT_EQ(together.names[names].first, name.first + range.first);
      ASSERT_EQ(together.names[names++].probability, name.probability);
    }
  }
  EXPECT_EQ(names, together.names.size());
}

TEST_F(JointNetworkTest, AVeryLongSentenceStillGetsOneTree) {
  std::vector<std::string> words;
  for (size_t i = 0; i < 3000; ++i) words.push_back(kSentence[i % 7]);
  words.push_back(std::string(5000, 'z'));
  analyze(words, {{0, 3001}});
  size_t roots = 0;
  for (uint32_t i = 0; i < words.size(); ++i) {
    roots += analysis_.head[i] == JointAnalysis::kRoot;
    size_t steps = 0;
    for (uint32_t node = i; node != JointAnalysis::kRoot; node = analysis_.head[node]) ASSERT_LE(++steps, words.size());
  }
  EXPECT_EQ(roots, 1u);
}

TEST_F(JointNetworkTest, AcceptsNothing) {
  analyze({}, {});
  EXPECT_TRUE(analysis_.head.empty());
}

std::string failure_of(SmallJointModel& model) {
  const ModelOnDisk disk(model.writer.bytes());
  try {
    JointNetwork::load(disk.path());
  } catch (const CorruptData& error) {
    return error.what();
  }
  return "";
}

TEST(JointNetworkLoadTest, ReplaysItsSelfTests) {
  SmallJointModel model;
  model.writer.header["selftest"] = {{{"tokens", {"Iran", "talks"}}, {"head", {2, 2}}}};
  EXPECT_THAT(failure_of(model), HasSubstr("selftest, token"));
}

TEST(JointNetworkLoadTest, NamesATensorOfAnotherShape) {
  SmallJointModel model;
  model.writer.add_random("root", {3});
  EXPECT_THAT(failure_of(model), HasSubstr("shape of root: found [3]"));
}

TEST(JointNetworkLoadTest, NamesAnotherClass) {
  SmallJointModel model;
  model.writer.header["class"] = "joint-sru-9";
  EXPECT_THAT(failure_of(model), HasSubstr("found joint-sru-9, expected joint-sru-1"));
}

}  // namespace
}  // namespace actant
